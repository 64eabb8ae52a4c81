"""The PDF beside a page: tagged, Dutch, titled, with bookmarks and its fonts (PDF/UA-1 by pikepdf).

veraPDF is in none of the registries that tests may use; these are the points that published SOPs fail.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sop_templates.engine.publication.publishing import Choices, publish
from tests.support import libreoffice
from tests.support.publication import picture_run, png, sample_files, with_blocks, with_parts
from tests.support.word_xml import p

pikepdf = pytest.importorskip("pikepdf")
NAME, DATA = next((name, data) for name, data in sample_files().items() if "Draaibrug" in name)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("pdf")
    libreoffice.office()
    parts = {"word/media/a.png": png(400, 300)}
    picture = p(picture_run("a", "Het schoolplein met drie bomen"))
    data = with_parts(with_blocks(DATA, picture), parts, {"a": ("image", "media/a.png", False)})
    (folder / NAME).write_bytes(data)
    result = publish([folder / NAME], folder / "site", Choices(pdf=True), today=date(2026, 9, 1))
    [made] = result.files
    assert made.state == "done", result.findings
    page = Path(made.page).read_text("utf-8")
    assert f'<a href="{Path(made.pdf).name}">Dit profiel als PDF</a>' in page
    with pikepdf.open(made.pdf) as opened:
        yield opened


def elements(one: Any) -> Iterator[Any]:
    kids = one.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_it_is_tagged_and_says_to_be_pdf_ua(pdf: Any) -> None:
    assert pdf.Root.MarkInfo.Marked
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_it_has_a_title_that_is_shown_and_is_dutch(pdf: Any) -> None:
    assert str(pdf.docinfo["/Title"]) == "Schoolondersteuningsprofiel De Draaibrug 2026-2027"
    assert str(pdf.docinfo["/Author"]) == "Stichting Regenboogbestuur"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "nl-NL"


def test_its_chapters_are_bookmarks(pdf: Any) -> None:
    with pdf.open_outline() as outline:
        titles = [one.title for one in outline.root]
    assert any("Basisondersteuning" in title for title in titles)
    assert not any("bestuur en SPPOH" in title for title in titles)


def test_headings_lists_tables_and_pictures_are_told_apart(pdf: Any) -> None:
    found = list(elements(pdf.Root.StructTreeRoot))
    kinds = Counter(str(one.S) for one in found)
    assert kinds["/H1"] >= 7
    assert kinds["/H2"] > kinds["/H1"]
    assert kinds["/TH"] > 0
    assert kinds["/LI"] > 0
    assert kinds["/Link"] > 0
    figures = [one for one in found if str(one.S) == "/Figure"]
    assert [str(one.get("/Alt", "")) for one in figures] == ["Het schoolplein met drie bomen"]


def test_all_fonts_are_in_the_file(pdf: Any) -> None:
    fonts = [
        font for page in pdf.pages for font in page.get("/Resources", {}).get("/Font", {}).values()
    ]
    assert fonts
    for font in fonts:
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        described = inner.FontDescriptor
        assert any(name in described for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_it_is_no_form(pdf: Any) -> None:
    assert "/AcroForm" not in pdf.Root
