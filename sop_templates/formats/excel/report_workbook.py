"""A workbook to look at: sheets with one table each, charts, colours by word, links, print set-up.

Written with XlsxWriter, because openpyxl keeps every cell in memory and is slower at this size.
Every text is written as text: `=cmd|…` stays what somebody typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from itertools import zip_longest
from typing import Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

Look = Literal["text", "long", "number", "percent", "date", "centre"]
Tone = Literal["good", "partial", "bad", "muted"]
MAX_CELL = 32_767  # characters: Excel's limit
MAX_SHEET_NAME = 31  # characters: Excel's limit
MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - a fixed moment without zone: the same bytes each time

# Contrast with black text is at least 7:1, so the word stays readable in print and on screen.
TONES: dict[Tone, str] = {
    "good": "#CFE8D5",
    "partial": "#FCE8B2",
    "bad": "#F6CFCB",
    "muted": "#E4E7EB",
}
HEAD, INK, ACCENT, LINE = "#DDEBF0", "#1B2A33", "#17586E", "#B9C9D0"
TITLE_ROWS = 3  # title, introduction, an empty row; the header follows


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere.

    Attributes:
        text: what is shown.
        url: an address, `external:…` for a file beside the workbook, `internal:'Sheet'!A1`.
    """

    text: str
    url: str


CellValue = str | int | float | bool | date | Link | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its header, its width in characters, how its values look, a total or not.

    Attributes:
        header: the words on top.
        width: in characters.
        look: how its cells look.
        turned: whether the header stands upright, for narrow columns.
        group: words over several columns; equal neighbours share them.
        internal: whether it is for board and samenwerkingsverband only: its header is grey.
    """

    header: str
    width: float = 14
    look: Look = "text"
    turned: bool = False
    group: str = ""
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """Colours cells of some columns whose text is a word.

    Attributes:
        word: the whole text of the cell.
        tone: the colour; the word itself still tells, also without colour.
        first: first column, from 0.
        last: last column.
    """

    word: str
    tone: Tone
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """A stacked bar chart of columns of the table, a bar a row.

    Attributes:
        title: over the chart.
        alt: what a screen reader says.
        names: the column with the names of the bars.
        series: the columns that are stacked, with their tones.
        rows: how many rows of the table it takes, from the first.
    """

    title: str
    alt: str
    names: int
    series: tuple[tuple[int, Tone], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one table.

    Attributes:
        name: on its tab, at most 31 characters.
        title: over the table.
        intro: what it shows, in a sentence.
        columns: of the table.
        rows: of the table, each at most as wide as the columns.
        totals: a last row that stays out of the filter, or ().
        frozen: the number of columns that stay when scrolling.
        shades: colours by word.
        chart: beside or below the table.
        hidden: rows 0.. that only machines read, above the header: a key a column.
    """

    name: str
    title: str
    intro: str
    columns: tuple[TableColumn, ...]
    rows: Sequence[Sequence[CellValue]]
    totals: Sequence[CellValue] = ()
    frozen: int = 1
    shades: tuple[Shade, ...] = ()
    chart: BarChart | None = None
    keys: tuple[str, ...] = field(default=())


def write_report(sheets: Sequence[Sheet], title: str) -> bytes:
    """The bytes of a workbook with these sheets; the same for the same sheets.

    Args:
        sheets: at least one.
        title: the document's title.
    """
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"title": title, "created": MADE})
    formats = _Formats(book)
    for sheet in sheets:
        _SheetWriter(book, formats, sheet).write()
    book.close()
    return target.getvalue()


class _Formats:
    """The formats of a workbook, each made once: Excel allows a limited number."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        plain = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
        lined = plain | {"bottom": 4, "bottom_color": LINE}
        head = plain | {"bold": True, "bg_color": HEAD, "text_wrap": True, "valign": "bottom"}
        self.title = book.add_format(plain | {"font_size": 16, "bold": True, "font_color": ACCENT})
        self.intro = book.add_format(plain | {"font_color": "#44545D"})
        self.head = book.add_format(head | {"bottom": 1, "bottom_color": ACCENT})
        self.turned = book.add_format(head | {"rotation": 90, "bottom": 1, "bottom_color": ACCENT})
        self.internal = book.add_format(head | {"bg_color": TONES["muted"], "bottom": 1})
        self.group = book.add_format(head | {"align": "left", "valign": "vcenter"})
        self.key = book.add_format(plain | {"font_color": "#8A979E", "font_size": 8})
        self.link = book.add_format(lined | {"font_color": "#0B5A8A", "underline": 1})
        self.looks: dict[str, Format] = {}
        self.totals: dict[str, Format] = {}
        extra: dict[Look, dict[str, object]] = {
            "text": {},
            "long": {"text_wrap": True},
            "number": {"num_format": "#,##0", "align": "right"},
            "percent": {"num_format": "0%", "align": "right"},
            "date": {"num_format": "d mmm yyyy", "align": "left"},
            "centre": {"align": "center"},
        }
        for look, more in extra.items():
            self.looks[look] = book.add_format(lined | more)
            self.totals[look] = book.add_format(
                plain | more | {"bold": True, "top": 1, "top_color": ACCENT}
            )
        self.tones = {tone: book.add_format({"bg_color": colour}) for tone, colour in TONES.items()}


class _SheetWriter:
    """Writes one sheet: title, introduction, header, rows, totals, and how it prints."""

    def __init__(self, book: xlsxwriter.Workbook, formats: _Formats, sheet: Sheet) -> None:
        self.book = book
        self.formats = formats
        self.sheet = sheet
        self.target: Worksheet = book.add_worksheet(sheet.name[:MAX_SHEET_NAME])
        self.has_groups = any(column.group for column in sheet.columns)
        self.header_row = TITLE_ROWS + bool(sheet.keys) + self.has_groups

    def write(self) -> None:
        """Writes all of the sheet."""
        sheet, target = self.sheet, self.target
        target.hide_gridlines(2)
        target.write_string(0, 0, sheet.title, self.formats.title)
        target.set_row(0, 24)
        target.write_string(1, 0, sheet.intro, self.formats.intro)
        self._write_head()
        first = self.header_row + 1
        looks = [self.formats.looks[column.look] for column in sheet.columns]
        for number, row in enumerate(sheet.rows, start=first):
            self._write_row(number, row, looks)
        last = first + len(sheet.rows) - 1
        if sheet.totals:
            totals = [self.formats.totals[column.look] for column in sheet.columns]
            self._write_row(last + 1, sheet.totals, totals)
        if sheet.rows:
            target.autofilter(self.header_row, 0, last, len(sheet.columns) - 1)
            self._shade(first, last)
        target.freeze_panes(first, sheet.frozen)
        self._print_set_up(last + bool(sheet.totals))
        if sheet.chart is not None and sheet.rows:
            self._draw(sheet.chart, first)

    def _write_head(self) -> None:
        for number, column in enumerate(self.sheet.columns):
            self.target.set_column(number, number, column.width)
            look = self._head_look(column)
            self.target.write_string(self.header_row, number, column.header, look)
        if any(column.turned for column in self.sheet.columns):
            self.target.set_row(self.header_row, 150)
        if self.sheet.keys:
            for number, key in enumerate(self.sheet.keys):
                self.target.write_string(TITLE_ROWS, number, key, self.formats.key)
            self.target.set_row(TITLE_ROWS, None, None, {"hidden": True})
        if self.has_groups:
            self._write_groups(self.header_row - 1)

    def _head_look(self, column: TableColumn) -> Format:
        if column.internal:
            return self.formats.internal
        return self.formats.turned if column.turned else self.formats.head

    def _write_groups(self, row: int) -> None:
        first = 0
        columns = self.sheet.columns
        for number in range(1, len(columns) + 1):
            if number < len(columns) and columns[number].group == columns[first].group:
                continue
            if (words := columns[first].group) and number - first > 1:
                self.target.merge_range(row, first, row, number - 1, words, self.formats.group)
            elif words:
                self.target.write_string(row, first, words, self.formats.group)
            first = number

    def _write_row(self, number: int, row: Sequence[CellValue], looks: Sequence[Format]) -> None:
        target = self.target
        for place, (value, look) in enumerate(zip_longest(row, looks)):
            match value:
                case None | "":
                    target.write_blank(number, place, None, look)
                case str():
                    target.write_string(number, place, _fitted(value), look)
                case bool():
                    target.write_string(number, place, "ja" if value else "nee", look)
                case int() | float():
                    target.write_number(number, place, value, look)
                case date():
                    target.write_datetime(number, place, value, look)
                case Link():
                    self._write_link(number, place, value, look)

    def _write_link(self, row: int, place: int, link: Link, look: Format) -> None:
        url = Url(link.url)
        url.text = _fitted(link.text)
        # XlsxWriter writes a relative path with backslashes, which only Windows follows.
        url._relationship_link = url._relationship_link.replace("\\", "/")  # noqa: SLF001 - no option
        # Excel takes 65,530 links a sheet: the rest is plain text.
        if self.target.write_url(row, place, url, self.formats.link) < 0:
            self.target.write_string(row, place, _fitted(link.text), look)

    def _shade(self, first: int, last: int) -> None:
        for shade in self.sheet.shades:
            self.target.conditional_format(
                first,
                shade.first,
                last,
                shade.last,
                {
                    "type": "cell",
                    "criteria": "==",
                    "value": f'"{shade.word.replace(chr(34), chr(34) * 2)}"',
                    "format": self.formats.tones[shade.tone],
                },
            )

    def _print_set_up(self, last: int) -> None:
        target = self.target
        target.set_landscape()
        target.set_paper(9)
        target.set_margins(0.5, 0.5, 0.6, 0.6)
        target.fit_to_pages(1, 0)
        target.repeat_rows(self.header_row)
        target.print_area(0, 0, max(last, self.header_row), len(self.sheet.columns) - 1)
        target.set_footer("&L&A&RPagina &P van &N")

    def _draw(self, chart: BarChart, first: int) -> None:
        drawing = self.book.add_chart({"type": "bar", "subtype": "stacked"})
        last = first + chart.rows - 1
        name = self.target.get_name()
        for column, tone in chart.series:
            drawing.add_series(
                {
                    "name": [name, self.header_row, column],
                    "categories": [name, first, chart.names, last, chart.names],
                    "values": [name, first, column, last, column],
                    "fill": {"color": TONES[tone]},
                    "border": {"color": "#6C7C84"},
                    "gap": 40,
                }
            )
        drawing.set_title({"name": chart.title, "name_font": {"size": 12, "color": ACCENT}})
        drawing.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        drawing.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": LINE}}})
        drawing.set_legend({"position": "bottom"})
        drawing.set_size({"width": 760, "height": 120 + 24 * chart.rows})
        place = xl_rowcol_to_cell(self.header_row, len(self.sheet.columns) + 1)
        self.target.insert_chart(place, drawing, {"description": chart.alt})


def _fitted(text: str) -> str:
    """The text, or as much of it as a cell holds, ending in an ellipsis that shows the cut."""
    return text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 1]}…"
