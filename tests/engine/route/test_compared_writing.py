"""A comparison as a page and as a workbook: what is in it, how it is marked, what stays text."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook

from sop_templates.engine.route.compared_writing import write_comparison
from sop_templates.engine.route.comparing import Compared, compare
from sop_templates.errors import SopError, UsageError
from tests.support.browser import assert_welcoming
from tests.support.school_files import write_files
from tests.support.summaries import SAMPLE, last_year

HOSTILE = "<script>alert(1)</script> & {{ 7*7 }} =cmd"


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    folder = tmp_path_factory.mktemp("oud")
    write_files(folder, last_year())
    return compare(folder, SAMPLE / "word")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    top = tmp_path_factory.mktemp("hostile")
    code, name, text = "school.vestigingscode", "school.naam", "visie.visie"
    before = {code: "12AB00", name: HOSTILE, text: f"Wij doen soms alles {HOSTILE}"}
    after = before | {text: f"Wij doen altijd alles {HOSTILE}", "school.eenpitter": True}
    write_files(top / "oud", [before])
    write_files(top / "nieuw", [after])
    return compare(top / "oud", top / "nieuw")


def page_of(compared: Compared, tmp_path: Path) -> Any:
    write_comparison(compared, tmp_path / "x.html")
    return html.fromstring((tmp_path / "x.html").read_bytes())


def words(one: Any) -> str:
    return " ".join(one.text_content().split())


def sheet_rows(compared: Compared, tmp_path: Path, name: str) -> list[list[Any]]:
    write_comparison(compared, tmp_path / "x.xlsx")
    sheet: Any = load_workbook(tmp_path / "x.xlsx")[name]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if row[0] == "Code")
    return rows[start + 1 :]


def test_the_page_has_a_part_for_each_school_and_a_row_for_each_change(
    compared: Compared, tmp_path: Path
) -> None:
    page = page_of(compared, tmp_path)
    assert page.get("lang") == "nl"
    assert words(page.find(".//h1")) == "Wat is er veranderd van 2025-2026 naar 2026-2027"
    parts = page.findall(".//section")
    assert len(parts) == len(compared.schools)
    for part, school in zip(parts, compared.schools, strict=True):
        shown = sum(len(table.findall("tbody/tr")) for table in part.iterfind(".//table"))
        assert shown == len(school.changes) + len(school.fixed) + len(school.yearly)


def test_the_page_marks_words_by_elements_and_by_words_that_are_heard(
    hostile: Compared, tmp_path: Path
) -> None:
    page = page_of(hostile, tmp_path)
    (gone,) = (one for one in page.iterfind(".//td/del") if "soms" in one.text_content())
    (came,) = (one for one in page.iterfind(".//td/ins") if "altijd" in one.text_content())
    assert words(gone) == "(vervallen:) soms (einde)"
    assert words(came) == "(nieuw:) altijd (einde)"


def test_what_a_school_typed_is_text_on_the_page(hostile: Compared, tmp_path: Path) -> None:
    page = page_of(hostile, tmp_path)
    assert page.findall(".//script") == []
    assert HOSTILE in words(page.find(".//h2"))
    assert page.xpath("//@src | //link/@href | //@onclick") == []


def test_an_internal_question_is_named_as_one(hostile: Compared, tmp_path: Path) -> None:
    (row,) = page_of(hostile, tmp_path).xpath("//tr[contains(th, 'Eenpitter')]")
    assert "alleen voor bestuur en samenwerkingsverband" in words(row)


def test_the_page_welcomes_everybody(compared: Compared, tmp_path: Path) -> None:
    write_comparison(compared, tmp_path / "x.html")
    assert_welcoming([tmp_path / "x.html"])


def test_the_workbook_has_a_row_for_each_change_and_one_for_each_school(
    compared: Compared, tmp_path: Path
) -> None:
    rows = sheet_rows(compared, tmp_path, "Wijzigingen")
    one_sided = sum(not one.is_in_both for one in compared.schools)
    changes = sum(len(one.changes) + len(one.fixed) + len(one.yearly) for one in compared.schools)
    assert len(rows) == changes + one_sided
    said = Counter(row[4] for row in rows)
    assert (said["nieuwe school"], said["geen SOP meer"]) == (1, 1)
    assert said["nieuw"] + said["vervallen"] + said["gewijzigd"] == changes
    schools: Any = load_workbook(tmp_path / "x.xlsx")["Scholen"]
    names = [row[1] for row in schools.iter_rows(values_only=True)]
    assert [one.name for one in compared.schools] == names[-len(compared.schools) :]


def test_the_workbook_marks_the_words_in_the_old_and_the_new_text(
    hostile: Compared, tmp_path: Path
) -> None:
    write_comparison(hostile, tmp_path / "x.xlsx")
    data = (tmp_path / "x.xlsx").read_bytes()
    sheet: Any = load_workbook(BytesIO(data), rich_text=True)["Wijzigingen"]
    row = next(row for row in sheet.iter_rows(values_only=True) if "visie" in str(row[2]))
    old = [one.text for one in row[5] if one.font.strike]
    new = [one.text for one in row[6] if one.font.u]
    assert (old, new) == ([" soms"], [" altijd"])
    assert str(row[6]).replace("\\", "").endswith(HOSTILE)


def test_nothing_is_overwritten_and_another_ending_is_refused(
    hostile: Compared, tmp_path: Path
) -> None:
    write_comparison(hostile, tmp_path / "x.html")
    with pytest.raises(SopError):
        write_comparison(hostile, tmp_path / "x.html")
    write_comparison(hostile, tmp_path / "x.html", force=True)
    with pytest.raises(UsageError):
        write_comparison(hostile, tmp_path / "x.pdf")
