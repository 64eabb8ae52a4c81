"""The whole round on the 170 schools of Haaglanden: real schools, generated answers."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import canonical
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME
from sop_templates.engine.gathering import gather
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.models import open_model
from tests.support.command_line import sop
from tests.support.generated import generated_answers
from tests.support.word_strip import (
    with_typed,
    without_bookmarks,
    without_controls,
    without_properties,
    without_tags,
)

DUO = Path(__file__).parents[2] / "samples/duo/schoolvestigingen-basisonderwijs-2026-08.csv"
GEMEENTEN = ("--gemeente", "0518", "--gemeente", "0603", "--gemeente", "1916")
SCHOOLS = 170

Answers = dict[str, Any]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("haaglanden") / "ronde"
    said = sop("new", "-o", folder, "--year", "2026-2027", "--schools", DUO, *GEMEENTEN, "--word")
    assert said.code == 0, said.out
    return folder


@pytest.fixture(scope="module")
def answered(started: Path) -> dict[str, Answers]:
    """The generated answers by code, put into the intake that `sop new` made; filled into Word."""
    model = open_model()
    answers = {}
    for record in read_intake(started / "intake.xlsx").records:
        known, _ = canonical(model, record.raw)
        code = known[SCHOOL_CODE]
        given = generated_answers(model, code) | {SCHOOL_NAME: known[SCHOOL_NAME]}
        answers[code], findings = canonical(model, given)
        assert not findings
    (started / "vol.xlsx").write_bytes(write_intake(model, "board", list(answers.values())))
    said = sop("fill", started / "vol.xlsx", "-o", started / "vol", "--json")
    assert said.code == 0, said.err
    return answers


def test_each_school_has_its_prefilled_word_file(started: Path) -> None:
    assert len(list((started / "word").glob("*.docx"))) == SCHOOLS
    gathered = gather([started / "word"])
    assert not gathered.failures
    names = {one.answers[SCHOOL_CODE]: one.answers[SCHOOL_NAME] for one in gathered.records}
    assert len(names) == SCHOOLS
    assert all(names.values())


def unchanged(data: bytes) -> bytes:
    return data


def without_tags_and_properties(data: bytes) -> bytes:
    return without_tags(without_properties(data))


def without_any_mark(data: bytes) -> bytes:
    return without_controls(without_bookmarks(without_properties(data)))


@pytest.mark.parametrize(
    ("change", "origin"),
    [
        (unchanged, "control"),
        (without_properties, "control"),
        (without_tags_and_properties, "bookmark"),
        (without_any_mark, "label"),
    ],
)
def test_every_answer_of_every_school_comes_back(
    started: Path,
    answered: dict[str, Answers],
    tmp_path: Path,
    change: Callable[[bytes], bytes],
    origin: str,
) -> None:
    for path in (started / "vol").glob("*.docx"):
        (tmp_path / path.name).write_bytes(change(path.read_bytes()))

    gathered = gather([tmp_path])

    assert not gathered.failures
    assert len(gathered.records) == SCHOOLS
    wrong = [
        (one.answers[SCHOOL_CODE], key, value, one.answers[key])
        for one in gathered.records
        for key, value in answered[one.answers[SCHOOL_CODE]].items()
        if one.answers[key] != value
    ]
    assert wrong[:5] == []
    origins = Counter(origin for one in gathered.records for origin in one.origin.values())
    assert origins.most_common(1)[0][0] == origin
    assert set(origins) == {origin}


def test_one_edited_control_changes_exactly_one_answer(
    started: Path, answered: dict[str, Answers], tmp_path: Path
) -> None:
    path = next((started / "vol").glob("*.docx"))
    edited = tmp_path / path.name
    edited.write_bytes(with_typed(path.read_bytes(), "zorgplicht.contact", "Het secretariaat"))

    (record,) = gather([edited]).records

    before = answered[record.answers[SCHOOL_CODE]]
    changed = {key for key, value in record.answers.items() if value != before[key]}
    assert changed == {"zorgplicht.contact"}
    assert record.answers["zorgplicht.contact"] == "Het secretariaat"
