"""SOPs in formats of schools' own: their parts are found, in whatever shape, and nothing is lost."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.errors import SopError
from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.finished.lines import read_writing
from sop_templates.kinds import fixed_texts as fixed_kinds
from sop_templates.kinds import own_format as kinds
from sop_templates.kinds import reading as reading_kinds
from sop_templates.outcome import Kind
from sop_templates.richtext_markup import plain
from tests.support import own_formats
from tests.support.own_formats import EXTRA, FIRST, SECOND, VISION, OwnSop
from tests.support.word_xml import Content, Node, docx, e, p, r, tbl, tc, text_box, tr

MODEL = open_model()
BASIS = own_formats.BASIS
TITLE = "Schoolondersteuningsprofiel"

shapes = pytest.mark.parametrize("shape", own_formats.SHAPES)


def read(*body: Content | list[Content], file: str = "sop.docx") -> ReadRecord:
    return read_bytes(docx(*body), file)


def bold(text: str) -> Node:
    return p(r(text, look="b"))


def said(record: ReadRecord, kind: Kind) -> list[str]:
    return [one.message for one in record.findings if one.kind is kind]


def left(record: ReadRecord) -> str:
    return " | ".join(plain(one.rich) for one in record.left)


def answer(record: ReadRecord, key: str) -> str:
    return str(record.answers[key] or "")


# Five shapes


@shapes
def test_the_obligatory_parts_are_found_in_any_shape(shape: Callable[[], OwnSop]) -> None:
    sop = shape()
    record = read_bytes(sop.data, sop.name)
    assert record.format == "own"
    for key, words in sop.words.items():
        for text in words:
            assert text in answer(record, key), key
        assert record.origin[key] in ("heading", "label", "content")
    assert record.fixed_texts["vast.zorgplicht"] == sop.zorgplicht


@shapes
def test_what_the_front_and_labels_tell_is_found(shape: Callable[[], OwnSop]) -> None:
    sop = shape()
    record = read_bytes(sop.data, sop.name)
    assert {key: answer(record, key) for key in sop.facts} == sop.facts
    assert {record.origin[key] for key in sop.facts} <= {"front page", "label", "file name"}


@shapes
def test_what_belongs_to_no_field_is_kept_and_named(shape: Callable[[], OwnSop]) -> None:
    sop = shape()
    record = read_bytes(sop.data, sop.name)
    for text in sop.left:
        assert text in left(record)
    told = [one for one in record.left if one.rich and "eigen tekst" not in one.heading]
    assert len(said(record, kinds.OWN_TEXT_LEFT)) == len(told)


@shapes
def test_no_paragraph_is_lost(shape: Callable[[], OwnSop]) -> None:
    sop = shape()
    record = read_bytes(sop.data, sop.name)
    found = " ".join([*texts(record.answers), left(record), FIRST, SECOND])
    for line in read_writing(open_document(sop.data)).lines():
        if len(line.text.split()) > 10 and "tien weken" not in line.text:
            for sentence in line.text.replace("De wet zegt hierover: ", "").split("\n"):
                assert sentence in found


def texts(value: Any) -> Iterator[str]:
    """All texts in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def test_a_missing_part_is_named() -> None:
    record = read_bytes(own_formats.all_in_one().data)
    assert said(record, kinds.PARTS_NOT_FOUND) == [
        "These parts, which must be in every SOP, were not found: Basisondersteuning."
    ]
    assert record.answers["basis.structuur"] is None


@pytest.mark.parametrize("make", own_formats.NEAR_MISSES)
def test_what_only_looks_like_a_sop_is_none(make: Callable[[], bytes]) -> None:
    with pytest.raises(SopError) as caught:
        read_bytes(make(), f"{make.__name__}.docx")
    assert caught.value.kind is reading_kinds.NO_SOP


# Headings


TEXTS = {"Visie": VISION, "Basisondersteuning": BASIS, "Extra ondersteuning": EXTRA}


def chapters(heading: Callable[[str], Node]) -> list[Content]:
    body: list[Content] = [p(TITLE)]
    for name, texts_ in TEXTS.items():
        body += [heading(name), *map(p, texts_)]
    return body


@pytest.mark.parametrize(
    "heading",
    [
        bold,
        p,
        lambda text: p(text.upper()),
        lambda text: p(r(text, look="u=single")),
        lambda text: p(r(text, look="sz=36")),
        lambda text: p(f"3. {text}"),
        lambda text: p(f"Hoofdstuk 2: {text}"),
        lambda text: p(f"B. {text}"),
        lambda text: p(f"Onze {text.lower()}"),
        lambda text: p(text_box(p(text))),
        lambda text: tbl(tr(text)),
    ],
)
def test_a_heading_is_known_by_its_look_its_number_or_its_words(
    heading: Callable[[str], Node],
) -> None:
    record = read(*chapters(heading))
    assert answer(record, "visie.visie") == "\n\n".join(VISION)
    assert answer(record, "basis.structuur") == "\n\n".join(BASIS)
    assert answer(record, "extra.beschrijving") == "\n\n".join(EXTRA)


def test_a_heading_and_its_text_may_share_a_paragraph() -> None:
    run_in = [p(r("Visie.", look="b"), f" {VISION[0]}"), p(f"Basisondersteuning: {BASIS[0]}")]
    record = read(p(TITLE), *run_in)
    assert answer(record, "visie.visie") == VISION[0]
    assert answer(record, "basis.structuur") == BASIS[0]


def test_parts_that_share_a_heading_are_told_apart_by_their_words() -> None:
    record = read(p(TITLE), bold("Basis- en extra ondersteuning"), *map(p, (*BASIS, *EXTRA)))
    assert answer(record, "basis.structuur") == "\n\n".join(BASIS)
    assert answer(record, "extra.beschrijving") == "\n\n".join(EXTRA)
    assert record.origin["extra.beschrijving"] == "heading"


def test_a_part_under_several_headings_comes_together_with_those_headings() -> None:
    body = [p("Basisondersteuning", look="outlineLvl=0"), p(BASIS[0])]
    body += [p("Taal", look="outlineLvl=1"), p(BASIS[1])]
    body += [p("Visie", look="outlineLvl=0"), p(VISION[0])]
    record = read(p(TITLE), *body)
    assert answer(record, "basis.structuur") == f"{BASIS[0]}\n\n**Taal**\n\n{BASIS[1]}"


def test_items_of_a_list_are_no_headings() -> None:
    steps = ["1. De leerkracht helpt", "2. De intern begeleider kijkt mee", "3. Het team overlegt"]
    record = read(p(TITLE), bold("Visie"), p(VISION[0]), bold("Zorgstructuur"), *map(p, steps))
    assert answer(record, "basis.structuur").replace("\\", "") == "\n\n".join(steps)


def test_a_typed_table_of_contents_is_no_text() -> None:
    contents = [p(r(name, e("w:tab"), str(page))) for page, name in enumerate(TEXTS, 3)]
    record = read(p(TITLE), *contents, *chapters(bold)[1:])
    assert answer(record, "visie.visie") == "\n\n".join(VISION)
    assert left(record) == ""


def test_a_heading_without_text_is_no_part() -> None:
    body = [bold("Visie"), p(VISION[0]), bold("Basisondersteuning"), bold("Extra ondersteuning")]
    with pytest.raises(SopError, match="is no SOP"):
        read(p(TITLE), *body)


def test_text_without_a_known_heading_is_told_by_what_it_speaks_of() -> None:
    record = read(p(TITLE), *map(p, (*VISION, *BASIS, *EXTRA)))
    assert record.origin["extra.beschrijving"] == "content"
    assert "\n\n".join(EXTRA) in answer(record, "extra.beschrijving")
    assert len(said(record, kinds.FOUND_BY_CONTENT)) == 1


# Tables


def test_columns_under_heads_are_read_downwards() -> None:
    table = tbl(tr("Visie", "Basisondersteuning"), tr(tc(*VISION), tc(*BASIS)))
    record = read(p(TITLE), table)
    assert answer(record, "visie.visie") == "\n\n".join(VISION)
    assert answer(record, "basis.structuur") == "\n\n".join(BASIS)


def test_a_table_of_the_model_keeps_its_rows() -> None:
    partners = tbl(tr("Partner", "Waarvoor", "Hoe vaak"), tr("logopedie", "taal", "soms"))
    record = read(*chapters(bold), partners)
    assert record.answers["basis.partners"] == [
        {"partner": "logopedie", "waarvoor": "taal", "frequentie": "soms"}
    ]


def test_a_short_answer_behind_a_label_counts_only_if_it_fits() -> None:
    form = tbl(tr("Postcode", "2500 AA"), tr("Aantal leerlingen", "veel"), tr("Schooljaar", "dit"))
    record = read(*chapters(bold), form)
    assert answer(record, "school.postcode") == "2500 AA"
    assert record.answers["school.leerlingen"] is None
    assert [one.code for one in record.findings if one.key == "school.leerlingen"] == []


# The fixed text


@pytest.mark.parametrize(
    ("pieces", "state"),
    [
        ([FIRST, SECOND], "intact"),
        ([f"{FIRST} {SECOND}"], "typographic"),
        ([*FIRST.split(". "), SECOND], "typographic"),
        ([FIRST, "Een eigen zin van de school ertussen.", SECOND], "changed"),
        ([FIRST.replace("hebben schoolbesturen", "hebben besturen"), SECOND], "changed"),
        ([FIRST], "changed"),
        (["De school heeft zorgplicht en zoekt met ouders een goede plek."], "missing"),
    ],
)
def test_the_fixed_text_is_compared_however_it_is_broken(pieces: list[str], state: str) -> None:
    stop = [f"{one}." if one[-1] not in ".)" else one for one in pieces]
    record = read(*chapters(bold), bold("Zorgplicht"), *map(p, stop))
    assert record.fixed_texts["vast.zorgplicht"] == state


def test_a_change_in_the_fixed_text_is_told_with_its_place() -> None:
    changed = tbl(tr(tc(FIRST.replace("vier weken", "twee weken"), SECOND)))
    record = read(*chapters(bold), bold("Wat de wet zegt"), changed)
    (finding,) = [one for one in record.findings if one.kind is fixed_kinds.STAR_TEXT_CHANGED]
    assert str(finding.place) == 'under "Wat de wet zegt"'
    assert '"vier" became "twee"' in finding.message


def test_other_fixed_texts_are_not_asked_of_an_own_format() -> None:
    record = read(*chapters(bold), p(FIRST), p(SECOND))
    assert [one.code for one in record.findings if one.code.startswith("SOP2")] == []


# The school


@pytest.mark.parametrize(
    ("lines", "file", "expected"),
    [
        (["SOP CBS De Ark 2026-2027"], "", ("CBS De Ark", None, "2026-2027")),
        ([TITLE, "De Ark"], "", ("De Ark", None, None)),
        ([f"{TITLE} van De Ark"], "", ("De Ark", None, None)),
        ([TITLE, "Schoolplan 2024-2028"], "x.docx", (None, None, None)),
        ([TITLE], "00ZZ01_De_Ark_SOP_2026-2027.docx", ("De Ark", "00ZZ01", "2026-2027")),
        ([TITLE, "00ZZ01"], "00ZZ02 2026-2027.docx", (None, "00ZZ01", "2026-2027")),
        ([TITLE, "2025-2026 en 2026-2027"], "", (None, None, None)),
        ([TITLE, "Stichting De Brug"], "", (None, None, None)),
    ],
)
def test_the_school_is_told_where_the_front_or_the_file_name_is_clear(
    lines: list[str], file: str, expected: tuple[str | None, ...]
) -> None:
    record = read(*map(p, lines), *chapters(bold)[1:], file=file)
    keys = ("school.naam", "school.vestigingscode", "school.schooljaar")
    assert tuple(record.answers[key] for key in keys) == expected


def test_what_the_file_name_gave_is_said() -> None:
    record = read(*chapters(bold), file="00ZZ01 De Ark 2026-2027.docx")
    assert record.origin["school.vestigingscode"] == "file name"
    assert said(record, kinds.FROM_FILE_NAME) == [
        (
            "Vestigingscode, Schooljaar, Naam school stand nowhere in the text and were taken from the "
            "file's name."
        )
    ]


# What is no SOP


def test_a_file_that_names_itself_something_else_is_none() -> None:
    with pytest.raises(SopError, match="is no SOP"):
        read(p("Schoolplan 2024-2028"), *chapters(bold)[1:])


def test_a_file_without_a_name_is_one_if_it_is_about_the_parts() -> None:
    assert read(*chapters(bold)[1:], file="x.docx").format == "own"


def test_a_file_without_a_name_is_none_if_it_is_mostly_about_other_things() -> None:
    other = [bold("Schooltijden"), p("om half negen " * 60), bold("Ouderbijdrage"), p("tien euro")]
    with pytest.raises(SopError, match="is no SOP"):
        read(*chapters(bold)[1:], *other, file="x.docx")
