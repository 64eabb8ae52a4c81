"""Every button on an open intake, through xlwings' own API: what it makes, says and leaves alone."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from sop_templates import bridge
from sop_templates.bridge.buttons import BUTTONS
from sop_templates.bridge.findings_sheet import MARK, SHEET
from sop_templates.bridge.help_sheet import explained_buttons
from sop_templates.engine.reading import read_file
from tests.support.pressing import (
    allow_notes,
    board_form,
    codes_found,
    press,
    school_form,
    word_files,
)

ROOT = Path(__file__).resolve().parents[2]


def test_the_ribbon_and_the_functions_have_the_same_buttons() -> None:
    assert [tag for tag, _, _ in explained_buttons()] == list(BUTTONS)


def test_word_files_are_filled_from_what_stands_in_excel_now(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records)
    book.sheets["Scholen"]["B4"].value = "Naam van zojuist, niet opgeslagen"
    press("fill")
    made = sorted((tmp_path / "Word-documenten").glob("*.docx"))
    assert [path.name[:6] for path in made] == [one["school.vestigingscode"] for one in records]
    assert read_file(made[0]).answers == records[0]
    assert read_file(made[1]).answers["school.naam"] == "Naam van zojuist, niet opgeslagen"
    assert app.impl.alerts == [
        f"3 Word files written to {tmp_path / 'Word-documenten'}, 0 were there already, 0 failed."
    ]
    assert book.impl.saves == 0
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx"] == ["intake.xlsx"]


def test_the_status_bar_counts_and_is_given_back(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    board_form(app, tmp_path, records)
    press("fill")
    assert [words for words in app.impl.said if words and "3" in str(words)]
    assert app.impl.said[-1] is False


def test_word_files_that_exist_are_never_overwritten(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records)
    press("fill")
    before = {path: path.read_bytes() for path in (tmp_path / "Word-documenten").iterdir()}
    book.sheets["Scholen"]["B4"].value = "Andere naam"
    press("fill")
    assert (
        before.items()
        <= {path: path.read_bytes() for path in (tmp_path / "Word-documenten").iterdir()}.items()
    )


def test_a_row_without_a_code_is_named_and_stops_no_other(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records)
    book.sheets["Scholen"]["A4"].value = None
    press("fill")
    assert len(list((tmp_path / "Word-documenten").iterdir())) == 2
    sheet = book.sheets[SHEET]
    assert sheet["A5"].value == "mislukt"


def test_checking_puts_findings_beside_the_answers(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = school_form(app, tmp_path, records[0])
    allow_notes(book)
    book.sheets["Visie"]["C5"].value = None
    press("check")
    assert "SOP101" in codes_found(book)
    note = book.sheets["Visie"]["C5"].note
    assert note is not None
    assert note.text.startswith(MARK)
    assert book.sheets["Visie"]["C5"].value is None


def test_a_finding_of_the_board_form_points_at_the_school(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records)
    column = book.sheets["Scholen"]["A1:ZZ1"].value.index("visie.visie")
    cell = book.sheets["Scholen"][4, column]
    cell.value = None
    allow_notes(book)
    press("check")
    assert cell.note is not None
    assert book.sheets["Scholen"]["A5"].value == records[2]["school.vestigingscode"]


def test_a_mended_answer_loses_its_note_at_the_next_press(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = school_form(app, tmp_path, records[0])
    before = book.sheets["Visie"]["C5"].value
    book.sheets["Visie"]["C5"].value = None
    allow_notes(book)
    press("check")
    book.sheets["Visie"]["C5"].value = before
    press("check")
    assert book.sheets["Visie"]["C5"].note is None
    assert [sheet.name for sheet in book.sheets].count(SHEET) == 1


@pytest.mark.parametrize(("answer", "sheet"), [("yes", "Scholen"), ("no", "Visie")])
def test_a_new_intake_is_a_new_file_that_is_opened(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]], answer: str, sheet: str
) -> None:
    school_form(app, tmp_path, records[0])
    app.impl.answer = answer
    press("new_intake", tmp_path)
    assert (tmp_path / "intake-2.xlsx").is_file()
    assert app.books.active.name == "intake-2.xlsx"
    assert sheet in [one.name for one in app.books.active.sheets]


def test_the_summary_is_made_beside_the_word_files_and_opened(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    board_form(app, tmp_path, records)
    word_files(tmp_path / "word", *records)
    press("summary", tmp_path / "word")
    assert app.books.active.name == "bestuursoverzicht.xlsx"
    assert (tmp_path / "word" / "bestuursoverzicht.xlsx").is_file()
    assert "Overzicht" in [sheet.name for sheet in app.books.active.sheets]


def test_help_shows_the_words_of_the_ribbon_once(app: xw.App) -> None:
    book = app.books.add()
    book.set_mock_caller()
    press("help_page")
    press("help_page")
    assert [sheet.name for sheet in book.sheets] == ["Sheet", "SOP-uitleg"]
    assert book.sheets["SOP-uitleg"]["A4"].value == "Nieuw intakeformulier"


def test_a_workbook_that_is_no_intake_is_told_so(app: xw.App) -> None:
    book = app.books.add()
    book.set_mock_caller()
    press("check")
    assert len(app.impl.alerts) == 1
    assert [sheet.name for sheet in book.sheets] == ["Sheet"]


def test_a_workbook_that_was_never_saved_has_no_folder(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records)
    book.impl.fullname = "Map1"
    press("fill")
    assert app.impl.alerts[-1].endswith("[SOP711]")


def test_a_workbook_on_the_internet_is_told_so(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    board_form(app, tmp_path, records)

    def elsewhere(_book: xw.Book) -> str:
        raise xw.XlwingsError

    monkeypatch.setattr(xw.Book, "fullname", property(elsewhere))
    press("fill")
    assert app.impl.alerts[-1].endswith("[SOP712]")


def test_the_stock_button_of_xlwings_fills_word_files(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    board_form(app, tmp_path, records)
    bridge.main()
    assert len(list((tmp_path / "Word-documenten").iterdir())) == 3


def test_a_workbook_on_the_internet_can_be_checked_all_the_same(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = school_form(app, tmp_path, records[0])

    def elsewhere(_book: xw.Book) -> str:
        raise xw.XlwingsError

    monkeypatch.setattr(xw.Book, "fullname", property(elsewhere))
    press("check")
    assert SHEET in [sheet.name for sheet in book.sheets]


def test_what_the_board_decided_counts_in_excel_too(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    (tmp_path / "board.toml").write_text('name = "B"\n[rules]\nSOP101 = "off"\n', encoding="utf-8")
    book = school_form(app, tmp_path, records[0])
    book.sheets["Visie"]["C5"].value = None
    press("check")
    assert "SOP101" not in codes_found(book)


def test_xlwings_is_loaded_when_a_button_is_pressed_and_no_sooner() -> None:
    code = "import sys, sop_templates.bridge, sop_templates.bridge.buttons; print('xlwings' in sys.modules)"
    said = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    assert said.stdout == "False\n"


def test_the_part_of_xlwings_under_another_licence_is_not_used() -> None:
    package = ROOT / "sop_templates"
    assert not [path for path in package.rglob("*.py") if "xlwings.pro" in path.read_text("utf-8")]


def test_letters_are_written_beside_the_workbook_and_never_twice(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    board_form(app, tmp_path, records)
    press("letters")
    made = sorted((tmp_path / "Brieven").glob("*.docx"))
    for record in records:
        code = record["school.vestigingscode"]
        assert any(path.name.startswith(f"{code}-adviesverklaring-mr") for path in made)
    before = {path: path.read_bytes() for path in made}
    press("letters")
    assert {path: path.read_bytes() for path in (tmp_path / "Brieven").glob("*.docx")} == before
    assert app.impl.alerts[-1].startswith("0 letters written")


def test_a_package_that_is_refused_says_why_and_leaves_nothing(
    app: xw.App, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    book = board_form(app, tmp_path, records)
    folder = tmp_path / "Word-documenten"
    concept = records[0] | {"vaststelling.status": "concept"}
    word_files(folder, concept)
    press("package", folder)
    assert not list(folder.glob("*.zip"))
    assert "SOP750" in codes_found(book)
