"""What a machine has and lacks is told, with what to do."""

import shutil
from pathlib import Path

import pytest

from sop_templates.engine import doctor
from sop_templates.engine.addin.places import Machine, System
from sop_templates.engine.doctor import Part, examine
from sop_templates.errors import SopError
from sop_templates.kinds.batches import NO_SAMPLES
from sop_templates.kinds.models import NO_TEMPLATE


@pytest.fixture
def windows(tmp_path: Path) -> Machine:
    return Machine(System.WINDOWS, tmp_path, tmp_path / "AppData", tmp_path / "python.exe")


def part(name: str, parts: list[Part]) -> Part:
    return next(one for one in parts if one.name == name)


def program(folder: Path, script: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_what_all_needs_is_there_and_says_its_version(tmp_path: Path) -> None:
    parts = examine(office=program(tmp_path, "echo LibreOffice 99.1"))
    needed = [one for one in parts if one.needed]
    assert [one.name for one in needed][:2] == ["sop-templates", "model haaglanden"]
    assert all(one.here and one.is_well for one in needed)
    assert part("LibreOffice", parts).here == "LibreOffice 99.1"


def test_a_missing_libreoffice_is_no_fault_but_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_office", lambda: None)
    found = part("LibreOffice", examine())
    assert (found.here, found.needed) == ("", False)
    assert found.advice.startswith("Install LibreOffice")


@pytest.mark.parametrize("script", ["exit 3", "sleep 5"])
def test_a_libreoffice_that_does_not_start_is_told(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PATIENCE", 0.2)
    found = part("LibreOffice", examine(office=program(tmp_path, script)))
    assert found.advice == f"{tmp_path / 'soffice'} does not start. Install it again."


def test_without_openssl_a_certificate_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert part("openssl", examine()).is_well is (shutil.which("openssl") is not None)
    monkeypatch.setattr(doctor, "which", lambda _: None)
    assert "--cert" in part("openssl", examine()).advice


def test_excel_without_the_buttons_is_told_how_to_get_them(windows: Machine) -> None:
    found = part("buttons in Excel", examine(windows, policies=lambda *_: None))
    assert found.here == ""
    assert "sop addin install" in found.advice


def test_a_broken_installation_names_the_model_and_the_samples(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise SopError(NO_TEMPLATE, "model.docx")

    def gone() -> None:
        raise SopError(NO_SAMPLES, "samples")

    monkeypatch.setattr(doctor, "open_word_model", broken)
    monkeypatch.setattr(doctor, "samples_folder", gone)
    parts = examine()
    assert not part("model haaglanden", parts).is_well
    assert part("model haaglanden", parts).needed
    assert "samples" in part("samples", parts).advice
