"""What keeps a SOP out of the delivery, word for word."""

from dataclasses import replace

import pytest

from sop_templates.domain.answers import Answers
from sop_templates.domain.handover import (
    SchoolFile,
    gave_no_advice,
    handover_hints,
    handover_reasons,
)
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import read_file
from tests.support.deliveries import sample

MODEL = open_model("haaglanden")
ANSWERS: Answers = read_file(sample("99XX03")).answers
INTACT = dict.fromkeys(MODEL.fixed_texts, "intact")
READY = SchoolFile(MODEL, ANSWERS, INTACT, declarations=1)


def told(school: SchoolFile) -> list[str]:
    return [one.message for one in handover_reasons(school)]


def with_answers(**changes: object) -> SchoolFile:
    named = {f"vaststelling.{key}": value for key, value in changes.items()}
    return replace(READY, answers=ANSWERS | named)


def test_an_established_sop_with_a_declaration_can_be_handed_over() -> None:
    assert told(READY) == []
    assert told(with_answers(status="gepubliceerd")) == []


@pytest.mark.parametrize("status", ["concept", "bij MR", "bij bestuur"])
def test_what_is_not_established_cannot(status: str) -> None:
    (words,) = told(with_answers(status=status))
    assert words == (
        "99XX03 De Katrol cannot be delivered: the board has not established the SOP "
        f"(status: {status})."
    )


def test_what_is_called_established_needs_the_decision() -> None:
    (words,) = told(with_answers(bestuursdatum=None, namens=None))
    assert words == (
        "99XX03 De Katrol cannot be delivered: not filled in is “Vastgesteld door het "
        "schoolbestuur”, “Namens het bestuur (functie)”."
    )


@pytest.mark.parametrize("state", ["changed", "missing"])
def test_a_changed_or_missing_zorgplicht_keeps_it(state: str) -> None:
    school = replace(READY, fixed_texts=INTACT | {"vast.zorgplicht": state})
    assert told(school) == [
        "99XX03 De Katrol cannot be delivered: Zorgplicht is not there in the region's own words."
    ]


@pytest.mark.parametrize(
    ("key", "state"), [("vast.zorgplicht", "typographic"), ("vast.functie", "changed")]
)
def test_quotes_and_other_fixed_texts_do_not(key: str, state: str) -> None:
    assert told(replace(READY, fixed_texts=INTACT | {key: state})) == []


def test_no_declaration_keeps_it() -> None:
    (found,) = handover_reasons(replace(READY, declarations=0))
    assert found.message == (
        "99XX03 De Katrol cannot be delivered: there is no signed declaration of the MR."
    )
    assert "99XX03-adviesverklaring" in found.advice


def test_where_the_mr_gave_no_advice_there_is_nothing_to_declare() -> None:
    no_advice = with_answers(mr_advies="geen advies binnen termijn", mr_datum=None)
    school = replace(no_advice, declarations=0)
    assert told(school) == []
    (hint,) = handover_hints(school)
    assert hint.message == (
        "99XX03 De Katrol: the MR gave no advice (geen advies binnen termijn), so there is no "
        "declaration in the package."
    )
    assert list(handover_hints(READY)) == []


@pytest.mark.parametrize("advice", [None, "positief", "negatief"])
def test_any_other_answer_is_an_advice_or_still_open(advice: str | None) -> None:
    assert not gave_no_advice(MODEL, ANSWERS | {"vaststelling.mr_advies": advice})


def test_an_own_format_counts_as_established_by_its_date() -> None:
    own = replace(READY, own_format=True, answers=ANSWERS | {"vaststelling.status": None})
    assert told(own) == []
    undated = replace(own, answers={**own.answers, "vaststelling.bestuursdatum": None})
    assert "has not established" in told(undated)[0]
