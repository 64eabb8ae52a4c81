"""Writing at a bookmark, where controls have lost their tags or are gone: as LibreOffice leaves files."""

import pytest
from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import AnswerChange, Obstacle
from sop_templates.formats.word.values import DateText, LinkText, ProseText
from sop_templates.richtext_markup import parse
from tests.support.changed_files import changed, word_file, written
from tests.support.small_templates import part, texts
from tests.support.word_xml import bookmarked, e, p, r, sdt, tbl, tc, tr

NAME = "b_x"
CHANGE = AnswerChange("v.x", NAME, "nieuw")
PROSE = ProseText(parse("een\n\ntwee [drie](https://a.nl)"))


def start(number: str = "1") -> etree._Element:
    return e("w:bookmarkStart", id=number, name=NAME)


def end(number: str = "1") -> etree._Element:
    return e("w:bookmarkEnd", id=number)


def marks(root: etree._Element) -> list[tuple[str, str]]:
    """The starts and ends of bookmarks, with their numbers."""
    found = root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
    return [(etree.QName(one).localname, one.get(qn("w:id"), "")) for one in found]


PAIR = [("bookmarkStart", "1"), ("bookmarkEnd", "1")]


@pytest.mark.parametrize(
    "body",
    [
        p("Vraag: ", *bookmarked(NAME, "oud")),  # no control at all
        p("Vraag: ", *bookmarked(NAME, sdt("", r("oud")))),  # a control that lost its tag
        p("Vraag: ", sdt("", start(), r("oud")), end()),  # as LibreOffice saves it
        p("Vraag: ", *bookmarked(NAME)),  # nothing in it
        p("Vraag: ", *bookmarked(NAME, sdt("", r("Vul hier iets in."), prompt=True))),
    ],
)
def test_a_text_is_written_between_start_and_end(body: etree._Element) -> None:
    root = written(word_file(body, p("daarna")), "nieuw", bookmark=NAME)
    assert texts(root) == "Vraag: nieuw¶daarna¶"
    assert marks(root) == PAIR
    assert next(root.iter(qn("w:showingPlcHdr")), None) is None


@pytest.mark.parametrize(
    "body",
    [
        bookmarked(NAME, p("oud"), p("en ouder")),  # around paragraphs
        bookmarked(NAME, sdt("", p("oud"), p("en ouder"))),
        [p(sdt("", start(), r("oud"))), p("ouder"), p(start("2"), "oudst", end("2"))],
        [p(start(), "oud"), p("ouder", end())],
        [p(sdt("", start(), r("oud")), end())],
    ],
)
def test_prose_takes_the_place_of_paragraphs(body: list[etree._Element]) -> None:
    root = written(word_file(p("ervoor"), body, p("erna")), PROSE, bookmark=NAME)
    assert texts(root) == "ervoor¶een¶twee drie¶erna¶"
    assert marks(root) == PAIR


def test_prose_of_one_paragraph_stays_in_its_control() -> None:
    body = p(sdt("", start(), r("oud")), end())
    root = written(word_file(body), ProseText(parse("nieuw")), bookmark=NAME)
    (control,) = root.iter(qn("w:sdt"))
    assert texts(root) == "nieuw¶"
    assert control.getparent() is not None


def test_looks_of_runs_and_paragraphs_stay() -> None:
    body = p(start(), r("oud", look="color=FF0000"), end(), look="jc=both")
    root = written(word_file(body), "nieuw", bookmark=NAME)
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:color"), qn("w:jc"))] == [
        "both",
        "FF0000",
    ]


def test_dates_and_links_are_written_without_a_control() -> None:
    body = p(*bookmarked(NAME, "oud"))
    assert (
        texts(written(word_file(body), DateText("1 mei 2026", "2026-05-01"), bookmark=NAME))
        == "1 mei 2026¶"
    )
    made = changed(word_file(body), AnswerChange("v.x", NAME, LinkText("site", "https://a.nl")))
    (link,) = part(made.data).iter(qn("w:hyperlink"))
    targets = {
        one.get("Id"): one.get("Target") for one in part(made.data, "word/_rels/document.xml.rels")
    }
    assert targets[link.get(qn("r:id"))] == "https://a.nl"


def test_words_beside_the_answer_stay_where_paragraphs_would_go() -> None:
    body = [p("Vraag: ", start(), "oud"), p("ouder", end())]
    made = changed(word_file(body), AnswerChange("v.x", NAME, PROSE))
    assert made.refused == {"v.x": Obstacle.CONTENT}


def test_another_bookmark_in_the_answer_stays() -> None:
    body = [
        p(start(), e("w:bookmarkStart", id="9", name="ander"), "oud"),
        p(e("w:bookmarkEnd", id="9"), "ouder", end()),
    ]
    root = written(word_file(body), PROSE, bookmark=NAME)
    assert sorted(marks(root)) == sorted([*PAIR, ("bookmarkStart", "9"), ("bookmarkEnd", "9")])


@pytest.mark.parametrize(
    "content",
    [e("w:ins", r("meer"), id="5", author="x"), e("w:r", e("w:commentReference", id="1"))],
)
def test_changes_and_comments_are_in_the_way(content: etree._Element) -> None:
    made = changed(word_file(p(*bookmarked(NAME, "oud", content))), CHANGE)
    assert set(made.refused) == {"v.x"}


def test_a_bookmark_over_paragraphs_of_different_places_is_no_answer() -> None:
    body = [p(start(), "oud"), tbl(tr(tc(p("cel", end()))))]
    assert changed(word_file(body), CHANGE).refused == {"v.x": Obstacle.CONTENT}


def test_neither_control_nor_bookmark_is_no_place() -> None:
    assert changed(word_file(p("oud")), CHANGE).refused == {"v.x": Obstacle.NO_PLACE}


def test_an_answer_found_by_its_bookmark_is_not_written_in_an_empty_control() -> None:
    body = p(*bookmarked(NAME, sdt("v.x"), "oud"))
    made = changed(word_file(body), AnswerChange("v.x", NAME, "nieuw", by_bookmark=True))
    assert made.refused == {"v.x": Obstacle.CONTENT}
