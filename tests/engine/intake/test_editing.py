"""Word's answers into an intake on disk: empty cells are filled, what differs is told with both places."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Protection

from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.editing import FilledIntake, fill_intake
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord, read_file
from sop_templates.errors import SopError
from tests.support.generated import generated_answers
from tests.support.owned_workbooks import as_excel_saves, restyled
from tests.support.pressing import word_files

CODES = ("99XA00", "99XB00", "99XC00")
LONG = "Wij geven elk kind de tijd en de ruimte die het nodig heeft om met plezier te leren. " * 3

Answers = dict[str, Any]


@pytest.fixture(scope="module")
def records() -> list[Answers]:
    return [generated_answers(open_model(), code) for code in CODES]


def intake(folder: Path, form: str, records: list[Answers], *, owned: bool = False) -> Path:
    data = write_intake(open_model(), form, records)
    path = folder / "intake.xlsx"
    path.write_bytes(as_excel_saves(restyled(data)) if owned else data)
    return path


def from_word(folder: Path, *records: Answers) -> list[ReadRecord]:
    return [read_file(path) for path in word_files(folder / "word", *records)]


def answers_in(folder: Path, filled: FilledIntake) -> list[Answers]:
    path = folder / "gelezen.xlsx"
    path.write_bytes(filled.data)
    model = open_model()
    return [canonical(model, one.raw, one.place)[0] for one in read_intake(path).records]


def told(filled: FilledIntake, code: str) -> list[str]:
    return [f"{one.place}: {one.message}" for one in filled.findings if one.code == code]


@pytest.mark.parametrize("owned", [False, True])
def test_a_blank_school_form_gets_all_answers(
    tmp_path: Path, records: list[Answers], *, owned: bool
) -> None:
    path = intake(tmp_path, "school", [], owned=owned)
    filled = fill_intake(path, from_word(tmp_path, records[0]))
    assert answers_in(tmp_path, filled) == records[:1]
    assert (filled.replaced, filled.schools) == (0, ())


@pytest.mark.parametrize("owned", [False, True])
def test_schools_without_a_row_are_added_below_the_others(
    tmp_path: Path, records: list[Answers], *, owned: bool
) -> None:
    path = intake(tmp_path, "board", records[:1], owned=owned)
    filled = fill_intake(path, from_word(tmp_path, *records))
    assert filled.schools == CODES[1:]
    assert answers_in(tmp_path, filled) == records


def test_what_was_filled_is_not_filled_again(tmp_path: Path, records: list[Answers]) -> None:
    path = intake(tmp_path, "board", records[:1])
    words = from_word(tmp_path, *records)
    path.write_bytes(fill_intake(path, words).data)
    again = fill_intake(path, words)
    assert (again.added, again.replaced, again.schools, again.findings) == (0, 0, (), ())


def test_an_answer_that_differs_is_kept_and_told_with_both_places(
    tmp_path: Path, records: list[Answers]
) -> None:
    path = intake(tmp_path, "school", [records[0] | {"school.naam": "Uit Excel"}])
    word = records[0] | {"school.naam": "Uit Word"}
    filled = fill_intake(path, from_word(tmp_path, word))
    assert answers_in(tmp_path, filled)[0]["school.naam"] == "Uit Excel"
    (words,) = told(filled, "SOP620")
    assert words.startswith("School!C5: ")
    for one in ("Uit Excel", "Uit Word", "school-0.docx", 'control "school.naam"'):
        assert one in words


def test_of_long_texts_the_words_are_told_from_where_they_differ(
    tmp_path: Path, records: list[Answers]
) -> None:
    path = intake(tmp_path, "school", [records[0] | {"visie.visie": f"{LONG}Elke dag."}])
    word = records[0] | {"visie.visie": f"{LONG}Elke week."}
    (words,) = told(fill_intake(path, from_word(tmp_path, word)), "SOP620")
    assert "plezier te leren. Elke dag." in words
    assert "plezier te leren. Elke week." in words
    assert len(words) < len(LONG)


def test_where_words_answer_is_taken_the_other_one_is_told_whole(
    tmp_path: Path, records: list[Answers]
) -> None:
    path = intake(tmp_path, "school", [records[0] | {"visie.visie": LONG}])
    filled = fill_intake(path, from_word(tmp_path, records[0]), take_word=True)
    assert answers_in(tmp_path, filled) == records[:1]
    assert filled.replaced == 1
    (words,) = told(filled, "SOP621")
    assert words.startswith("Visie!C")
    assert LONG.strip() in words


def test_an_empty_field_in_word_clears_nothing(tmp_path: Path, records: list[Answers]) -> None:
    path = intake(tmp_path, "school", records[:1])
    empty = records[0] | {"visie.visie": None, "visie.sterk": []}
    filled = fill_intake(path, from_word(tmp_path, empty), take_word=True)
    assert answers_in(tmp_path, filled) == records[:1]
    assert (filled.added, filled.replaced) == (0, 0)


@pytest.mark.parametrize(
    ("content", "reason"), [("=LOWER(B5)", "holds a formula"), (None, "is locked")]
)
def test_a_cell_that_the_owner_closed_is_left_alone_and_told(
    tmp_path: Path, records: list[Answers], content: str | None, reason: str
) -> None:
    path = intake(tmp_path, "school", [records[0] | {"school.naam": None}])
    book = load_workbook(path)
    cell = book["School"]["C5"]
    cell.value = content
    cell.protection = Protection(locked=content is None)
    book.save(path)
    filled = fill_intake(path, from_word(tmp_path, records[0]))
    (words,) = told(filled, "SOP622")
    assert reason in words
    assert load_workbook(BytesIO(filled.data))["School"]["C5"].value == content


def test_a_school_whose_row_is_closed_is_told_once(tmp_path: Path, records: list[Answers]) -> None:
    path = intake(tmp_path, "board", records[:1])
    book = load_workbook(path)
    book["Scholen"]["A4"] = '=""'
    book.save(path)
    filled = fill_intake(path, from_word(tmp_path, records[1]))
    (words,) = told(filled, "SOP622")
    assert CODES[1] in words
    assert filled.schools == ()
    assert len(answers_in(tmp_path, filled)) == 1


def test_of_two_years_the_newest_counts(tmp_path: Path, records: list[Answers]) -> None:
    older = records[0] | {"school.schooljaar": "2025-2026", "school.naam": "Van vroeger"}
    path = intake(tmp_path, "board", [])
    filled = fill_intake(path, from_word(tmp_path, records[0], older))
    assert answers_in(tmp_path, filled) == records[:1]
    assert len(told(filled, "SOP623")) == 1


def test_a_table_that_is_no_intake_is_refused(tmp_path: Path, records: list[Answers]) -> None:
    path = intake(tmp_path, "board", records)
    book = load_workbook(path)
    for page in book.worksheets:
        page.delete_rows(1)
    book.save(path)
    with pytest.raises(SopError) as refused:
        fill_intake(path, from_word(tmp_path, records[0]))
    assert refused.value.code == "SOP719"
