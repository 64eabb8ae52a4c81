"""Findings in an open workbook: a sheet of their own, notes at the cells, nothing of somebody's lost."""

import pytest
import xlwings as xw

from sop_templates import language
from sop_templates.bridge.findings_sheet import MARK, SHEET, counted, show_findings
from sop_templates.engine.batch import Failure
from sop_templates.kinds.answers_checks import ADVISED_EMPTY, REQUIRED_EMPTY
from sop_templates.outcome import Finding, Place
from tests.support.xlwings_openpyxl import open_excel


@pytest.fixture
def book() -> xw.Book:
    language.use("en")
    made = open_excel().books.add()
    made.sheets[0].name = "Scholen '26"
    made.sheets[0]["A1"].value = "vraag"
    return made


def missing(address: str = "C7", label: str = "Visie") -> Finding:
    place = Place.cell("Scholen '26", address)
    return Finding(REQUIRED_EMPTY, place, {"label": label}, "visie.visie")


def hint() -> Finding:
    return Finding(ADVISED_EMPTY, Place.cell("Scholen '26", "C9"), {"label": "Adres"})


def note_at(book: xw.Book, address: str) -> str:
    note = book.sheets[0][address].note
    return note.text if note else ""


def test_the_sheet_lists_the_worst_first_and_links_to_the_cells(book: xw.Book) -> None:
    sheet = show_findings(book, [hint(), missing()])
    assert sheet == book.sheets[SHEET] == book.sheets.active
    assert sheet["A2"].value == "Gevonden: 1 fout, 1 tip."
    assert sheet["A4:E4"].value == ["Ernst", "Plaats", "Wat", "Wat te doen", "Code"]
    assert sheet["A5:A6"].value == ["fout", "tip"]
    assert sheet["C5"].value == "Required and still empty: Visie."
    assert sheet["E5"].value == "SOP101"
    link = sheet["B5"].impl._first.hyperlink
    assert (link.location, sheet["B5"].value) == ("'Scholen ''26'!C7", "Scholen '26!C7")


def test_errors_get_a_note_beside_the_answer_and_hints_do_not(book: xw.Book) -> None:
    show_findings(book, [missing(), hint()])
    assert (
        note_at(book, "C7")
        == f"{MARK}\nRequired and still empty: Visie. Fill in the field. [SOP101]"
    )
    assert book.sheets[0]["C9"].note is None


def test_a_second_press_replaces_the_first(book: xw.Book) -> None:
    show_findings(book, [missing("C7"), missing("C8")])
    show_findings(book, [missing("C8", "Populatie")])
    assert [sheet.name for sheet in book.sheets] == ["Scholen '26", SHEET]
    assert book.sheets[SHEET].used_range.last_cell.row == 5
    assert book.sheets[0]["C7"].note is None
    assert note_at(book, "C8").count(MARK) == 1


def test_a_note_of_somebody_stays_above_ours(book: xw.Book) -> None:
    book.sheets[0]["C7"].add_note("Nog vragen aan Ann")
    show_findings(book, [missing()])
    assert note_at(book, "C7").startswith(f"Nog vragen aan Ann\n{MARK}\nRequired")
    show_findings(book, [])
    assert note_at(book, "C7") == "Nog vragen aan Ann"


def test_remarks_beside_our_columns_stay(book: xw.Book) -> None:
    show_findings(book, [missing()])
    book.sheets[SHEET]["G5"].value = "gedaan"
    show_findings(book, [])
    assert book.sheets[SHEET]["G5"].value == "gedaan"
    assert book.sheets[SHEET]["A2"].value == "Gevonden: niets."


def test_a_sheet_of_somebody_with_our_name_is_left_alone(book: xw.Book) -> None:
    book.sheets.add(SHEET)["A1"].value = "van mij"
    assert show_findings(book, [missing()]).name == f"{SHEET} 2"
    assert book.sheets[SHEET]["A1"].value == "van mij"


def test_a_message_with_a_formula_stays_text(book: xw.Book) -> None:
    odd = Finding(REQUIRED_EMPTY, Place.named("=cmd|x"), {"label": "=1+1"})
    show_findings(book, [odd])
    assert book.sheets[SHEET]["B5"].value == "=cmd|x"
    assert book.sheets[SHEET]["B5"].impl._first.data_type == "s"


def test_long_messages_are_cut_to_what_a_cell_and_a_note_take(book: xw.Book) -> None:
    show_findings(book, [missing(label="woord " * 8000)])
    assert len(book.sheets[SHEET]["C5"].value) == 32_000
    assert len(note_at(book, "C7")) < 300


def test_what_failed_stands_above_what_was_found(book: xw.Book) -> None:
    failure = Failure("C:/map/a.docx", "SOP021", "Cannot read it.")
    show_findings(book, [missing()], [failure])
    assert book.sheets[SHEET]["A2"].value == "Gevonden: 1 fout. Mislukt: 1."
    assert book.sheets[SHEET]["A5:C5"].value == ["mislukt", "a.docx", "Cannot read it."]
    assert book.sheets[SHEET]["A6"].value == "fout"


def test_a_sheet_that_keeps_its_objects_gets_no_notes_and_is_named(book: xw.Book) -> None:
    book.sheets[0].impl.sheet.protection.sheet = True
    book.sheets[0].impl.sheet.protection.objects = True
    sheet = show_findings(book, [missing()])
    assert sheet["E5:E6"].value == ["SOP101", "SOP718"]
    assert sheet["C6"].value.startswith("Excel allowed no notes on Scholen '26")


def test_a_workbook_that_takes_no_new_sheets_gets_its_findings_in_a_new_one(book: xw.Book) -> None:
    book.impl.workbook.security.lockStructure = True
    sheet = show_findings(book, [missing()])
    assert sheet.book != book
    assert sheet["C5"].value == "Required and still empty: Visie."
    assert [sheet.name for sheet in book.sheets] == ["Scholen '26"]


def test_findings_of_another_file_get_no_note(book: xw.Book) -> None:
    elsewhere = Finding(REQUIRED_EMPTY, Place.cell("Ander blad", "A1"), {"label": "Visie"})
    sheet = show_findings(book, [elsewhere.in_file("a.docx")])
    assert sheet["B5"].value == "a.docx, Ander blad!A1"
    assert len(book.notes) == 0


def test_findings_are_counted_in_words() -> None:
    assert counted([]) == "niets"
    assert counted([missing(), missing(), hint()]) == "2 fouten, 1 tip"
