"""The sheet *Antwoorden*: everything that the schools answered, one row a school, for pivots."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sop_templates.domain.model import Column, Field, FieldType, Model
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import DATA_TAB, cell_of, title
from sop_templates.engine.summary.values import School, Summary
from sop_templates.formats.excel.report_values import CellValue, Look, Sheet, TableColumn

FRONT = ("bestand", "gelezen als")
EMPTY_CELL = "-"  # of a list row, so that the lines of neighbouring columns stay level
WIDTHS = {FieldType.RICH: 40.0, FieldType.LINK: 28.0, FieldType.NUMBER: 10.0}
FORMATS = {"model": "model", "own": "eigen format", "older": "ouder model"}

Cells = Callable[[Any], Iterator[CellValue]]


def answers_sheet(summary: Summary) -> Sheet:
    """Everything, one row a school: fixed rows have a column each, a list has its lines in one cell."""
    columns = [TableColumn("Bestand", 30), TableColumn("Gelezen als", 12)]
    for field in summary.model.fields:
        columns += _columns(field, _group(summary.model, field))
    readers = [(field.key, _reader(field)) for field in summary.model.fields]
    return Sheet(
        name=names.ANSWERS,
        title=title("Antwoorden", summary),
        intro=(
            "Alles wat de scholen invulden, een rij per school, voor draaitabellen en andere programma's.",
            (
                "Een lijst staat in een cel met een regel per rij. Grijze koppen zijn intern: alleen voor "
                "bestuur en samenwerkingsverband. De verborgen rij erboven noemt de sleutels."
            ),
        ),
        columns=tuple(columns),
        rows=(list(_row(one, readers)) for one in summary.schools),
        frozen=3,
        keys=(*FRONT, *(tag for field in summary.model.fields for tag in field.tags())),
        prints="many",
        tab=DATA_TAB,
    )


def _group(model: Model, field: Field) -> str:
    chapter = model.chapter_of(field.key)
    if field.is_table:
        return field.title
    return chapter.title if chapter else ""


def _columns(field: Field, group: str) -> list[TableColumn]:
    if field.type is FieldType.ROWS:
        return [
            TableColumn(_label(row.label, column, field), 14, group=group, internal=field.internal)
            for row in field.rows
            for column in field.columns
        ]
    if field.type is FieldType.LIST:
        return [
            TableColumn(column.label, 24, group=group, internal=field.internal)
            for column in field.columns
        ]
    width = WIDTHS.get(field.type, 18.0)
    look: Look = "date" if field.type is FieldType.DATE else "text"
    return [TableColumn(field.title, width, look, group=group, internal=field.internal)]


def _label(words: str, column: Column, field: Field) -> str:
    return words if len(field.columns) == 1 else f"{words}: {column.label.lower()}"


def _row(school: School, readers: list[tuple[str, Cells]]) -> Iterator[CellValue]:
    yield school.file
    yield FORMATS.get(school.format, school.format)
    answers = school.answers
    for key, cells in readers:
        yield from cells(answers.get(key))


def _reader(field: Field) -> Cells:
    """A function from the field's answer to its cells: what depends on the model is worked out once."""
    if field.type is FieldType.ROWS:
        places = [(row.key, column.key) for row in field.rows for column in field.columns]
        return lambda value: _fixed_rows(places, value)
    if field.type is FieldType.LIST:
        keys = [column.key for column in field.columns]
        return lambda value: _lines(keys, value)
    if field.type in (FieldType.TEXT, FieldType.RICH, FieldType.CHOICE, FieldType.YEAR):
        return lambda value: iter((value,))
    return lambda value: iter((cell_of(field, value),))


def _fixed_rows(places: list[tuple[str, str]], value: Any) -> Iterator[CellValue]:
    given: Mapping[str, Any] = value or {}
    for row, column in places:
        yield (given.get(row) or {}).get(column)


def _lines(keys: list[str], value: Any) -> Iterator[CellValue]:
    rows = value or ()
    for key in keys:
        yield "\n".join([row.get(key) or EMPTY_CELL for row in rows])
