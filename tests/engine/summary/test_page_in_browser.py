"""The board's page in Chromium: by keyboard, on a phone, with a screen reader's eyes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from sop_templates.engine.summary.page import make_board_page
from tests.engine.summary.test_page import TABLES, meaning_counts
from tests.support.browser import DESK, PHONE, assert_welcoming, run_script
from tests.support.plain_counts import asked, going_on, list_rows
from tests.support.summaries import sample_sources, sample_summary

ANSWERS = sample_sources()[1]
NAMES = [one["school.naam"] for one in ANSWERS]
TOS = "basis.aanbod.tos"
ORDER = ("present", "partly", "absent", "other", "unanswered")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pagina") / "overzicht.html"
    path.write_bytes(make_board_page(sample_summary()))
    return path


def drive(page: Path, *steps: Mapping[str, Any], width: int = DESK) -> list[dict[str, Any]]:
    """What is shown at first and after each step; fails where axe-core finds something."""
    made = run_script("board.mjs", {"page": str(page), "steps": steps, "width": width})
    found: list[dict[str, Any]] = made["found"]
    assert [one["violations"] for one in found] == [[] for _ in found]
    return found


def counts(answers: Sequence[dict[str, Any]]) -> dict[str, dict[str, int]]:
    """The plain counts of all items."""
    return {
        f"{key}.{item['key']}": meaning_counts(key, item["key"], answers)
        for key in TABLES
        for item in asked(key)["rows"]
    }


def of_area(area: str) -> list[dict[str, Any]]:
    return [one for one in ANSWERS if one["school.werkgebied"] == area]


def test_it_welcomes_everybody_and_fetches_nothing(page: Path) -> None:
    (first,) = drive(page)
    assert first["schools"] == NAMES  # what axe-core looks at is there
    assert first["items"] == counts(ANSWERS)
    assert_welcoming([page], (PHONE, DESK, 320))


def test_an_area_counts_its_own_schools_only(page: Path) -> None:
    _, kust = drive(page, {"select": ["#gebied", "Kust"]})
    assert kust["schools"] == [one["school.naam"] for one in of_area("Kust")]
    assert kust["items"] == counts(of_area("Kust"))
    assert all(width == pytest.approx(100, abs=0.01) for width in kust["widths"].values())
    white = [
        item
        for item, one in counts(of_area("Kust")).items()
        if not one["present"] and one["partly"] + one["absent"]
    ]
    assert kust["white"] == white
    for key in ("basis.partners", "extra.arrangementen"):
        assert kust["lists"][key.replace(".", "-")] == len(list_rows(key, of_area("Kust")))


def test_an_item_shows_who_has_it_first(page: Path) -> None:
    _, tos = drive(page, {"select": ["#onderdeel", TOS]})
    expected = meaning_counts("basis.aanbod", "tos", ANSWERS)
    assert tos["items"] == {TOS: expected}
    assert len(tos["schools"]) == len(ANSWERS)
    said = [_said(words) for words in tos["chosen"]]
    assert said == sorted(said, key=ORDER.index)
    assert {one: said.count(one) for one in ORDER} == expected
    assert (
        f"{expected['present']} scholen hebben het, {expected['partly']} deels, "
        f"{expected['absent']} niet"
    ) in tos["status"]


def _said(words: str) -> str:
    column = asked("basis.aanbod")["columns"][0]
    if words == "Geen antwoord":
        return "unanswered"
    answer = words.removeprefix("Spraak en taal (TOS): ")
    return next(
        (
            one
            for one in ("present", "partly", "absent")
            if any(map(answer.startswith, column[one]))
        ),
        "other",
    )


def test_a_theme_shows_what_belongs_to_it(page: Path) -> None:
    _, medical = drive(page, {"select": ["#thema", "medisch"]})
    themed = [
        f"{key}.{row['key']}"
        for key in TABLES
        for row in asked(key)["rows"]
        if "medisch" in row.get("themes", ())
    ]
    assert list(medical["items"]) == themed
    rows = list_rows("extra.arrangementen", ANSWERS)
    mine = [row for row in rows if row["domein"] == "medisch"]
    assert medical["lists"]["extra-arrangementen"] == len(mine)
    assert len(mine) >= going_on("extra.arrangementen", ["medisch"], ANSWERS)
    assert "basis-gebouw" not in medical["sections"]
    assert "basis-partners" not in medical["sections"]


def test_a_theme_takes_away_an_item_of_another_one(page: Path) -> None:
    *_, last = drive(page, {"select": ["#onderdeel", TOS]}, {"select": ["#thema", "medisch"]})
    assert TOS not in last["items"]
    assert "Spraak en taal" not in last["status"]


def test_a_school_is_found_by_part_of_its_name_without_accents(page: Path) -> None:
    _, found = drive(page, {"type": ["#school", "WERELD"]})
    assert found["schools"] == ["Jenaplanschool De Wereldtafel"]
    assert found["status"] == "1 school in beeld."


def test_nothing_found_says_what_to_do(page: Path) -> None:
    _, found = drive(page, {"type": ["#school", "bestaat niet"]})
    assert found["schools"] == []
    assert found["status"] == "Geen school past bij deze keuze. Kies ruimer."


def test_it_can_be_used_by_keyboard_alone(page: Path) -> None:
    *_, chosen = drive(page, {"focus": f'button[data-kies="{TOS}"]'}, {"press": ["Enter"]})
    assert chosen["items"].keys() == {TOS}
    assert chosen["focus"] == "kop-scholen"  # the eye and the reader go where the answer is
    *_, typed, cleared = drive(
        page, {"focus": "#school"}, {"press": [*"katrol"]}, {"press": ["Tab", "Enter"]}
    )
    assert typed["schools"] == ["De Katrol"]
    assert cleared["schools"] == NAMES


def test_the_first_tab_skips_to_the_content(page: Path) -> None:
    _, first, second = drive(page, {"press": ["Tab"]}, {"press": ["Enter", "Tab"]})
    assert first["focus"] == "A"
    assert second["focus"] in {"thema", "onderdeel"}


def test_a_phone_shows_the_same(page: Path) -> None:
    _, kust = drive(page, {"select": ["#gebied", "Kust"]}, width=PHONE)
    assert kust["items"] == counts(of_area("Kust"))


def test_it_prints(page: Path) -> None:
    made = run_script("board.mjs", {"page": str(page), "steps": [], "print": True})
    assert made["printed"] > 20_000
