"""The board's page: its numbers, nothing that runs or fetches, nothing that is not to be shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import html

from sop_templates.domain.answers import blank
from sop_templates.engine.models import open_model
from sop_templates.engine.summary.page import make_board_page
from sop_templates.engine.summary.values import Expected, Summary
from tests.support.generated import generated_answers
from tests.support.plain_counts import asked, first_choice, item_words, list_rows, white_items
from tests.support.small_model import SMALL_MODEL
from tests.support.summaries import (
    generated_codes,
    generated_summary,
    sample_sources,
    sample_summary,
    school,
)

MANY = 170
TABLES = ("basis.aanbod", "basis.expertise", "basis.gebouw")
LISTS = ("visie.sterk", "basis.partners", "extra.arrangementen", "ontwikkeling.ambities")
NASTY = "<script>alert(1)</script> \"'&{{ 7*7 }}{% raw %}</style> =cmd 🦉 שלום"
CARDS = "//*[@id='kaarten']/li"
MISSING = "//*[@class='niet-aangeleverd']/li"


def find(top: Any, path: str) -> list[Any]:
    """What an XPath finds."""
    return list(top.xpath(path))


@dataclass(frozen=True)
class Case:
    page: Any
    answers: Sequence[dict[str, Any]]


@pytest.fixture(scope="module", params=["sample", "generated"])
def case(request: pytest.FixtureRequest) -> Case:
    if request.param == "sample":
        return Case(
            html.document_fromstring(make_board_page(sample_summary())), sample_sources()[1]
        )
    model = open_model()
    answers = [generated_answers(model, code) for code in generated_codes(MANY)]
    return Case(html.document_fromstring(make_board_page(generated_summary(MANY))), answers)


def meaning_counts(key: str, item: str, answers: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Schools by what they say of an item, counted from the answers as put in."""
    column, words = first_choice(key), item_words(key, item, answers)
    counts = {
        name: sum(words[one] for one in column[name]) for name in ("present", "partly", "absent")
    }
    counts["unanswered"] = words[""]
    counts["other"] = len(answers) - sum(counts.values())
    return counts


@pytest.mark.parametrize("key", TABLES)
def test_each_item_has_its_plain_counts(case: Case, key: str) -> None:
    white = white_items(key, case.answers)
    for item in asked(key)["rows"]:
        (row,) = find(case.page, f'//tr[@data-item="{key}.{item["key"]}"]')
        shown = {
            cell.get("data-telt"): int(find(cell, ".//*[@class='getal']")[0].text)
            for cell in find(row, "td[@data-telt]")
        }
        assert shown == meaning_counts(key, item["key"], case.answers)
        assert (find(row, ".//*[@class='wit']")[0].get("hidden") is None) is (
            item["label"] in white
        )
        widths = {
            one.get("class"): float(one.get("width"))
            for one in find(row, ".//*[local-name()='rect']")
        }
        for meaning, count in shown.items():
            assert widths[meaning] == pytest.approx(100 * count / len(case.answers), abs=0.01)


@pytest.mark.parametrize("key", LISTS)
def test_each_list_has_all_rows(case: Case, key: str) -> None:
    (section,) = find(case.page, f"//section[@id='{key.replace('.', '-')}']")
    rows = find(section, ".//tbody/tr")
    given = list_rows(key, case.answers)
    assert len(rows) == len(given)
    for row, answers in zip(rows, given, strict=True):
        cells = [cell.text_content() for cell in find(row, "td")]
        assert cells == [answers.get(one["key"]) or "" for one in asked(key)["columns"]]


def test_each_school_has_its_answers(case: Case) -> None:
    cards = find(case.page, CARDS)
    assert len(cards) == len(case.answers)
    for card, given in zip(cards, case.answers, strict=True):
        assert find(card, "h3")[0].text == given["school.naam"]
        found = {
            one.get("data-item"): find(one, "span")[0].text
            for one in find(card, ".//*[@data-item]")
        }
        column = {key: first_choice(key)["key"] for key in TABLES}
        assert found == {
            f"{key}.{item}": cells[column[key]]
            for key in TABLES
            for item, cells in given.get(key, {}).items()
            if cells.get(column[key])
        }


def test_the_tiles_tell_the_plain_counts() -> None:
    page, answers = html.document_fromstring(make_board_page(sample_summary())), sample_sources()[1]
    tiles = {
        find(one, "dt")[0].text: int(find(one, "dd")[0].text)
        for one in find(page, "//*[@class='tegels']/div")
    }
    statuses = [one["vaststelling.status"] for one in answers]
    assert tiles["aangeleverd"] == len(answers)
    assert tiles["vastgesteld"] == sum(one in ("vastgesteld", "gepubliceerd") for one in statuses)
    white = sum(len(white_items(key, answers)) for key in TABLES)
    assert tiles["onderdeel dat geen school heeft"] == white == 1
    decided = [one.get("vaststelling.bestuursdatum") for one in answers]
    deadline = sample_sources()[0]["deadline"]
    assert tiles["te laat"] == sum(one is None or one > deadline for one in decided)


def test_who_did_not_deliver_is_named() -> None:
    page = html.document_fromstring(make_board_page(sample_summary()))
    assert [one.text for one in find(page, MISSING)] == ["De Letterloods"]


def test_nothing_runs_or_is_fetched() -> None:
    data = make_board_page(sample_summary()).decode()
    page = html.document_fromstring(data)
    (policy,) = find(page, "//meta[@http-equiv='Content-Security-Policy']")
    assert str(policy.get("content")).startswith("default-src 'none'; style-src 'sha256-")
    assert not find(page, "//link | //img | //iframe | //*[@style or @onclick or @src]")
    links = [one.get("href") for one in find(page, "//a[@href]")]
    assert all(re.match(r"#|https?://", one) for one in links)
    assert "http" not in "".join(find(page, "//script/text() | //style/text()"))


def test_names_of_persons_and_internal_texts_stay_out() -> None:
    model = open_model()
    answers: dict[str, Any] = {"school.vestigingscode": "12AB00", "school.naam": "De Brug"}
    hidden = {
        one.key: f"geheim {one.key}"
        for one in model.fields
        if (one.names_person or one.internal) and one.type.value in ("text", "rich")
    }
    assert len(hidden) > 5
    page = make_board_page(Summary(model, [school(model, answers | hidden)])).decode()
    assert "De Brug" in page
    assert "geheim" not in page


def test_what_schools_wrote_is_shown_as_typed() -> None:
    answers: dict[str, Any] = blank(SMALL_MODEL) | {
        "school.naam": NASTY,
        "school.vestigingscode": "12AB00",
        "school.website": {"text": "x", "url": "javascript:alert(1)"},
    }
    data = make_board_page(
        Summary(SMALL_MODEL, [school(SMALL_MODEL, answers, area=NASTY)], [Expected("1", NASTY)])
    )
    page = html.document_fromstring(data)
    assert find(page, f"{CARDS}/h3")[0].text == NASTY
    assert find(page, MISSING)[0].text == NASTY
    assert find(page, CARDS)[0].get("data-gebied") == NASTY
    assert len(find(page, "//script")) == 1
    assert not find(page, "//a[starts-with(@href, 'javascript')]")


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert make_board_page(sample_summary()) == make_board_page(sample_summary())
