"""Publishes finished SOPs: a page a school, a PDF where asked, a page with all schools."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME
from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.boards import find_board
from sop_templates.engine.checking import check_batch
from sop_templates.engine.gathering import gather
from sop_templates.engine.placement.model_texts import open_texts
from sop_templates.engine.publication.lists import FINDER, INDEX, entry_of, finder_page, index_page
from sop_templates.engine.publication.names import public_stems
from sop_templates.engine.publication.pages import make_page
from sop_templates.engine.publication.publishable import find_reasons, is_personal
from sop_templates.engine.publication.word_file import make_public_file
from sop_templates.engine.reading import ReadRecord
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.formats.web.values import Entry
from sop_templates.formats.word.published.block_reading import read_public
from sop_templates.kinds.publication import PUBLISHED_DRAFT
from sop_templates.outcome import Finding

PAGE_ENDING, PDF_ENDING = ".html", ".pdf"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was asked of publishing.

    Attributes:
        pdf: a PDF beside each page.
        names: persons' fields too.
        finder: the parents' page for all schools.
        draft: also what is not established or not complete, marked as a draft.
        force: overwrite what exists.
    """

    pdf: bool = False
    names: bool = False
    finder: bool = False
    draft: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """What became of a file.

    Attributes:
        file: as the user gave it.
        code: the vestigingscode, or "".
        name: the school's, or "".
        state: `done`, `skipped` because the page exists, or `refused`.
        page: path of the page, or "".
        pdf: path of the PDF, or "".
        is_draft: whether it was published as a draft.
    """

    file: str
    code: str
    name: str
    state: str
    page: str = ""
    pdf: str = ""
    is_draft: bool = False

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "file": self.file,
            "code": self.code,
            "name": self.name,
            "state": self.state,
            "page": self.page,
            "pdf": self.pdf,
            "draft": self.is_draft,
        }


@dataclass(slots=True)
class Published:
    """What `sop publish` did.

    Attributes:
        files: a school each.
        others: paths of the pages with all schools.
        findings: why files were refused, and what to look at in those that were not.
        failures: files that could not be worked on.
    """

    files: list[PublishedFile] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Job:
    """A school to publish.

    Attributes:
        record: what was read.
        stem: name of its page without ending.
        reasons: why it is published as a draft only; none where it is for everybody.
    """

    record: ReadRecord
    stem: str
    reasons: tuple[Finding, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it is published as a draft."""
        return bool(self.reasons)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a school: page, public Word file, its entry in lists, findings."""

    job: Job
    page: bytes = field(repr=False)
    word: bytes = field(repr=False)
    entry: Entry
    findings: tuple[Finding, ...]


def publish(
    paths: Sequence[Path],
    out: Path,
    choices: Choices,
    *,
    today: date,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Published:
    """Publishes the SOPs that paths name.

    Args:
        paths: finished Word files and folders.
        out: the folder for the pages.
        choices: what is asked.
        today: the day of publishing.
        model_name: of files that do not say theirs.
        jobs: the number of processes; 0 chooses.
        progress: told after each page.

    Returns:
        What was done. A page appears whole or not at all, and none that exists is overwritten
        unless asked.

    Raises:
        SopError: a path does not exist, or there is no Word file; with `pdf`, no LibreOffice.
    """
    gathered = gather(paths, model_name=model_name, jobs=jobs)
    board, _ = find_board(paths)
    checked = check_batch(gathered.records, board, today=today)
    result = Published(failures=list(gathered.failures))
    wanted: list[Job] = []
    stems = public_stems(gathered.records)
    for record, check, stem in zip(gathered.records, checked, stems, strict=True):
        reasons = tuple(find_reasons(record, check))
        blocking = [one for one in reasons if not choices.draft or is_personal(one)]
        if blocking:
            result.files.append(_told(record, "refused"))
            result.findings += [one.in_file(record.file) for one in reasons]
        else:
            wanted.append(Job(record, stem, reasons))
    is_list = len(wanted) > 1 or choices.finder
    work = partial(_make, choices=choices, index=INDEX if is_list else "")
    batch = run_batch(work, wanted, name=lambda one: one.record.file, jobs=jobs, progress=progress)
    result.failures += batch.failures
    _write_schools(result, batch.results, out, choices)
    if is_list and batch.results:
        name = board.name if board else ""
        _write_lists(result, batch.results, out, choices, name)
    return result


def _make(job: Job, *, choices: Choices, index: str) -> Made:
    """A school's page; a function of its own, so that another process can run it."""
    record = job.record
    made = make_public_file(
        read_whole(Path(record.file)), record, names=choices.names, is_draft=job.is_draft
    )
    texts = open_texts(record.model)
    pdf = f"{job.stem}{PDF_ENDING}" if choices.pdf else ""
    page = make_page(
        texts, made.answers, read_public(made.data), is_draft=job.is_draft, pdf=pdf, index=index
    )
    entry = entry_of(
        texts.model, made.answers, page=f"{job.stem}{PAGE_ENDING}", pdf=pdf, is_draft=job.is_draft
    )
    findings = list(made.findings)
    if job.reasons:
        reason = ", ".join(dict.fromkeys(one.code for one in job.reasons))
        findings.append(Finding(PUBLISHED_DRAFT, values={"reason": reason}, file=record.file))
    return Made(job, page, made.data if choices.pdf else b"", entry, tuple(findings))


def _told(record: ReadRecord, state: str, **more: Any) -> PublishedFile:
    code, name = record.answers.get(SCHOOL_CODE), record.answers.get(SCHOOL_NAME)
    return PublishedFile(record.file, str(code or ""), str(name or ""), state, **more)


def _write_schools(result: Published, made: Sequence[Made], out: Path, choices: Choices) -> None:
    pdfs = _pdfs(made, out, choices, result)
    for one in made:
        stem = one.job.stem
        page = out / f"{stem}{PAGE_ENDING}"
        is_new = _write(page, one.page, result, force=choices.force)
        pdf = out / f"{stem}{PDF_ENDING}" if stem in pdfs else None
        if pdf is not None:
            _write(pdf, pdfs[stem], result, force=choices.force)
        result.findings += one.findings
        more = {"page": str(page), "pdf": str(pdf or ""), "is_draft": one.job.is_draft}
        result.files.append(_told(one.job.record, "done" if is_new else "skipped", **more))


def _pdfs(
    made: Sequence[Made], out: Path, choices: Choices, result: Published
) -> Mapping[str, bytes]:
    """The PDF of each school by the name of its page; a failure for each that could not be made."""
    if not choices.pdf:
        return {}
    from sop_templates.formats.pdf_office import (  # noqa: PLC0415 - only where PDF is asked
        WordFile,
        make_pdfs,
    )

    wanted = [
        one for one in made if choices.force or not (out / f"{one.job.stem}{PDF_ENDING}").exists()
    ]
    files = [WordFile(one.job.record.file, one.word, _moment(one.job.record)) for one in wanted]
    found = {}
    for one, pdf in zip(wanted, make_pdfs(files), strict=True):
        if pdf.error is None:
            found[one.job.stem] = pdf.data
        else:
            result.failures.append(Failure.of(pdf.error, one.job.record.file))
    return found


def _moment(record: ReadRecord) -> datetime | None:
    try:
        return datetime.fromisoformat(record.modified)
    except ValueError:
        return None


def _write_lists(
    result: Published, made: Sequence[Made], out: Path, choices: Choices, board: str
) -> None:
    entries = sorted((one.entry for one in made), key=lambda one: one.name.casefold())
    pages = {INDEX: index_page(entries, board, finder=FINDER if choices.finder else "")}
    if choices.finder:
        pages[FINDER] = finder_page(entries, board, index=INDEX)
    for name, data in pages.items():
        _write(out / name, data, result, force=choices.force)
        result.others.append(str(out / name))


def _write(path: Path, data: bytes, result: Published, *, force: bool) -> bool:
    """Writes a file; whether it was written. One that exists stays, and is no failure."""
    if path.exists() and not force:
        return False
    try:
        write_whole(path, data, force=force)
    except SopError as error:
        result.failures.append(Failure.of(error, str(path)))
        return False
    return True
