"""What stands in a workbook that is open in Excel, unsaved edits included, and how a cell is written."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sop_templates.bridge.desk import refusals
from sop_templates.errors import SopError
from sop_templates.formats.excel.cells import CellText, CellValue, RowText, SheetText
from sop_templates.kinds.addin import BOOK_ELSEWHERE

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

TEXT = "@"  # the number format under which Excel leaves typed text alone
FAULTS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")


def path_of(book: "xw.Book") -> Path | None:
    """Where a workbook lies on this machine; None where it was never saved.

    Raises:
        SopError: it lies on the internet, in a folder that is not on this machine.
    """
    import xlwings  # noqa: PLC0415 - an optional extra

    try:
        path = Path(book.fullname)
    except xlwings.XlwingsError as error:
        raise SopError(BOOK_ELSEWHERE, name=book.name) from error
    return path if path.is_absolute() else None


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


def with_links(
    book: "xw.Book", sheets: Iterable[SheetText], spots: Iterable[tuple[str, int, int]]
) -> tuple[SheetText, ...]:
    """The sheets with the hyperlinks of some cells told too.

    Args:
        book: the open workbook.
        sheets: as `read_sheets` gave them.
        spots: sheet, row and column of the cells that may have a hyperlink. Excel is asked for each
            that is filled and does not spell an address out.
    """
    asked: dict[str, set[tuple[int, int]]] = {}
    for sheet, row, column in spots:
        asked.setdefault(sheet, set()).add((row, column))
    return tuple(
        replace(
            sheet, rows=tuple(_linked(book, sheet, row, asked[sheet.name]) for row in sheet.rows)
        )
        if sheet.name in asked
        else sheet
        for sheet in sheets
    )


def _linked(
    book: "xw.Book", sheet: SheetText, row: RowText, asked: Container[tuple[int, int]]
) -> RowText:
    urls = {
        column: link_of(book.sheets[sheet.name][row.number - 1, column - 1])
        for column, cell in row.cells.items()
        if (row.number, column) in asked and isinstance(cell.value, str) and "://" not in cell.value
    }
    cells = {column: replace(cell, url=urls.get(column, "")) for column, cell in row.cells.items()}
    return RowText(row.number, cells) if any(urls.values()) else row


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
        address = str(cell.hyperlink or "")
    except Exception as error:  # xlwings has no class of its own for a cell without a link
        if "hyperlink" in str(error):
            return ""
        raise
    mark = _mark(cell) if address else ""
    return f"{address}#{mark}" if mark else address


def _mark(cell: "xw.Range") -> str:
    """The part of a link behind `#`; Excel keeps it apart, and only its own objects tell it."""
    windows = getattr(cell.api, "Hyperlinks", None)
    mark = windows(1).SubAddress if windows else cell.api.hyperlinks[1].sub_address.get()
    return mark if isinstance(mark, str) else ""


def put(cell: "xw.Range", value: CellValue) -> None:
    """Writes a value into a cell so that Excel takes it for what it is.

    Text stays text: `=1+1`, `1E5` and `07PD00` come out as typed. The cell's format is not changed,
    which a protected sheet would refuse.
    """
    as_text = value is not None and cell.number_format == TEXT
    if isinstance(value, date) and not isinstance(value, datetime):
        cell.value = value.isoformat() if as_text else datetime.combine(value, time())
    elif isinstance(value, str) and value and not as_text:
        cell.value = f"'{value}"  # Excel takes the apostrophe off and leaves the rest alone
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
