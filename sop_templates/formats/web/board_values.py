"""What the board's page shows, as plain values: facts, tables, lists and schools."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that stands out.

    Attributes:
        label: what it counts.
        value: the number.
        rest: of how many, in words, or "".
        tone: `good`, `partial`, `bad` or "".
    """

    label: str
    value: int
    rest: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar.

    Attributes:
        meaning: `present`, `partly`, `absent`, `other` or `unanswered`.
        words: what it counts, for narrow screens.
        count: schools.
        start: per cent of the bar before it.
        width: per cent of the bar.
    """

    meaning: str
    words: str
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a table.

    Attributes:
        id: its key.
        label: in words.
        themes: under which schools plan or do something about it.
        parts: of its bar.
        is_white: whether no school has it.
        answered: what already happens about a white spot, or "".
    """

    id: str
    label: str
    themes: tuple[str, ...]
    parts: tuple[Part, ...]
    is_white: bool
    answered: str = ""


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items under one heading, or under none."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with fixed rows: who has what.

    Attributes:
        id: for links on the page.
        name: in a word.
        question: as the model asks it.
        present: the answers that say that a school has it, in words.
        groups: its items.
    """

    id: str
    name: str
    question: str
    present: str
    groups: tuple[ItemGroup, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(one for group in self.groups for one in group.items)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a list: its words, and what they say where that is known."""

    words: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: the place of its school in the page's schools, its theme or "", its cells."""

    school: int
    theme: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RowList:
    """A list of all schools' rows."""

    id: str
    name: str
    question: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A school's answer about an item, with what it wrote beside it."""

    id: str
    label: str
    words: str
    meaning: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A school's answers to one table; unanswered items are left out."""

    name: str
    items: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """A school.

    Attributes:
        name: of the school.
        code: its vestigingscode, or "".
        board: its board where there are several, or "".
        area: or "".
        status: the step of the route it stands on.
        next: the next step, or "".
        timing: how it stands against the deadline, in words.
        timing_tone: `present`, `partly`, `absent` or `other`.
        errors: its open errors in words, or "".
        website: an address that may be followed, or "".
        tables: its answers.
    """

    name: str
    code: str
    board: str
    area: str
    status: str
    next: str
    timing: str
    timing_tone: str
    errors: str
    website: str
    tables: tuple[AnswerTable, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The page.

    Attributes:
        owner: the board, in words.
        year: the school year.
        made: the day of the check in words, or "".
        facts: numbers that stand out.
        sentences: what the counts say.
        themes: by which can be chosen.
        areas: by which can be chosen.
        tables: with fixed rows.
        lists: rows that schools added.
        schools: that delivered.
        missing: names of those that did not.
    """

    owner: str
    year: str
    made: str
    facts: tuple[Fact, ...]
    sentences: tuple[str, ...]
    themes: tuple[str, ...]
    areas: tuple[str, ...]
    tables: tuple[Table, ...]
    lists: tuple[RowList, ...]
    schools: tuple[SchoolCard, ...]
    missing: tuple[str, ...]
