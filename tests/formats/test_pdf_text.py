"""Paragraphs and tables put together from words at places on pages."""

import pytest

from sop_templates.errors import SopError
from sop_templates.formats.pdf_text import read_pdf
from sop_templates.formats.written import Grid, Line, Writing
from sop_templates.kinds.other_files import BROKEN_PDF, SCANNED
from tests.support.pdf_pages import At, pdf

FILLING = [At(70, 60, "Zoveel woorden staan er minstens op een bladzijde die geen foto is.")] * 2


def read(*pages: list[At]) -> Writing:
    """The pages; the first one ends with words enough for a text."""
    return read_pdf(pdf([[*pages[0], *FILLING], *pages[1:]]), "sop.pdf")


def lines(writing: Writing) -> list[str]:
    return [one.text for one in writing.lines() if "Zoveel woorden" not in one.text]


def test_lines_below_each_other_are_a_paragraph() -> None:
    writing = read([At(70, 700, "Wij kijken eerst naar wat een"), At(70, 686, "kind al kan.")])
    assert lines(writing) == ["Wij kijken eerst naar wat een kind al kan."]


def test_a_bigger_gap_another_size_and_another_weight_part_paragraphs() -> None:
    writing = read(
        [
            At(70, 700, "Visie", 11, bold=True),
            At(70, 686, "Een zin van de school"),
            At(70, 672, "die doorloopt op de regel"),
            At(70, 640, "Een andere zin", 11),
            At(70, 620, "Groter", 16),
        ]
    )
    assert lines(writing) == [
        "Visie",
        "Een zin van de school die doorloopt op de regel",
        "Een andere zin",
        "Groter",
    ]
    assert [one.letters.bold for one in writing.lines()][:2] == [True, False]


def test_a_word_that_was_broken_off_is_whole_again() -> None:
    writing = read([At(70, 700, "De onder-"), At(70, 686, "steuning van onderwijs- en")])
    assert lines(writing) == ["De ondersteuning van onderwijs- en"]
    writing = read([At(70, 700, "De onderwijs-"), At(70, 686, "en ondersteuning")])
    assert lines(writing) == ["De onderwijs- en ondersteuning"]


def test_items_are_told_by_their_bullets() -> None:
    writing = read([At(70, 700, "\u2022 eerst kijken"), At(70, 686, "\u2022 dan helpen")])
    found = [one for one in writing.lines() if one.list]
    assert [(one.text, one.list) for one in found] == [
        ("eerst kijken", "bullet"),
        ("dan helpen", "bullet"),
    ]


def test_headers_footers_and_page_numbers_are_no_text() -> None:
    pages = [
        [At(70, 800, "SOP De Ark"), At(70, 700, f"Tekst {one}"), At(290, 30, str(one))]
        for one in "abc"
    ]
    numbered = [
        [*page[:2], At(290, 30, f"pagina {number}")] for number, page in enumerate(pages, 1)
    ]
    writing = read(*numbered)
    assert lines(writing) == ["Tekst a", "Tekst b", "Tekst c"]
    assert writing.margins == ("SOP De Ark", "pagina 1")


def test_what_stands_beside_each_other_is_a_row() -> None:
    writing = read(
        [
            At(70, 700, "Directeur"),
            At(300, 700, "A. de Voorbeeld"),
            At(70, 670, "Aantal leerlingen"),
            At(300, 670, "212"),
        ]
    )
    (grid,) = [part for part in writing.parts if isinstance(part, Grid)]
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["Directeur", "A. de Voorbeeld"],
        ["Aantal leerlingen", "212"],
    ]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    long = "Wij kijken eerst naar wat een kind al kan en daarna naar wat het leert"
    writing = read([At(70, 700, "Onze visie"), At(70, 686, long), At(70, 672, "van anderen.")])
    assert lines(writing) == ["Onze visie", f"{long} van anderen."]


def test_a_heading_behind_a_full_line_that_ends_a_sentence_stands_alone() -> None:
    long = "Wij kijken eerst naar wat een kind al kan en daarna naar wat het leert."
    page = [At(70, 700, long), At(70, 686, "Extra ondersteuning"), At(70, 672, long)]
    assert lines(read(page)) == [long, "Extra ondersteuning", long]


def test_a_cell_that_nearly_touches_the_next_one_is_a_cell() -> None:
    page = [
        At(70, 700, "Wat wij aanvullend bieden"),
        At(215, 700, "Vier kinderen krijgen hulp van"),
        At(215, 686, "een coach, die op dinsdag komt"),
        At(215, 672, "en op vrijdag terugkomt."),
    ]
    (grid,) = [part for part in read(page).parts if isinstance(part, Grid)]
    assert grid.rows[0][0].text == "Wat wij aanvullend bieden"


def test_first_words_in_bold_are_told() -> None:
    page = [At(70, 700, "Visie.", bold=True), At(104, 700, "Wij kijken naar wat een kind kan.")]
    line = next(read(page).lines())
    assert (line.text[: line.lead], line.letters.bold) == ("Visie.", False)


def test_page_numbers_behind_lines_are_a_table_of_contents() -> None:
    page = [
        one
        for place, name in enumerate(("Visie", "Basis", "Extra"))
        for one in (At(70, 700 - 20 * place, name), At(500, 700 - 20 * place, str(place + 2)))
    ]
    writing = read(page)
    assert next(one for one in writing.parts if isinstance(one, Line)).text == "Visie\t2"


def test_a_sentence_that_goes_on_on_the_next_page_is_one_paragraph() -> None:
    writing = read([At(70, 90, "Wij helpen elk kind dat")], [At(70, 780, "hulp nodig heeft.")])
    assert "Wij helpen elk kind dat" in lines(writing)[0]


def test_title_and_moment_come_from_the_properties() -> None:
    writing = read_pdf(pdf([FILLING], "Ons SOP"), "sop.pdf")
    assert (writing.title, writing.modified) == ("Ons SOP", "2026-05-12T09:30:00+02:00")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([[]]), SCANNED),
        (pdf([[At(70, 700, "Gescand met een app")]]), SCANNED),
        (pdf([FILLING])[:200], BROKEN_PDF),
        (pdf([FILLING]).replace(b"/Pages 2 0 R", b"/Pages 9 0 R"), BROKEN_PDF),
    ],
)
def test_what_has_no_text_or_no_pages_is_told(data: bytes, kind: object) -> None:
    with pytest.raises(SopError) as caught:
        read_pdf(data, "sop.pdf")
    assert caught.value.kind is kind
