"""The sheet *Samenvoegen*: the data source for Word's own mail merge, by formula from *Scholen*."""

from datetime import date
from typing import Any

from sop_templates.domain.answer_values import Asked
from sop_templates.domain.dutch import MONTHS, write_date
from sop_templates.domain.model import FieldType
from sop_templates.engine.intake.board import FIRST, Board, column_places, padded, school_columns
from sop_templates.engine.intake.layout import MERGE, SCHOOLS, at_sheet
from sop_templates.engine.intake.looks import (
    HEADER,
    LOOKED_UP,
)
from sop_templates.engine.intake.values import cell_content
from sop_templates.formats.excel.cells import column_letters
from sop_templates.formats.excel.palette import RULE
from sop_templates.formats.excel.sheets import Cell, Columns, Formula, Link, Sheet

MAX_NAME = 40  # characters: Word's limit for the name of a merge field
WIDTH = 22.0


def merge_name(key: str) -> str:
    """The name of a field in Word's mail merge: `school.naam` is `school_naam`."""
    return key.replace(".", "_")[:MAX_NAME]


def merge_sheet(board: Board) -> Sheet:
    """One header row with names that Word accepts, then a row a school; all by formula."""
    places = column_places(board.model)
    asked = school_columns(board.model)
    cells = [Cell(1, column, merge_name(each.key), HEADER) for column, each in enumerate(asked, 1)]
    for row, answers in enumerate(padded(board), 2):
        source = row - 2 + FIRST
        for column, each in enumerate(asked, 1):
            there = f"{at_sheet(SCHOOLS)}{column_letters(places[each.key])}{source}"
            formula = Formula(_formula(each.one, there), _value(each.one, answers.get(each.key)))
            cells.append(Cell(row, column, formula, LOOKED_UP))
    return Sheet(
        MERGE,
        cells,
        columns=(Columns(1, len(asked), WIDTH),),
        freeze=(2, 3),
        repeat_columns=2,
        repeat_rows=1,
        tab_color=RULE,
        start=(2, 1),
    )


def _formula(one: Asked, there: str) -> str:
    """A date is written in words here: a format code in a formula depends on Excel's language."""
    if one.type is not FieldType.DATE:
        return f'=IF(LEN({there})=0,"",{there})'
    months = ",".join(f'"{month}"' for month in MONTHS)
    words = f'DAY({there})&" "&CHOOSE(MONTH({there}),{months})&" "&YEAR({there})'
    return f'=IF(ISNUMBER({there}),{words},{there}&"")'


def _value(one: Asked, answer: Any) -> str | int | float:
    content = cell_content(one, answer)
    if isinstance(content, date):
        return write_date(content)
    if isinstance(content, Link):
        return content.text
    return content if isinstance(content, str | int | float) else ""
