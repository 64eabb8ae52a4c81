"""The board's summary: reads a folder of Word files and writes one workbook over all schools."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sop_templates.domain.board import Board, BoardSchool
from sop_templates.domain.model import SCHOOL_CODE
from sop_templates.engine.batch import Progress
from sop_templates.engine.boards import find_board
from sop_templates.engine.checking import CheckedFile, check_batch
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.reading import ReadRecord
from sop_templates.engine.summary_sheets import sheets
from sop_templates.engine.summary_values import Expected, School, Summary
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.formats.files import write_whole
from sop_templates.language import dutch
from sop_templates.outcome import Finding


def summarise(
    paths: Sequence[Path],
    *,
    today: date,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Summary:
    """Reads and checks the Word files that paths name, and holds them against the roster.

    Args:
        paths: files and folders; the first `board.toml` beside or above a file is the board's.
        today: the day of the check.
        model_name: of files that do not say theirs.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        SopError: there is no Word file.
    """
    gathered = gather(paths, model_name=model_name, jobs=jobs, progress=progress)
    board, findings = find_board(paths)
    return summary_of(gathered, board, today=today, model_name=model_name, findings=findings)


def summary_of(
    gathered: Gathered,
    board: Board | None,
    *,
    today: date,
    model_name: str | None = None,
    findings: Sequence[Finding] = (),
) -> Summary:
    """The summary of files that were read; parameters as of `summarise`."""
    name = model_name or next((one.model for one in gathered.records), None) or DEFAULT_MODEL
    checked = check_batch(gathered.records, board, today=today)
    roster = {one.code: one for one in board.schools} if board else {}
    schools = [
        _school(read, check, board, roster)
        for read, check in zip(gathered.records, checked, strict=True)
    ]
    schools.sort(key=lambda one: one.code or "~")
    delivered = {one.code for one in schools}
    board_name = board.name if board else ""
    return Summary(
        model=open_model(name),
        schools=schools,
        missing=[
            Expected(code, one.name, board_name, one.area)
            for code, one in roster.items()
            if code not in delivered
        ],
        has_roster=bool(roster),
        boards=(board_name,) if board_name else (),
        deadline=board.deadline if board else None,
        today=today,
        failures=gathered.failures,
        findings=tuple(findings),
    )


def _school(
    read: ReadRecord, check: CheckedFile, board: Board | None, roster: Mapping[str, BoardSchool]
) -> School:
    entry = roster.get(str(read.answers.get(SCHOOL_CODE)))
    return School(
        file=read.file,
        format=read.format,
        answers=read.answers,
        fixed_texts=read.fixed_texts,
        status=check.status,
        ready_for=check.ready_for,
        ready=check.ready,
        findings=check.findings,
        board=board.name if board else "",
        area=entry.area if entry else "",
    )


def write_summary(summary: Summary, path: Path, *, force: bool = False) -> None:
    """Writes the workbook, in Dutch; see `summary_sheets` for what it holds.

    Raises:
        SopError: the file exists and `force` was not given, or it cannot be written.
    """
    with dutch():
        title = "Bestuursoverzicht schoolondersteuningsprofielen"
        write_whole(path, write_report(sheets(summary, path.parent), title), force=force)
