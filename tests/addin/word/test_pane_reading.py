"""The task pane reads as the Python reader does, and its modules are what their types say."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_templates.engine.addin.places import addin_folder
from sop_templates.formats.word.finished.understood import UNDERSTOOD
from tests.support.browser import FOLDER, run_node
from tests.support.pane_vectors import vectors

TESTS = sorted((FOLDER / "pane").glob("*.test.mjs"))
MOST_LINES = 300


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pane") / "vectors.json"
    path.write_text(json.dumps(vectors()), encoding="utf-8")
    return path


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name.partition(".")[0])
def test_node_finds_every_rule_kept(file: Path, written: Path) -> None:
    said = run_node("--test", "--test-reporter=tap", file, SOP_VECTORS=str(written))
    assert "\n# fail 0\n" in said
    assert "\n# pass 0\n" not in said


def test_the_pane_understands_the_same_namespaces() -> None:
    text = (addin_folder() / "word/reading/understood.js").read_text(encoding="utf-8")
    assert set(re.findall(r'"(\S+)"', text)) == UNDERSTOOD


def test_the_types_of_all_modules_fit() -> None:
    run_node(FOLDER / "node_modules/typescript/bin/tsc", "-p", FOLDER)


def modules() -> Iterator[Path]:
    return (addin_folder() / "word").rglob("*.js")


def test_modules_are_short_and_say_what_they_know() -> None:
    for path in modules():
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("/** "), path
        assert len(lines) <= MOST_LINES, path


def test_no_module_holds_a_field_or_an_option() -> None:
    given = vectors()["fields"]
    told = {
        word
        for model in given["models"].values()
        for chapter in model["chapters"]
        for field in chapter["fields"]
        for word in (field["key"], field["bookmark"], field["label"], field["prompt"])
    }
    told |= {one["key"] for model in given["models"].values() for one in model["fixedTexts"]}
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert [word for word in told if f'"{word}"' in text or f"'{word}'" in text] == []
