"""Lists over all schools: how often two choices go together, and what answers an item's theme."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.coverage import Answers, counted_lists, state_column
from sop_templates.domain.model import Column, Field, Model, Row

OWN_WORDS = "eigen woorden"
NOT_CHOSEN = "niet gekozen"


@dataclass(frozen=True, slots=True)
class CrossRow:
    """How often one choice was made in a list, by a second choice in the same row.

    Attributes:
        option: the first choice; own words and empty cells are one row each, at the end.
        schools: schools with at least one such row.
        times: rows in all.
        by_other: rows by the second choice, in the model's order, zeros and empty cells included.
    """

    option: str
    schools: int
    times: int
    by_other: Mapping[str, int]


def crossed_columns(field: Field) -> tuple[Column, Column] | None:
    """The first choice of a list, and the one that tells its state or else the last; None without two."""
    choices = [one for one in field.columns if one.options]
    if len(choices) < 2:  # noqa: PLR2004 - two make a cross
        return None
    state = state_column(field)
    return choices[0], choices[-1] if state is None or state is choices[0] else state


def cross_count(field: Field, records: Sequence[Answers]) -> list[CrossRow]:
    """How often each first choice goes with each second one; [] for a list without two choices."""
    columns = crossed_columns(field)
    if columns is None:
        return []
    first, second = columns
    times: Counter[tuple[str, str]] = Counter()
    schools: Counter[str] = Counter()
    for answers in records:
        rows = [(_known(first, one), _known(second, one)) for one in answers.get(field.key) or ()]
        times.update(rows)
        schools.update({option for option, _ in rows})
    others = [*second.options, *_used((option for _, option in times), second)]
    return [
        CrossRow(
            option,
            schools[option],
            sum(times[option, other] for other in others),
            {other: times[option, other] for other in others},
        )
        for option in (*first.options, *_used(schools, first))
    ]


def _known(column: Column, row: Mapping[str, Any]) -> str:
    value = row.get(column.key)
    if not value:
        return NOT_CHOSEN
    return str(value) if value in column.options else OWN_WORDS


def _used(options: Any, column: Column) -> list[str]:
    used = set(options) - set(column.options)
    return [one for one in (OWN_WORDS, NOT_CHOSEN) if one in used]


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """What schools do under the themes of an item, in one list.

    Attributes:
        field: the list.
        times: its rows with such a theme that run or are planned; stopped and postponed ones do
            not count.
        schools: the schools with at least one of them.
    """

    field: Field
    times: int
    schools: int


class ThemeCounts:
    """The rows of all counted lists by their theme, counted once for all items."""

    def __init__(self, model: Model, records: Sequence[Answers]) -> None:
        """Counts the lists that have a column with a theme of some item."""
        themes = {theme for one in model.fixed_rows() for row in one.rows for theme in row.themes}
        self.lists: list[Field] = []
        self._chosen: dict[str, list[Counter[str]]] = {}
        for field in counted_lists(model):
            column = next((one for one in field.columns if themes & set(one.options)), None)
            if column is not None:
                self.lists.append(field)
                self._chosen[field.key] = [_going_on(field, column, one) for one in records]

    def of(self, row: Row) -> list[ThemeCount]:
        """What is done about an item, a list each; zeros where it has no theme."""
        found = []
        for field in self.lists:
            given = [
                sum(one[theme] for theme in row.themes)
                for one in (self._chosen[field.key] if row.themes else ())
            ]
            found.append(ThemeCount(field, sum(given), sum(times > 0 for times in given)))
        return found


def _going_on(field: Field, column: Column, answers: Answers) -> Counter[str]:
    state = state_column(field)
    rows = answers.get(field.key) or ()
    return Counter(
        one[column.key]
        for one in rows
        if one.get(column.key) and not (state and one.get(state.key) in state.absent)
    )
