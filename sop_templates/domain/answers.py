"""A school's answers as a whole: every key of the model, each value in its one canonical form."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from reprlib import Repr
from typing import Any

from sop_templates.domain.answer_values import (
    MAX_CELL,
    MAX_DIGITS,
    REFUSED,
    Asked,
    blank_value,
    display,
    markup_of,
    read_value,
    text_of,
    units,
)
from sop_templates.domain.model import Column, Field, FieldType, Model, Row
from sop_templates.kinds.answers import (
    CONTROL_CHARACTER,
    NUMBER_TOO_LARGE,
    ROW_NOT_PARTED,
    TOO_LONG,
    UNKNOWN_COLUMN,
    UNKNOWN_KEY,
    UNKNOWN_OPTION,
    UNKNOWN_ROW,
    WRONG_SHAPE,
)
from sop_templates.outcome import NOWHERE, Finding, Kind, Place

__all__ = [
    "Answers",
    "Where",
    "answer_paths",
    "blank",
    "canonical",
    "display",
    "is_empty",
    "place_in_word",
]

Answers = dict[str, Any]
Where = Callable[[str, int | None], Place]

SHOWN = 60  # characters of a value in a message
NEAR = 20  # characters on both sides of a refused one


def place_in_word(tag: str, row: int | None) -> Place:
    """Where a tag stands in a Word file: a control, or a row of a list's table."""
    if row is None:
        return Place.control(tag)
    return Place.table_row(tag.rpartition(".")[0], row)


def blank(model: Model) -> Answers:
    """The answers of a record in which nobody answered anything."""
    return {one.key: _blank(one) for one in model.fields}


def canonical(
    model: Model, raw: Mapping[str, Any], place: Where = place_in_word
) -> tuple[Answers, tuple[Finding, ...]]:
    """The answers in their one form.

    Args:
        model: whose keys, types and options.
        raw: answers by key as they came: missing keys, Dutch dates, `x` for a flag, a link as
            text, floats. Rows of a list are dictionaries; where it has one column, texts will do.
        place: from a tag, and for a cell of a list the row's number from 1 in `raw`, to where it
            stood.

    Returns:
        The answers, every key of the model, and what is wrong with them. Any `raw` has a result: a
        value that does not fit its type stays as the text that somebody wrote, one that no file
        can hold is left out. Rows of a list without any answer are left out. The canonical form of
        canonical answers is the same.
    """
    reader = _Reader(place)
    answers = {one.key: reader.answer(one, raw.get(one.key)) for one in model.fields}
    for key, value in raw.items():
        if key not in answers:
            values = {"key": shown(key), "value": shown(value)}
            reader.findings.append(Finding(UNKNOWN_KEY, NOWHERE, values))
    return answers, tuple(reader.findings)


def answer_paths(model: Model, answers: Mapping[str, Any]) -> Iterator[tuple[str, int | None, Any]]:
    """Every cell of canonical answers, in the model's order.

    Yields:
        The tag (`visie.visie`, `basis.aanbod.mdo.status`, `visie.sterk.kwaliteit`), the row's number
        from 1 for a cell of a list, else None, and the value.
    """
    for one in model.fields:
        value = answers.get(one.key)
        if one.type is FieldType.LIST:
            for number, cells in enumerate(value or (), 1):
                for column in one.columns:
                    yield f"{one.key}.{column.key}", number, cells.get(column.key)
        elif one.type is FieldType.ROWS:
            for row in one.rows:
                cells = (value or {}).get(row.key) or {}
                for column in one.columns:
                    yield f"{one.key}.{row.key}.{column.key}", None, cells.get(column.key)
        else:
            yield one.key, None, value


def is_empty(one: Field, value: Any) -> bool:
    """Whether a canonical answer is none; a flag always is one, a table by its cells."""
    if one.type is FieldType.FLAG:
        return False
    if one.type is FieldType.ROWS:
        return all(cell is None for cells in (value or {}).values() for cell in cells.values())
    return not value and value != 0


def shown(raw: object) -> str:
    """A raw value as a message shows it: on one line, cut short."""
    text = " ".join(_as_typed(raw).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _blank(one: Field) -> Any:
    if one.type is FieldType.LIST:
        return []
    if one.type is FieldType.ROWS:
        return {row.key: {column.key: None for column in one.columns} for row in one.rows}
    return blank_value(one)


def _as_typed(raw: object) -> str:
    text = markup_of(raw) if isinstance(raw, tuple) else text_of(raw)
    if text is not None:
        return text
    if isinstance(raw, Mapping) and {"text", "url"} & set(raw):
        return " ".join(text_of(part) or "" for part in (raw.get("text"), raw.get("url")))
    return _Short().repr(raw)


class _Short(Repr):
    """Tells of any value in a few words, also of a number that Python refuses to write out."""

    def repr_int(self, x: int, level: int) -> str:  # noqa: ARG002 - the parent's signature
        return hex(x)[:SHOWN] if x.bit_length() > SHOWN else str(x)


@dataclass(slots=True)
class _Reader:
    """Reads answers and gathers what is wrong with them."""

    place: Where
    findings: list[Finding] = field(default_factory=list)

    def answer(self, one: Field, raw: Any) -> Any:
        if one.type is FieldType.LIST:
            return self._list(one, raw)
        if one.type is FieldType.ROWS:
            return self._fixed_rows(one, raw)
        value, kind = read_value(one, raw)
        if kind:
            self._tell(kind, _Spot(one), raw)
        return value

    def _list(self, one: Field, raw: Any) -> list[dict[str, Any]]:
        if raw is None:
            return []
        if text_of(raw) is not None:
            raw = [raw]
        if not isinstance(raw, Sequence):
            self._tell(WRONG_SHAPE, _Spot(one), raw)
            return []
        found = []
        for number, given in enumerate(raw, 1):
            cells = self._cells(_Spot(one, number=number), given)
            if any(value is not None for value in cells.values()):
                found.append(cells)
        return found

    def _fixed_rows(self, one: Field, raw: Any) -> dict[str, dict[str, Any]]:
        given: Mapping[Any, Any] = raw if isinstance(raw, Mapping) else {}
        if raw is not None and not isinstance(raw, Mapping):
            self._tell(WRONG_SHAPE, _Spot(one), raw)
        answers = {row.key: self._cells(_Spot(one, row), given.get(row.key)) for row in one.rows}
        for key in given:
            if key not in answers:
                self._tell(UNKNOWN_ROW, _Spot(one), given[key], key=shown(key))
        return answers

    def _cells(self, spot: "_Spot", raw: Any) -> dict[str, Any]:
        columns = spot.field.columns
        given = raw if isinstance(raw, Mapping) else self._first_cell(spot, raw)
        cells = {}
        for column in columns:
            value, kind = read_value(column, given.get(column.key))
            if kind:
                self._tell(kind, spot.at(column), given[column.key])
            cells[column.key] = value
        if len(given) > len(columns) or not given.keys() <= cells.keys():
            for key in given:
                if key not in cells:
                    self._tell(UNKNOWN_COLUMN, spot, given[key], key=shown(key))
        return cells

    def _first_cell(self, spot: "_Spot", raw: Any) -> Mapping[str, Any]:
        """A row that was given as one value."""
        if raw is None:
            return {}
        columns = spot.field.columns
        if (text := text_of(raw)) is None or not columns:
            self._tell(WRONG_SHAPE, spot, raw)
            return {}
        if len(columns) > 1 and text.strip():
            self._tell(ROW_NOT_PARTED, spot, raw)
        return {columns[0].key: raw}

    def _tell(self, kind: Kind, spot: "_Spot", raw: object, **values: object) -> None:
        values = {"label": spot.label, "value": shown(raw), **values, **_details(kind, spot, raw)}
        place = self.place(spot.tag, spot.number)
        self.findings.append(Finding(kind, place, values, spot.field.key))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value stands: in a field, or in a row and column of it."""

    field: Field
    row: Row | None = None
    number: int | None = None
    column: Column | None = None

    def at(self, column: Column) -> "_Spot":
        return _Spot(self.field, self.row, self.number, column)

    @property
    def asked(self) -> Asked:
        return self.column or self.field

    @property
    def tag(self) -> str:
        """The tag of the control; of a row its first one, for rows have none."""
        first = self.field.columns[0] if self.row or self.number else None
        names = [one.key for one in (self.row, self.column or first) if one]
        return ".".join([self.field.key, *names])

    @property
    def label(self) -> str:
        names = [one.label for one in (self.row, self.column) if one]
        return ", ".join([self.field.title, *names])


def _details(kind: Kind, spot: _Spot, raw: object) -> dict[str, object]:
    """What a kind's message tells beside the label and the value."""
    if kind is UNKNOWN_OPTION:
        return {"options": ", ".join(spot.asked.options)}
    if kind is NUMBER_TOO_LARGE:
        return {"limit": MAX_DIGITS}
    text = _as_typed(raw)
    if kind is TOO_LONG:
        return {"count": units(text), "limit": MAX_CELL}
    refused = REFUSED.search(text)
    if kind is not CONTROL_CHARACTER or refused is None:
        return {}
    start, end = refused.span()
    near = f"{text[max(start - NEAR, 0) : start]}□{text[end : end + NEAR]}"
    return {"character": f"U+{ord(refused[0]):04X}", "value": " ".join(near.split())}
