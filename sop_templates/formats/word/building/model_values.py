"""What a Word model consists of, as plain values: blocks in reading order, header, properties."""

from dataclasses import dataclass

from sop_templates.formats.word.building.control_values import Control
from sop_templates.richtext import RichText


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        text: the words, without a number.
        level: 1 for a chapter, 2 for a question.
        numbered: whether Word numbers it.
        new_page: whether it begins a page.
    """

    text: str
    level: int
    numbered: bool = True
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of literal text in a style, e.g. `Title` or `SopIntro`."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in a style that holds an inline control."""

    control: Control
    style: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A rich text control, with its paragraph in a style."""

    control: Control
    style: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A short question and its control."""

    label: str
    control: Control


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its header and its share of the table's width."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Short questions and answers, side by side in a table.

    Attributes:
        facts: one a row.
        columns: of the questions and of the answers.
        caption: the table's title for who cannot see it.
        description: what it holds, likewise.
    """

    facts: tuple[Fact, ...]
    columns: tuple[TableColumn, TableColumn]
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class ListTable:
    """A table whose rows people add: one template row in a loop.

    Attributes:
        tag: of the repeating section.
        title: of the repeating section.
        bookmark: around the table.
        columns: in order.
        controls: one a column; their content names the loop's `row`.
        loop: the list's Jinja expression, e.g. `visie.sterk`.
        description: what the table holds, for who cannot see it.
    """

    tag: str
    title: str
    bookmark: str
    columns: tuple[TableColumn, ...]
    controls: tuple[Control, ...]
    loop: str
    description: str


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A row of a table with fixed rows: its label, its controls, the group that it begins or ""."""

    label: str
    controls: tuple[Control, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class RowsTable:
    """A table with fixed rows; the first column holds their labels.

    Attributes:
        title: the question.
        bookmark: around the table.
        columns: in order, the labels' column first.
        rows: in order.
        description: what the table holds, for who cannot see it.
    """

    title: str
    bookmark: str
    columns: tuple[TableColumn, ...]
    rows: tuple[FixedRow, ...]
    description: str


@dataclass(frozen=True, slots=True)
class FixedBlock:
    """A text of the region that cannot be typed in.

    Attributes:
        tag: of its control.
        title: its heading within the block, and the control's title.
        bookmark: around it.
        text: paragraphs and list items.
        note: a small line below that says that it is fixed, or "".
    """

    tag: str
    title: str
    bookmark: str
    text: RichText
    note: str = ""


Block = Heading | Text | Line | Passage | Facts | ListTable | RowsTable | FixedBlock


@dataclass(frozen=True, slots=True)
class ModelDocument:
    """A Word model.

    Attributes:
        title: for the properties, a Jinja text.
        subject: likewise, literal.
        region: who gives it out; stands in the footer.
        school: the school's name, a Jinja expression: what the header shows.
        year: the school year, likewise.
        blocks: in reading order.
        properties: custom properties, name and text.
    """

    title: str
    subject: str
    region: str
    school: str
    year: str
    blocks: tuple[Block, ...]
    properties: tuple[tuple[str, str], ...]
