"""`sop rollover` as its users meet it."""

from pathlib import Path

from sop_templates.engine.demo import samples_folder
from tests.support.command_line import sop
from tests.support.school_files import write_file

BOARD = samples_folder() / "regenboogbestuur"
SCHOOL = {
    "school.vestigingscode": "12AB00",
    "school.naam": "De Brug",
    "school.schooljaar": "2026-2027",
}


def test_a_folder_is_rolled_over_once(tmp_path: Path) -> None:
    words = ("rollover", BOARD / "word", "-o", tmp_path / "nieuw", "--year", "2027-2028")
    said = sop(*words, lang="en")
    assert said.code == 0, said.err
    assert "12 files made" in said.out
    assert "[SOP420]" in said.out
    again = sop(*words, "--json")
    assert again.code == 0
    assert {one["state"] for one in again.json["files"]} == {"skipped"}


def test_machines_are_told_what_was_emptied_and_from_which_file(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL | {"vaststelling.mr_datum": "2026-06-11"})
    said = sop("rollover", path, "-o", tmp_path / "nieuw", "--year", "2027-2028", "--json")
    assert said.code == 0
    (file,) = said.json["files"]
    assert file["emptied"] == ["vaststelling.mr_datum"]
    assert (file["source"], Path(file["file"]).parent) == (str(path), tmp_path / "nieuw")


def test_there_is_no_way_to_overwrite(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL)
    words = ("rollover", path, "-o", tmp_path, "--year", "2027-2028", "--force")
    assert sop(*words).code == 2


def test_the_year_is_asked(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL)
    assert sop("rollover", path, "-o", tmp_path).code == 2
    assert sop("rollover", path, "-o", tmp_path, "--year", "morgen").code == 2


def test_a_file_of_that_year_alone_leaves_nothing_to_do(tmp_path: Path) -> None:
    path = write_file(tmp_path, SCHOOL)
    said = sop("rollover", path, "-o", tmp_path / "nieuw", "--year", "2025-2026")
    assert said.code == 3
    assert "[SOP425]" in said.err


def test_one_bad_file_ends_with_1(tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL)
    (tmp_path / "kapot.docx").write_bytes(b"words")
    said = sop("rollover", tmp_path, "-o", tmp_path / "nieuw", "--year", "2027-2028")
    assert said.code == 1
    assert "kapot.docx" in said.err
