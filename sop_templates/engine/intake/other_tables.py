"""Tables that are no form for one school: a board's form or own table, CSV files of one set, DUO's file."""

from collections.abc import Sequence
from pathlib import Path

from sop_templates.domain.model import Model
from sop_templates.engine.intake.duo import duo_drafts, duo_rows
from sop_templates.engine.intake.layout import BOARD_FORM, DELIMITED, DUO, FORM, TABLE
from sop_templates.engine.intake.records import Draft, Notes
from sop_templates.engine.intake.table_files import list_file
from sop_templates.engine.intake.table_reading import find_table
from sop_templates.engine.intake.table_records import join_tables
from sop_templates.errors import SopError
from sop_templates.formats.excel.cells import SheetText, WorkbookText
from sop_templates.formats.excel.delimited import read_delimited
from sop_templates.formats.files import read_whole
from sop_templates.kinds.intakes import NO_TABLE

LIST_CELLS = 60_000  # of a list beside a table; 600 schools that fill all its rows have so many


def table_drafts(
    path: Path, book: WorkbookText, model: Model, notes: Notes
) -> tuple[str, Sequence[Draft]]:
    """The form of a file, and its records in the making.

    Args:
        path: the file.
        book: its sheets.
        model: whose questions its headers name.
        notes: gets what is wrong with sheets, columns, rows and cells.

    Raises:
        SopError: it holds no table of schools.
    """
    if (rows := duo_rows(book.sheets)) is not None:
        return DUO, duo_drafts(rows, model, notes)
    tables = []
    for sheet in (*book.sheets, *_beside(path, model)):
        table = find_table(sheet, model, notes)
        if table is not None:
            tables.append(table)
        elif sheet.rows:
            notes.leave_sheet(sheet.name)
    if not tables:
        raise SopError(NO_TABLE, path)
    form = BOARD_FORM if book.properties.get(FORM) == BOARD_FORM else TABLE
    return form, join_tables(tables, notes)


def _beside(path: Path, model: Model) -> list[SheetText]:
    """The CSV files of the lists beside the CSV file of the fields."""
    if path.suffix.lower() not in DELIMITED:
        return []
    lists = [list_file(path, one.key) for one in model.lists()]
    found = [one for one in lists if one.is_file() and not _leads_out(one)]
    return [read_delimited(read_whole(one), one.name, LIST_CELLS) for one in found]


def _leads_out(path: Path) -> bool:
    """Whether a file is a link to another folder."""
    return path.is_symlink() and path.resolve().parent != path.parent.resolve()
