"""Tables as grids: which cell stands in which row and column, merged cells in all that they cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.meanings import as_level
from sop_templates.formats.word.finished.spans import CellSpan, RowSpan
from sop_templates.formats.word.names import qn

MAX_COLUMNS = 64  # Word allows 63

_VAL = qn("w:val")


@dataclass(frozen=True, slots=True)
class Merges:
    """How the cells of a story's tables are merged.

    Attributes:
        widths: number of columns that a cell covers, by its number; 1 where it is not named.
        continued: numbers of the cells that continue the one above.
        skipped: number of columns before the first cell of a row, by the row's number.
        header_rows: numbers of the rows that are repeated on each page.
    """

    widths: Mapping[int, int] = field(default_factory=dict)
    continued: frozenset[int] = frozenset()
    skipped: Mapping[int, int] = field(default_factory=dict)
    header_rows: frozenset[int] = frozenset()

    def grid(self, rows: Sequence[RowSpan]) -> list[list[CellSpan | None]]:
        """The cells of a table by row and column.

        Args:
            rows: of the table.

        Returns:
            A list a row; a cell that is merged stands in each of its places, None is a place
            without a cell.
        """
        grid: list[list[CellSpan | None]] = []
        for row in rows:
            above = grid[-1] if grid else []
            line: list[CellSpan | None] = [None] * self.skipped.get(row.number, 0)
            for cell in row.cells:
                at = len(line)
                shown = cell
                if cell.number in self.continued and at < len(above):
                    shown = above[at] or cell
                line += [shown] * self.widths.get(cell.number, 1)
            grid.append(line[:MAX_COLUMNS])
        return grid


def read_merges(
    root: etree._Element,
    rows: Sequence[etree._Element],
    cells: Sequence[etree._Element],
) -> Merges:
    """How cells are merged.

    Args:
        root: the story's tree.
        rows: its rows by number.
        cells: its cells by number.
    """
    if not cells:
        return Merges()
    row_numbers = {one: number for number, one in enumerate(rows)}
    cell_numbers = {one: number for number, one in enumerate(cells)}
    widths = _numbers(root, "w:gridSpan", cell_numbers)
    skipped = _numbers(root, "w:gridBefore", row_numbers)
    continued = set()
    for one in root.iter(qn("w:vMerge")):
        cell = _owner(one)
        if cell is not None and cell in cell_numbers and one.get(_VAL, "continue") != "restart":
            continued.add(cell_numbers[cell])
    headers = [_owner(one) for one in root.iter(qn("w:tblHeader")) if is_on(one)]
    return Merges(
        widths,
        frozenset(continued),
        skipped,
        frozenset(row_numbers[one] for one in headers if one is not None and one in row_numbers),
    )


def _numbers(
    root: etree._Element, name: str, owners: Mapping[etree._Element, int]
) -> dict[int, int]:
    found = {}
    for one in root.iter(qn(name)):
        owner = _owner(one)
        if owner is not None and owner in owners:
            found[owners[owner]] = min(as_level(one.get(_VAL), 1), MAX_COLUMNS)
    return found


def _owner(property_: etree._Element) -> etree._Element | None:
    properties = property_.getparent()
    return None if properties is None else properties.getparent()
