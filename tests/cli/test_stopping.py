"""A command that is told to stop stops at once, with all that it started, and says so."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from sop_templates.engine.demo import samples_folder

LONG = samples_folder() / "regenboogbestuur/word/99XX04-De-Draaibrug-sop-2026-2027.docx"
SECONDS = 30

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script is no program on Windows")


def wait_for(file: Path) -> str:
    end = monotonic() + SECONDS
    while monotonic() < end:
        if file.is_file() and (words := file.read_text().strip()):
            return words
        sleep(0.05)
    pytest.fail(f"{file.name} was not written")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_libreoffice_does_not_go_on_alone(told: signal.Signals, tmp_path: Path) -> None:
    office, started = tmp_path / "soffice", tmp_path / "started"
    office.write_text(f"#!/bin/sh\necho $$ > {started}\nexec sleep 60\n")
    office.chmod(0o755)
    surroundings = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "SOP_LANG": "en"}
    command = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "sop_templates", "check", LONG],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    child = int(wait_for(started))
    command.send_signal(told)
    _, words = command.communicate(timeout=SECONDS)
    assert command.returncode == 1
    assert words.strip().startswith("Stopped.")
    assert not is_alive(child)
