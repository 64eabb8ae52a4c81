"""A new round: what is written, and that it is all or nothing."""

from pathlib import Path

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.engine import new
from sop_templates.engine.boards import read_board
from sop_templates.engine.intake.files import read_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.new import new_round
from sop_templates.errors import SopError, UsageError

DUO = Path(__file__).parents[2] / "samples/duo/schoolvestigingen-basisonderwijs-2026-08.csv"


def names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(str(path.relative_to(folder)) for path in files)


@pytest.fixture
def three_schools(tmp_path: Path) -> Path:
    """DUO's file with the first three schools of one board."""
    lines = DUO.read_bytes().splitlines(keepends=True)
    path = tmp_path / "duo.csv"
    path.write_bytes(b"".join([lines[0], *[line for line in lines if b";32073;" in line][:3]]))
    return path


def test_without_duos_file_the_files_are_blank(tmp_path: Path) -> None:
    result = new_round(tmp_path / "uit")
    assert names(tmp_path / "uit") == ["intake.xlsx", "sop-leeg.docx"]
    assert (result.schools, result.findings) == (0, ())


def test_with_duos_file_the_intake_is_prefilled_and_the_roster_written(
    tmp_path: Path, three_schools: Path
) -> None:
    out = tmp_path / "uit"
    new_round(out, year="2026/27", schools=three_schools, boards=["32073"], board_name="De Brug")
    assert names(out) == ["board.toml", "intake.xlsx", "sop-leeg.docx"]
    board, findings = read_board(out / "board.toml")
    assert (board.name, board.number, len(board.schools), findings) == ("De Brug", "32073", 3, ())
    result = read_intake(out / "intake.xlsx")
    (answers, *_) = [canonical(open_model(), one.raw, one.place)[0] for one in result.records]
    assert answers["school.schooljaar"] == "2026-2027"
    assert answers["school.bestuur"] == "De Brug"
    assert len(result.records) == 3


def test_the_school_form_and_word_files_are_one_a_school(
    tmp_path: Path, three_schools: Path
) -> None:
    out = tmp_path / "uit"
    new_round(
        out, year="2026-2027", schools=three_schools, boards=["32073"], form="school", word=True
    )
    found = names(out)
    assert len([name for name in found if name.startswith("word/") and name.endswith(".docx")]) == 3
    assert len([name for name in found if name.startswith("intake/")]) == 3
    assert all(
        name.endswith("-intake-2026-2027.xlsx") for name in found if name.startswith("intake/")
    )


def test_a_file_that_exists_stops_all(tmp_path: Path) -> None:
    (tmp_path / "intake.xlsx").write_text("van mij")
    with pytest.raises(SopError):
        new_round(tmp_path)
    assert names(tmp_path) == ["intake.xlsx"]


def test_what_was_written_goes_again_when_the_rest_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(new, "write_intake", broken)
    with pytest.raises(KeyboardInterrupt):
        new_round(tmp_path / "uit")
    assert names(tmp_path) == []


@pytest.mark.parametrize("year", ["2026", "2026-2028", "volgend jaar"])
def test_a_school_year_that_is_none_is_wrong_usage(tmp_path: Path, year: str) -> None:
    with pytest.raises(UsageError) as caught:
        new_round(tmp_path, year=year)
    assert caught.value.code == "SOP639"


def test_the_whole_country_must_be_asked_for_by_number(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        new_round(tmp_path, schools=DUO)
    assert caught.value.code == "SOP638"
