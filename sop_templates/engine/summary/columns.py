"""What the sheets of the summary have in common: the columns that say which school, cells, colours."""

from collections.abc import Mapping, Sequence
from typing import Any

from sop_templates.domain.comparison import in_words
from sop_templates.domain.coverage import Meaning, meaning_of
from sop_templates.domain.delivery import day_of
from sop_templates.domain.model import STATUS, Column, Field, FieldType, Model
from sop_templates.engine.summary.values import Expected, School, Summary
from sop_templates.formats.excel.report_values import (
    CellValue,
    Look,
    Series,
    Shade,
    TableColumn,
    Tone,
)

YES, NO = "ja", "nee"

FRONT_TAB = "#17586E"  # the tabs: what to read first, what is counted, what is data
COUNT_TAB = "#1F6F5C"
DATA_TAB = "#8A979E"

TONES: Mapping[Meaning, Tone] = {
    Meaning.PRESENT: "good",
    Meaning.PARTLY: "partial",
    Meaning.ABSENT: "bad",
    Meaning.OTHER: "muted",
}


def title(words: str, summary: Summary) -> str:
    """The title of a sheet: its words, whose schools, which year."""
    return " · ".join(one for one in (words, summary.owner, summary.year) if one)


def school_columns(summary: Summary) -> list[TableColumn]:
    """The columns that say which school it is; board and area where there is something to tell."""
    columns = [TableColumn("Code", 9), TableColumn("School", 32)]
    if summary.has_many_boards:
        columns.append(TableColumn("Bestuur", 26))
    if summary.has_areas:
        columns.append(TableColumn("Gebied", 14))
    return columns


def school_cells(one: School | Expected, summary: Summary) -> list[CellValue]:
    """What stands in those columns."""
    cells: list[CellValue] = [one.code, one.name]
    if summary.has_many_boards:
        cells.append(one.board)
    if summary.has_areas:
        cells.append(one.area)
    return cells


def look_of(field: Field) -> Look:
    """How the answers to a scalar field look in a cell."""
    looks: Mapping[FieldType, Look] = {
        FieldType.DATE: "date",
        FieldType.NUMBER: "number",
        FieldType.CHOICE: "long",
        FieldType.LINK: "long",
    }
    return looks.get(field.type, "text")


def cell_of(field: Field, value: Any) -> CellValue:
    """A scalar answer as a cell: a date as date, a number as number, all else as text."""
    if field.type is FieldType.DATE:
        return day_of(value) or value  # what somebody typed and is no date has its finding
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return in_words(field, value) or None


def shades_of(column: Column, first: int, last: int) -> list[Shade]:
    """The colours of a column's options."""
    return [
        Shade(option, TONES[meaning], first, last)
        for option in column.options
        if (meaning := meaning_of(column, option)) in TONES
    ]


def series_of(column: Column, first: int) -> tuple[Series, ...]:
    """The parts of a bar: an option each, in columns from `first`."""
    return _stepped([TONES[meaning_of(column, option)] for option in column.options], first)


def step_series(model: Model, first: int) -> tuple[Series, ...]:
    """The parts of a bar: a step of the route each, in the order of the options of the status."""
    route = {step.status: step for step in model.route}
    begin = model.route[0].status if model.route else ""
    tones: list[Tone] = []
    for option in model.by_key[STATUS].options:
        step = route.get(option)
        done: Tone = "good" if step and step.at_once else "partial"
        tones.append("muted" if option == begin or step is None else done)
    return _stepped(tones, first)


def _stepped(tones: Sequence[Tone], first: int) -> tuple[Series, ...]:
    """Series in these tones; of equal ones the later is the lighter."""
    return tuple(
        Series(first + place, tone, tones[:place].count(tone)) for place, tone in enumerate(tones)
    )
