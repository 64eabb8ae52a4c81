"""The sample board's files after a round through LibreOffice: every answer comes back, with its origin.

A person opens each school's Word file in LibreOffice, types in its fields, and saves it as `.docx`,
`.odt` and `.doc`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import Answers
from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.gathering import gather
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord, read_file
from sop_templates.richtext_markup import parse, plain
from tests.support.typing_in_libreoffice import Job, type_in_libreoffice

MODEL = open_model()
SAMPLES = Path("samples/regenboogbestuur/word")
FORMATS = ("docx", "odt", "doc")
TYPED = "Getypt & wel: "
TYPABLE = (FieldType.TEXT, FieldType.RICH)


@dataclass(frozen=True)
class Round:
    """A school's file before and after, by format."""

    name: str
    before: ReadRecord
    typed: tuple[Field, ...]
    after: dict[str, ReadRecord]


def typable(record: ReadRecord, number: int) -> tuple[Field, ...]:
    """Fields with an answer in which one can type anything; others a school, so that all have a turn."""
    found = [
        one
        for one in MODEL.fields
        if one.type in TYPABLE and record.answers[one.key] and one.limits.pattern is None
    ]
    return tuple(found[number % 3 :: 3])


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Round]:
    folder = tmp_path_factory.mktemp("libreoffice")
    sources = sorted(SAMPLES.glob("*.docx"))
    before = [read_file(path) for path in sources]
    typed = [typable(record, number) for number, record in enumerate(before)]
    for ending in FORMATS:
        (folder / ending).mkdir()
    jobs = [
        Job(
            path.resolve(),
            {one.bookmark: TYPED for one in fields},
            [folder / ending / f"{path.stem}.{ending}" for ending in FORMATS],
        )
        for path, fields in zip(sources, typed, strict=True)
    ]
    missing = type_in_libreoffice(jobs, folder)
    assert set(map(tuple, missing.values())) == {()}
    after: dict[str, dict[str, ReadRecord]] = {}
    for ending in FORMATS:
        gathered = gather([folder / ending], jobs=1)
        assert gathered.failures == []
        after[ending] = {Path(one.file).stem: one for one in gathered.records}
    return [
        Round(path.stem, record, fields, {ending: after[ending][path.stem] for ending in FORMATS})
        for path, record, fields in zip(sources, before, typed, strict=True)
    ]


def as_libreoffice_keeps_it(answers: Answers) -> Answers:
    """Answers without what LibreOffice 7.4 changes itself.

    It drops bold and italic in the first paragraph of a control around blocks, and writes the address
    of a whole site with a slash behind it.
    """
    kept: dict[str, Any] = {}
    for one in MODEL.fields:
        value = answers[one.key]
        if one.type is FieldType.RICH and value:
            kept[one.key] = plain(parse(value))
        elif one.type is FieldType.LINK and value:
            kept[one.key] = {**value, "url": (value["url"] or "").rstrip("/")}
        else:
            kept[one.key] = value
    return kept


def expected(one: Round) -> Answers:
    kept = as_libreoffice_keeps_it(one.before.answers)
    return kept | {field.key: TYPED + kept[field.key] for field in one.typed}


@pytest.mark.parametrize("ending", FORMATS)
def test_every_answer_comes_back_with_what_was_typed(rounds: list[Round], ending: str) -> None:
    assert len(rounds) == 12
    for one in rounds:
        assert one.typed
        read = as_libreoffice_keeps_it(one.after[ending].answers)
        wanted = expected(one)
        differing = {key: (read[key], wanted[key]) for key in read if read[key] != wanted[key]}
        assert differing == {}, one.name


@pytest.mark.parametrize("ending", FORMATS)
def test_the_origin_of_every_answer_is_its_bookmark(rounds: list[Round], ending: str) -> None:
    for one in rounds:
        record = one.after[ending]
        assert (record.format, record.version) == ("model", MODEL.version)
        assert set(record.origin) == {field.key for field in MODEL.fields}
        assert set(record.origin.values()) == {"bookmark"}, one.name


@pytest.mark.parametrize("ending", FORMATS)
def test_fixed_texts_are_still_what_they_were(rounds: list[Round], ending: str) -> None:
    for one in rounds:
        assert one.after[ending].fixed_texts == one.before.fixed_texts, one.name
