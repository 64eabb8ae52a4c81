"""Each rule of validity finds its planted fault, and nothing in a sound file."""

import io
import zipfile
from functools import cache

import pytest
from lxml import etree

from sop_templates.engine.model_files.build import build_word_model
from sop_templates.engine.models import open_model
from sop_templates.formats.word.names import element, qn
from tests.support.word_editing import (
    BODY,
    GLOSSARY,
    Change,
    content_of,
    edited,
    first,
    properties_of,
    remove,
    set_value,
)
from tests.support.word_validity import assert_valid, faults


@cache
def sound() -> bytes:
    return build_word_model(open_model("haaglanden"))


def planted(part: str, change: Change) -> list[str]:
    """The faults of a sound file after a change to one part."""
    return faults(edited(sound(), change, part), audit=False)


def test_the_built_model_is_valid() -> None:
    assert_valid(sound())


def test_a_template_tag_left_in_text_is_found_when_asked() -> None:
    assert any(
        "{{ school.naam }}" in fault for fault in faults(sound(), has_jinja=False, audit=False)
    )


def test_a_part_that_stands_twice_is_found() -> None:
    held = io.BytesIO(sound())
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/styles.xml", "<a/>")
    assert faults(held.getvalue(), audit=False) == ["word/styles.xml: stands in the zip twice"]


def test_openxml_audit_is_asked_too() -> None:
    def misspell(top: etree._Element) -> None:
        first(top, "w:p").append(element("w:nonsense"))

    assert any("nonsense" in fault for fault in faults(edited(sound(), misspell)))


def double_id(top: etree._Element) -> None:
    numbers = [one.find(qn("w:id")) for one in top.iter(qn("w:sdtPr"))]
    for number in numbers[:2]:
        assert number is not None
        number.set(qn("w:val"), "77")


def run_for_paragraph(top: etree._Element) -> None:
    content = content_of(top, "visie.visie")
    content[:] = [element("w:r", children=[element("w:t", text="los")])]


def paragraph_for_run(top: etree._Element) -> None:
    content = content_of(top, "school.naam")
    content[:] = [element("w:p")]


def lock_before_tag(top: etree._Element) -> None:
    properties = properties_of(top, "school.naam")
    properties.insert(0, first(properties, "w:lock"))


def second_type(top: etree._Element) -> None:
    properties_of(top, "school.naam").append(element("w:picture"))


def double_item(top: etree._Element) -> None:
    choice = first(properties_of(top, "school.schoolsoort"), "w:dropDownList")
    choice.append(element("w:listItem", {"w:displayText": "SBO", "w:value": "x"}))


def lost_bookmark_end(top: etree._Element) -> None:
    remove(first(top, "w:bookmarkEnd"))


def double_bookmark(top: etree._Element) -> None:
    starts = list(top.iter(qn("w:bookmarkStart")))
    starts[1].set(qn("w:name"), starts[0].get(qn("w:name"), ""))


def answer_called_prompt(top: etree._Element) -> None:
    properties = properties_of(top, "school.naam")
    properties.insert(-1, element("w:showingPlcHdr"))


def no_such_day(top: etree._Element) -> None:
    date = first(properties_of(top, "vaststelling.teamdatum"), "w:date")
    date.set(qn("w:fullDate"), "2026-02-30T00:00:00Z")


def narrow_row(top: etree._Element) -> None:
    row = first(top, "w:tr")
    row.remove(row.findall(qn("w:tc"))[-1])


def empty_cell(top: etree._Element) -> None:
    cell = first(top, "w:tc")
    for paragraph in cell.findall(qn("w:p")):
        cell.remove(paragraph)


def table_at_the_end(top: etree._Element) -> None:
    body = first(top, "w:body")
    body.insert(len(body) - 1, next(body.iterchildren(qn("w:tbl"))))


PLANTED: list[tuple[str, Change, str]] = [
    (BODY, double_id, "control number 77 twice"),
    (BODY, run_for_paragraph, "w:r in the block control visie.visie"),
    (BODY, paragraph_for_run, "w:p in the inline control school.naam"),
    (BODY, lock_before_tag, "properties of control school.naam stand as w:lock"),
    (BODY, second_type, "stand twice"),
    (
        BODY,
        lambda top: set_value(properties_of(top, "school.naam"), "w:alias", "a" * 80),
        "over 64 char",
    ),
    (BODY, double_item, "choice school.schoolsoort has an item twice"),
    (BODY, lost_bookmark_end, "without an end"),
    (BODY, double_bookmark, "bookmark 'sop_school_naam' twice"),
    (BODY, answer_called_prompt, "shows '{{ school.naam }}' as its prompt"),
    (BODY, no_such_day, "has the date '2026-02-30T00:00:00Z'"),
    (BODY, narrow_row, "a row of 1 cells in a grid of 2"),
    (BODY, table_at_the_end, "a table without a paragraph after it"),
    (BODY, empty_cell, "a cell does not end with a paragraph"),
    (BODY, lambda top: set_value(top, "w:pStyle", "Titel"), "no style 'Titel'"),
    (BODY, lambda top: set_value(top, "w:numId", "99"), "no numbering 99"),
    (
        BODY,
        lambda top: first(top, "w:headerReference").set(qn("r:id"), "rId9x"),
        "rId9x is not there",
    ),
    (GLOSSARY, lambda top: top[0].remove(top[0][0]), "is not in the glossary"),
    (
        "word/_rels/document.xml.rels",
        lambda top: top[0].set("Target", "gone.xml"),
        "gone.xml is not there",
    ),
    ("word/_rels/document.xml.rels", lambda top: top.remove(top[0]), "no relationship leads to it"),
    ("[Content_Types].xml", lambda top: top.remove(top[-1]), "has the content type of any XML"),
    ("[Content_Types].xml", lambda top: top.remove(top[0]), "_rels/.rels: has no content type"),
]


@pytest.mark.parametrize(
    ("part", "change", "words"), PLANTED, ids=[words for _, _, words in PLANTED]
)
def test_a_planted_fault_is_found(part: str, change: Change, words: str) -> None:
    assert any(words in fault for fault in planted(part, change)), planted(part, change)
