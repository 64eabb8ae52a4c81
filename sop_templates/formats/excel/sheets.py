"""What can be put into a workbook: sheets with cells, looks, drop-downs and highlights; plain values.

Rows and columns count from 1, as in Excel.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

GENERAL = "General"
TEXT = "@"  # typed text stays text: `1E5`, `07PD00`, `- a list`, `=cmd`
DUTCH_DATE = "[$-413]d mmmm yyyy"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks, and whether it can be typed in on a protected sheet.

    Attributes:
        size: in points.
        bold: as in Word.
        italic: as in Word.
        underline: as in Word.
        color: of the text, `#RRGGBB`, or "".
        fill: of the cell, or "".
        border: color of a thin line around, or "".
        rule: color of a thin line below, or "".
        wrap: whether long text goes on below.
        across: where the text stands between left and right, or "" (numbers right, text left).
        down: where it stands between top and bottom.
        indent: steps from the left.
        number_format: Excel's code, in English as it lies in the file.
        unlocked: whether it can be typed in on a protected sheet.
    """

    size: int = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = ""
    fill: str = ""
    border: str = ""
    rule: str = ""
    wrap: bool = False
    across: Literal["", "left", "center", "right"] = ""
    down: Literal["top", "vcenter", "bottom"] = "top"
    indent: int = 0
    number_format: str = GENERAL
    unlocked: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in Excel's English spelling, and what it gives now (shown until it is counted)."""

    text: str
    value: str | int | float = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words that show, and the address; `#'Blad'!A1` leads to a sheet."""

    text: str
    url: str


Content = str | int | float | bool | date | Formula | Link | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `columns` and `rows` above 1 merge it with its neighbours to the right and below."""

    row: int
    column: int
    content: Content
    look: Look = PLAIN
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch of cells, all ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Columns:
    """How columns look: their width in characters, and the look of cells not written."""

    first: int
    last: int
    width: float
    look: Look | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be typed in cells, and what Excel says about it.

    Attributes:
        areas: the cells.
        kind: `any` (message only), `list`, `date`, `whole` (number) or `length` (of text).
        source: of a `list`, as a formula: `=Keuzes!$A$2:$A$6`.
        minimum: of a whole number or length, or of a date.
        maximum: as above.
        title: of the message that shows beside a chosen cell; at most 32 characters.
        message: the message; at most 255 characters.
        refusal: what Excel says of a wrong entry; "" lets everything pass.
        strict: whether a wrong entry is refused; else it is asked about.
    """

    areas: tuple[Area, ...]
    kind: Literal["any", "list", "date", "whole", "length"] = "any"
    source: str = ""
    minimum: int | date = 0
    maximum: int | date = 0
    title: str = ""
    message: str = ""
    refusal: str = ""
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Highlight:
    """A look that cells take where a formula (written for the first of them) holds.

    Attributes:
        area: the cells.
        formula: `=LEN(C7)=0`.
        look: color, fill and bold count.
    """

    area: Area
    formula: str
    look: Look


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        name: at most 31 characters.
        cells: what it holds, from top to bottom.
        columns: how its columns look.
        heights: of rows, in points, that stay.
        first_heights: of rows, in points, that grow with what is typed.
        hidden_rows: numbers of hidden rows.
        entries: what may be typed where.
        highlights: looks under a condition.
        freeze: row and column of the first cell that scrolls, or None.
        filter: area with filter buttons on its first row, or None.
        hidden: whether the sheet is.
        landscape: how it is printed.
        print_area: what is printed; None prints what is filled.
        repeat_columns: how many columns from the left are printed on each page, because the sheet is
            too wide for one; 0 fits the sheet to the page's width.
        repeat_rows: how many rows from the top are printed on each page; 0 for none.
        tab_color: of its tab, or "".
        start: the cell that is chosen when the sheet is opened.
        zoom: per cent.
    """

    name: str
    cells: Iterable[Cell]
    columns: tuple[Columns, ...] = ()
    heights: Mapping[int, float] = field(default_factory=dict)
    first_heights: Mapping[int, float] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    freeze: tuple[int, int] | None = None
    filter: Area | None = None
    hidden: bool = False
    landscape: bool = True
    print_area: Area | None = None
    repeat_columns: int = 0
    repeat_rows: int = 0
    tab_color: str = ""
    start: tuple[int, int] = (1, 1)
    zoom: int = 100


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets, its title and language, custom properties."""

    sheets: tuple[Sheet, ...]
    title: str
    language: str = "nl-NL"
    properties: Mapping[str, str] = field(default_factory=dict)
