"""The cells of the Excel for tests, and what Excel makes of what is written into them.

Whole numbers come back as floats; a text that looks like a formula, number or date becomes one,
unless the cell's format is text or an apostrophe stands before it; a locked cell of a protected
sheet refuses to be written, and so do notes, formats and links where the sheet keeps them from users.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any

import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from xlwings import base_classes

TEXT = "@"
ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


class Refused(xw.XlwingsError):
    """What Excel would not do: the sheet or the workbook is protected."""


class Range(base_classes.Range):
    """Cells, from the first to the last row and column, both included."""

    sheet: Any = None
    row = column = 0

    def __init__(self, sheet: Any, top: int, left: int, bottom: int, right: int) -> None:
        self.sheet = sheet
        self.row, self.column = top, left
        self.bottom, self.right = bottom, right
        self.options: dict[str, Any] = {}

    @property
    def api(self) -> Any:
        return self

    @property
    def shape(self) -> tuple[int, int]:
        return self.bottom - self.row + 1, self.right - self.column + 1

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def __call__(self, row: int, column: int | None = None) -> "Range":
        if column is None:
            row, column = divmod(row - 1, self.shape[1])
            row, column = row + 1, column + 1
        row, column = self.row + row - 1, self.column + column - 1
        return Range(self.sheet, row, column, row, column)

    def get_address(self, row_absolute: Any, column_absolute: Any, _external: Any) -> str:
        def one(row: int, column: int) -> str:
            letters = get_column_letter(column)
            return f"{'$' * column_absolute}{letters}{'$' * row_absolute}{row}"

        first = one(self.row, self.column)
        return first if len(self) == 1 else f"{first}:{one(self.bottom, self.right)}"

    @property
    def address(self) -> str:
        return self.get_address(row_absolute=True, column_absolute=True, _external=False)

    def _cells(self) -> Iterator[Any]:
        for row in range(self.row, self.bottom + 1):
            for column in range(self.column, self.right + 1):
                yield self.sheet.cell(row, column)

    @property
    def _first(self) -> Any:
        return self.sheet.cell(self.row, self.column)

    @property
    def raw_value(self) -> list[list[Any]]:
        return [
            [self._shown(row, column) for column in range(self.column, self.right + 1)]
            for row in range(self.row, self.bottom + 1)
        ]

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        rows, columns = self.shape
        grid = value if isinstance(value, (list, tuple)) else [[value] * columns] * rows
        for down, line in enumerate(grid):
            for across, one in enumerate(line):
                cell = self.sheet.cell(self.row + down, self.column + across)
                self.sheet.refuse_if(protected=cell.protection.locked)
                _type_into(cell, one)

    def _shown(self, row: int, column: int) -> Any:
        cell = self.sheet.sheet._cells.get((row, column))  # looking makes no cell
        if cell is None:
            return None
        value = self.sheet.counted(cell) if cell.data_type == "f" else cell.value
        if isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return datetime.combine(value, time())
        return value

    @property
    def formula(self) -> str:
        return "" if self._first.value is None else str(self._first.value)

    @formula.setter
    def formula(self, words: str) -> None:
        self.raw_value = words

    @property
    def number_format(self) -> str:
        return str(self._first.number_format)

    @number_format.setter
    def number_format(self, code: str) -> None:
        for cell in self._formatted():
            cell.number_format = code

    def _formatted(self) -> Iterator[Any]:
        self.sheet.refuse_if(protected=bool(self.sheet.sheet.protection.formatCells))
        return self._cells()

    @property
    def font(self) -> "FontOfRange":
        return FontOfRange(self)

    @property
    def color(self) -> Any:
        return self._first.fill.fgColor.rgb

    @color.setter
    def color(self, rgb: tuple[int, int, int]) -> None:
        for cell in self._formatted():
            cell.fill = PatternFill("solid", fgColor="{:02X}{:02X}{:02X}".format(*rgb))

    @property
    def wrap_text(self) -> bool:
        return bool(self._first.alignment.wrap_text)

    @wrap_text.setter
    def wrap_text(self, wrap: bool | None) -> None:
        for cell in self._formatted():
            cell.alignment = Alignment(wrap_text=wrap, vertical=cell.alignment.vertical)

    @property
    def vertical_alignment(self) -> Any:
        return self._first.alignment.vertical

    @vertical_alignment.setter
    def vertical_alignment(self, where: str) -> None:
        for cell in self._formatted():
            cell.alignment = Alignment(wrap_text=cell.alignment.wrap_text, vertical=where)

    @property
    def column_width(self) -> Any:
        return self.sheet.sheet.column_dimensions[get_column_letter(self.column)].width

    @column_width.setter
    def column_width(self, width: float) -> None:
        for column in range(self.column, self.right + 1):
            self.sheet.sheet.column_dimensions[get_column_letter(column)].width = width

    @property
    def hyperlink(self) -> str:
        if self._first.hyperlink is None:
            # Excel's engines of xlwings raise just this.
            raise Exception("The cell doesn't seem to contain a hyperlink!")  # noqa: TRY002
        return str(self._first.hyperlink.target or "")

    def Hyperlinks(self, number: int) -> Any:  # noqa: N802 - as Excel's own object has it
        assert number == 1
        return SimpleNamespace(SubAddress=self._first.hyperlink.location or "")

    def add_hyperlink(
        self, address: str, text_to_display: str | None = None, screen_tip: str | None = None
    ) -> None:
        self.sheet.refuse_if(protected=bool(self.sheet.sheet.protection.insertHyperlinks))
        cell = self._first
        target, _, location = address.partition("#")
        cell.hyperlink = Hyperlink(
            ref=cell.coordinate,
            target=target or None,
            location=location or None,
            tooltip=screen_tip,
        )
        _type_into(cell, text_to_display)

    @property
    def note(self) -> "Note | None":
        return Note(self) if self._first.comment else None

    def add_note(self, text: str) -> "Note":
        self.sheet.refuse_if(protected=bool(self.sheet.sheet.protection.objects))
        assert self._first.comment is None, "Excel raises where a note is"
        self._first.comment = Comment(text, "")
        return Note(self)

    def clear(self) -> None:
        self.sheet.refuse_if(protected=True)
        for row, column in list(self.sheet.sheet._cells):
            if self.row <= row <= self.bottom and self.column <= column <= self.right:
                del self.sheet.sheet._cells[row, column]

    def clear_contents(self) -> None:
        for cell in self._cells():
            self.sheet.refuse_if(protected=cell.protection.locked)
            cell.value = None

    def select(self) -> None:
        self.sheet.sheet.sheet_view.selection[0].activeCell = self._first.coordinate


class FontOfRange:
    """Bold and colour of the text in cells."""

    def __init__(self, cells: Range) -> None:
        self.cells = cells

    @property
    def bold(self) -> bool:
        return bool(self.cells._first.font.b)

    @bold.setter
    def bold(self, bold: bool) -> None:
        for cell in self.cells._formatted():
            cell.font = Font(bold=bold, color=cell.font.color)

    @property
    def color(self) -> Any:
        return self.cells._first.font.color

    @color.setter
    def color(self, rgb: tuple[int, int, int]) -> None:
        for cell in self.cells._formatted():
            cell.font = Font(bold=cell.font.b, color="{:02X}{:02X}{:02X}".format(*rgb))


class Note(base_classes.Note):
    """The note of one cell."""

    def __init__(self, cells: Range) -> None:
        self.cells = cells

    @property
    def text(self) -> str:
        return str(self.cells._first.comment.text)

    @text.setter
    def text(self, text: str) -> None:
        self._refuse_if_locked()
        self.cells._first.comment = Comment(text, "")

    def delete(self) -> None:
        self._refuse_if_locked()
        self.cells._first.comment = None

    def _refuse_if_locked(self) -> None:
        self.cells.sheet.refuse_if(protected=bool(self.cells.sheet.sheet.protection.objects))


def _type_into(cell: Any, value: Any) -> None:
    """Puts a value into a cell as Excel would, who takes some texts for something else."""
    if value in (None, ""):
        cell.value = None
        return
    cell.value = value
    if not isinstance(value, str):
        return
    cell.data_type = "s"
    if cell.number_format == TEXT:
        return
    if value.startswith("'"):
        cell.value = value[1:]
        cell.data_type = "s"
    elif value.startswith("="):
        cell.data_type = "f"
    else:
        _taken_for_something_else(cell, value)


def _taken_for_something_else(cell: Any, words: str) -> None:
    with suppress(ValueError):
        cell.value = float(words)
    with suppress(ValueError):
        cell.value = datetime.fromisoformat(words)
