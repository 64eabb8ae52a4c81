"""A bar chart as parts for another Office file: its XML, and a workbook with its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import xlsxwriter

from sop_templates.formats.excel.report_charts import WIDTH, draw, height
from sop_templates.formats.excel.report_values import BarChart, CellValue
from sop_templates.formats.excel.report_workbook import MADE

SHEET = "Cijfers"
CHART = "xl/charts/chart1.xml"


@dataclass(frozen=True, slots=True)
class ChartParts:
    """A chart and its numbers.

    Attributes:
        xml: the part with the chart, `c:chartSpace`.
        workbook: an .xlsx file; the chart's formulas name its cells.
        width: pixels.
        height: pixels.
    """

    xml: bytes
    workbook: bytes
    width: int
    height: int


def chart_parts(
    chart: BarChart, head: Sequence[str], rows: Sequence[Sequence[CellValue]]
) -> ChartParts:
    """The parts of a chart; the same bytes for the same chart and numbers.

    Args:
        chart: what it shows.
        head: the words over the columns.
        rows: the names of the bars and their numbers.
    """
    with ZipFile(BytesIO(_book(chart, head, rows, drawn=True))) as parts:
        xml = parts.read(CHART)
    return ChartParts(xml, _book(chart, head, rows, drawn=False), WIDTH, height(chart))


def _book(
    chart: BarChart, head: Sequence[str], rows: Sequence[Sequence[CellValue]], *, drawn: bool
) -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet(SHEET)
    for number, row in enumerate((head, *rows)):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, place, value)
            else:
                sheet.write_number(number, place, value)
    if drawn:
        sheet.insert_chart(0, len(head) + 1, draw(book, chart, SHEET, (0, head), rows))
    book.close()
    return target.getvalue()
