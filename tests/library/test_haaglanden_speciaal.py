"""The model for special primary education is the Haaglanden one, but for two questions."""

from pathlib import Path

import pytest

from sop_templates.domain.model import FieldType, Model, Need
from sop_templates.engine.models import open_history, open_model, open_signs
from sop_templates.engine.reading import FORMAT_MODEL, read_bytes
from sop_templates.engine.word_files import open_word_model
from tests.support.command_line import sop
from tests.support.generated import generated_answers

NAME = "haaglanden-speciaal"


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model(NAME)


def test_it_asks_the_same_but_for_two_questions(model: Model) -> None:
    base = open_model()
    assert set(base.by_key) - set(model.by_key) == {"basis.aanbod"}
    assert set(model.by_key) - set(base.by_key) == {"basis.doelgroep", "extra.terugplaatsing"}
    shared = base.by_key.keys() & model.by_key.keys()
    assert all(base.by_key[key] == model.by_key[key] for key in shared)
    assert (model.fixed_texts, model.route) == (base.fixed_texts, base.route)
    assert open_signs(NAME) == open_signs()
    assert open_history(NAME) == open_history()


@pytest.mark.parametrize(
    ("key", "before"),
    [("basis.doelgroep", "basis.schoolgids"), ("extra.terugplaatsing", "extra.verwijzing")],
)
def test_its_own_questions_must_be_answered_and_stand_where_one_looks_for_them(
    model: Model, key: str, before: str
) -> None:
    one = model.by_key[key]
    assert (one.type, one.need, one.in_schoolgids) == (FieldType.RICH, Need.REQUIRED, True)
    keys = list(model.by_key)
    assert keys.index(key) == keys.index(before) + 1


@pytest.mark.parametrize("seed", ["99AA00", "99BB00", "99CC00"])
def test_what_is_filled_in_comes_back(model: Model, seed: str) -> None:
    answers = generated_answers(model, seed)
    record = read_bytes(open_word_model(NAME).fill(answers), "x.docx")
    assert (record.model, record.format) == (NAME, FORMAT_MODEL)
    assert record.answers == answers
    assert record.findings == ()


def test_a_board_uses_it_by_name(tmp_path: Path) -> None:
    new = sop("new", "-o", tmp_path / "ronde", "--year", "2026-2027", "--model", NAME)
    assert new.code == 0
    said = sop("check", tmp_path / "ronde" / "intake.xlsx", "--json")
    assert said.code in (0, 1)
    assert sop("model", "check", NAME).code == 0
