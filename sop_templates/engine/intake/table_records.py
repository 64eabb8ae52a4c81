"""Tables of schools, lists and fixed rows put together: one record a school, joined by its code."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME
from sop_templates.engine.intake.records import Draft, Notes, Spot, raw_value
from sop_templates.engine.intake.table_headers import Target, is_list, squeezed
from sop_templates.engine.intake.table_reading import Table
from sop_templates.formats.excel.cells import RowText
from sop_templates.kinds.intakes import (
    ANSWERED_TWICE,
    NO_SCHOOL,
    SCHOOL_TWICE,
    SCHOOL_UNKNOWN,
)
from sop_templates.outcome import Finding

ITEM_MARKS = "-•*–·▪"  # noqa: RUF001 - what people put before the items of a list in one cell
SHOWN = 40  # characters of a row in a message


def join_tables(tables: Sequence[Table], notes: Notes) -> list[Draft]:
    """The records that the tables of one file hold together.

    Tables with names of schools say which schools there are; the others add to these. Where no table
    has names, every code makes a record.

    Args:
        tables: in the order of the file.
        notes: where doubles, unknown schools and rows without a school are told.
    """
    rosters = [one for one in tables if one.about is None and one.column_of(SCHOOL_NAME)]
    schools = rosters or [one for one in tables if one.about is None]
    register = _Register(notes, closed=bool(schools))
    for table in schools:
        for row in table.rows:
            register.add_school(table, row)
    for table in tables:
        if table not in schools:
            for row in table.rows:
                register.add_to_school(table, row)
    return register.drafts


@dataclass(slots=True)
class _Register:
    """The records so far, by code and by name.

    Attributes:
        notes: on the file.
        closed: whether the schools are known, so that no other code makes a record.
        drafts: in the order of the file.
        by_code: the same by code.
        rows_of: the table and row by which each code was entered.
    """

    notes: Notes
    closed: bool
    drafts: list[Draft] = field(default_factory=list)
    by_code: dict[str, Draft] = field(default_factory=dict)
    rows_of: dict[str, tuple[Table, Spot]] = field(default_factory=dict)

    def add_school(self, table: Table, row: RowText) -> None:
        """A row of a table of schools."""
        code, name = _code(table, row), _text(table, row, SCHOOL_NAME)
        if not code and not name:
            self._pass_over(table, row)
            return
        if code in self.by_code:
            first, spot = self.rows_of[code]
            if first is table:
                values = {"code": code, "first": str(spot.place())}
                self._tell(SCHOOL_TWICE, table, row, values)
                return
            draft = self.by_code[code]
        else:
            draft = self._new(code, table, row)
        _fill(draft, table, row)

    def add_to_school(self, table: Table, row: RowText) -> None:
        """A row of a list, of fixed rows, or of another table that has no names."""
        if not _has_answers(table, row):
            return
        code = _code(table, row)
        draft = self.by_code.get(code) if code else self._only_one(table, row)
        if draft is None and code and not self.closed:
            draft = self._new(code, table, row)
        if draft is not None:
            _fill(draft, table, row)
        elif code:
            self._tell(SCHOOL_UNKNOWN, table, row, {"code": code})
        else:
            self._pass_over(table, row)

    def _new(self, code: str, table: Table, row: RowText) -> Draft:
        draft = Draft(self.notes)
        self.drafts.append(draft)
        if code:
            self.by_code[code] = draft
            self.rows_of[code] = (table, _start(table, row))
        return draft

    def _only_one(self, table: Table, row: RowText) -> Draft | None:
        """The record that a row without a code belongs to: the one of its name, or the only one."""
        name = squeezed(_text(table, row, SCHOOL_NAME))
        if not name:
            return self.drafts[0] if len(self.drafts) == 1 else None
        same = [one for one in self.drafts if squeezed(str(one.raw.get(SCHOOL_NAME) or "")) == name]
        return same[0] if len(same) == 1 else None

    def _pass_over(self, table: Table, row: RowText) -> None:
        words = " ".join(text for column in sorted(row.cells) if (text := row.text(column)))
        if words and _has_answers(table, row):
            self._tell(NO_SCHOOL, table, row, {"words": words[:SHOWN]})

    def _tell(self, kind: Any, table: Table, row: RowText, values: dict[str, Any]) -> None:
        self.notes.findings.append(Finding(kind, _start(table, row).place(), values))


def _start(table: Table, row: RowText) -> Spot:
    column = table.column_of(SCHOOL_CODE) or min(row.cells)
    return Spot(table.sheet, row.number, column)


def _text(table: Table, row: RowText, tag: str) -> str:
    column = table.column_of(tag)
    return row.text(column) if column else ""


def _code(table: Table, row: RowText) -> str:
    return "".join(_text(table, row, SCHOOL_CODE).upper().split())


def _has_answers(table: Table, row: RowText) -> bool:
    """Whether a row holds more than the code and name of a school."""
    known = {table.column_of(SCHOOL_CODE), table.column_of(SCHOOL_NAME)}
    return any(column in row.cells for column in table.columns if column not in known)


def _fill(draft: Draft, table: Table, row: RowText) -> None:
    if table.about is not None:
        _add_item(draft, table, row)
        return
    for column, target in table.columns.items():
        spot = Spot(table.sheet, row.number, column)
        value = raw_value(target.asked, row.cells.get(column), spot, draft.notes)
        if is_list(target):
            _add_lines(draft, target, value, spot)
        else:
            _put(draft, target, value, spot)


def _put(draft: Draft, target: Target, value: Any, spot: Spot) -> None:
    """Puts an answer; of two different ones the first counts."""
    cells, key = draft.raw, target.tag
    if target.row is not None:
        rows = draft.raw.setdefault(target.one.key, {})
        cells, key = rows.setdefault(target.row.key, {}), target.tag.rpartition(".")[2]
    before = cells.get(key)
    if before is None:
        cells[key] = value
        draft.spots[target.tag, None] = spot
    elif value is not None and str(value).strip() != str(before).strip():
        first = draft.spots[target.tag, None].place()
        values = {"label": target.label, "first": str(first)}
        found = Finding(ANSWERED_TWICE, spot.place(), values, target.one.key)
        draft.notes.findings.append(found)


def _add_item(draft: Draft, table: Table, row: RowText) -> None:
    """An item of a list."""
    one = table.about
    assert one is not None
    items = draft.raw.setdefault(one.key, [])
    item = {}
    for column, target in table.columns.items():
        if target.one is one:
            spot = Spot(table.sheet, row.number, column)
            name = target.tag.rpartition(".")[2]
            item[name] = raw_value(target.asked, row.cells.get(column), spot, draft.notes)
            draft.spots[target.tag, len(items) + 1] = spot
    items.append(item)


def _add_lines(draft: Draft, target: Target, value: Any, spot: Spot) -> None:
    """The items of a list in one cell: a line each, with or without a mark before it."""
    name = target.one.columns[0].key
    items = draft.raw.setdefault(target.tag, [])
    for line in str(value or "").splitlines():
        text = line.strip()
        if text[:1] in ITEM_MARKS:
            text = text[1:].strip()
        if text:
            items.append({name: text})
            draft.spots[f"{target.tag}.{name}", len(items)] = spot
    draft.spots.setdefault((target.tag, None), spot)
