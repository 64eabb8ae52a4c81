"""Checking files that were read: what the answers, the file and its neighbours say together."""

from dataclasses import replace
from datetime import date
from typing import Any

from sop_templates.domain.answers import blank
from sop_templates.domain.board import Board
from sop_templates.domain.rules import read_rules
from sop_templates.engine.checking import CheckedFile, check_batch, check_record
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.engine.word_files import open_word_model
from sop_templates.kinds.fixed_texts import STAR_TEXT_CHANGED
from sop_templates.outcome import Finding
from tests.support.generated import generated_answers

MODEL = open_model()
TODAY = date(2026, 9, 15)
TEXT = "Ieder kind leert bij ons op zijn eigen manier, en dat ziet u terug in de klas. " * 4


def whole(code: str = "99XX00", /, **other: Any) -> dict[str, Any]:
    return (
        generated_answers(MODEL, code)
        | {"vaststelling.status": "gepubliceerd", "extra.grens": "x " * 30}
        | other
    )


def record(answers: dict[str, Any], file: str = "a.docx", form: str = "model") -> ReadRecord:
    return ReadRecord(
        file=file,
        format=form,
        model="haaglanden",
        version=MODEL.version,
        answers=blank(MODEL) | answers,
        origin={},
        fixed_texts=dict.fromkeys(MODEL.fixed_texts, "intact"),
        findings=(),
    )


def codes(checked: CheckedFile) -> set[str]:
    return {one.code for one in checked.findings}


def test_a_whole_sop_is_ready_and_has_no_error() -> None:
    checked = check_record(record(whole()), today=TODAY)
    assert (checked.status, checked.ready_for, checked.ready) == ("gepubliceerd", "", True)
    assert {one.severity.value for one in checked.findings} <= {"hint"}


def test_a_gap_is_told_with_file_and_place() -> None:
    checked = check_record(record(whole(**{"extra.grens": None}), "map/a.docx"), today=TODAY)
    assert not checked.ready
    assert checked.as_json() == {
        "file": "map/a.docx",
        "status": "gepubliceerd",
        "ready_for": "",
        "ready": False,
        "findings": [
            {
                "code": "SOP101",
                "severity": "error",
                "place": 'control "extra.grens"',
                "message": "Required and still empty: Wat kunnen wij niet bieden en wat is onze grens.",
                "advice": "Fill in the field.",
            }
        ],
    }
    assert [one.file for one in checked.findings] == ["map/a.docx"]


def test_findings_of_the_reading_are_told_once_and_can_hold_a_sop_back() -> None:
    finding = Finding(
        STAR_TEXT_CHANGED, values={"title": "Zorgplicht", "changes": "x"}, key="vast.zorgplicht"
    )
    checked = check_record(replace(record(whole()), findings=(finding,)), today=TODAY)
    assert [one.code for one in checked.findings].count("SOP201") == 1
    assert not checked.ready


def test_the_place_says_by_what_an_answer_was_found() -> None:
    origin = {"school.vestigingscode": "bookmark", "school.postcode": "label"}
    read = replace(
        record(whole(**{"school.vestigingscode": "12", "school.postcode": "12"})), origin=origin
    )
    places = {one.key: str(one.place) for one in check_record(read, today=TODAY).findings}
    assert places["school.vestigingscode"] == 'bookmark "sop_school_vestigingscode"'
    assert places["school.postcode"] == 'at "Postcode"'


def test_a_board_switches_rules_off_and_makes_others_stricter() -> None:
    rules, _findings = read_rules({"SOP101": "off", "SOP150": "error"})
    read = record(whole(**{"school.postcode": "12", "extra.grens": None}))
    checked = check_record(read, Board(rules=rules), today=TODAY)
    assert [(one.code, one.severity.value) for one in checked.findings] == [("SOP150", "error")]


def test_an_own_format_is_asked_for_the_star_parts_only() -> None:
    answers = dict.fromkeys(("visie.visie", "basis.structuur", "extra.beschrijving"), TEXT * 2)
    checked = check_record(record(answers, form="own"), today=TODAY)
    assert checked.ready
    assert codes(checked) == {"SOP143"}
    assert codes(check_record(record({}, form="own"), today=TODAY)) == {"SOP101", "SOP143"}


def test_the_evaluation_is_asked_where_there_was_a_sop_last_year() -> None:
    answers = whole(**{"ontwikkeling.evaluatiedatum": None})
    read = record(answers)
    assert check_record(read, today=TODAY).ready
    assert not check_record(read, today=TODAY, previous=True).ready
    assert not check_batch([read], today=TODAY, previous={"99XX00"})[0].ready
    assert check_batch([read], today=TODAY, previous={"99XX01"})[0].ready


def test_schools_with_one_text_are_named_to_each_other_in_a_batch_only() -> None:
    reads = [
        record(whole(f"99XX0{number}", **{"visie.visie": TEXT}), f"{number}.docx")
        for number in range(2)
    ]
    assert "SOP164" not in codes(check_record(reads[0], today=TODAY))
    assert ["SOP164" in codes(one) for one in check_batch(reads, today=TODAY)] == [True, True]
    shared = Board(texts={"visie.visie": TEXT})
    assert ["SOP164" in codes(one) for one in check_batch(reads, shared, today=TODAY)] == [
        False,
        False,
    ]


def test_a_filled_word_file_says_after_reading_what_its_answers_say() -> None:
    answers = whole(**{"visie.populatie": None, "school.leerlingen": 28500})
    read = read_bytes(open_word_model().fill(answers), "a.docx")
    checked = check_record(read, today=TODAY)
    errors = [one.message for one in checked.findings if one.severity.value == "error"]
    assert errors == [
        "Aantal leerlingen is 28500; it must be 1\u20133000.",
        "Required and still empty: Wat kenmerkt onze schoolpopulatie en hoe stemmen wij daarop af.",
    ]
