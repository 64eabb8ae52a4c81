"""Intakes: the workbook for one school or for a board is written; that and any other table is read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sop_templates.domain.model import Model
from sop_templates.engine.intake.layout import (
    BOARD_FORM,
    DELIMITED,
    INTAKE,
    KIND,
    MODEL,
    SCHOOL_FORM,
    TABLE,
    VERSION,
)
from sop_templates.engine.intake.records import Draft, IntakeRecord, IntakeResult, Notes
from sop_templates.engine.intake.school_reading import SERVICE, read_school_form
from sop_templates.engine.intake.table_files import is_list_file
from sop_templates.engine.models import DEFAULT_MODEL, model_names, open_model
from sop_templates.errors import UsageError, shown_name
from sop_templates.formats.excel.cells import WorkbookText
from sop_templates.formats.excel.delimited import read_delimited
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.formats.files import read_whole
from sop_templates.kinds.intakes import COLUMNS_UNKNOWN, OLDER_INTAKE, OTHER_MODEL
from sop_templates.kinds.models import NO_MODEL
from sop_templates.outcome import Finding

__all__ = [
    "ENDINGS",
    "IntakeRecord",
    "IntakeResult",
    "read_intake",
    "write_intake",
]

ENDINGS = (".xlsx", ".xlsm", ".csv")
PACKAGE = b"PK\x03\x04"
SHOWN = 60  # characters of a name in a message
NAMED = 12  # unknown headers in a message


def write_intake(
    model: Model, form: str, records: Sequence[Mapping[str, Any]] = (), *, schools: int = 0
) -> bytes:
    """An intake as a workbook; the same answers give the same bytes.

    Args:
        model: whose questions it asks.
        form: `school` for one school, `board` for a row a school.
        records: canonical answers that are filled in already; the school form takes one.
        schools: for how many schools the board form has room; 0 for a hundred, or all records.

    Returns:
        The `.xlsx` file. An answer that is too long for a cell is left out: see `too_long`.
    """
    # Here, because who only reads an intake need not wait for all that draws one.
    from sop_templates.engine.intake.forms import board_book, school_book  # noqa: PLC0415
    from sop_templates.formats.excel.workbook_writing import write_workbook  # noqa: PLC0415

    if form == BOARD_FORM:
        return write_workbook(board_book(model, records, schools))
    return write_workbook(school_book(model, records[0] if records else {}))


def read_intake(path: Path, model_name: str | None = None) -> IntakeResult:
    """The records of an intake of either form, a board's own table, DUO's file, or CSV files.

    Args:
        path: `.xlsx`, or `.csv`; beside the CSV of the fields the CSVs of the lists are read too
            (see `tables`), and one of these alone gives no records of its own then.
        model_name: whose questions; None takes the model that the file names, else the default.

    Returns:
        The records as raw answers, each with the places where they stood; what is wrong with sheets,
        columns, rows and cells. Nothing is guessed without a finding.

    Raises:
        SopError: the file cannot be read, or holds neither an intake nor a table of schools.
        UsageError: there is no such model.
    """
    book = _open_book(path)
    marks = book.properties if book.properties.get(KIND) == INTAKE else {}
    named = marks.get(MODEL, "")
    if named and not model_name and named not in model_names():  # what a file says is no path
        known = ", ".join(model_names())
        raise UsageError(NO_MODEL, path, name=shown_name(named)[:SHOWN], known=known)
    model = open_model(model_name or named or DEFAULT_MODEL)
    notes = Notes()
    if is_list_file(path, model):
        return IntakeResult(str(path), TABLE, named, ())
    form, drafts = _drafts(path, book, model, notes)
    findings = (*_about_model(marks, model), *notes.findings, *_about_unknown(notes))
    return IntakeResult(
        file=str(path),
        form=form,
        model=named,
        records=tuple(draft.record() for draft in drafts),
        findings=tuple(one.in_file(str(path)) for one in findings),
        unknown=tuple(notes.unknown),
    )


def _open_book(path: Path) -> WorkbookText:
    data = read_whole(path)
    if path.suffix.lower() in DELIMITED and not data.startswith(PACKAGE):
        return WorkbookText((read_delimited(data, path.name),))
    book = read_workbook(data, path, without=SERVICE)
    return book if book.sheets else read_workbook(data, path)  # a table may be on a sheet "Start"


def _drafts(
    path: Path, book: WorkbookText, model: Model, notes: Notes
) -> tuple[str, Sequence[Draft]]:
    """The form of a file, and its records in the making."""
    if (draft := read_school_form(book.sheets, model, notes)) is not None:
        return SCHOOL_FORM, [draft]
    # Here, because who reads an intake of one school need not wait for all that reads tables.
    from sop_templates.engine.intake.other_tables import table_drafts  # noqa: PLC0415

    return table_drafts(path, book, model, notes)


def _about_model(marks: Mapping[str, str], model: Model) -> Iterator[Finding]:
    found, version = marks.get(MODEL, ""), marks.get(VERSION, "")
    if found and found != model.id:
        yield Finding(OTHER_MODEL, values={"found": found, "asked": model.id})
    elif found and version != model.version:
        yield Finding(OLDER_INTAKE, values={"found": version, "version": model.version})


def _about_unknown(notes: Notes) -> Iterator[Finding]:
    if notes.unknown:
        headers = ", ".join(notes.unknown[:NAMED])
        more = ", …" if len(notes.unknown) > NAMED else ""
        values = {"count": len(notes.unknown), "headers": headers + more}
        yield Finding(COLUMNS_UNKNOWN, values=values)
