"""The files of a delivery: SOPs and their PDF, declarations, summary and report, the manifest."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sop_templates.domain.delivery_manifest import (
    MANIFEST,
    MANIFEST_BOOK,
    NO_ADVICE,
    SIGNED,
    LeftOut,
    ListedFile,
    ListedSchool,
    Manifest,
    Party,
)
from sop_templates.domain.file_names import ENDING, word_file_name
from sop_templates.domain.handover import ADVICE, ADVICE_DAY, DECLARATION
from sop_templates.domain.model import SCHOOL_YEAR, STATUS, Model
from sop_templates.engine.delivery.book import manifest_book
from sop_templates.engine.delivery.schools import DeliveryFolder, DeliverySchool
from sop_templates.engine.gathering import Gathered
from sop_templates.engine.models import open_model
from sop_templates.engine.summary.board_folders import BoardFolders
from sop_templates.engine.summary.names import FRONT
from sop_templates.engine.summary.report import make_report
from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.summarising import TITLE, summary_of
from sop_templates.errors import SopError
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.formats.files import read_whole
from sop_templates.language import dutch
from sop_templates.outcome import Finding, Severity

SCHOOLS, BOARD = "scholen", "bestuur"  # folders in the package
SUMMARY, REPORT = f"{BOARD}/bestuursoverzicht.xlsx", f"{BOARD}/bestuursrapport.docx"
PDF_ENDING = ".pdf"
PDF_PROBLEMS = Severity.WARNING  # the Word file is what counts


@dataclass(slots=True)
class DeliveryFiles:
    """What goes into a package.

    Attributes:
        data: the files by path, in the order in which they are packed.
        about: kind and school of each.
        findings: what could not be made.
    """

    data: dict[str, bytes] = field(default_factory=dict)
    about: dict[str, tuple[str, str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, path: str, kind: str, school: str, data: bytes) -> None:
        """Adds a file."""
        self.data[path] = data
        self.about[path] = (kind, school)


def delivery_files(
    folder: DeliveryFolder, schools: Sequence[DeliverySchool], *, today: date, pdf: bool
) -> DeliveryFiles:
    """The files of a package, its manifest last.

    Args:
        folder: what there is.
        schools: those of it that are delivered, by code.
        today: the day in manifest, summary and report.
        pdf: whether a PDF of each SOP is made, where LibreOffice is there.

    Returns:
        The files; equal ones for equal files on one day, PDF by the same LibreOffice included.

    Raises:
        SopError: a file cannot be read any more.
    """
    files = DeliveryFiles()
    for school in schools:
        data = read_whole(Path(school.record.file))
        files.add(_sop_path(school), "sop", school.code, data)
    if pdf:
        _add_pdfs(files, schools, today)
    for school in schools:
        for path, data in _declarations(school):
            files.add(path, "declaration", school.code, data)
    _add_summary(files, folder, schools, today)
    files.data = dict(sorted(files.data.items()))
    manifest = _manifest(folder, schools, files, today)
    files.add(MANIFEST_BOOK, "manifest", "", manifest_book(manifest))
    listed = (*manifest.files, _listed(files, MANIFEST_BOOK))
    whole = replace(manifest, files=listed).as_json()
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    files.data = {MANIFEST: f"{text}\n".encode(), **files.data}
    return files


def _sop_path(school: DeliverySchool) -> str:
    return f"{SCHOOLS}/{word_file_name(school.record.answers)}"


def _declarations(school: DeliverySchool) -> list[tuple[str, bytes]]:
    """The declarations under one kind of name: `12AB00-adviesverklaring.pdf`, numbered if several."""
    found = []
    for number, one in enumerate(school.declarations, 1):
        page = f"-{number}" if len(school.declarations) > 1 else ""
        name = f"{school.code}-{DECLARATION}{page}{one.path.suffix.lower()}"
        found.append((f"{SCHOOLS}/{name}", one.data))
    return found


def _add_pdfs(files: DeliveryFiles, schools: Sequence[DeliverySchool], today: date) -> None:
    from sop_templates.formats.pdf_office import (  # noqa: PLC0415 - only where PDF is asked
        WordFile,
        make_pdfs,
    )

    paths = [_sop_path(school) for school in schools]
    sources = [
        WordFile(Path(path).name, files.data[path], _saved(school, today))
        for path, school in zip(paths, schools, strict=True)
    ]
    try:
        made = make_pdfs(sources)
    except SopError as error:
        files.findings.append(_warning(error))
        return
    for path, school, one in zip(paths, schools, made, strict=True):
        if one.error is None:
            files.add(path.removesuffix(ENDING) + PDF_ENDING, "pdf", school.code, one.data)
        else:
            files.findings.append(_warning(one.error))


def _warning(error: SopError) -> Finding:
    values = {"file": error.file, **error.values}
    return Finding(error.kind, values=values, file=error.file, changed_severity=PDF_PROBLEMS)


def _saved(school: DeliverySchool, today: date) -> datetime:
    """When the SOP was last saved: what its PDF tells as its date."""
    try:
        moment = datetime.fromisoformat(school.record.modified)
    except ValueError:
        moment = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _add_summary(
    files: DeliveryFiles, folder: DeliveryFolder, schools: Sequence[DeliverySchool], today: date
) -> None:
    """Adds the board's summary and report, of the schools in the package and as their files lie in it."""
    records = [replace(school.record, file=_sop_path(school)) for school in schools]
    board = folder.board
    here = Path(SCHOOLS).resolve()  # where the files lie, as far as the summary knows
    boards = BoardFolders() if board is None else BoardFolders((board,), (), {here: board})
    summary = summary_of(Gathered(records, [], []), boards, today=today, model_name=folder.model)
    with dutch():
        book = write_report(sheets(summary, Path(BOARD)), TITLE, back=FRONT)
    files.add(SUMMARY, "summary", "", book)
    files.add(REPORT, "report", "", make_report(summary))


def _manifest(
    folder: DeliveryFolder, schools: Sequence[DeliverySchool], files: DeliveryFiles, today: date
) -> Manifest:
    model = open_model(folder.model)
    is_direct = all(bool(one.record.answers.get("school.eenpitter")) for one in schools)
    delivered = {one.code for one in schools}
    left_out = [
        LeftOut(one.code, one.name, _reasons(one))
        for one in folder.schools
        if one.code not in delivered
    ]
    left_out += [LeftOut(code, name) for code, name in folder.undelivered]
    return Manifest(
        made=today.isoformat(),
        year=folder.year,
        model=f"{model.id} {model.version}",
        sender=_sender(folder, schools[0].record.answers, is_direct=is_direct),
        recipient=Party("region", model.region.partition(":")[0]),
        is_direct=is_direct,
        schools=tuple(_listed_school(one, model) for one in schools),
        left_out=tuple(left_out),
        files=tuple(_listed(files, path) for path in files.data),
    )


def _sender(folder: DeliveryFolder, answers: Mapping[str, Any], *, is_direct: bool) -> Party:
    """Who delivers: the board as `board.toml` says it, else as the first school says it."""
    board = folder.board
    name = (board.name if board else "") or answers.get("school.bestuur") or ""
    number = (board.number if board else "") or answers.get("school.bestuursnummer") or ""
    contact = board.contact if board else ""
    if is_direct and not contact:
        contact = answers.get("school.email") or answers.get("school.telefoon") or ""
    return Party("school" if is_direct else "board", str(name), str(number), str(contact))


def _reasons(school: DeliverySchool) -> tuple[str, ...]:
    with dutch():
        return tuple(one.message for one in school.reasons)


def _listed_school(school: DeliverySchool, model: Model) -> ListedSchool:
    answers = school.record.answers
    decision = model.date_order[-1] if model.date_order else ""
    return ListedSchool(
        code=school.code,
        name=school.name,
        year=answers.get(SCHOOL_YEAR) or "",
        status=answers.get(STATUS) or "",
        format=school.record.format,
        advice=answers.get(ADVICE) or "",
        advice_day=answers.get(ADVICE_DAY) or "",
        decision_day=answers.get(decision) or "",
        declaration=SIGNED if school.declarations else NO_ADVICE,
    )


def _listed(files: DeliveryFiles, path: str) -> ListedFile:
    kind, school = files.about[path]
    data = files.data[path]
    return ListedFile(path, kind, school, len(data), hashlib.sha256(data).hexdigest())
