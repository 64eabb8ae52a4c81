"""The board's summary: reads a folder of Word files and writes one workbook over all schools."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sop_templates.domain.board import Board
from sop_templates.domain.model import SCHOOL_CODE, Model
from sop_templates.domain.ready import readiness
from sop_templates.engine.batch import Progress
from sop_templates.engine.checking import CheckedFile, check_batch
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord
from sop_templates.engine.summary import names
from sop_templates.engine.summary.board_folders import BoardFolders, find_boards
from sop_templates.engine.summary.data import data_files
from sop_templates.engine.summary.page import make_board_page
from sop_templates.engine.summary.report_blocks import KIND as REPORT
from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.values import BoardPart, Expected, School, Summary
from sop_templates.errors import SopError
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.formats.files import write_whole
from sop_templates.formats.word.file_facts import FileFacts, read_file_facts
from sop_templates.kinds.files import FILE_EXISTS
from sop_templates.kinds.summary import OTHER_MODEL_COUNTED
from sop_templates.language import dutch
from sop_templates.outcome import Finding

MANY = 1_000  # schools from which the workbook is written leanly
TITLE = "Bestuursoverzicht schoolondersteuningsprofielen"


def summarise(
    paths: Sequence[Path],
    *,
    today: date,
    model_name: str | None = None,
    previous: Sequence[Path] = (),
    jobs: int = 0,
    progress: Progress | None = None,
) -> Summary:
    """Reads and checks the Word files that paths name, and holds them against the rosters.

    Args:
        paths: files and folders; the nearest `board.toml` beside or above a file is its board's.
        today: the day of the check.
        model_name: of files that do not say theirs.
        previous: files and folders of the year before, to compare with.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        SopError: there is no Word file, or a `board.toml` cannot be read.
    """
    gathered = gather(paths, model_name=model_name, jobs=jobs, progress=progress)
    boards = find_boards(paths, [one.file for one in gathered.records])
    before = gather(previous, model_name=model_name, jobs=jobs) if previous else None
    return summary_of(gathered, boards, today=today, model_name=model_name, previous=before)


def summary_of(
    gathered: Gathered,
    boards: BoardFolders,
    *,
    today: date,
    model_name: str | None = None,
    previous: Gathered | None = None,
) -> Summary:
    """The summary of files that were read; parameters as of `summarise`."""
    name = model_name or next((one.model for one in gathered.records), None) or DEFAULT_MODEL
    model = open_model(name)
    codes = None
    if previous is not None:
        codes = {str(one.answers.get(SCHOOL_CODE)) for one in previous.records}
    facts = {one.file: read_file_facts(Path(one.file)) for one in gathered.records}
    schools: list[School] = []
    for board, reads in _by_board(gathered.records, boards):
        sops = [one for one in reads if facts[one.file].kind != REPORT]
        checked = check_batch(sops, board, today=today, previous=codes)
        schools += [
            _school(model, read, check, board=board, codes=codes, facts=facts[read.file])
            for read, check in zip(sops, checked, strict=True)
        ]
    schools.sort(key=lambda one: (one.code or "~", one.name))
    return Summary(
        model=model,
        schools=schools,
        missing=_missing(boards, {one.code for one in schools}),
        boards=tuple(
            BoardPart(one.name, one.contact, one.deadline, len(one.schools))
            for one in boards.boards
        ),
        today=today,
        failures=gathered.failures,
        findings=boards.findings,
        previous=None if previous is None else [one.answers for one in previous.records],
    )


def _by_board(
    records: Sequence[ReadRecord], boards: BoardFolders
) -> list[tuple[Board | None, list[ReadRecord]]]:
    """The records of each board, in the order in which they come."""
    found: dict[int, tuple[Board | None, list[ReadRecord]]] = {}
    for one in records:
        board = boards.of(one.file)
        found.setdefault(id(board), (board, []))[1].append(one)
    return list(found.values())


def _missing(boards: BoardFolders, delivered: set[str]) -> list[Expected]:
    return [
        Expected(one.code, one.name, board.name, board.area_of(one.code))
        for board in boards.boards
        for one in board.schools
        if one.code not in delivered
    ]


def _school(
    model: Model,
    read: ReadRecord,
    check: CheckedFile,
    *,
    board: Board | None,
    codes: set[str] | None,
    facts: FileFacts,
) -> School:
    code = str(read.answers.get(SCHOOL_CODE) or "")
    had_previous = None if codes is None else code in codes
    own = open_model(read.model)
    way = readiness(own, read.answers, had_previous, own_format=read.format == FORMAT_OWN)
    return School(
        file=read.file,
        format=read.format,
        answers=read.answers,
        fixed_texts=read.fixed_texts,
        status=check.status,
        ready_for=check.ready_for,
        ready=check.ready,
        missing=tuple(key for key in way.missing if key in model.by_key),
        findings=(*_about_model(model, read), *check.findings),
        pages=facts.pages,
        board=board.name if board else "",
        area=_area(model, read, board, code),
    )


def _about_model(model: Model, read: ReadRecord) -> Iterator[Finding]:
    if (own := open_model(read.model)).id != model.id:
        values = {"found": own.id, "model": model.id}
        yield Finding(OTHER_MODEL_COUNTED, values=values, file=read.file)


def _area(model: Model, read: ReadRecord, board: Board | None, code: str) -> str:
    """The roster's area, else the answer to the model's finest question by which it groups schools."""
    own = board.area_of(code) if board else ""
    finest = [one.key for one in model.fields if one.groups][-1:]
    return own or next((str(read.answers.get(key) or "") for key in finest), "")


def write_summary(
    summary: Summary,
    path: Path | None,
    *,
    report: Path | None = None,
    page: Path | None = None,
    data: Path | None = None,
    template: Path | None = None,
    force: bool = False,
) -> list[Path]:
    """Writes what is asked of the summary, in Dutch; nothing at all where one file exists already.

    Args:
        summary: what the folder says.
        path: the workbook, see `summary_sheets`; None for none.
        report: the report in Word.
        page: the page, one HTML file.
        data: a folder for the numbers as JSON and each sheet as CSV.
        template: a board's own template of the report; None for the library's.
        force: whether files that exist are overwritten.

    Returns:
        The files that were written.

    Raises:
        SopError: a file exists and `force` was not given, or it cannot be written; the template
            cannot be used.
    """
    made: list[tuple[Path, bytes]] = []
    if path is not None:
        made.append((path, make_workbook(summary, path.parent)))
    if report is not None:
        made.append((report, _report(summary, template)))
    if page is not None:
        made.append((page, make_board_page(summary)))
    if data is not None:
        made += data_files(summary, data)
    if not force and (taken := next((one for one, _ in made if one.exists()), None)):
        raise SopError(FILE_EXISTS, taken)
    for target, content in made:
        write_whole(target, content, force=force)
    return [target for target, _ in made]


def make_workbook(summary: Summary, folder: Path) -> bytes:
    """The workbook.

    Args:
        summary: what the folder says.
        folder: where it will stand: links to the schools' files start from it.
    """
    with dutch():
        made = sheets(summary, folder)
        return write_report(made, TITLE, back=names.FRONT, lean=len(summary.schools) > MANY)


def _report(summary: Summary, template: Path | None) -> bytes:
    # Imported late: docxtpl takes longer to import than a workbook of 170 schools to write.
    from sop_templates.engine.summary.report import TEMPLATE, make_report  # noqa: PLC0415

    return make_report(summary, template or TEMPLATE)
