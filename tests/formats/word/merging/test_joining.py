"""One file of many letters."""

from lxml import etree

from sop_templates.formats.word.building.package import zipped
from sop_templates.formats.word.merging.joining import joined
from sop_templates.formats.word.names import element, qn
from tests.support.merge_letters import merge, opened, said
from tests.support.word_parts import open_parts
from tests.support.word_parts_validity import content_types, relationships, used_relationships
from tests.support.word_xml import bookmarked, e, field, p, tbl, tr

BODY = "word/document.xml"


def section() -> etree._Element:
    header = element("w:headerReference", {"w:type": "default", "r:id": "r0"})
    footer = element("w:footerReference", {"w:type": "default", "r:id": "r1"})
    return e("w:sectPr", header, footer, e("w:pgSz", w="11906", h="16838"))


def numbering() -> list[etree._Element]:
    definition = e("w:abstractNum", e("w:lvl", e("w:start", val="1"), ilvl="0"), abstractNumId="4")
    return [definition, e("w:num", e("w:abstractNumId", val="4"), numId="7")]


def three() -> dict[str, bytes]:
    parts = {
        "word/header1.xml": [p(*merge("naam"))],
        "word/footer1.xml": [p(*field("PAGE", "1"), " van ", *field("NUMPAGES", "1"))],
        "word/numbering.xml": numbering(),
    }
    body = [p("Beste ", *bookmarked("naam", *merge("naam"))), p("een", look="list=7"), section()]
    template = opened(*body, parts=parts)
    letters = [template.fill(dict.fromkeys(("f0", "f1"), name)) for name in ("A", "B", "C")]
    return joined(letters, template.main)


def test_each_letter_is_a_section_that_begins_at_page_one() -> None:
    top = etree.fromstring(three()[BODY])
    assert said(top) == "Beste A¶een¶Beste B¶een¶Beste C¶een"
    sections = list(top.iter(qn("w:sectPr")))
    assert len(sections) == 3
    for one in sections:
        names = [etree.QName(child).localname for child in one]
        assert names == ["headerReference", "footerReference", "type", "pgSz", "pgNumType"]
        assert one[2].get(qn("w:val")) == "nextPage"
        assert one[4].get(qn("w:start")) == "1"
    assert sections[-1].getparent() is top[0]
    assert not [one for one in top[0] if one.tag == qn("w:p") and not said(one)], "no blank line"


def test_each_letter_has_its_own_header_and_all_share_a_footer() -> None:
    files = three()
    headers = {
        name: said(etree.fromstring(data)) for name, data in files.items() if "header" in name
    }
    assert headers == {
        "word/header1.xml": "A",
        "word/header1-2.xml": "B",
        "word/header1-3.xml": "C",
    }
    assert [name for name in files if "footer" in name] == ["word/footer1.xml"]
    parts = open_parts(zipped(files))
    for rule in (content_types, relationships, used_relationships):
        assert list(rule(parts)) == []


def test_pages_are_counted_by_letter() -> None:
    assert b"SECTIONPAGES" in three()["word/footer1.xml"]


def test_numbered_lists_begin_anew_and_bookmarks_are_there_once() -> None:
    files = three()
    top, lists = etree.fromstring(files[BODY]), etree.fromstring(files["word/numbering.xml"])
    used = [one.get(qn("w:val")) for one in top.iter(qn("w:numId"))]
    assert len(set(used)) == 3
    assert set(used) == {one.get(qn("w:numId")) for one in lists.iter(qn("w:num"))}
    assert len(list(lists.iter(qn("w:startOverride")))) == 18
    assert len(list(top.iter(qn("w:bookmarkStart")))) == 1


def test_a_letter_that_ends_in_a_table_gets_a_paragraph_for_its_section() -> None:
    template = opened(p(*merge("naam")), tbl(tr("cel")))
    letters = [template.fill({"f0": name}) for name in ("A", "B")]
    body = etree.fromstring(joined(letters, template.main)[BODY])[0]
    assert [etree.QName(one).localname for one in body] == ["p", "tbl", "p", "p", "tbl", "sectPr"]
