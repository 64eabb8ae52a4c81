"""What a page shows, as plain values: everything in them is text, and is escaped when it is written."""

from dataclasses import dataclass, field
from typing import Any, Literal

Tone = Literal["", "present", "partly", "absent"]


@dataclass(frozen=True, slots=True)
class Text:
    r"""A stretch of text in one look; a line break is `\n`.

    Attributes:
        text: the characters.
        bold: whether it is bold.
        italic: whether it is italic.
        struck: whether it is struck through.
        raised: `super`, `sub` or "".
        url: a safe address, or "".
        note: the number of the note that it refers to; 0 for none.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: str = ""
    url: str = ""
    note: int = 0

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: an address with the file in it, words for who cannot see it, its size in pixels."""

    source: str = field(repr=False)
    words: str = ""
    width: int = 0
    height: int = 0
    kind: str = "figure"


Line = tuple[Text | Figure, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; `turns` where it holds words that are written from right to left."""

    line: Line
    turns: bool = False
    kind: str = "prose"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures by themselves, with the line below them."""

    figures: tuple[Figure, ...]
    caption: Line = ()
    kind: str = "pictures"


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading in a section: level 3 to 6, its id and number."""

    line: Line
    level: int
    id: str
    number: str = ""
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its line, and lists below it."""

    line: Line
    blocks: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered from `start` or with bullets where that is 0."""

    items: tuple[Item, ...]
    start: int = 0
    kind: str = "items"


@dataclass(frozen=True, slots=True)
class Fact:
    """A short question and its answer."""

    label: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Facts:
    """Short questions and answers."""

    facts: tuple[Fact, ...]
    kind: str = "facts"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A table's cell.

    Attributes:
        blocks: what stands in it.
        column: the head of its column, "" for none.
        is_head: whether it names its row.
        across: columns that it covers.
        down: rows that it covers.
        tone: whether it says that something is there, partly, or not.
    """

    blocks: "tuple[Block, ...]"
    column: str = ""
    is_head: bool = False
    across: int = 1
    down: int = 1
    tone: Tone = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.blocks


@dataclass(frozen=True, slots=True)
class GridGroup:
    """Rows under one subheading, or under none."""

    rows: tuple[tuple[GridCell, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        caption: what it is about.
        heads: its header rows.
        groups: its other rows.
        columns: how many it has.
        is_plain: whether each row can be shown as a card on a phone; else it scrolls.
    """

    caption: str
    heads: tuple[tuple[GridCell, ...], ...]
    groups: tuple[GridGroup, ...]
    columns: int
    is_plain: bool
    kind: str = "grid"


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands apart: a text box, a fixed text of the region with a note that says so."""

    blocks: "tuple[Block, ...]"
    note: str = ""
    kind: str = "aside"


Block = Prose | Pictures | Subheading | Items | Facts | Grid | Aside


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of a page: its id, number, title, and what stands in it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A school's page.

    Attributes:
        title: of the window.
        name: of the school.
        kind: what the page is, e.g. Schoolondersteuningsprofiel.
        year: school year, or "".
        lead: a line below the name: board and place.
        established: when and by whom it was established, or "".
        description: a sentence or two, for search engines and messages.
        summary: for parents, or None.
        opening: what stands before the first chapter, the school's facts among it.
        sections: the chapters.
        notes: foot- and endnotes.
        data: about the school, as schema.org has it.
        is_draft: whether it is not established.
        pdf: name of the PDF beside it, or "".
        index: name of the page with all schools, or "".
    """

    title: str
    name: str
    kind: str
    year: str
    lead: str
    established: str
    description: str
    summary: Section | None
    opening: tuple[Section, ...]
    sections: tuple[Section, ...]
    notes: tuple[tuple[Block, ...], ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    is_draft: bool = False
    pdf: str = ""
    index: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a school says of one thing that parents may need.

    Attributes:
        need: an id of what is needed.
        tone: whether it is there or partly there.
        status: in the school's words, e.g. op orde.
        note: an explanation, or "".
    """

    need: str
    tone: Tone
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a child may need: its id, its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """Needs that belong together, under a heading."""

    title: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A school in a list of schools.

    Attributes:
        name: of the school.
        place: where it is, or "".
        kind: what sort of school, or "".
        concept: its way of teaching, or "".
        year: school year, or "".
        page: address of its page.
        pdf: address of its PDF, or "".
        description: a sentence or two.
        offers: what it has, or partly has, of what parents may need.
        groups: all that it was asked about, in order.
        is_draft: whether its SOP is not established.
    """

    name: str
    place: str
    kind: str
    concept: str
    year: str
    page: str
    pdf: str
    description: str
    offers: tuple[Offer, ...] = ()
    groups: tuple[NeedGroup, ...] = ()
    is_draft: bool = False
