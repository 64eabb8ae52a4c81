"""A real browser for tests: runs a Node script of `tests/browser` with Debian's Chromium."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "browser"
SECONDS = 240
PHONE, DESK = 390, 1280  # pixels wide


@dataclass(frozen=True)
class Look:
    """What a visitor of a page meets at a width of the window."""

    file: str
    width: int
    violations: list[dict[str, Any]]
    fetched: list[str]
    errors: list[str]
    wide: bool


def run_script(script: str, asked: object) -> Any:
    """What a script of `tests/browser` prints as JSON.

    Args:
        script: its name.
        asked: what it gets as JSON.
    """
    chromium = program("chromium", "chromium-browser", package="chromium")
    return json.loads(run_node(FOLDER / script, given=json.dumps(asked), SOP_CHROMIUM=chromium))


def run_node(*words: str | Path, given: str = "", **environment: str) -> str:
    """What Node prints; fails with what it says where it ends with an error.

    Args:
        words: a script or options.
        given: on stdin.
        environment: variables beside those of this process.
    """
    node = program("node", package="nodejs npm")
    if not (FOLDER / "node_modules").is_dir():
        _missing("Node packages are missing: npm ci --ignore-scripts --prefix tests/browser")
    done = subprocess.run(  # noqa: S603 - our own scripts
        [node, *map(str, words)],
        input=given,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def look_at(pages: Sequence[Path], widths: Sequence[int] = (PHONE, DESK)) -> list[Look]:
    """What a visitor of each page meets, at each width."""
    found = run_script("look.mjs", {"pages": [str(page) for page in pages], "widths": list(widths)})
    return [Look(**one) for one in found]


def assert_welcoming(pages: Sequence[Path], widths: Sequence[int] = (PHONE, DESK)) -> None:
    """Fails where axe-core finds a violation, or a page fetches, errs or is wider than its window."""
    faults = [
        f"{Path(one.file).name} at {one.width}: {what}"
        for one in look_at(pages, widths)
        for what in (
            *one.violations,
            *one.fetched,
            *one.errors,
            *(["too wide"] if one.wide else []),
        )
    ]
    assert not faults, "\n".join(faults)


def program(*names: str, package: str) -> str:
    """The path of a program by one of its names; without it the test is skipped, in CI it fails."""
    for name in names:
        if found := shutil.which(name):
            return found
    _missing(f"{names[0]} is not installed: apt install {package}")
    raise AssertionError


def _missing(words: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)
