"""What is read from an open workbook, unsaved edits included, and what is written into its cells."""

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from sop_templates.bridge.open_book import put, read_sheets, with_links
from sop_templates.formats.excel.cells import CellText, CellValue, RowText, SheetText
from tests.support.xlwings_openpyxl import open_excel


@pytest.fixture
def book() -> xw.Book:
    return open_excel().books.add()


def test_cells_come_as_excel_has_them_now_with_whole_numbers_and_dates(book: xw.Book) -> None:
    sheet = book.sheets[0]
    moment = datetime(2026, 6, 11, 8, 30)  # noqa: DTZ001 - Excel knows no time zones
    sheet["B3"].value = [["visie", 285, 2.5, datetime(2026, 6, 11), moment, True, None]]  # noqa: DTZ001
    assert read_sheets(book) == (
        SheetText(
            "Sheet",
            (
                RowText(
                    3,
                    {
                        2: CellText("visie"),
                        3: CellText(285),
                        4: CellText(2.5),
                        5: CellText(date(2026, 6, 11)),
                        6: CellText(moment),
                        7: CellText(value=True),
                    },
                ),
            ),
        ),
    )


def test_a_fault_of_a_formula_is_told_as_a_fault(book: xw.Book) -> None:
    book.sheets[0].impl.sheet["A1"] = "#REF!"
    book.sheets[0].impl.sheet["A1"].data_type = "e"
    assert read_sheets(book)[0].rows[0].cells[1] == CellText(None, fault="#REF!")


def test_an_empty_sheet_has_no_rows_and_a_sheet_of_ours_is_passed_over(book: xw.Book) -> None:
    book.sheets.add("Bevindingen")["A1"].value = "x"
    assert read_sheets(book, without=frozenset({"Bevindingen"})) == (SheetText("Sheet", ()),)


def test_a_formula_counts_by_its_value(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as workbook:
        workbook.add_worksheet().write_formula("A1", "=1+1", value=2)
    book = open_excel().books.open(tmp_path / "a.xlsx")
    assert read_sheets(book)[0].rows[0].cells[1] == CellText(2)


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "07PD00",
        "1E5",
        "2026-06-11",
        "'s-Gravenhage",
        "een\ntwee",
        "-1",
        285,
    ],
)
@pytest.mark.parametrize("number_format", ["General", "@"])
def test_what_is_written_is_read_back(book: xw.Book, value: CellValue, number_format: str) -> None:
    cell = book.sheets[0]["A1"]
    cell.number_format = number_format
    put(cell, value)
    assert read_sheets(book)[0].rows[0].cells[1].value == value


def test_a_date_is_written_as_excels_own(book: xw.Book) -> None:
    put(book.sheets[0]["A1"], date(2026, 6, 11))
    assert read_sheets(book)[0].rows[0].cells[1].value == date(2026, 6, 11)


def test_a_date_in_a_cell_for_text_is_written_as_text(book: xw.Book) -> None:
    cell = book.sheets[0]["A1"]
    cell.number_format = "@"
    put(cell, date(2026, 6, 11))
    assert cell.value == "2026-06-11"


def test_nothing_empties_a_cell(book: xw.Book) -> None:
    book.sheets[0]["A1"].value = "weg"
    put(book.sheets[0]["A1"], None)
    assert read_sheets(book)[0].rows == ()


def test_hyperlinks_are_told_of_the_cells_that_are_asked(book: xw.Book) -> None:
    sheet = book.sheets[0]
    for address in ("A1", "A2", "A4"):
        sheet[address].add_hyperlink("https://voorbeeld.nl/gids#hulp", "onze gids")
    sheet["A3"].value = "geen koppeling"
    sheet["A4"].value = "https://voorbeeld.nl/anders"
    spots = [("Sheet", row, 1) for row in (1, 3, 4)]
    (found,) = with_links(book, read_sheets(book), spots)
    assert [row.cells[1].url for row in found.rows] == [
        "https://voorbeeld.nl/gids#hulp",
        "",
        "",
        "",
    ]
