"""Rows of a list become others: what says the same is not touched, rows are copied in their own looks."""

import pytest
from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import Obstacle
from tests.support.changed_files import changed, file_of, rows, table_texts, word_file
from tests.support.small_templates import control, part, row, run, table
from tests.support.word_editing import edited
from tests.support.word_validity import assert_valid
from tests.support.word_xml import bookmarked, e, p, r, sdt, tbl, tc, tr

HEAD = row(run("Wat"), run("Wie"))
ITEM = row(
    control(run("{{ row.wat }}"), kind="<w:text/>", tag="v.rijen.wat", number=21),
    control(run("{{ row.wie }}"), kind="<w:text/>", tag="v.rijen.wie", number=22),
)
SECTION = (
    '<w:sdt><w:sdtPr><w:tag w:val="v.rijen"/><w:id w:val="20"/><w15:repeatingSection/></w:sdtPr>'
    f"<w:sdtContent>{row(run('{%tr for row in v.rijen %}'), '')}"
    '<w:sdt><w:sdtPr><w:id w:val="23"/><w15:repeatingSectionItem/></w:sdtPr>'
    f"<w:sdtContent>{ITEM}</w:sdtContent></w:sdt>{row(run('{%tr endfor %}'), '')}</w:sdtContent></w:sdt>"
)
BODY = table(HEAD, SECTION, columns=2) + "<w:p/>"
A, B, C, D = [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")]

Cells = tuple[str | None, str | None]


def with_rows(*cells: Cells) -> bytes:
    """A file whose list has these rows, in a repeating section."""
    values = [{"wat": wat, "wie": wie} for wat, wie in cells or [(None, None)]]
    return file_of(BODY, rijen=values)


def flat(*cells: tuple[str, str]) -> bytes:
    """A file whose list is a plain table with a bookmark, as LibreOffice leaves it."""
    lines = [tr(tc(p(sdt("", r(wat)))), tc(p(r(wie)))) for wat, wie in cells]
    head = tr(tc(p(e("w:bookmarkStart", id="1", name="b_rijen"), "Wat")), "Wie", header=True)
    return word_file(tbl(head, *lines), p(e("w:bookmarkEnd", id="1")))


def shown(data: bytes) -> list[Cells]:
    return [(wat, wie) for wat, wie in table_texts(part(data))[1:]]


CASES = [
    ([A], [B]),
    ([A], [A, B, C]),
    ([A, B, C], [B]),
    ([A, B, C], [A, C]),
    ([B, C], [A, B, C]),
    ([A, B, C, D], [D, A]),
    ([A, A, A], [B, A]),
]


@pytest.mark.parametrize(("old", "new"), CASES)
def test_rows_of_a_section_become_others(old: list[Cells], new: list[Cells]) -> None:
    made = changed(with_rows(*old), rows(*new))
    assert made.refused == {}
    assert shown(made.data) == new
    assert_valid(made.data, audit=False)


@pytest.mark.parametrize(("old", "new"), CASES)
def test_rows_of_a_plain_table_become_others(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    made = changed(flat(*old), rows(*new))
    assert made.refused == {}
    assert shown(made.data) == new


def test_a_blank_row_takes_the_first_answer() -> None:
    made = changed(with_rows(), rows(A, B))
    assert shown(made.data) == [A, B]
    assert next(part(made.data).iter(qn("w:showingPlcHdr")), None) is None


def test_an_empty_cell_shows_its_prompt() -> None:
    made = changed(with_rows(A), rows(("b", None), ("c", None)))
    assert shown(made.data) == [("b", "Vul hier iets in."), ("c", "Vul hier iets in.")]
    assert len(list(part(made.data).iter(qn("w:showingPlcHdr")))) == 2


def test_rows_are_items_of_the_section_each_with_its_own_numbers() -> None:
    made = changed(with_rows(A), rows(A, B, C))
    items = list(part(made.data).iter(qn("w15:repeatingSectionItem")))
    numbers = [one.get(qn("w:val")) for one in part(made.data).iter(qn("w:id"))]
    assert len(items) == 3
    assert len(set(numbers)) == len(numbers)


def test_rows_that_say_the_same_are_not_touched() -> None:
    def colour(root: etree._Element) -> None:
        for one in root.iter(qn("w:tr")):
            if "b" in "".join(text.text or "" for text in one.iter(qn("w:t"))):
                next(one.iter(qn("w:tcPr"))).append(e("w:shd", fill="FFFF00", val="clear"))

    before = edited(with_rows(A, B, C), colour)
    root = part(changed(before, rows(B, D)).data)
    shaded = next(
        one for one in root.iter(qn("w:tr")) if next(one.iter(qn("w:shd")), None) is not None
    )
    assert [one.text for one in shaded.iter(qn("w:t"))] == ["b", "2"]


def test_a_new_row_has_the_looks_of_the_one_above() -> None:
    lines = tr(tc(p(r("a", look="color=FF0000"), look="jc=center"), look="noWrap"), tc(p("1")))
    before = word_file(*bookmarked("b_rijen", tbl(tr("Wat", "Wie"), lines)), p())
    root = part(changed(before, rows(A, B)).data)
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:color"))] == ["FF0000", "FF0000"]
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:jc"))] == ["center", "center"]
    assert len(list(root.iter(qn("w:noWrap")))) == 2


def test_a_copy_has_no_bookmark_no_picture_and_no_number_of_another() -> None:
    start, stop = e("w:bookmarkStart", id="7", name="ander"), e("w:bookmarkEnd", id="7")
    line = tr(tc(p(start, "a", stop, e("w:r", e("w:drawing")))), tc(p("1")))
    line.set(qn("w14:paraId"), "0A0B0C0D")
    before = word_file(*bookmarked("b_rijen", tbl(tr("Wat", "Wie"), line)), p())
    root = part(changed(before, rows(A, B)).data)
    assert len(list(root.iter(qn("w:drawing")))) == 1
    assert [one.get(qn("w:name")) for one in root.iter(qn("w:bookmarkStart"))] == [
        "b_rijen",
        "ander",
    ]
    assert [one.get(qn("w14:paraId")) for one in root.iter(qn("w:tr"))] == [None, "0A0B0C0D", None]


def test_a_bookmark_that_ends_in_a_row_that_goes_ends_in_the_one_above() -> None:
    lines = [tr(tc(p("a")), tc(p("1"))), tr(tc(p("b")), tc(p("2", e("w:bookmarkEnd", id="1"))))]
    head = tr(tc(p(e("w:bookmarkStart", id="1", name="b_rijen"), "Wat")), "Wie")
    root = part(changed(word_file(tbl(head, *lines), p()), rows(A)).data)
    (end,) = root.iter(qn("w:bookmarkEnd"))
    assert "1" in "".join(
        text.text or "" for text in next(end.iterancestors(qn("w:tr"))).iter(qn("w:t"))
    )


MERGED = tr(tc(p("b"), look="vMerge=restart"), tc(p("2")))
COMMENT = e("w:r", e("w:commentReference", id="1"))


@pytest.mark.parametrize(
    ("lines", "obstacle"),
    [
        ([], Obstacle.TABLE),  # no row to copy
        ([MERGED], Obstacle.TABLE),
        ([tr("b")], Obstacle.TABLE),  # a cell is missing
        ([tr(tc(p("b", COMMENT)), "2")], Obstacle.COMMENTS),
        ([tr(tc(p("b", e("w:ins", r("x"), id="1", author="x"))), "2")], Obstacle.TRACKED),
        ([tr(tc(p("b"), tbl(tr("x")), p()), "2")], Obstacle.CONTENT),
    ],
)
def test_what_would_be_lost_is_in_the_way(lines: list[etree._Element], obstacle: Obstacle) -> None:
    before = word_file(*bookmarked("b_rijen", tbl(tr("Wat", "Wie"), *lines)), p())
    assert changed(before, rows(A)).refused == {"v.rijen": obstacle}


def test_a_row_that_was_deleted_but_not_accepted_is_in_the_way() -> None:
    line = tr("b", "2")
    line.insert(0, e("w:trPr", e("w:del", id="1", author="x")))
    before = word_file(*bookmarked("b_rijen", tbl(tr("Wat", "Wie"), line)), p())
    assert changed(before, rows(A)).refused == {"v.rijen": Obstacle.TRACKED}


def test_a_comment_in_a_row_that_stays_is_not_in_the_way() -> None:
    before = word_file(
        *bookmarked("b_rijen", tbl(tr("Wat", "Wie"), tr(tc(p("a", COMMENT)), "1"), tr("b", "2"))),
        p(),
    )
    made = changed(before, rows(A, C))
    assert made.refused == {}
    assert shown(made.data) == [A, C]
    assert next(part(made.data).iter(qn("w:commentReference")), None) is not None


def test_a_table_that_was_cut_in_two_is_in_the_way() -> None:
    tables = [tbl(tr("Wat", "Wie"), tr(*one)) for one in (A, B)]
    before = word_file(*bookmarked("b_rijen", tables[0], p(), tables[1]), p())
    assert changed(before, rows(A)).refused == {"v.rijen": Obstacle.TABLE}


def test_columns_that_were_moved_are_found_by_their_header() -> None:
    before = word_file(*bookmarked("b_rijen", tbl(tr("Wie", "Wat"), tr("1", "a"))), p())
    made = changed(before, rows(A, B))
    assert table_texts(part(made.data)) == [["Wie", "Wat"], ["1", "a"], ["2", "b"]]
