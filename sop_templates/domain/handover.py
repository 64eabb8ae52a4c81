"""What the region gets of a school, and why a school cannot be handed over yet.

Source: the region's letter: it gets the established SOP together with the declaration of the MR, and
the text on the zorgplicht stands in every SOP.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, Model
from sop_templates.domain.publication import publication_verdict
from sop_templates.domain.ready import holds
from sop_templates.kinds.delivery import (
    DUTY_CHANGED,
    LACKS_ANSWERS,
    NO_ADVICE_GIVEN,
    NO_DECLARATION,
    NOT_ESTABLISHED_YET,
)
from sop_templates.outcome import Finding

Answers = Mapping[str, Any]

DECLARATION = "adviesverklaring"  # what follows the code in the name of a declaration's file
UNTOUCHED = ("intact", "typographic")  # states of a fixed text that changed no word
ADVICE, ADVICE_DAY = "vaststelling.mr_advies", "vaststelling.mr_datum"


@dataclass(frozen=True, slots=True)
class SchoolFile:
    """A school's SOP, as the rules of the delivery look at it.

    Attributes:
        model: whose route.
        answers: canonical answers.
        fixed_texts: the state of each fixed text by its key.
        own_format: whether it is in the school's own format.
        declarations: the number of signed declarations of the MR.
        unusable: whether there are files that are called declarations and are none.
    """

    model: Model
    answers: Answers
    fixed_texts: Mapping[str, str]
    own_format: bool = False
    declarations: int = 0
    unusable: bool = False


def school_name(answers: Answers) -> str:
    """A school as people recognise it: its code and name."""
    return f"{answers.get(SCHOOL_CODE) or '?'} {answers.get(SCHOOL_NAME) or ''}".strip()


def handover_reasons(school: SchoolFile) -> Iterator[Finding]:
    """Why a school cannot be handed over; nothing where it can.

    A SOP must be established and complete for that, carry the region's own starred texts word for
    word, and come with the declaration of the MR, unless the MR gave no advice.
    """
    told = school_name(school.answers)
    verdict = publication_verdict(school.model, school.answers, own_format=school.own_format)
    if not verdict.is_established:
        yield Finding(NOT_ESTABLISHED_YET, values={"school": told, "status": verdict.status or "?"})
    elif verdict.missing:
        labels = ", ".join(f"“{school.model.by_key[key].label}”" for key in verdict.missing)
        yield Finding(LACKS_ANSWERS, values={"school": told, "labels": labels})
    for key, text in school.model.fixed_texts.items():
        state = school.fixed_texts.get(key, "missing")
        if text.star and state not in UNTOUCHED:
            values = {"school": told, "title": text.title}
            yield Finding(DUTY_CHANGED, values=values, key=key)
    needs_one = not gave_no_advice(school.model, school.answers)
    if needs_one and not school.declarations and not school.unusable:
        name = f"{school.answers.get(SCHOOL_CODE)}-{DECLARATION}"
        yield Finding(NO_DECLARATION, values={"school": told, "name": name}, key=ADVICE)


def handover_hints(school: SchoolFile) -> Iterator[Finding]:
    """What the receiver will ask: a delivery without declaration, because there was no advice."""
    if gave_no_advice(school.model, school.answers) and not school.declarations:
        values = {"school": school_name(school.answers), "advice": school.answers.get(ADVICE)}
        yield Finding(NO_ADVICE_GIVEN, values=values, key=ADVICE)


def gave_no_advice(model: Model, answers: Answers) -> bool:
    """Whether the answer says that the MR gave no advice.

    The model tells which answer that is: the one with which its route asks no date of the advice.
    """
    return any(
        need.key == ADVICE_DAY
        and need.condition is not None
        and bool(answers.get(need.condition.key))
        and not holds(need.condition, answers)
        for step in model.route
        for need in step.needs
    )
