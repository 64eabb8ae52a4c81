"""About how many pages a file takes is told from its words, rows and pictures, near to what LibreOffice counts."""

from pathlib import Path

import pytest

from sop_templates.formats.office_runs import Source
from sop_templates.formats.page_counts import count_pages
from sop_templates.formats.word.names import element
from sop_templates.formats.word.page_estimate import estimate_pages
from tests.support import libreoffice
from tests.support.word_xml import Node, docx, e, p, r

SAMPLES = sorted((Path(__file__).parents[3] / "samples/regenboogbestuur/word").glob("*.docx"))
LINE = "Onze school is er voor ieder kind. "
INCH = 1440


def pages(*body: Node) -> int:
    return estimate_pages(docx(*body))


def page_end() -> Node:
    return p(r(e("w:br", type="page")))


def picture(points: int) -> Node:
    return p(r(element("wp:extent", {"cx": "1", "cy": str(points * 12_700)})))


def row(*cells: str) -> Node:
    return e("w:tr", *(e("w:tc", p(one)) for one in cells))


def test_an_empty_document_is_a_page() -> None:
    assert pages() == 1


def test_more_words_take_more_pages() -> None:
    few, more, most = (pages(*[p(LINE * 60) for _ in range(count)]) for count in (1, 4, 16))
    assert few == 1
    assert 1 < more < 4
    assert 3 * more < most < 5 * more


def test_a_page_break_begins_a_page() -> None:
    assert pages(p("een"), page_end(), p("twee"), page_end(), p("drie")) == 3


def test_a_picture_takes_its_height() -> None:
    assert pages(picture(500), picture(500), picture(100)) == 2
    assert pages(picture(2000)) == 3


def test_a_row_is_as_high_as_its_fullest_cell() -> None:
    grid = e("w:tblGrid", e("w:gridCol", w="1000"), e("w:gridCol", w="8000"))
    narrow = pages(e("w:tbl", grid, *[row(LINE * 10, "x") for _ in range(5)]))
    wide = pages(e("w:tbl", grid, *[row("x", LINE * 10) for _ in range(5)]))
    assert narrow > wide == 1


def test_rows_in_controls_count_once_and_nested_tables_with_their_cell() -> None:
    inner = e("w:tbl", *[row("regel") for _ in range(60)])
    nested = e("w:tbl", e("w:tr", e("w:tc", inner, p())))
    held = e("w:tbl", e("w:sdt", e("w:sdtContent", *[row("regel") for _ in range(60)])))
    assert pages(nested) == pages(held) == pages(inner) == 2


def test_text_that_is_gone_takes_no_room() -> None:
    assert pages(p(e("w:del", r(LINE * 500)), "blijft")) == 1


def test_a_style_tells_size_and_room_also_by_the_style_below_it() -> None:
    big = e(
        "w:style",
        e("w:pPr", e("w:spacing", before="600", line="480")),
        e("w:rPr", e("w:sz", val="44")),
        type="paragraph",
        styleId="Groot",
    )
    on_it = e("w:style", e("w:basedOn", val="Groot"), type="paragraph", styleId="Ook")
    loop = e("w:style", e("w:basedOn", val="Rond"), type="paragraph", styleId="Rond")
    body = [p(LINE * 5, look="pStyle=Ook") for _ in range(10)]
    assert estimate_pages(docx(*body, parts={"word/styles.xml": [big, on_it, loop]})) > 2 * pages(
        *body
    )


@pytest.mark.parametrize("size", ["-5", "0", "9" * 400, "x"])
def test_odd_sizes_of_pages_are_borne(size: str) -> None:
    section = e("w:sectPr", e("w:pgSz", w=size, h=size), e("w:pgMar", top=size, bottom=size))
    assert pages(p(LINE), section) >= 1


def test_it_is_near_to_what_libreoffice_counts() -> None:
    libreoffice.office()
    files = [Source(path.name, path.read_bytes()) for path in SAMPLES]
    counts = count_pages(files)
    estimates = [estimate_pages(one.data) for one in files]
    assert all(counts)
    assert max(abs(one - (two or 0)) for one, two in zip(estimates, counts, strict=True)) <= 1
