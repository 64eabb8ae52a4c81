"""What changes in an intake when finished Word files are read back into it, and what would be lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sop_templates.domain.answer_values import Asked, display
from sop_templates.domain.answers import canonical, is_empty
from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_YEAR,
    Column,
    Field,
    FieldType,
    Model,
)
from sop_templates.engine.intake.files import read_intake
from sop_templates.engine.intake.records import Spot
from sop_templates.engine.intake.spots import Spots, TableSpots, find_spots
from sop_templates.engine.intake.values import cell_content, cell_of
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.reading import ReadRecord
from sop_templates.errors import SopError
from sop_templates.formats.excel.cells import SheetText
from sop_templates.formats.excel.sheets import Content
from sop_templates.kinds.addin import NO_INTAKE_OPEN, NO_SCHOOL_CODE, NOT_IN_WORKBOOK
from sop_templates.kinds.intake_editing import OTHER_YEAR
from sop_templates.outcome import Finding

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Write:
    """What is to be put into a cell; None empties it."""

    spot: Spot
    content: Content


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer of a Word file that the intake has not, or has otherwise.

    Attributes:
        school: the code of the school.
        file: the Word file.
        field: what was asked.
        label: how it is named in a message.
        old: what stands in the intake, as text; "" where it is empty.
        new: what the Word file says, as text.
        writes: the cells that would change.
    """

    school: str
    file: str
    field: Field
    label: str
    old: str
    new: str
    writes: tuple[Write, ...]

    @property
    def replaces(self) -> bool:
        """Whether something that stands in the intake would go."""
        return bool(self.old)


@dataclass(frozen=True, slots=True)
class Plan:
    """What reading Word files back would do to an intake.

    Attributes:
        added: the codes of schools that get a row, and what is written for it.
        proposals: the changes of answers.
        findings: the Word files that do not belong here.
    """

    added: Mapping[str, tuple[Write, ...]]
    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]


def plan_open_intake(
    path: Path,
    sheets: Sequence[SheetText],
    words: Iterable[ReadRecord],
    name: str,
    model_name: str | None = None,
) -> Plan:
    """What Word files would change in an intake.

    Args:
        path: the intake.
        sheets: its cells, hidden ones too.
        words: the Word files, one a school.
        name: how the intake is named in messages.
        model_name: the model of the intake; None takes the one that it names.

    Raises:
        SopError: it is no intake of ours: its cells have no keys.
    """
    result = read_intake(path, model_name)
    model = open_model(model_name or result.model or DEFAULT_MODEL)
    spots = find_spots(model, sheets)
    if not spots.is_board and not spots.cells:
        raise SopError(NO_INTAKE_OPEN, name=name)
    current = {}
    for read in result.records:
        answers, _ = canonical(model, read.raw, read.place)
        current[str(answers[SCHOOL_CODE] or "")] = answers
    return plan_update(model, spots, current, words)


def plan_update(
    model: Model, spots: Spots, current: Mapping[str, Answers], words: Iterable[ReadRecord]
) -> Plan:
    """What Word files would change in an intake.

    Args:
        model: what both ask.
        spots: the cells of the intake; they take the rows of new schools.
        current: the answers of the intake, by the schools' codes.
        words: the Word files; of several of one school the newest school year counts.
    """
    added: dict[str, tuple[Write, ...]] = {}
    proposals: list[Proposal] = []
    counting, findings = _newest(words)
    own = next(iter(current), "")  # of a school form
    for word in counting:
        school = str(word.answers.get(SCHOOL_CODE) or "")
        if (finding := _refusal(spots, school, own, word.file)) is not None:
            findings.append(finding)
            continue
        own = own or school
        if spots.is_board and school not in current:
            added[school] = tuple(add_school(spots, school))
        here = current.get(school) if spots.is_board else next(iter(current.values()), None)
        proposals += propose(model, spots, here, word.answers, word.file)
    return Plan(added, tuple(proposals), tuple(findings))


def _newest(words: Iterable[ReadRecord]) -> tuple[list[ReadRecord], list[Finding]]:
    """The Word files of which there is one a school, and what is said of the others."""
    counting: dict[object, ReadRecord] = {}
    findings = []
    for number, word in enumerate(words):
        school = word.answers.get(SCHOOL_CODE) or number
        if (other := counting.get(school)) is not None:
            older, word = sorted((other, word), key=lambda one: one.answers.get(SCHOOL_YEAR) or "")  # noqa: PLW2901 - the one that counts
            values = {"older": Path(older.file).name, "newer": Path(word.file).name}
            findings.append(Finding(OTHER_YEAR, values=values, key=SCHOOL_YEAR))
        counting[school] = word
    return list(counting.values()), findings


def _refusal(spots: Spots, school: str, own: str, file: str) -> Finding | None:
    """Why a Word file does not belong in an intake, or None."""
    if spots.is_board:
        return None if school else Finding(NO_SCHOOL_CODE, values={"word": Path(file).name})
    if not own or own == school:
        return None
    return Finding(NOT_IN_WORKBOOK, values={"word": Path(file).name, "code": school, "own": own})


def propose(
    model: Model, spots: Spots, current: Answers | None, incoming: Answers, file: str
) -> list[Proposal]:
    """What a Word file would change in an intake. An empty answer in Word changes nothing.

    Args:
        model: what both ask.
        spots: the cells of the intake; see `add_school` for a school without a row.
        current: the answers of the school in the intake, or None where it has none.
        incoming: the answers of the Word file.
        file: its name, for messages.

    Returns:
        The changes, in the order of the model's fields. An answer that no cell can hold is left out,
        see `too_long`.
    """
    school = str(incoming.get(SCHOOL_CODE) or "") if spots.is_board else ""
    word = _WordFile(spots, school, file)
    known = current or {}
    found: list[Proposal] = []
    for one in model.fields:
        new, old = incoming.get(one.key), known.get(one.key)
        if new is None or new is False or is_empty(one, new) or new == old:
            continue  # a flag that is not set says no more than an empty field
        if one.type is FieldType.LIST:
            found += _list(one, word, old or (), new)
        elif one.type is FieldType.ROWS:
            found += _rows(one, word, old, new)
        else:
            before = None if old is False else old
            found += _cell(word, one, one, one.key, label=one.title, old=before, new=new)
    return found


def add_school(spots: Spots, school: str) -> list[Write]:
    """Gives a school a row on each sheet of a board form where it has none.

    Returns:
        What is to be written: its code in these rows.
    """
    tables = {id(table): table for table in spots.schools.values()}
    return [
        Write(Spot(table.sheet, table.take_row(school), table.code), school)
        for table in tables.values()
        if school not in table.rows
    ]


@dataclass(frozen=True, slots=True)
class _WordFile:
    """Where the answers of a Word file go: the cells of the intake, the school's code, the file's name."""

    spots: Spots
    school: str
    name: str


def _cell(
    word: _WordFile, one: Field, asked: Asked, tag: str, *, label: str, old: Any, new: Any
) -> Iterator[Proposal]:
    spot, content = word.spots.spot(word.school, tag), cell_content(asked, new)
    if spot is not None and content is not None:
        texts = (display(asked, old), display(asked, new))
        yield Proposal(word.school, word.name, one, label, *texts, (Write(spot, content),))


def _rows(one: Field, word: _WordFile, old: Any, new: Any) -> Iterator[Proposal]:
    for row in one.rows:
        for column in one.columns:
            value, before = cell_of(new, row.key, column.key), cell_of(old, row.key, column.key)
            if value is not None and value != before:
                label = f"{one.title}, {row.label}, {column.label.lower()}"
                tag = f"{one.key}.{row.key}.{column.key}"
                yield from _cell(word, one, column, tag, label=label, old=before, new=value)


def _list(
    one: Field, word: _WordFile, old: Sequence[Answers], new: Sequence[Answers]
) -> Iterator[Proposal]:
    table = word.spots.lists.get(one.key)
    if table is not None:
        writes = tuple(_list_writes(one, table, word.school, new))
        texts = (_listed(one, old), _listed(one, new))
        yield Proposal(word.school, word.name, one, one.title, *texts, writes)


def _list_writes(
    one: Field, table: TableSpots, school: str, items: Sequence[Answers]
) -> Iterator[Write]:
    """The items from the school's first row on; rows that are left over are emptied."""
    rows = list(table.rows.get(school, ()))
    while len(rows) < len(items):
        rows.append(table.take_row(school))
    for number, row in enumerate(rows):
        item = items[number] if number < len(items) else {}
        if table.code:
            yield Write(Spot(table.sheet, row, table.code), school if item else None)
        for column in one.columns:
            yield Write(
                Spot(table.sheet, row, table.columns[f"{one.key}.{column.key}"]),
                cell_content(column, item.get(column.key)),
            )


def _listed(one: Field, items: Sequence[Answers]) -> str:
    """The items of a list as text, a line each."""
    return "\n".join(_item(one.columns, item) for item in items)


def _item(columns: Sequence[Column], item: Answers) -> str:
    return " · ".join(str(item[column.key]) for column in columns if item.get(column.key))
