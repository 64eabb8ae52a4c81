"""An owner's changes to the Word model: looks, order, extra text and Jinja of their own all survive."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from sop_templates.engine.models import model_folder
from sop_templates.engine.word_files import (
    TEMPLATE,
    WordModel,
    open_word_model,
    prepare,
    translations,
)
from sop_templates.formats.word.filling.template import WordTemplate
from sop_templates.formats.word.names import qn
from tests.support.generated import generated_answers
from tests.support.small_templates import part, texts
from tests.support.word_editing import control_of, edited
from tests.support.word_validity import assert_valid

MODEL = open_word_model().model
BUILT = (model_folder("haaglanden") / TEMPLATE).read_bytes()
ANSWERS = generated_answers(MODEL, "00AA00") | {"school.naam": "De Brug", "visie.visie": "Samen."}


def filled(change: Callable[[etree._Element], None], name: str = "word/document.xml") -> bytes:
    """The file that the model gives after a change to the root of one of its parts."""
    template = edited(BUILT, change, name)
    word = WordModel(MODEL, WordTemplate(template, prepare(MODEL, template)), translations(MODEL))
    made = word.fill(ANSWERS)
    assert_valid(made, has_jinja=False, audit=False)
    return made


def paragraph_of(words: str) -> etree._Element:
    one = etree.Element(qn("w:p"))
    run = etree.SubElement(one, qn("w:r"))
    etree.SubElement(run, qn("w:t")).text = words
    return one


def body(top: etree._Element) -> etree._Element:
    return next(top.iter(qn("w:body")))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Welkom bij {{ school.naam }}.", "Welkom bij De Brug."),
        ("{% if school.naam == 'De Brug' %}ja{% else %}nee{% endif %}", "ja"),
        ("{{ visie.visie|upper }}", "SAMEN."),
        ("Gewone tekst met R&D", "Gewone tekst met R&D"),
    ],
)
def test_extra_text_and_jinja_of_an_owner(words: str, expected: str) -> None:
    made = filled(lambda top: body(top).insert(0, paragraph_of(words)))
    assert texts(part(made)).startswith(f"{expected}¶")


def test_jinja_in_a_header() -> None:
    made = filled(lambda top: top.append(paragraph_of("{{ school.naam }}!")), "word/header1.xml")
    assert texts(part(made, "word/header1.xml")).endswith("De Brug!¶")


def test_a_section_that_an_owner_shows_only_to_some() -> None:
    def change(top: etree._Element) -> None:
        for position, words in enumerate(
            ("{%p if school.schoolsoort == 'kasteel' %}", "Weg.", "{%p endif %}")
        ):
            body(top).insert(position, paragraph_of(words))

    assert "Weg." not in texts(part(filled(change)))


def test_a_restyled_control_keeps_its_look() -> None:
    def change(top: etree._Element) -> None:
        for run in control_of(top, "school.naam").iter(qn("w:r")):
            look = etree.Element(qn("w:rPr"))
            etree.SubElement(look, qn("w:color")).set(qn("w:val"), "C00000")
            run.insert(0, look)

    control = control_of(part(filled(change)), "school.naam")
    assert [one.get(qn("w:val")) for one in control.iter(qn("w:color"))] == ["C00000"]


def test_a_moved_control_is_filled_where_it_stands() -> None:
    def change(top: etree._Element) -> None:
        body(top).insert(0, control_of(top, "visie.visie"))

    assert texts(part(filled(change))).startswith("Samen.¶")


def test_a_deleted_control_is_not_in_the_file_and_the_rest_is_filled() -> None:
    def change(top: etree._Element) -> None:
        control = control_of(top, "visie.visie")
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)

    text = texts(part(filled(change)))
    assert "Samen." not in text
    assert "De Brug" in text


def test_a_second_control_for_one_field_gets_a_number_of_its_own() -> None:
    def change(top: etree._Element) -> None:
        control = control_of(top, "visie.visie")
        control.addprevious(deepcopy(control))

    made = part(filled(change))
    assert texts(made).count("Samen.¶") == 2
    numbers = [one.get(qn("w:val")) for one in made.iter(qn("w:id"))]
    assert len(set(numbers)) == len(numbers)


def test_a_table_with_another_row_and_looks_keeps_them() -> None:
    def change(top: etree._Element) -> None:
        control = control_of(top, "basis.aanbod.mdo.status")
        table = next(control.iterancestors(qn("w:tbl")))
        row = next(control.iterancestors(qn("w:tr")))
        extra = deepcopy(row)
        for one in list(extra.iter(qn("w:p"))):
            one[:] = [deepcopy(paragraph_of("extra")[0])]
        row.addnext(extra)
        for style in table.iter(qn("w:tblStyle")):
            style.set(qn("w:val"), "TableGrid")

    text = texts(part(filled(change)))
    assert "extra¶extra¶" in text
