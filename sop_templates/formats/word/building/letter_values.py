"""What a letter by mail merge consists of, as plain values: words with merge fields, blocks, form fields."""

from dataclasses import dataclass
from typing import Literal

from sop_templates.formats.word.building.control_values import Control

NO_PROMPT = "\u2002" * 5  # en spaces: room to click in Word, nothing to read on paper


@dataclass(frozen=True, slots=True)
class MergeCode:
    r"""A merge field in a text.

    Attributes:
        name: what it asks: `school_naam`.
        before: text before a value that is not empty.
        after: text after a value that is not empty.
    """

    name: str
    before: str = ""
    after: str = ""

    @property
    def code(self) -> str:
        r"""The instruction of the field: `MERGEFIELD school_naam \b "van "`."""
        switches = ((r"\b", self.before), (r"\f", self.after))
        words = [f' {switch} "{text}"' for switch, text in switches if text]
        return f"MERGEFIELD {self.name}{''.join(words)}"

    @property
    def shown(self) -> str:
        """What Word shows until it is filled: `«school_naam»`."""
        return f"«{self.name}»"


Words = tuple[str | MergeCode, ...]
LineLook = Literal[
    "sender", "address", "closing", "signed", "enclosures", "title", "name", "year", "note", "text"
]


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs in one look.

    Attributes:
        look: as what they stand: an address, a title, plain text.
        lines: one a paragraph.
    """

    look: LineLook
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class LetterHeading:
    """A heading."""

    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What the letter is about: `Datum: 12 mei 2026`, one a line, aligned.

    Attributes:
        rows: a label and words each.
    """

    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class LetterColumn:
    """A column of a table: its header and its share of the width."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table; a row with fields of a list is repeated when it is filled.

    Attributes:
        columns: with their headers.
        rows: words a cell.
        caption: the table's title for who cannot see it.
        description: what it holds, likewise.
    """

    columns: tuple[LetterColumn, ...]
    rows: tuple[tuple[Words, ...], ...]
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, on paper or in Word.

    Attributes:
        boxes: a control each; its title is the words beside it.
    """

    boxes: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A line of a form.

    Attributes:
        label: what is asked.
        words: what is known already.
        control: where it is typed, or None where there is only room to write.
        height: twips of room at least.
    """

    label: str
    words: Words = ()
    control: Control | None = None
    height: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """Lines to fill in and to sign, in a table.

    Attributes:
        columns: headers of the labels and of the room beside them.
        rows: the lines.
        caption: the table's title for who cannot see it.
        description: what it asks, likewise.
    """

    columns: tuple[LetterColumn, LetterColumn]
    rows: tuple[FormRow, ...]
    caption: str
    description: str


LetterBlock = Lines | LetterHeading | Reference | Bullets | LetterTable | Ticks | Form


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """A letter.

    Attributes:
        title: the document's title.
        subject: what it belongs to.
        header: what stands on top of all pages but the first.
        footer: what stands at the foot of each page, beside its number.
        blocks: in reading order.
        properties: custom document properties, name and text.
    """

    title: str
    subject: str
    header: Words
    footer: Words
    blocks: tuple[LetterBlock, ...]
    properties: tuple[tuple[str, str], ...]
