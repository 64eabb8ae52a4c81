"""Small finished Word files with changes written into them, for tests of `formats/word/updating`."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from sop_templates.formats.word.names import element, qn
from sop_templates.formats.word.updating.changes import (
    AnswerChange,
    CellChange,
    Change,
    ListChange,
    TableWords,
)
from sop_templates.formats.word.updating.file_update import ChangedFile, FileChanges, change_file
from tests.support.small_templates import filled_file, part, template
from tests.support.word_editing import edited
from tests.support.word_xml import docx, unzipped, zipped

PROMPTS = ("Vul hier iets in.", "Klik hier om iets in te vullen.")
LIST = TableWords(
    key="v.rijen",
    bookmark="b_rijen",
    columns=("wat", "wie"),
    column_of=lambda text: {"Wat": "wat", "Wie": "wie"}.get(text, ""),
    row_of=lambda text: {"Rust": "rust", "Hulp": "hulp"}.get(text, ""),
    prompts={"wat": PROMPTS[0], "wie": PROMPTS[0]},
)


def file_of(body: str, *, header: str = "", **values: Any) -> bytes:
    """The finished file of a template with this body, filled with values of the section `v`."""
    school = {"school": {"naam": "De Brug"}}
    return filled_file(template(body, header=header), {**school, "v": values})


def word_file(*body: Any, **more: Any) -> bytes:
    """As `docx`, with a list of types; what stands in a list is laid out flat."""
    files = unzipped(docx(*body, **more))
    return zipped({"[Content_Types].xml": etree.tostring(element("ct:Types")), **files})


def changed(data: bytes, *changes: Change, **more: Any) -> ChangedFile:
    """The file with changes written into it; `more` are other attributes of `FileChanges`."""
    return change_file(
        data, FileChanges(changes, more.pop("kept", "{}"), **more), PROMPTS.__contains__
    )


def written(data: bytes, value: object, tag: str = "v.x", bookmark: str = "") -> etree._Element:
    """The root of the document in which an answer was written; it was not refused."""
    made = changed(data, AnswerChange(tag, bookmark, value))
    assert made.refused == {}
    return part(made.data)


def rows(*cells: tuple[object, object]) -> ListChange:
    """The change that makes these the rows of `LIST`."""
    return ListChange(LIST, tuple({"wat": wat, "wie": wie} for wat, wie in cells))


def cell(row: str, column: str, value: object) -> CellChange:
    """The change of a cell of fixed rows."""
    return CellChange(LIST, row, column, value)


def control(root: etree._Element, tag: str = "v.x") -> etree._Element:
    """The control with a tag."""
    (found,) = (one for one in root.iter(qn("w:sdt")) if tag_of(one) == tag)
    return found


def tag_of(one: etree._Element) -> str:
    """The tag of a control."""
    tag = one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if tag is None else tag.get(qn("w:val"), "")


def with_change(data: bytes, tag: str, change: Callable[[etree._Element], None]) -> bytes:
    """The file after something was done to the control with a tag."""
    return edited(data, lambda root: change(control(root, tag)))


def table_texts(root: etree._Element) -> list[list[str]]:
    """The words of the cells of the first table, row by row."""
    table = next(root.iter(qn("w:tbl")))
    return [
        ["".join(text.text or "" for text in one.iter(qn("w:t"))) for one in row.iter(qn("w:tc"))]
        for row in table.iter(qn("w:tr"))
    ]


def without_controls_of(root: etree._Element, tags: Mapping[str, object] | set[str]) -> bytes:
    """The canonical XML of a story in which the content of some controls is left out."""
    for one in list(root.iter(qn("w:sdt"))):
        if tag_of(one) in tags:
            for child in list(one):
                one.remove(child)
    return etree.tostring(root, method="c14n2")
