"""Workbooks that we write: cells as given, locks, the same bytes each time."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from sop_templates.formats.excel.sheets import (
    TEXT,
    Area,
    Book,
    Cell,
    Columns,
    Content,
    Entry,
    Formula,
    Link,
    Look,
    Sheet,
)
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.formats.excel.workbook_writing import fits_cell, fits_link, write_workbook

OPEN = Look(unlocked=True, number_format=TEXT)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book(*cells: Cell, **more: object) -> Book:
    return Book((Sheet("Blad", cells, **more),), "Titel", properties={"a": "b"})  # type: ignore[arg-type]  # whatever the sheet needs


def read_back(content: Content, look: Look = OPEN) -> object:
    data = write_workbook(book(Cell(1, 1, content, look)))
    rows = read_workbook(data).sheets[0].rows
    return rows[0].cells[1].value if rows else None


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{=1}",
        "_x000D_",
        "<r>x</r>",
        "https://x.example",
        "1E5",
        " a ",
        "\t",
        "a\nb",
        "&<>\"'",
    ],
)
def test_text_is_text(text: str) -> None:
    assert read_back(text) == text


@pytest.mark.parametrize(
    "content", [285, -1, 0.5, True, False, date(2026, 6, 11), date(1900, 1, 1)]
)
def test_values_keep_their_kind(content: Content) -> None:
    look = Look(number_format="d mmmm yyyy") if isinstance(content, date) else Look()
    assert read_back(content, look) == content


def test_a_formula_brings_what_it_gives() -> None:
    assert read_back(Formula("=1+1", 2)) == 2


def test_a_link_is_a_hyperlink() -> None:
    data = write_workbook(book(Cell(1, 1, Link("site", "https://x.example/a?b=1&c=2"))))
    cell = read_workbook(data).sheets[0].rows[0].cells[1]
    assert (cell.value, cell.url) == ("site", "https://x.example/a?b=1&c=2")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mailto:a@b.example",
        "https://x/a b",
        "https://x/é",
        "https://x/%20",
        "https://" + "x" * 2100,
    ],
)
def test_an_address_that_excel_would_spell_differently_is_no_hyperlink(url: str) -> None:
    assert not fits_link(Link("site", url))


def test_a_cell_holds_32767_units_of_utf_16() -> None:
    assert fits_cell("x" * 32_767)
    assert not fits_cell("x" * 32_768)
    assert fits_cell("👩" * 16_383)
    assert not fits_cell("👩" * 16_384)


def test_only_what_is_unlocked_can_be_typed_in() -> None:
    data = write_workbook(
        book(Cell(1, 1, "kop"), Cell(2, 1, None, OPEN), columns=(Columns(3, 3, 9, OPEN),))
    )
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert sheet is not None
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert (sheet["A1"].protection.locked, sheet["A2"].protection.locked) == (True, False)
    assert not sheet.column_dimensions["C"].protection.locked


def test_the_same_book_gives_the_same_bytes() -> None:
    cells = (Cell(1, 1, "a"), Cell(2, 1, date(2026, 1, 1)))
    assert write_workbook(book(*cells)) == write_workbook(book(*cells))


def test_title_and_language_are_told() -> None:
    with ZipFile(BytesIO(write_workbook(book()))) as parts:
        core = etree.fromstring(parts.read("docProps/core.xml"))
    told = {etree.QName(node).localname: node.text for node in core}
    assert (told["title"], told["language"]) == ("Titel", "nl-NL")


def test_a_row_with_a_first_height_grows_with_what_is_typed() -> None:
    data = write_workbook(
        book(Cell(1, 1, "a"), Cell(2, 1, "b"), first_heights={1: 90.0}, heights={2: 30.0})
    )
    with ZipFile(BytesIO(data)) as parts:
        root = etree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    rows = {row.get("r"): dict(row.attrib) for row in root.iter(f"{MAIN}row")}
    assert (rows["1"]["ht"], "customHeight" in rows["1"]) == ("90", False)
    assert (rows["2"]["ht"], rows["2"]["customHeight"]) == ("30", "1")


def test_a_message_longer_than_excel_takes_is_cut_at_a_word() -> None:
    entry = Entry((Area(1, 1, 9, 1), Area(1, 3, 9, 3)), title="x" * 40, message="woord " * 60)
    data = write_workbook(book(entries=(entry,)))
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert sheet is not None
    (found,) = sheet.data_validations.dataValidation
    assert str(found.sqref) == "A1:A9 C1:C9"
    assert len(found.prompt) <= 255
    assert found.prompt.endswith("woord…")
