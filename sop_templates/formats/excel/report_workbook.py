"""How a workbook to look at is written: row by row, with filters, frozen panes and print set-up.

Written with XlsxWriter, because openpyxl keeps every cell in memory and is slower at this size.
Of thousands of schools rows go to disk as they come, and take little memory. Every text is
written as text: `=cmd|…` stays what somebody typed.
"""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from itertools import chain, zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.worksheet import Worksheet

from sop_templates.formats.excel.report_charts import draw, height
from sop_templates.formats.excel.report_looks import ACCENT, BARS, Looks
from sop_templates.formats.excel.report_values import (
    CellValue,
    Link,
    Marked,
    Sheet,
    TableColumn,
)

MAX_CELL = 32_767  # characters: Excel's limit
MAX_SHEET_NAME = 31  # characters: Excel's limit
MAX_LINKS = 65_000  # a sheet: Excel takes 65,530, with those that lead back
MAX_ADDRESS = 1_000  # characters: Excel takes 2,079, in which each sign may become three
MAX_HEIGHT = 409  # points: Excel's limit of a row
LINE_HEIGHT = 14.6  # points of a line of text
ROW_HEIGHT = 18  # points of a row of one line, which is
ROW_PIXELS = 24  # pixels
MAX_TURNED = 220  # points of a header that stands upright
# Characters of a wrapped text that fit in one unit of width.
WRAPPED = {"long": 1.1, "word": 1.4}
MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed moment without zone: the same bytes each time
INTRO_WIDTH = 130  # characters that a line of introduction spans at most
A3, A4 = 8, 9  # Excel's numbers of papers
CHART_COLUMNS = 11  # of standard width, under a chart


def write_report(
    sheets: Iterable[Sheet], title: str, back: str = "", *, lean: bool = False
) -> bytes:
    """The bytes of a workbook with these sheets; the same for the same sheets.

    Args:
        sheets: at least one.
        title: the document's title.
        back: the sheet to which all others lead back; "" for none.
        lean: whether rows are forgotten once written, for workbooks of hundreds of thousands of
            cells. Their texts stand in the sheets; Excel moves them to its table of texts at the
            first save.
    """
    target = BytesIO()
    words = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, {"constant_memory": lean, **words})
    book.set_properties({"title": title, "created": MADE})
    looks = Looks(book)
    for sheet in sheets:
        _SheetWriter(book, looks, sheet, back).write()
    book.close()
    return target.getvalue()


class _SheetWriter:
    """Writes one sheet from top to bottom: a lean workbook forgets a row once the next one begins."""

    def __init__(self, book: xlsxwriter.Workbook, looks: Looks, sheet: Sheet, back: str) -> None:
        self.book = book
        self.looks = looks
        self.sheet = sheet
        self.back = back
        self.target: Worksheet = book.add_worksheet(sheet.name[:MAX_SHEET_NAME])
        self.row = 0  # the next one to write
        self.links = 0  # written so far
        self.wrapping = [
            (place, column.width * WRAPPED[column.look])
            for place, column in enumerate(sheet.columns)
            if column.look in WRAPPED
        ]

    def write(self) -> None:
        """Writes all of the sheet."""
        sheet, target = self.sheet, self.target
        target.hide_gridlines(2)
        target.set_default_row(ROW_HEIGHT)
        target.set_tab_color(sheet.tab or ACCENT)
        for number, column in enumerate(sheet.columns):
            target.set_column(number, number, column.width)
        self._write_top()
        self._write_head()
        header = self.row - 1
        rows = list(sheet.rows) if sheet.chart else sheet.rows
        looks = self.looks.cells(sheet.columns, several=False)
        on_top = self.looks.cells(sheet.columns, several=True)
        for row in rows:
            lines = self._most_lines(row) if self.wrapping else 1
            if lines > 1:
                target.set_row(self.row, min(MAX_HEIGHT, LINE_HEIGHT * lines + 4))
            self._write_row(row, looks if lines == 1 else on_top)
        last = self.row - 1
        if sheet.totals:
            self._write_row(sheet.totals, [self.looks.totals[one.look] for one in sheet.columns])
        if last > header:
            target.autofilter(header, 0, last, len(sheet.columns) - 1)
            self._shade(header + 1, last)
        target.freeze_panes(header + 1, sheet.frozen)
        if sheet.chart and isinstance(rows, list) and rows:
            self._draw(header, rows)
        self._print_set_up(header)

    def _write_top(self) -> None:
        target, sheet = self.target, self.sheet
        if not sheet.title:
            return
        target.set_row(0, 28)
        target.write_string(0, 0, sheet.title, self.looks.title)
        self.row = 1
        widths = [column.width for column in sheet.columns]
        across = len(widths) - 1
        room = min(sum(widths), INTRO_WIDTH)
        while across > 0 and sum(widths[:across]) >= room:
            across -= 1
        for line in sheet.intro:
            target.set_row(self.row, LINE_HEIGHT * math.ceil(len(line) / room) + 1)
            if across:
                target.merge_range(self.row, 0, self.row, across, line, self.looks.intro)
            else:
                target.write_string(self.row, 0, line, self.looks.intro)
            self.row += 1
        if self.back and self.back != sheet.name:
            url = f"internal:'{self.back}'!A1"
            target.write_url(self.row, 0, url, self.looks.back, f"naar {self.back}")
        self.row += 1

    def _write_head(self) -> None:
        target, columns = self.target, self.sheet.columns
        if self.sheet.keys:
            target.set_row(self.row, None, None, {"hidden": True})
            for number, key in enumerate(self.sheet.keys):
                target.write_string(self.row, number, key, self.looks.key)
            self.row += 1
        if any(column.group for column in columns):
            self._write_groups(columns)
            self.row += 1
        target.set_row(self.row, _head_height(columns))
        for number, column in enumerate(columns):
            target.write_string(self.row, number, column.header, self.looks.head(column))
        self.row += 1

    def _write_groups(self, columns: Sequence[TableColumn]) -> None:
        first = 0
        for number in range(1, len(columns) + 1):
            if number < len(columns) and columns[number].group == columns[first].group:
                continue
            if (words := columns[first].group) and number - first > 1:
                where = self.row, first, self.row, number - 1
                self.target.merge_range(*where, words, self.looks.group)
            elif words:
                self.target.write_string(self.row, first, words, self.looks.group)
            first = number

    def _write_row(self, row: Sequence[CellValue], looks: Sequence[Format]) -> None:
        target, number = self.target, self.row
        for place, (value, look) in enumerate(zip_longest(row, looks)):
            if value is None or value == "":
                target.write_blank(number, place, None, look)
            elif isinstance(value, str):
                self._write_text(place, value, look)
            elif isinstance(value, (int, float)):
                target.write_number(number, place, value, look)
            elif isinstance(value, Link):
                self._write_link(place, value, look)
            elif isinstance(value, Marked):
                self._write_marked(place, value, look)
            else:
                target.write_datetime(number, place, value, look)
        self.row += 1

    def _write_link(self, place: int, link: Link, look: Format) -> None:
        if self.links >= MAX_LINKS or len(link.url) > MAX_ADDRESS:
            self.target.write_string(self.row, place, _fitted(link.text), look)
            return
        self.links += 1
        url = Url(link.url)
        url.text = _fitted(link.text)
        # XlsxWriter writes a relative path with backslashes, which only Windows follows.
        url._relationship_link = url._relationship_link.replace("\\", "/")  # noqa: SLF001 - no option
        self.target.write_url(self.row, place, url, self.looks.link_like(look))

    def _write_text(self, place: int, text: str, look: Format) -> None:
        fitted = _fitted(text)
        if fitted.startswith("<r>") and fitted.endswith("</r>"):
            # XlsxWriter would take it for XML of its own; in two stretches it is text.
            runs = self.looks.words, fitted[:1], self.looks.words, fitted[1:]
            self.target.write_rich_string(self.row, place, *runs, look)
        else:
            self.target.write_string(self.row, place, fitted, look)

    def _write_marked(self, place: int, marked: Marked, look: Format) -> None:
        (_, mark), *more = marked.parts
        if not more or len(marked.text) > MAX_CELL:
            whole = self.looks.marked.get("" if more else mark, look)
            self._write_text(place, marked.text, whole)
            return
        looks = self.looks.marks
        stretches = ((looks.get(kind, self.looks.words), text) for text, kind in marked.parts)
        self.target.write_rich_string(self.row, place, *chain.from_iterable(stretches), look)

    def _most_lines(self, row: Sequence[CellValue]) -> int:
        """The lines of a row's longest text, by estimate: programs that do not wrap anew cut it."""
        most, last = 1, len(row)
        for place, room in self.wrapping:
            value = row[place] if place < last else None
            if isinstance(value, Marked):
                value = value.text
            if isinstance(value, str) and (len(value) > room or "\n" in value):
                most = max(most, _lines(value, room))
        return most

    def _shade(self, first: int, last: int) -> None:
        target = self.target
        for shade in self.sheet.shades:
            rule: dict[str, object] = {"format": self.looks.tones[shade.tone]}
            if shade.begins:
                rule |= {"type": "text", "criteria": "begins with", "value": shade.value}
            else:
                value = shade.value
                text = (
                    f'"{value.replace(chr(34), chr(34) * 2)}"' if isinstance(value, str) else value
                )
                rule |= {"type": "cell", "criteria": "==", "value": text}
            target.conditional_format(first, shade.first, last, shade.last, rule)
        for number, column in enumerate(self.sheet.columns):
            if column.bars:
                bar = {
                    "type": "data_bar",
                    "bar_color": BARS,
                    "bar_solid": True,
                    "min_value": 0,
                }
                bar |= {"min_type": "num", "data_bar_2010": True}
                target.conditional_format(first, number, last, number, bar)

    def _print_set_up(self, header: int) -> None:
        target, width = self.target, len(self.sheet.columns)
        target.set_landscape()
        prints = self.sheet.prints
        target.set_paper(A3 if prints == "a3" else A4)
        target.set_margins(0.5, 0.5, 0.6, 0.6)
        if prints != "many":
            target.fit_to_pages(1, int(prints == "page"))
        target.repeat_rows(header)
        bottom, right = max(self.row - 1, header), width - 1
        if self.sheet.chart:
            right += CHART_COLUMNS + 1
            bottom = max(bottom, header + math.ceil(height(self.sheet.chart) / ROW_PIXELS))
        target.print_area(0, 0, bottom, right)
        target.set_footer("&L&A&RPagina &P van &N")

    def _draw(self, header: int, rows: Sequence[Sequence[CellValue]]) -> None:
        assert self.sheet.chart is not None
        words = [column.header for column in self.sheet.columns]
        chart = draw(self.book, self.sheet.chart, self.target.get_name(), (header, words), rows)
        place = {"description": self.sheet.chart.alt, "object_position": 2}
        self.target.insert_chart(header, len(words) + 1, chart, place)


def _lines(text: str, room: float) -> int:
    """How many lines a text takes in a column."""
    return sum(math.ceil((len(line) or 1) / room) for line in text.split("\n"))


def _head_height(columns: Sequence[TableColumn]) -> float:
    turned = max((len(one.header) for one in columns if one.turned), default=0)
    lines = max(_lines(one.header, one.width - 1) for one in columns if not one.turned)
    return max(min(turned * 5.6 + 14, MAX_TURNED), LINE_HEIGHT * lines + 6)


def _fitted(text: str) -> str:
    """The text, or as much of it as a cell holds, ending in an ellipsis that shows the cut."""
    return text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 1]}…"
