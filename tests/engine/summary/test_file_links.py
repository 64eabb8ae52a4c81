"""Links from the workbook to the schools' files."""

import os
from pathlib import Path

import pytest

from sop_templates.engine.summary.file_links import file_link
from sop_templates.formats.excel.report_values import Link


def test_a_link_starts_from_the_folder_of_the_workbook() -> None:
    link = file_link("sop/word/De Brug.docx", "sop/uit")
    assert link == Link("De Brug.docx", "external:../word/De Brug.docx")


def test_a_sign_that_means_a_place_in_a_file_makes_no_link() -> None:
    assert file_link("word/groep #3.docx", "uit") == "word/groep #3.docx"


def test_a_file_on_another_drive_makes_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_another_drive(_path: str, _start: str) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    assert file_link("D:/sop.docx", str(Path("C:/uit"))) == "D:/sop.docx"
