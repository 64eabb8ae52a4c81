"""What becomes of each answer when an intake meets a Word file that a school has worked in.

Three answers decide: the one that was filled last (the base), the one in the file now, and the one in
the intake. Fixed rows are merged cell by cell; a list is one answer, because its rows have no key.

The base moves only where file and intake agree, or where the intake's answer was written. Where the
school changed an answer, the base stays what the intake last gave: the next run, with the same intake,
again finds that only the file changed, and a change of the intake is still seen as one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Final

from sop_templates.domain.answers import Answers, canonical
from sop_templates.domain.links import say_the_same
from sop_templates.domain.model import Column, Field, FieldType, Model, Row


class Unknown(Enum):
    """The base of an answer where nobody knows it."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN


class Decision(StrEnum):
    """What becomes of one answer."""

    ALIKE = "alike"  # file and intake say the same
    KEEP = "keep"  # the intake is silent, or only the file was changed
    WRITE = "write"  # only the intake was changed, or the file has no answer yet
    CONFLICT = "conflict"  # both were changed, each in another way
    DIFFERS = "differs"  # both answer, and no base tells which is newer


@dataclass(frozen=True, slots=True)
class Merging:
    """One answer with what it was and is: of a field, or of a cell of fixed rows.

    Attributes:
        field: the field.
        base: what was filled last; `UNKNOWN` where nobody knows.
        file: what the Word file says.
        intake: what the intake says.
        decision: what becomes of it.
        row: of a cell.
        column: of a cell.
    """

    field: Field
    base: Any
    file: Any
    intake: Any
    decision: Decision
    row: Row | None = None
    column: Column | None = None

    @property
    def tag(self) -> str:
        """The tag of its control; of a list the key."""
        if self.row is None or self.column is None:
            return self.field.key
        return f"{self.field.key}.{self.row.key}.{self.column.key}"

    @property
    def label(self) -> str:
        """What it is called in a message."""
        names = [one.label for one in (self.row, self.column) if one]
        return ", ".join([self.field.title, *names])


def decide(base: Any, file: Any, intake: Any, *, is_denied: bool = False) -> Decision:
    """What becomes of one answer.

    Args:
        base: what was filled last; `UNKNOWN` where nobody knows, None for no answer.
        file: what the file says; None, False, `[]` for no answer.
        intake: what the intake says, likewise. An empty answer never clears one.
        is_denied: whether the intake says no in so many words, which is no empty answer.
    """
    if _is_silent(intake) and not is_denied:
        return Decision.KEEP
    if say_the_same(file, intake):
        return Decision.ALIKE
    if base is UNKNOWN:
        return Decision.WRITE if _is_silent(file) else Decision.DIFFERS
    if say_the_same(file, base):
        return Decision.WRITE
    return Decision.KEEP if say_the_same(intake, base) else Decision.CONFLICT


def merge(
    model: Model,
    base: Mapping[str, Any] | None,
    file: Mapping[str, Any],
    intake: Mapping[str, Any],
    denied: Collection[str] = (),
) -> tuple[Merging, ...]:
    """Every answer of a school beside what it was and is, in the model's order.

    Args:
        model: whose fields.
        base: canonical answers that were filled last; keys, rows and cells that nobody knows are
            missing; None where the file keeps nothing.
        file: canonical answers of the Word file.
        intake: canonical answers of the intake.
        denied: keys of the flags to which the intake says no in so many words: its answers tell that
            from an empty cell no more.
    """
    return tuple(_merged(model, base or {}, file, intake, denied))


def known_base(model: Model, kept: Mapping[str, Any] | None) -> Answers | None:
    """The kept answers in their canonical form, with what they know and no more.

    Args:
        model: whose fields; keys of another model or version are left out.
        kept: as a file keeps them; None where it keeps nothing.
    """
    if kept is None:
        return None
    answers, _ = canonical(model, kept)
    known = {one.key: answers[one.key] for one in model.fields if one.key in kept}
    for one in model.fixed_rows():
        if one.key in known:
            known[one.key] = _known_cells(kept[one.key], answers[one.key])
    return known


def with_standard_texts(
    model: Model,
    base: Mapping[str, Any] | None,
    file: Mapping[str, Any],
    intake: Mapping[str, Any],
    texts: Mapping[str, Any],
) -> Answers:
    """The intake's answers, with standard texts for questions that nobody ever answered.

    They fill gaps only: where the file has an answer, or had one that the school took away, they stay
    out. Fixed rows are left alone.

    Args:
        model: whose fields.
        base: as in `merge`.
        file: as in `merge`.
        intake: as in `merge`.
        texts: canonical standard answers by key.
    """

    def is_gap(one: Field) -> bool:
        filled = (base or {}).get(one.key)
        return all(_is_silent(value) for value in (intake[one.key], file[one.key], filled))

    return {
        one.key: texts[one.key]
        if one.key in texts and one.type is not FieldType.ROWS and is_gap(one)
        else intake[one.key]
        for one in model.fields
    }


def answers_after(
    file: Mapping[str, Any], merged: Iterable[Merging], unwritten: Iterable[str] = ()
) -> Answers:
    """What the file says once the intake's answers are written.

    Args:
        file: canonical answers of the Word file.
        merged: what `merge` gave.
        unwritten: tags whose answer could not be written after all.
    """
    answers = deepcopy(dict(file))
    left_out = set(unwritten)
    for one in merged:
        if one.decision is Decision.WRITE and one.tag not in left_out:
            _put(answers, one, one.intake)
    return answers


def base_after(merged: Iterable[Merging], unwritten: Iterable[str] = ()) -> Answers:
    """What the file is to keep as filled last; what nobody knows is missing.

    Args:
        merged: what `merge` gave.
        unwritten: tags whose answer could not be written after all: their base stays.
    """
    answers: Answers = {}
    left_out = set(unwritten)
    for one in merged:
        moves = one.decision is Decision.ALIKE or (
            one.decision is Decision.WRITE and one.tag not in left_out
        )
        value = one.intake if moves else one.base
        if value is not UNKNOWN:
            _put(answers, one, value)
    return answers


def _merged(
    model: Model,
    base: Mapping[str, Any],
    file: Mapping[str, Any],
    intake: Mapping[str, Any],
    denied: Collection[str],
) -> Iterator[Merging]:
    for one in model.fields:
        values = base.get(one.key, UNKNOWN), file[one.key], intake[one.key]
        if one.type is FieldType.ROWS:
            yield from _merged_rows(one, *values)
        else:
            yield Merging(one, *values, decide(*values, is_denied=one.key in denied))


def _merged_rows(one: Field, base: Any, file: Any, intake: Any) -> Iterator[Merging]:
    known = {} if base is UNKNOWN else base
    for row in one.rows:
        for column in one.columns:
            values = (
                known.get(row.key, {}).get(column.key, UNKNOWN),
                file[row.key][column.key],
                intake[row.key][column.key],
            )
            yield Merging(one, *values, decide(*values), row, column)


def _known_cells(kept: Any, answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    given: Mapping[str, Any] = kept if isinstance(kept, Mapping) else {}
    known = {}
    for row, cells in answers.items():
        if isinstance(given.get(row), Mapping):
            known[row] = {key: value for key, value in cells.items() if key in given[row]}
    return known


def _put(answers: Answers, one: Merging, value: Any) -> None:
    if one.row is None or one.column is None:
        answers[one.field.key] = value
    else:
        rows = answers.setdefault(one.field.key, {})
        rows.setdefault(one.row.key, {})[one.column.key] = value


def _is_silent(value: Any) -> bool:
    """Whether it answers nothing; a box that is not ticked says no more than an empty cell."""
    return not value and (value is False or value != 0)
