"""Makes next year's Word files from this year's: texts kept, what tells of one year begun anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sop_templates.domain.model import SCHOOL_NAME
from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.duo_facts import read_facts
from sop_templates.engine.gathering import gather
from sop_templates.engine.models import open_model
from sop_templates.engine.other_files import WORD_ENDINGS
from sop_templates.engine.own_format.adopted_rest import has_rest, rest_document
from sop_templates.engine.own_format.adopting import REST_ENDING, rest_told
from sop_templates.engine.own_format.pictures import find_own_pictures
from sop_templates.engine.reading import FORMAT_MODEL, ReadRecord
from sop_templates.engine.route.plan import (
    Around,
    Job,
    code_of,
    jobs_for,
    sort_out,
    with_school,
)
from sop_templates.engine.route.rolled_answers import rolled_answers
from sop_templates.engine.route.rolled_board import carry_board
from sop_templates.engine.route.school_years import asked_year, newest_of_each, year_of
from sop_templates.engine.school_files import gather_sops
from sop_templates.engine.summary.board_folders import find_boards
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.rolling import HAS_FILE_ALREADY, NO_EARLIER_YEAR, NOT_CARRIED
from sop_templates.outcome import Finding

YEAR_DIGITS = 4
SHOWN = 6  # pictures that a message names
DONE, SKIPPED = "done", "skipped"


@dataclass(frozen=True, slots=True)
class RolledFile:
    """What became of a school.

    Attributes:
        file: its new file; the one that it had already where none was made.
        source: the file that it was made from.
        code, name: of the school, or "".
        state: `done`, or `skipped` because the school has a file for that year.
        rest: the list of what of the old file has no place in the new one, or "".
        emptied: keys of the answers that begin anew.
        findings: on the new file, and on what of the old one was not carried over.
    """

    file: str
    source: str
    code: str
    name: str
    state: str
    rest: str = ""
    emptied: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "file": self.file,
            "source": self.source,
            "code": self.code,
            "name": self.name,
            "state": self.state,
            "rest": self.rest,
            "emptied": list(self.emptied),
            "findings": [one.as_json() | {"file": one.file} for one in self.findings],
        }


@dataclass(slots=True)
class RolledOver:
    """What `sop rollover` did.

    Attributes:
        files: a school each.
        others: paths of what was written beside them.
        findings: on the board.
        failures: files that could not be worked on.
    """

    files: list[RolledFile] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def all_findings(self) -> list[Finding]:
        """Those on the board and on all files."""
        return [*self.findings, *(one for each in self.files for one in each.findings)]


def roll_over(
    paths: Sequence[Path],
    out: Path,
    *,
    year: str,
    schools: Path | None = None,
    previous: Sequence[Path] = (),
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> RolledOver:
    """Writes a Word file for the new year for each school; none that exists is replaced.

    Args:
        paths: this year's files and folders of them; of several years of a school the last one
            before `year` counts. Letters and minutes among them are passed over.
        out: the folder for the new files; made where it is missing.
        year: the school year to come, e.g. `2027-2028`.
        schools: DUO's file, for what changed at the schools; None leaves their data as they are.
        previous: files and folders to compare with, for the text on what changed.
        model_name: of files that do not say theirs.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        UsageError: the year is none.
        SopError: a path does not exist, there is no SOP, or DUO's file or `board.toml` cannot be read.
    """
    wanted = asked_year(year)
    gathered = gather_sops(paths, model_name=model_name, jobs=jobs, progress=progress)
    if not gathered.records and not gathered.failures:
        gathered = gather(paths, model_name=model_name)  # says of each file why it is no SOP
    boards = find_boards([], [one.file for one in gathered.records])
    records = [with_school(one, boards) for one in gathered.records]
    sources = sort_out(records, int(wanted[:YEAR_DIGITS]))
    result = RolledOver(
        files=[_skipped(one, one.file, wanted) for one in sources.there],
        failures=[*gathered.failures, *(_too_late(one, wanted) for one in sources.too_late)],
    )
    result.findings += boards.findings
    around = Around(
        wanted,
        out,
        boards,
        read_facts(schools) if schools else None,
        _earlier(previous, model_name, result) if previous else None,
    )
    work = list(jobs_for(sources.chosen, around))
    batch = run_batch(
        _roll, work, name=lambda one: one.material.record.file, jobs=jobs, progress=progress
    )
    result.files += batch.results
    result.failures += batch.failures
    if any(one.state == DONE for one in batch.results):
        path, told = carry_board(boards, out)
        result.others += [str(path)] if path else []
        result.findings += told
    return result


def _earlier(
    previous: Sequence[Path], model_name: str | None, result: RolledOver
) -> dict[str, ReadRecord]:
    """The files to compare with, by vestigingscode."""
    before = gather_sops(previous, model_name=model_name)
    result.failures += before.failures
    return {code_of(one): one for one in newest_of_each(before.records)}


def _roll(job: Job) -> RolledFile:
    """Makes the file of a school."""
    record, path = job.material.record, job.path
    if path.exists():
        return _skipped(record, str(path), job.material.year)
    model = open_model(job.model)
    rolled = rolled_answers(model, job.material)
    rest = _rest_of(job)
    # First the list: where that cannot be written, nothing was.
    if rest is not None:
        write_whole(rest, rest_document(record, model, path.name))
    write_whole(path, open_word_model(job.model).fill(rolled.answers))
    listed = str(rest) if rest else ""
    about_old = (*rolled.about_old, *rest_told(record, listed), *_pictures(job))
    return RolledFile(
        str(path),
        record.file,
        code_of(record),
        _name(record),
        DONE,
        listed,
        rolled.emptied,
        (
            *(one.in_file(str(path)) for one in rolled.about_new),
            *(one.in_file(record.file) for one in about_old),
        ),
    )


def _rest_of(job: Job) -> Path | None:
    """Where the list goes of what has no place in the new file; None where all has."""
    record = job.material.record
    needed = bool(record.left)
    if record.format != FORMAT_MODEL:
        needed = has_rest(record, open_model(job.model))
    return job.path.with_name(job.path.stem + REST_ENDING) if needed else None


def _pictures(job: Job) -> Iterator[Finding]:
    record = job.material.record
    path = Path(record.file)
    names = [name for one in record.left for name in one.pictures]
    if path.suffix.lower() in WORD_ENDINGS:
        names = list(find_own_pictures(path, job.model))
    if names:
        shown = "; ".join(name or "-" for name in names[:SHOWN])
        more = f" (+{len(names) - SHOWN})" if len(names) > SHOWN else ""
        yield Finding(NOT_CARRIED, values={"names": f"{shown}{more}"})


def _skipped(record: ReadRecord, file: str, wanted: str) -> RolledFile:
    told = Finding(HAS_FILE_ALREADY, values={"file": Path(file).name, "year": wanted}, file=file)
    return RolledFile(file, record.file, code_of(record), _name(record), SKIPPED, findings=(told,))


def _too_late(record: ReadRecord, wanted: str) -> Failure:
    values = {"year": year_of(record), "wanted": wanted}
    return Failure.of(SopError(NO_EARLIER_YEAR, record.file, **values))


def _name(record: ReadRecord) -> str:
    return str(record.answers.get(SCHOOL_NAME) or "")
