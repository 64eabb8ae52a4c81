"""What a document of anybody's making says, line by line, whatever kind of file it is: plain values."""

from collections.abc import Iterator
from dataclasses import dataclass

from sop_templates.richtext import ListKind, RichText


@dataclass(frozen=True, slots=True)
class Letters:
    """How a line is set, over nearly all of its length.

    Attributes:
        size: points; 0 where the file does not say.
        bold: whether it is bold, by its own look or its style's.
        capitals: whether it is in capitals only.
        underlined: whether it is underlined.
        framed: whether it stands out by a frame or ground of its own.
        italic: whether it is italic.
        colour: of its letters, "" for black or what the reader's screen takes.
    """

    size: float = 0.0
    bold: bool = False
    capitals: bool = False
    underlined: bool = False
    framed: bool = False
    italic: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    r"""A paragraph.

    Attributes:
        text: its words; a line break in it is `\n`.
        rich: the same with its looks, list and links; () for a paragraph without words.
        letters: how it is set.
        outline: level of the heading that it is by its style, from 1; 0 for none.
        style: name of its style, or "".
        list: kind of list that it is an item of, or "".
        lead: how many characters at its beginning are bold, where not all are.
        page: its page from 1, 0 where that is not known.
        pictures: names or descriptions of the pictures in it.
    """

    text: str
    rich: RichText = ()
    letters: Letters = Letters()
    outline: int = 0
    style: str = ""
    list: ListKind = ""
    lead: int = 0
    page: int = 0
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell.

    Attributes:
        lines: what stands in it, tables in it as lines.
        column: its first column from 0.
    """

    lines: tuple[Line, ...]
    column: int

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(one.text for one in self.lines).strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, each with the cells that begin in it.

    Attributes:
        rows: in order.
        number: which table of the document it is, from 0.
    """

    rows: tuple[tuple[Cell, ...], ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: it stands apart from what is around it."""

    lines: tuple[Line, ...]


Part = Line | Grid | Box


@dataclass(frozen=True, slots=True)
class Writing:
    """A document.

    Attributes:
        file: its name as the user gave it.
        parts: in reading order.
        notes: foot- and endnotes.
        margins: the words of headers and footers, each once.
        title: what its properties call it, or "".
        modified: when it was last saved, ISO 8601, or "".
    """

    file: str
    parts: tuple[Part, ...]
    notes: tuple[Line, ...] = ()
    margins: tuple[str, ...] = ()
    title: str = ""
    modified: str = ""

    def lines(self) -> Iterator[Line]:
        """All lines in reading order, those of tables row by row, notes last."""
        for part in self.parts:
            yield from lines_of(part)
        yield from self.notes


def lines_of(part: Part) -> Iterator[Line]:
    """The lines of a part in reading order."""
    if isinstance(part, Line):
        yield part
    elif isinstance(part, Box):
        yield from part.lines
    else:
        for row in part.rows:
            for cell in row:
                yield from cell.lines
