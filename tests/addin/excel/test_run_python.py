"""The literal command line of a button, run: it reaches our function and the open workbook."""

from pathlib import Path

import openpyxl
import pytest

from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from tests.support.run_python import command_line, press_in_shell


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "Intake & 's-Gravenhage é.xlsx"
    openpyxl.Workbook().save(path)
    return path


def test_the_command_line_is_the_one_that_xlwings_documents(book: Path, tmp_path: Path) -> None:
    command = command_line(book, "fill", "/map", tmp_path / "log")
    assert ' -B -c "import xlwings.utils;xlwings.utils.prepare_sys_path(\\"false;' in command
    assert (
        "; import sop_templates.bridge;sop_templates.bridge.press('fill','002F006D00610070')\""
        in command
    )
    assert f' --wb="{book.name}" --from_xl=1 --app=' in command
    assert ' --hwnd="4711" 2> "' in command


def test_a_button_without_a_folder_reaches_the_open_workbook(book: Path, tmp_path: Path) -> None:
    ran = press_in_shell(book, "help_page", "", tmp_path)
    assert ran.faults == ""
    assert ran.sheets == ["Sheet", "SOP-uitleg"]
    assert ran.said == [False]
    assert ran.alerts == []


def test_a_fault_of_ours_is_a_message_and_no_traceback(book: Path, tmp_path: Path) -> None:
    ran = press_in_shell(book, "no_such_button", "", tmp_path)
    assert ran.faults == ""
    assert len(ran.alerts) == 1
    assert ran.alerts[0].endswith("[SOP009]")


def test_a_button_on_an_intake_does_its_work(tmp_path: Path) -> None:
    path = tmp_path / "intake van 's-Gravenhage.xlsx"
    path.write_bytes(write_intake(open_model(), "school"))
    ran = press_in_shell(path, "check", "", tmp_path)
    assert ran.faults == ""
    assert "Bevindingen" in ran.sheets
    assert len(ran.alerts) == 1
    assert ran.said[-1] is False
