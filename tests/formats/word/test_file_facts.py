"""What a Word file says of itself."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from sop_templates.engine.summary.report import TEMPLATE
from sop_templates.formats.word.file_facts import FileFacts, read_file_facts

APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "{}</Properties>"
)


def written(folder: Path, *parts: tuple[str, str]) -> Path:
    path = folder / "sop.docx"
    with ZipFile(path, "w") as files:
        files.writestr("[Content_Types].xml", "<Types/>")
        for name, text in parts:
            files.writestr(name, text)
    return path


def _pages(path: Path) -> int | None:
    return read_file_facts(path).pages


@pytest.mark.parametrize(
    ("inside", "pages"),
    [
        ("<Pages>9</Pages>", 9),
        ("<Pages>0</Pages>", None),
        ("<Pages>veel</Pages>", None),
        ("", None),
    ],
)
def test_pages_are_told_as_the_file_says_them(
    tmp_path: Path, inside: str, pages: int | None
) -> None:
    assert _pages(written(tmp_path, ("docProps/app.xml", APP.format(inside)))) == pages


def test_a_file_that_does_not_say_has_none(tmp_path: Path) -> None:
    nothing = FileFacts()
    assert read_file_facts(written(tmp_path)) == nothing
    assert read_file_facts(tmp_path / "weg.docx") == nothing
    (tmp_path / "geen.docx").write_bytes(b"geen zip")
    assert read_file_facts(tmp_path / "geen.docx") == nothing


def test_a_part_that_is_broken_or_hostile_says_nothing(tmp_path: Path) -> None:
    hostile = '<!DOCTYPE x [<!ENTITY a "1">]>' + APP.format("<Pages>&a;</Pages>")
    assert _pages(written(tmp_path, ("docProps/app.xml", hostile))) is None
    assert _pages(written(tmp_path, ("docProps/app.xml", "<Properties"))) is None


def test_a_file_of_ours_says_its_kind() -> None:
    assert read_file_facts(TEMPLATE).kind == "report"
