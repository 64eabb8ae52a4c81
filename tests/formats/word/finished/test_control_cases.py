"""How a finished control must be read: every case, each built as Word builds it."""

import pytest
from lxml import etree

from sop_templates.formats.word.finished.document import Document, open_document
from sop_templates.formats.word.finished.final_view import Traces
from sop_templates.formats.word.finished.marks import SIGNS
from sop_templates.formats.word.finished.spans import set_apart
from sop_templates.formats.word.finished.story import Story
from sop_templates.formats.word.names import element
from tests.support.word_editing import edited
from tests.support.word_xml import (
    Content,
    bookmarked,
    br,
    checkbox,
    date,
    deleted,
    docx,
    e,
    field,
    p,
    r,
    sdt,
    tbl,
    tc,
    text_box,
    tr,
    unzipped,
    zipped,
)


def read(*body: Content, **more: object) -> Document:
    return open_document(docx(*body, **more), "x.docx")  # type: ignore[arg-type]  # passed on


def own_texts(story: Story) -> dict[str, str]:
    apart = set_apart(story.spans.controls)
    return {
        story.tags[one.number]: story.text(one.start, one.end, apart)
        for one in story.spans.controls
    }


def texts(*body: Content, **more: object) -> dict[str, str]:
    """The text of each control, by tag, nested ones by themselves."""
    found: dict[str, str] = {}
    for story in read(*body, **more).stories:
        for tag, text in own_texts(story).items():
            assert tag not in found, f"{tag} occurs twice"
            found[tag] = text
    return found


def inserted(*content: Content) -> Content:
    return e("w:ins", *content, id="1", author="x")


def test_insertions_count_and_deletions_do_not() -> None:
    control = sdt("a", "een ", deleted("twee "), inserted("drie"))
    assert texts(p(control)) == {"a": "een drie"}


def test_a_move_counts_once_where_it_went() -> None:
    moved = p(sdt("a", e("w:moveFrom", "weg")), sdt("b", e("w:moveTo", "hier")))
    assert texts(moved) == {"a": "", "b": "hier"}


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    run = r(
        "a", br(), "b", e("w:tab"), "c", e("w:noBreakHyphen"), "d", e("w:softHyphen"), e("w:cr")
    )
    assert texts(p(sdt("a", run))) == {"a": "a\nb\tc\u2011d\u00ad\n"}


def test_tab_stops_are_no_tabs() -> None:
    stops = e("w:pPr", e("w:tabs", e("w:tab", val="left", pos="100")))
    assert texts(sdt("a", e("w:p", stops, "x"))) == {"a": "x"}


def test_symbols_of_old_forms_are_boxes() -> None:
    run = r(e("w:sym", font="Wingdings", char="F0FE"), e("w:sym", font="Onbekend", char="F041"))
    assert texts(p(sdt("a", run))) == {"a": "☑\uf041"}


def test_two_paragraphs_are_two_lines() -> None:
    assert texts(sdt("a", p("een"), p("twee"))) == {"a": "een\ntwee"}


def test_a_deleted_paragraph_mark_joins_two_lines() -> None:
    first = p("een, ", mark=[e("w:del", id="1")])
    assert texts(sdt("a", first, p("twee"), p("drie"))) == {"a": "een, twee\ndrie"}


def test_three_lines_with_two_deleted_marks_are_one() -> None:
    gone = [p(one, mark=[e("w:del", id="1")]) for one in ("een, ", "twee, ")]
    assert texts(sdt("a", *gone, p("drie"))) == {"a": "een, twee, drie"}


def test_a_deleted_mark_joins_across_bookmarks_and_not_across_a_table() -> None:
    first = p("een, ", mark=[e("w:del", id="1")])
    assert texts(sdt("a", first, *bookmarked("m", p("twee")))) == {"a": "een, twee"}
    first = p("een", mark=[e("w:del", id="1")])
    assert texts(sdt("a", first, tbl(tr("cel")), p("twee"))) == {"a": "een\ncel\ntwee"}


def test_a_paragraph_moved_away_leaves_no_line() -> None:
    gone = p(e("w:moveFrom", "weg"), mark=[e("w:moveFrom", id="1")])
    assert texts(sdt("a", gone, p("blijft"))) == {"a": "blijft"}


def test_a_control_inside_a_deletion_is_gone() -> None:
    assert texts(p("x", e("w:del", sdt("a", "weg"), id="1"))) == {}


def test_a_control_that_is_deleted_itself_is_gone_and_its_kept_text_stays() -> None:
    document = read(p(e("w:customXmlDelRangeStart", id="1"), sdt("a", deleted("weg"), "blijft")))
    assert document.body.spans.controls == []
    assert document.body.text(0, document.body.end) == "blijft"


def test_a_deleted_row_and_a_deleted_cell_are_gone() -> None:
    gone = e("w:tr", e("w:trPr", e("w:del", id="1")), tc(p(sdt("a", "weg"))))
    cell = e("w:tc", e("w:tcPr", e("w:cellDel", id="2")), p(sdt("b", "weg")))
    assert texts(tbl(gone, tr(cell, tc(p(sdt("c", "blijft")))))) == {"c": "blijft"}


def test_old_properties_are_no_deletions() -> None:
    change = e("w:pPrChange", e("w:pPr", e("w:rPr", e("w:b"))), id="1")
    assert texts(sdt("a", e("w:p", e("w:pPr", change), "x"))) == {"a": "x"}


def test_a_prompt_is_known_by_its_flag() -> None:
    story = read(p(sdt("a", "Vul in", prompt=True), sdt("b", "Antwoord"))).body
    assert story.showing_prompts == {0}


def test_a_prompt_flag_that_is_off_is_none() -> None:
    off = e("w:showingPlcHdr", val="0")
    assert read(p(sdt("a", "Antwoord", extra=[off]))).body.showing_prompts == frozenset()


@pytest.mark.parametrize(
    "body",
    [
        sdt("a", p("x")),
        p(sdt("a", "x")),
        tbl(sdt("a", tr("x"))),
        tbl(tr(sdt("a", tc("x")))),
        tbl(tr(tc(sdt("a", p("x"))))),
        tbl(tr(tc(p(sdt("a", "x"))))),
        p(e("w:hyperlink", sdt("a", "x"))),
        p(e("w:smartTag", sdt("a", "x"))),
    ],
    ids=["block", "inline", "row", "cell", "in cell", "in cell inline", "in link", "in smart tag"],
)
def test_a_control_counts_at_every_level(body: Content) -> None:
    assert texts(body, p("na")) == {"a": "x"}


def test_a_nested_control_belongs_to_itself() -> None:
    nested = sdt("a", p("voor ", sdt("b", "binnen"), " na"))
    assert texts(nested) == {"a": "voor  na", "b": "binnen"}


def test_a_nested_block_belongs_to_itself() -> None:
    assert texts(sdt("a", p("voor"), sdt("b", p("binnen")), p("na"))) == {
        "a": "voor\nna",
        "b": "binnen",
    }


@pytest.mark.parametrize("twice", [True, False])
def test_a_text_box_occurs_once(*, twice: bool) -> None:
    document = read(p("voor ", text_box(p(sdt("a", "in het kader")), twice=twice), "na"))
    assert own_texts(document.body) == {"a": "in het kader"}
    assert document.body.text(0, document.body.end) == "voor na"


def test_a_text_box_in_a_control_is_no_text_of_it() -> None:
    assert texts(sdt("a", p("een ", text_box(p("kader")), "twee"))) == {"a": "een twee"}


def test_where_a_drawing_stands_is_no_text() -> None:
    place = e("wp:positionH")
    offset = e("wp:posOffset")
    offset.text = "12345"
    place.append(offset)
    assert texts(p(sdt("a", "x", r(e("w:drawing", e("wp:anchor", place)))))) == {"a": "x"}


def test_a_date_is_its_full_date() -> None:
    story = read(p(sdt("a", "11 juni", extra=[date("2026-06-11")]), sdt("b", "x", extra=[date()])))
    assert story.body.dates == {0: "2026-06-11"}


def test_a_checkbox_is_its_state_and_not_its_glyph() -> None:
    story = read(p(sdt("a", "☐", extra=[checkbox(checked=True)]))).body
    assert story.checks == {0: True}
    story = read(p(sdt("a", "☒", extra=[checkbox(checked=False)]))).body
    assert story.checks == {0: False}


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footer1.xml"])
def test_headers_and_footers_are_read(part: str) -> None:
    assert texts(p("x"), parts={part: [p(sdt("a", "boven"))]}) == {"a": "boven"}


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_read(kind: str) -> None:
    body = p("x", r(e(f"w:{kind}Reference", id="2")))
    note = e(f"w:{kind}", p(sdt("a", "noot")), id="2")
    assert texts(body, parts={f"word/{kind}s.xml": [note]}) == {"a": "noot"}


def test_hidden_text_is_left_out_and_reported() -> None:
    document = read(p(sdt("a", "wel", r("niet", look="vanish"))))
    assert own_texts(document.body) == {"a": "wel"}
    assert document.traces.hidden


def test_text_that_is_not_hidden_after_all_counts() -> None:
    document = read(p(sdt("a", r("wel", look="vanish=0"))))
    assert own_texts(document.body) == {"a": "wel"}
    assert not document.traces.hidden


def style(kind: str, key: str, *look: Content, based: str = "") -> Content:
    parent = [e("w:basedOn", val=based)] if based else []
    return e("w:style", *parent, e("w:rPr", *look), type=kind, styleId=key)


STYLES = {
    "word/styles.xml": [
        style("character", "Weg", e("w:vanish")),
        style("character", "OokWeg", based="Weg"),
        style("paragraph", "Stil", e("w:vanish")),
    ]
}


@pytest.mark.parametrize("key", ["Weg", "OokWeg"])
def test_text_that_a_character_style_hides_is_left_out_and_reported(key: str) -> None:
    hidden = r("niet", look=f"rStyle={key}")
    document = read(p(sdt("a", "wel", hidden)), parts=STYLES)
    assert own_texts(document.body) == {"a": "wel"}
    assert document.traces.hidden


def test_text_that_a_paragraph_style_hides_is_left_out_but_for_what_shows_itself() -> None:
    look = e("w:pPr", e("w:pStyle", val="Stil"))
    document = read(sdt("a", e("w:p", look, r("niet"), r("wel", look="vanish=0"))), parts=STYLES)
    assert own_texts(document.body) == {"a": "wel"}


@pytest.mark.parametrize("place", ["w:altChunk", "w:subDoc"])
def test_a_file_that_is_inserted_is_reported(place: str) -> None:
    assert read(sdt("a", p("x"), e(place, id="rId9"))).traces.other_files


def test_what_a_field_code_keeps_is_no_text() -> None:
    data = element("w:fldData", text="AAAA")
    begin = r(e("w:fldChar", data, fldCharType="begin"))
    rest = [r(e("w:fldChar", fldCharType=kind)) for kind in ("separate", "end")]
    assert texts(p(sdt("a", begin, rest[0], "tekst", rest[1]))) == {"a": "tekst"}


def test_how_elements_are_indented_is_no_text() -> None:
    data = edited(docx(sdt("a", p("een ", r("twee", look="b"), " "), p("drie"))), etree.indent)
    assert own_texts(open_document(data).body) == {"a": "een twee \ndrie"}


def test_tracked_changes_and_comments_are_reported() -> None:
    assert read(p("x")).traces == Traces()
    assert read(p("x", inserted("y"))).traces.tracked
    assert read(p("x", deleted("y"))).traces.tracked
    assert read(p("x", r(e("w:commentReference", id="0")))).traces.comments


def test_the_text_of_a_field_code_is_its_result() -> None:
    nested = field(" IF ", *field(" PAGE ", "1"), "")[:-2]
    assert texts(p(sdt("a", "blz. ", *field(" PAGE ", "12")))) == {"a": "blz. 12"}
    assert texts(p(sdt("a", *nested[:2], *field(" PAGE ", "1"), *nested[-1:]))) == {"a": ""}


def test_the_sign_of_our_marks_in_a_text_does_no_harm() -> None:
    odd = "x\ufdd0Py\ufdd1"
    assert texts(p(sdt("a", odd), sdt("b", "z"))) == {"a": odd, "b": "z"}
    every = "".join(SIGNS)
    assert texts(p(sdt("a", every), sdt("b", "z"))) == {"a": "\ufffd" + every[1:], "b": "z"}


def test_odd_text_comes_out_as_typed() -> None:
    odd = "{{ 7*7 }} {% raw %} <w:p> & \"quotes\" 'x' =cmd|1 😀 שלום \u2028" + "lang " * 6000
    assert texts(p(sdt("a", odd))) == {"a": odd}


def test_strict_open_xml_is_read_as_well() -> None:
    data = docx(p(sdt("a", "x")))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    files = {name: part.replace(usual, strict) for name, part in unzipped(data).items()}
    assert own_texts(open_document(zipped(files)).body) == {"a": "x"}


@pytest.mark.parametrize("stray", ["x", "s", "P", "t", "e0", "H0"])
def test_stray_text_before_everything_is_no_mark(stray: str) -> None:
    def write_before(root: etree._Element) -> None:
        root.text = stray

    story = open_document(edited(docx(p(sdt("a", "y"))), write_before)).body
    assert own_texts(story) == {"a": "y"}


def test_empty_tables_and_rows_are_no_harm() -> None:
    story = read(tbl(), tbl(tr()), tbl(tr(), tr("x"))).body
    assert [len(one.rows()) for one in story.spans.tables] == [0, 1, 2]
