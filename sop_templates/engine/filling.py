"""Fills Word files: one a school, from one or many intakes, tables or folders; or brings them up to date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers, canonical
from sop_templates.domain.file_names import word_file_name
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, Model
from sop_templates.engine.batch import Progress, run_batch
from sop_templates.engine.boards import find_board
from sop_templates.engine.filled import DONE, SKIPPED, FilledFile, FillResult, Round, named
from sop_templates.engine.filling_sources import Source, read_sources
from sop_templates.engine.models import open_model
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.filling import NO_SCHOOLS
from sop_templates.kinds.updating import UPDATE_OR_FORCE


def fill(
    intakes: Sequence[Path],
    out: Path,
    *,
    model_name: str | None = None,
    force: bool = False,
    update: bool = False,
    now: datetime | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> FillResult:
    """Writes a Word file for each school of the intakes.

    Args:
        intakes: workbooks, tables and folders of them.
        out: the folder for the Word files; made where it is missing.
        model_name: the model; else what the intakes say, or haaglanden.
        force: whether files that exist are overwritten; else they are skipped.
        update: whether files that exist are brought up to date instead: see `updating`.
        now: when updated files are saved; this moment if None.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        SopError: nothing can be read, or no school has an answer.
        UsageError: `force` and `update` were both asked for.
    """
    if force and update:
        raise UsageError(UPDATE_OR_FORCE)
    found, name = read_sources(intakes, model_name, with_origins=update, jobs=jobs)
    if not found.schools and not found.failures:
        raise SopError(NO_SCHOOLS, ", ".join(map(str, intakes)))
    model = open_model(name)
    board, findings = find_board(intakes)
    found.findings = [*findings, *found.findings]
    texts = standard_texts(model, board.texts if board else {})
    open_word_model(name)  # a fault of the template is told once, and before anything is written
    round_ = Round(name, out, texts, now or datetime.now(UTC))
    if update:
        from sop_templates.engine.update.folder import (  # noqa: PLC0415 - loads what reads Word
            update_folder,
        )

        return update_folder(found, round_, jobs=jobs, progress=progress)
    schools = list(found.schools.values())
    write = partial(_write, round_, force)
    batch = run_batch(write, schools, name=_named, jobs=jobs, progress=progress)
    return FillResult(batch.results, [*found.failures, *batch.failures], found.findings)


def standard_texts(model: Model, texts: Mapping[str, Any]) -> Answers:
    """What stands where a school left a field empty: the board's texts, else the model's defaults."""
    given = {one.key: one.default for one in model.fields if one.default} | dict(texts)
    answers, _ = canonical(model, given)
    return {key: answers[key] for key in given if key in answers}


def _named(source: Source) -> str:
    return named(source.answers)


def _write(round_: Round, force: bool, source: Source) -> FilledFile:  # noqa: FBT001 - for partial
    answers = fill_gaps(open_model(round_.model), source.answers, round_.texts)
    path = round_.out / word_file_name(answers)
    told = FilledFile(str(path), answers[SCHOOL_CODE], answers[SCHOOL_NAME] or "", DONE)
    if path.exists() and not force:
        return replace(told, state=SKIPPED)
    write_whole(path, open_word_model(round_.model).fill(answers), force=force)
    return told
