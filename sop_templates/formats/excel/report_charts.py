"""How a bar chart is drawn beside a table: stacked, a bar a row, with the words a screen reader says."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.chart import Chart

from sop_templates.formats.excel.report_looks import ACCENT, CHART_TONES, INK, LINE
from sop_templates.formats.excel.report_values import BarChart, CellValue

WIDTH = 720  # pixels
BAR = 21  # pixels a bar, and
AROUND = 130  # pixels for title, axis and legend, of which
TITLE = 40  # pixels for the title


def draw(
    book: xlsxwriter.Workbook,
    chart: BarChart,
    sheet: str,
    head: tuple[int, Sequence[str]],
    cells: Sequence[Sequence[CellValue]],
) -> Chart:
    """A chart of cells that stand in a sheet.

    Args:
        book: the workbook that takes it.
        chart: what it shows.
        sheet: the name of the sheet with the table.
        head: the row of the header, from 0, and its words; the bars follow below.
        cells: the rows of the table, for programs that show a chart without counting again.
    """
    row, words = head
    first, last = row + 1, row + chart.rows
    shown = cells[: chart.rows]
    drawing = book.add_chart({"type": "bar", "subtype": "stacked"})
    names = [str(one[chart.names]) for one in shown]
    for one in chart.series:
        drawing.add_series(
            {
                "name": [sheet, row, one.column],
                "name_data": [words[one.column]],
                "categories": [sheet, first, chart.names, last, chart.names],
                "categories_data": names,
                "values": [sheet, first, one.column, last, one.column],
                "values_data": [cell[one.column] for cell in shown],
                "fill": {"color": CHART_TONES[one.tone][min(one.step, 2)]},
                "border": {"color": "#FFFFFF", "width": 0.75},
                "gap": 35,
            }
        )
    named = {"name": chart.title, "name_font": {"size": 13, "color": ACCENT}}
    drawing.set_title(named if chart.title else {"none": True})
    drawing.set_y_axis({"reverse": True, "num_font": {"size": 9, "color": INK}})
    whole = {"major_gridlines": {"visible": True, "line": {"color": LINE}}, "num_format": "0"}
    drawing.set_x_axis(whole | {"label_position": "low", "min": 0, "max": chart.most})
    drawing.set_chartarea({"border": {"none": True}})
    drawing.set_legend({"position": "bottom"})
    drawing.set_size({"width": WIDTH, "height": height(chart)})
    return drawing


def height(chart: BarChart) -> int:
    """How high the chart is, in pixels."""
    return AROUND - (0 if chart.title else TITLE) + BAR * chart.rows
