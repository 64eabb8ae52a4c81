"""What `board.toml` may say, and what is told of the rest."""

from datetime import date, datetime
from typing import Any

import pytest

from sop_templates.domain.board import Board, BoardSchool, board_from_data
from sop_templates.engine.models import open_model

MODEL = open_model()


def told(data: dict[str, Any]) -> list[str]:
    board, findings = board_from_data(data, MODEL)
    assert board == Board()
    return [finding.message for finding in findings]


def test_all_words_are_read() -> None:
    board, findings = board_from_data(
        {
            "name": "Stichting De Brug",
            "number": "41572",
            "deadline": date(2026, 7, 1),
            "contact": "kwaliteit@brug.example",
            "schools": [{"vestigingscode": "99xx00", "name": "De Eik", "area": "Centrum"}],
            "texts": {"extra.vervolg": "Wij zoeken mee.", "visie": {"visie": "Samen."}},
            "rules": {"SOP160": "off"},
            "areas": {"West": ["2551", "99 XX 01"]},
        },
        MODEL,
    )
    assert findings == ()
    assert board.schools == (BoardSchool("99XX00", "De Eik", "Centrum"),)
    assert board.texts == {"extra.vervolg": "Wij zoeken mee.", "visie.visie": "Samen."}
    assert board.rules.off == {"SOP160"}
    assert board.areas == {"West": ("2551", "99XX01")}


def test_an_empty_file_is_a_board_without_anything() -> None:
    assert told({}) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"deadlin": 1}, 'board.toml has the word "deadlin" in board.toml, which means nothing.'),
        (
            {"deadline": "1 september"},
            "\"deadline\" in board.toml must be 2026-09-01; '1 september' was left out.",
        ),
        ({"name": 7}, '"name" in board.toml must be "…"; 7 was left out.'),
        ({"schools": {}}, '"schools" in board.toml must be [[schools]]; {} was left out.'),
        (
            {"areas": {"West": "2551"}},
            '"West" in board.toml must be ["2511", "07PD00"]; \'2551\' was left out.',
        ),
        (
            {"schools": [{"vestigingscode": "99XX", "name": "De Eik"}]},
            "School 1 in board.toml (De Eik) has no vestigingscode of six characters; it was left out.",
        ),
        (
            {"texts": {"visie.visi": "x"}},
            'board.toml has a standard text for "visie.visi", which the model does not ask.',
        ),
    ],
)
def test_what_cannot_be_used_is_told(data: dict[str, Any], message: str) -> None:
    assert told(data) == [message]


def test_a_school_that_stands_twice_is_told() -> None:
    two = [{"vestigingscode": "99XX00", "name": name} for name in ("De Eik", "De Berk")]
    board, (finding,) = board_from_data({"schools": two})
    assert [one.name for one in board.schools] == ["De Eik"]
    assert finding.code == "SOP636"


def test_a_moment_is_a_deadline_too() -> None:
    board, _ = board_from_data({"deadline": datetime(2026, 7, 1, 12)})  # noqa: DTZ001 - as TOML gives it
    assert board.deadline == date(2026, 7, 1)


def test_an_area_is_the_schools_own_or_follows_from_code_or_postcode() -> None:
    board = Board(
        schools=(BoardSchool("99XX00", area="Centrum"), BoardSchool("99XX01")),
        areas={"West": ("2551", "99XX02")},
    )
    assert board.area_of("99XX00", "2551 AA") == "Centrum"
    assert board.area_of("99XX01", "2551 AA") == "West"
    assert board.area_of("99XX02") == "West"
    assert board.area_of("99XX03", "") == ""
