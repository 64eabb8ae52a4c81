"""What the Dutch manual tells people to type works, in the order in which it is told."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from sop_templates.cli.main import COMMANDS
from sop_templates.domain.board import board_from_data
from sop_templates.engine.demo import samples_folder
from sop_templates.engine.models import open_model
from tests.support.command_line import sop
from tests.support.told_commands import blocks, commands

MANUAL = Path(__file__).parents[2] / "docs/handleiding.md"
TEXT = MANUAL.read_text(encoding="utf-8")
# They end with 1: schools still have to fill in what is required, or are not ready yet.
FINDS_ERRORS = ("check", "package", "publish")
DUO = samples_folder() / "duo/schoolvestigingen-basisonderwijs-2026-08.csv"


def test_every_command_works_in_the_order_of_the_manual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(DUO, tmp_path / "duo.csv")
    monkeypatch.chdir(tmp_path)
    for words in commands(TEXT):
        said = sop(*words)
        expected = 1 if words[0] in FINDS_ERRORS else 0
        assert said.code == expected, f"sop {shlex.join(words)}\n{said.out}{said.err}"
        assert "Mislukt" not in said.err


def test_every_line_of_a_shell_block_is_run() -> None:
    lines = [line for block in blocks(TEXT, "sh") for line in block.splitlines() if line.strip()]
    assert len(lines) == len(commands(TEXT))


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"`sop ([a-z]+)", TEXT))
    assert named <= set(COMMANDS)


def test_the_board_toml_of_the_manual_is_understood() -> None:
    block, _ = blocks(TEXT, "toml")
    board, findings = board_from_data(tomllib.loads(block), open_model())
    assert findings == ()
    assert board.schools[0].code == "07PD00"


def test_the_model_of_the_manual_that_follows_another_can_be_opened(tmp_path: Path) -> None:
    _, block = blocks(TEXT, "toml")
    (tmp_path / "model.toml").write_text(block, "utf-8")
    model = open_model(str(tmp_path))
    assert model.region == "Passend Onderwijs Noordwijk"
    assert "visie.motto" in model.by_key


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in TEXT.splitlines()
        if line.startswith("#")
    }
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        assert not path or (MANUAL.parent / path).is_file(), target
        assert path or anchor in headings, target
