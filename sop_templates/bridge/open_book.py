"""What stands in a workbook that is open in Excel, unsaved edits included, and how a cell is written."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sop_templates.bridge.desk import refusals
from sop_templates.formats.excel.cells import CellText, CellValue, RowText, SheetText

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

TEXT = "@"  # the number format under which Excel leaves typed text alone
FAULTS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")


def read_sheets(book: "xw.Book", without: frozenset[str] = frozenset()) -> tuple[SheetText, ...]:
    """The filled cells of all sheets, hidden ones too, as they stand in Excel now.

    Args:
        book: the open workbook.
        without: names of sheets that are passed over.

    Returns:
        The sheets in order. Hyperlinks are not told: Excel is asked for each of those apart, see
        `link_of`.
    """
    return tuple(
        SheetText(sheet.name, tuple(_rows(sheet)))
        for sheet in book.sheets
        if sheet.name not in without
    )


def add_sheet(book: "xw.Book", name: str) -> "xw.Sheet":
    """A new last sheet of that name, with a number behind it where somebody has the name already.

    A workbook that may not get sheets (its structure is protected) has it in a new workbook.
    """
    taken = {sheet.name.casefold() for sheet in book.sheets}
    wishes = (name, *(f"{name} {number}" for number in range(2, len(taken) + 3)))
    free = next(wish for wish in wishes if wish.casefold() not in taken)
    try:
        return book.sheets.add(free, after=book.sheets[len(book.sheets) - 1])
    except refusals():
        sheet = book.app.books.add().sheets[0]
        sheet.name = name
        return sheet


def link_of(cell: "xw.Range") -> str:
    """Where the hyperlink of a cell leads, or ""."""
    try:
        return str(cell.hyperlink or "")
    except Exception as error:  # xlwings has no class of its own for a cell without a link
        if "hyperlink" in str(error):
            return ""
        raise


def put(cell: "xw.Range", value: CellValue) -> None:
    """Writes a value into a cell so that Excel takes it for what it is.

    Text stays text: `=1+1`, `1E5` and `07PD00` come out as typed. The cell's format is not changed,
    which a protected sheet would refuse.
    """
    if isinstance(value, str) and value and cell.number_format != TEXT:
        cell.value = f"'{value}"  # Excel takes the apostrophe off and leaves the rest alone
    elif isinstance(value, date) and not isinstance(value, datetime):
        cell.value = datetime.combine(value, time())
    else:
        cell.value = value


def _rows(sheet: "xw.Sheet") -> Iterator[RowText]:
    used = sheet.used_range
    top, left = used.row, used.column
    grid: list[list[Any]] = used.options(ndim=2, err_to_str=True).value
    for number, line in enumerate(grid, top):
        cells = {
            column: _cell(value)
            for column, value in enumerate(line, left)
            if value not in (None, "")
        }
        if cells:
            yield RowText(number, cells)


def _cell(value: Any) -> CellText:
    if value in FAULTS:
        return CellText(None, fault=value)
    if isinstance(value, float) and value.is_integer():
        return CellText(int(value))  # Excel knows no whole numbers
    if isinstance(value, datetime) and value.time() == time():
        return CellText(value.date())
    return CellText(value)
