"""The sheets that compare boards, municipalities and areas: how far they are, and what they offer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sop_templates.domain.coverage import (
    Meaning,
    choice_column,
    counted_rows,
    item_answer,
    meaning_of,
)
from sop_templates.domain.delivery import Timing
from sop_templates.domain.groups import Group, groups
from sop_templates.domain.model import STATUS, Column, Field, FieldType, Row
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import COUNT_TAB, FRONT_TAB, step_series, title
from sop_templates.engine.summary.dutch_counts import schools
from sop_templates.engine.summary.overview import SEVERITIES
from sop_templates.engine.summary.sentences import timing_of
from sop_templates.engine.summary.values import School, Summary
from sop_templates.formats.excel.report_values import (
    BarChart,
    CellValue,
    Shade,
    Sheet,
    TableColumn,
)

NOT_ANSWERED = "(niet ingevuld)"
DRAWN = 40  # bars at most: more cannot be read


def group_sheets(summary: Summary) -> list[Sheet]:
    """The sheets; none where all schools are of one board, municipality and area."""
    found = compared_groups(summary)
    if not found:
        return []
    return [progress_sheet(found, summary), offer_by_group_sheet(found, summary)]


def compared_groups(summary: Summary) -> list[Group]:
    """The groups of each field by which there are at least two.

    The model's last such field is the finest one, the area: the board's roster leads there.
    """
    keys = [one.key for one in summary.model.fields if one.groups]
    if not keys:
        return []
    answers = [
        {key: one.answers.get(key) for key in keys} | ({keys[-1]: one.area} if one.area else {})
        for one in summary.schools
    ]
    found = groups(summary.model, answers)
    sizes = Counter(one.field.key for one in found)
    return [one for one in found if sizes[one.field.key] > 1]


def members(group: Group, summary: Summary) -> list[School]:
    """The schools of a group."""
    return [summary.schools[place] for place in group.places]


def progress_sheet(found: Sequence[Group], summary: Summary) -> Sheet:
    """How far the schools of each group are, with a chart of the steps of the route."""
    model = summary.model
    numbers = [one for one in model.fields if one.counted and one.type is FieldType.NUMBER]
    steps = model.by_key[STATUS].options
    columns = (
        TableColumn("Indeling", 18),
        TableColumn("Groep", 34),
        TableColumn("Scholen", 10, "number", bars=True),
        *(TableColumn(one.title, 12, "number") for one in numbers),
        *(TableColumn(one, 11, "number", group="Status") for one in steps),
        TableColumn("Klaar voor de volgende stap", 14, "number"),
        TableColumn("Op tijd vastgesteld", 13, "number"),
        TableColumn("Te laat", 9, "number"),
        *(TableColumn(words, 14, "number", group="Signalen") for _, words in SEVERITIES),
    )
    first = 3 + len(numbers)
    rows = [_progress(one, summary, numbers) for one in found]
    return Sheet(
        name=names.GROUPS,
        title=title("Besturen, gemeenten en gebieden", summary),
        intro=(
            (
                "Hoe ver de scholen zijn, per groep. “Te laat” telt wat na de uiterste datum is vastgesteld "
                "of nog moet worden vastgesteld."
            ),
        ),
        columns=columns,
        rows=rows,
        frozen=2,
        chart=BarChart(
            title="Stand op de route per groep",
            alt=(
                f"Staafdiagram van de stand op de route per groep, voor {schools(len(summary.schools))}. "
                "De cijfers staan in de tabel ernaast."
            ),
            names=1,
            series=step_series(model, first),
            rows=len(rows),
        )
        if len(rows) <= DRAWN
        else None,
        tab=FRONT_TAB,
    )


def offer_by_group_sheet(found: Sequence[Group], summary: Summary) -> Sheet:
    """How many schools of each group have each item of the counted tables."""
    tables = names.table_names(summary.model)
    asked = [
        (field, column, row)
        for field in counted_rows(summary.model)
        if (column := choice_column(field)) is not None
        for row in field.rows
    ]
    columns = (
        TableColumn("Indeling", 18),
        TableColumn("Groep", 34),
        TableColumn("Scholen", 9, "number"),
        *(
            TableColumn(row.label, 5, "count", turned=True, group=tables[field.key])
            for field, _, row in asked
        ),
    )
    return Sheet(
        name=names.BY_GROUP,
        title=title("Wat scholen hebben, per gebied", summary),
        intro=("Het aantal scholen dat het heeft. Rood: geen enkele school in deze groep.",),
        columns=columns,
        rows=(list(_present(one, summary, asked)) for one in found),
        frozen=3,
        shades=(Shade(0, "bad", 3, len(columns) - 1),),
        prints="a3",
        tab=COUNT_TAB,
    )


def _progress(group: Group, summary: Summary, numbers: Sequence[Field]) -> list[CellValue]:
    some = members(group, summary)
    statuses = Counter(one.status for one in some)
    timings = Counter(timing_of(one, summary) for one in some)
    return [
        group.field.title,
        group.value or NOT_ANSWERED,
        len(some),
        *(sum(_number(one, field) for one in some) for field in numbers),
        *(statuses[option] for option in summary.model.by_key[STATUS].options),
        sum(one.ready for one in some if one.ready_for),
        timings[Timing.IN_TIME],
        timings[Timing.LATE] + timings[Timing.OVERDUE],
        *(sum(one.count(severity) for one in some) for severity, _ in SEVERITIES),
    ]


def _number(school: School, field: Field) -> int:
    value = school.answers.get(field.key)
    return value if isinstance(value, int) else 0


def _present(
    group: Group, summary: Summary, asked: Sequence[tuple[Field, Column, Row]]
) -> Iterator[CellValue]:
    some = members(group, summary)
    yield group.field.title
    yield group.value or NOT_ANSWERED
    yield len(some)
    for field, column, row in asked:
        words = (item_answer(field, column, one.answers, row.key) for one in some)
        yield sum(meaning_of(column, word) is Meaning.PRESENT for word in words)
