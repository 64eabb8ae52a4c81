"""The route: for which next step a SOP is ready, and what that step still needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.answers import is_empty
from sop_templates.domain.model import (
    STATUS,
    Field,
    FieldType,
    Model,
    Need,
)
from sop_templates.domain.route import Condition, Step, StepNeed

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a SOP is on its route.

    Attributes:
        status: the step it stands on; an empty or unknown status counts as the first.
        ready_for: the next step in words, Dutch; "" after the last.
        ready: whether nothing is missing for it.
        missing: keys of the answers that the next step needs and that are empty, in order.
        due: those of them that should be there by now; the others may come until the next step.
        early: keys of advised answers that are not asked for yet.
    """

    status: str
    ready_for: str
    ready: bool
    missing: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    early: frozenset[str] = frozenset()


def readiness(
    model: Model,
    answers: Answers,
    had_previous: bool | None = None,  # noqa: FBT001 - a fact on the school, not a switch
    *,
    own_format: bool = False,
) -> Readiness:
    """For which step a SOP is ready, by the status in it.

    Args:
        model: whose route.
        answers: canonical answers.
        had_previous: whether the school had a SOP the year before; None is not known, and then
            nothing is asked that only such a school can give.
        own_format: whether it is a school's own format: then only the ★ fields are needed, for
            the letter of the region asks no more of it.

    Returns:
        The step, and what is missing for the next one. An own format has no route: its status
        is the first.
    """
    if own_format:
        keys = tuple(
            one.key for one in model.fields if one.star and has_gap(one, answers.get(one.key))
        )
        first = model.route[0] if model.route else Step("", "")
        return Readiness(first.status, first.ready_for, not keys, keys, keys)
    due = [
        one.key
        for one in model.fields
        if one.need is Need.REQUIRED and has_gap(one, answers.get(one.key))
    ]
    later: list[str] = []
    step = _current(model, answers)
    for one, needs_due in _steps_until(model, step):
        for need in one.needs:
            if _is_missing(model, need, answers, had_previous):
                (due if needs_due or need.condition is not None else later).append(need.key)
    order = {one.key: number for number, one in enumerate(model.fields)}
    missing = sorted({*due, *later}, key=order.__getitem__)
    unique_due = sorted(set(due), key=order.__getitem__)
    early = _early(model, step, answers, had_previous)
    return Readiness(
        step.status, step.ready_for, not missing, tuple(missing), tuple(unique_due), early
    )


def empty_rows(field: Field, value: object) -> tuple[str, ...]:
    """Keys of the fixed rows in which a required column is empty."""
    given: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    columns = [column.key for column in field.columns if column.need is Need.REQUIRED]
    return tuple(
        row.key
        for row in field.rows
        if any(not (given.get(row.key) or {}).get(column) for column in columns)
    )


def has_gap(field: Field, value: object) -> bool:
    """Whether a needed field is empty, or lacks a required column in one of its fixed rows."""
    if field.type is FieldType.ROWS:
        return bool(empty_rows(field, value))
    return is_empty(field, value)


def _current(model: Model, answers: Answers) -> Step:
    status = answers.get(STATUS)
    first = model.route[0] if model.route else Step("", "")
    return next((step for step in model.route if step.status == status), first)


def _steps_until(model: Model, current: Step) -> Iterable[tuple[Step, bool]]:
    """The steps up to the current one, each with whether its needs are due by now."""
    for step in model.route:
        yield step, step.at_once or step is not current
        if step is current:
            return


def _early(
    model: Model,
    current: Step,
    answers: Answers,
    had_previous: bool | None,  # noqa: FBT001 - as above
) -> frozenset[str]:
    """What a later step advises, or one of now to other schools."""
    reached = [need for step, _ in _steps_until(model, current) for need in step.advises]
    asked = {need.key for need in reached if _is_asked(need, answers, had_previous)}
    advised = {need.key for step in model.route for need in step.advises}
    return frozenset(advised - asked)


def _is_missing(model: Model, need: StepNeed, answers: Answers, had_previous: bool | None) -> bool:  # noqa: FBT001 - as above
    asked = _is_asked(need, answers, had_previous)
    return asked and has_gap(model.by_key[need.key], answers.get(need.key))


def _is_asked(need: StepNeed, answers: Answers, had_previous: bool | None) -> bool:  # noqa: FBT001 - as above
    if need.only_with_previous and not had_previous:
        return False
    return need.condition is None or holds(need.condition, answers)


def holds(condition: Condition, answers: Answers) -> bool:
    """Whether the answers meet a condition."""
    value = answers.get(condition.key)
    if not value:
        return False
    return (value in condition.values) is not condition.negated
