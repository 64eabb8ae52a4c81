"""The sheets of the school form for lists and fixed rows: a row an item, keys in the hidden row 1."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sop_templates.domain.model import Column, Field, FieldType, Need
from sop_templates.engine.intake.entries import Ranges, entry
from sop_templates.engine.intake.layout import (
    LIST_ROWS,
    OWN_ROWS,
    explanation,
    link_to,
)
from sop_templates.engine.intake.looks import (
    BACK,
    EXPLANATION,
    GROUP,
    HEADER,
    KEY,
    NUMBER,
    OPEN_ANSWER,
    QUESTION,
    STATE,
    SUBTITLE,
    TITLE,
    WRONG_STATE,
    answer_look,
    height_of,
    line_count,
)
from sop_templates.engine.intake.places import FIRST_COLUMN, LABEL, TABLE_FIRST, TABLE_KEYS
from sop_templates.engine.intake.states import (
    TO_FILL,
    filled_cells,
    is_filled,
    word_count,
    wrong_length,
)
from sop_templates.engine.intake.values import cell_content, cell_of
from sop_templates.formats.excel.cells import address, column_letters
from sop_templates.formats.excel.palette import RULE
from sop_templates.formats.excel.sheets import (
    Area,
    Cell,
    Columns,
    Entry,
    Formula,
    Highlight,
    Link,
    Sheet,
)

HEAD, PROMPTS = 5, 6
KEY_WIDTH, NUMBER_WIDTH, LABEL_WIDTH, CHOICE_WIDTH = 3.0, 6.0, 36.0, 28.0
TEXT_WIDTH, TEXT_MORE = 32.0, 18.0  # the fewer columns of text, the wider they are
LEAST_HEIGHT = 18.0
TAB = RULE
TICK = "✓"


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows of a list or cells of fixed rows are filled, and of how many (0 for a list)."""

    filled: Formula
    of: int


def counted_column(one: Field) -> Column:
    """The column by which rows are counted: the first required one, else the first."""
    return next((column for column in one.columns if column.need is Need.REQUIRED), one.columns[0])


def table_count(one: Field, at: str, value: Any) -> TableCount:
    """How far a table's sheet is filled.

    Args:
        one: the list or fixed rows.
        at: the sheet's name as formulas have it.
        value: the answer.
    """
    column = counted_column(one)
    letters = column_letters(FIRST_COLUMN + one.columns.index(column))
    last = _last(one, value)
    first = TABLE_FIRST[one.type]
    formula = "=" + filled_cells(f"{at}{letters}{first}:{letters}{last}")
    if one.type is FieldType.LIST:
        filled = [row for row in value or () if is_filled(row.get(column.key))]
        return TableCount(Formula(formula, len(filled)), 0)
    cells = [cell_of(value, row.key, column.key) for row in one.rows]
    return TableCount(Formula(formula, sum(map(is_filled, cells))), len(one.rows))


def _last(one: Field, value: Any) -> int:
    if one.type is FieldType.LIST:
        return TABLE_FIRST[one.type] + max(OWN_ROWS, len(value or ())) - 1
    return max(row_numbers(one).values())


def row_numbers(one: Field) -> dict[str, int]:
    """The row of each fixed row on its sheet; a group has a heading above its rows."""
    rows = {}
    at = TABLE_FIRST[one.type]
    for group, members in groupby(one.rows, key=lambda row: row.group):
        at += 1 if group else 0
        for row in members:
            rows[row.key] = at
            at += 1
    return rows


def table_sheet(one: Field, name: str, chapter: str, ranges: Ranges, value: Any) -> Sheet:
    """The sheet of a list or of fixed rows.

    Args:
        one: the field.
        name: of the sheet.
        chapter: name of the sheet of its chapter, which it leads back to.
        ranges: where the options stand.
        value: the answer, or None.
    """
    listed = one.type is FieldType.LIST
    first, last = TABLE_FIRST[one.type], _last(one, value)
    drawn = first + _drawn(one, value) - 1 if listed else last
    stand = FIRST_COLUMN + len(one.columns)
    right = stand - 1 if listed else stand
    widths = _widths(one)
    body = _list_cells(one, value, drawn, last) if listed else _row_cells(one, value)
    return Sheet(
        name,
        sorted([*_head(one, chapter, right), *body], key=lambda cell: (cell.row, cell.column)),
        columns=_columns(one, widths),
        heights={2: 34, 3: height_of(line_count(explanation(one), sum(widths[1:]))), HEAD: 22},
        first_heights=_heights(one, value, first, last, widths),
        hidden_rows=(1,),
        entries=tuple(_entries(one, ranges, first, last)),
        highlights=() if listed else tuple(_highlights(one, last, stand)),
        freeze=(first, FIRST_COLUMN),
        landscape=len(one.columns) > 2,  # noqa: PLR2004 - three columns need the width
        print_area=Area(2, LABEL, drawn, right),
        repeat_rows=HEAD,
        tab_color=TAB,
        start=(first, FIRST_COLUMN),
    )


def _drawn(one: Field, value: Any) -> int:
    """How many rows of a list are drawn and numbered: as many as the model allows."""
    return max(one.limits.maximum or LIST_ROWS, len(value or ()))


def _widths(one: Field) -> list[float]:
    """The widths of all columns from the first, hidden one on."""
    texts = sum(1 for column in one.columns if not column.options)
    wide = TEXT_WIDTH + (3 - texts) * TEXT_MORE
    columns = [CHOICE_WIDTH if column.options else wide for column in one.columns]
    listed = one.type is FieldType.LIST
    return [KEY_WIDTH, NUMBER_WIDTH, *columns] if listed else [KEY_WIDTH, LABEL_WIDTH, *columns, 22]


def _columns(one: Field, widths: list[float]) -> tuple[Columns, ...]:
    hidden = [Columns(TABLE_KEYS, TABLE_KEYS, KEY_WIDTH, hidden=True)]
    if one.type is FieldType.ROWS:  # the count of words, right of the state
        hidden.append(Columns(len(widths) + 1, len(widths) + 1, KEY_WIDTH, hidden=True))
    shown = [
        Columns(place, place, width) for place, width in enumerate(widths, 1) if place > TABLE_KEYS
    ]
    return (*hidden, *shown)


def _heights(
    one: Field, value: Any, first: int, last: int, widths: list[float]
) -> dict[int, float]:
    """The heights of the rows, for the answers that they hold."""
    if one.type is FieldType.LIST:
        rows = dict(enumerate(value or (), first))
        heights = {PROMPTS: _height([explanation(column) for column in one.columns], widths)}
    else:
        rows = {at: (value or {}).get(key) or {} for key, at in row_numbers(one).items()}
        heights = {}
    for at in range(first, last + 1):
        texts = [str(rows.get(at, {}).get(column.key) or "") for column in one.columns]
        heights[at] = _height(texts, widths)
    return heights


def _height(texts: list[str], widths: list[float]) -> float:
    lines = [line_count(text, width) for text, width in zip(texts, widths[2:], strict=False)]
    return max(height_of(max(lines)), LEAST_HEIGHT)


def _head(one: Field, chapter: str, right: int) -> Iterator[Cell]:
    wide = right - LABEL + 1
    listed = one.type is FieldType.LIST
    yield Cell(1, TABLE_KEYS, one.key, KEY)
    for place, column in enumerate(one.columns, FIRST_COLUMN):
        yield Cell(1, place, f"{one.key}.{'' if listed else '*.'}{column.key}", KEY)
    yield Cell(2, LABEL, one.label, TITLE, columns=wide)
    yield Cell(3, LABEL, explanation(one), SUBTITLE, columns=wide)
    yield Cell(4, LABEL, Link(f"← Terug naar {chapter}", link_to(chapter)), BACK, columns=wide)
    heads = ["Nr." if listed else "Onderdeel", *(column.label for column in one.columns)]
    for place, words in enumerate([*heads, "" if listed else "Stand"], LABEL):
        if place <= right:
            yield Cell(HEAD, place, words, HEADER)


def _list_cells(one: Field, value: Any, drawn: int, last: int) -> Iterator[Cell]:
    for place, column in enumerate(one.columns, FIRST_COLUMN):
        yield Cell(PROMPTS, place, explanation(column), EXPLANATION)
    yield Cell(PROMPTS, LABEL, None, EXPLANATION)
    items = list(value or ())
    looks = [
        (answer_look(column), replace(answer_look(column), border="")) for column in one.columns
    ]
    for number, row in enumerate(range(TABLE_FIRST[one.type], last + 1)):
        item = items[number] if number < len(items) else {}
        if row <= drawn:
            yield Cell(row, LABEL, number + 1, NUMBER)
        for place, (column, look) in enumerate(zip(one.columns, looks, strict=True), FIRST_COLUMN):
            content = cell_content(column, item.get(column.key))
            yield Cell(row, place, content, look[row > drawn])


def _row_cells(one: Field, value: Any) -> Iterator[Cell]:
    numbers = row_numbers(one)
    stand = FIRST_COLUMN + len(one.columns)
    group = ""
    for row in one.rows:
        at = numbers[row.key]
        if row.group and row.group != group:
            yield Cell(at - 1, LABEL, row.group, GROUP, columns=stand - LABEL + 1)
        group = row.group
        yield Cell(at, TABLE_KEYS, f"{one.key}.{row.key}", KEY)
        yield Cell(at, LABEL, row.label, QUESTION)
        for place, column in enumerate(one.columns, FIRST_COLUMN):
            content = cell_content(column, cell_of(value, row.key, column.key))
            yield Cell(at, place, content, answer_look(column))
        yield from _state(one, at, stand, value, row.key)


def _state(one: Field, at: int, stand: int, value: Any, row: str) -> Iterator[Cell]:
    """The last column: `verplicht`, a tick, or that the longest text is too long."""
    column = counted_column(one)
    answer = address(at, FIRST_COLUMN + one.columns.index(column))
    empty = TO_FILL[column.need]
    filled = is_filled(cell_of(value, row, column.key))
    formula, shown = f'"{TICK}"', TICK
    limited = next((each for each in one.columns if each.limits.max_words), None)
    if limited is not None:
        most = limited.limits.max_words or 0
        cell = address(at, FIRST_COLUMN + one.columns.index(limited))
        words = word_count(cell, str(cell_of(value, row, limited.key) or ""))
        count = address(at, stand + 1)
        yield Cell(at, stand + 1, words, KEY)
        over = f" van {most} woorden"
        formula = f'IF({count}>{most},"te lang: "&{count}&"{over}",{formula})'
        shown = f"te lang: {words.value}{over}" if int(words.value) > most else shown
    whole = f'=IF(LEN(TRIM({answer}))=0,"{empty}",{formula})'
    yield Cell(at, stand, Formula(whole, shown if filled else empty), STATE)


def _entries(one: Field, ranges: Ranges, first: int, last: int) -> Iterator[Entry]:
    for place, column in enumerate(one.columns, FIRST_COLUMN):
        if (rule := entry(column, [Area(first, place, last, place)], ranges)) is not None:
            yield rule


def _highlights(one: Field, last: int, stand: int) -> Iterator[Highlight]:
    first = TABLE_FIRST[one.type]
    for place, column in enumerate(one.columns, FIRST_COLUMN):
        if column.need is Need.REQUIRED:
            empty = f"=AND(LEN(${column_letters(TABLE_KEYS)}{first})>0,LEN(TRIM({address(first, place)}))=0)"
            yield Highlight(Area(first, place, last, place), empty, OPEN_ANSWER)
    wrong = wrong_length(address(first, stand))
    yield Highlight(Area(first, stand, last, stand), wrong, WRONG_STATE)
