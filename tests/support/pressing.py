"""Presses buttons of the ribbon in tests: intakes opened in the Excel for tests, Word files beside them."""

from pathlib import Path
from typing import Any

import xlwings as xw

from sop_templates import bridge
from sop_templates.bridge.findings_sheet import SHEET
from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.word_files import open_word_model

Answers = dict[str, Any]


def board_form(app: xw.App, folder: Path, records: list[Answers]) -> xw.Book:
    """A board's intake, open in Excel."""
    return _opened(app, folder / "intake.xlsx", write_intake(open_model(), "board", records))


def school_form(app: xw.App, folder: Path, answers: Answers) -> xw.Book:
    """A school's intake, open in Excel."""
    return _opened(app, folder / "intake.xlsx", write_intake(open_model(), "school", [answers]))


def _opened(app: xw.App, path: Path, data: bytes) -> xw.Book:
    path.write_bytes(data)
    book = app.books.open(path)
    book.set_mock_caller()
    return book


def press(button: str, folder: Path | None = None) -> None:
    """Presses a button as the macros do."""
    bridge.press(button, str(folder).encode("utf-16-be").hex() if folder else "")


def word_files(folder: Path, *records: Answers) -> list[Path]:
    """A filled Word file for each record, in a folder of their own."""
    folder.mkdir(exist_ok=True)
    made = []
    for number, answers in enumerate(records):
        made.append(folder / f"school-{number}.docx")
        made[-1].write_bytes(open_word_model().fill(answers))
    return made


def codes_found(book: xw.Book) -> list[Any]:
    """The codes on the sheet with findings."""
    sheet = book.sheets[SHEET]
    last = max(5, sheet.used_range.last_cell.row)
    found: list[Any] = sheet[f"E5:E{last}"].options(ndim=1).value
    return found


def allow_notes(book: xw.Book) -> None:
    """Lets users edit objects on all sheets, which Excel asks for notes on protected ones."""
    for sheet in book.sheets:
        sheet.impl.sheet.protection.objects = False


def saved_answers(book: xw.Book, path: Path) -> list[Answers]:
    """The answers of an open intake, read from disk after it was saved there."""
    book.save(str(path))
    model = open_model()
    return [canonical(model, one.raw, one.place)[0] for one in read_intake(path).records]
