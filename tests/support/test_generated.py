"""Generated answers are valid, whole and repeatable, or tests that use them prove nothing."""

import json
from datetime import date

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.domain.checks import check_answers
from sop_templates.domain.checks_record import record_of
from sop_templates.domain.model import Column, Field, FieldType, Model
from sop_templates.engine.models import open_model
from sop_templates.outcome import Severity
from tests.support.generated import generated_answers

CODES = [f"{number:02}XX{number % 7:02}" for number in range(40)]


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model()


def _fits(one: Field | Column, answer: object) -> bool:
    if one.options:
        own = isinstance(one, Column) and one.open
        return answer in one.options or (own and isinstance(answer, str))
    limits, text = one.limits, str(answer)
    return (
        len(text) <= (limits.max_characters or len(text))
        and (limits.min_words or 0) <= len(text.split()) <= (limits.max_words or 10_000) * 1.1
    )


def test_one_seed_gives_the_same_answers_and_another_seed_others(model: Model) -> None:
    assert generated_answers(model, "99XX00") == generated_answers(model, "99XX00")
    assert generated_answers(model, "99XX00") != generated_answers(model, "99XX01")


def test_everything_is_answered_in_the_order_of_the_model(model: Model) -> None:
    for code in CODES:
        answers = generated_answers(model, code)

        assert list(answers) == [one.key for one in model.fields]
        assert all(answer or answer is False for answer in answers.values())
        assert answers["school.vestigingscode"] == code


@pytest.mark.parametrize("code", CODES)
def test_every_answer_is_within_the_limits_of_its_field(model: Model, code: str) -> None:
    answers = generated_answers(model, code)

    for one in model.scalars():
        assert _fits(one, answers[one.key]), one.key
    for one in model.lists():
        rows = answers[one.key]
        assert 1 <= len(rows) <= (one.limits.maximum or 0)
        assert all(_fits(column, row[column.key]) for row in rows for column in one.columns)
    for one in model.fixed_rows():
        assert list(answers[one.key]) == [row.key for row in one.rows]
        cells = [(col, row[col.key]) for row in answers[one.key].values() for col in one.columns]
        assert all(_fits(column, answer) for column, answer in cells)


def test_the_answers_are_canonical(model: Model) -> None:
    for code in CODES:
        answers = generated_answers(model, code)

        assert canonical(model, answers) == (answers, ())


def test_no_rule_finds_more_than_a_hint(model: Model) -> None:
    for code in CODES:
        record = record_of(model, generated_answers(model, code), date(2026, 11, 24))

        assert {one.severity for one in check_answers(record)} <= {Severity.HINT}


def test_dates_follow_the_route(model: Model) -> None:
    for code in CODES:
        dates = [generated_answers(model, code)[key] for key in model.date_order]

        assert dates == sorted(dates)


def test_the_answers_hold_what_real_ones_hold(model: Model) -> None:
    answers = [generated_answers(model, code) for code in CODES]
    rich = "\n".join(
        answer[one.key] for answer in answers for one in model.fields if one.type is FieldType.RICH
    )

    for look in (
        "&",
        '"',
        "\u2019",
        "é",
        "ë",
        "<",
        "**",
        "](https://",
        "\n- ",
        "\n1. ",
        "\n2. ",
        "\n  ",
    ):
        assert look in rich, look
    assert json.loads(json.dumps(answers)) == answers
