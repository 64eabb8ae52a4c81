"""A folder of finished Word files: reads them all; of two for one school and year the newest counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR
from sop_templates.engine.batch import Failure, Progress, find_files, run_batch
from sop_templates.engine.reading import ReadRecord, read_file
from sop_templates.kinds.batches import OLDER_COPY
from sop_templates.outcome import Finding

ENDINGS = (".docx", ".docm", ".dotx")


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
    """Reads the finished Word files that paths name.

    Raises:
        SopError: a path does not exist, or there is no Word file at all.
    """
    files = find_files(paths, ENDINGS)
    batch = run_batch(
        partial(read_file, model_name=model_name), files, jobs=jobs, progress=progress
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
        older, newer = sorted((other, record), key=lambda one: one.modified or "")
        superseded.append(older)
        newest[school] = _naming(newer, older)
    return Gathered(list(newest.values()), superseded, batch.failures)


def _naming(newer: ReadRecord, older: ReadRecord) -> ReadRecord:
    finding = Finding(
        OLDER_COPY, values={"older": older.file, "newer": newer.file}, key=SCHOOL_CODE, file=newer.file
    )
    return replace(newer, findings=(*newer.findings, finding))
