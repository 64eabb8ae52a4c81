"""Brings the Word files of a folder up to date with intakes; schools without a file get a new one."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sop_templates.domain.answers import Answers
from sop_templates.domain.file_names import word_file_name
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR
from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.filled import (
    DONE,
    UNCHANGED,
    UPDATED,
    FilledFile,
    FillResult,
    Round,
    named,
)
from sop_templates.engine.filling_sources import Sources
from sop_templates.engine.models import open_model
from sop_templates.engine.update.updating import Update, update_bytes
from sop_templates.engine.update.word_folder import read_word_folder, refuse_open
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole

Key = tuple[str, str | None]  # vestigingscode and school year, as the intakes say them


@dataclass(frozen=True, slots=True)
class _School:
    """A school of the intakes, the flags they deny, and its Word file; None where it has none."""

    key: Key
    answers: Answers
    denied: frozenset[str]
    path: Path | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a school, and of its file."""

    key: Key
    file: FilledFile
    update: Update = field(default_factory=Update)


def update_folder(
    found: Sources, what: Round, *, jobs: int = 0, progress: Progress | None = None
) -> FillResult:
    """Brings the Word files of schools up to date.

    Args:
        found: the schools of the intakes, with their origins.
        what: the model, the folder, the standard texts, the moment.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.
    """
    folder = read_word_folder(what.out, model_name=what.model, jobs=jobs)
    failures = [*found.failures, *folder.failures]
    schools: list[_School] = []
    taken: set[Path | None] = set()
    for key, source in found.schools.items():
        try:
            path = folder.find(source.answers[SCHOOL_CODE], source.answers[SCHOOL_YEAR])
        except SopError as error:
            failures.append(Failure.of(error, named(source.answers)))
            continue
        path = None if path in taken else path
        schools.append(_School(key, source.answers, source.denied, path))
        taken.add(path)
    batch = run_batch(partial(_bring, what), schools, name=_name, jobs=jobs, progress=progress)
    findings = [*found.findings, *folder.findings]
    for one in batch.results:
        said = one.update.findings(found.schools[one.key].where)
        findings += [finding.in_file(one.file.file) for finding in said]
    files = [one.file for one in batch.results]
    return FillResult(files, [*failures, *batch.failures], findings)


def _bring(what: Round, school: _School) -> _Outcome:
    """Writes a new file, or what an update makes of the one that is there."""
    answers = school.answers
    path = school.path or what.out / word_file_name(answers)
    told = (str(path), answers[SCHOOL_CODE], answers[SCHOOL_NAME] or "")
    if school.path is None:
        filled = fill_gaps(open_model(what.model), answers, what.texts)
        write_whole(path, open_word_model(what.model).fill(filled))
        return _Outcome(school.key, FilledFile(*told, DONE))
    update = update_bytes(
        read_whole(path),
        answers,
        texts=what.texts,
        denied=school.denied,
        now=what.now,
        file=str(path),
        model_name=what.model,
    )
    if update.data is not None:
        refuse_open(path)
        write_whole(path, update.data, force=True)
    state = UPDATED if update.written else UNCHANGED
    return _Outcome(school.key, FilledFile(*told, state, update.written), _said(update))


def _said(update: Update) -> Update:
    """The update without the file itself, which would travel between processes for nothing."""
    return Update(None, update.written, update.notes)


def _name(school: _School) -> str:
    return str(school.path or named(school.answers))
