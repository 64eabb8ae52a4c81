"""What changed since last year: the sheets say what the two years' answers say."""

from typing import Any

import pytest

from sop_templates.engine.summary.changes import change_sentences, change_sheets
from sop_templates.formats.excel.report_values import Sheet
from tests.support.plain_counts import asked, first_choice
from tests.support.summaries import last_year, sample_sources, sample_summary

NOW = {one["school.vestigingscode"]: one for one in sample_sources()[1]}
THEN = {one["school.vestigingscode"]: one for one in last_year()}
BOTH = sorted(NOW.keys() & THEN.keys())


@pytest.fixture(scope="module")
def sheets() -> tuple[Sheet, Sheet]:
    changes, items = change_sheets(sample_summary(last_year()))
    return changes, items


@pytest.fixture(scope="module")
def rows(sheets: tuple[Sheet, Sheet]) -> list[list[Any]]:
    return [list(row) for row in sheets[0].rows]


def word(year: dict[str, Any], code: str, key: str, item: str) -> str | None:
    cells: dict[str, str | None] = year[code].get(key, {}).get(item) or {}
    return cells.get(first_choice(key)["key"])


def test_without_a_year_before_there_is_nothing_to_compare() -> None:
    assert change_sheets(sample_summary()) == []
    assert change_sentences(sample_summary()) == []


def test_each_item_that_changed_is_told_for_each_school(rows: list[list[Any]]) -> None:
    for key in ("basis.aanbod", "basis.expertise", "basis.gebouw"):
        for item in asked(key)["rows"]:
            pairs = {
                code: (word(THEN, code, key, item["key"]), word(NOW, code, key, item["key"]))
                for code in BOTH
            }
            expected = [
                (code, then or "", now or "") for code, (then, now) in pairs.items() if then != now
            ]
            shown = [
                (row[0], row[5], row[6])
                for row in rows
                if row[3] == item["label"]
                and str(row[2]).startswith(asked(key).get("short", asked(key)["label"]))
                and "(toelichting)" not in str(row[2])
            ]
            assert shown == expected


def test_what_came_and_went_in_a_list_is_told(rows: list[list[Any]]) -> None:
    came = [(row[0], row[3]) for row in rows if row[2] == "Arrangementen" and row[4] == "nieuw"]
    assert came == [
        (code, NOW[code]["extra.arrangementen"][0]["naam"])
        for code in BOTH
        if NOW[code].get("extra.arrangementen")
    ]


def test_schools_that_came_and_went_are_told(rows: list[list[Any]]) -> None:
    told = {row[0]: row[4] for row in rows if row[4] in ("nieuwe school", "geen SOP meer")}
    assert told == {"99XX11": "nieuwe school", "99XX12": "geen SOP meer"}


def test_a_long_text_shows_what_is_around_the_change(rows: list[list[Any]]) -> None:
    changed = [row for row in rows if row[4] == "gewijzigd" and "wij soms" in str(row[5])]
    assert changed
    for row in changed:
        assert len(row[5]) < 200
        assert "soms" not in row[6]


def test_items_are_counted_then_and_now(sheets: tuple[Sheet, Sheet]) -> None:
    shown = [tuple(row)[:5] for row in sheets[1].rows]
    expected = []
    for key, table in (
        ("basis.aanbod", "Aanbod"),
        ("basis.expertise", "Expertise"),
        ("basis.gebouw", "Gebouw"),
    ):
        present = first_choice(key)["present"]
        for item in asked(key)["rows"]:
            had = sum(word(THEN, code, key, item["key"]) in present for code in BOTH)
            have = sum(word(NOW, code, key, item["key"]) in present for code in BOTH)
            expected.append((table, item["label"], had, have, have - had))
    assert shown == expected


def test_the_sentences_tell_the_same_numbers() -> None:
    sentences = change_sentences(sample_summary(last_year()))
    assert sentences[0].startswith(f"{len(BOTH)} scholen hebben ook een SOP van vorig jaar")
    assert "Zonder SOP van vorig jaar: De Turfschuit." in sentences
    assert "Vorig jaar wel een SOP, nu niet: De Letterloods." in sentences
