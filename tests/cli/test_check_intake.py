"""`sop check` on an intake: findings with their cells, and the same shape and exit codes as for Word."""

from pathlib import Path

from sop_templates.engine.demo import samples_folder
from tests.support.command_line import sop

BOARD = samples_folder() / "regenboogbestuur"


def test_each_school_is_told_with_its_status_and_the_cells_of_its_findings() -> None:
    said = sop("check", BOARD / "intake.xlsx", "--json")
    assert said.code == 1
    schools = said.json["files"]
    assert len(schools) == 12
    assert set(schools[0]) == {"file", "school", "status", "ready_for", "ready", "findings"}
    (last,) = [one for one in schools if one["school"].startswith("99XX11")]
    assert (last["status"], last["ready"]) == ("concept", False)
    errors = [one["place"] for one in last["findings"] if one["severity"] == "error"]
    assert errors
    assert all(place.startswith("Scholen!") for place in errors)
    assert said.json["failed"] == []


def test_the_table_names_the_schools() -> None:
    said = sop("check", BOARD / "intake.xlsx")
    assert "intake.xlsx: 99XX11 De Turfschuit" in said.out


def test_what_is_no_intake_is_told_and_ends_with_3(tmp_path: Path) -> None:
    path = tmp_path / "personeel.csv"
    path.write_text("naam;functie\nA;B\n", encoding="utf-8")
    said = sop("check", path)
    assert said.code == 3
    assert "[SOP603]" in said.err
