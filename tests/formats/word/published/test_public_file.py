"""The public Word file: what of a finished one goes over, and how."""

import pytest
from lxml import etree

from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.published.block_reading import read_public
from sop_templates.formats.word.published.blocks import (
    Block,
    Image,
    ParagraphBlock,
    TableBlock,
    Words,
)
from sop_templates.formats.word.published.guide import Guide, Loss, Meaning
from sop_templates.formats.word.published.public_file import About, make_public
from tests.support.publication import picture_run, png, text_of_parts, with_parts
from tests.support.word_xml import (
    bookmarked,
    br,
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
)

MEANINGS = {
    "Alleen voor bestuur": Meaning.LAST_PAGE,
    "Status": Meaning.PRIVATE,
    "Status: geheim": Meaning.PRIVATE_LINE,
    "Visie": Meaning.QUESTION,
    "Website": Meaning.QUESTION,
    "Hoofdstuk": Meaning.CHAPTER,
    "Waar het over gaat.": Meaning.INTRO,
    "Vul hier iets in.": Meaning.PROMPT,
}
GUIDE = Guide(
    tags=frozenset({"geheim"}),
    bookmarks=frozenset({"sop_geheim"}),
    known=frozenset({"visie", "website", "sop_visie", "tabel.a"}),
    meaning=lambda text: MEANINGS.get(text.strip(), Meaning.TEXT),
)
HEADINGS = {
    "word/styles.xml": [
        e(
            "w:style",
            e("w:name", val=f"heading {level}"),
            e("w:pPr", e("w:outlineLvl", val=str(level - 1))),
            type="paragraph",
            styleId=f"Heading{level}",
        )
        for level in (1, 2)
    ]
}


def public(*body: object, **more: object) -> tuple[bytes, Loss]:
    data = docx(*body, **more)  # type: ignore[arg-type]  # as docx takes them
    return make_public(open_document(data), GUIDE, About("Titel"))


def shown(*body: object, **more: object) -> list[str]:
    return [line for block in read_public(public(*body, **more)[0]).blocks for line in lines(block)]


def lines(block: Block) -> list[str]:
    match block:
        case ParagraphBlock():
            return [block.text]
        case TableBlock():
            return [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        case _:
            return [line for one in block.blocks for line in lines(one)]


def test_a_private_control_goes_with_its_question() -> None:
    assert shown("voor", "Status", sdt("geheim", p("x")), "na") == ["voor", "na"]


def test_words_typed_beside_a_private_control_go_too() -> None:
    assert shown("voor", p("Jan: ", sdt("geheim", r("x")), " en meer"), "na") == ["voor", "na"]


def test_a_row_with_a_private_control_goes() -> None:
    table = tbl(
        tr(tc(p("Status")), tc(p(sdt("geheim", r("x"))))), tr(tc(p("Kleur")), tc(p("rood")))
    )
    assert shown(table) == ["Kleur | rood"]


def test_only_the_private_cells_of_a_shared_row_go() -> None:
    table = tbl(
        tr(
            tc(p("Website")),
            tc(p(sdt("website", r("hier")))),
            tc(p("Status")),
            tc(p(sdt("geheim", r("x")))),
        )
    )
    assert shown(table) == ["Website | hier |  | "]


def test_what_a_private_bookmark_stands_around_goes() -> None:
    assert shown("voor", bookmarked("sop_geheim", p("een"), p("twee")), "na") == ["voor", "na"]


def test_a_private_question_goes_with_all_below_it_until_the_next() -> None:
    assert shown("voor", "Status", "een", "twee", "Visie", "tekst") == ["voor", "Visie", "tekst"]


def test_a_private_question_ends_at_a_heading() -> None:
    heading = p("Eigen kop", look="pStyle=Heading2")
    assert shown("Status", "een", heading, "tekst", parts=HEADINGS) == ["Eigen kop", "tekst"]


def test_a_private_line_goes_alone() -> None:
    assert shown("voor", "Status: geheim", "na") == ["voor", "na"]


def test_a_column_that_is_headed_by_a_private_word_stays() -> None:
    table = tbl(
        tr(tc(p("Naam")), tc(p("Status")), tc(p("Uitleg"))), tr(tc(p("a")), tc(p("b")), tc(p("c")))
    )
    assert shown(table) == ["Naam | Status | Uitleg", "a | b | c"]


def test_all_from_the_last_page_on_goes() -> None:
    assert shown("voor", "Alleen voor bestuur", tbl(tr(tc(p("x")))), "y") == ["voor"]


def test_the_paper_of_the_text_before_the_last_page_stays() -> None:
    wide = e("w:sectPr", e("w:pgSz", w="100", h="200"))
    ends = p("Alleen voor bestuur")
    ends.insert(0, e("w:pPr", wide))
    made, _ = public("voor", ends, "x", e("w:sectPr", e("w:pgSz", w="1", h="2")))
    body = etree.fromstring(unzipped(made)["word/document.xml"])
    [size] = body.iter(qn("w:pgSz"))
    assert size.get(qn("w:w")) == "100"


def test_prompts_go_by_flag_and_by_words() -> None:
    flagged = sdt("visie", p("Klik hier"))
    flagged[0].append(e("w:showingPlcHdr"))
    assert shown("voor", flagged, p("Vul hier iets in."), "na") == ["voor", "na"]


def test_a_question_without_an_answer_goes_and_so_does_its_chapter() -> None:
    chapter = p("Hoofdstuk", look="pStyle=Heading1")
    question = p("Visie", look="pStyle=Heading2")
    empty = [chapter, p("Waar het over gaat."), question, p()]
    assert shown("voor", *empty, parts=HEADINGS) == ["voor"]


def test_a_question_with_a_heading_of_the_school_below_it_stays() -> None:
    parts = [p("Visie", look="pStyle=Heading1"), p("Eigen", look="pStyle=Heading2"), "tekst"]
    assert shown(*parts, parts=HEADINGS) == ["Visie", "Eigen", "tekst"]


def test_empty_rows_of_asked_tables_go_and_those_of_own_tables_stay() -> None:
    asked = tbl(tr(tc(p("a")), tc(p(sdt("tabel.a", r("")))))), tbl(tr(tc(p("b")), tc(p())))
    assert shown("voor", *asked) == ["voor", "b | "]


def test_traces_of_work_go() -> None:
    change = e("w:ins", r("nieuw"), author="JANNAAM", date="2026-01-01T00:00:00Z", id="1")
    comment = r(e("w:commentReference", id="0"))
    parts = {"word/footnotes.xml": [e("w:footnote", p("noot"), id="2")]}
    made, _ = public(p("oud ", deleted("weg"), change, comment, look="rsid=1"), parts=parts)
    assert [
        block.text for block in read_public(made).blocks if isinstance(block, ParagraphBlock)
    ] == ["oud nieuw"]
    assert "JANNAAM" not in text_of_parts(made)
    assert "comment" not in text_of_parts(made)


def test_text_that_a_style_hides_goes() -> None:
    hidden = e(
        "w:style",
        e("w:name", val="Stil"),
        e("w:rPr", e("w:vanish")),
        type="character",
        styleId="Stil",
    )
    based = e("w:style", e("w:basedOn", val="Stil"), type="paragraph", styleId="Stiller")
    body = [p("zicht", r("baar", look="rStyle=Stil")), p("weg", look="pStyle=Stiller")]
    assert shown(*body, parts={"word/styles.xml": [hidden, based]}) == ["zicht"]


def test_links_keep_safe_addresses_only() -> None:
    body = [
        p(e("w:hyperlink", r("goed"))),
        p(e("w:hyperlink", r("fout"))),
        p(*field('HYPERLINK "https://veld.example/a"', r("veld"))),
        p(*field('HYPERLINK "javascript:1"', r("slecht"))),
    ]
    for block, key in zip(body[:2], ("l1", "l2"), strict=True):
        block[0].set(qn("r:id"), key)
    links = {"l1": "https://goed.example", "l2": "file:///c:/a"}
    made, loss = public(*body, links=links)
    found = [
        (one.text, one.url)
        for block in read_public(made).blocks
        if isinstance(block, ParagraphBlock)
        for one in block.content
        if isinstance(one, Words)
    ]
    assert found == [
        ("goed", "https://goed.example"),
        ("fout", ""),
        ("veld", "https://veld.example/a"),
        ("slecht", ""),
    ]
    assert sorted(loss.links) == ["file:///c:/a", "javascript:1"]


def test_page_numbers_stay_fields_and_others_become_text() -> None:
    footer = [p(*field("PAGE", r("1")), " ", *field("DOCPROPERTY Geheim", r("uitkomst")))]
    ends = e("w:sectPr", e("w:footerReference", type="default"))
    ends[0].set(qn("r:id"), "r0")
    made, _ = public("tekst", ends, parts={"word/footer1.xml": footer})
    [name] = [name for name in unzipped(made) if name.startswith("word/footer")]
    text = unzipped(made)[name].decode()
    assert "PAGE" in text
    assert "uitkomst" in text
    assert "DOCPROPERTY" not in text


def test_pictures_are_really_cut_and_named() -> None:
    parts = {"word/media/a.png": png(100, 50)}
    data = with_parts(
        docx(p(picture_run("a", "een plein", crop="50000 0"))),
        parts,
        {"a": ("image", "media/a.png", False)},
    )
    made, loss = make_public(open_document(data), GUIDE, About("T"))
    [block] = read_public(made).blocks
    assert isinstance(block, ParagraphBlock)
    [image] = block.content
    assert isinstance(image, Image)
    assert (image.words, image.picture.width, image.width) == ("een plein", 50, 200)
    assert "srcRect" not in text_of_parts(made)
    assert (loss.pictures, loss.unnamed) == (0, 0)


def test_a_picture_without_words_and_one_that_is_not_there_are_counted() -> None:
    parts = {"word/media/a.png": png()}
    body = docx(p(picture_run("a")), p(picture_run("weg")))
    _, loss = make_public(
        open_document(with_parts(body, parts, {"a": ("image", "media/a.png", False)})),
        GUIDE,
        About("T"),
    )
    assert (loss.unnamed, loss.pictures) == (1, 1)


def test_text_boxes_are_shown_once() -> None:
    assert shown(p("bij", text_box(p("kader")))) == ["bij", "kader"]


def test_notes_are_read_in_the_order_of_their_references() -> None:
    notes = [e("w:footnote", p("tweede"), id="5"), e("w:footnote", p("eerste"), id="6")]
    refs = [r(e("w:footnoteReference", id="6")), r(e("w:footnoteReference", id="5"))]
    made, _ = public(p("tekst", *refs), parts={"word/footnotes.xml": notes})
    assert [lines(block[0]) for block in read_public(made).notes] == [["eerste"], ["tweede"]]


def test_a_line_break_stays_and_a_page_break_is_no_text() -> None:
    made, _ = public(p(r("een", br(), "twee"), r(e("w:br", type="page"))))
    [block] = read_public(made).blocks
    assert isinstance(block, ParagraphBlock)
    assert block.text == "een\ntwee"


@pytest.mark.parametrize(
    "part",
    ["word/comments.xml", "customXml/item1.xml", "word/vbaProject.bin", "docProps/custom.xml"],
)
def test_parts_that_are_not_named_do_not_come_along(part: str) -> None:
    made, _ = make_public(
        open_document(with_parts(docx("tekst"), {part: b"<a>GEHEIM</a>"}, {})), GUIDE, About("T")
    )
    assert part not in unzipped(made)
    assert "GEHEIM" not in text_of_parts(made)


def test_the_file_says_its_title_and_that_it_is_dutch() -> None:
    made, _ = public("tekst", parts=HEADINGS)
    files = unzipped(made)
    assert b"<dc:title>Titel</dc:title>" in files["docProps/core.xml"]
    assert b'w:lang w:val="nl-NL"' in files["word/styles.xml"]


def test_the_same_file_gives_the_same_bytes() -> None:
    assert public("tekst")[0] == public("tekst")[0]
