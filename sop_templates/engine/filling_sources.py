"""The schools of intakes, tables and folders of them: each with its answers, joined from all that name it."""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers, Where, blank, canonical
from sop_templates.domain.joining import join
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, FieldType, Model
from sop_templates.engine.batch import Batch, Failure, find_files, run_batch
from sop_templates.engine.boards import BOARD_FILE
from sop_templates.engine.intake.files import ENDINGS, read_intake
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


class Source:
    """The answers of one school, with the intake they came from.

    Attributes:
        answers: canonical; each time a new copy.
        file: the intake.
        weight: how much it counts beside another.
        origins: what each intake says of the school, where that was asked for.
    """

    __slots__ = ("_packed", "file", "origins", "weight")

    def __init__(
        self, answers: Answers, file: str, weight: int, origins: Sequence[Origin] = ()
    ) -> None:
        """Takes the answers of one intake."""
        self.answers = answers
        self.file = file
        self.weight = weight
        self.origins = list(origins)

    @property
    def answers(self) -> Answers:
        """The answers. They lie packed: those of a country take 400 MB as dictionaries, 90 packed."""
        answers: Answers = pickle.loads(self._packed)  # noqa: S301 - what we packed ourselves
        return answers

    @answers.setter
    def answers(self, answers: Answers) -> None:
        self._packed = pickle.dumps(answers, pickle.HIGHEST_PROTOCOL)

    @property
    def denied(self) -> frozenset[str]:
        """Keys of the flags to which an intake says no, and none yes."""
        said = {key for one in self.origins for key in one.denied}
        answers = self.answers if said else {}
        return frozenset(key for key in said if answers[key] is False)

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
    _years: dict[str, list[str | None]] = field(default_factory=dict, repr=False)

    def put(self, code: str, year: str | None, source: Source) -> None:
        """Adds a school that is not there yet."""
        self.schools[code, year] = source
        self._years.setdefault(code, []).append(year)

    def find(self, code: str, year: str | None) -> Source | None:
        """The school; for a source that names no year, as DUO's, the only one of that code."""
        years = self._years.get(code, ())
        if year is None and len(years) == 1:
            year = years[0]
        return self.schools.get((code, year))


@dataclass(frozen=True, slots=True)
class _Intake:
    """What was read of one intake.

    Attributes:
        path: the file.
        named: id of the model that it names, or "".
        used: name of the model by which it was read.
        weight: how much it counts beside another.
        sources: its schools.
        findings: on it and its answers.
        failures: schools without a code.
    """

    path: Path
    named: str
    used: str
    weight: int
    sources: list[Source]
    findings: list[Finding]
    failures: list[Failure]


def read_sources(
    intakes: Sequence[Path],
    model_name: str | None = None,
    *,
    with_origins: bool = False,
    jobs: int = 0,
) -> tuple[Sources, str]:
    """The schools of all intakes, joined, and the name of their model.

    Args:
        intakes: workbooks, tables and folders of them.
        model_name: the model; else what the intakes say, or haaglanden.
        with_origins: whether each source keeps what the single intakes say, and where: it takes room.
        jobs: the number of processes; 0 chooses.

    Raises:
        SopError: a path does not exist, or none holds an intake.
    """
    passed: list[Failure] = []
    files = find_files(intakes, ENDINGS, passed)
    read = partial(_read, model_name=model_name, with_origins=with_origins)
    # Where places are kept, more comes back than another process saves.
    batch = run_batch(read, files, jobs=1 if with_origins else jobs)
    name = model_name or next((one.named for one in batch.results if one.named), DEFAULT_MODEL)
    found = Sources(failures=[*passed, *batch.failures])
    again = [one.path for one in batch.results if one.used != name]
    others = run_batch(partial(read, model_name=name), again, jobs=1) if again else Batch()
    found.failures += others.failures
    ours = [one for one in batch.results if one.used == name]
    model = open_model(name)
    for one in sorted([*ours, *others.results], key=lambda one: -one.weight):
        found.findings += one.findings
        found.failures += one.failures
        for source in one.sources:
            _add(model, found, source)
    return found, name


def _read(path: Path, model_name: str | None, *, with_origins: bool) -> _Intake:
    result = read_intake(path, model_name)
    used = model_name or result.model or DEFAULT_MODEL
    made = _Intake(path, result.model, used, WEIGHTS[result.form], [], [], [])
    made.findings.extend(one.in_file(result.file) for one in result.findings)
    model = open_model(used)
    for record in result.records:
        answers, findings = canonical(model, record.raw, record.place)
        made.findings.extend(one.in_file(result.file) for one in findings)
        if answers[SCHOOL_CODE]:
            origins = []
            if with_origins:
                denied = _denied(model, record.raw, answers)
                origins.append(Origin(answers, result.file, record.place, denied))
            made.sources.append(Source(answers, result.file, made.weight, origins))
        else:
            place = str(record.place(SCHOOL_CODE))
            error = SopError(NO_CODE, result.file, name=answers[SCHOOL_NAME] or "-", place=place)
            made.failures.append(Failure.of(error))
    return made


def _denied(model: Model, raw: Mapping[str, Any], answers: Answers) -> frozenset[str]:
    flags = (one.key for one in model.fields if one.type is FieldType.FLAG)
    said = (key for key in flags if raw.get(key) is not None and str(raw[key]).strip())
    return frozenset(key for key in said if answers[key] is False)


def _add(model: Model, found: Sources, source: Source) -> None:
    said = source.answers
    leading = found.find(said[SCHOOL_CODE], said[SCHOOL_YEAR])
    if leading is None:
        found.put(said[SCHOOL_CODE], said[SCHOOL_YEAR], source)
        return
    joined = join(model, leading.answers, said)
    answers = joined.answers
    leading.origins += source.origins
    conflicts = joined.conflicts if source.weight else ()  # DUO's file only fills gaps
    same = source.weight == leading.weight
    for tag in conflicts:
        one = model.by_tag.get(tag) or model.by_key[tag]
        values = {"label": one.label, "counts": leading.file, "other": source.file}
        kind = SAME_WEIGHT_DIFFERS if same else TWO_SOURCES_DIFFER
        found.findings.append(Finding(kind, values=values, key=one.key, file=source.file))
        if same:
            _clear(model, answers, tag)
    leading.answers = answers


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
