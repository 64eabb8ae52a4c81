"""What must not be destroyed stands in the way: nothing of that answer is written, anywhere."""

from collections.abc import Callable

import pytest
from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import AnswerChange, Obstacle
from sop_templates.formats.word.values import ProseText
from sop_templates.richtext_markup import parse
from tests.support.changed_files import changed, file_of, with_change
from tests.support.small_templates import control, paragraph, part, run, texts
from tests.support.word_xml import e, p, r, sdt, t, tbl, tr

BLOCK = control(paragraph(run("{{ v.x }}")), tag="v.x")
BEFORE = file_of(BLOCK, x=ProseText(parse("oud")))
CHANGE = AnswerChange("v.x", "", ProseText(parse("nieuw")))

Put = Callable[[etree._Element], None]


def beside(*made: etree._Element) -> Put:
    """Puts something into the paragraph of a control."""
    return lambda one: next(one.iter(qn("w:p"))).extend(made)


def inside(made: etree._Element) -> Put:
    """Puts something into a control, after its paragraph."""
    return lambda one: one[-1].append(made)


def in_run_look(made: etree._Element) -> Put:
    def put(one: etree._Element) -> None:
        look = e("w:rPr", made)
        next(one.iter(qn("w:r"))).insert(0, look)

    return put


@pytest.mark.parametrize(
    ("put", "obstacle"),
    [
        (beside(e("w:ins", r("meer"), id="1", author="x")), Obstacle.TRACKED),
        (beside(e("w:del", e("w:r", e("w:delText")), id="1", author="x")), Obstacle.TRACKED),
        (in_run_look(e("w:rPrChange", e("w:rPr"), id="1", author="x")), Obstacle.TRACKED),
        (beside(e("w:moveToRangeStart", id="1")), Obstacle.TRACKED),
        (beside(e("w:commentRangeStart", id="1")), Obstacle.COMMENTS),
        (beside(e("w:r", e("w:commentReference", id="1"))), Obstacle.COMMENTS),
        (beside(e("w:r", e("w:drawing"))), Obstacle.CONTENT),
        (beside(e("w:r", e("w:footnoteReference", id="1"))), Obstacle.CONTENT),
        (inside(tbl(tr("cel"))), Obstacle.CONTENT),
        (inside(p(sdt("v.ander", r("een ander veld")))), Obstacle.CONTENT),
        (in_run_look(e("w:vanish")), Obstacle.CONTENT),
        (beside(e("w:fldSimple", r("3"), instr=" PAGE ")), Obstacle.CONTENT),
    ],
)
def test_what_would_be_lost_is_in_the_way(put: Put, obstacle: Obstacle) -> None:
    before = with_change(BEFORE, "v.x", put)
    made = changed(before, CHANGE)
    assert made.refused == {"v.x": obstacle}
    assert etree.tostring(part(made.data)) == etree.tostring(part(before))


@pytest.mark.parametrize(
    "put",
    [
        beside(e("w:proofErr", type="spellStart")),
        beside(e("w:r", e("w:br"), t("regel"))),
        beside(e("w:fldSimple", r("site"), instr=' HYPERLINK "https://a.nl" ')),
        inside(p("nog een alinea")),
        inside(p(sdt("", r("een veld dat niets heet")))),
    ],
)
def test_what_is_an_answer_s_is_not_in_the_way(put: Put) -> None:
    made = changed(with_change(BEFORE, "v.x", put), CHANGE)
    assert made.refused == {}
    assert texts(part(made.data)) == "nieuw¶"


def test_a_control_in_an_insertion_that_nobody_accepted_is_in_the_way() -> None:
    line = paragraph(control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))

    def insert(one: etree._Element) -> None:
        around = e("w:ins", id="1", author="x")
        one.addprevious(around)
        around.append(one)

    made = changed(with_change(file_of(line, x="oud"), "v.x", insert), AnswerChange("v.x", "", "a"))
    assert made.refused == {"v.x": Obstacle.TRACKED}


def test_a_deleted_control_is_no_place() -> None:
    line = paragraph(control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))

    def delete(one: etree._Element) -> None:
        around = e("w:del", id="1", author="x")
        one.addprevious(around)
        around.append(one)

    made = changed(with_change(file_of(line, x="oud"), "v.x", delete), AnswerChange("v.x", "", "a"))
    assert made.refused == {"v.x": Obstacle.NO_PLACE}


def test_one_copy_with_an_obstacle_keeps_the_other_as_it_is() -> None:
    line = paragraph(control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))
    header = paragraph(control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x", number=9))
    before = file_of(line, header=header, x="oud")
    commented = with_change(
        before, "v.x", lambda one: one[-1].append(e("w:commentRangeEnd", id="1"))
    )
    made = changed(commented, AnswerChange("v.x", "", "nieuw"))
    assert made.refused == {"v.x": Obstacle.COMMENTS}
    assert texts(part(made.data, "word/header1.xml")) == "oud¶"


def test_comments_and_changes_elsewhere_are_not_in_the_way() -> None:
    line = paragraph(run("Vraag: "), control(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))

    def comment(one: etree._Element) -> None:
        one.addprevious(e("w:commentRangeStart", id="1"))
        one.addnext(e("w:commentRangeEnd", id="1"))
        one.addprevious(e("w:ins", r("dus "), id="2", author="x"))

    made = changed(
        with_change(file_of(line, x="oud"), "v.x", comment), AnswerChange("v.x", "", "nieuw")
    )
    assert made.refused == {}
    names = [etree.QName(one).localname for one in next(part(made.data).iter(qn("w:p")))]
    assert names == ["r", "commentRangeStart", "ins", "sdt", "commentRangeEnd"]
