"""What is said of values that do not fit, word for word, and where."""

from typing import Any

import pytest

from sop_templates.domain.answers import canonical, place_in_word, shown
from sop_templates.outcome import Finding, Place
from sop_templates.richtext import Paragraph, Run
from tests.support.small_model import SMALL_MODEL


def findings(key: str, value: Any) -> list[Finding]:
    return list(canonical(SMALL_MODEL, {key: value})[1])


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        (
            "school.schoolsoort",
            "basis",
            (
                'Schoolsoort is "basis", which is none of the options. '
                "Choose one of these: basisschool, sbo, so/vso, Crèche & école [SOP102]"
            ),
        ),
        (
            "vaststelling.mr_datum",
            "juni 2026",
            'Datum advies MR is "juni 2026", which is no date. Write the day as in 11 juni 2026. [SOP103]',
        ),
        (
            "school.leerlingen",
            "ca. 300",
            (
                'Aantal leerlingen is "ca. 300", which is no whole number. '
                "Write the number in digits only, as in 285. [SOP104]"
            ),
        ),
        (
            "school.leerlingen",
            10**16,
            (
                'Aantal leerlingen is "10000000000000000"; a workbook keeps 15 digits at most. '
                "Check the number. [SOP105]"
            ),
        ),
        (
            "school.schooljaar",
            2026,
            'Schooljaar is "2026", which is no school year. Write both years, as in 2026-2027. [SOP106]',
        ),
        (
            "school.schooljaar",
            "2026-2028",
            (
                'Schooljaar is "2026-2028"; the second year must follow the first. '
                "Write both years, as in 2026-2027. [SOP107]"
            ),
        ),
        (
            "school.eenpitter",
            "misschien",
            'Eenpitter is "misschien", which is neither ja nor nee. Write ja or nee. [SOP108]',
        ),
        (
            "school.website",
            "https:/x.nl",
            (
                'Website is "https:/x.nl"; the address in it cannot be read. Copy the address from the '
                "browser, or write it as in: onze gids <https://www.example.org>. [SOP109]"
            ),
        ),
        (
            "visie.visie",
            "Elk kind is anders, dus wij\x0ckijken\nnaar elk kind.",
            (
                "Vanuit welke visie werken wij? holds a character that no Word file can hold (U+000C), in "
                '"d is anders, dus wij□kijken naar elk kind"; the answer was left out. Type the text anew around '
                "that place; such a character comes with text copied from elsewhere. [SOP110]"
            ),
        ),
        (
            "school.naam",
            "ab" * 20_000,
            (
                "Naam school has 40000 characters; a cell of a workbook holds 32767. "
                "Shorten the text, or refer to a document for the rest. [SOP111]"
            ),
        ),
        (
            "school.fax",
            "070",
            (
                'The model has no field "school.fax"; its value "070" was left out. '
                "Check the spelling, or use the model that has this field. [SOP112]"
            ),
        ),
        (
            "visie.visie",
            {"a": [1, 2]},
            (
                "Vanuit welke visie werken wij?: {'a': [1, 2]} is not the kind of value that belongs here. "
                "Give a text, a number, a date, or rows where the field is a table. [SOP113]"
            ),
        ),
        (
            "basis.aanbod",
            {"zwemmen": {"status": "op orde"}},
            (
                "Wat bieden wij? has no row \"zwemmen\"; its value \"{'status': 'op orde'}\" was left out. "
                "Check the spelling, or use the model that has this row. [SOP115]"
            ),
        ),
        (
            "basis.partners",
            [{"partner": "logopedie", "telefoon": "070"}],
            (
                'Met wie werken we samen? has no column "telefoon"; its value "070" was left out. '
                "Check the spelling, or use the model that has this column. [SOP116]"
            ),
        ),
        (
            "basis.partners",
            "logopedie, elke dinsdag",
            (
                'Met wie werken we samen?: "logopedie, elke dinsdag" is not parted in columns; it was put in '
                "the first one. Move the rest to the other columns. [SOP117]"
            ),
        ),
        (
            "basis.aanbod",
            {"mdo": {"status": "goed"}},
            (
                'Wat bieden wij?, MDO met adviseur, Status is "goed", which is none of the options. '
                "Choose one of these: op orde, in ontwikkeling, n.v.t. [SOP102]"
            ),
        ),
    ],
)
def test_a_finding_says_what_is_wrong_and_what_to_do(key: str, value: Any, message: str) -> None:
    (found,) = findings(key, value)
    assert f"{found.message} {found.advice} [{found.code}]" == message


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("school.eenpitter", "?", 'control "school.eenpitter"'),
        ("basis.aanbod", {"mdo": {"status": "?"}}, 'control "basis.aanbod.mdo.status"'),
        ("basis.aanbod", "?", 'control "basis.aanbod"'),
        ("basis.partners", [{}, {"frequentie": "?"}], 'table "basis.partners" row 2'),
        ("basis.partners", [{}, "?"], 'table "basis.partners" row 2'),
        ("basis.partners", [[]], 'table "basis.partners" row 1'),
        ("basis.partners", {}, 'control "basis.partners"'),
        ("school.fax", "070", ""),
    ],
)
def test_a_finding_says_where(key: str, value: Any, place: str) -> None:
    (found,) = findings(key, value)
    assert str(found.place) == place
    assert found.key == (key if key in SMALL_MODEL.by_key else None)


def test_the_caller_says_where_a_tag_stood() -> None:
    asked = []

    def place(tag: str, row: int | None) -> Place:
        asked.append((tag, row))
        return Place.cell("Partners", "D7")

    raw = {"basis.partners": [{}, {"partner": "a", "frequentie": "?"}]}
    _, (found,) = canonical(SMALL_MODEL, raw, place)
    assert (asked, str(found.place)) == ([("basis.partners.frequentie", 2)], "Partners!D7")


def test_a_long_or_odd_value_is_shown_in_short() -> None:
    assert shown("een\n  twee") == "een twee"
    assert shown("a" * 100) == "a" * 59 + "…"
    assert shown({"text": "gids", "url": "x.nl"}) == "gids x.nl"
    assert shown([10**5000]).startswith("[0x")


def test_a_place_in_word_is_a_control_or_a_row() -> None:
    assert str(place_in_word("a.b", None)) == 'control "a.b"'
    assert str(place_in_word("a.b.c", 3)) == 'table "a.b" row 3'


def test_a_rich_text_is_told_by_its_own_words_and_length() -> None:
    (finding,) = findings("visie.visie", (Paragraph((Run("woord " * 10_000),)),))
    assert "has 59999 characters" in finding.message
