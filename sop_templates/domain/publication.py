"""What of a SOP is for everybody, and whether it may be published: the rules, apart from any file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.model import STATUS, Field, FieldType, Model
from sop_templates.domain.ready import readiness
from sop_templates.domain.route import Step

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a SOP may be published.

    Attributes:
        status: the step of its route, or "".
        is_established: whether the board established it.
        missing: keys of what an established SOP needs and lacks; the address at which it is
            published is not asked, for it follows from publishing.
    """

    status: str
    is_established: bool
    missing: tuple[str, ...] = ()


def is_public(field: Field, *, names: bool) -> bool:
    """Whether the answer to a question may be published; persons' names only where asked."""
    return not field.internal and (names or not field.names_person)


def public_answers(model: Model, answers: Answers, *, names: bool) -> dict[str, Any]:
    """The answers that may be published, every other one left out."""
    return {one.key: answers.get(one.key) for one in model.fields if is_public(one, names=names)}


def publication_verdict(model: Model, answers: Answers, *, own_format: bool = False) -> Verdict:
    """Whether a SOP may be published.

    Args:
        model: whose route.
        answers: canonical answers.
        own_format: whether it is in the school's own format, which has no status: then it counts
            as established when it holds the date on which it was.
    """
    steps = published_steps(model)
    if own_format:
        dates = [
            need.key
            for need in steps[0].needs
            if model.by_key[need.key].type is FieldType.DATE and not need.only_with_previous
        ]
        dated = any(answers.get(key) for key in dates)
        missing = readiness(model, answers, own_format=True).missing
        return Verdict(str(answers.get(STATUS) or ""), dated, missing)
    status = answers.get(STATUS)
    is_established = any(status == step.status for step in steps)
    later = {need.key for step in steps[1:] for need in step.needs}
    asked = {**answers, STATUS: steps[0].status}
    missing = tuple(key for key in readiness(model, asked).missing if key not in later)
    return Verdict(str(status or ""), is_established, missing)


def published_steps(model: Model) -> tuple[Step, ...]:
    """The steps of a route from which on a SOP is for everybody: those that say what happened."""
    happened = tuple(step for step in model.route if step.at_once)
    return happened or model.route[-1:] or (Step("", ""),)


def later_keys(model: Model) -> frozenset[str]:
    """The keys of what is only known after publishing."""
    return frozenset(need.key for step in published_steps(model)[1:] for need in step.needs)
