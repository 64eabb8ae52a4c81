"""Reading what was filled: every answer comes back, with the anchors that are left."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from sop_templates.domain.answers import Answers, blank, canonical
from sop_templates.engine.gathering import gather
from sop_templates.engine.letters.build import LETTERS
from sop_templates.engine.models import model_folder
from sop_templates.engine.reading import read_bytes, read_file, read_kept_base
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError
from sop_templates.kinds import reading as kinds
from tests.support.drawn_answers import drawn_changes
from tests.support.generated import generated_answers
from tests.support.word_editing import edited
from tests.support.word_strip import (
    with_typed,
    without_bookmarks,
    without_controls,
    without_prompt_flags,
    without_properties,
    without_tags,
)
from tests.support.word_xml import docx, e, p, unzipped, zipped

WORD = open_word_model()
MODEL = WORD.model
ANSWERS = generated_answers(MODEL, "00AA00")
FILLED = WORD.fill(ANSWERS)

Strip = Callable[[bytes], bytes]


def no_anchors(data: bytes) -> bytes:
    return without_bookmarks(without_controls(without_properties(data)))


STRIPS: list[tuple[Strip, str]] = [
    (lambda data: data, "control"),
    (without_properties, "control"),
    (without_bookmarks, "control"),
    (without_tags, "bookmark"),
    (lambda data: without_tags(without_properties(data)), "bookmark"),
    (without_controls, "bookmark"),
    (lambda data: without_bookmarks(without_tags(data)), "label"),
    (no_anchors, "label"),
]


@pytest.mark.parametrize(("strip", "origin"), STRIPS)
def test_every_answer_comes_back_by_the_anchor_that_is_left(strip: Strip, origin: str) -> None:
    record = read_bytes(strip(FILLED))
    assert record.answers == ANSWERS
    assert set(record.origin) == set(ANSWERS)
    assert set(record.origin.values()) == {origin}
    assert set(record.fixed_texts.values()) == {"intact"}
    assert record.format == "model"


@pytest.mark.parametrize(("strip", "origin"), STRIPS)
def test_a_blank_file_is_blank_whatever_is_left_of_it(strip: Strip, origin: str) -> None:
    data = without_prompt_flags(strip(WORD.fill(blank(MODEL))))
    record = read_bytes(data)
    assert record.answers == blank(MODEL)
    assert [one.code for one in record.findings] == []
    assert set(record.origin.values()) == {origin}


def differences(data: bytes, answers: Answers) -> dict[str, tuple[Any, Any]]:
    """What was read and what was filled, of the keys where these differ."""
    read = read_bytes(data).answers
    return {key: (read[key], answers[key]) for key in answers if read[key] != answers[key]}


@settings(max_examples=60, deadline=None)
@given(drawn_changes(MODEL.id))
def test_what_was_filled_is_read(changes: dict[str, Any]) -> None:
    answers, _ = canonical(MODEL, {**ANSWERS, **changes})
    filled = WORD.fill(answers)
    assert differences(filled, answers) == {}
    assert differences(without_tags(filled), answers) == {}


@pytest.mark.parametrize(
    ("tag", "text", "key", "expected"),
    [
        ("school.naam", "De Nieuwe", "school.naam", "De Nieuwe"),
        ("school.leerlingen", "1.234", "school.leerlingen", 1234),
        ("school.schoolsoort", "SBO", "school.schoolsoort", "sbo"),
        ("visie.visie", "Eén zin.", "visie.visie", "Eén zin."),
    ],
)
def test_one_control_that_was_edited_changes_one_answer(
    tag: str, text: str, key: str, expected: Any
) -> None:
    record = read_bytes(with_typed(FILLED, tag, text))
    assert record.answers == {**ANSWERS, key: expected}


def test_a_cell_that_was_edited_changes_one_cell() -> None:
    record = read_bytes(with_typed(FILLED, "basis.aanbod.mdo.status", "gepland"))
    rows = ANSWERS["basis.aanbod"]
    mdo = {**rows["mdo"], "status": "gepland"}
    assert record.answers == {**ANSWERS, "basis.aanbod": {**rows, "mdo": mdo}}


def test_the_answers_as_filled_are_never_read_as_answers() -> None:
    data = with_typed(FILLED, "school.naam", "De Nieuwe")
    assert read_bytes(data).answers["school.naam"] == "De Nieuwe"
    kept = read_kept_base(data)
    assert kept == json.loads(json.dumps(ANSWERS))
    assert read_kept_base(without_properties(data)) is None


def test_a_record_as_json_has_the_shape_that_is_promised(tmp_path: Path) -> None:
    path = tmp_path / "sop.docx"
    path.write_bytes(FILLED)
    record = read_file(path)
    data = record.as_json()
    assert list(data) == [
        *("file", "format", "model", "version", "answers", "origin", "fixed_texts", "findings"),
    ]
    assert (data["file"], data["format"], data["model"]) == (str(path), "model", "haaglanden")
    assert data["version"] == MODEL.version
    assert list(data["answers"]) == [one.key for one in MODEL.fields]
    assert json.loads(json.dumps(data)) == data
    assert record.modified


def test_a_value_that_does_not_fit_stays_beside_a_finding_with_its_place() -> None:
    record = read_bytes(with_typed(FILLED, "school.leerlingen", "ca. 300"), "sop.docx")
    assert record.answers["school.leerlingen"] == "ca. 300"
    (finding,) = record.findings
    assert str(finding.place) == 'control "school.leerlingen"'
    assert finding.file == "sop.docx"


@pytest.mark.parametrize(
    ("strip", "place"),
    [
        (without_tags, 'bookmark "sop_school_leerlingen"'),
        (no_anchors, 'at "Aantal leerlingen"'),
    ],
)
def test_the_place_of_a_finding_says_what_it_was_found_by(strip: Strip, place: str) -> None:
    record = read_bytes(strip(with_typed(FILLED, "school.leerlingen", "ca. 300")))
    assert place in [str(one.place) for one in record.findings]


def test_a_changed_word_in_a_fixed_text_is_found_by_every_anchor() -> None:
    def change(root: Any) -> None:
        (word,) = [one for one in root.iter() if one.text and "verwijderen" in one.text][:1]
        word.text = word.text.replace("verwijderen", "wegsturen")

    for strip, _ in STRIPS:
        record = read_bytes(strip(edited(FILLED, change)))
        assert record.fixed_texts["vast.zorgplicht"] == "changed"
        assert record.answers == ANSWERS


def test_a_fixed_text_without_its_lock_is_a_warning() -> None:
    def unlock(root: Any) -> None:
        for lock in list(root.iter(e("w:lock").tag)):
            lock.getparent().remove(lock)

    record = read_bytes(edited(FILLED, unlock))
    assert [one.key for one in record.findings] == [
        "vast.functie",
        "vast.afspraken",
        "vast.zorgplicht",
    ]
    assert {one.severity for one in record.findings} == {"warning"}


def test_a_file_of_another_version_is_older() -> None:
    files = unzipped(FILLED)
    custom = files["docProps/custom.xml"]
    files["docProps/custom.xml"] = custom.replace(MODEL.version.encode(), b"2025.1")
    record = read_bytes(zipped(files))
    assert (record.format, record.version, record.answers) == ("older", "2025.1", ANSWERS)
    assert [one.kind for one in record.findings] == [kinds.OTHER_VERSION]


def test_what_is_no_sop_is_said_to_be_none() -> None:
    with pytest.raises(SopError, match=r"notulen\.docx is no SOP") as caught:
        read_bytes(docx(p("Notulen"), p("Aanwezig: iedereen")), "notulen.docx")
    assert caught.value.kind is kinds.NO_SOP


def test_the_template_itself_is_no_sop() -> None:
    with pytest.raises(SopError) as caught:
        read_file(model_folder("haaglanden") / "model.docx")
    assert caught.value.kind is kinds.TEMPLATE_ITSELF


def test_a_school_s_own_format_is_known_by_two_of_the_four_parts() -> None:
    visie = MODEL.by_key["visie.visie"]
    assert visie.star
    data = docx(
        p("Ons SOP"),
        p("1. Missie en visie"),
        p("Wij geloven in ieder kind."),
        p("2. Zorgstructuur"),
        p("De intern begeleider leidt het overleg."),
        p("En meer."),
    )
    record = read_bytes(data)
    assert record.format == "own"
    assert record.answers["visie.visie"] == "Wij geloven in ieder kind."
    assert (
        record.answers["basis.structuur"] == "De intern begeleider leidt het overleg.\n\nEn meer."
    )
    assert record.origin == {"visie.visie": "heading", "basis.structuur": "heading"}
    assert record.fixed_texts["vast.zorgplicht"] == "missing"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (e("w:ins", "nieuw", id="1"), kinds.TRACKED_CHANGES),
        (e("w:r", e("w:commentReference", id="1")), kinds.COMMENTS),
        (e("w:r", e("w:rPr", e("w:vanish")), "x"), kinds.HIDDEN_TEXT),
    ],
)
def test_what_was_left_in_the_file_is_reported(content: Any, kind: Any) -> None:
    data = edited(FILLED, lambda root: root[0].insert(0, p("Schoolondersteuningsprofiel", content)))
    assert kind in [one.kind for one in read_bytes(data).findings]


def test_macros_are_reported_and_not_run() -> None:
    files = {**unzipped(FILLED), "word/vbaProject.bin": b"x"}
    assert [one.kind for one in read_bytes(zipped(files)).findings] == [kinds.MACROS]


def test_other_work_of_ours_is_no_sop_and_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    model = open_word_model()
    answers = blank(model.model) | {"school.naam": "De Brug", "school.vestigingscode": "12AB00"}
    (tmp_path / "a.docx").write_bytes(model.fill(answers))
    letter = next(LETTERS.glob("*.docx"))
    (tmp_path / "brief.docx").write_bytes(letter.read_bytes())
    found = gather([tmp_path])
    assert [Path(one.file).name for one in found.records] == ["a.docx"]
    assert found.failures == []
    named = gather([tmp_path / "a.docx", tmp_path / "brief.docx"])
    assert [one.code for one in named.failures] == ["SOP314"]
