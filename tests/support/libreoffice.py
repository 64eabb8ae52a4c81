"""LibreOffice for tests: opens our files in a second program, with a profile of its own."""

import os
import subprocess
from pathlib import Path

import pytest

from sop_templates.formats.office_runs import find_office

SECONDS = 180


def office() -> Path:
    """The program; where it is missing, the test is passed over, and fails in CI."""
    program = find_office()
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing in CI")
        pytest.skip("LibreOffice is not installed: apt install libreoffice-writer libreoffice-calc")
    return program


def convert(source: Path, to: str, folder: Path, *, options: str = "") -> Path:
    """The file that LibreOffice makes of `source`.

    Args:
        source: what to open.
        to: the ending to save as: `pdf`, `docx`, `odt`, `txt`, `xlsx`.
        folder: where it is written; the profile is kept below it.
        options: filter options, as in `txt:Text (encoded):UTF8`.

    Returns:
        The path of the new file.
    """
    program = office()
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(  # noqa: S603 - a fixed program on files that the test made
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            f"{to}:{options}" if options else to,
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    made = folder / f"{source.stem}.{to}"
    assert made.is_file(), f"LibreOffice made no {to} of {source.name}"
    return made
