"""Shapes that were tried on the reader by hand, and stayed: parts found, nothing lost, nothing taken for a SOP."""

from collections.abc import Callable

import pytest

from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.errors import SopError
from sop_templates.kinds import own_format as kinds
from sop_templates.kinds import reading as reading_kinds
from sop_templates.richtext_markup import plain
from tests.support import own_formats_found as found
from tests.support.own_formats import BASIS, EXTRA, FIRST, SECOND, VISION, OwnSop
from tests.support.own_formats_found import bold, headed, stacked
from tests.support.word_xml import Content, Node, docx, e, p, r

STARS = ("visie.visie", "basis.structuur", "extra.beschrijving")
CHAPTERS = [("Visie", VISION), ("Basisondersteuning", BASIS), ("Extra ondersteuning", EXTRA)]
ZORGPLICHT = ("Zorgplicht", [FIRST, SECOND])

BULLETS = {
    "word/numbering.xml": [
        e("w:abstractNum", e("w:lvl", e("w:numFmt", val="bullet"), ilvl="0"), abstractNumId="1"),
        e("w:num", e("w:abstractNumId", val="1"), numId="1"),
    ]
}

shapes = pytest.mark.parametrize("shape", found.SHAPES)


def left(record: ReadRecord) -> str:
    return " | ".join(plain(one.rich) for one in record.left)


def answer(record: ReadRecord, key: str) -> str:
    return str(record.answers[key] or "").replace("\\", "")


def read(*body: Content | list[Content]) -> ReadRecord:
    return read_bytes(docx(p("SOP De Ark"), *body, parts=BULLETS), "sop.docx")


@shapes
def test_each_part_is_found_and_no_other(shape: Callable[[], OwnSop]) -> None:
    sop = shape()
    record = read_bytes(sop.data, sop.name)
    assert record.format == "own"
    for key, words in sop.words.items():
        for text in words:
            assert text in answer(record, key), key
    assert [key for key in STARS if record.answers[key] is None] == [
        key for key in STARS if key not in sop.words
    ]
    assert record.fixed_texts["vast.zorgplicht"] == sop.zorgplicht


@shapes
def test_the_rest_is_named_and_the_school_is_told(shape: Callable[[], OwnSop]) -> None:
    sop = shape()
    record = read_bytes(sop.data, sop.name)
    for text in sop.left:
        assert text in left(record)
        assert text not in str(record.answers)
    assert {key: answer(record, key) for key in sop.facts} == sop.facts


@pytest.mark.parametrize("make", found.NEAR_MISSES)
def test_what_only_asks_or_tells_in_general_is_no_sop(make: Callable[[], bytes]) -> None:
    with pytest.raises(SopError) as caught:
        read_bytes(make(), "x.docx")
    assert caught.value.kind is reading_kinds.NO_SOP


@pytest.mark.parametrize("title", found.OTHER_TITLES)
def test_another_document_is_told_by_its_title(title: str) -> None:
    body = stacked(headed, [*CHAPTERS, ZORGPLICHT])
    with pytest.raises(SopError, match="is no SOP"):
        read_bytes(docx(p(title), *body), "x.docx")


def test_the_biggest_letters_are_the_title() -> None:
    front = [p("Bijlage bij het schoolplan 2023-2027"), p(r(found.TITLE, look="sz=48"))]
    assert read_bytes(docx(*front, *stacked(headed, CHAPTERS)), "x.docx").format == "own"


# Headings


LOOKS: dict[str, Callable[[str], Node]] = {
    "colour": lambda text: p(r(text, look="color=1F77B4")),
    "slope": lambda text: p(r(text, look="i")),
    "ground": lambda text: p(e("w:pPr", e("w:shd", val="clear", fill="DDEEFF")), text),
    "frame": lambda text: p(e("w:pPr", e("w:pBdr", e("w:top", val="single"))), text),
    "item": lambda text: p(r(text, look="b"), look="list=1"),
    "bare": p,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_chapter_that_is_no_part_joins_none_in_any_look(look: Callable[[str], Node]) -> None:
    other = ("Gezonde school", ["Op woensdag is het fruitdag, en iedereen drinkt water."])
    record = read(*stacked(look, [CHAPTERS[0], other, *CHAPTERS[1:], ZORGPLICHT]))
    for key, (_, texts) in zip(STARS, CHAPTERS, strict=True):
        assert answer(record, key) == "\n\n".join(texts)
    assert "fruitdag" in left(record)


def test_the_last_item_of_a_list_is_no_heading() -> None:
    items = ["1. De leraar helpt", "2. De intern begeleider kijkt mee", "3. Het team overlegt"]
    after = "Daarna kijken we met de ouders of het heeft geholpen."
    record = read(*stacked(bold, [CHAPTERS[0], ("Zorgstructuur", [*items, after]), CHAPTERS[2]]))
    assert answer(record, "basis.structuur") == "\n\n".join([*items, after])


def test_the_words_before_a_list_are_no_heading() -> None:
    lead = p("Bij ons begint extra hulp altijd met")
    items = [p("goed kijken, iedere dag en bij elk kind opnieuw.", look="list=1")]
    record = read(p("Visie"), p(VISION[0]), lead, *items, *stacked(p, CHAPTERS[1:]))
    assert "goed kijken" in answer(record, "visie.visie")
    assert answer(record, "extra.beschrijving") == "\n\n".join(EXTRA)


def test_first_words_in_bold_are_headings_where_the_parts_have_such() -> None:
    lines = [("Visie", VISION[0]), ("Basis", BASIS[0]), ("Contact", "Bel de school gerust op.")]
    lines.append(("Extra", EXTRA[0]))
    record = read(*(p(r(f"{word}. ", look="b"), text) for word, text in lines))
    assert answer(record, "basis.structuur") == BASIS[0]
    assert "Bel de school" in left(record)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Wat biedt de school standaard aan alle leerlingen?", "basis.structuur"),
        ("Extra ondersteuning: gedrag", "extra.beschrijving"),
        ("Als de basis niet voldoende is", "extra.beschrijving"),
        ("Wat biedt onze school aan leerlingen die meer nodig hebben?", "extra.beschrijving"),
        ("Zo zien wij kinderen", "visie.visie"),
    ],
)
def test_words_that_every_part_uses_do_not_tell_one(heading: str, key: str) -> None:
    text = "Een zin van de school waaruit niets is op te maken over wat hier hoort te staan."
    rest = [one for one, star in zip(CHAPTERS, STARS, strict=True) if star != key]
    record = read(*stacked(headed, [(heading, [text]), *rest]))
    assert answer(record, key) == text
    assert record.origin[key] == "heading"


def test_what_is_put_with_a_part_by_its_words_is_said() -> None:
    practice = ("De praktijk", [BASIS[1]])
    record = read(*stacked(headed, [CHAPTERS[0], ("Basisondersteuning", BASIS[:1]), practice]))
    assert BASIS[1] in answer(record, "basis.structuur")
    (finding,) = [one for one in record.findings if one.kind is kinds.ADDED_BY_CONTENT]
    assert "De praktijk" in finding.message


# The fixed text


def test_a_heading_that_shares_words_with_the_fixed_text_keeps_its_text() -> None:
    heading = "Extra ondersteuning vanuit het samenwerkingsverband"
    record = read(*stacked(headed, [*CHAPTERS[:2], (heading, EXTRA[:1]), ZORGPLICHT]))
    assert answer(record, "extra.beschrijving") == EXTRA[0]
    assert record.fixed_texts["vast.zorgplicht"] == "intact"


def test_a_heading_within_the_fixed_text_is_named_and_changes_nothing() -> None:
    own = [("Bij aanmelding", [FIRST]), ("Bij verwijdering", [SECOND])]
    record = read(*stacked(headed, [*CHAPTERS, *own]))
    assert record.fixed_texts["vast.zorgplicht"] == "intact"
    assert "Bij verwijdering" in left(record)


def test_a_sentence_within_the_fixed_text_changes_it_however_it_looks() -> None:
    parts = [p(FIRST), bold("Wij nemen geen kinderen uit andere wijken aan"), p(SECOND)]
    record = read(*stacked(bold, CHAPTERS), bold("Zorgplicht"), *parts)
    assert record.fixed_texts["vast.zorgplicht"] == "changed"


def test_what_heads_the_fixed_text_on_its_own_line_is_no_text() -> None:
    record = read(*stacked(headed, CHAPTERS), p(f"Zorgplicht: {FIRST}"), p(SECOND))
    assert answer(record, "extra.beschrijving") == "\n\n".join(EXTRA)
    assert left(record) == ""


# The school


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SOP PI-school De Singel, locatie Noord", "PI-school De Singel"),
        ("SOP Openbare basisschool Prinses Beatrix", "Openbare basisschool Prinses Beatrix"),
        ("SOP van onze Daltonschool Zonnewende", "Daltonschool Zonnewende"),
        ("Zo werken wij op CBS De Ark", "CBS De Ark"),
        ("Dalton basisschool", None),
        ("Stichting voor Basisonderwijs", None),
    ],
)
def test_a_name_is_told_without_what_stands_around_it(line: str, name: str | None) -> None:
    front = [p(found.TITLE), p(line)]
    record = read_bytes(docx(*front, *stacked(headed, CHAPTERS)), "x.docx")
    assert record.answers["school.naam"] == name
