"""An extract put into somebody else's schoolgids: the rest of that document stays as it was."""

import pytest
from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.extracts import (
    Extract,
    ExtractFact,
    ExtractHeading,
    ExtractProse,
    ExtractTable,
)
from sop_templates.formats.word.inserting.insertion import extract_document, insert_extract
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.published.trees import words
from sop_templates.richtext_markup import parse
from tests.support.publication import foreign_schoolgids, with_parts
from tests.support.word_editing import edited
from tests.support.word_validity import audited, faults
from tests.support.word_xml import docx, e, p, r, sdt, unzipped

VAL = qn("w:val")
EXTRACT = Extract(
    "Ondersteuning",
    (
        ExtractHeading("Ondersteuning op De Brug"),
        ExtractProse(
            parse("Een **vet** [woord](https://a.example/?a=1&b=2).\n\n1. eerst\n2. dan\n\n- los")
        ),
        ExtractHeading("Deel <b>", 2),
        ExtractProse(parse("1. opnieuw")),
        ExtractFact("Website", "onze site", "https://b.example"),
        ExtractTable("Tabel", ("Onderdeel", "Status"), (("Groep", (("Taal", "op orde"),)),)),
    ),
)
CHANGED = {"word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"}


def body(data: bytes) -> etree._Element:
    found = etree.fromstring(unzipped(data)["word/document.xml"]).find(qn("w:body"))
    assert found is not None
    return found


def made_by_hand(*content: object, **more: object) -> bytes:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    made = docx(*content, **more)  # type: ignore[arg-type]  # as docx takes them
    return with_parts(made, {"[Content_Types].xml": types.encode()}, {})


def texts(data: bytes) -> list[str]:
    return [words(one) for one in body(data) if one.tag in (qn("w:p"), qn("w:tbl"))]


def inserted(host: bytes, **more: object) -> bytes:
    return insert_extract(host, EXTRACT, level=2, **more)  # type: ignore[arg-type]  # as it takes them


def test_every_other_part_keeps_its_bytes() -> None:
    host = foreign_schoolgids()
    before, after = unzipped(host), unzipped(inserted(host))
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == CHANGED


def test_what_stands_around_the_place_stays_as_it_was() -> None:
    host = foreign_schoolgids()
    before, after = texts(host), texts(inserted(host))
    place = before.index("[hier komt het SOP]")
    assert after[:place] == before[:place]
    assert after[place] == "Ondersteuning op De Brug"
    assert after[-len(before[place + 1 :]) :] == before[place + 1 :]
    kept = [etree.tostring(one, method="c14n") for one in body(host)]
    found = [etree.tostring(one, method="c14n") for one in body(inserted(host))]
    assert found[:place] == kept[:place]
    assert found[-3:] == kept[-3:]


def test_the_result_is_valid() -> None:
    host = foreign_schoolgids()
    theirs = set(audited(host))  # python-docx's own template has two faults by itself
    assert set(audited(inserted(host))) <= theirs
    assert not [
        one for one in faults(inserted(host), audit=False) if one not in faults(host, audit=False)
    ]


def test_headings_lists_and_tables_take_on_the_documents_styles() -> None:
    top = body(inserted(foreign_schoolgids()))
    styles = [one.get(VAL) for one in top.iter(qn("w:pStyle"))]
    assert "Heading2" in styles
    assert "Heading4" in styles
    assert [one.get(VAL) for one in top.iter(qn("w:tblStyle"))] == ["LightGrid-Accent1"] * 2


def test_headings_are_found_by_name_in_a_dutch_document() -> None:
    style = e("w:style", e("w:name", val="heading 2"), type="paragraph", styleId="Kop2")
    host = made_by_hand(sdt("sop", p("oud")), parts={"word/styles.xml": [style]})
    assert "Kop2" in [one.get(VAL) for one in body(inserted(host)).iter(qn("w:pStyle"))]


def test_a_heading_that_the_document_lacks_is_added_once() -> None:
    style = e(
        "w:style", e("w:name", val="Standaard"), type="paragraph", styleId="Standaard", default="1"
    )
    host = made_by_hand(sdt("sop", p("oud")), parts={"word/styles.xml": [style]})
    files = unzipped(inserted(host))
    names = [one.get(VAL) for one in etree.fromstring(files["word/styles.xml"]).iter(qn("w:name"))]
    assert names == ["Standaard", "heading 2", "heading 4"]


def test_each_numbered_list_begins_at_one() -> None:
    made = inserted(foreign_schoolgids())
    numbering = etree.fromstring(unzipped(made)["word/numbering.xml"])
    anew = {
        one.get(qn("w:numId"))
        for one in numbering.iter(qn("w:num"))
        if next(one.iter(qn("w:startOverride")), None) is not None
    }
    used = [one.get(VAL) for one in body(made).iter(qn("w:numId"))]
    assert len(used) == 4
    assert used[0] == used[1]
    assert {used[0], used[3]} == anew
    assert used[2] not in anew


def test_a_document_without_lists_gets_a_numbering_part() -> None:
    files = unzipped(inserted(made_by_hand(sdt("sop", p("oud")))))
    assert "word/numbering.xml" in files
    assert b"/word/numbering.xml" in files["[Content_Types].xml"]
    assert b"numbering.xml" in files["word/_rels/document.xml.rels"]


def test_next_years_extract_takes_the_place_of_this_years() -> None:
    host = foreign_schoolgids()
    once = inserted(host)
    other = Extract("x", (ExtractHeading("Volgend jaar"), ExtractProse(parse("Nieuw."))))
    again = insert_extract(once, other, level=2)
    before = texts(host)
    place = before.index("[hier komt het SOP]")
    assert texts(again) == [*before[:place], "Volgend jaar", "Nieuw.", *before[place + 1 :]]
    assert insert_extract(again, other, level=2) == again


@pytest.mark.parametrize("around", ["block", "inline"])
def test_a_content_control_is_filled_and_stays(around: str) -> None:
    held = sdt("SOP", p("oud")) if around == "block" else p(sdt("SOP", r("oud")))
    properties = next(held.iter(qn("w:sdtPr")))
    properties.append(e("w:showingPlcHdr"))
    properties.append(e("w:text"))
    made = inserted(made_by_hand("voor", held, "na"))
    top = body(made)
    [control] = top.iter(qn("w:sdt"))
    assert control.getparent() is top
    assert words(control).startswith("Ondersteuning op De Brug")
    assert control.find(f".//{qn('w:showingPlcHdr')}") is None
    assert control.find(f"{qn('w:sdtPr')}/{qn('w:text')}") is None
    assert [words(one) for one in top.findall(qn("w:p"))] == ["voor", "na"]


def test_words_before_a_bookmark_in_a_line_stay() -> None:
    start = e("w:bookmarkStart", id="3", name="sop")
    line = p("Zie hieronder: ", start, r("hier"), e("w:bookmarkEnd", id="3"))
    made = texts(inserted(made_by_hand("voor", line, "na")))
    assert made[:3] == ["voor", "Zie hieronder: hier", "Ondersteuning op De Brug"]
    assert made[-1] == "na"


def test_a_bookmark_at_a_point_takes_an_empty_line() -> None:
    line = p(e("w:bookmarkStart", id="3", name="sop"), e("w:bookmarkEnd", id="3"))
    assert texts(inserted(made_by_hand("voor", line, "na")))[:2] == [
        "voor",
        "Ondersteuning op De Brug",
    ]


def test_another_name_can_be_asked() -> None:
    made = inserted(foreign_schoolgids(bookmark="ondersteuning"), place="Ondersteuning")
    assert "Ondersteuning op De Brug" in texts(made)


def test_without_a_place_it_says_which_name_is_missing() -> None:
    with pytest.raises(SopError) as raised:
        inserted(made_by_hand("tekst"), file="gids.docx")
    assert raised.value.code == "SOP785"
    assert 'gids.docx has no bookmark and no content control named "sop".' in raised.value.message


def test_comments_and_instructions_of_the_document_stay() -> None:
    host = edited(
        foreign_schoolgids(), lambda root: root.insert(0, etree.Comment(" van de school "))
    )
    assert b"<!-- van de school -->" in unzipped(inserted(host))["word/document.xml"]


def test_the_extract_alone_is_a_valid_document() -> None:
    made = extract_document(EXTRACT, level=2)
    assert faults(made) == []
    assert texts(made)[0] == "Ondersteuning op De Brug"
