"""Cells as they were read from a workbook or a CSV file, and the addresses by which they are named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

MAX_COLUMN = 16_384  # XFD, the last column of Excel
MAX_ROW = 1_048_576
LETTERS = 26
MAX_LETTERS = 3

CellValue = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell with something in it.

    Attributes:
        value: what it shows: text, a number (int where it is whole), a date, True or False; None
            where it shows a fault.
        url: the address of its hyperlink, or "".
        fault: Excel's word where it shows a fault (`#N/A`), `=` where a formula was never counted.
    """

    value: CellValue
    url: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class RowText:
    """A row with its filled cells by column number; rows and columns count from 1."""

    number: int
    cells: Mapping[int, CellText]

    def text(self, column: int) -> str:
        """What a cell shows as text, without spaces around it; "" for an empty one."""
        cell = self.cells.get(column)
        return "" if cell is None or cell.value is None else str(cell.value).strip()


@dataclass(frozen=True, slots=True)
class SheetText:
    """A sheet, or a CSV file, as its filled rows in order."""

    name: str
    rows: tuple[RowText, ...]


@dataclass(frozen=True, slots=True)
class WorkbookText:
    """A workbook as it was read.

    Attributes:
        sheets: in order, hidden ones and those with hidden rows too.
        properties: its custom document properties.
    """

    sheets: tuple[SheetText, ...]
    properties: Mapping[str, str] = field(default_factory=dict)


def column_letters(column: int) -> str:
    """The letters of a column: 1 is `A`, 28 is `AB`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The address of a cell: row 7, column 3 is `C7`."""
    return f"{column_letters(column)}{row}"


@lru_cache(maxsize=MAX_COLUMN)
def column_number(letters: str) -> int:
    """The number of a column: `A` is 1, `AB` is 28; 0 for what is no column."""
    if not (0 < len(letters) <= MAX_LETTERS and letters.isascii() and letters.isalpha()):
        return 0
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number if number <= MAX_COLUMN else 0


def position(words: str) -> tuple[int, int] | None:
    """The row and column of an address (`C7` and `$C$7` are 7, 3); None for what is no cell."""
    plain = words.replace("$", "")
    letters = plain.rstrip("0123456789")
    digits = plain[len(letters) :]
    column = column_number(letters)
    if not column or not digits or len(digits) > len(str(MAX_ROW)):
        return None
    row = int(digits)
    return (row, column) if 1 <= row <= MAX_ROW else None
