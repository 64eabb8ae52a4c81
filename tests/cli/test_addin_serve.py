"""`sop addin serve` serves the pane until it is stopped, and says what to do."""

import json
import os
import signal
import ssl
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.support.browser import program
from tests.support.command_line import sop

PORT = 18765


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    program("openssl", package="openssl")
    words = [sys.executable, "-m", "sop_templates", "addin", "serve", "--json"]
    words += ["--port", str(PORT), "-o", str(tmp_path / "manifest.xml")]
    with subprocess.Popen(  # noqa: S603 - our own command
        words,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "HOME": str(tmp_path)},
    ) as running:
        assert running.stdout is not None
        said = json.loads("".join(iter(running.stdout.readline, "}\n")) + "}")
        trusting = ssl.create_default_context(cafile=said["certificate"])
        with urllib.request.urlopen(said["page"], context=trusting, timeout=20) as answer:  # noqa: S310 - our own address
            assert "SOP-hulp" in answer.read().decode()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0
    assert said["page"] == f"https://localhost:{PORT}/pane.html"
    assert Path(said["certificate"]) == tmp_path / ".sop/localhost.pem"
    assert said["certificate_is_new"]
    assert f"https://localhost:{PORT}/pane.html" in (tmp_path / "manifest.xml").read_text("utf-8")


def test_a_key_alone_is_wrong_usage(tmp_path: Path) -> None:
    said = sop("addin", "serve", "--key", tmp_path / "sleutel.pem")
    assert said.code == 2
    assert "SOP720" in said.err
