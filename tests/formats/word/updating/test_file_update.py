"""The package: parts that do not change lie in it as before, byte for byte."""

import io
import zipfile

import pytest

from sop_templates.engine.reading import read_kept_base
from sop_templates.formats.word.filling.package_writing import copied
from sop_templates.formats.word.finished.document import find_xml_part, open_document
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import AnswerChange, Obstacle
from sop_templates.formats.word.updating.file_update import is_signed
from sop_templates.formats.word.values import ProseText
from sop_templates.richtext_markup import parse
from tests.support.changed_files import changed, file_of, word_file
from tests.support.small_templates import control, paragraph, part, run, texts
from tests.support.word_validity import assert_valid
from tests.support.word_xml import p, unzipped, zipped

LINE = paragraph(control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))
BLOCK = control(paragraph(run("{{ v.x }}")), tag="v.x")
NEW = AnswerChange("v.x", "", "nieuw")
KEPT = "customXml/item1.xml"


def test_parts_that_are_not_touched_are_copied_as_they_lie() -> None:
    before = zipped({**unzipped(file_of(LINE, x="oud")), "word/media/foto.png": b"\x89PNG" * 99})
    after = changed(before, NEW, kept="[1]", modified="2026-09-01T12:00:00Z").data
    parts = [copied(data) for data in (before, after)]
    differ = {name for name in parts[1] if parts[0].get(name) != parts[1][name]}
    assert differ == {"word/document.xml", KEPT, "docProps/core.xml"}
    assert list(parts[0]) == list(parts[1])


def test_a_file_with_nothing_to_write_changes_in_what_it_keeps_only() -> None:
    before = file_of(LINE, x="oud")
    after = changed(before, kept="[1]").data
    parts = [copied(data) for data in (before, after)]
    assert {name for name in parts[1] if parts[0].get(name) != parts[1][name]} == {KEPT}
    assert changed(before, kept="{}").data == before


def test_the_answers_are_kept_under_whatever_name_the_part_has() -> None:
    files = unzipped(file_of(LINE, x="oud"))
    files["customXml/item7.xml"] = files.pop(KEPT)
    made = changed(zipped(files), NEW, kept='{"v.x": "nieuw & <meer>"}').data
    assert KEPT not in unzipped(made)
    assert read_kept_base(made) == {"v.x": "nieuw & <meer>"}


def test_a_file_that_keeps_nothing_gets_a_part_for_it() -> None:
    before = word_file(p("tekst"))
    after = changed(before, kept='{"v.x": null}').data
    assert find_xml_part(open_document(after), "urn:sop-templates:filled:1") is not None
    assert read_kept_base(after) == {"v.x": None}
    relations = part(after, "word/_rels/document.xml.rels")
    assert "/customXml/item1.xml" in {one.get("Target") for one in relations}


def test_properties_of_the_file_stay() -> None:
    files = unzipped(file_of(LINE, x="oud"))
    after = unzipped(changed(zipped(files), NEW).data)
    assert after["docProps/custom.xml"] == files["docProps/custom.xml"]


def test_the_moment_is_noted_in_utc_and_the_title_follows_the_name() -> None:
    made = changed(
        file_of(LINE, x="oud"), NEW, modified="2026-09-01T12:00:00Z", renamed={"De Brug": "De Boog"}
    )
    core = part(made.data, "docProps/core.xml")
    (modified,) = core.iter(qn("dcterms:modified"))
    assert modified.text == "2026-09-01T12:00:00Z"
    assert [one.text for one in core.iter(qn("dc:title"))] == ["Over De Boog"]


COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> STYLEREF Naam </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>De </w:t></w:r><w:r><w:t>Brug</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = '<w:fldSimple w:instr=" STYLEREF Naam "><w:r><w:t>De Brug</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize("field", [COMPLEX, SIMPLE])
def test_a_header_that_repeats_the_name_follows(field: str) -> None:
    header = paragraph(field, run(" De Brug"))
    before = file_of(LINE, header=header + paragraph(run("{{ v.x }}")), x="oud")
    made = changed(before, NEW, renamed={"De Brug": "De Boog"})
    assert texts(part(made.data, "word/header1.xml")) == "De Boog De Brug¶oud¶"


def test_numbered_lists_are_added_to_those_of_the_file() -> None:
    before = file_of(BLOCK, x=ProseText(parse("1. een\n2. twee")))
    value = ProseText(parse("1. een\n2. twee\n\ntussen\n\n1. drie"))
    after = changed(before, AnswerChange("v.x", "", value)).data
    numbers = [
        one.get(qn("w:numId")) for one in part(after, "word/numbering.xml").iter(qn("w:num"))
    ]
    assert numbers == ["1", "2", "3", "4", "5"]
    assert_valid(after, audit=False)


def test_what_cannot_be_written_is_told_and_the_rest_is_written() -> None:
    body = LINE + paragraph(control(run("{{ v.y }}"), kind="<w:text/>", tag="v.y", number=6))
    made = changed(file_of(body, x="oud", y="oud"), NEW, AnswerChange("v.z", "", "a"))
    assert made.refused == {"v.z": Obstacle.NO_PLACE}
    assert texts(part(made.data)) == "nieuw¶oud¶"


def test_a_part_with_other_names_for_its_elements_is_left_alone() -> None:
    files = unzipped(file_of(LINE, x="oud"))
    document = files["word/document.xml"]
    files["word/document.xml"] = document.replace(b"w:", b"q:").replace(b"xmlns:w=", b"xmlns:q=")
    made = changed(zipped(files), NEW)
    assert made.refused == {"v.x": Obstacle.NO_PLACE}
    assert unzipped(made.data)["word/document.xml"] == files["word/document.xml"]


def test_a_signed_file_is_known() -> None:
    files = unzipped(file_of(LINE, x="oud"))
    assert not is_signed(zipped(files))
    assert is_signed(zipped({**files, "_xmlsignatures/sig1.xml": b"<a/>"}))


def test_the_same_changes_give_the_same_bytes() -> None:
    before = file_of(LINE, x="oud")
    assert changed(before, NEW).data == changed(before, NEW).data
    with zipfile.ZipFile(io.BytesIO(changed(before, NEW).data)) as archive:
        assert archive.testzip() is None
