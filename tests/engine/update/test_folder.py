"""`fill` with `update`: a folder of Word files and an intake, from one run to the next."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import Answers
from sop_templates.engine.filled import FillResult
from sop_templates.engine.filling import fill
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import read_file
from sop_templates.errors import UsageError
from sop_templates.kinds import updating as kinds
from tests.support.generated import generated_answers
from tests.support.word_editing import control_of, edited
from tests.support.word_strip import with_typed, without_properties
from tests.support.word_xml import e

MODEL = open_model()
CODES = ("00AA00", "00AB00", "00AC00")
CONTACT, VISION = "zorgplicht.contact", "visie.visie"
NOW = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture
def answers() -> list[Answers]:
    return [generated_answers(MODEL, code) for code in CODES]


@pytest.fixture
def out(tmp_path: Path, answers: list[Answers]) -> Path:
    """The folder of the first two schools, filled."""
    _intake(tmp_path, answers[:2])
    fill([tmp_path / "intake.xlsx"], tmp_path / "word")
    return tmp_path / "word"


def _intake(folder: Path, answers: list[Answers]) -> None:
    (folder / "intake.xlsx").write_bytes(write_intake(MODEL, "board", answers))


def _updated(out: Path, answers: list[Answers], **more: Any) -> FillResult:
    _intake(out.parent, answers)
    return fill([out.parent / "intake.xlsx"], out, update=True, now=NOW, **more)


def _states(result: FillResult) -> list[str]:
    return [one.state for one in result.files]


def _bytes(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_schools_are_updated_left_or_new(out: Path, answers: list[Answers]) -> None:
    answers[0][VISION] = "Nieuw."
    result = _updated(out, answers)
    assert _states(result) == ["updated", "unchanged", "done"]
    assert result.files[0].written == (VISION,)
    assert not result.findings
    assert not result.failures
    read = read_file(result.files[0].file)
    assert read.answers[VISION] == "Nieuw."
    assert read.modified == "2026-09-01T00:00:00Z"


def test_a_second_run_changes_no_byte(out: Path, answers: list[Answers]) -> None:
    answers[0][VISION] = "Nieuw."
    _updated(out, answers)
    before = _bytes(out)
    assert _states(_updated(out, answers)) == ["unchanged"] * 3
    assert _bytes(out) == before


def test_a_renamed_file_is_updated_under_its_own_name(out: Path, answers: list[Answers]) -> None:
    path = next(out.glob("00AA00*"))
    renamed = path.rename(out / "Regenboog definitief.docx")
    answers[0][VISION] = "Nieuw."
    result = _updated(out, answers[:2])
    assert result.files[0].file == str(renamed)
    assert len(list(out.iterdir())) == 2


def test_a_conflict_names_both_values_and_both_places(out: Path, answers: list[Answers]) -> None:
    path = next(out.glob("00AA00*"))
    path.write_bytes(with_typed(path.read_bytes(), CONTACT, "Het secretariaat"))
    answers[0][CONTACT] = "De directeur"
    result = _updated(out, answers[:2])
    (finding,) = result.findings
    assert finding.kind is kinds.BOTH_CHANGED
    assert finding.file == str(path)
    assert str(finding.place) == f'control "{CONTACT}"'
    for words in (
        "Contact bij aanmelding",
        "Het secretariaat",
        "De directeur",
        "intake.xlsx, Scholen!",
    ):
        assert words in finding.message
    assert _states(result) == ["unchanged", "unchanged"]
    assert read_file(path).answers[CONTACT] == "Het secretariaat"


def test_standard_texts_of_the_board_fill_gaps_only(out: Path, answers: list[Answers]) -> None:
    (out.parent / "board.toml").write_text(f'name = "x"\n[texts]\n"{CONTACT}" = "de directeur"\n')
    for one in answers:
        one[CONTACT] = None
    result = _updated(out, answers)
    contacts = [read_file(one.file).answers[CONTACT] for one in result.files]
    filled = [generated_answers(MODEL, code)[CONTACT] for code in CODES[:2]]
    assert contacts == [*filled, "de directeur"]


def test_a_standard_text_that_cannot_be_written_is_told_of_the_board_s_file(
    out: Path, answers: list[Answers]
) -> None:
    answers[0][CONTACT] = None
    path = next(out.glob("00AA00*"))
    path.write_bytes(_with_comment(without_properties(with_typed(path.read_bytes(), CONTACT, ""))))
    (out.parent / "board.toml").write_text(f'name = "x"\n[texts]\n"{CONTACT}" = "de directeur"\n')
    result = _updated(out, answers[:1])
    (finding,) = result.findings
    assert finding.kind is kinds.HOLDS_COMMENTS
    assert "board.toml" in finding.message


def _with_comment(data: bytes) -> bytes:
    comment = e("w:r", e("w:commentReference", id="1"))
    return edited(data, lambda root: control_of(root, CONTACT)[-1].append(comment))


def test_nee_takes_a_tick_away_and_an_empty_cell_does_not(
    out: Path, answers: list[Answers]
) -> None:
    key = "school.eenpitter"
    answers[0][key] = True
    _updated(out, answers[:1])
    path = next(out.glob("00AA00*"))
    answers[0][key] = None
    assert _states(_updated(out, answers[:1])) == ["unchanged"]
    assert read_file(path).answers[key] is True
    answers[0][key] = False
    assert _states(_updated(out, answers[:1])) == ["updated"]
    assert read_file(path).answers[key] is False


def test_one_file_that_fails_stops_no_other(out: Path, answers: list[Answers]) -> None:
    next(out.glob("00AA00*")).write_bytes(b"PK\x03\x04 stuk")
    answers[1][VISION] = "Nieuw."
    result = _updated(out, answers[:2])
    assert [one.code for one in result.failures] == ["SOP021", kinds.UNREADABLE.code]
    assert _states(result) == ["updated"]


def test_an_open_file_is_not_replaced(out: Path, answers: list[Answers]) -> None:
    path = next(out.glob("00AA00*"))
    (out / f"~${path.name[2:]}").touch()
    answers[0][VISION] = "Nieuw."
    before = path.read_bytes()
    result = _updated(out, answers[:2])
    assert [one.code for one in result.failures] == [kinds.IN_USE.code]
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_filled(tmp_path: Path, answers: list[Answers]) -> None:
    assert _states(_updated(tmp_path / "nieuw", answers)) == ["done"] * 3


def test_several_processes_say_the_same(out: Path, answers: list[Answers]) -> None:
    path = next(out.glob("00AA00*"))
    path.write_bytes(with_typed(path.read_bytes(), CONTACT, "Het secretariaat"))
    answers[0][CONTACT] = "De directeur"
    one, other = (_updated(out, answers[:2], jobs=jobs) for jobs in (1, 2))
    assert one == other


def test_update_and_force_exclude_each_other(out: Path) -> None:
    with pytest.raises(UsageError) as caught:
        fill([out.parent / "intake.xlsx"], out, update=True, force=True)
    assert caught.value.kind is kinds.UPDATE_OR_FORCE
