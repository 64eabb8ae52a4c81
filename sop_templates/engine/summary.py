"""The board's summary: reads a folder of Word files and writes one workbook over all schools."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sop_templates.domain.board import Board
from sop_templates.domain.model import SCHOOL_CODE, Model
from sop_templates.engine.batch import Failure, Progress
from sop_templates.engine.boards import find_board
from sop_templates.engine.checking import CheckedFile, check_batch
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.reading import ReadRecord
from sop_templates.engine.summary_sheets import sheets
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.formats.files import write_whole
from sop_templates.language import dutch
from sop_templates.outcome import Finding


@dataclass(frozen=True, slots=True)
class School:
    """A school of the summary.

    Attributes:
        record: what was read.
        checked: what the check says of it.
    """

    record: ReadRecord
    checked: CheckedFile


@dataclass(frozen=True, slots=True)
class Summary:
    """What a folder says together.

    Attributes:
        model: the one that the counts are about.
        schools: in the order of their codes.
        board: of `board.toml`, or None.
        undelivered: vestigingscode and name of the roster's schools without a file.
        failures: files that could not be read.
        findings: on the folder as a whole.
    """

    model: Model
    schools: list[School]
    board: Board | None
    undelivered: list[tuple[str, str]]
    failures: list[Failure]
    findings: tuple[Finding, ...] = ()


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
    schools = [School(*one) for one in zip(gathered.records, checked, strict=True)]
    schools.sort(key=lambda one: str(one.record.answers.get(SCHOOL_CODE) or "~"))
    delivered = {one.record.answers.get(SCHOOL_CODE) for one in schools}
    roster = board.schools if board else ()
    undelivered = [(one.code, one.name) for one in roster if one.code not in delivered]
    return Summary(
        open_model(name), schools, board, undelivered, gathered.failures, tuple(findings)
    )


def write_summary(summary: Summary, path: Path, *, force: bool = False) -> None:
    """Writes the workbook, in Dutch; see `summary_sheets` for what it holds.

    Raises:
        SopError: the file exists and `force` was not given, or it cannot be written.
    """
    with dutch():
        title = "Bestuursoverzicht schoolondersteuningsprofielen"
        write_whole(path, write_report(sheets(summary, path.parent), title), force=force)
