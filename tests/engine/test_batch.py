"""Finding the files of a command."""

import os
from pathlib import Path
from time import sleep

import pytest

from sop_templates.engine.batch import Failure, find_files, run_batch
from sop_templates.errors import SopError
from sop_templates.kinds.batches import LINK_LEADS_OUT, NO_FILES, NO_SUCH_PATH, ODD_NAME

DOCX = (".docx",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, beside another with a file."""
    for name in ("school/een.docx", "school/onder/twee.DOCX", "elders/geheim.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path / "school"


def names(files: list[Path]) -> list[str]:
    return [path.name for path in files]


def test_folders_are_walked_and_what_is_no_document_is_passed_over(folder: Path) -> None:
    for name in ("~$een.docx", ".docx", ".verborgen.docx", "een.txt", ".map/drie.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert names(find_files([folder], DOCX)) == ["een.docx", "twee.DOCX"]


def test_a_link_within_the_folder_is_a_file_of_it(folder: Path) -> None:
    (folder / "drie.docx").symlink_to(folder / "een.docx")
    assert names(find_files([folder], DOCX)) == ["drie.docx", "een.docx", "twee.DOCX"]


def test_links_out_of_the_folder_are_told_and_not_followed(folder: Path) -> None:
    (folder / "link.docx").symlink_to(folder.parent / "elders/geheim.docx")
    (folder / "map").symlink_to(folder.parent / "elders")
    passed: list[Failure] = []
    assert names(find_files([folder], DOCX, passed)) == ["een.docx", "twee.DOCX"]
    assert [Path(one.file).name for one in passed] == ["map", "link.docx"]
    assert {one.code for one in passed} == {LINK_LEADS_OUT.code}


def test_a_neighbour_whose_name_only_begins_the_same_is_outside(folder: Path) -> None:
    (folder.parent / "school-geheim.docx").write_bytes(b"x")
    (folder / "link.docx").symlink_to(folder.parent / "school-geheim.docx")
    assert names(find_files([folder], DOCX)) == ["een.docx", "twee.DOCX"]


def test_a_link_to_itself_leads_nowhere_and_stops_nothing(folder: Path) -> None:
    (folder / "lus.docx").symlink_to("lus.docx")
    (folder / "rond").symlink_to(folder)
    assert names(find_files([folder], DOCX)) == ["een.docx", "lus.docx", "twee.DOCX"]


def test_a_folder_with_only_links_out_is_told_of_and_not_called_empty(folder: Path) -> None:
    only = folder / "leeg"
    only.mkdir()
    (only / "link.docx").symlink_to(folder / "een.docx")
    passed: list[Failure] = []
    assert find_files([only], DOCX, passed) == []
    assert len(passed) == 1


@pytest.mark.parametrize(
    ("name", "kind"), [("geen", NO_SUCH_PATH), ("x" * 300, NO_SUCH_PATH), ("", NO_FILES)]
)
def test_a_path_that_is_not_there_or_holds_nothing_is_refused(
    folder: Path, name: str, kind: object
) -> None:
    with pytest.raises(SopError) as caught:
        find_files([folder / name], (".xlsx",))
    assert caught.value.kind is kind


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[2Jb", "a\u2028b", os.fsdecode(b"a\xffb")])
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_cannot_be_shown_is_told_on_one_line_and_passed_over(
    folder: Path, name: str
) -> None:
    (folder / f"{name}.docx").write_bytes(b"x")
    (folder / name).mkdir()
    (folder / name / "drie.docx").write_bytes(b"x")
    passed: list[Failure] = []
    assert names(find_files([folder], DOCX, passed)) == ["een.docx", "twee.DOCX"]
    assert [one.code for one in passed] == [ODD_NAME.code] * 2
    assert all((one.file + one.message).isprintable() for one in passed)
    assert find_files([folder / f"{name}.docx"], DOCX, passed) == []


def test_a_folder_that_may_not_be_opened_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def locked(path: str) -> object:
        if str(path).endswith("onder"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    passed: list[Failure] = []
    assert names(find_files([folder], DOCX, passed)) == ["een.docx"]
    assert [(one.code, Path(one.file).name) for one in passed] == [("SOP012", "onder")]


def _mark(path: Path) -> None:
    sleep(0.02)
    path.touch()


def test_who_stops_a_batch_does_not_wait_for_the_rest(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    items = [tmp_path / str(number) for number in range(160)]
    with pytest.raises(KeyboardInterrupt):
        run_batch(_mark, items, jobs=2, progress=stop)
    assert 0 < len(list(tmp_path.iterdir())) < len(items)
