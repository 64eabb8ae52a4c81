"""A copy on disk of what stands in an open workbook now, unsaved edits included, for the engine to read.

Excel's own file is as old as the last save, and a workbook lies in the cloud as often as on the disk.
The copy holds values and links, nothing of its looks, and is gone when the button is done.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sop_templates.bridge.findings_sheet import is_our_sheet
from sop_templates.bridge.open_book import path_of, read_sheets, with_links
from sop_templates.domain.model import FieldType
from sop_templates.engine.batch import Failure
from sop_templates.engine.boards import BOARD_FILE
from sop_templates.engine.intake.files import IntakeResult, read_intake
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.errors import SopError
from sop_templates.formats.excel.cells import CellText, SheetText
from sop_templates.formats.excel.sheets import (
    DUTCH_DATE,
    PLAIN,
    Book,
    Cell,
    Content,
    Formula,
    Link,
    Look,
    Sheet,
)
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.formats.excel.workbook_writing import fits_link, write_workbook
from sop_templates.formats.files import read_whole
from sop_templates.outcome import Finding

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

ENDING = ".xlsx"
DAY = Look(number_format=DUTCH_DATE)  # a date is a number to Excel; its format says which


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood in a workbook when a button was pressed.

    Attributes:
        path: the copy.
        sheets: the cells, as they stood.
    """

    path: Path
    sheets: tuple[SheetText, ...]

    def inside(self, finding: Finding) -> Finding:
        """A finding on the copy, said of the workbook itself, which needs no name."""
        return finding.in_file("") if finding.file == str(self.path) else finding

    def failing(self, failure: Failure) -> Failure:
        """A failure of the copy, said of the workbook itself."""
        return replace(failure, file="") if failure.file == str(self.path) else failure


@contextmanager
def snapshot(book: "xw.Book") -> Iterator[Snapshot]:
    """A copy of what stands in a workbook now, with the board's settings beside it.

    Args:
        book: the open workbook, saved or not.

    Yields:
        The copy; it is gone afterwards.

    Raises:
        SopError: the workbook is no intake and no table of schools.
    """
    ours = frozenset(sheet.name for sheet in book.sheets if is_our_sheet(sheet))
    sheets = read_sheets(book, without=ours)
    saved = _saved_path(book)
    properties = _properties(saved)
    with tempfile.TemporaryDirectory(prefix="sop-") as place:
        path = Path(place, Path(book.name).stem + ENDING)
        _copy_settings(saved, path.parent)
        path.write_bytes(write_workbook(_book(sheets, properties)))
        result = read_intake(path)
        if spots := link_spots(result):
            sheets = with_links(book, sheets, spots)
            path.write_bytes(write_workbook(_book(sheets, properties)))
        yield Snapshot(path, sheets)


def link_spots(result: IntakeResult) -> list[tuple[str, int, int]]:
    """The cells of an intake that answer with a link: sheet, row and column."""
    model = open_model(result.model or DEFAULT_MODEL)
    return [
        (spot.sheet, spot.row, spot.column)
        for record in result.records
        for (tag, _), spot in record.spots.items()
        if tag in model.by_key and model.by_key[tag].type is FieldType.LINK
    ]


def _saved_path(book: "xw.Book") -> Path | None:
    """The file of a workbook as it was last saved, where it is on this machine."""
    try:
        path = path_of(book)
    except SopError:
        return None
    return path if path is not None and path.is_file() else None


def _properties(saved: Path | None) -> dict[str, str]:
    """The marks of an intake, from the file as it was saved: xlwings cannot ask Excel for them."""
    if saved is None:
        return {}
    try:
        return dict(read_workbook(read_whole(saved), saved).properties)
    except SopError:
        return {}  # another format of Excel's; the keys in its cells tell enough


def _copy_settings(saved: Path | None, place: Path) -> None:
    """Puts the board's settings beside the copy, where the engine looks for them."""
    for folder in saved.parents if saved is not None else ():
        if (folder / BOARD_FILE).is_file():
            shutil.copyfile(folder / BOARD_FILE, place / BOARD_FILE)
            return


def _book(sheets: Iterable[SheetText], properties: Mapping[str, str]) -> Book:
    return Book(tuple(Sheet(one.name, _cells(one)) for one in sheets), "", properties=properties)


def _cells(sheet: SheetText) -> list[Cell]:
    return [
        Cell(row.number, column, _content(cell), DAY if isinstance(cell.value, date) else PLAIN)
        for row in sheet.rows
        for column, cell in row.cells.items()
    ]


def _content(cell: CellText) -> Content:
    if cell.fault:
        return Formula("=NA()", cell.fault)
    if cell.url:
        link = Link(str(cell.value), cell.url)
        return link if fits_link(link) else f"{link.text} <{link.url}>"
    if isinstance(cell.value, datetime):
        return cell.value.isoformat(" ", "minutes")
    return cell.value
