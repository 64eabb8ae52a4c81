"""`sop compare` as its users meet it."""

from pathlib import Path

from tests.support.command_line import sop
from tests.support.school_files import write_file, write_files

SCHOOL = {"school.naam": "De Brug", "school.vestigingscode": "12AB00"}


def two_files(tmp_path: Path) -> tuple[Path, Path]:
    before = SCHOOL | {
        "visie.visie": "Wij doen soms alles samen",
        "basis.gebouw": {"lift": {"aanwezig": "nee"}},
    }
    after = SCHOOL | {
        "visie.visie": "Wij doen altijd alles samen",
        "basis.gebouw": {"lift": {"aanwezig": "ja"}},
        "school.eenpitter": True,
    }
    return write_file(tmp_path, before, "oud.docx"), write_file(tmp_path, after, "nieuw.docx")


def test_each_change_is_shown_under_its_question(tmp_path: Path) -> None:
    said = sop("compare", *two_files(tmp_path), lang="en")
    assert said.code == 0
    assert said.out.splitlines() == [
        "12AB00 De Brug  oud.docx → nieuw.docx",
        "  Eenpitter (levert rechtstreeks aan SPPOH) (internal):",
        "    [-nee-] {+ja+}",
        "  Vanuit welke visie werken wij aan passend onderwijs?",
        "    Wij doen [-soms-] {+altijd+} alles samen",
        "  Gebouw en hulpmiddelen · Lift:",
        "    [-nee-] {+ja+}",
        "1 schools compared, 3 changes, 0 without one of the two files.",
    ]


def test_a_file_without_changes_says_so(tmp_path: Path) -> None:
    old, _ = two_files(tmp_path)
    said = sop("compare", old, old, lang="en")
    assert "nothing changed" in said.out


def test_with_an_output_it_is_written_once_and_the_terminal_stays_short(tmp_path: Path) -> None:
    old, new = two_files(tmp_path)
    out = tmp_path / "wijzigingen.html"
    said = sop("compare", old, new, "-o", out)
    assert said.code == 0
    assert "altijd" not in said.out
    assert "altijd" in out.read_text(encoding="utf-8")
    assert sop("compare", old, new, "-o", out).code == 3
    assert sop("compare", old, new, "-o", out, "--force").code == 0


def test_an_ending_that_it_cannot_write_is_wrong_usage(tmp_path: Path) -> None:
    assert sop("compare", *two_files(tmp_path), "-o", tmp_path / "x.pdf").code == 2


def test_schools_of_one_folder_only_are_named(tmp_path: Path) -> None:
    other = {"school.naam": "De Kade", "school.vestigingscode": "12AB01"}
    write_files(tmp_path / "oud", [SCHOOL])
    write_files(tmp_path / "nieuw", [SCHOOL, other])
    said = sop("compare", tmp_path / "oud", tmp_path / "nieuw", "--json")
    assert said.code == 0
    assert [(one["vestigingscode"], one["before"] is None) for one in said.json["schools"]] == [
        ("12AB00", False),
        ("12AB01", True),
    ]


def test_a_file_that_cannot_be_read_ends_with_3(tmp_path: Path) -> None:
    old, _ = two_files(tmp_path)
    bad = tmp_path / "memo.docx"
    bad.write_bytes(b"words")
    said = sop("compare", old, bad)
    assert said.code == 3
    assert "memo.docx" in said.err
