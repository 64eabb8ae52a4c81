"""Files that LibreOffice saved: tags and locks are gone, every answer is still found."""

from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import blank
from sop_templates.domain.model import FieldType
from sop_templates.engine.reading import ReadRecord, read_file
from sop_templates.engine.word_files import open_word_model
from sop_templates.richtext_markup import parse, plain
from tests.support.generated import generated_answers
from tests.support.libreoffice import convert

WORD = open_word_model()
MODEL = WORD.model
RICH = [one.key for one in MODEL.fields if one.type is FieldType.RICH]


def saved_by_libreoffice(answers: dict[str, Any], folder: Path, way: list[str]) -> ReadRecord:
    path = folder / "sop.docx"
    path.write_bytes(WORD.fill(answers))
    for number, ending in enumerate(way):
        path = convert(path, ending, folder / str(number))
    return read_file(path)


def without_looks(answers: dict[str, Any]) -> dict[str, Any]:
    """LibreOffice 7.4 drops bold and italic in the first paragraph of a control around blocks."""
    return answers | {key: answers[key] and plain(parse(answers[key])) for key in RICH}


@pytest.mark.parametrize("way", [["docx"], ["doc", "docx"]], ids=["docx", "doc"])
def test_every_answer_comes_back_by_its_bookmark(tmp_path: Path, way: list[str]) -> None:
    answers = generated_answers(MODEL, "00AA07")
    record = saved_by_libreoffice(answers, tmp_path, way)
    assert without_looks(record.answers) == without_looks(answers)
    assert set(record.origin.values()) == {"bookmark"}
    assert set(record.fixed_texts.values()) == {"intact"}
    assert [one.code for one in record.findings] == []
    assert record.format == "model"


def test_a_blank_file_is_blank(tmp_path: Path) -> None:
    record = saved_by_libreoffice(blank(MODEL), tmp_path, ["docx"])
    assert record.answers == blank(MODEL)
    assert [one.code for one in record.findings] == []
