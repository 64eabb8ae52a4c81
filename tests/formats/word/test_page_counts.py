"""The pages that a Word file says it has."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from sop_templates.formats.word.page_counts import count_pages

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
    assert count_pages(written(tmp_path, ("docProps/app.xml", APP.format(inside)))) == pages


def test_a_file_that_does_not_say_has_none(tmp_path: Path) -> None:
    assert count_pages(written(tmp_path)) is None
    assert count_pages(tmp_path / "weg.docx") is None
    (tmp_path / "geen.docx").write_bytes(b"geen zip")
    assert count_pages(tmp_path / "geen.docx") is None


def test_a_part_that_is_broken_or_hostile_says_nothing(tmp_path: Path) -> None:
    hostile = '<!DOCTYPE x [<!ENTITY a "1">]>' + APP.format("<Pages>&a;</Pages>")
    assert count_pages(written(tmp_path, ("docProps/app.xml", hostile))) is None
    assert count_pages(written(tmp_path, ("docProps/app.xml", "<Properties"))) is None
