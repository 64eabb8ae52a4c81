"""The sheet *Tellingen*: how often each option of each counted choice was chosen."""

from collections.abc import Iterator
from itertools import groupby

from sop_templates.domain.coverage import ChoiceCount, count_choices
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import COUNT_TAB, title
from sop_templates.engine.summary.dutch_counts import schools
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import CellValue, Sheet, TableColumn

NOT_ANSWERED = "(niet ingevuld)"
OWN_WORDS = "eigen woorden"
COLUMNS = (
    TableColumn("Vraag", 44, "long"),
    TableColumn("Kolom", 16),
    TableColumn("Antwoord", 36, "long"),
    TableColumn("Scholen", 12, "number", bars=True),
    TableColumn("Aandeel", 10, "percent"),
    TableColumn("Keren", 10, "number"),
    TableColumn("Soort", 16),
)


def choices_sheet(summary: Summary) -> Sheet:
    """A row an option, for all choices that the model counts."""
    return Sheet(
        name=names.CHOICES,
        title=title(names.CHOICES, summary),
        intro=(
            (
                f"Alle keuzevragen, geteld over {schools(len(summary.schools))}. “Scholen” telt een school "
                "een keer, “Keren” telt elke regel waarin het antwoord staat."
            ),
        ),
        columns=COLUMNS,
        rows=_rows(summary),
        frozen=3,
        tab=COUNT_TAB,
    )


def _rows(summary: Summary) -> Iterator[list[CellValue]]:
    total = len(summary.schools)
    counts = count_choices(summary.model, summary.records)
    for _, group in groupby(counts, key=lambda one: (one.field.key, one.column)):
        options = list(group)
        for one in options:
            kind = OWN_WORDS if one.is_own else None
            yield [
                *_asked(one),
                one.option,
                one.schools,
                _share(one.schools, total),
                one.times,
                kind,
            ]
        if options[0].column is None and (empty := total - sum(one.times for one in options)):
            yield [*_asked(options[0]), NOT_ANSWERED, empty, _share(empty, total), None, None]


def _asked(one: ChoiceCount) -> list[CellValue]:
    return [one.field.title, one.column.label if one.column else None]


def _share(count: int, total: int) -> float | None:
    return count / total if total else None
