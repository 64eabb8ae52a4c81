"""What a workbook to look at holds: sheets with one table each, colours by word, charts, links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

# `long` and `word` wrap; `word` is small and in the middle, for narrow columns of one word each, and
# `count` is a number in the middle of one.
Look = Literal["text", "long", "word", "number", "count", "percent", "date", "centre"]
# How a sheet prints: as wide as the paper (A4 or A3), all on one page, or over many pages.
Print = Literal["a4", "a3", "page", "many"]
Tone = Literal["good", "partial", "bad", "muted"]
Mark = Literal["", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere.

    Attributes:
        text: what is shown.
        url: an address, `external:…` for a file beside the workbook, `internal:'Sheet'!A1`.
    """

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell whose text has marked stretches: struck through where words went, underlined where they came.

    Attributes:
        parts: the text in stretches, none of them empty, each with its mark.
    """

    parts: tuple[tuple[str, Mark], ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(words for words, _ in self.parts)


CellValue = str | int | float | date | Link | Marked | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table.

    Attributes:
        header: the words on top.
        width: in characters.
        look: how its cells look.
        turned: whether the header stands upright, for narrow columns.
        group: words over several columns; equal neighbours share them.
        internal: whether it is for board and samenwerkingsverband only: its header is grey.
        bars: whether its numbers show as bars too.
    """

    header: str
    width: float = 14
    look: Look = "text"
    turned: bool = False
    group: str = ""
    internal: bool = False
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """Colours the cells of some columns that hold one value.

    Attributes:
        value: all that the cell holds; it still tells without colour.
        tone: the colour.
        first: first column, from 0.
        last: last column.
        begins: whether the cell only begins with the value.
    """

    value: str | int
    tone: Tone
    first: int
    last: int
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A part of each bar.

    Attributes:
        column: of the table, with the numbers.
        tone: its colour.
        step: 0 for the first of several parts in one tone, 1 for the next; each is lighter.
    """

    column: int
    tone: Tone
    step: int = 0


@dataclass(frozen=True, slots=True)
class BarChart:
    """A stacked bar chart of columns of the table, a bar a row, to the right of it.

    Attributes:
        title: over the chart.
        alt: what a screen reader says.
        names: the column with the names of the bars.
        series: what is stacked.
        rows: how many rows of the table it takes, from the first.
        most: where the axis ends; None leaves that to the program.
    """

    title: str
    alt: str
    names: int
    series: tuple[Series, ...]
    rows: int
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one table.

    Attributes:
        name: on its tab, at most 31 characters.
        title: over the table; "" puts the header in the first row, for programs that read the sheet.
        intro: what it shows, a line each.
        columns: of the table.
        rows: of the table, each at most as wide as the columns; gone through once.
        totals: a last row that stays out of the filter, or ().
        frozen: the number of columns that stay when scrolling.
        shades: colours by value.
        chart: beside the table.
        keys: a key a column, in a hidden row above the header that only machines read.
        prints: on which paper.
        tab: the colour of its tab, as `#17586E`, or "".
    """

    name: str
    title: str
    intro: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    rows: Iterable[Sequence[CellValue]]
    totals: Sequence[CellValue] = ()
    frozen: int = 1
    shades: tuple[Shade, ...] = ()
    chart: BarChart | None = None
    keys: tuple[str, ...] = ()
    prints: Print = "a4"
    tab: str = ""
