"""The command line as its users meet it: exit codes, JSON, files that are never overwritten."""

from pathlib import Path

import pytest

from sop_templates.cli.main import COMMANDS
from sop_templates.engine.demo import samples_folder
from tests.support.command_line import sop

BOARD = samples_folder() / "regenboogbestuur"


@pytest.fixture
def intake() -> Path:
    return BOARD / "intake.xlsx"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_that_ends_with_an_example_or_its_commands(name: str) -> None:
    said = sop(name, "--help")
    assert said.code == 0
    assert "Voorbeeld: sop" in said.out or "Opdrachten" in said.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_or_the_manual(name: str) -> None:
    root = Path(__file__).parents[2]
    words = (root / "README.md").read_text("utf-8") + (root / "docs/handleiding.md").read_text(
        "utf-8"
    )
    assert f"sop {name}" in words


def test_filling_twice_skips_what_exists_and_force_writes_again(
    intake: Path, tmp_path: Path
) -> None:
    first = sop("fill", intake, "-o", tmp_path / "word", "--json")
    assert first.code == 0
    assert {one["state"] for one in first.json["files"]} == {"done"}
    path = Path(first.json["files"][0]["file"])
    path.write_bytes(b"of a school")

    again = sop("fill", intake, "-o", tmp_path / "word", "--json")
    assert {one["state"] for one in again.json["files"]} == {"skipped"}
    assert path.read_bytes() == b"of a school"

    forced = sop("fill", intake, "-o", tmp_path / "word", "--json", "--force")
    assert {one["state"] for one in forced.json["files"]} == {"done"}
    assert path.read_bytes() != b"of a school"


def test_check_ends_with_1_on_errors_and_says_what_to_do() -> None:
    said = sop("check", BOARD / "word/99XX11-De-Turfschuit-sop-2026-2027.docx")
    assert said.code == 1
    assert "[SOP101]" in said.out


def test_check_ends_with_0_on_hints_and_strict_counts_warnings() -> None:
    good = BOARD / "word/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx"
    said = sop("check", good, "--json")
    assert said.code == 0, said.out
    (file,) = said.json["files"]
    assert file["status"] == "gepubliceerd"
    assert file["ready"]
    warnings = [one for one in file["findings"] if one["severity"] == "warning"]
    assert sop("check", good, "--strict").code == (1 if warnings else 0)


def test_read_gives_every_answer_as_json_and_nothing_else_on_stdout() -> None:
    said = sop("read", BOARD / "word", "--json")
    assert said.code == 0
    assert len(said.json["records"]) == len(list((BOARD / "word").glob("*.docx")))
    assert said.json["failed"] == []
    (record,) = [one for one in said.json["records"] if "99XX00" in one["file"]]
    assert record["format"] == "model"
    assert record["answers"]["school.naam"] == "De Zeven Zeilen"
    assert record["origin"]["school.naam"] == "control"
    assert set(record["fixed_texts"].values()) == {"intact"}


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx"])
def test_read_never_overwrites_unasked(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"antwoorden{ending}"
    word = BOARD / "word"
    assert sop("read", word, "-o", out).code == 0
    before = out.read_bytes()
    again = sop("read", word, "-o", out)
    assert again.code == 3
    assert "--force" in again.err
    assert out.read_bytes() == before
    assert sop("read", word, "-o", out, "--force").code == 0


def test_a_workbook_that_was_read_fills_the_same_word_files(tmp_path: Path) -> None:
    assert sop("read", BOARD / "word", "-o", tmp_path / "terug.xlsx").code == 0
    assert sop("fill", tmp_path / "terug.xlsx", "-o", tmp_path / "word").code == 0
    for path in (BOARD / "word").glob("*.docx"):
        assert (tmp_path / "word" / path.name).read_bytes() == path.read_bytes()


def test_one_bad_file_never_stops_the_others_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "memo.docx").write_bytes(b"just words")
    good = BOARD / "word/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx"
    (tmp_path / good.name).write_bytes(good.read_bytes())
    (tmp_path / "~$open.docx").write_bytes(b"owner file")

    said = sop("read", tmp_path, "--json")

    assert said.code == 1
    assert [Path(one["file"]).name for one in said.json["records"]] == [good.name]
    assert [Path(one["file"]).name for one in said.json["failed"]] == ["memo.docx"]


def test_nothing_to_do_ends_with_3_and_advice(tmp_path: Path) -> None:
    said = sop("read", tmp_path)
    assert said.code == 3
    assert "[SOP002]" in said.err


@pytest.mark.parametrize(
    "words",
    [("read",), ("explain", "SOP000"), ("new",), ("model", "show", "bestaat-niet"), ("x",)],
)
def test_wrong_usage_ends_with_2(words: tuple[str, ...]) -> None:
    said = sop(*words)
    assert said.code == 2
    assert said.err


def test_controls_lists_every_control_of_a_file() -> None:
    file = BOARD / "word/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx"
    said = sop("controls", file, "--json")
    assert said.code == 0
    (name,) = [one for one in said.json if one["tag"] == "school.naam"]
    assert set(name) == {"file", "part", "tag", "title", "kind", "level", "lock", "prompt", "text"}
    assert name["text"] == "De Zeven Zeilen"
    assert name["lock"] == "sdtLocked"
    assert name["prompt"] is False


def test_quiet_says_nothing_when_all_is_well(intake: Path, tmp_path: Path) -> None:
    said = sop("fill", intake, "-o", tmp_path, "--quiet")
    assert (said.code, said.out, said.err) == (0, "", "")


def test_the_demo_makes_all_it_names(tmp_path: Path) -> None:
    said = sop("demo", "-o", tmp_path / "demo", "--json")
    assert said.code == 0
    assert all(Path(one["path"]).exists() for one in said.json)
    assert sop("demo", "-o", tmp_path / "demo").code == 3
    assert sop("demo", "-o", tmp_path / "demo", "--force").code == 0


def test_summary_names_the_school_that_did_not_deliver(tmp_path: Path) -> None:
    said = sop("summary", BOARD / "word", "-o", tmp_path / "s.xlsx", "--json")
    assert said.code == 0
    assert [one["code"] for one in said.json["undelivered"]] == ["99XX12"]


def test_the_shipped_model_is_whole() -> None:
    assert sop("model", "check").code == 0
    assert sop("model", "list", "--json").json[0]["id"] == "haaglanden"


def test_a_region_starts_builds_checks_and_uses_a_model_of_its_own(
    intake: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "noordwijk"
    assert sop("model", "new", folder).code == 0
    assert sop("model", "new", folder).code == 2
    assert sop("model", "build", folder).code == 0
    assert sop("model", "check", folder).code == 0
    said = sop("fill", intake, "-o", tmp_path / "word", "--model", folder, "--quiet")
    assert said.code in (0, 1), said.err
    assert len(list((tmp_path / "word").glob("*.docx"))) == 12
