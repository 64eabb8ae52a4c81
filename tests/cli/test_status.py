"""`sop status` as its users meet it."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from sop_templates.engine.demo import samples_folder
from tests.support.command_line import sop
from tests.support.school_files import write_file

BOARD = samples_folder() / "regenboogbestuur"


def test_each_school_has_a_line_and_the_end_counts() -> None:
    said = sop("status", BOARD / "word", lang="en")
    assert said.code == 0
    for path in (BOARD / "word").glob("*.docx"):
        assert path.name[:6] in said.out
    assert "99XX12   De Letterloods" in said.out
    assert "12 of 13 schools delivered; 5 established" in said.out


def test_without_a_roster_it_says_that_it_cannot_know_who_is_missing(tmp_path: Path) -> None:
    write_file(tmp_path, {"school.vestigingscode": "12AB00", "school.naam": "De Brug"})
    said = sop("status", tmp_path, lang="en")
    assert said.code == 0
    assert "There is no board.toml" in said.out


def test_the_reminders_are_written_once(tmp_path: Path) -> None:
    out = tmp_path / "herinneringen.xlsx"
    said = sop("status", BOARD / "word", "--reminders", out, lang="en")
    assert said.code == 0
    assert str(out) in said.out
    assert sop("status", BOARD / "word", "--reminders", out).code == 3
    assert sop("status", BOARD / "word", "--reminders", out, "--force", "--quiet").out == ""


def test_a_wrong_ending_is_wrong_usage(tmp_path: Path) -> None:
    assert sop("status", BOARD / "word", "--reminders", tmp_path / "h.pdf").code == 2


def test_machines_get_every_school(tmp_path: Path) -> None:
    said = sop("status", BOARD / "word", "--json")
    assert said.code == 0
    assert len(said.json["schools"]) == 13
    (bad,) = (tmp_path / "memo.docx",)
    bad.write_bytes(b"words")
    failed = sop("status", bad, "--json")
    assert failed.code == 3
    assert [one["code"] for one in failed.json["failed"]] != []


def test_of_several_boards_each_school_is_named_with_its_own(tmp_path: Path) -> None:
    for number, name in enumerate(("Noord", "Zuid")):
        folder = tmp_path / name
        folder.mkdir()
        write_file(folder, {"school.vestigingscode": f"12AB0{number}", "school.naam": "De Brug"})
        (folder / "board.toml").write_text(f'name = "{name}"\n', encoding="utf-8")
    said = sop("status", tmp_path, lang="en")
    assert "board" in said.out.splitlines()[1]
    assert "Noord" in said.out
    assert "board" not in sop("status", tmp_path / "Zuid", lang="en").out.splitlines()[1]


@pytest.mark.parametrize(
    ("day", "words"), [(9, "nog 1 dag"), (8, "nog 2 dagen"), (11, "1 dag te laat")]
)
def test_a_single_day_is_called_one(
    day: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path, {"school.vestigingscode": "12AB00", "school.naam": "De Brug"})
    (tmp_path / "board.toml").write_text('name = "Ons bestuur"\ndeadline = 2026-07-10\n', "utf-8")
    monkeypatch.setattr(
        "sop_templates.cli.status.date", SimpleNamespace(today=lambda: date(2026, 7, day))
    )
    assert words in sop("status", tmp_path).out
