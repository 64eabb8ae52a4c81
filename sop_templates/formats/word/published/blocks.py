"""What a public Word file shows, as plain values: paragraphs, tables, boxes, in reading order."""

from dataclasses import dataclass
from typing import Literal

from sop_templates.formats.pictures import Picture
from sop_templates.richtext import ListKind

Raised = Literal["", "super", "sub"]


@dataclass(frozen=True, slots=True)
class Words:
    r"""A stretch of text in one look.

    Attributes:
        text: the characters; a line break is `\n`.
        bold: whether it is bold.
        italic: whether it is italic.
        struck: whether it is struck through.
        raised: whether it stands above or below the line.
        url: a safe address, or "".
        note: the number of the note that it refers to, from 1; 0 for none.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: Raised = ""
    url: str = ""
    note: int = 0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in a text.

    Attributes:
        picture: the file.
        words: what it shows, for who cannot see it; "" for a decoration.
        width: pixels that Word shows it with; 0 where it does not say.
    """

    picture: Picture
    words: str = ""
    width: int = 0


Content = tuple[Words | Image, ...]


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph, heading or list item.

    Attributes:
        content: what it shows.
        style: name of its style, English for Word's own ones.
        level: of a heading, from 1; 0 for other paragraphs.
        is_counted: whether Word puts a number before it.
        list: kind of list that it is an item of, or "".
        family: which lists share their count with its own.
        depth: level in the list, from 0.
        begins: whether it begins the count again.
        bookmarks: that begin at or in it.
    """

    content: Content
    style: str = ""
    level: int = 0
    is_counted: bool = False
    list: ListKind = ""
    family: str = ""
    depth: int = 0
    begins: bool = False
    bookmarks: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(one.text for one in self.content if isinstance(one, Words))


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: what stands in it, and how many columns and rows it covers."""

    blocks: "tuple[Block, ...]"
    across: int = 1
    down: int = 1

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(one.text for one in self.blocks if isinstance(one, ParagraphBlock)).strip()


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: its cells, and whether it heads the table."""

    cells: tuple[Cell, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table.

    Attributes:
        rows: in order.
        first_column_heads: whether its look says that the first column names the rows.
        title: its title for who cannot see it, or "".
        bookmarks: that begin before or in it.
    """

    rows: tuple[Row, ...]
    first_column_heads: bool = False
    title: str = ""
    bookmarks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BoxBlock:
    """A text box."""

    blocks: "tuple[Block, ...]"


Block = ParagraphBlock | TableBlock | BoxBlock


@dataclass(frozen=True, slots=True)
class Reading:
    """What a public file shows.

    Attributes:
        blocks: of the body.
        notes: foot- and endnotes, in the order of their numbers.
    """

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Block, ...], ...] = ()
