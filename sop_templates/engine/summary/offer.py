"""Two sheets for each counted table with fixed rows: the counts an item, and schools by items."""

from collections.abc import Iterator

from sop_templates.domain.coverage import (
    ItemCount,
    Meaning,
    choice_column,
    count_items,
    item_answer,
)
from sop_templates.domain.list_counts import ThemeCounts
from sop_templates.domain.model import Column, Field
from sop_templates.engine.summary.columns import (
    COUNT_TAB,
    school_cells,
    school_columns,
    series_of,
    shades_of,
    title,
)
from sop_templates.engine.summary.dutch_counts import closed, joined, schools
from sop_templates.engine.summary.names import per_school, table_names
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import (
    BarChart,
    CellValue,
    Shade,
    Sheet,
    TableColumn,
)

WHITE = "witte vlek"
NOTHING = "niets gepland"


def offer_sheet(field: Field, summary: Summary, themes: ThemeCounts) -> Sheet:
    """The counts of a table: a row an item, with what answers its white spots, and a chart.

    Args:
        field: with fixed rows that are counted.
        summary: what the folder says.
        themes: what all schools do under the themes of the items.
    """
    column = _column(field)
    counts = count_items(field, summary.records)
    names = table_names(summary.model)
    has_groups = any(row.group for row in field.rows)
    lists = themes.lists if any(row.themes for row in field.rows) else []
    first = 1 + has_groups  # of the options
    columns = [TableColumn("Groep", 40)] if has_groups else []
    columns.append(TableColumn(names[field.key], 34))
    columns += [TableColumn(one, 5.5, "count", turned=True) for one in column.options]
    columns += [
        TableColumn("eigen woorden", 5.5, "count", turned=True),
        TableColumn("geen antwoord", 5.5, "count", turned=True),
        TableColumn("Heeft het", 12, "number", bars=True),
        TableColumn("Aandeel", 9, "percent"),
        TableColumn("Wit?", 11),
        *(TableColumn(names[one.key], 5.5, "count", turned=True) for one in lists),
        TableColumn("Wat er al gebeurt", 34, "long"),
    ]
    white = next(place for place, one in enumerate(columns) if one.header == "Wit?")
    return Sheet(
        name=names[field.key],
        title=title(names[field.key], summary),
        intro=tuple(_intro(field, column, counts, summary)),
        columns=tuple(columns),
        rows=[_row(one, summary, themes, has_groups=has_groups, lists=lists) for one in counts],
        frozen=1 + has_groups,
        shades=(Shade(WHITE, "bad", white, white),),
        chart=BarChart(
            title=f"{names[field.key]}: scholen per onderdeel",
            alt=chart_words(field, column, counts, summary),
            names=first - 1,
            series=series_of(column, first),
            rows=len(counts),
            most=len(summary.schools) or None,
        ),
        tab=COUNT_TAB,
    )


def chart_words(field: Field, column: Column, counts: list[ItemCount], summary: Summary) -> str:
    """What a chart of these counts shows, for those who do not see it."""
    most = max(counts, key=lambda one: one.present)
    least = min(counts, key=lambda one: one.present)
    return (
        f"Staafdiagram van {field.title}: per onderdeel het aantal scholen met "
        f"{joined(column.options)}, van {schools(len(summary.schools))}. Het vaakst "
        f"{joined(column.present)}: {most.row.label} ({most.present}); het minst vaak: "
        f"{least.row.label} ({least.present}). De cijfers staan in de tabel ernaast."
    )


def school_offer_sheet(field: Field, summary: Summary) -> Sheet:
    """Schools by items, each answer by word and colour."""
    column = _column(field)
    front = school_columns(summary)
    name = table_names(summary.model)[field.key]
    items = [
        TableColumn(row.label, 11.5, "word", turned=True, group=row.group) for row in field.rows
    ]
    counts = count_items(field, summary.records)
    totals: list[CellValue] = ["Heeft het", schools(len(summary.schools))]
    totals += [None] * (len(front) - 2)
    return Sheet(
        name=per_school(name),
        title=title(per_school(name), summary),
        intro=(f"{closed(field.label)} Per school het antwoord ({column.label.lower()}).",),
        columns=(*front, *items),
        rows=_school_rows(field, column, summary),
        totals=[*totals, *(one.present for one in counts)],
        frozen=2,
        shades=tuple(shades_of(column, len(front), len(front) + len(items) - 1)),
        prints="a3",
        tab=COUNT_TAB,
    )


def answered_words(count: ItemCount, themes: ThemeCounts, names: dict[str, str]) -> str:
    """What already happens about an item that no school has: partly there, and what lists tell."""
    words = []
    if partly := count.by_meaning[Meaning.PARTLY]:
        words.append(f"deels of in voorbereiding bij {schools(partly)}")
    words += [
        f"{names[one.field.key]}: {one.times} bij {schools(one.schools)}"
        for one in themes.of(count.row)
        if one.times
    ]
    return "; ".join(words) or NOTHING


def _column(field: Field) -> Column:
    column = choice_column(field)
    assert column is not None, field.key  # `counted_rows` gives no other fields
    return column


def _intro(
    field: Field, column: Column, counts: list[ItemCount], summary: Summary
) -> Iterator[str]:
    yield f"{closed(field.label)} Geteld over {schools(len(summary.schools))}; “heeft het” telt {joined(column.present)}."
    white = [one.row.label for one in counts if one.is_white]
    if white:
        yield (
            f"Witte vlekken ({len(white)}): {joined(white)}. Geen enkele school heeft het, en minstens "
            "een zegt dat het ontbreekt of nog niet af is."
        )
    else:
        yield "Geen witte vlekken: elk onderdeel dat voor een school geldt, heeft minstens een school."


def _row(
    count: ItemCount, summary: Summary, themes: ThemeCounts, *, has_groups: bool, lists: list[Field]
) -> list[CellValue]:
    total = len(summary.schools)
    front: list[CellValue] = [count.row.group] if has_groups else []
    done = {one.field.key: one for one in themes.of(count.row)}
    names = dict(table_names(summary.model))
    return [
        *front,
        count.row.label,
        *count.by_option.values(),
        count.own_words,
        count.unanswered,
        count.present,
        count.present / total if total else None,
        WHITE if count.is_white else None,
        *(done[one.key].times if count.row.themes else None for one in lists),
        answered_words(count, themes, names) if count.is_white else None,
    ]


def _school_rows(field: Field, column: Column, summary: Summary) -> Iterator[list[CellValue]]:
    rows = [row.key for row in field.rows]
    for one in summary.schools:
        answers = (item_answer(field, column, one.answers, row) for row in rows)
        yield [*school_cells(one, summary), *answers]
