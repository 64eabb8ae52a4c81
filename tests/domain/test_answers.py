"""Answers as a whole: every key, one form, and a word on each value that does not fit."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.answers import answer_paths, blank, canonical, is_empty
from sop_templates.engine.models import open_model
from tests.support.generated import generated_answers
from tests.support.raw_values import RAW
from tests.support.small_model import SMALL_MODEL

OFFER = {"status": None, "toelichting": None}
BLANK: dict[str, Any] = {
    "school.naam": None,
    "school.vestigingscode": None,
    "school.schooljaar": None,
    "school.postcode": None,
    "school.schoolsoort": None,
    "school.eenpitter": False,
    "school.leerlingen": None,
    "school.website": None,
    "visie.visie": None,
    "visie.sterk": [],
    "basis.aanbod": {"mdo": OFFER, "taal": OFFER},
    "basis.partners": [],
    "vaststelling.mr_datum": None,
    "vaststelling.bestuursdatum": None,
    "vaststelling.status": None,
}


def answer(key: str, value: Any) -> Any:
    return canonical(SMALL_MODEL, {key: value})[0][key]


def test_a_blank_record_has_every_key_row_and_column() -> None:
    assert blank(SMALL_MODEL) == BLANK
    assert canonical(SMALL_MODEL, {}) == (BLANK, ())


def test_lists_get_every_column_and_lose_blank_rows() -> None:
    rows = [{"partner": "Logopedie"}, {}, {"partner": " ", "waarvoor": None}, None]
    assert answer("basis.partners", rows) == [
        {"partner": "logopedie", "waarvoor": None, "frequentie": None}
    ]


@pytest.mark.parametrize("value", ["rust", ["rust"], ({"kwaliteit": "rust"},)])
def test_a_list_of_one_column_may_be_given_as_texts(value: Any) -> None:
    answers, found = canonical(SMALL_MODEL, {"visie.sterk": value})
    assert (answers["visie.sterk"], found) == ([{"kwaliteit": "rust"}], ())


def test_fixed_rows_are_complete() -> None:
    assert answer("basis.aanbod", {"taal": {"status": "Op orde"}}) == {
        "mdo": OFFER,
        "taal": {"status": "op orde", "toelichting": None},
    }


def test_a_refused_cell_leaves_the_rest_of_its_row() -> None:
    rows = [{"partner": "logopedie", "waarvoor": "a\x01"}]
    assert answer("basis.partners", rows) == [
        {"partner": "logopedie", "waarvoor": None, "frequentie": None}
    ]


def test_every_cell_has_a_path() -> None:
    answers, _ = canonical(
        SMALL_MODEL,
        {"school.naam": "De Brug", "visie.sterk": ["rust", "zang"], "basis.aanbod": {"mdo": {}}},
    )
    paths = list(answer_paths(SMALL_MODEL, answers))
    assert ("school.naam", None, "De Brug") in paths
    assert [one for one in paths if one[1]] == [
        ("visie.sterk.kwaliteit", 1, "rust"),
        ("visie.sterk.kwaliteit", 2, "zang"),
    ]
    assert [tag for tag, row, _ in paths if row is None] == [
        tag for one in SMALL_MODEL.fields if one.type != "list" for tag in one.tags()
    ]


@pytest.mark.parametrize(
    ("key", "value", "empty"),
    [
        ("school.naam", None, True),
        ("school.naam", "0", False),
        ("school.leerlingen", 0, False),
        ("school.eenpitter", False, False),
        ("school.website", None, True),
        ("visie.sterk", [], True),
        ("visie.sterk", [{"kwaliteit": "rust"}], False),
        ("basis.aanbod", {"mdo": OFFER, "taal": OFFER}, True),
        ("basis.aanbod", {"mdo": OFFER, "taal": {"status": "n.v.t."}}, False),
    ],
)
def test_an_answer_is_empty_or_not(key: str, value: Any, *, empty: bool) -> None:
    assert is_empty(SMALL_MODEL.by_key[key], value) is empty


ANYTHING = RAW | st.lists(
    st.dictionaries(
        st.text(max_size=3) | st.sampled_from(["kwaliteit", "partner"]), RAW, max_size=2
    ),
    max_size=3,
)
KEYS = st.sampled_from([*BLANK, "school.fax"])


@given(st.dictionaries(KEYS, ANYTHING, max_size=6) | st.dictionaries(st.integers(), RAW))
def test_any_answers_have_a_canonical_form_that_stays(raw: dict[str, Any]) -> None:
    answers, found = canonical(SMALL_MODEL, raw)
    assert answers.keys() == BLANK.keys()
    assert canonical(SMALL_MODEL, answers)[0] == answers
    assert all(one.message and one.advice and str(one.place) is not None for one in found)


@pytest.mark.parametrize("seed", ["99XX01", "99XX02", "99XX03"])
def test_generated_answers_fit_and_stay(seed: str) -> None:
    model = open_model()
    answers, found = canonical(model, generated_answers(model, seed))
    assert found == ()
    assert canonical(model, answers) == (answers, ())
