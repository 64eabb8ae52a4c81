"""Rich text, bookmarks, links and tables of finished files."""

from collections.abc import Iterable

import pytest

from sop_templates.formats.word.finished.document import (
    find_xml_part,
    open_document,
    read_glossary,
)
from sop_templates.formats.word.finished.story import Story
from sop_templates.richtext import Paragraph, RichText, Run
from tests.support.word_xml import (
    Content,
    Node,
    bookmarked,
    docx,
    e,
    field,
    p,
    r,
    sdt,
    tbl,
    tc,
    tr,
    unzipped,
    zipped,
)


def style(key: str, *content: Node, kind: str = "paragraph", based: str = "") -> Node:
    on = [e("w:basedOn", val=based)] if based else []
    return e("w:style", e("w:name", val=f"name of {key}"), *on, *content, type=kind, styleId=key)


def listed(number: str, level: str = "0") -> Node:
    return e("w:pPr", e("w:numPr", e("w:ilvl", val=level), e("w:numId", val=number)))


def numbering() -> list[Node]:
    made = []
    for key, form in (("1", "bullet"), ("2", "decimal"), ("3", "none")):
        level = e("w:lvl", e("w:numFmt", val=form), ilvl="0")
        made.append(e("w:abstractNum", level, abstractNumId=key))
    for key, shape in (("1", "1"), ("2", "2"), ("3", "2"), ("4", "3"), ("5", "2")):
        start = e("w:lvlOverride", e("w:startOverride", val="1"), ilvl="0")
        made.append(e("w:num", e("w:abstractNumId", val=shape), *[start] * (key == "3"), numId=key))
    return made


def styles() -> list[Node]:
    return [
        style("ListBullet", listed("1")),
        style("Lijstopsomteken", based="ListBullet"),
        style("Lijstnummering", listed("2")),
        style("Kop1", e("w:pPr", e("w:outlineLvl", val="0"))),
        style("Kop2", listed("2"), based="Kop1"),
        style("Zwaar", e("w:rPr", e("w:b")), kind="character"),
        style("Nadruk", e("w:rPr", e("w:i")), kind="character"),
        style("ZwaarderNog", based="Zwaar", kind="character"),
    ]


def story(*body: Content | list[Content], links: dict[str, str] | None = None) -> Story:
    parts: dict[str, Iterable[Content]] = {
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
    }
    return open_document(docx(*body, parts=parts, links=links)).body


def rich(*body: Content | list[Content], links: dict[str, str] | None = None) -> RichText:
    found = story(*body, links=links)
    return found.rich(0, found.end)


def runs(*content: Content) -> tuple[Run, ...]:
    (paragraph,) = rich(p(*content))
    return paragraph.runs


def test_bold_and_italic_are_kept() -> None:
    assert runs("a", r("b", look="b"), r("c", look="i"), r("d", look="b i"), "e") == (
        Run("a"),
        Run("b", bold=True),
        Run("c", italic=True),
        Run("d", bold=True, italic=True),
        Run("e"),
    )


@pytest.mark.parametrize("off", ["b=0", "b=false", "rStyle=Zwaar b=0"])
def test_bold_that_is_switched_off_is_none(off: str) -> None:
    assert runs(r("a", look=off)) == (Run("a"),)


@pytest.mark.parametrize("key", ["Zwaar", "ZwaarderNog"])
def test_a_character_style_makes_bold(key: str) -> None:
    assert runs(r("a", look=f"rStyle={key}"), r("b", look="rStyle=Nadruk")) == (
        Run("a", bold=True),
        Run("b", italic=True),
    )


def test_runs_of_one_look_are_one() -> None:
    assert runs(r("a", look="b"), r("b", look="b"), "c", "d") == (Run("ab", bold=True), Run("cd"))


def test_bold_by_the_paragraph_mark_is_none() -> None:
    assert rich(p("a", mark=[e("w:b")])) == (Paragraph((Run("a"),)),)


def test_lists_are_told_by_their_numbering() -> None:
    body = [p("a", look="list=1"), p("b", look="list=2"), p("c", look="list=2"), p("d")]
    assert [(one.list, one.number) for one in rich(*body)] == [
        ("bullet", 0),
        ("number", 1),
        ("number", 2),
        ("", 0),
    ]


def test_lists_are_told_by_their_style_in_any_language() -> None:
    body = [
        p("x", look=f"pStyle={key}") for key in ("ListBullet", "Lijstopsomteken", "Lijstnummering")
    ]
    assert [one.list for one in rich(*body)] == ["bullet", "bullet", "number"]


def test_a_list_that_is_switched_off_or_has_no_marks_is_none() -> None:
    off = [p("a", look="pStyle=ListBullet list=0"), p("b", look="list=4"), p("c", look="list=99")]
    assert [one.list for one in rich(*off)] == ["", "", ""]


def test_a_numbered_heading_is_no_list_item() -> None:
    assert [one.list for one in rich(p("a", look="pStyle=Kop2"))] == [""]


def test_another_list_begins_at_one_again() -> None:
    body = [p("a", look="list=2"), p("b", look="list=3"), p("c"), p("d", look="list=3")]
    assert [one.number for one in rich(*body)] == [1, 1, 0, 1]


def test_a_list_that_does_not_begin_anew_counts_on() -> None:
    body = [p("a", look="list=3"), p("b", look="list=5"), p("c", look="list=2")]
    assert [one.number for one in rich(*body)] == [1, 2, 3]


def test_blank_paragraphs_are_left_out() -> None:
    assert rich(p("a"), p(), p(" "), p("b")) == (Paragraph((Run("a"),)), Paragraph((Run("b"),)))


def test_a_link_has_its_address() -> None:
    link = e("w:hyperlink", r("site"))
    link.set(f"{{{e('r:x').nsmap['r']}}}id", "r9")
    (one,) = rich(p("zie ", link, "."), links={"r9": "https://voorbeeld.nl"})
    assert one.runs == (Run("zie "), Run("site", url="https://voorbeeld.nl"), Run("."))


@pytest.mark.parametrize(
    ("instruction", "url"),
    [
        (' HYPERLINK "https://voorbeeld.nl" ', "https://voorbeeld.nl"),
        (' HYPERLINK "https://voorbeeld.nl" \\o "tip" \\t "_blank" ', "https://voorbeeld.nl"),
        (' HYPERLINK "https://voorbeeld.nl" \\l "plek"', "https://voorbeeld.nl#plek"),
        (" hyperlink https://voorbeeld.nl ", "https://voorbeeld.nl"),
        (' HYPERLINK "\\\\\\\\server\\\\map" ', "\\\\server\\map"),
        (' HYPERLINK \\l "plek"', ""),
        (" REF plek \\h", ""),
        ("", ""),
    ],
)
def test_a_field_code_is_a_link(instruction: str, url: str) -> None:
    assert runs(*field(instruction, "site"), ".")[0] == Run("site" if url else "site.", url=url)
    simple = e("w:fldSimple", "site", instr=instruction)
    assert runs(simple, ".")[0] == Run("site" if url else "site.", url=url)


def test_a_link_may_go_on_over_paragraphs() -> None:
    begin, code, separate, *result, end = field('HYPERLINK "u"', "a", "b")
    found = rich(p(begin, code, separate, result[0]), p(result[1], end, "c"))
    assert [one.runs for one in found] == [(Run("a", url="u"),), (Run("b", url="u"), Run("c"))]


def marked(found: Story, name: str) -> str:
    return found.text(*found.spans.bookmarks[name][0])


def test_a_bookmark_has_the_text_that_it_encloses() -> None:
    found = story(p("Naam: ", *bookmarked("een", "De Regenboog"), "."))
    assert marked(found, "een") == "De Regenboog"


def test_a_bookmark_around_blocks_has_them_all() -> None:
    found = story(bookmarked("een", p("a"), p("b", look="list=1")), p("na"))
    assert marked(found, "een") == "a\nb"
    assert [one.list for one in found.rich(*found.spans.bookmarks["een"][0])] == ["", "bullet"]


def test_a_bookmark_that_begins_again_under_other_numbers_is_one() -> None:
    first = p(e("w:bookmarkStart", id="1", name="een"), "a")
    second = p(e("w:bookmarkStart", id="2", name="een"), "b", e("w:bookmarkEnd", id="2"), "c")
    found = story(p("voor"), first, second)
    assert marked(found, "een") == "a\nb"


def test_equal_bookmarks_are_as_many_places() -> None:
    first, second = bookmarked("een", p("a")), bookmarked("een", p("c"))
    found = story(first, p("b"), second)
    assert [found.text(*one) for one in found.spans.bookmarks["een"]] == ["a", "c"]


def test_a_bookmark_from_within_a_list_item_knows_the_item() -> None:
    found = story(p(e("w:bookmarkStart", id="1", name="een"), "a", look="list=1"), p("b"))
    (first,) = story(p(*bookmarked("een", "a"), look="list=1")).rich(2, 4)
    assert first.list == "bullet"
    assert "een" not in found.spans.bookmarks  # it never ends


def test_a_bookmark_that_begins_inside_a_link_knows_the_link() -> None:
    begin, code, separate, result, end = field('HYPERLINK "u"', "a")
    marked = [e("w:bookmarkStart", id="1", name="een"), result, end, e("w:bookmarkEnd", id="1")]
    found = story(p("voor ", begin, code, separate, *marked))
    (first,) = found.rich(*found.spans.bookmarks["een"][0])
    assert first.runs == (Run("a", url="u"),)


def test_word_s_own_bookmarks_are_passed_over() -> None:
    assert story(p(*bookmarked("_GoBack", "a"))).spans.bookmarks == {}


def form(name: str, *content: Node) -> Node:
    data = e("w:ffData", e("w:name", val=name), *content)
    return r(e("w:fldChar", data, fldCharType="begin"))


def test_an_old_form_field_is_known_by_its_name() -> None:
    _begin, *rest = field("FORMTEXT", "De Regenboog")
    assert marked(story(p(form("een"), *rest)), "een") == "De Regenboog"


@pytest.mark.parametrize(("value", "glyph"), [("1", "☒"), ("0", "☐")])
def test_an_old_check_box_shows_its_state(value: str, glyph: str) -> None:
    begin = form("een", e("w:checkBox", e("w:default", val="0"), e("w:checked", val=value)))
    _begin, code, _separate, end = field("FORMCHECKBOX")
    assert marked(story(p(begin, code, end)), "een") == glyph


def test_an_old_drop_down_shows_its_choice() -> None:
    entries = [e("w:listEntry", val=one) for one in ("ja", "deels", "nee")]
    begin = form("een", e("w:ddList", e("w:result", val="1"), *entries))
    assert marked(story(p(begin, *field("FORMDROPDOWN")[1:])), "een") == "deels"


def grid(found: Story, number: int = 0) -> list[list[str]]:
    rows = found.merges.grid(found.spans.tables[number].rows())
    return [[found.text(one.start, one.end) if one else "-" for one in row] for row in rows]


def test_a_table_is_a_grid() -> None:
    found = story(p("voor"), tbl(tr("a", "b", header=True), tr("c", tc("d", "e"))), p("na"))
    assert grid(found) == [["a", "b"], ["c", "d\ne"]]
    assert found.merges.header_rows == {0}


def test_merged_cells_stand_in_all_their_places() -> None:
    wide = tr(tc("a", look="gridSpan=2"), "b")
    first = tr(tc("c", look="vMerge=restart"), "d", "e")
    second = tr(tc("", look="vMerge"), "f", "g")
    assert grid(story(tbl(wide, first, second))) == [
        ["a", "a", "b"],
        ["c", "d", "e"],
        ["c", "f", "g"],
    ]


def test_a_row_that_starts_later_has_empty_places() -> None:
    late = e("w:tr", e("w:trPr", e("w:gridBefore", val="1")), tc("b"))
    assert grid(story(tbl(tr("a", "b"), late))) == [["a", "b"], ["-", "b"]]


def test_a_merge_as_wide_as_the_world_is_cut() -> None:
    assert len(grid(story(tbl(tr(tc("a", look="gridSpan=999999999")))))[0]) == 64


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    found = story(tbl(tr(tc("a", tbl(tr("b", "c")), "d"), "e"), tr("f", "g")))
    assert grid(found, 0) == [["b", "c"]]
    assert grid(found, 1) == [["a\nb\nc\nd", "e"], ["f", "g"]]
    assert [one.depth for one in found.spans.tables] == [1, 0]


def test_controls_around_rows_and_cells_change_nothing_in_the_grid() -> None:
    body = tbl(sdt("a", tr("a", sdt("b", tc("b")))), sdt("c", tr("c", "d")))
    assert grid(story(body)) == [["a", "b"], ["c", "d"]]


def test_paragraphs_know_their_style_and_level() -> None:
    found = story(p("a", look="pStyle=Kop1"), tbl(tr("b")), p("c"))
    looks = [found.look(one.number) for one in found.spans.paragraphs]
    assert [(one.style, one.outline) for one in looks] == [("name of Kop1", 1), ("", 0), ("", 0)]
    assert [one.tables for one in found.spans.paragraphs] == [0, 1, 0]


def test_a_file_tells_its_properties() -> None:
    data = docx(p("x"), properties={"sop.model": "haaglanden"}, modified="2026-06-11T10:00:00Z")
    document = open_document(data)
    assert document.properties == {"sop.model": "haaglanden"}
    assert document.modified == "2026-06-11T10:00:00Z"
    assert not document.has_macros


def test_an_own_part_is_found_by_its_namespace() -> None:
    files = unzipped(docx(p("x")))
    files["customXml/item7.xml"] = b'<a xmlns="urn:ander">urn:een</a>'
    files["customXml/item9.xml"] = b'<a xmlns="urn:een"/>'
    document = open_document(zipped(files))
    assert find_xml_part(document, "urn:een") == b'<a xmlns="urn:een"/>'
    assert find_xml_part(document, "urn:twee") is None


def test_the_glossary_gives_the_prompts() -> None:
    part = e(
        "w:docPart",
        e("w:docPartPr", e("w:name", val="AB12")),
        e("w:docPartBody", p("Vul ", "in")),
    )
    glossary: dict[str, Iterable[Content]] = {"word/glossary/document.xml": [e("w:docParts", part)]}
    assert read_glossary(open_document(docx(p("x"), parts=glossary))) == {"AB12": "Vul in"}
