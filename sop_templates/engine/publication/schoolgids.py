"""The schoolgids extract of finished SOPs: as Word section, HTML and Markdown, or put into a schoolgids."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME
from sop_templates.domain.publication import public_answers
from sop_templates.engine.batch import Failure, Progress
from sop_templates.engine.boards import find_board
from sop_templates.engine.checking import check_batch
from sop_templates.engine.gathering import gather
from sop_templates.engine.models import open_model
from sop_templates.engine.publication.names import public_stems
from sop_templates.engine.publication.pages import page_writer
from sop_templates.engine.publication.publishable import find_reasons, is_personal
from sop_templates.engine.publication.schoolgids_extract import extract_findings, make_extract
from sop_templates.engine.reading import ReadRecord
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.extracts import Extract
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.formats.markdown import write_markdown
from sop_templates.formats.word.inserting.insertion import PLACE, extract_document, insert_extract
from sop_templates.kinds.publication import ONE_SCHOOL
from sop_templates.outcome import Finding

FRAGMENT = "schoolgids.html"
STEM = "-schoolgids"


@dataclass(frozen=True, slots=True)
class ExtractChoices:
    """What was asked of an extract.

    Attributes:
        level: of its own heading, 1 to 6.
        into: the schoolgids that it goes into, or None.
        place: name of the bookmark or content control in that.
        names: persons' fields too.
        draft: also of what is not established or not complete.
        force: overwrite what exists.
    """

    level: int = 2
    into: Path | None = None
    place: str = PLACE
    names: bool = False
    draft: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class ExtractedFile:
    """What became of a file: `done` or `refused`, and the files that were written."""

    file: str
    code: str
    name: str
    state: str
    written: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "file": self.file,
            "code": self.code,
            "name": self.name,
            "state": self.state,
            "written": list(self.written),
        }


@dataclass(slots=True)
class Extracted:
    """What `sop schoolgids` did.

    Attributes:
        files: a school each.
        findings: why files were refused; what an extract cannot say.
        failures: files that could not be worked on.
    """

    files: list[ExtractedFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def extract(
    paths: Sequence[Path],
    out: Path,
    choices: ExtractChoices,
    *,
    today: date,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> Extracted:
    """Writes the extracts of the SOPs that paths name.

    Args:
        paths: finished Word files and folders.
        out: the folder for what is written.
        choices: what is asked.
        today: the day of the check.
        model_name: of files that do not say theirs.
        jobs: the number of processes; 0 chooses.
        progress: told after each file that was read.

    Returns:
        What was done.

    Raises:
        UsageError: an extract of several schools is to go into one schoolgids.
        SopError: a path does not exist, there is no Word file, or no such place in the schoolgids.
    """
    gathered = gather(paths, model_name=model_name, jobs=jobs, progress=progress)
    if choices.into is not None and len(gathered.records) > 1:
        raise UsageError(ONE_SCHOOL, choices.into, count=len(gathered.records))
    board, _ = find_board(paths)
    checked = check_batch(gathered.records, board, today=today)
    result = Extracted(failures=list(gathered.failures))
    stems = public_stems(gathered.records)
    for record, check, stem in zip(gathered.records, checked, stems, strict=True):
        reasons = tuple(find_reasons(record, check))
        if any(not choices.draft or is_personal(one) for one in reasons):
            result.findings += [one.in_file(record.file) for one in reasons]
            result.files.append(_told(record, "refused"))
            continue
        try:
            _write(record, out / stem, choices, result, is_draft=bool(reasons))
        except SopError as error:
            if choices.into is not None:
                raise
            result.failures.append(Failure.of(error, record.file))
    return result


def _write(
    record: ReadRecord, base: Path, choices: ExtractChoices, result: Extracted, *, is_draft: bool
) -> None:
    model = open_model(record.model)
    answers = public_answers(model, record.answers, names=choices.names)
    made = make_extract(model, answers, is_draft=is_draft)
    files = _files(base, made, choices)
    for path, data in files.items():
        write_whole(path, data, force=choices.force)
    result.findings += [one.in_file(record.file) for one in extract_findings(model, answers)]
    result.files.append(_told(record, "done", tuple(map(str, files))))


def _files(base: Path, made: Extract, choices: ExtractChoices) -> dict[Path, bytes]:
    """What is written, by path; `base` is the path of a school's files without their end."""
    if choices.into is not None:
        host = read_whole(choices.into)
        filled = insert_extract(
            host, made, level=choices.level, place=choices.place, file=str(choices.into)
        )
        return {base.with_name(choices.into.name): filled}
    return {
        base.with_name(f"{base.name}{STEM}.docx"): extract_document(made, level=choices.level),
        base.with_name(f"{base.name}{STEM}.html"): page_writer().fragment(
            FRAGMENT, blocks=made.blocks, level_of_first=choices.level
        ),
        base.with_name(f"{base.name}{STEM}.md"): write_markdown(made, choices.level).encode(),
    }


def _told(record: ReadRecord, state: str, written: tuple[str, ...] = ()) -> ExtractedFile:
    code, name = record.answers.get(SCHOOL_CODE), record.answers.get(SCHOOL_NAME)
    return ExtractedFile(record.file, str(code or ""), str(name or ""), state, written)
