"""Both forms of the intake as workbooks: the sheets in order, and the marks by which they are known."""

from collections.abc import Sequence

from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, FieldType, Model
from sop_templates.engine.intake.board import Board, schools_sheet
from sop_templates.engine.intake.board_start import board_start
from sop_templates.engine.intake.board_tables import list_sheet, rows_sheet
from sop_templates.engine.intake.entries import choices_sheet, option_ranges
from sop_templates.engine.intake.layout import (
    BOARD_FORM,
    FORM,
    INTAKE,
    KIND,
    MODEL,
    SCHOOL_FORM,
    SCHOOL_ROWS,
    VERSION,
    at_sheet,
    sheet_names,
)
from sop_templates.engine.intake.merge import merge_sheet
from sop_templates.engine.intake.places import ANSWER
from sop_templates.engine.intake.school import chapter_rows, chapter_sheet
from sop_templates.engine.intake.start import school_start
from sop_templates.engine.intake.table import table_sheet
from sop_templates.engine.intake.values import Answers
from sop_templates.formats.excel.cells import address
from sop_templates.formats.excel.sheets import Book, Formula, Sheet


def school_book(model: Model, answers: Answers) -> Book:
    """The school form, blank or with what is known of the school."""
    names = sheet_names(model)
    ranges = option_ranges(model)
    chapters = []
    sheets: list[Sheet] = []
    for chapter in model.chapters:
        if not chapter.fields:
            continue
        sheet = chapter_sheet(model, chapter, names, ranges, answers)
        chapters.append((chapter, sheet))
        sheets.append(sheet)
        for one in chapter.fields:
            if one.is_table:
                name = names.tables[one.key]
                sheets.append(table_sheet(one, name, sheet.name, ranges, answers.get(one.key)))
    start = school_start(model, _subtitle(model, answers), chapters)
    return _book(model, SCHOOL_FORM, [start, *sheets, choices_sheet(model)])


def board_book(model: Model, records: Sequence[Answers], schools: int = 0) -> Book:
    """The board form, blank or with the schools that are known.

    Args:
        model: the model.
        records: the answers of each school.
        schools: for how many schools there is room; 0 for a hundred, or as many as there are.
    """
    names = sheet_names(model)
    rows = max(len(records), schools or SCHOOL_ROWS)
    board = Board(model, records, option_ranges(model), rows, names.tables)
    asked = [(schools_sheet(board), "De gegevens en teksten van elke school.")]
    for one in model.fields:
        if one.is_table:
            make = list_sheet if one.type is FieldType.LIST else rows_sheet
            asked.append((make(board, one), one.label))
    sheets = [sheet for sheet, _ in asked]
    start = board_start(board, asked)
    return _book(model, BOARD_FORM, [start, *sheets, merge_sheet(board), choices_sheet(model)])


def _subtitle(model: Model, answers: Answers) -> Formula:
    name, year = (_answer_cell(model, key) for key in (SCHOOL_NAME, SCHOOL_YEAR))
    blank = "Intakeformulier voor één school"
    known = [answers.get(SCHOOL_NAME), answers.get(SCHOOL_YEAR)]
    value = "  ".join(str(one) for one in known if one)
    return Formula(
        f'=IF(LEN({name}&{year})=0,"{blank}",{name}&IF(LEN({year})=0,"","  "&{year}))',
        value or blank,
    )


def _answer_cell(model: Model, key: str) -> str:
    chapter = model.chapter_of(key)
    assert chapter is not None
    name = sheet_names(model).chapters[chapter.key]
    return at_sheet(name) + address(chapter_rows(chapter).rows[key], ANSWER)


def _book(model: Model, form: str, sheets: Sequence[Sheet]) -> Book:
    marks = {KIND: INTAKE, FORM: form, MODEL: model.id, VERSION: model.version}
    return Book(tuple(sheets), f"{model.title}: intakeformulier", properties=marks)
