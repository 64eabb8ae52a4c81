"""The schools of intakes, tables and folders of them: each with its answers, joined from all that name it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers, Where, blank, canonical
from sop_templates.domain.joining import join
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, FieldType, Model
from sop_templates.engine.batch import Failure, find_files, run_batch
from sop_templates.engine.boards import BOARD_FILE
from sop_templates.engine.intake.files import ENDINGS, read_intake
from sop_templates.engine.intake.records import IntakeResult
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.errors import SopError
from sop_templates.kinds.filling import NO_CODE, SAME_WEIGHT_DIFFERS, TWO_SOURCES_DIFFER
from sop_templates.outcome import Finding, Place

# Whose answer counts where two sources answer: a school's own form before a board's row, and both
# before DUO, which only pre-fills.
WEIGHTS = {"school": 2, "board": 1, "table": 1, "duo": 0}


@dataclass(frozen=True, slots=True)
class Origin:
    """What one intake says of a school.

    Attributes:
        answers: canonical.
        file: the intake.
        place: where in it an answer stands.
        denied: keys of the flags to which it says no, where a blank would be silence.
    """

    answers: Answers
    file: str
    place: Where
    denied: frozenset[str]


@dataclass(slots=True)
class Source:
    """The answers of one school, with the intake they came from.

    Attributes:
        answers: canonical.
        file: the intake.
        weight: how much it counts beside another.
        origins: what each intake says of the school, where that was asked for.
    """

    answers: Answers
    file: str
    weight: int
    origins: list[Origin] = field(default_factory=list)

    @property
    def denied(self) -> frozenset[str]:
        """Keys of the flags to which an intake says no, and none yes."""
        said = {key for one in self.origins for key in one.denied}
        return frozenset(key for key in said if self.answers[key] is False)

    def where(self, tag: str) -> Place:
        """The intake that an answer came from, and its place in it.

        Args:
            tag: `visie.visie`, `basis.aanbod.mdo.status`; of a list the key.

        Returns:
            The intake and place; the board's own file for a standard text, which no intake says.
        """
        value = _at(self.answers, tag)
        for one in self.origins:
            if _at(one.answers, tag) == value and (value or tag in one.denied):
                values = (("file", one.file), ("place", str(one.place(tag, None))))
                return Place("{file}, {place}", values)
        return Place.named(BOARD_FILE)


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


def read_sources(
    intakes: Sequence[Path], model_name: str | None = None, *, with_origins: bool = False
) -> tuple[Sources, str]:
    """The schools of all intakes, joined, and the name of their model.

    Args:
        intakes: workbooks, tables and folders of them.
        model_name: the model; else what the intakes say, or haaglanden.
        with_origins: whether each source keeps what the single intakes say, and where: it takes room.

    Raises:
        SopError: a path does not exist, or none holds an intake.
    """
    passed: list[Failure] = []
    files = find_files(intakes, ENDINGS, passed)
    # One after another: reading an intake is quick, and starting processes is not.
    batch = run_batch(partial(read_intake, model_name=model_name), files, jobs=1)
    name = model_name or next((one.model for one in batch.results if one.model), DEFAULT_MODEL)
    model = open_model(name)
    found = Sources(failures=[*passed, *batch.failures])
    for result in sorted(batch.results, key=lambda one: -WEIGHTS[one.form]):
        found.findings += [one.in_file(result.file) for one in result.findings]
        for source in _sources(model, result, found, with_origins=with_origins):
            _add(model, found, source)
    return found, name


def _sources(
    model: Model, result: IntakeResult, found: Sources, *, with_origins: bool
) -> Iterator[Source]:
    for record in result.records:
        answers, findings = canonical(model, record.raw, record.place)
        found.findings += [one.in_file(result.file) for one in findings]
        if answers[SCHOOL_CODE]:
            denied = _denied(model, record.raw, answers)
            origin = Origin(answers, result.file, record.place, denied)
            origins = [origin] if with_origins else []
            yield Source(answers, result.file, WEIGHTS[result.form], origins)
        else:
            place = str(record.place(SCHOOL_CODE))
            error = SopError(NO_CODE, result.file, name=answers[SCHOOL_NAME] or "-", place=place)
            found.failures.append(Failure.of(error))


def _denied(model: Model, raw: Mapping[str, Any], answers: Answers) -> frozenset[str]:
    flags = (one.key for one in model.fields if one.type is FieldType.FLAG)
    said = (key for key in flags if raw.get(key) is not None and str(raw[key]).strip())
    return frozenset(key for key in said if answers[key] is False)


def _add(model: Model, found: Sources, source: Source) -> None:
    key = (source.answers[SCHOOL_CODE], source.answers[SCHOOL_YEAR])
    leading = found.schools.get(key) or _of_any_year(found, source)
    if leading is None:
        found.schools[key] = source
        return
    joined = join(model, leading.answers, source.answers)
    leading.answers = joined.answers
    leading.origins += source.origins
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


def _at(answers: Answers, tag: str) -> Any:
    """The answer of a field, or of a cell of fixed rows."""
    if tag in answers:
        return answers[tag]
    key, row, column = tag.rsplit(".", 2)
    return answers[key][row][column]
