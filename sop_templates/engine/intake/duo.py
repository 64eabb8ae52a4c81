"""DUO's list of schools: read, and turned into what an intake knows before anybody answers."""

from collections.abc import Sequence
from pathlib import Path

from sop_templates.domain.model import SCHOOL_CODE, Model
from sop_templates.domain.schools import (
    BOARD,
    BOARD_DIGITS,
    CODE,
    COLUMNS,
    GEMEENTE,
    GEMEENTE_DIGITS,
    DuoRow,
    chosen,
    known_answers,
    missing,
    one_school_boards,
)
from sop_templates.engine.intake.records import Draft, Notes, Spot
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.excel.cells import SheetText, WorkbookText
from sop_templates.formats.excel.delimited import read_delimited
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.formats.files import read_whole
from sop_templates.kinds.boards import NO_DUO_FILE, NO_SUCH_NUMBER

PACKAGE = b"PK\x03\x04"
DEPTH = 10  # rows in which the header is looked for


def read_duo(path: Path) -> list[DuoRow]:
    """The rows of DUO's file "Alle schoolvestigingen basisonderwijs".

    Args:
        path: the `.csv`, or the same saved as `.xlsx`.

    Returns:
        A dictionary a school, by the names of DUO's columns; numbers as text, "" for unknown.

    Raises:
        SopError: the file cannot be read, or lacks DUO's columns.
    """
    data = read_whole(path)
    if data.startswith(PACKAGE):
        book = read_workbook(data, path)
    else:
        book = WorkbookText((read_delimited(data, path.name),))
    rows = duo_rows(book.sheets)
    if rows is None:
        raise SopError(NO_DUO_FILE, path, columns=", ".join(sorted(COLUMNS)))
    return [row for row, _ in rows]


def duo_rows(sheets: Sequence[SheetText]) -> list[tuple[DuoRow, Spot]] | None:
    """The rows with the place of each, or None where no sheet has DUO's columns."""
    for sheet in sheets:
        for place, header in enumerate(sheet.rows[:DEPTH]):
            names = {column: header.text(column).upper() for column in header.cells}
            if COLUMNS.issubset(names.values()):
                return [
                    ({name: row.text(column) for column, name in names.items()}, spot)
                    for row in sheet.rows[place + 1 :]
                    if (spot := Spot(sheet.name, row.number, min(names)))
                ]
    return None


def duo_drafts(rows: Sequence[tuple[DuoRow, Spot]], model: Model, notes: Notes) -> list[Draft]:
    """The records of DUO's file: what it tells about each school."""
    only = one_school_boards(row for row, _ in rows)
    return [
        Draft(notes, known_answers(model, row, only), {(SCHOOL_CODE, None): spot})
        for row, spot in rows
        if row[CODE]
    ]


def select_schools(
    rows: Sequence[DuoRow], boards: Sequence[str] = (), gemeenten: Sequence[str] = ()
) -> list[DuoRow]:
    """The schools of these boards in these gemeenten (none named: of all).

    Args:
        rows: of DUO's file.
        boards: numbers; zeros in front may be missing.
        gemeenten: as boards.

    Raises:
        UsageError: a number is not in the file, or both together leave no school.
    """
    board_numbers = [number.strip().zfill(BOARD_DIGITS) for number in boards]
    gemeente_numbers = [number.strip().zfill(GEMEENTE_DIGITS) for number in gemeenten]
    unknown = missing(rows, BOARD, board_numbers) + missing(rows, GEMEENTE, gemeente_numbers)
    found = [] if unknown else chosen(rows, board_numbers, gemeente_numbers)
    if not found:
        numbers = ", ".join(unknown or [*board_numbers, *gemeente_numbers])
        raise UsageError(NO_SUCH_NUMBER, numbers=numbers)
    return found
