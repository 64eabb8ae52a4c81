"""How cells of a workbook of somebody's own are filled, and everything else in it stays: openpyxl.

What openpyxl would lose is refused beforehand (`workbook_losses`) or put back (`workbook_keeping`).
It drops what formulas gave, so that Excel counts everything anew when the file is opened.
"""

import warnings
from copy import copy
from datetime import date
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from sop_templates.errors import SopError
from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.excel.cell_values import escaped
from sop_templates.formats.excel.sheets import DUTCH_DATE, Content, Formula, Link
from sop_templates.formats.excel.workbook_keeping import fixed_rows, outwitted, put_back
from sop_templates.formats.excel.workbook_losses import find_losses
from sop_templates.kinds.intake_editing import CANNOT_BE_CHANGED, WOULD_BE_LOST
from sop_templates.language import N_, _

if TYPE_CHECKING:  # it loads slowly, and only this needs it
    from openpyxl import Workbook
    from openpyxl.worksheet.dimensions import ColumnDimension
    from openpyxl.worksheet.worksheet import Worksheet

LOCKED = N_("is locked")
HAS_FORMULA = N_("holds a formula")
MERGED = N_("is part of a merged cell")
# What openpyxl cannot make sense of, it raises as one of these.
FAULTS = (ValueError, TypeError, KeyError, IndexError, AttributeError)
USUAL_WIDTH = 8.43  # characters: Excel's own
PUT_BACK = "extension is not supported and will be removed"


class WorkbookEditing:
    """A workbook whose cells are being filled."""

    def __init__(self, data: bytes, file: str | PurePath = "") -> None:
        """Opens it.

        Args:
            data: the whole file.
            file: its name as the user gave it, for messages.

        Raises:
            SopError: something in it would be lost (all of that is named), or it cannot be read.
        """
        self._before: Package = open_package(data, file)
        if losses := find_losses(self._before):
            raise SopError(WOULD_BE_LOST, file, things=", ".join(_(one) for one in losses))
        self._fixed = fixed_rows(self._before)
        self._book = _opened(outwitted(self._before), file)

    def hindrance(self, sheet: str, row: int, column: int) -> str:
        """Why a cell is not to be filled, as English words for the catalogue; "" where it may be."""
        from openpyxl.cell import MergedCell  # noqa: PLC0415 - as above

        page = self._book[sheet]
        cell = page._cells.get((row, column))  # noqa: SLF001 - asking for it would make it
        if isinstance(cell, MergedCell):
            return MERGED
        if cell is not None and cell.data_type == "f":
            return HAS_FORMULA
        looks = cell if cell is not None and cell.has_style else _column(page, column)
        locked = looks is None or bool(looks.protection.locked)
        return LOCKED if page.protection.sheet and locked else ""

    def write(self, sheet: str, row: int, column: int, content: Content) -> None:
        """Puts a value into a cell: text as text, dates and numbers as Excel's own, None empties it.

        A cell that is new looks like its column. The row grows to what the text needs, unless
        somebody has set its height.
        """
        page = self._book[sheet]
        cell: Any = page.cell(row, column)
        looks: Any = _column(page, column)
        if not cell.has_style and looks is not None:
            cell._style = copy(looks._style)  # noqa: SLF001 - openpyxl has no other way
        cell.hyperlink = None
        if isinstance(content, Link):
            _put_link(cell, content)
        elif isinstance(content, str):
            _put_text(cell, content)
        elif isinstance(content, date):
            _put_date(cell, content)
        else:
            assert not isinstance(content, Formula)
            cell.value = content

    def width(self, sheet: str, column: int) -> float:
        """The width of a column as Excel counts it."""
        looks = _column(self._book[sheet], column)
        return looks.width if looks is not None else USUAL_WIDTH

    def grow(self, sheet: str, row: int, height: float) -> None:
        """Makes a row at least so high, in points, unless somebody has set its height by hand."""
        if row not in self._fixed[sheet]:
            looks = self._book[sheet].row_dimensions[row]
            looks.height = max(looks.height or 0, height)

    def saved(self) -> bytes:
        """The workbook as a file.

        Raises:
            SopError: a sheet has become too big to be read again.
        """
        from openpyxl.workbook.properties import CalcProperties  # noqa: PLC0415 - as above

        self._book.calculation = self._book.calculation or CalcProperties()
        self._book.calculation.fullCalcOnLoad = True
        out = BytesIO()
        self._book.save(out)
        return put_back(self._before, out.getvalue())


def _opened(data: bytes, file: str | PurePath) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415 - 300 ms, only where a workbook is changed

    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            book = load_workbook(BytesIO(data), rich_text=True)
    except FAULTS as error:
        raise SopError(CANNOT_BE_CHANGED, file, reason=str(error)) from error
    lost = [str(one.message) for one in told if not str(one.message).endswith(PUT_BACK)]
    if lost:
        raise SopError(CANNOT_BE_CHANGED, file, reason=" ".join(lost))
    return book


def _column(page: "Worksheet", column: int) -> "ColumnDimension | None":
    """The looks of a column; openpyxl keeps those of neighbours that look alike as one."""
    for one in page.column_dimensions.values():
        if one.min is not None and one.max is not None and one.min <= column <= one.max:
            return one
    return None


def _put_text(cell: Any, text: str) -> None:
    cell._value = escaped(text)  # noqa: SLF001 - its setter cuts what is long when escaped
    cell.data_type = "s"  # never a formula (`=cmd`) or a fault (`#N/A`)


def _put_link(cell: Any, link: Link) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415 - as above

    _put_text(cell, link.text)
    target, _mark, location = link.url.partition("#")
    cell.hyperlink = Hyperlink(
        ref=cell.coordinate, target=target or None, location=location or None
    )


def _put_date(cell: Any, day: date) -> None:
    from openpyxl.styles.numbers import is_date_format  # noqa: PLC0415 - as above

    code = cell.number_format
    cell.value = day
    cell.number_format = code if is_date_format(code) else DUTCH_DATE
