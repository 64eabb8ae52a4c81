"""What a model asks: chapters, fields and fixed texts; plain frozen values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sop_templates.domain.route import Step

SCHOOL_NAME = "school.naam"
SCHOOL_CODE = "school.vestigingscode"
SCHOOL_YEAR = "school.schooljaar"
STATUS = "vaststelling.status"


class FieldType(StrEnum):
    """What kind of answer a field takes."""

    TEXT = "text"
    RICH = "rich"
    CHOICE = "choice"
    FLAG = "flag"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"
    LINK = "link"
    LIST = "list"
    ROWS = "rows"


class Need(StrEnum):
    """How much an answer is needed: V, A and O of the model's description."""

    REQUIRED = "required"
    ADVISED = "advised"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of an answer; None is unbounded.

    Attributes:
        min_words, max_words: fewest and most words of a text.
        max_characters: most characters of a text.
        minimum, maximum: lowest and highest number, or fewest and most filled rows of a list.
        pattern: a regular expression for the whole text.
    """

    min_words: int | None = None
    max_words: int | None = None
    max_characters: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list or of fixed rows.

    Attributes:
        key: last part of the tag: `status` in `basis.aanbod.mdo.status`.
        label: the column's header, Dutch.
        type: TEXT or CHOICE.
        need: how much it is needed, once its row is used.
        prompt: what is asked, Dutch.
        options: the choices, as shown and stored.
        open: whether own words are allowed beside the options (a combo box).
        limits: bounds of the text.
        present: options that say that a school has what the row asks.
        partly: options that say that it partly has it, or soon will.
        absent: options that say that it has not; the rest says that the question does not apply.
    """

    key: str
    label: str
    type: FieldType = FieldType.TEXT
    need: Need = Need.OPTIONAL
    prompt: str = ""
    options: tuple[str, ...] = ()
    open: bool = False
    limits: Limits = Limits()
    present: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A fixed row of a table.

    Attributes:
        key: the middle part of its tags.
        label: what it is about, Dutch.
        group: the subheading it stands under.
        themes: options of list columns under which schools plan or do something about it.
    """

    key: str
    label: str
    group: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a model asks.

    Attributes:
        key: `section.name`: Word tag, Excel key, JSON key and template name.
        label: the question, Dutch.
        title: the control's title in Word: the label, or a shorter one of at most 64 characters.
        type: what kind of answer.
        need: how much it is needed.
        star: belongs to one of the four parts that every SOP must have.
        internal: for board and SPPOH only; in no public output.
        counted: counted in the board's summary.
        in_schoolgids: part of the schoolgids extract.
        names_person: may hold a person's name; left out of public output unless asked.
        asks_boundary: asks what the school cannot offer, so that vague words leave it unanswered.
        inspected: expected by the inspectorate in every SOP, in a school's own format too.
        groups: schools are counted and compared by its answer: board, municipality, area.
        renewed: its answer tells of one year: next year's file begins without it.
        proposes: what a proposal for it is made of: `changes` since the year before; or "".
        sheet: name of its sheet in the summary; the last word of the key where it is "".
        prompt: what is asked, Dutch; the placeholder in Word and the explanation in Excel.
        bookmark: name of the bookmark around its control or table, at most 40 characters.
        options: the choices.
        limits: bounds.
        columns, rows: of LIST and ROWS; of ROWS.
        default: the answer where nobody gave one (text; a link's address).
        duo: columns of DUO's file that give the answer, joined by a space.
        duo_values: DUO's value to ours; `*` stands for every other value.
        other_labels: words under which own-format and older SOPs ask the same.
    """

    key: str
    label: str
    title: str
    type: FieldType
    bookmark: str
    need: Need = Need.OPTIONAL
    star: bool = False
    internal: bool = False
    counted: bool = False
    in_schoolgids: bool = False
    names_person: bool = False
    asks_boundary: bool = False
    inspected: bool = False
    groups: bool = False
    renewed: bool = False
    proposes: str = ""
    sheet: str = ""
    prompt: str = ""
    options: tuple[str, ...] = ()
    limits: Limits = Limits()
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    default: str = ""
    duo: tuple[str, ...] = ()
    duo_values: Mapping[str, str] = field(default_factory=dict)
    other_labels: tuple[str, ...] = ()

    @property
    def section(self) -> str:
        """The first part of the key."""
        return self.key.partition(".")[0]

    @property
    def is_table(self) -> bool:
        """Whether it is answered in a table: a list or fixed rows."""
        return self.type in (FieldType.LIST, FieldType.ROWS)

    def column(self, key: str) -> Column | None:
        """The column with that key, or None."""
        return next((column for column in self.columns if column.key == key), None)

    def row(self, key: str) -> Row | None:
        """The fixed row with that key, or None."""
        return next((row for row in self.rows if row.key == key), None)

    def tags(self) -> tuple[str, ...]:
        """The tags of its controls in Word: one, one a column, or one a row and column."""
        if self.type is FieldType.LIST:
            return tuple(f"{self.key}.{column.key}" for column in self.columns)
        if self.type is FieldType.ROWS:
            return tuple(
                f"{self.key}.{row.key}.{column.key}" for row in self.rows for column in self.columns
            )
        return (self.key,)


@dataclass(frozen=True, slots=True)
class FixedText:
    """A regional text that a school may not change.

    Attributes:
        key: `vast.…`, the tag of its locked control.
        title: its heading or the control's title.
        text: the words, in the CommonMark subset (paragraphs and `-` lists).
        star: one of the four parts that every SOP must have; changing it is an error.
        bookmark: name of the bookmark around its control.
    """

    key: str
    title: str
    text: str
    bookmark: str
    star: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its fixed texts first, then its fields.

    Attributes:
        key, title: a word; the heading, without number.
        number: the heading's number, 0 for unnumbered parts.
        star: one of the four parts that every SOP must have.
        front: whether it is the front page.
        intro: a sentence under the heading, Dutch, or "".
        fixed: keys of its fixed texts.
        fields: its fields in order, internal ones too (those are printed on the last page).
        headings: other words under which own-format SOPs have this chapter.
    """

    key: str
    title: str
    number: int = 0
    star: bool = False
    front: bool = False
    intro: str = ""
    fixed: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """A model of the library: all that a SOP of a region asks, says and must do.

    Attributes:
        id, version: name of its folder, and e.g. `2026.1`.
        name, title: in words, and the document's title, Dutch.
        region, contact: the samenwerkingsverband in words; where questions go.
        source: where the model comes from and what was chosen, Dutch.
        internal_title: heading of the last page, for board and samenwerkingsverband only.
        chapters, fixed_texts: in order; by key.
        route, date_order: the steps in order, and keys of dates that may not go backwards.
        max_pages: of the whole document, or None.
    """

    id: str
    version: str
    name: str
    title: str
    region: str
    source: str
    contact: str
    internal_title: str
    chapters: tuple[Chapter, ...]
    fixed_texts: Mapping[str, FixedText]
    route: tuple[Step, ...] = ()
    date_order: tuple[str, ...] = ()
    max_pages: int | None = None

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields in order."""
        return tuple(one for chapter in self.chapters for one in chapter.fields)

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """The fields by their key."""
        return {one.key: one for one in self.fields}

    @cached_property
    def by_tag(self) -> Mapping[str, Field]:
        """The fields by each tag of their controls."""
        return {tag: one for one in self.fields for tag in one.tags()}

    def chapter_of(self, key: str) -> Chapter | None:
        """The chapter of a field or fixed text, or None."""
        for chapter in self.chapters:
            if key in chapter.fixed or any(one.key == key for one in chapter.fields):
                return chapter
        return None

    def scalars(self) -> Iterator[Field]:
        """The fields that are no table."""
        return (one for one in self.fields if not one.is_table)

    def lists(self) -> Iterator[Field]:
        """The fields whose rows people add."""
        return (one for one in self.fields if one.type is FieldType.LIST)

    def fixed_rows(self) -> Iterator[Field]:
        """The fields with fixed rows."""
        return (one for one in self.fields if one.type is FieldType.ROWS)
