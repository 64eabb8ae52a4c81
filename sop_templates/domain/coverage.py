"""What schools offer together: counts by item, and what no school has."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sop_templates.domain.model import Column, Field, FieldType, Model, Row

Answers = Mapping[str, Any]

FLAGS = ("ja", "nee")


class Meaning(StrEnum):
    """What an answer about an item says."""

    PRESENT = "present"
    PARTLY = "partly"
    ABSENT = "absent"
    OTHER = "other"  # the question does not apply, or words of the school's own
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many schools gave which answer for one fixed row.

    Attributes:
        row: the item.
        by_option: schools by option, in the model's order, zeros included.
        by_meaning: schools by what their answer says, every meaning included.
        own_words: schools whose answer is no option of the model; in `OTHER` as well.
    """

    row: Row
    by_option: Mapping[str, int]
    by_meaning: Mapping[Meaning, int]
    own_words: int

    @property
    def present(self) -> int:
        """The schools that have it."""
        return self.by_meaning[Meaning.PRESENT]

    @property
    def unanswered(self) -> int:
        """The schools that did not say."""
        return self.by_meaning[Meaning.UNANSWERED]

    @property
    def is_white(self) -> bool:
        """Whether no school has it though at least one says that it has not, or only partly."""
        lacking = self.by_meaning[Meaning.PARTLY] + self.by_meaning[Meaning.ABSENT]
        return self.present == 0 and lacking > 0


def counted_rows(model: Model) -> list[Field]:
    """The fields with fixed rows whose items are counted: counted, and with options to count."""
    return [one for one in model.fixed_rows() if one.counted and one.rows and choice_column(one)]


def counted_lists(model: Model) -> list[Field]:
    """The lists that are counted."""
    return [one for one in model.lists() if one.counted]


def choice_column(field: Field) -> Column | None:
    """The first column with options: the one that the counts of a table are about."""
    return next((one for one in field.columns if one.options), None)


def state_column(field: Field) -> Column | None:
    """The column that says whether something is there, is coming, or is not; None if no column does."""
    return next((one for one in field.columns if one.present or one.partly or one.absent), None)


def meaning_of(column: Column, value: object) -> Meaning:
    """What an answer in that column says."""
    if not value:
        return Meaning.UNANSWERED
    if value in column.present:
        return Meaning.PRESENT
    if value in column.partly:
        return Meaning.PARTLY
    return Meaning.ABSENT if value in column.absent else Meaning.OTHER


def item_answer(field: Field, column: Column, answers: Answers, row: str) -> str | None:
    """What a school answered for an item, None for nothing.

    Args:
        field: with fixed rows.
        column: the one that is asked for.
        answers: of the school.
        row: key of the item.
    """
    cells = (answers.get(field.key) or {}).get(row) or {}
    value = cells.get(column.key)
    return str(value) if value else None


def count_items(field: Field, records: Sequence[Answers]) -> list[ItemCount]:
    """The counts of a field with fixed rows, a row each, in the model's order."""
    column = choice_column(field)
    if column is None:
        return []
    return [
        item_count(row, column, (item_answer(field, column, one, row.key) for one in records))
        for row in field.rows
    ]


def item_count(row: Row, column: Column, given: Iterable[str | None]) -> ItemCount:
    """The counts of one item, from the schools' answers."""
    words = Counter(given)
    by_meaning = dict.fromkeys(Meaning, 0)
    for word, schools in words.items():
        by_meaning[meaning_of(column, word)] += schools
    by_option = {option: words[option] for option in column.options}
    own_words = words.total() - words[None] - sum(by_option.values())
    return ItemCount(row, by_option, by_meaning, own_words)


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How often one option was chosen.

    Attributes:
        field: the field.
        column: the column of its table, or None for a choice of its own.
        option: the option, or the school's own words where they are allowed.
        is_own: whether it is no option of the model.
        schools: the number of schools that chose it at least once.
        times: how often it was chosen in all.
    """

    field: Field
    column: Column | None
    option: str
    is_own: bool
    schools: int
    times: int


def count_choices(model: Model, records: Sequence[Answers]) -> list[ChoiceCount]:
    """The counts of all counted choices: fields, flags, columns of lists and of fixed rows.

    Returns:
        Each option of the model, in its order; then other words that schools chose, most first.
    """
    found: list[ChoiceCount] = []
    for field in model.fields:
        if not field.counted:
            continue
        if options := FLAGS if field.type is FieldType.FLAG else field.options:
            given = [_chosen(field, one.get(field.key)) for one in records]
            found += _choice_counts(field, None, options, given)
        for column in field.columns:
            if column.options:
                cells = [_cells(field, column, one) for one in records]
                found += _choice_counts(field, column, column.options, cells)
    return found


def _chosen(field: Field, value: object) -> list[str]:
    if field.type is FieldType.FLAG:
        return [FLAGS[0] if value else FLAGS[1]]
    return [str(value)] if value else []


def _cells(field: Field, column: Column, answers: Answers) -> list[str]:
    value = answers.get(field.key) or {}
    rows = value if field.type is FieldType.LIST else value.values()
    return [cell for row in rows if (cell := row.get(column.key))]


def _choice_counts(
    field: Field, column: Column | None, options: Sequence[str], chosen: Sequence[Sequence[str]]
) -> list[ChoiceCount]:
    times = Counter(option for one in chosen for option in one)
    schools = Counter(option for one in chosen for option in set(one))
    known = set(options)
    own = sorted(times.keys() - known, key=lambda one: (-times[one], one))
    return [
        ChoiceCount(field, column, one, one not in known, schools[one], times[one])
        for one in (*options, *own)
    ]
