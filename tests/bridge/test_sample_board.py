"""The round of the sample board with buttons only: check, fill, read back, summary."""

import shutil
from pathlib import Path

import pytest
import xlwings as xw

from sop_templates.bridge.findings_sheet import SHEET
from sop_templates.domain.answers import canonical
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import read_file
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.word_files import open_word_model
from tests.support.pressing import board_form, codes_found, press, saved_answers

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "regenboogbestuur"
WORD = "Word-documenten"


@pytest.fixture
def book(app: xw.App, tmp_path: Path) -> xw.Book:
    _, sources = read_sample(SAMPLE)
    shutil.copyfile(SAMPLE / "board.toml", tmp_path / "board.toml")
    records = [canonical(open_model(), raw)[0] for raw in sources]
    return board_form(app, tmp_path, records)


def test_the_whole_round(app: xw.App, tmp_path: Path, book: xw.Book) -> None:
    before = {sheet.name: sheet.used_range.value for sheet in book.sheets}
    press("check")
    assert codes_found(book)[0] is not None
    assert {name: book.sheets[name].used_range.value for name in before} == before

    press("fill")
    made = sorted((tmp_path / WORD).glob("*.docx"))
    assert len(made) == 12
    assert app.impl.alerts[-1].startswith("12 Word files written")

    changed = read_file(made[0]).answers | {"school.directeur": "De nieuwe directeur"}
    made[0].write_bytes(open_word_model().fill(changed))
    app.impl.answer = "yes"
    press("read_back", tmp_path / WORD)
    answers = saved_answers(book, tmp_path / "gelezen.xlsx")
    assert [one["school.directeur"] for one in answers].count("De nieuwe directeur") == 1
    assert "SOP715" in codes_found(book)

    press("summary", tmp_path / WORD)
    assert (tmp_path / WORD / "bestuursoverzicht.xlsx").is_file()
    assert app.books.active.name == "bestuursoverzicht.xlsx"


def test_reading_back_what_was_filled_changes_nothing(
    app: xw.App, tmp_path: Path, book: xw.Book
) -> None:
    press("fill")
    app.impl.answer = "yes"
    press("read_back", tmp_path / WORD)  # standard texts and defaults come back as answers
    before = {sheet.name: sheet.used_range.value for sheet in book.sheets if sheet.name != SHEET}
    app.impl.answer = "yes"
    press("read_back", tmp_path / WORD)
    assert {name: book.sheets[name].used_range.value for name in before} == before
    assert "SOP715" not in codes_found(book)
