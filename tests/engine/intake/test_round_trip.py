"""What is put into an intake or CSV comes out of it: every answer, whatever was typed."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sop_templates.domain.answers import canonical
from sop_templates.domain.model import SCHOOL_CODE
from sop_templates.engine.intake.csv_tables import write_tables
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.models import open_model
from tests.support.drawn_answers import drawn_changes
from tests.support.generated import generated_answers

MODEL = open_model()
ONE = drawn_changes(MODEL.id)
SOME = st.lists(ONE, min_size=1, max_size=2)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def record(changes: dict[str, Any]) -> dict[str, Any]:
    """A whole record with some answers that were drawn."""
    raw = generated_answers(MODEL, "a") | changes
    return canonical(MODEL, raw)[0]


def with_codes(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each of a school of its own: the code is what joins a board's sheets."""
    return [record(one) | {SCHOOL_CODE: f"99XX{number:02}"} for number, one in enumerate(drawn)]


def read_back(path: Path) -> list[dict[str, Any]]:
    result = read_intake(path)
    assert result.findings == ()
    return [canonical(MODEL, one.raw, one.place)[0] for one in result.records]


@SLOW
@given(ONE)
def test_a_school_form_gives_every_answer_back(drawn: dict[str, Any]) -> None:
    answers = record(drawn)
    with TemporaryDirectory() as folder:
        path = Path(folder, "intake.xlsx")
        path.write_bytes(write_intake(MODEL, "school", [answers]))
        assert read_back(path) == [answers]


@SLOW
@given(SOME)
def test_a_board_form_gives_every_answer_back(drawn: list[dict[str, Any]]) -> None:
    records = with_codes(drawn)
    with TemporaryDirectory() as folder:
        path = Path(folder, "intake.xlsx")
        path.write_bytes(write_intake(MODEL, "board", records, schools=2))
        assert read_back(path) == records


@SLOW
@given(SOME)
def test_csv_files_give_every_answer_back(drawn: list[dict[str, Any]]) -> None:
    records = with_codes(drawn)
    with TemporaryDirectory() as folder:
        path = Path(folder, "antwoorden.csv")
        write_tables(MODEL, records, path)
        assert read_back(path) == records


@pytest.mark.parametrize("form", ["school", "board"])
def test_the_same_answers_give_the_same_bytes(form: str) -> None:
    records = [canonical(MODEL, generated_answers(MODEL, "99XX00"))[0]]
    assert write_intake(MODEL, form, records) == write_intake(MODEL, form, records)


@pytest.mark.parametrize("form", ["school", "board"])
def test_a_blank_intake_holds_no_answers(form: str, tmp_path: Path) -> None:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, form))
    answered = [value for one in read_intake(path).records for value in one.raw.values()]
    assert not any(map(_filled, answered))


def _filled(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_filled, value.values()))
    return bool(value)
