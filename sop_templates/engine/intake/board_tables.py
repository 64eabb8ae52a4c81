"""The board form's sheets of lists and fixed rows: the school's code first, then its answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, Field, FieldType
from sop_templates.engine.intake.board import (
    CODE,
    CODE_WIDTH,
    DONE,
    FIRST,
    KEYS,
    LABELS,
    NAME,
    NAME_WIDTH,
    SHARE_WIDTH,
    WIDTHS,
    Asked,
    Board,
    entries_of,
    filled_rows,
    heads,
    in_order,
    open_answers,
    padded,
    share_head,
)
from sop_templates.engine.intake.layout import LIST_ROWS, NOT_READ, SCHOOLS, at_sheet
from sop_templates.engine.intake.looks import (
    HEADER,
    KEY,
    LOOKED_UP,
    SHARE,
    answer_look,
    height_of,
    line_count,
)
from sop_templates.engine.intake.table import counted_column
from sop_templates.engine.intake.values import cell_content, cell_of
from sop_templates.formats.excel.cells import column_letters
from sop_templates.formats.excel.palette import RULE
from sop_templates.formats.excel.sheets import Area, Cell, Columns, Entry, Formula, Sheet

TEXT_WIDTH = 34.0
LEAST_ROWS = 20  # that are printed


def list_sheet(board: Board, one: Field) -> Sheet:
    """The sheet of a list: the school's code, its name by formula, then an item."""
    asked = [Asked(f"{one.key}.{column.key}", column.label, column) for column in one.columns]
    columns = list(enumerate(asked, DONE))
    items = [
        (answers.get(SCHOOL_CODE), item)
        for answers in board.records
        for item in answers.get(one.key) or ()
    ]
    rows = max(LIST_ROWS * board.rows, len(items))
    cells = [*_code_heads(), *heads(columns)]
    code_names = {answers.get(SCHOOL_CODE): answers.get(SCHOOL_NAME) for answers in board.records}
    for row in range(FIRST, FIRST + rows):
        code, item = items[row - FIRST] if row - FIRST < len(items) else (None, {})
        cells += _code_cells(board, row, code, code_names)
        for place, each in columns if item else ():
            content = cell_content(each.one, item.get(each.one.key))
            cells.append(Cell(row, place, content, answer_look(each.one)))
    return _table(board, one, cells, columns, (FIRST + rows - 1, len(items)))


def _code_heads() -> Iterator[Cell]:
    yield Cell(KEYS, CODE, SCHOOL_CODE, KEY)
    yield Cell(KEYS, NAME, NOT_READ, KEY)
    yield Cell(LABELS, CODE, "Vestigingscode", HEADER)
    yield Cell(LABELS, NAME, "School", HEADER)


def _code_cells(board: Board, row: int, code: Any, names: dict[Any, Any]) -> Iterator[Cell]:
    """The code that is typed, and the school's name that a formula finds by it."""
    look = answer_look(board.model.by_key[SCHOOL_CODE])
    if code:
        yield Cell(row, CODE, str(code), look)
    at = at_sheet(SCHOOLS)
    found = f"INDEX({at}$B${FIRST}:$B${board.last},MATCH($A{row},{at}$A${FIRST}:$A${board.last},0))"
    formula = f'=IF(LEN($A{row})=0,"",IFERROR({found}&"","staat niet op {SCHOOLS}"))'
    yield Cell(row, NAME, Formula(formula, str(names.get(code) or "") if code else ""), LOOKED_UP)


def rows_sheet(board: Board, one: Field) -> Sheet:
    """The sheet of fixed rows: a row a school, a column for each cell."""
    counted = counted_column(one)
    several = len(one.columns) > 1
    asked = [
        Asked(
            f"{one.key}.{row.key}.{column.key}",
            f"{row.label}: {column.label.lower()}" if several else row.label,
            column,
        )
        for row in one.rows
        for column in one.columns
    ]
    columns = list(enumerate(asked, DONE + 1))
    cells = [*_code_heads(), *share_head(), *heads(columns)]
    right = DONE + len(asked)
    ending = f".{counted.key}"
    keys = f"$D${KEYS}:${column_letters(right)}${KEYS}"
    names = {answers.get(SCHOOL_CODE): answers.get(SCHOOL_NAME) for answers in board.records}
    for row, answers in enumerate(padded(board), FIRST):
        cells += _code_cells(board, row, answers.get(SCHOOL_CODE), names)
        value = answers.get(one.key)
        own = f"$D{row}:${column_letters(right)}{row}"
        match = f'(RIGHT({keys},{len(ending)})="{ending}")'
        formula = f'=IF(LEN($A{row})=0,"",SUMPRODUCT({match}*(LEN({own})>0))/{len(one.rows)})'
        share = filled_rows(one, value) / len(one.rows) if answers.get(SCHOOL_CODE) else ""
        cells.append(Cell(row, DONE, Formula(formula, share), SHARE))
        for place, each in columns if value else ():
            row_key = each.key.split(".")[2]
            content = cell_content(each.one, cell_of(value, row_key, each.one.key))
            cells.append(Cell(row, place, content, answer_look(each.one)))
    return _table(board, one, cells, columns, (board.last, len(board.records)))


def _table(
    board: Board,
    one: Field,
    cells: list[Cell],
    columns: list[tuple[int, Asked]],
    sizes: tuple[int, int],
) -> Sheet:
    last, filled = sizes
    right = columns[-1][0]
    code = Entry(
        (Area(FIRST, CODE, last, CODE),),
        "list",
        f"={at_sheet(SCHOOLS)}$A${FIRST}:$A${board.last}",
        title="Vestigingscode",
        message=f"Kies de code van een school die op het blad {SCHOOLS} staat.",
    )
    code_look = answer_look(board.model.by_key[SCHOOL_CODE])
    shares = [Columns(DONE, DONE, SHARE_WIDTH)] if one.type is FieldType.ROWS else []
    return Sheet(
        board.tables[one.key],
        in_order(cells),
        columns=(
            Columns(CODE, CODE, CODE_WIDTH, code_look),
            Columns(NAME, NAME, NAME_WIDTH),
            *shares,
            *(
                Columns(place, place, _width(each), answer_look(each.one))
                for place, each in columns
            ),
        ),
        heights={LABELS: 44},
        first_heights=_heights(cells, columns),
        hidden_rows=(KEYS,),
        entries=(code, *entries_of(board, columns, last)),
        highlights=tuple(open_answers(columns, last)),
        freeze=(FIRST, columns[0][0]),
        filter=Area(LABELS, 1, last, right),
        print_area=Area(LABELS, 1, FIRST + max(filled, LEAST_ROWS) - 1, right),
        repeat_columns=NAME if one.type is FieldType.ROWS else 0,
        repeat_rows=LABELS,
        tab_color=RULE,
        start=(FIRST, CODE),
    )


def _heights(cells: list[Cell], columns: Sequence[tuple[int, Asked]]) -> dict[int, float]:
    """The heights of filled rows: room for their longest text."""
    widths = {place: _width(each) for place, each in columns}
    heights: dict[int, float] = {}
    for cell in cells:
        if cell.row >= FIRST and cell.column in widths and isinstance(cell.content, str):
            lines = line_count(cell.content, widths[cell.column])
            heights[cell.row] = max(heights.get(cell.row, 0), height_of(lines))
    return heights


def _width(each: Asked) -> float:
    return WIDTHS.get(each.one.type, TEXT_WIDTH)
