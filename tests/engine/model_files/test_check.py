"""An owner may restyle a Word model; what broke is said, each with its place."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from sop_templates.engine.model_files.build import build_word_model
from sop_templates.engine.model_files.check import check_model, check_model_folder
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError
from sop_templates.formats.word.names import element, qn
from sop_templates.outcome import Finding
from tests.support.word_editing import (
    BODY,
    GLOSSARY,
    Change,
    content_of,
    control_of,
    edited,
    first,
    parent,
    properties_of,
    remove,
    set_text,
    set_value,
)

MODEL = open_model("haaglanden")
SETTINGS, CUSTOM = "word/settings.xml", "docProps/custom.xml"
CELL = "basis.aanbod.mdo.status"


@cache
def sound() -> bytes:
    return build_word_model(MODEL)


def check(change: Change, part: str = BODY) -> tuple[Finding, ...]:
    return check_model(MODEL, edited(sound(), change, part))


def delete_control(top: etree._Element) -> None:
    control = control_of(top, CELL)
    parent(control).replace(control, element("w:r"))


def copy_control(top: etree._Element) -> None:
    paragraph = parent(control_of(top, CELL))
    row = next(paragraph.iterancestors(qn("w:tr")))
    row.addnext(etree.fromstring(etree.tostring(row)))


def misspell_tag(top: etree._Element) -> None:
    set_value(properties_of(top, "visie.concept"), "w:tag", "visie.koncept")


def make_plain(top: etree._Element) -> None:
    choice = first(properties_of(top, CELL), "w:dropDownList")
    parent(choice).replace(choice, element("w:text"))


def unlock(top: etree._Element) -> None:
    remove(first(properties_of(top, CELL), "w:lock"))


def lock_row(top: etree._Element) -> None:
    lock = element("w:lock", {"w:val": "sdtLocked"})
    properties_of(top, "visie.sterk.kwaliteit").insert(3, lock)


def move_into_a_sentence(top: etree._Element) -> None:
    control = control_of(top, "visie.visie")
    run = first(control, "w:r")
    content_of(top, "visie.visie")[:] = [run]
    paragraph = element("w:p")
    control.addprevious(paragraph)
    paragraph.append(control)


def drop_option(top: etree._Element) -> None:
    remove(next(properties_of(top, CELL).iter(qn("w:listItem"))))


def type_a_name(top: etree._Element) -> None:
    set_text(control_of(top, "school.naam"), "De Regenboog")


def drop_loop_end(top: etree._Element) -> None:
    content = content_of(top, "visie.sterk")
    content.remove(content[-1])


def second_item(top: etree._Element) -> None:
    content = content_of(top, "visie.sterk")
    content.insert(2, etree.fromstring(etree.tostring(content[1])))


def flatten(top: etree._Element) -> None:
    section = control_of(top, "visie.sterk")
    rows = list(section.iter(qn("w:tr")))
    for row in reversed(rows):
        section.addnext(row)
    remove(section)


def rename_bookmark(top: etree._Element) -> None:
    marks = top.iter(qn("w:bookmarkStart"))
    mark = next(one for one in marks if one.get(qn("w:name")) == "sop_basis_aanbod")
    mark.set(qn("w:name"), "Tabel1")


def double_bookmark(top: etree._Element) -> None:
    paragraph = first(top, "w:p")
    paragraph.append(element("w:bookmarkStart", {"w:id": "900", "w:name": "SOP_visie_visie"}))
    paragraph.append(element("w:bookmarkEnd", {"w:id": "900"}))


def long_title(top: etree._Element) -> None:
    set_value(properties_of(top, CELL), "w:alias", "lang " * 14)


def drop_prompts(top: etree._Element) -> None:
    for part in list(top.iter(qn("w:docPart"))):
        if "Kies de schoolsoort." in "".join(map(str, part.itertext())):
            remove(part)


def change_fixed_text(top: etree._Element) -> None:
    set_text(first(control_of(top, "vast.zorgplicht"), "w:p"), "Scholen hebben zorgplicht.")


def unlock_fixed_text(top: etree._Element) -> None:
    set_value(properties_of(top, "vast.functie"), "w:lock", "sdtLocked")


def delete_fixed_text(top: etree._Element) -> None:
    remove(control_of(top, "vast.afspraken"))


def open_if(top: etree._Element) -> None:
    run = element("w:r", children=[element("w:t", text="{% if school.naam %}")])
    first(top, "w:p").append(run)


def unknown_name(top: etree._Element) -> None:
    run = element("w:r", children=[element("w:t", text="{{ school.nam }}")])
    first(top, "w:p").append(run)


def divide_by_nothing(top: etree._Element) -> None:
    run = element("w:r", children=[element("w:t", text="{{ 1 / 0 }}")])
    first(top, "w:p").append(run)


def protect(top: etree._Element) -> None:
    values = {"w:edit": "forms", "w:enforcement": "1"}
    top.append(element("w:documentProtection", values))


def track(top: etree._Element) -> None:
    first(top, "w:p").append(element("w:ins", {"w:id": "1", "w:author": "A"}))


def bind(top: etree._Element) -> None:
    properties = properties_of(top, CELL)
    properties.insert(-1, element("w:dataBinding", {"w:xpath": "/a", "w:storeItemID": "{0}"}))


def other_words(top: etree._Element) -> None:
    text = next(one for one in top.iter(qn("w:t")) if one.text == "Gebouw en hulpmiddelen")
    text.text = "Ons gebouw"


def older_version(top: etree._Element) -> None:
    set_old = next(one for one in top if one.get("name") == "sop.version")
    set_old[0].text = "2025.1"


PLANTED: list[tuple[Change, str, str, str, str]] = [
    (delete_control, BODY, "SOP505", CELL, "There is no control for"),
    (copy_control, BODY, "SOP506", CELL, f"2 controls have the tag {CELL}"),
    (misspell_tag, BODY, "SOP507", "visie.koncept", "The model has no field visie.koncept."),
    (make_plain, BODY, "SOP508", CELL, "of the kind text; its field needs dropDownList"),
    (unlock, BODY, "SOP509", CELL, "has the lock nothing; it must be sdtLocked"),
    (lock_row, BODY, "SOP509", "visie.sterk.kwaliteit", "lock sdtLocked; it must be nothing"),
    (move_into_a_sentence, BODY, "SOP510", "visie.visie", "level inline; its answer needs block"),
    (drop_option, BODY, "SOP511", CELL, "the model has op orde, in ontwikkeling"),
    (type_a_name, BODY, "SOP512", "school.naam", "it must hold {{ school.naam }}"),
    (drop_loop_end, BODY, "SOP513", "visie.sterk", "{%tr for row in visie.sterk %}"),
    (second_item, BODY, "SOP513", "visie.sterk", "has lost its repeating row"),
    (flatten, BODY, "SOP505", "visie.sterk", "There is no control for"),
    (rename_bookmark, BODY, "SOP514", CELL, "in the bookmark sop_basis_aanbod"),
    (double_bookmark, BODY, "SOP515", "sop_visie_visie", "stands more than once"),
    (long_title, BODY, "SOP516", CELL, "has 70 characters; Word takes 64"),
    (drop_prompts, GLOSSARY, "SOP517", "school.schoolsoort", 'the prompt "Kies de schoolsoort."'),
    (change_fixed_text, BODY, "SOP201", "vast.zorgplicht", "was changed"),
    (unlock_fixed_text, BODY, "SOP206", "vast.functie", "is no longer locked"),
    (delete_fixed_text, BODY, "SOP204", "vast.afspraken", "is missing"),
    (open_if, BODY, "SOP518", "document", "Filling it with empty answers fails"),
    (unknown_name, BODY, "SOP518", "document", "has no attribute 'nam'"),
    (divide_by_nothing, BODY, "SOP518", "document", "division by zero"),
    (protect, SETTINGS, "SOP519", "document", "is protected"),
    (track, BODY, "SOP520", "document", "Changes wait"),
    (bind, BODY, "SOP521", CELL, "bound to a data store"),
    (other_words, BODY, "SOP522", "basis.gebouw", '"Gebouw en hulpmiddelen" do not stand'),
    (older_version, CUSTOM, "SOP523", "document", "haaglanden 2025.1; the folder holds"),
]


def test_a_built_model_has_no_findings() -> None:
    assert check_model(MODEL, sound()) == ()


@pytest.mark.parametrize(
    ("change", "part", "code", "place", "words"),
    PLANTED,
    ids=[change.__name__ for change, *_ in PLANTED],
)
def test_a_planted_fault_is_found_at_its_place(
    change: Change, part: str, code: str, place: str, words: str
) -> None:
    found = [one for one in check(change, part) if one.code == code]
    assert any(place in str(one.place) and words in one.message for one in found), check(
        change, part
    )
    assert all(one.advice for one in found)


def test_one_fault_gives_no_others() -> None:
    alone = (
        unlock,
        drop_option,
        type_a_name,
        long_title,
        bind,
        protect,
        older_version,
        other_words,
    )
    parts = {change: part for change, part, *_ in PLANTED}
    assert {change.__name__: len(check(change, parts[change])) for change in alone} == {
        change.__name__: 1 for change in alone
    }


def test_looks_order_text_and_untagged_controls_are_the_owners() -> None:
    def restyle(top: etree._Element) -> None:
        body = first(top, "w:body")
        for style in list(body.iter(qn("w:pStyle"))):
            style.set(qn("w:val"), "Normal")
        blocks = list(body)
        body[:] = [*blocks[3:-1], *blocks[:3], blocks[-1]]
        words = element("w:r", children=[element("w:t", text="Een woord vooraf.")])
        body.insert(0, element("w:p", children=[words]))
        logo = element("w:sdtPr", children=[element("w:picture")])
        body.insert(
            0, element("w:sdt", children=[logo, element("w:sdtContent", children=[element("w:p")])])
        )

    assert check(restyle) == ()


def test_a_tag_that_word_cut_into_runs_is_read_as_one() -> None:
    def cut(top: etree._Element) -> None:
        run = first(control_of(top, "school.plaats"), "w:r")
        run.addnext(element("w:r", children=[element("w:t", text=".plaats }}")]))
        set_text(run, "{{ school")

    assert check(cut) == ()


def test_a_folder_without_a_word_file_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SopError, match=r"model\.docx is not there") as refused:
        check_model_folder(tmp_path, MODEL)
    assert refused.value.code == "SOP504"


def test_findings_of_a_folder_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "model.docx").write_bytes(edited(sound(), unlock))
    (finding,) = check_model_folder(tmp_path, MODEL)
    assert finding.file == str(tmp_path / "model.docx")
