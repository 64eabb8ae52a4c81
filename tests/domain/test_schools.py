"""What DUO's rows tell about schools, as answers."""

import pytest

from sop_templates.domain.schools import (
    BOARD,
    CODE,
    GEMEENTE,
    DuoRow,
    chosen,
    known_answers,
    missing,
    one_school_boards,
    town_name,
    with_round,
)
from sop_templates.engine.models import open_model

MODEL = open_model()


def row(code: str = "99XX00", board: str = "41572", gemeente: str = "0518", **more: str) -> DuoRow:
    return {CODE: code, BOARD: board, GEMEENTE: gemeente, "VESTIGINGSNAAM": "De Eik", **more}


ROWS = [row("99XX00"), row("99XX01", gemeente="0603"), row("99XX02", board="20091")]


def test_a_board_with_one_school_in_the_country_is_known() -> None:
    assert one_school_boards(ROWS) == {"20091"}


@pytest.mark.parametrize(
    ("boards", "gemeenten", "codes"),
    [
        ([], [], ["99XX00", "99XX01", "99XX02"]),
        (["41572"], [], ["99XX00", "99XX01"]),
        ([], ["0518", "0603"], ["99XX00", "99XX01", "99XX02"]),
        (["41572"], ["0603"], ["99XX01"]),
    ],
)
def test_schools_are_chosen_by_board_and_gemeente(
    boards: list[str], gemeenten: list[str], codes: list[str]
) -> None:
    assert [one[CODE] for one in chosen(ROWS, boards, gemeenten)] == codes


def test_numbers_that_no_school_has_are_named() -> None:
    assert missing(ROWS, BOARD, ["41572", "99999"]) == ["99999"]


def test_duos_columns_become_answers_as_the_model_says() -> None:
    answers = known_answers(
        MODEL,
        row(
            **{
                "STRAATNAAM": "Eikenlaan",
                "HUISNUMMER-TOEVOEGING": "3-A",
                "PLAATSNAAM": "'S-GRAVENHAGE",
                "TELEFOONNUMMER": "0701234567",
                "INTERNETADRES": "",
            }
        ),
        {"41572"},
    )
    assert answers == {
        "school.naam": "De Eik",
        "school.vestigingscode": "99XX00",
        "school.bestuursnummer": "41572",
        "school.adres": "Eikenlaan 3-A",
        "school.plaats": "'s-Gravenhage",
        "school.gemeente": "Den Haag",
        "school.telefoon": "0701234567",
        "school.schoolsoort": "basisschool",
        "school.eenpitter": True,
    }


def test_another_gemeente_is_another_one() -> None:
    assert known_answers(MODEL, row(gemeente="0363"), ())["school.gemeente"] == "anders"


def test_a_round_gives_the_year_and_the_boards_name() -> None:
    answers = with_round(MODEL, {"school.naam": "De Eik"}, "2026-2027", "Stichting De Brug")
    assert answers == {
        "school.naam": "De Eik",
        "school.schooljaar": "2026-2027",
        "school.bestuur": "Stichting De Brug",
    }


@pytest.mark.parametrize(
    ("duo", "shown"),
    [
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("'S-HEER ARENDSKERKE", "'s-Heer Arendskerke"),
        ("RIJSWIJK ZH", "Rijswijk ZH"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("DEN HAAG", "Den Haag"),
        ("DE MEERN", "De Meern"),
        ("STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"),
        ("WEHE-DEN HOORN", "Wehe-den Hoorn"),
        ("2E EXLOERMOND", "2e Exloermond"),
        ("IJMUIDEN", "IJmuiden"),
        ("ALTEVEER GEM NOORDENVELD", "Alteveer gem Noordenveld"),
        ("", ""),
    ],
)
def test_a_place_keeps_duos_words_in_readable_case(duo: str, shown: str) -> None:
    assert town_name(duo) == shown
