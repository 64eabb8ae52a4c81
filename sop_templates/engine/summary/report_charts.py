"""The charts of the board's report: how far the schools are, and what they offer."""

from collections import Counter
from collections.abc import Sequence

from sop_templates.domain.coverage import ItemCount
from sop_templates.domain.model import STATUS, Column, Field
from sop_templates.engine.summary.columns import series_of, step_series
from sop_templates.engine.summary.dutch_counts import joined, schools
from sop_templates.engine.summary.offer import chart_words
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.chart_parts import chart_parts
from sop_templates.formats.excel.report_values import BarChart, CellValue
from sop_templates.formats.word.report.charts import Chart

WIDTH = 620  # pixels: the width of the text
HEIGHT = 0.86  # of what the workbook's charts take: bars may stand closer in print
SCHOOLS = "Scholen"


def standing_chart(summary: Summary) -> Chart | None:
    """How many schools stand on each step: one bar in parts; None without schools."""
    if not summary.schools:
        return None
    steps = summary.model.by_key[STATUS].options
    counts = Counter(one.status for one in summary.schools)
    told = joined([f"{one} {counts[one]}" for one in steps])
    bars = BarChart(
        title="",
        alt=f"Staafdiagram van de stand op de route, voor {schools(len(summary.schools))}: {told}.",
        names=0,
        series=step_series(summary.model, 1),
        rows=1,
        most=len(summary.schools),
    )
    return _chart(bars, ["", *steps], [[SCHOOLS, *(counts[one] for one in steps)]])


def offer_chart(
    field: Field, column: Column, counts: Sequence[ItemCount], summary: Summary
) -> Chart:
    """How many schools gave which answer, a bar an item."""
    bars = BarChart(
        title="",
        alt=chart_words(field, column, list(counts), summary).replace(
            "De cijfers staan in de tabel ernaast.", "Alle cijfers staan in het werkboek."
        ),
        names=0,
        series=series_of(column, 1),
        rows=len(counts),
        most=len(summary.schools) or None,
    )
    rows: list[list[CellValue]] = [[one.row.label, *one.by_option.values()] for one in counts]
    return _chart(bars, ["", *column.options], rows)


def _chart(bars: BarChart, head: Sequence[str], rows: Sequence[Sequence[CellValue]]) -> Chart:
    parts = chart_parts(bars, head, rows)
    height = round(parts.height * HEIGHT) if bars.rows > 1 else parts.height
    return Chart(parts.xml, parts.workbook, bars.alt, WIDTH, height)
