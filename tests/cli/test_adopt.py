"""`sop adopt` as its users meet it: exit codes, JSON, nothing overwritten."""

from pathlib import Path

import pytest

from tests.support import own_formats
from tests.support.command_line import sop


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "oud"
    folder.mkdir()
    (folder / "a.docx").write_bytes(own_formats.numbered_headings().data)
    (folder / "b.docx").write_bytes(own_formats.bold_lines().data)
    return folder


def test_each_file_is_moved_and_told(old: Path, tmp_path: Path) -> None:
    said = sop("adopt", old, "-o", tmp_path / "nieuw", "--json")
    assert said.code == 0
    assert [one["state"] for one in said.json["files"]] == ["adopted", "adopted"]
    for one in said.json["files"]:
        assert Path(one["file"]).is_file()
        assert Path(one["rest"]).is_file()
        assert {"visie.visie", "basis.structuur", "extra.beschrijving"} <= set(one["placed"])
    assert said.json["failed"] == []


def test_a_second_run_skips_what_exists(old: Path, tmp_path: Path) -> None:
    sop("adopt", old, "-o", tmp_path / "nieuw")
    before = {path: path.read_bytes() for path in (tmp_path / "nieuw").iterdir()}
    said = sop("adopt", old, "-o", tmp_path / "nieuw", "--json")
    assert {one["state"] for one in said.json["files"]} == {"skipped"}
    assert {path: path.read_bytes() for path in (tmp_path / "nieuw").iterdir()} == before


def test_what_is_no_sop_fails_and_the_others_go_on(old: Path, tmp_path: Path) -> None:
    (old / "notulen.docx").write_bytes(own_formats.minutes())
    said = sop("adopt", old, "-o", tmp_path / "nieuw")
    assert said.code == 1
    assert "notulen.docx" in said.err
    assert len(list((tmp_path / "nieuw").glob("*plaatsen.docx"))) == 2


def test_nothing_to_move_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(own_formats.parents_letter())
    assert sop("adopt", tmp_path, "-o", tmp_path / "nieuw").code == 3
