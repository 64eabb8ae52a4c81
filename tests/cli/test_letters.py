"""`sop letters` as its users meet it."""

from pathlib import Path

from sop_templates.engine.demo import samples_folder
from tests.support.command_line import sop
from tests.support.merge_letters import letter, merge
from tests.support.word_xml import p

WORD = samples_folder() / "regenboogbestuur" / "word"


def test_letters_for_all_schools_and_again_without_overwriting(tmp_path: Path) -> None:
    first = sop("letters", "adviesverklaring-mr", WORD, "-o", tmp_path, "--json")
    assert first.code == 0
    assert len(first.json["files"]) == 12
    assert first.json["files"][0] == {
        "file": str(tmp_path / "99XX00-adviesverklaring-mr-De-Zeven-Zeilen-2026-2027.docx"),
        "code": "99XX00",
        "name": "De Zeven Zeilen",
        "state": "done",
    }
    again = sop("letters", "adviesverklaring-mr", WORD, "-o", tmp_path, "--json")
    assert {one["state"] for one in again.json["files"]} == {"skipped"}


def test_an_empty_place_is_a_warning_and_no_error(tmp_path: Path) -> None:
    said = sop("letters", "aanbieding-mr", WORD, "-o", tmp_path)
    assert said.code == 0
    assert "[SOP738]" in said.out


def test_a_copy_of_a_letter_serves_as_a_template_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "eigen.docx"
    assert sop("letters", "aanbieding-mr", "--copy", own, "--quiet").code == 0
    said = sop(
        "letters", "mr", WORD, "-o", tmp_path / "uit", "--template", own, "--one-file", "--quiet"
    )
    assert said.code == 0
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [
        "mr-Stichting-Regenboogbestuur-2026-2027.docx"
    ]


def test_a_value_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "eigen.docx"
    own.write_bytes(letter(p(*merge("kenmerk"))))
    more = ("-o", tmp_path / "uit", "--template", own, "--quiet")
    refused = sop("letters", "mr", WORD, *more)
    assert refused.code == 3
    assert "kenmerk" in refused.err
    assert sop("letters", "mr", WORD, *more, "--set", "kenmerk=2026-014").code == 0


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    assert sop("letters", "uitnodiging", WORD, "-o", tmp_path).code == 2
    assert sop("letters", "aanbieding-mr", "-o", tmp_path).code == 2
    assert sop("letters", "aanbieding-mr", WORD).code == 2
    assert sop("letters", "aanbieding-mr", WORD, "-o", tmp_path, "--set", "x").code == 2


def test_a_folder_that_does_not_exist_ends_with_3(tmp_path: Path) -> None:
    assert sop("letters", "aanbieding-mr", tmp_path / "weg", "-o", tmp_path).code == 3
