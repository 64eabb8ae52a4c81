"""A folder of finished Word files: reads them all; of two for one school and year the newest counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR
from sop_templates.engine.batch import Failure, Progress, find_files, run_batch
from sop_templates.engine.models import DEFAULT_MODEL
from sop_templates.engine.other_files import ENDINGS, PDF, needs_office, turn_into_word
from sop_templates.engine.own_format.words import open_words
from sop_templates.engine.reading import ReadRecord, read_as_it_is, read_turned
from sop_templates.formats.office_runs import Converted
from sop_templates.kinds.batches import OLDER_COPY
from sop_templates.kinds.other_files import BROKEN_PDF, SCANNED
from sop_templates.kinds.reading import NO_SOP, OTHER_WORK
from sop_templates.outcome import Finding

__all__ = ["ENDINGS", "Gathered", "gather", "without_other_pdfs"]

NO_SOP_PDF = frozenset((NO_SOP.code, SCANNED.code, BROKEN_PDF.code))


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a folder holds.

    Attributes:
        records: one a school and year, in the order of the files.
        superseded: older copies of a school and year that is in `records`.
        failures: the files that could not be read.
    """

    records: list[ReadRecord]
    superseded: list[ReadRecord]
    failures: list[Failure]


def gather(
    paths: Sequence[Path],
    *,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Gathered:
    """Reads the finished SOPs that paths name: Word files, PDFs, and what LibreOffice turns into Word.

    Our own letters, reports and lists in a folder are passed over.
    A PDF beside a Word file of the same name is passed over, and so is one in a folder that is no SOP
    and is not called one: there are many PDFs beside the SOPs of a board.

    Raises:
        SopError: a path does not exist, or there is no file of a kind that is read.
    """
    passed: list[Failure] = []
    files = _without_doubles(find_files(paths, ENDINGS, passed))
    others = [path for path in files if needs_office(path)]
    turned = dict(zip(others, turn_into_word(others), strict=True)) if others else {}
    batch = run_batch(
        partial(_read, model_name=model_name),
        [(path, turned.get(path)) for path in files],
        name=lambda item: str(item[0]),
        jobs=jobs,
        progress=progress,
    )
    newest: dict[tuple[object, object], ReadRecord] = {}
    superseded: list[ReadRecord] = []
    for number, record in enumerate(batch.results):
        code, year = record.answers.get(SCHOOL_CODE), record.answers.get(SCHOOL_YEAR)
        school = (code, year) if code else (None, number)
        other = newest.get(school)
        if other is None:
            newest[school] = record
            continue
        older, newer = sorted((other, record), key=_weight)
        superseded.append(older)
        newest[school] = _naming(newer, older)
    named = {str(path) for path in paths}
    told = [one for one in batch.failures if one.code != OTHER_WORK.code or one.file in named]
    failures = [*passed, *without_other_pdfs(told, paths)]
    return Gathered(list(newest.values()), superseded, failures)


def without_other_pdfs(failures: Sequence[Failure], paths: Sequence[Path]) -> list[Failure]:
    """The failures without those of PDFs that nobody meant as SOPs.

    Args:
        failures: of files.
        paths: as the user named them: a file that was named is always told of.
    """
    named = {str(path) for path in paths}
    words = open_words(DEFAULT_MODEL)
    return [
        one
        for one in failures
        if one.code not in NO_SOP_PDF
        or not one.file.lower().endswith(PDF)
        or one.file in named
        or words.names_sop(Path(one.file).stem.replace("_", " ").replace("-", " "))
    ]


def _without_doubles(files: Sequence[Path]) -> list[Path]:
    """The files without PDFs that stand beside the file that they were made of."""
    stems = {path.with_suffix("") for path in files if path.suffix.lower() != PDF}
    return [
        path for path in files if path.suffix.lower() != PDF or path.with_suffix("") not in stems
    ]


def _read(item: tuple[Path, Converted | None], model_name: str | None) -> ReadRecord:
    path, turned = item
    if turned is not None:
        return read_turned(path, turned, model_name)
    return read_as_it_is(path, model_name)


def _weight(record: ReadRecord) -> tuple[bool, str]:
    """What makes one of two files of a school count: a Word file before a PDF, then the newest."""
    return not record.file.lower().endswith(PDF), record.modified or ""


def _naming(newer: ReadRecord, older: ReadRecord) -> ReadRecord:
    finding = Finding(
        OLDER_COPY,
        values={"older": older.file, "newer": newer.file},
        key=SCHOOL_CODE,
        file=newer.file,
    )
    return replace(newer, findings=(*newer.findings, finding))
