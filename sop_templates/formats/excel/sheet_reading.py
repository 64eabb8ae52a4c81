"""How the cells of a worksheet part are read: typed, with links, merged cells spread downwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from sop_templates.formats.excel.cell_values import GENERAL, iso_moment, number, plain_text
from sop_templates.formats.excel.cells import (
    CellText,
    CellValue,
    RowText,
    column_number,
    position,
)

MAX_MERGED_ROWS = 2_000  # a label merged over more rows than this is a mistake or an attack
MAX_MERGES = 5_000
MAX_LINKED_AREAS = 500  # hyperlinks over several cells; each costs a look at all rows
HYPERLINK = 'HYPERLINK("'
UNCOUNTED = "="
DIGITS = "0123456789"
KEPT = 20_000  # addresses whose column is kept: intakes have the same ones over and over
MAX_DIGITS = 9

Grid = dict[int, dict[int, CellText]]


@dataclass(frozen=True, slots=True)
class Cellar:
    """What cells refer to.

    Attributes:
        shared: a cell for each shared text, in order; None for an empty one.
        codes: the code of each cell format.
        since_1904: whether dates count from 1904.
    """

    shared: Sequence[CellText | None]
    codes: Sequence[str]
    since_1904: bool


def read_rows(
    root: etree._Element, cellar: Cellar, links: Mapping[str, str]
) -> tuple[RowText, ...]:
    """The filled rows of a worksheet.

    Args:
        root: the worksheet element.
        cellar: what the cells refer to.
        links: addresses (or ranges) of cells with a hyperlink, and where it leads.

    Returns:
        The rows with at least one filled cell, in order; a cell merged over several rows counts in
        each of these that has other content.
    """
    space = str(root.tag).rpartition("}")[0] + "}"
    data = root.find(f"{space}sheetData")
    grid: Grid = {}
    if data is not None:
        _read_cells(data, _Names(space), cellar, grid)
    areas = 0
    for where, url in links.items():
        areas += ":" in where
        if areas <= MAX_LINKED_AREAS:
            _link(grid, where, url)
    merges = root.find(f"{space}mergeCells")
    if merges is not None:
        _spread(grid, [item.get("ref", "") for item in merges])
    return tuple(RowText(number, grid[number]) for number in sorted(grid))


class _Names:
    """The names of the elements in a cell, in the namespace that the sheet uses."""

    __slots__ = ("formula", "inline", "value")

    def __init__(self, space: str) -> None:
        self.value = f"{space}v"
        self.formula = f"{space}f"
        self.inline = f"{space}is"


def _read_cells(data: etree._Element, names: _Names, cellar: Cellar, grid: Grid) -> None:
    shared, count = cellar.shared, len(cellar.shared)
    row = 0
    for line in data:
        row = _count(line.get("r"), row + 1)
        cells = grid.setdefault(row, {})
        column = 0
        for cell in line:
            if not len(cell):
                column += 1
                continue
            where = cell.get("r")
            column = _columns(where) if where else column + 1
            if cell.get("t") == "s":  # most cells
                place = _count(cell[-1].text, -1)
                found = shared[place] if 0 <= place < count else None
            else:
                found = _cell(cell, names, cellar)
            if found is not None:
                cells[column] = found
        if not cells:
            del grid[row]


@lru_cache(maxsize=KEPT)
def _columns(where: str) -> int:
    return column_number(where.rstrip(DIGITS))


def _count(words: str | None, otherwise: int) -> int:
    """A whole number as it lies in the file; hostile ones are not even converted."""
    return int(words) if words and len(words) <= MAX_DIGITS and words.isdecimal() else otherwise


def _cell(cell: etree._Element, names: _Names, cellar: Cellar) -> CellText | None:
    """A cell that holds no shared text."""
    last = cell[-1]  # the value, where there is one: behind the formula
    if last.tag == names.inline:
        return filled(plain_text(last))
    first = cell[0]
    formula = (first.text or "") if first.tag == names.formula else ""
    stored = (last.text or "") if last.tag == names.value else ""
    kind = cell.get("t", "n")
    if kind == "e":
        return CellText(None, fault=stored)
    if not stored:
        return CellText(None, fault=UNCOUNTED) if formula and kind != "str" else None
    if kind == "str":
        return CellText(stored, _formula_link(formula))
    return CellText(_value(stored, kind, cell.get("s"), cellar), _formula_link(formula))


def filled(value: CellValue, url: str = "") -> CellText | None:
    """A cell with that value; None where it is empty."""
    return None if value is None or value == "" else CellText(value, url)


def _value(stored: str, kind: str, style: str | None, cellar: Cellar) -> CellValue:
    if kind == "b":
        return stored == "1"
    if kind == "d":
        return iso_moment(stored)
    return number(stored, _code(style, cellar), since_1904=cellar.since_1904)


def _code(style: str | None, cellar: Cellar) -> str:
    place = _count(style, 0)
    return cellar.codes[place] if place < len(cellar.codes) else GENERAL


def _formula_link(formula: str) -> str:
    """The address in `HYPERLINK("address", "text")`."""
    if formula[: len(HYPERLINK)].upper() != HYPERLINK:
        return ""
    return formula[len(HYPERLINK) :].partition('"')[0]


def _area(words: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of `B2` or `B2:C5`."""
    first, _, last = words.partition(":")
    start, end = position(first), position(last or first)
    return (*start, *end) if start and end else None


def _link(grid: Grid, where: str, url: str) -> None:
    area = _area(where)
    for row, column in _filled_within(grid, area) if area else ():
        cell = grid[row][column]
        grid[row][column] = CellText(cell.value, url, cell.fault)


def _filled_within(grid: Grid, area: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    top, left, bottom, right = area
    if (top, left) == (bottom, right):
        rows: Iterable[int] = (top,)
    else:
        rows = [row for row in grid if top <= row <= bottom]
    for row in rows:
        for column in list(grid.get(row, ())):
            if left <= column <= right:
                yield row, column


def _spread(grid: Grid, merges: list[str]) -> None:
    for words in merges[:MAX_MERGES]:
        area = _area(words)
        if area is None:
            continue
        top, left, bottom, _ = area
        cell = grid.get(top, {}).get(left)
        if cell is None or bottom - top > MAX_MERGED_ROWS:
            continue
        for row in range(top + 1, bottom + 1):
            if row in grid:
                grid[row].setdefault(left, cell)
