"""The board form's sheet *Scholen*: a row a school, the keys in the hidden row 1, labels in row 2."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_NAME,
    Column,
    Field,
    FieldType,
    Model,
    Need,
)
from sop_templates.engine.intake.entries import Ranges, entry
from sop_templates.engine.intake.layout import NOT_READ, SCHOOLS, at_sheet
from sop_templates.engine.intake.looks import (
    HEADER,
    KEY,
    OPEN_ANSWER,
    SHARE,
    answer_look,
    height_of,
)
from sop_templates.engine.intake.states import is_filled
from sop_templates.engine.intake.table import counted_column
from sop_templates.engine.intake.values import Answers, cell_content, cell_of
from sop_templates.formats.excel.cells import address, column_letters
from sop_templates.formats.excel.palette import ACCENT, GREY
from sop_templates.formats.excel.sheets import (
    Area,
    Cell,
    Columns,
    Entry,
    Formula,
    Highlight,
    Sheet,
)

KEYS, LABELS, FIRST = 1, 2, 3
CODE, NAME = 1, 2
DONE = 3  # on Scholen and the sheets of fixed rows: the share that is filled
WIDTHS = {
    FieldType.RICH: 48.0,
    FieldType.LINK: 30.0,
    FieldType.NUMBER: 12.0,
    FieldType.FLAG: 20.0,
    FieldType.YEAR: 13.0,
    FieldType.DATE: 20.0,
    FieldType.CHOICE: 22.0,
}
TEXT_WIDTH, CODE_WIDTH, NAME_WIDTH, SHARE_WIDTH = 26.0, 15.0, 32.0, 12.0
SCHOOL_HEIGHT = height_of(3)
INTERNAL_HEADER = replace(HEADER, fill=GREY)


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of a sheet of the board form.

    Attributes:
        key: in the hidden row 1.
        label: in row 2.
        one: the field, or the column of a list or of fixed rows.
        internal: whether its field is.
    """

    key: str
    label: str
    one: Field | Column
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """What the sheets of a board form share.

    Attributes:
        model: the model.
        records: the answers of each school that is known.
        ranges: where the options stand.
        rows: how many schools there is room for.
        tables: the sheets' names of lists and fixed rows, by key.
    """

    model: Model
    records: Sequence[Answers]
    ranges: Ranges
    rows: int
    tables: Mapping[str, str]

    @property
    def last(self) -> int:
        """The last row for a school."""
        return FIRST + self.rows - 1


def school_columns(model: Model) -> list[Asked]:
    """The columns of *Scholen* behind the share: code and name come first, then the model's order."""
    first = [model.by_key[SCHOOL_CODE], model.by_key[SCHOOL_NAME]]
    others = [one for one in model.scalars() if one not in first]
    return [Asked(one.key, one.label, one, one.internal) for one in (*first, *others)]


def column_places(model: Model) -> dict[str, int]:
    """The column of each field on *Scholen*: code and name, the share, then the others."""
    keys = [asked.key for asked in school_columns(model)]
    return {key: place + (place >= DONE) for place, key in enumerate(keys, 1)}


def schools_sheet(board: Board) -> Sheet:
    """The sheet *Scholen*."""
    model = board.model
    asked = school_columns(model)
    places = column_places(model)
    cells = [*heads([(places[each.key], each) for each in asked]), *share_head()]
    for row, answers in enumerate(padded(board), FIRST):
        for each in asked if answers else ():
            content = cell_content(each.one, answers.get(each.key))
            cells.append(Cell(row, places[each.key], content, answer_look(each.one)))
        cells.append(Cell(row, DONE, _school_share(board, places, row, answers), SHARE))
    right = max(places.values())
    columns = [
        Columns(place, place, _width(each, places), answer_look(each.one))
        for each in asked
        for place in [places[each.key]]
    ]
    return Sheet(
        SCHOOLS,
        in_order(cells),
        columns=(*columns, Columns(DONE, DONE, SHARE_WIDTH)),
        heights={LABELS: 44, **dict.fromkeys(range(FIRST, board.last + 1), SCHOOL_HEIGHT)},
        hidden_rows=(KEYS,),
        entries=tuple(entries_of(board, [(places[each.key], each) for each in asked], board.last)),
        highlights=tuple(open_answers([(places[each.key], each) for each in asked], board.last)),
        freeze=(FIRST, DONE + 1),
        filter=Area(LABELS, 1, board.last, right),
        print_area=Area(LABELS, 1, FIRST + max(len(board.records), 10) - 1, right),
        repeat_columns=NAME,
        repeat_rows=LABELS,
        tab_color=ACCENT,
        start=(FIRST, CODE),
    )


def padded(board: Board) -> Iterator[Answers]:
    """The records, and an empty one for each row without a school."""
    yield from board.records
    yield from ({} for _ in range(board.rows - len(board.records)))


def in_order(cells: list[Cell]) -> list[Cell]:
    """The cells from top to bottom, from left to right."""
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _width(each: Asked, places: dict[str, int]) -> float:
    special = {CODE: CODE_WIDTH, NAME: NAME_WIDTH}
    return special.get(places[each.key]) or WIDTHS.get(each.one.type, TEXT_WIDTH)


def heads(columns: Sequence[tuple[int, Asked]]) -> Iterator[Cell]:
    """The two top rows: keys and labels."""
    for place, asked in columns:
        yield Cell(KEYS, place, asked.key, KEY)
        yield Cell(LABELS, place, asked.label, INTERNAL_HEADER if asked.internal else HEADER)


def share_head() -> Iterator[Cell]:
    """The two top rows of the column with the share."""
    yield Cell(KEYS, DONE, NOT_READ, KEY)
    yield Cell(LABELS, DONE, "Verplicht ingevuld", HEADER)


def entries_of(board: Board, columns: Sequence[tuple[int, Asked]], last: int) -> Iterator[Entry]:
    """What may be typed in the columns, with the question and its limits at the chosen cell."""
    for place, asked in columns:
        area = Area(FIRST, place, last, place)
        rule = entry(asked.one, [area], board.ranges, with_message=True)
        if rule is not None:
            yield rule


def open_answers(columns: Sequence[tuple[int, Asked]], last: int) -> Iterator[Highlight]:
    """Required answers are colored until filled, in the rows of schools."""
    code = f"${column_letters(CODE)}{FIRST}"
    for place, asked in columns:
        if asked.one.need is Need.REQUIRED:
            empty = f"LEN(TRIM({address(FIRST, place)}))=0"
            area = Area(FIRST, place, last, place)
            formula = f"=AND(LEN({code})>0,{empty})" if place > NAME else _either_open(place)
            yield Highlight(area, formula, OPEN_ANSWER)


def _either_open(place: int) -> str:
    """Of code and name the one that is empty while the other is filled."""
    here, there = address(FIRST, place), address(FIRST, CODE + NAME - place)
    return f"=AND(LEN(TRIM({here}))=0,LEN(TRIM({there}))>0)"


def _school_share(board: Board, places: dict[str, int], row: int, answers: Answers) -> Formula:
    """The share of the required answers that are filled, fixed rows included."""
    required = [one for one in board.model.scalars() if one.need is Need.REQUIRED]
    tables = [one for one in board.model.fixed_rows() if one.need is Need.REQUIRED]
    terms = [f"(LEN(TRIM({address(row, places[one.key])}))>0)" for one in required]
    for one in tables:
        at = at_sheet(board.tables[one.key])
        shares = f"{at}$C${FIRST}:$C${board.last}"
        match = f"MATCH($A{row},{at}$A${FIRST}:$A${board.last},0)"
        terms.append(f"IFERROR(INDEX({shares},{match})*{len(one.rows)},0)")
    of = len(required) + sum(len(one.rows) for one in tables)
    formula = f'=IF(LEN($A{row}&$B{row})=0,"",({"+".join(terms)})/{of})'
    if not (answers.get(SCHOOL_CODE) or answers.get(SCHOOL_NAME)):
        return Formula(formula, "")
    done = sum(is_filled(answers.get(one.key)) for one in required)
    done += sum(filled_rows(one, answers.get(one.key)) for one in tables)
    return Formula(formula, done / of)


def filled_rows(one: Field, value: Any) -> int:
    """How many fixed rows are filled."""
    column = counted_column(one)
    return sum(is_filled(cell_of(value, row.key, column.key)) for row in one.rows)
