"""How answers read in a letter, and what follows from them."""

from datetime import date

import pytest

from sop_templates.domain.answers import blank
from sop_templates.domain.board import Board
from sop_templates.domain.letter_words import DERIVED, Occasion, answer_text, write_day
from sop_templates.engine.models import open_model

MODEL = open_model("haaglanden")
TODAY = date(2026, 3, 2)  # a Monday


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("school.naam", "R&D {{ x }}", "R&D {{ x }}"),
        ("school.naam", None, ""),
        ("school.schooljaar", "2026-2027", "2026\u20112027"),
        ("school.leerlingen", 1285, "1285"),
        ("school.leerlingen", "ca. 300", "ca. 300"),
        ("school.eenpitter", True, "ja"),
        ("school.eenpitter", False, "nee"),
        ("vaststelling.mr_datum", "2026-06-11", "11 juni 2026"),
        ("vaststelling.mr_datum", "juni 2026", "juni 2026"),
        ("vaststelling.mr_advies", "positief met opmerkingen", "positief met opmerkingen"),
        (
            "school.website",
            {"text": "onze site", "url": "https://a.example"},
            "onze site (https://a.example)",
        ),
        ("school.website", {"text": "", "url": "https://a.example"}, "https://a.example"),
        ("school.website", {"text": "onze site", "url": ""}, "onze site"),
        ("visie.visie", "Wij **horen**\nerbij.\n\n- een\n- twee", "Wij horen\nerbij.\neen\ntwee"),
    ],
)
def test_how_an_answer_reads(key: str, value: object, words: str) -> None:
    assert answer_text(MODEL.by_key[key], value).words == words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("d MMMM yyyy", "2 maart 2026"),
        ("dddd d MMMM yyyy", "maandag 2 maart 2026"),
        ("dd-MM-yy", "02-03-26"),
        ("ddd d MMM", "ma 2 mrt"),
        ("d/M/yyyy", "2/3/2026"),
        ("'de' d'e'", "de 2e"),
    ],
)
def test_a_date_by_a_pattern_of_word(pattern: str, words: str) -> None:
    assert write_day(TODAY, pattern) == words


def test_a_pattern_changes_dates_only() -> None:
    asked = MODEL.by_key["vaststelling.mr_datum"]
    assert answer_text(asked, "2026-06-11").written("d-M-yyyy") == "11-6-2026"
    assert answer_text(asked, "juni 2026").written("d-M-yyyy") == "juni 2026"


def derived(name: str, board: Board | None = None, **answers: str) -> str:
    given = blank(MODEL) | {key.replace("__", "."): value for key, value in answers.items()}
    return DERIVED[name].write(given, Occasion(MODEL, TODAY, board, schools=12)).words


def test_what_follows_from_the_board_or_else_from_the_school() -> None:
    board = Board(name="Stichting Regenboog", number="00099", contact="Kwaliteit")
    assert derived("bestuur_naam", board, school__bestuur="Ander") == "Stichting Regenboog"
    assert derived("bestuur_naam", school__bestuur="Ander") == "Ander"
    assert derived("bestuur_nummer", school__bestuursnummer="41572") == "41572"
    assert derived("bestuur_contact", board) == "Kwaliteit"
    assert derived("bestuur_contact") == ""


def test_the_deadline_is_the_boards_or_1_september() -> None:
    board = Board(deadline=date(2026, 7, 10))
    assert derived("leverdatum", board, school__schooljaar="2026-2027") == "10 juli 2026"
    assert derived("leverdatum", school__schooljaar="2026-2027") == "1 september 2026"
    assert derived("leverdatum") == ""


def test_what_follows_from_the_school_and_the_day() -> None:
    assert derived("brin", school__vestigingscode="12AB00") == "12AB"
    assert derived("school_postcode_plaats", school__postcode="2512 AB") == "2512 AB"
    assert derived("vandaag") == "2 maart 2026"
    assert derived("aantal_scholen") == "12"
    assert derived("samenwerkingsverband").endswith("Haaglanden (SPPOH)")
