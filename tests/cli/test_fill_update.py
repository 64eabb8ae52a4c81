"""`sop fill --update` as a user runs it."""

from pathlib import Path

import pytest

from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from tests.support.command_line import sop
from tests.support.generated import generated_answers
from tests.support.word_strip import with_typed

MODEL = open_model()
CONTACT, VISION = "zorgplicht.contact", "visie.visie"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An intake with a change, and the Word files that were filled before it."""
    answers = [generated_answers(MODEL, code) for code in ("00AA00", "00AB00")]
    (tmp_path / "intake.xlsx").write_bytes(write_intake(MODEL, "board", answers))
    assert sop("fill", tmp_path / "intake.xlsx", "-o", tmp_path / "word").code == 0
    answers[0] |= {VISION: "Nieuw.", CONTACT: "De directeur"}
    (tmp_path / "intake.xlsx").write_bytes(write_intake(MODEL, "board", answers))
    return tmp_path


def test_json_tells_what_became_of_each_file(folder: Path) -> None:
    said = sop("fill", folder / "intake.xlsx", "-o", folder / "word", "--update", "--json")
    assert said.code == 0
    assert [(one["state"], one.get("written")) for one in said.json["files"]] == [
        ("updated", [VISION, CONTACT]),
        ("unchanged", None),
    ]
    assert (said.json["failed"], said.json["findings"]) == ([], [])


def test_the_end_tells_how_many(folder: Path) -> None:
    said = sop("fill", folder / "intake.xlsx", "-o", folder / "word", "--update", lang="en")
    assert said.code == 0
    assert "1 updated, 1 unchanged, 0 new, 0 failed." in said.out


def test_a_conflict_is_an_error_until_it_is_solved(folder: Path) -> None:
    path = next((folder / "word").glob("00AA00*"))
    path.write_bytes(with_typed(path.read_bytes(), CONTACT, "Het secretariaat"))
    words = ("fill", folder / "intake.xlsx", "-o", folder / "word", "--update")
    said = sop(*words, "--json")
    assert said.code == 1
    (finding,) = said.json["findings"]
    assert (finding["code"], finding["file"]) == ("SOP660", str(path))
    assert sop(*words).code == 1
    path.write_bytes(with_typed(path.read_bytes(), CONTACT, "De directeur"))
    assert sop(*words).code == 0


def test_update_and_force_is_wrong_usage(folder: Path) -> None:
    said = sop("fill", folder / "intake.xlsx", "-o", folder / "word", "--update", "--force")
    assert said.code == 2
    assert "SOP673" in said.err
