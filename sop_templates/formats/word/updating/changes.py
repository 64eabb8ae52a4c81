"""What is to be written into a finished Word file, as plain values, and what may stand in the way.

Values are those of `formats.word.values`: texts, dates, links and prose, True and False, None.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Obstacle(StrEnum):
    """Why an answer was not written."""

    NO_PLACE = "no place"  # neither its control nor its bookmark is there
    TRACKED = "tracked changes"  # nobody accepted or rejected them yet
    COMMENTS = "comments"
    CONTENT = "content"  # a picture, a table, a note: what an answer cannot hold
    TABLE = "table"  # merged cells, a column that is gone, a table cut in two


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """An answer with a control of its own.

    Attributes:
        tag: of its control.
        bookmark: name of the bookmark around it, "" for none.
        value: what is written; never None.
        by_bookmark: whether its answer was found by the bookmark, although it may have a control.
    """

    tag: str
    bookmark: str
    value: object
    by_bookmark: bool = False


@dataclass(frozen=True, slots=True)
class TableWords:
    """How the table of a field and its cells are known.

    Attributes:
        key: of the field; the controls of its cells have tags that begin with it.
        bookmark: name of the bookmark around the table.
        columns: keys of its columns, in order.
        column_of: the key of the column that a header names, "" for none.
        row_of: the key of the fixed row that a label names, "" for none.
        prompts: what an empty cell shows where the file does not say it, by key of the column.
    """

    key: str
    bookmark: str
    columns: tuple[str, ...]
    column_of: Callable[[str], str]
    row_of: Callable[[str], str]
    prompts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of fixed rows."""

    table: TableWords
    row: str
    column: str
    value: object

    @property
    def tag(self) -> str:
        """The tag of its control."""
        return f"{self.table.key}.{self.row}.{self.column}"


@dataclass(frozen=True, slots=True)
class ListChange:
    """The rows of a list, at least one: values by key of the column, None for an empty cell."""

    table: TableWords
    rows: tuple[Mapping[str, object], ...]

    @property
    def tag(self) -> str:
        """The key of the list."""
        return self.table.key


Change = AnswerChange | CellChange | ListChange
