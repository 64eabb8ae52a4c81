"""What the template of a report consists of, as plain values: blocks in reading order.

Texts are docxtpl's: `{{ naam }}` is filled in, the words around it stay.
"""

from dataclasses import dataclass
from typing import Literal

CellLook = Literal["text", "number"]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in a style."""

    text: str
    style: str = "Normal"


@dataclass(frozen=True, slots=True)
class Title:
    """A heading: its level from 1, and whether it begins a page."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences: one item each.

    Attributes:
        sentences: a Jinja expression for the sentences.
    """

    sentences: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, the Jinja text of its cells, its share of the width."""

    header: str
    cell: str
    share: float
    look: CellLook = "text"


@dataclass(frozen=True, slots=True)
class RowTable:
    """A table with one row in a loop.

    Attributes:
        rows: a Jinja expression for the rows; each is `rij` in the cells.
        columns: in order.
        caption: the table's title, for who cannot see it.
        description: what it holds, likewise.
    """

    rows: str
    columns: tuple[Column, ...]
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: a Jinja expression that gives one."""

    chart: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Blocks that come once for each value: `name` of `values`."""

    name: str
    values: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class When:
    """Blocks that come only where a Jinja expression holds."""

    condition: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Lines to sign by hand: a label each, with room beside it."""

    labels: tuple[str, ...]
    caption: str
    description: str


Block = Words | Title | Points | RowTable | Picture | Repeat | When | Signing


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The template of a report.

    Attributes:
        title: for the properties, a Jinja text.
        subject: likewise, literal.
        footer: at the bottom of each page.
        owner: the board's name, a Jinja expression: what the header shows.
        year: the school year, likewise.
        blocks: in reading order.
        properties: custom properties, name and text.
    """

    title: str
    subject: str
    footer: str
    owner: str
    year: str
    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, str], ...]
