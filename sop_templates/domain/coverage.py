"""What schools offer together: counts by item and by choice, and what no school has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.model import Column, Field, FieldType, Model, Row

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many schools gave which answer for one fixed row.

    Attributes:
        row: the item.
        by_option: schools by option, in the model's order, zeros included.
        other: schools whose answer is no option of the model.
        unanswered: schools without an answer.
    """

    row: Row
    by_option: Mapping[str, int]
    other: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How often one option was chosen.

    Attributes:
        field: the field.
        column: the column of its table, or None for a choice of its own.
        option: the option, or the school's own words where they are allowed.
        schools: the number of schools that chose it at least once.
        times: how often it was chosen in all.
    """

    field: Field
    column: Column | None
    option: str
    schools: int
    times: int


def choice_column(field: Field) -> Column | None:
    """The first column with options: the one that the counts of a table are about."""
    return next((one for one in field.columns if one.options), None)


def count_items(field: Field, records: Sequence[Answers]) -> list[ItemCount]:
    """The counts of a field with fixed rows, a row each, in the model's order."""
    column = choice_column(field)
    if column is None:
        return []
    return [_item_count(field, row, column, records) for row in field.rows]


def _item_count(field: Field, row: Row, column: Column, records: Sequence[Answers]) -> ItemCount:
    given = Counter((one[field.key].get(row.key) or {}).get(column.key) for one in records)
    unanswered = given.pop(None, 0)
    by_option = {option: given.pop(option, 0) for option in column.options}
    return ItemCount(row, by_option, sum(given.values()), unanswered)


def present_count(count: ItemCount, column: Column) -> int:
    """The number of schools that have the item."""
    return sum(count.by_option[option] for option in column.present)


def partly_count(count: ItemCount, column: Column) -> int:
    """The number of schools that partly have the item, or soon will."""
    return sum(count.by_option[option] for option in column.partly)


def white_spots(field: Field, records: Sequence[Answers]) -> list[ItemCount]:
    """The items that no school has; none where there are no schools or nothing says "has"."""
    column = choice_column(field)
    if column is None or not column.present or not records:
        return []
    return [one for one in count_items(field, records) if not present_count(one, column)]


def count_choices(model: Model, records: Sequence[Answers]) -> Iterator[ChoiceCount]:
    """The counts of all counted choices, and of all choice columns of counted lists.

    Yields:
        Each option of the model, in its order; then other words that schools chose, most first.
    """
    for field in model.fields:
        if not field.counted:
            continue
        if field.type is FieldType.CHOICE:
            values = [[one[field.key]] if one[field.key] else [] for one in records]
            yield from _choice_counts(field, None, field.options, values)
        if field.type is FieldType.LIST:
            for column in field.columns:
                if column.options:
                    values = [
                        [row[column.key] for row in one[field.key] if row[column.key]]
                        for one in records
                    ]
                    yield from _choice_counts(field, column, column.options, values)


def _choice_counts(
    field: Field, column: Column | None, options: Sequence[str], chosen: Sequence[Sequence[str]]
) -> Iterator[ChoiceCount]:
    times = Counter(option for one in chosen for option in one)
    schools = Counter(option for one in chosen for option in set(one))
    own_words = sorted((one for one in times if one not in options), key=lambda one: -times[one])
    for option in (*options, *own_words):
        yield ChoiceCount(field, column, option, schools[option], times[option])
