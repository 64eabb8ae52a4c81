"""`sop read --into`: Word files into an intake that is there already."""

from pathlib import Path

import pytest

from sop_templates.engine.demo import samples_folder
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.models import open_model
from tests.support.command_line import sop

WORD = samples_folder() / "regenboogbestuur/word"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(open_model(), "board"))
    return path


def test_the_answers_come_into_a_copy_and_the_intake_stays(blank: Path, tmp_path: Path) -> None:
    before = blank.read_bytes()
    said = sop("read", WORD, "--into", blank, "-o", tmp_path / "nieuw.xlsx", "--json")
    assert said.code == 0, said.err
    assert len(said.json["records"]) == len(said.json["into"]["schools"]) == 12
    assert said.json["into"]["added"] > 400
    assert len(read_intake(tmp_path / "nieuw.xlsx").records) == 12
    assert blank.read_bytes() == before


def test_the_intake_itself_is_only_written_with_force(blank: Path) -> None:
    before = blank.read_bytes()
    assert sop("read", WORD, "--into", blank, "-o", blank).code == 3
    assert blank.read_bytes() == before
    assert sop("read", WORD, "--into", blank, "-o", blank, "--force").code == 0
    assert len(read_intake(blank).records) == 12


@pytest.mark.parametrize("more", [["--take-word"], []])
def test_an_answer_that_differs_is_told(blank: Path, more: list[str]) -> None:
    records = [{"school.vestigingscode": "99XX00", "school.naam": "Uit Excel"}]
    blank.write_bytes(write_intake(open_model(), "board", records))
    file = next(WORD.glob("99XX00*"))
    said = sop("read", file, "--into", blank, "-o", blank, "--force", *more, lang="en")
    assert ("[SOP621]" if more else "[SOP620]") in said.out
    assert "Uit Excel" in said.out
    (record,) = read_intake(blank).records
    assert record.raw["school.naam"] == ("De Zeven Zeilen" if more else "Uit Excel")


@pytest.mark.parametrize(
    "words",
    [
        ["--into", "intake.csv", "-o", "nieuw.xlsx"],
        ["--into", "intake.xlsx", "-o", "nieuw.csv"],
        ["--into", "intake.xlsx"],
        ["--take-word", "-o", "nieuw.xlsx"],
    ],
)
def test_what_does_not_fit_together_is_wrong_usage(words: list[str]) -> None:
    assert sop("read", WORD, *words).code == 2
