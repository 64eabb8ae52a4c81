"""Every page made from the samples welcomes everybody: axe-core, phone and desk, nothing fetched."""

from datetime import date
from pathlib import Path

import pytest

from sop_templates.engine.publication.publishing import Choices, publish
from sop_templates.engine.publication.schoolgids import ExtractChoices, extract
from tests.support.browser import DESK, assert_welcoming, run_script
from tests.support.libreoffice import convert
from tests.support.publication import (
    picture_run,
    png,
    sample_files,
    with_blocks,
    with_parts,
)
from tests.support.word_xml import e, p, r, tbl, tc, tr

DAY = date(2026, 9, 1)
DRAFT = Choices(draft=True, finder=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "word").mkdir()
    for name, data in sample_files().items():
        (folder / "word" / name).write_bytes(data)
    result = publish([folder / "word"], folder / "site", DRAFT, today=DAY)
    assert not result.failures
    return folder / "site"


def test_all_sample_schools_have_a_page(site: Path) -> None:
    assert len(list(site.glob("99XX*.html"))) == len(sample_files())


def test_no_page_of_the_samples_has_a_violation(site: Path) -> None:
    assert_welcoming(sorted(site.glob("*.html")))


def test_a_school_is_found_by_what_it_offers(site: Path) -> None:
    found = run_script("find.mjs", {"page": str(site / "zoeken.html"), "need": "basis-aanbod-tos"})
    assert 0 < len(found["shown"]) < found["all"]
    assert found["count"] == f"{len(found['shown'])} scholen"
    assert all("Spraak en taal (TOS)" in words for words in found["shown"])


def test_a_file_edited_and_saved_in_libreoffice_has_no_violation(tmp_path: Path) -> None:
    name, data = next(iter(sample_files().items()))
    table = tbl(
        tr(tc(p("Groep"), look=""), tc(p("Uren")), header=True), tr(tc(p("3")), tc(p("12")))
    )
    more = [
        p(r("Een eigen kopje"), look="pStyle=Heading3"),
        p("Zie ", e("w:hyperlink", r("de site"), anchor="nergens")),
        p(picture_run("foto", "Het schoolplein met drie bomen")),
        table,
    ]
    parts = {"word/media/foto.png": png(900, 600)}
    added = with_parts(
        with_blocks(data, *more), parts, {"foto": ("image", "media/foto.png", False)}
    )
    (tmp_path / name).write_bytes(added)
    saved = convert(tmp_path / name, "docx", tmp_path / "saved")
    result = publish([saved], tmp_path / "site", DRAFT, today=DAY)
    [made] = result.files
    page = Path(made.page)
    text = page.read_text("utf-8")
    assert "Een eigen kopje" in text
    assert 'alt="Het schoolplein met drie bomen"' in text
    assert_welcoming([page])


def test_the_fragment_for_a_website_has_no_violation(tmp_path: Path) -> None:
    name, data = next(iter(sample_files().items()))
    (tmp_path / name).write_bytes(data)
    result = extract([tmp_path / name], tmp_path, ExtractChoices(draft=True), today=DAY)
    [fragment] = [Path(one) for one in result.files[0].written if one.endswith(".html")]
    page = tmp_path / "pagina.html"
    head = "<!DOCTYPE html><html lang=nl><title>Gids</title><main><h1>Schoolgids</h1>"
    page.write_text(head + fragment.read_text("utf-8") + "</main></html>", "utf-8")
    assert_welcoming([page], widths=(DESK,))
