"""The zip and the parts beside the text: what is copied, what is new, always the same bytes."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.formats.word.filling.package_writing import (
    NOTHING,
    beginning,
    copied,
    packed,
    zipped,
)
from sop_templates.formats.word.filling.preparation import prepare_template
from sop_templates.formats.word.filling.prepared import pack_prepared, unpack_prepared
from sop_templates.formats.word.filling.template import WordTemplate
from sop_templates.formats.word.names import NAMESPACES, qn
from tests.support.small_templates import control, paragraph, part, run, template

BODY = paragraph(control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))
CONTEXT: dict[str, Any] = {"v": {"x": "a"}, "school": {"naam": "De Brug"}}
PROPERTIES = (
    f'<Properties xmlns="{NAMESPACES["op"]}" xmlns:vt="{NAMESPACES["vt"]}">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="sop.kind">'
    "<vt:lpwstr>template</vt:lpwstr></property>"
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="Eigenaar">'
    "<vt:lpwstr>Regio</vt:lpwstr></property></Properties>"
)


def made(file: bytes, properties: dict[str, str] | None = None, kept: str = "{}") -> bytes:
    return WordTemplate(file, prepare_template(file)).fill(CONTEXT, properties or {}, kept)


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_equal_values_give_equal_bytes() -> None:
    file = template(BODY)
    assert made(file, {"a": "b"}) == made(file, {"a": "b"})


def test_no_part_stands_in_it_twice_and_the_types_come_first() -> None:
    found = names(made(template(BODY, header=paragraph(run("{{ v.x }}")))))
    assert len(set(found)) == len(found)
    assert found[0] == "[Content_Types].xml"


def test_no_date_of_this_machine_stands_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(made(template(BODY)))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_parts_that_hold_no_answer_lie_in_it_as_in_the_template() -> None:
    file = template(BODY, parts={"word/media/plaatje.png": "geen xml" * 100})
    before, after = copied(file), copied(made(file))
    for name in ("word/styles.xml", "word/glossary/document.xml", "word/media/plaatje.png"):
        assert after[name] == before[name]


def test_a_stored_part_stays_stored() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "a" * 100)
    parts = copied(held.getvalue())
    assert parts["a.txt"].method == 0
    again = zipped(beginning(parts), [])
    assert copied(again) == parts


@given(st.dictionaries(st.text("abcé/", min_size=1), st.text(), max_size=5))
def test_what_is_packed_is_what_python_unpacks(texts: dict[str, str]) -> None:
    encodable = {name: text.encode("utf-8", "ignore").decode() for name, text in texts.items()}
    data = zipped(NOTHING, [packed(name, text) for name, text in encodable.items()])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == encodable


def test_properties_are_ours_beside_those_of_the_owner() -> None:
    file = template(BODY, parts={"docProps/custom.xml": PROPERTIES})
    root = part(made(file, {"sop.kind": "sop", "sop.model": "a & b"}), "docProps/custom.xml")
    found = [(one.get("name"), "".join(map(str, one.itertext()))) for one in root]
    assert found == [("Eigenaar", "Regio"), ("sop.kind", "sop"), ("sop.model", "a & b")]
    assert [one.get("pid") for one in root] == ["2", "3", "4"]


def test_the_answers_are_kept_in_a_part_that_the_document_relates_to() -> None:
    kept = '{"v.x": "<b> & \\"c\\""}'
    file = made(template(BODY), kept=kept)
    root = part(file, "customXml/item1.xml")
    assert root.tag == "{urn:sop-templates:filled:1}filled"
    assert root.text == kept
    targets = {one.get("Target") for one in part(file, "word/_rels/document.xml.rels")}
    assert "/customXml/item1.xml" in targets
    assert part(file, "customXml/_rels/item1.xml.rels")[0].get("Target") == "itemProps1.xml"


def test_the_answers_take_a_name_that_is_free() -> None:
    parts = {"customXml/item1.xml": "<a/>"}
    assert "customXml/item2.xml" in names(made(template(BODY, parts=parts)))


def test_every_part_has_a_type() -> None:
    file = made(template(BODY))
    types = part(file, "[Content_Types].xml")
    extensions = {one.get("Extension") for one in types}
    overridden = {one.get("PartName") for one in types}
    for name in names(file):
        assert f"/{name}" in overridden or name.rpartition(".")[2] in extensions
    assert {"/docProps/custom.xml", "/customXml/itemProps1.xml"} <= overridden


def test_numbering_is_the_templates_own_without_numbered_lists() -> None:
    file = template(BODY)
    assert copied(made(file))["word/numbering.xml"] == copied(file)["word/numbering.xml"]


def test_what_was_prepared_can_be_kept_and_used_again() -> None:
    file = template(BODY, header=paragraph(run("{{ v.x }}")))
    prepared = prepare_template(file)
    data = pack_prepared(prepared)
    again = unpack_prepared(data, file)
    assert again == prepared
    assert again is not None
    assert WordTemplate(file, again).fill(CONTEXT, {}, "{}") == made(file)
    assert pack_prepared(again) == data


@pytest.mark.parametrize(
    "data",
    [b"", b"geen zip", zipped(NOTHING, []), zipped(NOTHING, [packed("prepared.json", "{}")])],
)
def test_what_cannot_be_used_counts_as_nothing(data: bytes) -> None:
    assert unpack_prepared(data, template(BODY)) is None


def test_what_was_prepared_of_another_template_counts_as_nothing() -> None:
    data = pack_prepared(prepare_template(template(BODY)))
    assert unpack_prepared(data, template(BODY + BODY)) is None


def test_a_part_without_the_name_for_links_gets_it() -> None:
    names_ = f'xmlns:w="{NAMESPACES["w"]}" xmlns:mc="{NAMESPACES["mc"]}"'
    file = template(paragraph(run("{{ v.x }}")), names=names_)
    assert part(made(file)).nsmap["r"] == NAMESPACES["r"]
    assert part(made(file)).get(qn("mc:Ignorable")) == "w14 w15"
