"""Files with odd names, links, locks: read where they can be, else told of on one line."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support.command_line import sop

SAMPLES = sorted((Path(__file__).parents[2] / "samples/regenboogbestuur/word").glob("*.docx"))
READABLE = (
    "emoji 😀 en שלום.docx",
    "-begint-met-een-streepje.docx",
    f"{'x' * 245}.docx",
    "aanhalingen ' \" & <b> {file} %s {{ 7*7 }}.docx",
    "=cmd|1.docx",
    "e\u0301 \u202egnp.docx",
    "puntje..DOCX",
)
PASSED_OVER = {
    "twee\nregels.docx": r"twee\nregels.docx",
    "kleur\x1b[31m.docx": r"kleur\x1b[31m.docx",
    "\x07bel.docx": r"\x07bel.docx",
    os.fsdecode(b"geen-utf8-\xff.docx"): r"geen-utf8-\udcff.docx",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "word"
    made.mkdir()
    for name, sample in zip(READABLE, SAMPLES, strict=False):
        shutil.copy(sample, made / name)
    for name in PASSED_OVER:
        shutil.copy(SAMPLES[-1], made / name)
    return made


def test_odd_names_are_read_or_told_of(folder: Path) -> None:
    said = sop("read", folder, "--json")
    assert said.code == 1
    assert {Path(one["file"]).name for one in said.json["records"]} == set(READABLE)
    assert {Path(one["file"]).name for one in said.json["failed"]} == set(PASSED_OVER.values())
    assert {one["code"] for one in said.json["failed"]} == {"SOP007"}


def test_odd_names_come_out_in_every_form(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    for words in (
        ("read", folder, "-o", out / "a.json"),
        ("read", folder, "-o", out / "a.csv"),
        ("read", folder, "-o", out / "a.xlsx"),
        ("check", folder),
        (
            "summary",
            folder,
            "-o",
            out / "s.xlsx",
            "--report",
            out / "r.docx",
            "--page",
            out / "p.html",
        ),
    ):
        said = sop(*words)
        assert said.code == 1, words
        assert len(said.err.splitlines()) == len(PASSED_OVER)
        assert "\x1b" not in said.out + said.err
    assert len(list(out.iterdir())) >= 6


def test_a_name_that_begins_with_a_hyphen_is_no_option(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert sop("read", "--quiet", "--", READABLE[1]).code == 0


@pytest.mark.parametrize("name", ["x" * 300, "geen\nbestand", os.fsdecode(b"\xff")])
def test_a_path_that_cannot_be_is_wrong_and_no_stack_trace(name: str) -> None:
    said = sop("read", name)
    assert said.code == 3
    assert "[SOP001]" in said.err
    assert len(said.err.splitlines()) == 1


def test_links_out_of_the_folder_are_told_of_and_not_followed(tmp_path: Path) -> None:
    folder, secret = tmp_path / "word", tmp_path / "elders"
    folder.mkdir()
    secret.mkdir()
    shutil.copy(SAMPLES[0], folder / "goed.docx")
    shutil.copy(SAMPLES[1], secret / "geheim.docx")
    (folder / "link.docx").symlink_to(secret / "geheim.docx")
    (folder / "map").symlink_to(secret)
    (folder / "lus.docx").symlink_to("lus.docx")
    (folder / "gewoon.docx").symlink_to("/etc/hostname")

    said = sop("read", folder, "--json")

    assert [Path(one["file"]).name for one in said.json["records"]] == ["goed.docx"]
    failed = {Path(one["file"]).name: one["code"] for one in said.json["failed"]}
    assert failed == {
        "link.docx": "SOP006",
        "map": "SOP006",
        "gewoon.docx": "SOP006",
        "lus.docx": "SOP012",
    }
    assert "geheim" not in said.out.replace("geheim.docx", "")


def test_a_file_that_another_program_holds_is_told_of_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for sample in SAMPLES[:3]:
        shutil.copy(sample, tmp_path)
    held, gone = tmp_path / SAMPLES[0].name, tmp_path / SAMPLES[1].name
    read_bytes = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path == held:
            raise PermissionError(13, "Permission denied", str(path))
        if path == gone:
            raise OSError(5, "Input/output error", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    said = sop("read", tmp_path, lang="en")
    assert said.code == 1
    assert f"Cannot read {held}: another program has it open" in said.err
    assert f"Cannot read {gone}: input/output error" in said.err
    assert len(said.err.splitlines()) == 2
    assert SAMPLES[2].name in said.out


def test_links_are_not_written_through(tmp_path: Path) -> None:
    """A folder for results in which somebody put links: what they point to is left as it is."""
    elsewhere, out = tmp_path / "elders.docx", tmp_path / "uit"
    elsewhere.write_bytes(b"van een ander")
    out.mkdir()
    intake = SAMPLES[0].parents[1] / "intake.xlsx"
    assert sop("fill", intake, "-o", out, "--quiet").code in (0, 1)
    made = next(out.glob("*.docx"))
    data = made.read_bytes()
    made.unlink()
    made.symlink_to(elsewhere)
    sop("fill", intake, "-o", out, "--quiet")
    assert elsewhere.read_bytes() == b"van een ander"
    sop("fill", intake, "-o", out, "--quiet", "--force")
    assert elsewhere.read_bytes() == b"van een ander"
    assert (made.is_symlink(), made.read_bytes()) == (False, data)


def test_a_list_beside_a_table_is_not_read_through_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "tabel", tmp_path / "elders"
    elsewhere.mkdir()
    assert sop("read", SAMPLES[0], "-o", folder / "a.csv", "--quiet").code == 0
    lists = [path for path in folder.iterdir() if path.name != "a.csv"]
    assert len(lists) > 2
    for path in lists:
        path.rename(elsewhere / path.name)
        path.symlink_to(elsewhere / path.name)
    said = sop("fill", folder, "-o", tmp_path / "word", "--json")
    assert len(said.json["files"]) == 1
    assert {one["code"] for one in said.json["failed"]} == {"SOP006"}
    made = next((tmp_path / "word").glob("*.docx"))
    assert sop("read", made, "--json").json["records"][0]["answers"]["visie.sterk"] == []
