"""The Word model in a second program: it opens, says all it says, and stays within its pages."""

import re
from pathlib import Path

import pytest

from sop_templates.domain.answers import Answers, blank, canonical
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.word_files import open_word_model
from tests.support.libreoffice import convert

MODEL = open_model("haaglanden")
SAMPLES = Path(__file__).parents[2] / "samples" / "regenboogbestuur"
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def pages(answers: Answers, folder: Path) -> int:
    source = folder / "sop.docx"
    source.write_bytes(open_word_model().fill(answers))
    return len(PAGE.findall(convert(source, "pdf", folder).read_bytes()))


def test_the_blank_model_stays_short(tmp_path: Path) -> None:
    assert 5 <= pages(blank(MODEL), tmp_path) <= 8


def test_a_normal_school_fills_eight_to_ten_pages(tmp_path: Path) -> None:
    _, schools = read_sample(SAMPLES)
    answers, _ = canonical(MODEL, schools[0])
    assert 8 <= pages(answers, tmp_path) <= 10


@pytest.fixture(scope="module")
def blank_text(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("blank")
    source = folder / "sop.docx"
    source.write_bytes(open_word_model().fill(blank(MODEL)))
    text = convert(source, "txt", folder, options="Text (encoded):UTF8").read_text("utf-8-sig")
    return " ".join(text.split())


def test_every_question_and_row_can_be_read(blank_text: str) -> None:
    labels = [one.label for one in MODEL.fields]
    labels += [row.label for one in MODEL.fields for row in one.rows]
    labels += [column.label for one in MODEL.fields for column in one.columns]
    assert [label for label in labels if label not in blank_text] == []


def test_every_fixed_text_can_be_read_to_its_last_word(blank_text: str) -> None:
    for fixed in MODEL.fixed_texts.values():
        for paragraph in fixed.text.replace("\n- ", "\n\n").removeprefix("- ").split("\n\n"):
            assert " ".join(paragraph.split()) in blank_text
