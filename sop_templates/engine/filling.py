"""Fills Word files: one a school, from one or many intakes, tables or folders."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers, blank, canonical
from sop_templates.domain.file_names import word_file_name
from sop_templates.domain.joining import fill_gaps, join
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.engine.batch import Failure, Progress, find_files, run_batch
from sop_templates.engine.boards import find_board
from sop_templates.engine.intake_records import IntakeResult
from sop_templates.engine.intakes import ENDINGS, read_intake
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.filling import (
    NO_CODE,
    NO_SCHOOLS,
    SAME_WEIGHT_DIFFERS,
    TWO_SOURCES_DIFFER,
)
from sop_templates.outcome import Finding

# Whose answer counts where two sources answer: a school's own form before a board's row, and both
# before DUO, which only pre-fills.
WEIGHTS = {"school": 2, "board": 1, "table": 1, "duo": 0}


@dataclass(frozen=True, slots=True)
class FilledFile:
    """What became of one school.

    Attributes:
        file: the path of its Word file.
        code: the vestigingscode.
        name: the school's name, or "".
        state: `done`, or `skipped` because the file exists.
    """

    file: str
    code: str
    name: str
    state: str

    def as_json(self) -> dict[str, str]:
        """As `--json` gives it."""
        return {"file": self.file, "code": self.code, "name": self.name, "state": self.state}


@dataclass(frozen=True, slots=True)
class FillResult:
    """What `sop fill` did.

    Attributes:
        files: a school each, in the order of the intakes.
        failures: schools and intakes that could not be worked on.
        findings: on intakes, columns and answers.
    """

    files: list[FilledFile]
    failures: list[Failure]
    findings: list[Finding]


@dataclass(slots=True)
class Source:
    """The answers of one school, with the intake they came from.

    Attributes:
        answers: canonical.
        file: the intake.
        weight: how much it counts beside another.
    """

    answers: Answers
    file: str
    weight: int


@dataclass(slots=True)
class Sources:
    """All schools of the intakes.

    Attributes:
        schools: by code and schooljaar, what was joined so far.
        findings: on what was read.
        failures: intakes and schools that could not be read.
    """

    schools: dict[tuple[str, str | None], Source] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def fill(
    intakes: Sequence[Path],
    out: Path,
    *,
    model_name: str | None = None,
    force: bool = False,
    jobs: int = 0,
    progress: Progress | None = None,
) -> FillResult:
    """Writes a Word file for each school of the intakes.

    Args:
        intakes: workbooks, tables and folders of them.
        out: the folder for the Word files; made where it is missing.
        model_name: the model; else what the intakes say, or haaglanden.
        force: whether files that exist are overwritten; else they are skipped.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        SopError: nothing can be read, or no school has an answer.
    """
    found, name = read_sources(intakes, model_name)
    if not found.schools and not found.failures:
        raise SopError(NO_SCHOOLS, ", ".join(map(str, intakes)))
    model = open_model(name)
    board, findings = find_board(intakes)
    texts = _standard_texts(model, board.texts) if board else {}
    schools = [fill_gaps(model, one.answers, texts) for one in found.schools.values()]
    open_word_model(name)  # a fault of the template is told once, and before anything is written
    work = partial(_write, name, out, force)
    batch = run_batch(work, schools, name=_named, jobs=jobs, progress=progress)
    return FillResult(
        batch.results, [*found.failures, *batch.failures], [*findings, *found.findings]
    )


def read_sources(intakes: Sequence[Path], model_name: str | None = None) -> tuple[Sources, str]:
    """The schools of all intakes, joined, and the name of their model.

    Raises:
        SopError: a path does not exist, or none holds an intake.
    """
    files = find_files(intakes, ENDINGS)
    # One after another: reading an intake is quick, and starting processes is not.
    batch = run_batch(partial(read_intake, model_name=model_name), files, jobs=1)
    name = model_name or next((one.model for one in batch.results if one.model), DEFAULT_MODEL)
    model = open_model(name)
    found = Sources(failures=list(batch.failures))
    for result in sorted(batch.results, key=lambda one: -WEIGHTS[one.form]):
        found.findings += [one.in_file(result.file) for one in result.findings]
        for source in _sources(model, result, found):
            _add(model, found, source)
    return found, name


def _sources(model: Model, result: IntakeResult, found: Sources) -> Iterator[Source]:
    for record in result.records:
        answers, findings = canonical(model, record.raw, record.place)
        found.findings += [one.in_file(result.file) for one in findings]
        if answers[SCHOOL_CODE]:
            yield Source(answers, result.file, WEIGHTS[result.form])
        else:
            place = str(record.place(SCHOOL_CODE))
            error = SopError(NO_CODE, result.file, name=answers[SCHOOL_NAME] or "-", place=place)
            found.failures.append(Failure.of(error))


def _add(model: Model, found: Sources, source: Source) -> None:
    key = (source.answers[SCHOOL_CODE], source.answers[SCHOOL_YEAR])
    leading = found.schools.get(key) or _of_any_year(found, source)
    if leading is None:
        found.schools[key] = source
        return
    joined = join(model, leading.answers, source.answers)
    leading.answers = joined.answers
    if source.weight == 0:
        return  # DUO's file only fills gaps
    same = source.weight == leading.weight
    for tag in joined.conflicts:
        one = model.by_tag.get(tag) or model.by_key[tag]
        values = {"label": one.label, "counts": leading.file, "other": source.file}
        kind = SAME_WEIGHT_DIFFERS if same else TWO_SOURCES_DIFFER
        found.findings.append(Finding(kind, values=values, key=one.key, file=source.file))
        if same:
            _clear(model, leading.answers, tag)


def _of_any_year(found: Sources, source: Source) -> Source | None:
    """The school of a source that names no year, as DUO's file does not; None where two could be."""
    code, year = source.answers[SCHOOL_CODE], source.answers[SCHOOL_YEAR]
    same = [one for (other, _), one in found.schools.items() if other == code]
    return same[0] if year is None and len(same) == 1 else None


def _clear(model: Model, answers: Answers, tag: str) -> None:
    if tag in answers:
        answers[tag] = blank(model)[tag]
        return
    key, row, column = tag.rsplit(".", 2)
    answers[key][row][column] = None


def _standard_texts(model: Model, texts: Mapping[str, Any]) -> Answers:
    answers, _ = canonical(model, texts)
    return {key: answers[key] for key in texts if key in answers}


def _named(answers: Answers) -> str:
    return f"{answers[SCHOOL_CODE]} {answers[SCHOOL_NAME] or ''}".strip()


def _write(name: str, out: Path, force: bool, answers: Answers) -> FilledFile:  # noqa: FBT001 - for partial
    path = out / word_file_name(answers)
    told = FilledFile(str(path), answers[SCHOOL_CODE], answers[SCHOOL_NAME] or "", "done")
    if path.exists() and not force:
        return FilledFile(told.file, told.code, told.name, "skipped")
    write_whole(path, open_word_model(name).fill(answers), force=force)
    return told
