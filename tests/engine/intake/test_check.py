"""An intake is checked school by school, and each finding stands at its cell."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sop_templates.engine.intake.check import check_intake
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from tests.support.generated import generated_answers

TODAY = date(2026, 9, 15)
CODES = ("99XA00", "99XB00")


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return [generated_answers(open_model(), code) for code in CODES]


def board_form(folder: Path, records: list[dict[str, Any]]) -> Path:
    path = folder / "intake.xlsx"
    path.write_bytes(write_intake(open_model(), "board", records))
    return path


def places(path: Path, code: str) -> list[str]:
    checked = check_intake(path, today=TODAY)
    found = (one for school in checked.schools for one in school.findings)
    return [str(one.place) for one in found if one.code == code]


def test_a_missing_answer_is_found_at_the_cell_of_its_school(
    tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    path = board_form(tmp_path, [records[0], records[1] | {"visie.visie": None}])
    (place,) = places(path, "SOP101")
    assert place.startswith("Scholen!")
    assert place.endswith("4")


def test_each_school_is_told_with_what_it_is_ready_for(
    tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    concept = records[0] | {"vaststelling.status": "concept", "visie.visie": None}
    checked = check_intake(board_form(tmp_path, [concept]), today=TODAY)
    (school,) = checked.schools
    assert (school.code, school.name) == (CODES[0], concept["school.naam"])
    assert (school.ready_for, school.ready) == ("de MR", False)
    assert checked.findings == ()


def test_what_the_board_answers_for_its_schools_is_not_missing(
    tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    path = board_form(tmp_path, [records[0] | {"visie.visie": None}])
    assert places(path, "SOP101") != []
    text = "Wij werken aan goed onderwijs voor elk kind. " * 5
    (tmp_path / "board.toml").write_text(
        f'name = "B"\n[texts]\n"visie.visie" = "{text}"\n', encoding="utf-8"
    )
    assert places(path, "SOP101") == []


def test_the_rules_of_the_board_count(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    path = board_form(tmp_path, [records[0] | {"visie.visie": None}])
    (tmp_path / "board.toml").write_text('name = "B"\n[rules]\nSOP101 = "off"\n', encoding="utf-8")
    assert places(path, "SOP101") == []
