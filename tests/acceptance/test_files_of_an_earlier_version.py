"""A school's file of an earlier version, through the commands: what was renamed, split and dropped."""

from pathlib import Path

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import read_file
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.finished.document import open_document
from tests.support.command_line import sop
from tests.support.former_model import RENAMED_SPLIT_DROPPED, write_models

THEN = {
    "school.naam": "De Ark",
    "school.vestigingscode": "00AA00",
    "school.schooljaar": "2025-2026",
    "visie.missie": "Ieder kind **telt**.",
    "basis.alles": "Veel.\n\nTot de deur.",
    "basis.kantine": "broodjes",
}
NOW = {"visie.visie": "Ieder kind **telt**.", "basis.bieden": "Veel.\n\nTot de deur."}
CODES = {"SOP335", "SOP336", "SOP337"}  # renamed, split, dropped


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a file of then, and the folder of the model of now."""
    folder = tmp_path_factory.mktemp("streek")
    then, now = write_models(folder, RENAMED_SPLIT_DROPPED)
    answers, findings = canonical(open_model(then), THEN)
    assert findings == ()
    (folder / "word").mkdir()
    (folder / "word/oud.docx").write_bytes(open_word_model(then).fill(answers))
    return folder / "word", now


def test_read_carries_over_what_was_asked_otherwise(region: tuple[Path, str]) -> None:
    folder, model = region
    said = sop("read", folder, "--model", model, "--json")
    (record,) = said.json["records"]
    assert (said.code, record["format"], record["version"]) == (0, "older", "2025.1")
    assert record["answers"].items() >= NOW.items()
    assert {one["code"] for one in record["findings"]} >= CODES


def test_adopt_makes_a_file_of_today_and_lists_what_was_dropped(
    region: tuple[Path, str], tmp_path: Path
) -> None:
    folder, model = region
    said = sop("adopt", folder, "-o", tmp_path, "--model", model)
    assert said.code == 0
    assert all(code in said.out for code in CODES)
    made, rest = sorted(tmp_path.iterdir(), key=lambda path: len(path.name))
    record = read_file(made, model)
    assert (record.format, record.findings) == ("model", ())
    assert record.answers.items() >= NOW.items()
    story = open_document(rest.read_bytes()).body
    words = story.text(0, story.end)
    assert "Wat is er in de kantine?\nbroodjes" in words
