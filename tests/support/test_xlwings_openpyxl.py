"""The Excel for tests does to values what Excel does, where our functions depend on it."""

from datetime import datetime
from pathlib import Path

import pytest
import xlwings as xw
from openpyxl.styles import Protection

from tests.support.excel_cells import Refused
from tests.support.xlwings_openpyxl import open_excel


@pytest.fixture
def book() -> xw.Book:
    return open_excel().books.add()


def test_whole_numbers_come_back_as_floats_and_empty_cells_as_none(book: xw.Book) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = [[1, None], ["x", True]]
    assert sheet["A1:B2"].value == [[1.0, None], ["x", True]]
    assert isinstance(sheet["A1"].value, float)


def test_text_that_looks_like_something_else_becomes_it(book: xw.Book) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = [["=1+1", "1E5", "2026-06-11", "07PD00"]]
    assert sheet["A1"].formula == "=1+1"
    assert sheet["B1:D1"].value == [100000.0, datetime(2026, 6, 11), "07PD00"]  # noqa: DTZ001


@pytest.mark.parametrize("words", ["=1+1", "1E5", "2026-06-11"])
def test_an_apostrophe_or_the_text_format_keeps_text_as_it_is(book: xw.Book, words: str) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = f"'{words}"
    sheet["B1"].number_format = "@"
    sheet["B1"].value = words
    assert sheet["A1:B1"].value == [words, words]


def test_a_protected_sheet_takes_values_in_its_unlocked_cells_only(book: xw.Book) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = "vraag"
    sheet["B1"].impl._first.protection = Protection(locked=False)
    sheet.impl.sheet.protection.sheet = True
    sheet["B1"].value = "antwoord"
    with pytest.raises(Refused):
        sheet["A1"].value = "weg"
    assert sheet["A1:B1"].value == ["vraag", "antwoord"]


def test_a_sheet_that_keeps_its_objects_refuses_notes(book: xw.Book) -> None:
    sheet = book.sheets[0]
    sheet.impl.sheet.protection.sheet = True
    sheet["A1"].add_note("mag")
    sheet.impl.sheet.protection.objects = True
    with pytest.raises(Refused):
        sheet["A2"].add_note("mag niet")


def test_a_workbook_opens_from_its_file_and_is_saved_there(tmp_path: Path, book: xw.Book) -> None:
    book.sheets[0]["A1"].value = "bewaard"
    book.save(str(tmp_path / "map.xlsx"))
    again = open_excel().books.open(tmp_path / "map.xlsx")
    assert again.sheets[0]["A1"].value == "bewaard"
    assert xw.Book("map.xlsx") == again
