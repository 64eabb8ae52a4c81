"""The rule set as a whole: order, names, quiet on good answers, unmoved by hostile ones."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain import checks
from sop_templates.domain.checks import RULES, check_answers
from sop_templates.domain.checks_record import Record, record_of
from sop_templates.domain.model import FieldType
from sop_templates.engine.models import open_model
from sop_templates.kinds import all_kinds
from tests.support.generated import generated_answers
from tests.support.under_check import TODAY

MODEL = open_model()
RICH = [one.key for one in MODEL.fields if one.type is FieldType.RICH]
HOSTILE = {
    "wij nemen leerling ": "a sentence without end",
    "[[(]](": "brackets",
    "leerling Jan de ": "names without end",
    "12345678": "digits",
    "geboren op 1 ": "births",
    "de mr stemt sop ": "votes",
    "\\*": "stars",
    "https://a.": "addresses",
}


def record(answers: dict[str, object], today: date = TODAY) -> Record:
    return record_of(MODEL, answers, today)


def test_every_rule_tells_in_its_first_line_which_codes_it_gives() -> None:
    told = [(rule.__doc__ or "").partition(":")[0].split(", ") for rule in RULES]
    assert set(chain.from_iterable(told)) <= set(all_kinds())
    assert len(set(chain.from_iterable(told))) == sum(map(len, told)), (
        "no code is given by two rules"
    )


def test_every_rule_is_in_the_rule_set() -> None:
    modules = [
        vars(checks)[name]
        for name in vars(checks)
        if name.startswith("checks_") and name != "checks_record"
    ]
    written = {
        value
        for module in modules
        for name, value in vars(module).items()
        if name.startswith("check_") and value.__module__ == module.__name__
    }
    assert written == set(RULES)


def test_findings_come_in_the_order_of_the_fields() -> None:
    places = [
        MODEL.fields.index(MODEL.by_key[one.key]) for one in check_answers(record({})) if one.key
    ]
    assert places == sorted(places)
    assert places


@pytest.mark.parametrize("number", range(8))
def test_good_answers_have_no_error(number: int) -> None:
    answers = generated_answers(MODEL, f"s{number}") | {"vaststelling.status": "gepubliceerd"}
    found = [one.message for one in check_answers(record(answers)) if one.severity.value == "error"]
    assert found == []


@pytest.mark.parametrize("piece", HOSTILE, ids=HOSTILE.values())
def test_a_hostile_text_is_checked_all_the_same(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    check_answers(record(dict.fromkeys(RICH, text)))


@given(st.text(max_size=200))
def test_any_text_can_be_checked_and_told(text: str) -> None:
    answers: dict[str, object] = {one.key: text for one in MODEL.scalars()}
    for finding in check_answers(record(answers)):
        assert finding.message
        assert finding.as_json()["advice"] or not finding.kind.advice
