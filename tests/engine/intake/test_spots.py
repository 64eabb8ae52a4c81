"""Each answer of an intake is found at its cell, and Word's answers are put into these cells only."""

from typing import Any

import pytest

from sop_templates.domain.answers import blank
from sop_templates.domain.model import SCHOOL_CODE, FieldType, Model
from sop_templates.engine.intake.forms import board_book, school_book
from sop_templates.engine.intake.records import Spot
from sop_templates.engine.intake.spots import Spots, find_spots
from sop_templates.engine.intake.update import add_school, propose
from sop_templates.engine.models import open_model
from sop_templates.formats.excel.sheets import Book, Link
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.formats.excel.workbook_writing import write_workbook
from tests.support.generated import generated_answers

CODES = ("99XA00", "99XB00")


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model()


@pytest.fixture(scope="module")
def records(model: Model) -> list[dict[str, Any]]:
    return [generated_answers(model, code) for code in CODES]


def spots_of(model: Model, book: Book) -> Spots:
    return find_spots(model, read_workbook(write_workbook(book)).sheets)


def tags_beside_lists(model: Model) -> set[str]:
    return {tag for tag, one in model.by_tag.items() if one.type is not FieldType.LIST}


def test_the_school_form_has_a_cell_for_each_answer(model: Model) -> None:
    spots = spots_of(model, school_book(model, {}))
    assert set(spots.cells) == tags_beside_lists(model)
    assert set(spots.lists) == {one.key for one in model.lists()}
    assert not spots.is_board
    assert len(set(spots.cells.values())) == len(spots.cells)


def test_the_board_form_has_a_column_for_each_answer_and_a_row_a_school(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, board_book(model, records))
    assert spots.is_board
    assert set(spots.schools) == tags_beside_lists(model)
    schools = spots.schools["visie.visie"]
    assert schools.rows == {CODES[0]: [3], CODES[1]: [4]}
    assert schools.free == 5
    assert [len(rows) for rows in spots.lists["visie.sterk"].rows.values()] == [
        len(one["visie.sterk"]) for one in records
    ]


def test_a_workbook_without_keys_has_no_spots(model: Model) -> None:
    assert find_spots(model, ()) == Spots({}, {}, {})


def test_a_blank_intake_takes_all_that_word_says_and_loses_nothing(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, school_book(model, {}))
    proposals = propose(model, spots, blank(model), records[0], "a.docx")
    assert not [one for one in proposals if one.replaces]
    assert {one.field.key for one in proposals} == {
        key for key, value in records[0].items() if value
    }
    written = [write.spot for one in proposals for write in one.writes]
    assert len(set(written)) == len(written)


def test_the_cells_are_those_of_a_form_that_was_made_with_the_answers(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, school_book(model, {}))
    made = read_workbook(write_workbook(school_book(model, records[0])))
    cells = {
        Spot(sheet.name, row.number, column): cell
        for sheet in made.sheets
        for row in sheet.rows
        for column, cell in row.cells.items()
    }
    for one in propose(model, spots, blank(model), records[0], "a.docx"):
        for write in one.writes:
            content = write.content
            shown = content.text if isinstance(content, Link) else content
            assert cells[write.spot].value == shown


def test_an_answer_that_is_the_same_or_empty_in_word_changes_nothing(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, school_book(model, records[0]))
    assert propose(model, spots, records[0], records[0], "a.docx") == []
    assert propose(model, spots, records[0], blank(model), "a.docx") == []


def test_an_answer_that_is_different_would_replace_and_shows_both(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, school_book(model, records[0]))
    changed = records[0] | {"school.naam": "De Nieuwe Naam"}
    (one,) = propose(model, spots, records[0], changed, "a.docx")
    assert one.replaces
    assert (one.old, one.new) == (records[0]["school.naam"], "De Nieuwe Naam")
    assert (one.label, one.file) == ("Naam school", "a.docx")


def test_a_shorter_list_empties_the_rows_that_are_left_over(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, board_book(model, records))
    rows = spots.lists["visie.sterk"].rows[CODES[1]]
    changed = records[1] | {"visie.sterk": [{"kwaliteit": "Rust"}]}
    (one,) = propose(model, spots, records[1], changed, "b.docx")
    contents = {(write.spot.row, write.spot.column): write.content for write in one.writes}
    assert contents[rows[0], 1] == CODES[1]
    assert contents[rows[0], 3] == "Rust"
    assert all(contents[row, column] is None for row in rows[1:] for column in (1, 3))
    assert one.new == "Rust"


def test_a_school_that_the_board_form_does_not_have_gets_a_row_on_each_sheet(
    model: Model, records: list[dict[str, Any]]
) -> None:
    spots = spots_of(model, board_book(model, records[:1]))
    new = records[1] | {SCHOOL_CODE: "99XZ00"}
    assert not [
        one for one in propose(model, spots, None, new, "z.docx") if one.field.key == "visie.visie"
    ]
    added = add_school(spots, "99XZ00")
    assert {write.spot.sheet for write in added} == {
        table.sheet for table in spots.schools.values()
    }
    assert {(write.spot.row, write.content) for write in added} == {(4, "99XZ00")}
    assert add_school(spots, "99XZ00") == []
    found = propose(model, spots, None, new, "z.docx")
    assert {one.field.key for one in found} == {key for key, value in new.items() if value}
