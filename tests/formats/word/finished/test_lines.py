"""Word files as lines, tables and boxes, and how their letters are set."""

from collections.abc import Iterable

import pytest

from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.finished.lines import read_writing
from sop_templates.formats.word.names import element
from sop_templates.formats.written import Box, Grid, Letters, Line, Writing
from tests.support.word_xml import Content, Node, docx, e, p, r, tbl, tc, text_box, tr


def read(*body: Content, styles: Iterable[Node] = ()) -> Writing:
    parts = {"word/styles.xml": list(styles)} if styles else {}
    return read_writing(open_document(docx(*body, parts=parts), "x.docx"))


def line(*body: Content, styles: Iterable[Node] = ()) -> Line:
    (part,) = read(*body, styles=styles).parts
    assert isinstance(part, Line)
    return part


def style(name: str, *looks: Node, based: str = "", default: bool = False) -> Node:
    on = [e("w:basedOn", val=based)] if based else []
    about = {"type": "paragraph", "styleId": name} | ({"default": "1"} if default else {})
    return e("w:style", e("w:name", val=name), *on, e("w:rPr", *looks), **about)


def test_lines_tables_and_boxes_stand_in_reading_order() -> None:
    table = tbl(tr("a", "b"), tr(tc("c", look="gridSpan=2")))
    writing = read(p("eerst"), table, p("dan ", text_box(p("kader")), "verder"))
    kinds = [type(one) for one in writing.parts]
    assert kinds == [Line, Grid, Line, Box, Line]
    assert [one.text for one in writing.lines()] == [
        "eerst",
        "a",
        "b",
        "c",
        "dan",
        "kader",
        "verder",
    ]


def test_a_merged_cell_counts_once_and_tables_in_cells_are_lines() -> None:
    inner = tbl(tr("binnen"))
    (grid,) = read(tbl(tr(tc("a", look="gridSpan=2"), "b"), tr(tc(p("c"), inner), "d"))).parts
    assert isinstance(grid, Grid)
    assert [[(one.column, one.text) for one in row] for row in grid.rows] == [
        [(0, "a"), (2, "b")],
        [(0, "c\nbinnen"), (1, "d")],
    ]


def test_word_s_own_table_of_contents_is_left_out() -> None:
    contents = p("Visie 3", look="pStyle=Inhopg1")
    named = e("w:style", e("w:name", val="toc 1"), type="paragraph", styleId="Inhopg1")
    writing = read(contents, p("Visie"), styles=[named])
    assert [one.text for one in writing.lines()] == ["Visie"]


@pytest.mark.parametrize(
    ("runs", "letters", "lead"),
    [
        ([r("Visie", look="b")], Letters(10, bold=True), 0),
        ([r("Visie", look="b"), "."], Letters(10, bold=False), 5),
        ([r("Een lange titel", look="b"), "."], Letters(10, bold=True), 0),
        ([r("VISIE")], Letters(10, capitals=True), 0),
        ([r("Visie", look="caps")], Letters(10, capitals=True), 0),
        ([r("Visie", look="u=single sz=28")], Letters(14, underlined=True), 0),
        ([r("Visie", look="u=none b=0")], Letters(10), 0),
    ],
)
def test_letters_are_told_by_most_of_a_line(
    runs: list[Content], letters: Letters, lead: int
) -> None:
    one = line(p(*runs))
    assert (one.letters, one.lead) == (letters, lead)


def test_letters_come_from_styles_too_and_the_nearest_counts() -> None:
    styles = [
        style("Gewoon", e("w:sz", val="22"), default=True),
        style("Kop", e("w:b"), e("w:sz", val="30"), based="Gewoon"),
        style("Kopje", e("w:sz", val="26"), based="Kop"),
    ]
    assert line(p("x"), styles=styles).letters == Letters(11)
    assert line(p("x", look="pStyle=Kopje"), styles=styles).letters == Letters(13, bold=True)
    plain = p(r("x", look="b=0"), look="pStyle=Kopje")
    assert line(plain, styles=styles).letters == Letters(13)


def test_pictures_are_named_by_what_they_show() -> None:
    about = element("wp:docPr", {"id": "1", "name": "foto1", "descr": "Het plein"})
    drawn = element("w:drawing", children=[element("wp:inline", children=[about])])
    assert line(p("x", r(drawn))).pictures == ("Het plein",)


def test_headers_and_footers_stand_apart() -> None:
    parts = {"word/header1.xml": [p("De Ark")], "word/footer1.xml": [p("2026-2027"), p("De Ark")]}
    writing = read_writing(open_document(docx(p("x"), parts=parts), "x.docx"))
    assert writing.margins == ("De Ark", "2026-2027")
