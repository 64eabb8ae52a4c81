"""Word's answers back into an open intake: empty cells are filled, what differs is asked about."""

from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from openpyxl.styles import Protection

from sop_templates.bridge.findings_sheet import SHEET
from tests.support.pressing import (
    board_form,
    codes_found,
    press,
    saved_answers,
    school_form,
    word_files,
)

NAME = "C5"  # on the sheet School


def test_reading_word_back_fills_a_blank_intake_with_all_answers(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = school_form(app, tmp_path, {})
    word_files(tmp_path / "word", records[0])
    press("read_back", tmp_path / "word")
    assert app.impl.alerts[-1].endswith(", 0 replaced.")
    assert saved_answers(book, tmp_path / "gelezen.xlsx") == records[:1]


def test_reading_word_back_adds_schools_to_the_board_form(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records[:1])
    word_files(tmp_path / "word", *records)
    press("read_back", tmp_path / "word")
    assert book.sheets["Scholen"]["A3:A5"].value == [
        one["school.vestigingscode"] for one in records
    ]
    assert saved_answers(book, tmp_path / "gelezen.xlsx") == records


@pytest.mark.parametrize(("answer", "expected"), [("yes", "Uit Word"), ("no", "Uit Excel")])
def test_an_answer_that_differs_is_asked_about_and_never_lost(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]], answer: str, expected: str
) -> None:
    book = school_form(app, tmp_path, records[0] | {"school.naam": "Uit Excel"})
    word_files(tmp_path / "word", records[0] | {"school.naam": "Uit Word"})
    app.impl.answer = answer
    press("read_back", tmp_path / "word")
    assert book.sheets["School"][NAME].value == expected
    other = {"Uit Word", "Uit Excel"} - {expected}
    assert other.pop() in book.sheets[SHEET]["C5"].value


def test_thinking_better_of_it_changes_nothing(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = school_form(
        app, tmp_path, records[0] | {"school.naam": "Uit Excel", "school.adres": None}
    )
    word_files(tmp_path / "word", records[0])
    app.impl.answer = "cancel"
    press("read_back", tmp_path / "word")
    assert book.sheets["School"][NAME].value == "Uit Excel"
    assert SHEET not in [sheet.name for sheet in book.sheets]


def test_a_word_file_of_another_school_is_named_and_left_out(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = school_form(app, tmp_path, records[0])
    word_files(tmp_path / "word", records[1])
    press("read_back", tmp_path / "word")
    assert "SOP713" in codes_found(book)
    assert book.sheets["School"][NAME].value == records[0]["school.naam"]


def test_locked_cells_stay_as_they_are_and_are_named(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = school_form(app, tmp_path, records[0] | {"school.naam": None})
    book.sheets["School"][NAME].impl._first.protection = Protection(locked=True)
    word_files(tmp_path / "word", records[0])
    press("read_back", tmp_path / "word")
    assert book.sheets["School"][NAME].value is None
    assert "SOP717" in codes_found(book)
