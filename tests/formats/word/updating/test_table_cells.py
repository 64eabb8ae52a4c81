"""Cells of fixed rows: by their control, else by the label of the row and the header of the column."""

import pytest

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import Obstacle
from tests.support.changed_files import cell, changed, table_texts, word_file
from tests.support.small_templates import part
from tests.support.word_xml import bookmarked, e, p, r, sdt, tbl, tc, tr

HEAD = ["Onderdeel", "Wat", "Wie"]


def with_table(*lines: object) -> bytes:
    return word_file(*bookmarked("b_rijen", tbl(tr(*HEAD), *lines)), p())  # type: ignore[arg-type] # rows


def test_a_cell_is_found_by_its_control_wherever_it_stands() -> None:
    data = with_table(tr("Iets anders", tc(p(sdt("v.rijen.rust.wat", r("oud")))), "x"))
    made = changed(data, cell("rust", "wat", "nieuw"))
    assert table_texts(part(made.data))[1] == ["Iets anders", "nieuw", "x"]


@pytest.mark.parametrize(
    "old",
    [p("oud"), p(sdt("", r("oud"))), sdt("", p(sdt("", r("oud")))), p(), p(r("oud", look="b"))],
)
def test_a_cell_without_tag_is_found_by_label_and_header(old: object) -> None:
    data = with_table(tr("Rust", tc(old), "x"), tr("Hulp", "y", "z"))  # type: ignore[arg-type] # an element
    made = changed(data, cell("rust", "wat", "nieuw"), cell("hulp", "wie", "wij"))
    assert made.refused == {}
    assert table_texts(part(made.data)) == [HEAD, ["Rust", "nieuw", "x"], ["Hulp", "y", "wij"]]


def test_a_subheading_above_the_rows_is_passed_over() -> None:
    data = with_table(tr(tc(p("Groep"), look="gridSpan=3")), tr("Rust", "oud", "x"))
    made = changed(data, cell("rust", "wie", "nieuw"))
    assert table_texts(part(made.data))[2] == ["Rust", "oud", "nieuw"]


def test_the_look_of_a_plain_cell_stays() -> None:
    data = with_table(tr("Rust", tc(p(r("oud", look="i"), look="jc=center")), "x"))
    root = part(changed(data, cell("rust", "wat", "nieuw")).data)
    assert len(list(root.iter(qn("w:i")))) == 1
    assert len(list(root.iter(qn("w:jc")))) == 1


@pytest.mark.parametrize(
    ("content", "obstacle"),
    [
        (p(sdt("v.rijen.rust.wat", r("oud")), " en meer"), Obstacle.CONTENT),
        (p(sdt("v.rijen.rust.wat", r("oud")), e("w:r", e("w:drawing"))), Obstacle.CONTENT),
        (p("oud", e("w:r", e("w:commentReference", id="1"))), Obstacle.COMMENTS),
        (p(sdt("v.ander", r("oud"))), Obstacle.CONTENT),
    ],
)
def test_words_beside_the_field_and_the_like_are_in_the_way(
    content: object, obstacle: Obstacle
) -> None:
    data = with_table(tr("Rust", tc(content), "x"))  # type: ignore[arg-type] # an element
    assert changed(data, cell("rust", "wat", "nieuw")).refused == {"v.rijen.rust.wat": obstacle}


@pytest.mark.parametrize("lines", [[tr("Hulp", "y", "z")], [tr("Rust")]])
def test_a_row_or_cell_that_is_gone_is_no_place(lines: list[object]) -> None:
    made = changed(with_table(*lines), cell("rust", "wat", "nieuw"))
    assert made.refused == {"v.rijen.rust.wat": Obstacle.NO_PLACE}
