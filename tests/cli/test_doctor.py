"""`sop doctor` as its users meet it."""

import pytest

from sop_templates.engine.doctor import Part
from tests.support.command_line import sop

EXAMINE = "sop_templates.cli.doctor.examine"


def test_it_tells_in_dutch_what_is_here() -> None:
    said = sop("doctor")
    assert said.code == 0
    assert "model haaglanden" in said.out
    assert "op deze computer" in said.out


def test_for_machines_it_is_json() -> None:
    parts = sop("doctor", "--json").json
    assert parts[0]["name"] == "sop-templates"
    assert parts[0]["needed"]


def test_what_nothing_works_without_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Part("model haaglanden", "", "alles", "Installeer opnieuw.", needed=True)
    missing = Part("LibreOffice", "", "pdf", "Installeer LibreOffice.")
    sop("doctor")  # loads the command, in Dutch
    monkeypatch.setattr(EXAMINE, lambda: [missing])
    assert sop("doctor", "--quiet").code == 0
    monkeypatch.setattr(EXAMINE, lambda: [missing, broken])
    said = sop("doctor", "--quiet")
    assert said.code == 1
    assert said.out.splitlines() == [
        "LibreOffice: Installeer LibreOffice.",
        "model haaglanden: Installeer opnieuw.",
    ]
