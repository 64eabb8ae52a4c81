"""Bringing a school's Word file up to date: on the whole model, with what schools and editors do to files."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sop_templates.domain.answers import Answers, blank, canonical
from sop_templates.domain.merging import Decision, answers_after, merge
from sop_templates.domain.model import FieldType
from sop_templates.engine.models import model_names
from sop_templates.engine.reading import read_bytes, read_kept_base
from sop_templates.engine.update.updating import Update, update_bytes
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.filling.package_writing import copied
from sop_templates.formats.word.names import qn
from sop_templates.kinds import updating as kinds
from tests.corpus.places import strict
from tests.support.changed_files import without_controls_of
from tests.support.drawn_answers import drawn_changes
from tests.support.generated import generated_answers
from tests.support.libreoffice import convert
from tests.support.small_templates import part
from tests.support.word_editing import control_of, edited
from tests.support.word_strip import (
    with_typed,
    without_bookmarks,
    without_controls,
    without_properties,
    without_tags,
)
from tests.support.word_validity import assert_valid
from tests.support.word_xml import docx, e, p, r, unzipped, zipped

WORD = open_word_model()
MODEL = WORD.model
ANSWERS = generated_answers(MODEL, "00AA00")
OTHERS = generated_answers(MODEL, "00AB00") | {"school.vestigingscode": "00AA00"}
FILLED = WORD.fill(ANSWERS)
NOW = datetime(2026, 9, 1, 14, 30, tzinfo=UTC)
VISION, CONTACT, STRONG = "visie.visie", "zorgplicht.contact", "visie.sterk"

Strip = Callable[[bytes], bytes]


def update(data: bytes, intake: Answers, **texts: Any) -> Update:
    return update_bytes(data, intake, texts=texts, now=NOW)


def updated(data: bytes, intake: Answers) -> bytes:
    """The new file; all that was to be written was written."""
    made = update(data, intake)
    assert made.notes == ()
    assert made.data is not None
    return made.data


def kinds_of(made: Update) -> list[tuple[Any, str]]:
    return [(one.kind, one.tag) for one in made.notes]


def same(one: bytes) -> bytes:
    return one


# A flag that is not set says nothing, so it does not undo a tick.
EXPECTED = OTHERS | {
    one.key: ANSWERS[one.key] or OTHERS[one.key]
    for one in MODEL.fields
    if one.type is FieldType.FLAG
}


@pytest.mark.parametrize("strip", [same, without_tags, without_bookmarks, without_controls])
def test_all_that_the_intake_changed_is_written(strip: Strip) -> None:
    data = updated(strip(FILLED), OTHERS)
    assert read_bytes(data).answers == EXPECTED
    assert update(data, OTHERS) == Update()


@pytest.mark.parametrize("name", model_names())
def test_a_blank_file_of_every_model_is_filled_and_valid(name: str) -> None:
    word = open_word_model(name)
    given_ = generated_answers(word.model, "00AB00")
    file = word.fill(blank(word.model))
    made = update_bytes(file, given_, now=NOW, model_name=name)
    assert made.data is not None
    assert read_bytes(made.data).answers == given_
    assert_valid(made.data, has_jinja=False)


def test_what_was_filled_in_one_go_and_by_an_update_reads_the_same_text() -> None:
    whole, in_parts = WORD.fill(EXPECTED), updated(FILLED, OTHERS)
    texts = [
        [one.text for one in part(data).iter(qn("w:t")) if one.text] for data in (whole, in_parts)
    ]
    assert texts[0] == texts[1]


def test_without_a_difference_the_file_stays_as_it_is() -> None:
    assert update(FILLED, ANSWERS) == Update()
    assert update(FILLED, blank(MODEL)) == Update()


def test_what_the_school_changed_stays() -> None:
    data = with_typed(FILLED, CONTACT, "Het secretariaat")
    made = update(data, ANSWERS | {VISION: "Nieuw."})
    assert made.written == (VISION,)
    assert made.data is not None
    assert read_bytes(made.data).answers == ANSWERS | {
        VISION: "Nieuw.",
        CONTACT: "Het secretariaat",
    }


def test_where_both_changed_nothing_is_written_until_it_is_solved() -> None:
    data = with_typed(FILLED, CONTACT, "Het secretariaat")
    made = update(data, ANSWERS | {CONTACT: "De directeur"})
    assert made.data is None
    (finding,) = made.findings(lambda tag: f"intake.xlsx, Zorgplicht!C4 ({tag})")
    assert finding.kind is kinds.BOTH_CHANGED
    assert str(finding.place) == f'control "{CONTACT}"'
    assert finding.message == (
        'Contact bij aanmelding was changed in Word ("Het secretariaat") and in the intake'
        ' ("De directeur", intake.xlsx, Zorgplicht!C4 (zorgplicht.contact)) since it was filled last;'
        " nothing of it was written."
    )
    assert update(data, ANSWERS | {CONTACT: "De directeur"}) == made
    assert update(data, ANSWERS | {CONTACT: None}).notes == ()
    solved = update(data, ANSWERS | {CONTACT: "Het secretariaat"})
    assert solved.written == ()
    assert solved.data is not None
    later = update(solved.data, ANSWERS | {CONTACT: "De administratie"})
    assert later.written == (CONTACT,)


def test_an_empty_answer_clears_nothing() -> None:
    assert update(FILLED, blank(MODEL) | {"school.vestigingscode": "00AA00"}).written == ()


def test_what_the_school_took_away_stays_away() -> None:
    data = WORD.fill(ANSWERS | {CONTACT: None})
    kept = json.dumps(ANSWERS)
    files = unzipped(data)
    files["customXml/item1.xml"] = etree.tostring(_kept(kept))
    made = update(zipped(files), ANSWERS, **{CONTACT: "de directeur"})
    assert made == Update()


def _kept(text: str) -> etree._Element:
    made = etree.Element("{urn:sop-templates:filled:1}filled")
    made.text = text
    return made


def test_a_file_that_keeps_nothing_is_filled_where_it_is_empty_only() -> None:
    data = without_properties(WORD.fill(ANSWERS | {VISION: None}))
    intake = ANSWERS | {VISION: "Nieuw.", CONTACT: "De directeur"}
    made = update(data, intake)
    assert made.written == (VISION,)
    assert kinds_of(made) == [(kinds.DIFFERS, CONTACT)]
    assert made.data is not None
    again = update(made.data, intake)
    assert again == Update(notes=made.notes)
    assert update(made.data, intake | {VISION: "Nog nieuwer."}).written == (VISION,)


def test_standard_texts_fill_gaps_only() -> None:
    data = WORD.fill(ANSWERS | {CONTACT: None})
    texts = {CONTACT: "de directeur", VISION: "van het bestuur"}
    made = update(data, blank(MODEL), **texts)
    assert made.written == (CONTACT,)
    assert made.data is not None
    typed = with_typed(made.data, CONTACT, "mevrouw De Wit")
    assert update(typed, blank(MODEL), **texts) == Update()


def test_what_is_kept_afterwards_is_what_was_filled_last() -> None:
    data = with_typed(FILLED, CONTACT, "Het secretariaat")
    kept = read_kept_base(updated(data, ANSWERS | {VISION: "Nieuw."}))
    assert kept == json.loads(json.dumps(ANSWERS | {VISION: "Nieuw."}))


def test_a_row_of_fixed_rows_is_merged_cell_by_cell() -> None:
    key = "basis.aanbod"
    data = with_typed(FILLED, f"{key}.mdo.toelichting", "van de school")
    intake = copy.deepcopy(ANSWERS)
    intake[key]["mdo"] = {"status": "gepland", "toelichting": "van het bestuur"}
    made = update(data, intake)
    assert made.written == (f"{key}.mdo.status",)
    assert kinds_of(made) == [(kinds.BOTH_CHANGED, f"{key}.mdo.toelichting")]


def test_a_list_is_one_answer() -> None:
    rows = ANSWERS[STRONG]
    made = update(FILLED, ANSWERS | {STRONG: [*rows, {"kwaliteit": "Tuinieren"}]})
    assert made.written == (STRONG,)
    data = with_typed(FILLED, f"{STRONG}.kwaliteit", "van de school")
    assert kinds_of(update(data, ANSWERS | {STRONG: rows[:1] + rows})) == [
        (kinds.BOTH_CHANGED, STRONG)
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (e("w:ins", r(), id="1", author="x"), kinds.HOLDS_CHANGES),
        (e("w:r", e("w:commentReference", id="1")), kinds.HOLDS_COMMENTS),
        (e("w:r", e("w:drawing")), kinds.HOLDS_MORE),
    ],
)
def test_what_an_answer_cannot_hold_is_kept_and_told(content: etree._Element, kind: Any) -> None:
    def put(root: etree._Element) -> None:
        next(control_of(root, VISION).iter(qn("w:p"))).append(content)

    data = edited(FILLED, put)
    made = update(data, ANSWERS | {VISION: "Nieuw.", CONTACT: "De directeur"})
    assert made.written == (CONTACT,)
    assert kinds_of(made) == [(kind, VISION)]
    assert made.data is not None
    assert etree.tostring(control_of(part(made.data), VISION)) == etree.tostring(
        control_of(part(data), VISION)
    )
    assert update(made.data, ANSWERS | {VISION: "Nieuw.", CONTACT: "De directeur"}).written == ()


def test_a_field_that_is_gone_is_told_and_nothing_lost() -> None:
    def cut(root: etree._Element) -> None:
        control = control_of(root, VISION)
        around = [control.getprevious(), control, control.getnext()]
        for one in around:
            assert one is not None
            root[0].remove(one)

    data = edited(FILLED, cut)
    assert update(data, ANSWERS) == Update()
    assert kinds_of(update(data, ANSWERS | {VISION: "Nieuw."})) == [(kinds.NO_PLACE, VISION)]


def test_a_file_without_control_and_bookmark_is_told_for_what_the_intake_changed() -> None:
    data = without_bookmarks(without_controls(FILLED))
    made = update(data, ANSWERS | {VISION: "Nieuw."})
    assert made.data is None
    assert kinds_of(made) == [(kinds.NO_PLACE, VISION)]


def test_every_other_part_and_all_else_of_the_text_stay_as_they_were() -> None:
    def own(root: etree._Element) -> None:
        root[0].insert(3, p("Eigen alinea", r("met nadruk", look="b color=FF0000")))
        root[0].insert(4, p(r("gisteren"), e("w:ins", r(" nog"), id="1", author="x")))
        root[0].insert(5, p(e("w:commentRangeStart", id="3"), r("opmerking")))

    files = unzipped(edited(FILLED, own))
    data = zipped({**files, "word/media/foto.jpeg": b"\xff\xd8" * 500})
    intake = ANSWERS | {VISION: "Nieuw.", "school.leerlingen": 17}
    made = updated(data, intake)
    before, after = copied(data), copied(made)
    assert {name for name in before if before[name] != after[name]} == {
        *("word/document.xml", "customXml/item1.xml", "docProps/core.xml"),
    }
    tags = {VISION, "school.leerlingen"}
    assert without_controls_of(part(data), tags) == without_controls_of(part(made), tags)


def test_the_name_of_the_school_follows_in_header_and_title() -> None:
    data = updated(FILLED, ANSWERS | {"school.naam": "De Nieuwe & Co"})
    header = "".join(one.text or "" for one in part(data, "word/header1.xml").iter(qn("w:t")))
    assert header.startswith("De Nieuwe & Co")
    (title,) = part(data, "docProps/core.xml").iter(qn("dc:title"))
    assert title.text == f"{MODEL.title} De Nieuwe & Co 2026-2027"
    assert (
        part(data, "docProps/core.xml").findtext(qn("dcterms:modified")) == "2026-09-01T14:30:00Z"
    )


def test_the_date_of_a_file_stays_where_only_what_it_keeps_changes() -> None:
    data = with_typed(FILLED, CONTACT, "Het secretariaat")
    made = update(data, ANSWERS | {CONTACT: "Het secretariaat"})
    assert (made.written, made.data is not None) == ((), True)
    assert made.data is not None
    assert read_bytes(made.data).modified == read_bytes(FILLED).modified


def test_hostile_answers_come_out_as_typed() -> None:
    odd = "R&D {{ 7*7 }} {% raw %} <w:p> \"'=cmd|' 🏫 مدرسة\n{_{"
    row = {column.key: odd for column in MODEL.by_key["basis.partners"].columns}
    intake = ANSWERS | {VISION: f"**{odd}**\n\n- {odd}", CONTACT: odd, "basis.partners": [row] * 30}
    intake, _ = canonical(MODEL, intake | {"school.samenvatting": "woord " * 5000})
    data = updated(FILLED, intake)
    assert read_bytes(data).answers == intake
    assert_valid(data)


OWN_FORMAT = (
    "Schoolondersteuningsprofiel",
    "1. Missie en visie",
    "Wij geloven dat ieder kind leert in een klas waar rust is en waar het gezien wordt.",
    "2. Basisondersteuning",
    "De intern begeleider bespreekt elke zes weken met de leerkracht wat een groep nodig heeft.",
    "3. Extra ondersteuning",
    "Met middelen van het samenwerkingsverband geven wij hulp in kleine groepen.",
    "4. Zorgplicht",
    MODEL.fixed_texts["vast.zorgplicht"].text,
)


def test_a_file_of_another_model_or_format_is_left_as_it_is() -> None:
    own = docx(*map(p, OWN_FORMAT))
    assert [one.kind for one in update(own, ANSWERS).notes] == [kinds.OWN_FORMAT]
    for name in set(model_names()) - {"haaglanden"}:
        file = open_word_model(name).fill(blank(open_word_model(name).model))
        made = update_bytes(file, ANSWERS, now=NOW, model_name="haaglanden")
        assert [one.kind for one in made.notes] == [kinds.OTHER_MODEL]


def test_a_file_of_an_older_version_is_written_too() -> None:
    files = unzipped(FILLED)
    older = files["docProps/custom.xml"].replace(MODEL.version.encode(), b"2025.1")
    made = update(zipped({**files, "docProps/custom.xml": older}), ANSWERS | {VISION: "Nieuw."})
    assert made.written == (VISION,)


def test_a_strict_file_is_left_as_it_is_with_one_line() -> None:
    made = update(strict(FILLED), OTHERS)
    assert (made.data, [one.kind for one in made.notes]) == (None, [kinds.STRICT])


def test_a_signed_file_is_left_as_it_is() -> None:
    data = zipped({**unzipped(FILLED), "_xmlsignatures/sig1.xml": b"<a/>"})
    made = update(data, OTHERS)
    assert (made.data, [one.kind for one in made.notes]) == (None, [kinds.SIGNED])


def test_a_file_that_went_through_libreoffice_is_unchanged_and_can_be_written(
    tmp_path: Path,
) -> None:
    source = tmp_path / "sop.docx"
    source.write_bytes(FILLED)
    saved = convert(source, "docx", tmp_path / "lo").read_bytes()
    assert update(saved, ANSWERS) == Update()
    data = updated(saved, OTHERS)
    assert read_bytes(data).answers == EXPECTED
    assert update(data, OTHERS) == Update()
    again = tmp_path / "weer.docx"
    again.write_bytes(data)
    back = convert(again, "docx", tmp_path / "lo").read_bytes()
    assert read_bytes(back).answers == EXPECTED
    assert update(back, OTHERS) == Update()


def test_a_blank_file_that_went_through_libreoffice_is_filled(tmp_path: Path) -> None:
    source = tmp_path / "sop.docx"
    source.write_bytes(WORD.fill(blank(MODEL)))
    saved = convert(source, "docx", tmp_path / "lo").read_bytes()
    assert read_bytes(updated(saved, OTHERS)).answers == OTHERS


def test_libreoffice_shows_every_word_of_an_updated_file(tmp_path: Path) -> None:
    source = tmp_path / "sop.docx"
    source.write_bytes(updated(FILLED, OTHERS))
    text = convert(source, "txt", tmp_path, options="Text (encoded):UTF8").read_text("utf-8-sig")
    words = " ".join(text.split())
    assert "HYPERLINK" not in words
    for one in part(updated(FILLED, OTHERS)).iter(qn("w:t")):
        assert " ".join((one.text or "").split()) in words


CHANGES = drawn_changes(MODEL.id)


@settings(max_examples=40, deadline=None)
@given(CHANGES, CHANGES, CHANGES, st.sampled_from([same, without_tags]))
def test_what_is_read_back_is_the_merge(
    last: dict[str, Any], school: dict[str, Any], board: dict[str, Any], strip: Strip
) -> None:
    base, _ = canonical(MODEL, {**ANSWERS, **last})
    file, _ = canonical(MODEL, {**base, **school})
    intake, _ = canonical(MODEL, {**base, **board})
    files = unzipped(WORD.fill(file))
    files["customXml/item1.xml"] = etree.tostring(_kept(json.dumps(base)))
    data = strip(zipped(files))
    merged = merge(MODEL, base, file, intake)

    made = update(data, intake)

    refused = [one.tag for one in made.notes if one.kind is not kinds.BOTH_CHANGED]
    conflicts = {one.tag for one in merged if one.decision is Decision.CONFLICT}
    assert refused == []
    assert {one.tag for one in made.notes} == conflicts
    after = answers_after(file, merged)
    assert read_bytes(made.data or data).answers == after
    second = update(made.data or data, intake)
    assert (second.data, second.written, second.notes) == (None, (), made.notes)
