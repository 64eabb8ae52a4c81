"""Sheets for each counted list: how its choices go together, and every row with its school."""

from collections.abc import Iterator

from sop_templates.domain.list_counts import CrossRow, cross_count, crossed_columns
from sop_templates.domain.model import Column, Field
from sop_templates.engine.summary.columns import (
    COUNT_TAB,
    school_cells,
    school_columns,
    series_of,
    shades_of,
    title,
)
from sop_templates.engine.summary.dutch_counts import closed, schools, some
from sop_templates.engine.summary.names import per_school, table_names
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import (
    BarChart,
    CellValue,
    Series,
    Sheet,
    TableColumn,
)

ROWS = "Keren"


def list_sheets(field: Field, summary: Summary) -> list[Sheet]:
    """The sheets of a list: its counts where it has two choices to cross, then its rows."""
    crossed = crossed_columns(field)
    name = table_names(summary.model)[field.key]
    if crossed is None:
        return [rows_sheet(field, summary, name)]
    return [
        cross_sheet(field, crossed, summary, name),
        rows_sheet(field, summary, per_school(name)),
    ]


def cross_sheet(field: Field, crossed: tuple[Column, Column], summary: Summary, name: str) -> Sheet:
    """How often each first choice was made, by the second one, with a chart."""
    first, second = crossed
    counts = cross_count(field, summary.records)
    others = list(counts[0].by_other) if counts else list(second.options)
    columns = (
        TableColumn(first.label, 36),
        TableColumn("Scholen", 10, "number"),
        TableColumn(ROWS, 10, "number", bars=True),
        *(TableColumn(one, 12, "number", group=second.label) for one in others),
    )
    most = max(counts, key=lambda one: one.times)
    return Sheet(
        name=name,
        title=title(name, summary),
        intro=(
            (
                f"{closed(field.label)} Geteld over {schools(len(summary.schools))}: bij hoeveel scholen "
                "het voorkomt, hoe vaak in totaal, en hoe het ervoor staat."
            ),
        ),
        columns=columns,
        rows=[[one.option, one.schools, one.times, *one.by_other.values()] for one in counts],
        totals=_totals(field, counts, summary),
        chart=BarChart(
            title=f"{name}: aantal per {first.label.lower()}",
            alt=(
                f"Staafdiagram van {field.title}: aantal per {first.label.lower()}, verdeeld naar "
                f"{second.label.lower()}. Het vaakst: {most.option} ({most.times}). De cijfers staan "
                "in de tabel ernaast."
            ),
            names=0,
            series=_series(second, others),
            rows=len(counts),
        ),
        tab=COUNT_TAB,
    )


def rows_sheet(field: Field, summary: Summary, name: str) -> Sheet:
    """Every row of the list, with its school."""
    front = school_columns(summary)
    asked = [TableColumn(one.label, 24 if one.options else 44, "long") for one in field.columns]
    shades = [
        shade
        for place, column in enumerate(field.columns, start=len(front))
        if column.present or column.partly
        for shade in shades_of(column, place, place)
    ]
    count = sum(len(one.get(field.key) or ()) for one in summary.records)
    without = [one.name for one in summary.schools if not one.answers.get(field.key)]
    intro = [
        (
            f"{closed(field.label)} {some(count, 'regel', 'regels')} van "
            f"{schools(len(summary.schools) - len(without))}, te filteren per kolom."
        )
    ]
    if without:
        intro.append(f"Niets ingevuld: {schools(len(without))}.")
    return Sheet(
        name=name,
        title=title(name, summary),
        intro=tuple(intro),
        columns=(*front, *asked),
        rows=_rows(field, summary),
        frozen=2,
        shades=tuple(shades),
        tab=COUNT_TAB,
    )


def _series(column: Column, others: list[str]) -> tuple[Series, ...]:
    """The parts of a bar: by meaning where options have one, else by their order, light to dark."""
    known = series_of(column, 3)
    if not (column.present or column.partly or column.absent):
        known = tuple(Series(3 + place, "good", place) for place in range(len(column.options)))
    more = range(len(column.options), len(others))
    return (*known, *(Series(3 + place, "muted", place - more.start) for place in more))


def _totals(field: Field, counts: list[CrossRow], summary: Summary) -> list[CellValue]:
    filled = sum(bool(one.get(field.key)) for one in summary.records)
    sums: dict[str, int] = {}
    for one in counts:
        for other, times in one.by_other.items():
            sums[other] = sums.get(other, 0) + times
    return ["Totaal", filled, sum(one.times for one in counts), *sums.values()]


def _rows(field: Field, summary: Summary) -> Iterator[list[CellValue]]:
    keys = [column.key for column in field.columns]
    for school in summary.schools:
        rows = school.answers.get(field.key)
        if rows:
            front = school_cells(school, summary)
            for row in rows:
                yield [*front, *(row.get(key) for key in keys)]
