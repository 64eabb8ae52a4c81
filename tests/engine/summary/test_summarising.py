"""The summary of real Word files: folders of boards, last year, what is written and what is kept."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sop_templates.engine.summary.summarising import summarise, write_summary
from sop_templates.engine.summary.values import Summary
from sop_templates.errors import SopError
from tests.support.school_files import write_file

TODAY = date(2026, 9, 15)
CODES = ("12AB00", "12AB01", "12AB02")


def answers(code: str, name: str, **more: Any) -> dict[str, Any]:
    given = {key.replace("__", "."): value for key, value in more.items()}
    return {
        "school.vestigingscode": code,
        "school.naam": name,
        "school.schooljaar": "2026-2027",
        "vaststelling.status": "concept",
    } | given


def board(folder: Path, name: str, *codes: str, deadline: str = "2026-07-10") -> Path:
    """A folder with a board.toml that names these schools."""
    folder.mkdir(parents=True)
    roster = "".join(
        f'[[schools]]\nvestigingscode = "{code}"\nname = "School {code}"\narea = "Noord"\n'
        for code in codes
    )
    text = f'name = "{name}"\ndeadline = {deadline}\n{roster}'
    (folder / "board.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def boards(tmp_path: Path) -> Path:
    """Two boards, of which one has a school that did not deliver, and a school of no board."""
    word = _made(board(tmp_path / "a", "Boog", *CODES[:2]) / "word")
    write_file(word, answers(CODES[0], "De Brug"))
    write_file(
        board(tmp_path / "b", "Anker", CODES[2], deadline="2026-12-01"),
        answers(CODES[2], "De Kade", school__werkgebied="Zuid"),
    )
    write_file(tmp_path, answers("12AB09", "De Losse", school__werkgebied="Oost"))
    return tmp_path


def by_name(summary: Summary, what: Callable[[Any], Any]) -> dict[str, Any]:
    return {one.name: what(one) for one in summary.schools}


def test_each_school_belongs_to_the_nearest_board(boards: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    assert by_name(summary, lambda one: one.board) == {
        "De Brug": "Boog",
        "De Kade": "Anker",
        "De Losse": "",
    }
    assert summary.owner == "2 schoolbesturen"


def test_an_area_is_the_rosters_or_else_the_schools_own(boards: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    assert by_name(summary, lambda one: one.area) == {
        "De Brug": "Noord",
        "De Kade": "Noord",
        "De Losse": "Oost",
    }


def test_who_did_not_deliver_is_named_by_each_roster(boards: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    assert [(one.code, one.name, one.board) for one in summary.missing] == [
        ("12AB01", "School 12AB01", "Boog")
    ]


def test_a_board_without_any_file_is_still_one(boards: Path) -> None:
    board(boards / "c", "Leeg", "12AB05")
    summary = summarise([boards], today=TODAY, jobs=1)
    assert "Leeg" in [one.name for one in summary.boards]
    assert "12AB05" in [one.code for one in summary.missing]


def test_boards_are_told_side_by_side(boards: Path, tmp_path: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    files = write_summary(summary, None, data=tmp_path / "uit")
    table = next(one for one in files if one.name == "besturen.csv").read_text("utf-8-sig")
    rows = [line.split(";")[:6] for line in table.splitlines()]
    assert rows[1:] == [
        ["Boog", "", "2026-07-10", "2", "1", "1"],
        ["Anker", "", "2026-12-01", "1", "1", "0"],
        ["(zonder board.toml)", "", "", "0", "1", "0"],
    ]


def test_each_boards_own_deadline_counts(boards: Path, tmp_path: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    write_summary(summary, None, data=tmp_path / "uit")
    schools = json.loads((tmp_path / "uit" / "overzicht.json").read_text("utf-8"))["schools"]
    assert {one["name"]: one["timing"] for one in schools} == {
        "De Brug": "overdue",
        "De Kade": "open",
        "De Losse": "overdue",  # 1 September, where no board says another day
    }


def test_last_year_is_compared_with(tmp_path: Path) -> None:
    now, then = tmp_path / "nu", tmp_path / "toen"
    write_file(_made(now), answers(CODES[0], "De Brug", visie__visie="Nieuw"))
    write_file(_made(now), answers(CODES[1], "De Kade"))
    write_file(_made(then), answers(CODES[0], "De Brug", visie__visie="Oud"))
    summary = summarise([now], today=TODAY, previous=[then], jobs=1)
    write_summary(summary, None, data=tmp_path / "uit")
    changes = json.loads((tmp_path / "uit" / "overzicht.json").read_text("utf-8"))["changes"]
    assert [(one["name"], one["kind"], one.get("before")) for one in changes] == [
        ("De Brug", "changed", "Oud"),
        ("De Kade", "new school", None),
    ]


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def test_all_that_is_asked_is_written(boards: Path, tmp_path: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    out = tmp_path / "uit"
    files = write_summary(
        summary, out / "s.xlsx", report=out / "r.docx", page=out / "p.html", data=out / "cijfers"
    )
    assert [one.name for one in files[:4]] == ["s.xlsx", "r.docx", "p.html", "overzicht.json"]
    assert all(one.is_file() for one in files)


def test_where_one_file_exists_nothing_is_written(boards: Path, tmp_path: Path) -> None:
    summary = summarise([boards], today=TODAY, jobs=1)
    out = _made(tmp_path / "uit")
    (out / "r.docx").write_text("van mij")
    with pytest.raises(SopError) as caught:
        write_summary(summary, out / "s.xlsx", report=out / "r.docx")
    assert caught.value.code == "SOP030"
    assert not (out / "s.xlsx").exists()
    write_summary(summary, out / "s.xlsx", report=out / "r.docx", force=True)
    assert (out / "r.docx").read_bytes().startswith(b"PK")


def test_a_report_among_the_files_is_no_school(boards: Path) -> None:
    before = summarise([boards], today=TODAY, jobs=1)
    write_summary(before, None, report=boards / "a" / "rapport.docx")
    after = summarise([boards], today=TODAY, jobs=1)
    assert [one.name for one in after.schools] == [one.name for one in before.schools]


def test_the_pages_are_those_that_word_counted(boards: Path) -> None:
    assert [one.pages for one in summarise([boards], today=TODAY, jobs=1).schools] == [None] * 3
