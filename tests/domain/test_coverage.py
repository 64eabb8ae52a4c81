"""Counts by item and by choice, and white spots."""

from typing import Any

import pytest

from sop_templates.domain.coverage import (
    Meaning,
    count_choices,
    count_items,
    counted_rows,
    meaning_of,
)
from sop_templates.domain.model import Column, Field, FieldType
from sop_templates.engine.models import open_model

MODEL = open_model()
OFFER = MODEL.by_key["basis.aanbod"]
STATUS = OFFER.columns[0]


def offering(*words: str | None, item: str = "rouw") -> list[dict[str, Any]]:
    return [{OFFER.key: {item: {"status": word, "toelichting": None}}} for word in words]


def rouw(*words: str | None) -> Any:
    return next(one for one in count_items(OFFER, offering(*words)) if one.row.key == "rouw")


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("op orde", Meaning.PRESENT),
        ("gepland", Meaning.PARTLY),
        ("niet aanwezig", Meaning.ABSENT),
        ("n.v.t.", Meaning.OTHER),
        ("in de maak", Meaning.OTHER),
        (None, Meaning.UNANSWERED),
    ],
)
def test_an_answer_says_whether_a_school_has_it(word: str | None, meaning: Meaning) -> None:
    assert meaning_of(STATUS, word) is meaning


def test_every_answer_is_counted_once() -> None:
    count = rouw("op orde", "op orde", "gepland", "n.v.t.", "in de maak", None)
    assert count.by_option == {
        "op orde": 2,
        "in ontwikkeling": 0,
        "gepland": 1,
        "niet aanwezig": 0,
        "n.v.t.": 1,
    }
    assert (count.present, count.own_words, count.unanswered) == (2, 1, 1)
    assert sum(count.by_meaning.values()) == 6


def test_what_nobody_has_in_order_is_white() -> None:
    assert rouw("gepland", "niet aanwezig").is_white
    assert not rouw("gepland", "op orde").is_white


def test_what_applies_to_nobody_or_was_not_answered_is_not_white() -> None:
    assert not rouw("n.v.t.", None).is_white
    assert not rouw().is_white


def test_a_field_without_counts_is_passed_over() -> None:
    assert [one.key for one in counted_rows(MODEL)] == [
        "basis.aanbod",
        "basis.expertise",
        "basis.gebouw",
    ]
    plain = Field("a.b", "A", "A", FieldType.ROWS, "a", columns=(Column("c", "C"),))
    assert count_items(plain, [{}]) == []


def test_own_words_in_a_choice_follow_the_options() -> None:
    partners = [
        {"basis.partners": [{"partner": one} for one in names]}
        for names in (["imker", "imker", "SPPOH"], ["imker", "bakker"])
    ]
    counts = [one for one in count_choices(MODEL, partners) if one.column and one.times]
    assert [(one.option, one.is_own, one.schools, one.times) for one in counts] == [
        ("SPPOH", False, 1, 1),
        ("imker", True, 2, 3),
        ("bakker", True, 1, 1),
    ]


def test_choices_of_fields_lists_and_fixed_rows_are_all_counted() -> None:
    asked = {(one.field.key, one.column and one.column.key) for one in count_choices(MODEL, [])}
    assert {("vaststelling.mr_advies", None), ("basis.aanbod", "status")} < asked
    assert ("extra.arrangementen", "domein") in asked
    assert ("basis.aanbod", "toelichting") not in asked
