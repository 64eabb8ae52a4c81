"""A board's folder with hostile files in it: summary and status name each once, and count the good ones."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.support.command_line import sop
from tests.support.hostile_files import (
    BODY,
    JPEG,
    always,
    bomb,
    cut,
    in_part,
    laughing,
    with_doctype,
)

SAMPLES = sorted((Path(__file__).parents[2] / "samples/regenboogbestuur/word").glob("*.docx"))
GOOD = 3
HOSTILE = {
    "afgekapt.docx": (cut(0.5), "SOP021"),
    "bom.docx": (always(bomb()), "SOP022"),
    "dtd.docx": (in_part(BODY, with_doctype(laughing(), "&l11;")), "SOP027"),
    "photo.docx": (always(JPEG), "SOP019"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bestuur")
    for path in SAMPLES[:GOOD]:
        shutil.copy(path, made)
    for name, (make, _) in HOSTILE.items():
        (made / name).write_bytes(make(SAMPLES[0].read_bytes()))
    return made


@pytest.mark.parametrize("command", ["summary", "status"])
def test_each_hostile_file_is_one_line_and_the_good_ones_count(
    folder: Path, command: str, tmp_path: Path
) -> None:
    out = ("-o", tmp_path / "overzicht.xlsx") if command == "summary" else ()
    said = sop(command, folder, *out)
    lines = said.err.splitlines()
    assert said.code == 1
    assert "Traceback" not in said.out + said.err
    assert {"summary": "Scholen: 3,", "status": "Aangeleverd: 3 scholen."}[command] in said.out
    for name, (_, code) in HOSTILE.items():
        assert sum(name in line and line.endswith(f"[{code}]") for line in lines) == 1
    assert len(lines) == len(HOSTILE)


@pytest.mark.parametrize("command", ["summary", "status"])
def test_machines_get_the_same(folder: Path, command: str, tmp_path: Path) -> None:
    out = ("-o", tmp_path / "overzicht.xlsx") if command == "summary" else ()
    told = sop(command, folder, *out, "--json").json
    codes = Counter((Path(one["file"]).name, one["code"]) for one in told["failed"])
    assert codes == Counter((name, code) for name, (_, code) in HOSTILE.items())
    assert len(told["files" if command == "summary" else "schools"]) == GOOD
