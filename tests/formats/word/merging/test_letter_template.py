"""Letters of others: fields in every form that Word writes, rows, headers, notes, hostile values."""

import pytest
from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.word.building.package import zipped
from sop_templates.formats.word.merging.content_mark import content_mark
from sop_templates.formats.word.merging.letter_template import RowTexts, open_letter
from sop_templates.formats.word.names import qn
from tests.support.merge_letters import (
    code,
    filled,
    letter,
    mark,
    merge,
    opened,
    said,
    simple,
)
from tests.support.word_xml import Content, bookmarked, e, field, p, r, t, tbl, tc, tr, unzipped

BODY = "word/document.xml"
ODD = "Kees & <w:p/> {{ 7*7 }} {f0} \"q\" 'é' 🌈 שלום"


def one_text(*body: Content, **values: str) -> str:
    template = opened(p(*body))
    return said(filled(template, **values)[BODY])


def test_a_field_with_marks_and_a_simple_one() -> None:
    assert (
        one_text("Aan ", *merge("naam"), " te ", simple("plaats"), naam="A", plaats="B")
        == "Aan A te B"
    )


def test_an_instruction_split_over_runs() -> None:
    runs = [
        mark("begin"),
        code(" MERGE"),
        code("FIELD na"),
        code("am "),
        mark("separate"),
        r("«naam»"),
        mark("end"),
    ]
    assert one_text(*runs, naam="A") == "A"


def test_all_of_a_field_in_one_run() -> None:
    marks = [e("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")]
    run = r("Aan ", marks[0], code(" MERGEFIELD naam ")[0], marks[1], t("«naam»"), marks[2], t("!"))
    assert one_text(run, naam="A") == "Aan A!"


def test_a_field_without_a_result() -> None:
    assert one_text(mark("begin"), code("MERGEFIELD naam"), mark("end"), naam="A") == "A"


def test_a_result_over_three_paragraphs_becomes_one() -> None:
    first = p("Aan ", mark("begin"), code("MERGEFIELD adres"), mark("separate"), "a")
    template = opened(first, p("b"), p("c", mark("end")), p("Slot"))
    assert said(filled(template, adres="Kade 1\nRijswijk")[BODY]) == "Aan Kade 1\nRijswijk¶Slot"


def test_a_field_in_a_link_in_a_control_and_in_a_text_box() -> None:
    link = e("w:hyperlink", *merge("een"))
    control = e("w:sdt", e("w:sdtPr"), e("w:sdtContent", *merge("twee")))
    box = r(e("w:pict", e("w:txbxContent", p(*merge("drie")))))
    template = opened(p(link, control), p(box))
    words = said(filled(template, een="1", twee="2", drie="3")[BODY])
    assert words.replace("¶", "").startswith("12")
    assert "3" in words


@pytest.mark.parametrize(
    ("result", "switch", "bold"),
    [("b", "", False), ("b", "\\* MERGEFORMAT", True), ("", "\\* MERGEFORMAT", False)],
)
def test_a_value_looks_as_the_instruction_or_with_mergeformat_as_the_result(
    result: str,
    switch: str,
    bold: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    instruction = element_with_look(code(f" MERGEFIELD naam {switch} "), "i")
    runs = [mark("begin"), instruction, mark("separate"), r("«naam»", look=result), mark("end")]
    top = filled(opened(p(*runs)), naam="A")[BODY]
    assert (top.find(f".//{qn('w:b')}") is not None) is bold


def element_with_look(run: etree._Element, look: str) -> etree._Element:
    run.insert(0, e("w:rPr", e(f"w:{look}")))
    return run


def test_values_come_out_as_typed() -> None:
    typed = f"  {ODD}\n\tregel twee \n"
    assert one_text(*merge("naam"), naam=typed) == typed


def test_headers_footers_and_notes_are_filled() -> None:
    parts = {
        "word/header1.xml": [p("Kop ", *merge("naam"))],
        "word/footer1.xml": [p(simple("naam"))],
        "word/footnotes.xml": [e("w:footnote", p(*merge("naam")), id="2")],
    }
    stories = filled(opened(p("Tekst"), parts=parts), naam="A")
    assert {name: said(top) for name, top in stories.items()} == {
        BODY: "Tekst",
        "word/header1.xml": "Kop A",
        "word/footer1.xml": "A",
        "word/footnotes.xml": "A",
    }


def test_no_merge_field_is_left_and_other_fields_stay() -> None:
    body = p(*merge("naam"), *field("PAGE", "1"), *field('TOC \\o "1-3"', "inhoud"))
    top = filled(opened(body), naam="A")[BODY]
    codes = [(one.text or "").strip() for one in top.iter(qn("w:instrText"))]
    assert codes == ["PAGE", 'TOC \\o "1-3"']
    assert len(list(top.iter(qn("w:fldChar")))) == 6
    assert said(top) == "A1inhoud"


@pytest.mark.parametrize(("naam", "shown"), [("", "Geachte ouder"), (ODD, f"Geachte {ODD}")])
def test_an_if_field_chooses(naam: str, shown: str) -> None:
    runs = [mark("begin"), code(" IF "), *merge("naam"), code(' = "" "Geachte ouder" "Geachte ')]
    runs += [*merge("naam"), code('" '), mark("separate"), r("Geachte"), mark("end")]
    assert one_text(*runs, naam=naam) == shown


def test_a_line_break_in_an_if_field_stays_one() -> None:
    runs = [mark("begin"), code(' IF 1 = 1 "'), *merge("naam"), code('" "" '), mark("end")]
    assert one_text(*runs, naam="a\nb") == "a\nb"


def table() -> etree._Element:
    head = tr("Doel", "School", header=True)
    marked = bookmarked("doel", *merge("doel"))
    return tbl(head, tr(tc(p(*marked)), tc(p(*merge("naam")))), tr("Slot", ""))


def test_a_row_is_repeated_between_the_rows_around_it() -> None:
    template = opened(p(*merge("naam")), table())
    name, goal, again = template.fields
    assert (goal.row, again.row, name.row) == (goal.row, goal.row, "")
    rows = [RowTexts(goal.id, [{goal.id: "een"}, {goal.id: ODD}])]
    top = etree.fromstring(template.fill({name.id: "S", again.id: "S"}, rows)[BODY])
    assert said(top) == f"S¶Doel¶School¶een¶S¶{ODD}¶S¶Slot¶"
    names = [one.get(qn("w:name")) for one in top.iter(qn("w:bookmarkStart"))]
    assert names == ["doel"], "a bookmark is there once"
    assert len(list(top.iter(qn("w:bookmarkEnd")))) == 1


def test_a_template_becomes_a_document_without_its_data_source() -> None:
    files = unzipped(letter(p(*merge("naam")), types={BODY: template_type()}))
    template = open_letter(zipped(files), "brief.dotx")
    assert template_type().encode() not in template.fill({"f0": "A"})["[Content_Types].xml"]


def template_type() -> str:
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def test_a_document_with_macros_is_refused() -> None:
    files = unzipped(letter(p(*merge("naam")))) | {"word/vbaProject.bin": b"x"}
    with pytest.raises(SopError) as caught:
        open_letter(zipped(files), "brief.docm")
    assert caught.value.code == "SOP735"


@pytest.mark.parametrize("kind", ["NEXT", "NEXTIF 1 = 1", "ADDRESSBLOCK \\f x", "GREETINGLINE"])
def test_fields_of_a_merge_over_records_are_named(kind: str) -> None:
    word = kind.split(maxsplit=1)[0]
    assert opened(p(*field(kind, "x"), *merge("naam"))).not_merged == (word,)
    simple_one = element_simple(kind)
    assert opened(p(simple_one)).not_merged == (word,)


def element_simple(instruction: str) -> etree._Element:
    made = e("w:fldSimple", r("x"))
    made.set(qn("w:instr"), instruction)
    return made


def test_a_field_without_an_end_is_told_as_a_fault_of_the_letter() -> None:
    runs = [mark("begin"), code(" IF "), *merge("naam"), code(' = "" "a" "b"')]
    template = opened(p(*runs))
    with pytest.raises(SopError) as caught:
        template.fill({"f0": "A"})
    assert caught.value.code == "SOP734"


def test_a_deleted_field_is_no_field() -> None:
    gone = e("w:del", mark("begin"), r(e("w:delInstrText")), mark("end"), id="1", author="x")
    assert opened(p(gone, "tekst")).fields == ()


def test_the_mark_tells_a_form_that_was_filled_in_from_one_that_was_not() -> None:
    files = opened(p(*merge("naam"), " ☐ positief")).fill({"f0": "A"})
    as_made = etree.fromstring(files[BODY])
    assert content_mark(as_made).encode() in files["docProps/custom.xml"]
    ticked = etree.fromstring(files[BODY].replace("☐".encode(), "☒".encode()))
    assert content_mark(ticked) != content_mark(as_made)
    signed = etree.fromstring(files[BODY])
    signed[0][0].append(r(e("w:drawing")))
    assert content_mark(signed) != content_mark(as_made)
    split = etree.fromstring(files[BODY])
    split[0].append(p(" "))
    assert content_mark(split) == content_mark(as_made), "an empty paragraph says nothing"
