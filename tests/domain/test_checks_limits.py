"""Limits: each with a value just over it and one just within."""

from dataclasses import replace
from typing import Any

import pytest

from sop_templates.domain.checks_limits import (
    check_characters,
    check_forms,
    check_links,
    check_numbers,
    check_rows,
    check_words,
    find_too_many_pages,
    is_address,
)
from sop_templates.engine.models import open_model
from tests.support.under_check import codes, found


def words(count: int) -> str:
    return " ".join(["woord"] * count)


@pytest.mark.parametrize(
    ("key", "count", "expected"),
    [
        ("extra.grens", 250, []),
        ("extra.grens", 251, ["SOP114"]),
        ("extra.grens", 20, []),
        ("extra.grens", 19, ["SOP144"]),
        ("extra.specifiek", 1, []),
        ("school.naam", 60, []),
    ],
)
def test_words_are_counted_against_the_limits(key: str, count: int, expected: list[str]) -> None:
    assert codes(check_words, {key: words(count)}) == expected


def test_markup_is_not_counted_as_words() -> None:
    listed = "\n".join(f"- **{words(25)}**" for _ in range(10))
    assert codes(check_words, {"extra.grens": listed}) == []


def test_too_many_words_are_told_with_count_and_limit() -> None:
    (finding,) = found(check_words, {"extra.grens": words(612)})
    assert finding.message == (
        "Wat kunnen wij niet bieden en wat is onze grens has 612 words; the model asks for 250 at most."
    )


def test_words_of_a_cell_are_counted_and_told_by_row_and_column() -> None:
    (finding,) = found(
        check_words, {"basis.aanbod": {"mdo": {"status": None, "toelichting": words(26)}}}
    )
    assert (finding.code, str(finding.place)) == (
        "SOP114",
        'control "basis.aanbod.mdo.toelichting"',
    )
    assert "MDO met adviseur SPPOH, Toelichting has 26 words" in finding.message


def test_characters_are_counted_against_the_limit() -> None:
    assert codes(check_characters, {"school.naam": "x" * 100}) == []
    assert codes(check_characters, {"school.naam": "x" * 101}) == ["SOP145"]


def test_a_long_cell_is_told_by_its_row() -> None:
    rows = [{"kwaliteit": "kort"}, {"kwaliteit": "x" * 121}]
    (finding,) = found(check_characters, {"visie.sterk": rows})
    assert str(finding.place) == 'table "visie.sterk" row 2'


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, []), (5, []), (6, ["SOP147"])])
def test_rows_are_counted_against_the_limit(count: int, expected: list[str]) -> None:
    assert codes(check_rows, {"visie.sterk": [{"kwaliteit": "x"}] * count}) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1, []), (3000, []), (0, ["SOP148"]), (3001, ["SOP148"]), (None, []), ("ca. 300", [])],
)
def test_numbers_must_lie_in_their_range(value: Any, expected: list[str]) -> None:
    assert codes(check_numbers, {"school.leerlingen": value}) == expected


def test_a_range_is_told_by_both_ends() -> None:
    (finding,) = found(check_numbers, {"school.leerlingen": 28500})
    assert finding.message == "Aantal leerlingen is 28500; it must be 1\u20133000."


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("school.vestigingscode", "12AB00", []),
        ("school.vestigingscode", "12AB", ["SOP149"]),
        ("school.vestigingscode", "12AB00 ", ["SOP149"]),
        ("school.bestuursnummer", "01234", []),
        ("school.bestuursnummer", "1234", ["SOP149"]),
        ("school.postcode", "2500 AA", []),
        ("school.postcode", "2500AA", []),
        ("school.postcode", "25OO AA", ["SOP150"]),
    ],
)
def test_codes_must_be_in_their_form(key: str, value: str, expected: list[str]) -> None:
    assert codes(check_forms, {key: value}) == expected


def test_a_wrong_code_is_told_with_the_prompt_of_the_field() -> None:
    (finding,) = found(check_forms, {"school.vestigingscode": "{12}"})
    assert finding.message == 'Vestigingscode is "{12}", which is not in the form that is asked.'
    assert finding.advice.startswith("Vul de zes tekens van DUO in")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.school.nl",
        "http://school.nl/gids.pdf?jaar=2026#p3",
        "HTTPS://School.NL/a b".replace(" ", "%20"),
        "https://scholen.den-haag.nl:8080/x",
        "mailto:info@school.nl",
        "info@school.nl",
        "tel:+31701234567",
        "https://nl.wikipedia.org/wiki/Onderwijs_(Nederland)",
    ],
)
def test_an_address_that_can_be_followed_is_none_to_find(url: str) -> None:
    assert is_address(url)
    assert codes(check_links, {"school.website": {"text": "x", "url": url}}) == []


@pytest.mark.parametrize(
    "url",
    [
        "htp://school.nl",
        "https://school",
        "C:\\gids.pdf",
        "file:///C:/gids.pdf",
        "https://",
        "schoolgids",
        "x@",
    ],
)
def test_an_address_that_leads_nowhere_is_found(url: str) -> None:
    assert codes(check_links, {"school.website": {"text": "x", "url": url}}) == ["SOP151"]


def test_a_link_without_an_address_is_a_hint() -> None:
    assert codes(check_links, {"school.website": {"text": "onze site", "url": None}}) == ["SOP152"]
    assert (
        codes(check_links, {"school.website": {"text": "https:/school.nl", "url": None}}) == []
    ), "SOP109"


def test_links_in_a_text_are_looked_at_too() -> None:
    good, bad = "zie [de gids](https://school.nl/gids)", "zie [de gids](www.school)"
    assert codes(check_links, {"visie.visie": f"{good} en {bad}"}) == ["SOP151"]
    assert codes(check_links, {"visie.visie": f"{good} (blz. 3)"}) == []


def test_an_own_format_may_be_as_long_as_its_school_likes() -> None:
    answers = {"extra.grens": words(900), "visie.sterk": [{"kwaliteit": words(90)}] * 9}
    for rule in (check_words, check_characters, check_rows):
        assert codes(rule, answers)
        assert codes(rule, answers, own_format=True) == []


@pytest.mark.parametrize(
    ("pages", "counted", "expected"),
    [(10, True, []), (11, True, ["SOP153"]), (11, False, []), (12, False, ["SOP154"])],
)
def test_pages_are_held_against_the_models_limit(
    pages: int, *, counted: bool, expected: list[str]
) -> None:
    assert [
        one.code for one in find_too_many_pages(open_model(), pages, counted=counted)
    ] == expected


def test_a_model_without_a_limit_bears_any_number_of_pages() -> None:
    assert not list(find_too_many_pages(replace(open_model(), max_pages=None), 99, counted=True))
