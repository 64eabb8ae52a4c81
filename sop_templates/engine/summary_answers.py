"""The sheet *Antwoorden*: everything that the schools answered, one row a school, for pivots."""

from collections.abc import Iterator, Mapping
from typing import Any

from sop_templates.domain.model import Column, Field, FieldType, Model
from sop_templates.engine.summary_overview import typed
from sop_templates.engine.summary_values import School, Summary
from sop_templates.formats.excel.report_workbook import CellValue, Sheet, TableColumn

NAME = "Antwoorden"
FRONT = ("bestand", "gelezen als")
EMPTY_CELL = "-"  # of a list row, so that the lines of neighbouring columns stay level
WIDTHS = {FieldType.RICH: 40.0, FieldType.LINK: 28.0, FieldType.NUMBER: 10.0}
FORMATS = {"model": "model", "own": "eigen format", "older": "ouder model"}


def answers_sheet(summary: Summary) -> Sheet:
    """Everything, one row a school: fixed rows have a column each, a list has its lines in one cell."""
    columns = [TableColumn("Bestand", 30), TableColumn("Gelezen als", 12)]
    for field in summary.model.fields:
        columns += _columns(field, _group(summary.model, field))
    return Sheet(
        name=NAME,
        title=f"Antwoorden {summary.title}".strip(),
        intro=(
            "Alles wat de scholen invulden, een rij per school. Een lijst staat in een cel met een "
            "regel per rij. Grijze kolommen zijn intern: niet voor ouders of website."
        ),
        columns=tuple(columns),
        rows=[list(_row(one, summary.model)) for one in summary.schools],
        frozen=3,
        keys=(*FRONT, *(tag for field in summary.model.fields for tag in field.tags())),
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
    look = "date" if field.type is FieldType.DATE else "text"
    return [TableColumn(field.title, width, look, group=group, internal=field.internal)]  # type: ignore[arg-type]  # both are looks


def _label(words: str, column: Column, field: Field) -> str:
    return words if len(field.columns) == 1 else f"{words}: {column.label.lower()}"


def _row(school: School, model: Model) -> Iterator[CellValue]:
    yield school.file
    yield FORMATS.get(school.format, school.format)
    for field in model.fields:
        value = school.answers.get(field.key)
        if field.type is FieldType.ROWS:
            yield from _fixed_rows(field, value)
        elif field.type is FieldType.LIST:
            yield from _lines(field, value)
        else:
            yield typed(field, value)


def _fixed_rows(field: Field, value: Any) -> Iterator[CellValue]:
    given: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    for row in field.rows:
        cells = given.get(row.key) or {}
        for column in field.columns:
            yield cells.get(column.key)


def _lines(field: Field, value: Any) -> Iterator[CellValue]:
    rows = value if isinstance(value, list) else []
    for column in field.columns:
        yield "\n".join(str(row.get(column.key) or EMPTY_CELL) for row in rows) or None
