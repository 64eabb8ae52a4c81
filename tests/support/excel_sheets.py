"""The sheets of the Excel for tests: found, added, protected, with what their formulas gave."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from openpyxl.utils import range_boundaries
from xlwings import base_classes

from tests.support.excel_cells import Note, Range, Refused

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384


class Sheets(base_classes.Sheets):
    """The sheets of a workbook."""

    def __init__(self, book: Any) -> None:
        self.book = book

    @property
    def active(self) -> "Sheet":
        return Sheet(self.book, self.book.workbook.active)

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self.book, one) for one in self.book.workbook.worksheets)

    def __len__(self) -> int:
        return len(self.book.workbook.worksheets)

    def __call__(self, name: str | int) -> "Sheet":
        if isinstance(name, int):
            return list(self)[name - 1]
        for sheet in self:
            if sheet.name.casefold() == name.casefold():
                return sheet
        raise KeyError(name)

    def __contains__(self, name: str) -> bool:
        return any(sheet.name == name for sheet in self)

    def add(
        self, before: "Sheet | None" = None, after: "Sheet | None" = None, name: str | None = None
    ) -> "Sheet":
        workbook = self.book.workbook
        if workbook.security is not None and workbook.security.lockStructure:
            raise Refused("workbook structure is protected")
        place = before.index - 1 if before else after.index if after else 0
        made = Sheet(self.book, workbook.create_sheet(name, place))
        made.activate()
        return made


class Sheet(base_classes.Sheet):
    """A worksheet."""

    book: Any = None

    def __init__(self, book: Any, sheet: Any) -> None:
        self.book = book
        self.sheet = sheet

    @property
    def name(self) -> str:
        return str(self.sheet.title)

    @name.setter
    def name(self, name: str) -> None:
        self.sheet.title = name

    @property
    def index(self) -> int:
        return int(self.book.workbook.index(self.sheet)) + 1

    @property
    def visible(self) -> bool:
        return bool(self.sheet.sheet_state == "visible")

    @visible.setter
    def visible(self, visible: bool) -> None:
        self.sheet.sheet_state = "visible" if visible else "hidden"

    @property
    def cells(self) -> "Range":
        return Range(self, 1, 1, MOST_ROWS, MOST_COLUMNS)

    @property
    def used_range(self) -> "Range":
        return self.range(self.sheet.calculate_dimension())

    def range(self, arg1: Any, arg2: Any = None) -> "Range":
        if isinstance(arg1, Range):
            return arg1
        if isinstance(arg1, str):
            left, top, right, bottom = range_boundaries(arg1.replace("$", ""))
            rows, columns = MOST_ROWS, MOST_COLUMNS
            return Range(self, top or 1, left or 1, bottom or rows, right or columns)
        if len(arg1) == 4:
            row, column, rows, columns = arg1
            return Range(self, row, column, row + rows - 1, column + columns - 1)
        end = arg2 or arg1
        return Range(self, arg1[0], arg1[1], end[0], end[1])

    def cell(self, row: int, column: int) -> Any:
        """A cell; one that is new looks like its column, and is locked or not as that is."""
        cell = self.sheet.cell(row, column)
        if not cell.has_style:
            for one in self.sheet.column_dimensions.values():
                if one.min and one.min <= column <= one.max and one.has_style:
                    cell._style = copy(one._style)
        return cell

    def counted(self, cell: Any) -> Any:
        """What a formula gave when the workbook was saved; 0 where nobody counted it."""
        rows = self.book.counted.get(self.name, [])
        row, column = cell.row - 1, cell.column - 1
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else 0

    def activate(self) -> None:
        self.book.workbook.active = self.sheet

    def autofit(self, axis: str | None = None) -> None:
        """Widths are nothing that a test looks at."""

    @property
    def notes(self) -> list[Note]:
        cells = [cell for cell in self.sheet._cells.values() if cell.comment]
        return [Note(self.range((cell.row, cell.column))) for cell in cells]

    def delete(self) -> None:
        self.book.workbook.remove(self.sheet)

    def refuse_if(self, *, protected: bool) -> None:
        if protected and self.sheet.protection.sheet:
            raise Refused(f"sheet {self.name} is protected")
