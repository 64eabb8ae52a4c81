"""Word files and intakes are checked together, each told by its own name."""

from datetime import date
from pathlib import Path

from sop_templates.engine.demo import samples_folder
from sop_templates.engine.path_checking import check_paths

TODAY = date(2026, 9, 15)
BOARD = samples_folder() / "regenboogbestuur"


def test_an_intake_that_is_named_is_checked_beside_the_word_files_of_a_folder() -> None:
    checked = check_paths([BOARD / "intake.xlsx", BOARD / "word"], today=TODAY, jobs=1)
    assert len(checked.files) == len(checked.schools) == 12
    assert [one["status"] for one in checked.as_json()["files"][:12]] == [
        one.status for one in checked.schools
    ]
    assert checked.schools[0].title == "intake.xlsx: 99XX00 De Zeven Zeilen"


def test_workbooks_in_a_folder_are_passed_over() -> None:
    checked = check_paths([BOARD], today=TODAY, jobs=1)
    assert checked.schools == ()
    assert checked.failures == ()


def test_a_workbook_that_is_no_intake_fails_and_stops_nothing(tmp_path: Path) -> None:
    staff, gone = tmp_path / "personeel.csv", tmp_path / "weg.csv"
    staff.write_text("naam;functie\nA;B\n", encoding="utf-8")
    checked = check_paths([staff, gone, BOARD / "word"], today=TODAY, jobs=1)
    assert [one.file for one in checked.failures] == [str(staff), str(gone)]
    assert len(checked.files) == 12
