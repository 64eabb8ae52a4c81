"""Reading and writing whole files."""

import os
from pathlib import Path

import pytest

from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.kinds import files


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_whole(tmp_path / "map" / "in map" / "a.docx", b"abc")
    assert read_whole(tmp_path / "map" / "in map" / "a.docx") == b"abc"


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"oud")
    with pytest.raises(SopError, match="exists already") as caught:
        write_whole(path, b"nieuw")
    assert caught.value.kind is files.FILE_EXISTS
    assert path.read_bytes() == b"oud"
    assert names(tmp_path) == ["a.docx"]


def test_force_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"oud")
    write_whole(path, b"nieuw", force=True)
    assert path.read_bytes() == b"nieuw"
    assert names(tmp_path) == ["a.docx"]


def test_force_replaces_a_link_and_not_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "elders").write_bytes(b"oud")
    (tmp_path / "a.docx").symlink_to(tmp_path / "elders")
    write_whole(tmp_path / "a.docx", b"nieuw", force=True)
    assert (tmp_path / "elders").read_bytes() == b"oud"


@pytest.mark.parametrize("exists", [False, True])
def test_a_disk_without_links_keeps_the_promise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exists: bool
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.docx"
    if exists:
        path.write_bytes(b"oud")
        with pytest.raises(SopError, match="exists already"):
            write_whole(path, b"nieuw")
    else:
        write_whole(path, b"nieuw")
    assert path.read_bytes() == (b"oud" if exists else b"nieuw")
    assert names(tmp_path) == ["a.docx"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"geen map")
    with pytest.raises(SopError, match="Cannot write") as caught:
        write_whole(tmp_path / "map" / "a.docx", b"abc")
    assert caught.value.kind is files.CANNOT_WRITE


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "leeg.docx").touch()
    (tmp_path / "groot.docx").write_bytes(b"12345")
    found = {}
    for name in ("geen.docx", "leeg.docx", "groot.docx", "."):
        with pytest.raises(SopError) as caught:
            read_whole(tmp_path / name, limit=4)
        assert str(caught.value)
        found[name] = caught.value.kind
    assert found == {
        "geen.docx": files.NO_FILE,
        "leeg.docx": files.EMPTY_FILE,
        "groot.docx": files.FILE_TOO_BIG,
        ".": files.CANNOT_READ,
    }
