"""The schools of a delivery: what there is of each, and why one cannot be handed over yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sop_templates.domain.board import Board
from sop_templates.domain.handover import (
    ADVICE,
    SchoolFile,
    handover_hints,
    handover_reasons,
    school_name,
)
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR
from sop_templates.engine.batch import Failure, Progress
from sop_templates.engine.boards import find_board
from sop_templates.engine.delivery.declarations import (
    Declaration,
    find_declarations,
    is_declaration,
)
from sop_templates.engine.gathering import ENDINGS, Gathered
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord
from sop_templates.engine.school_files import found_files, gather_sops
from sop_templates.errors import SopError
from sop_templates.kinds.batches import NO_FILES, OLDER_COPY
from sop_templates.kinds.delivery import (
    NOT_ON_ROSTER,
    OTHER_YEAR,
    UNDELIVERED,
    UNUSABLE_DECLARATION,
)
from sop_templates.kinds.letters import OTHER_ADVICE
from sop_templates.outcome import Finding


@dataclass(frozen=True, slots=True)
class DeliverySchool:
    """A school whose SOP is in the folder.

    Attributes:
        record: its SOP, read.
        declarations: the signed declarations of its MR.
        reasons: why it cannot be handed over; none where it can.
        hints: what is worth knowing.
    """

    record: ReadRecord
    declarations: tuple[Declaration, ...] = ()
    reasons: tuple[Finding, ...] = ()
    hints: tuple[Finding, ...] = ()

    @property
    def code(self) -> str:
        """The vestigingscode, or ""."""
        return self.record.answers[SCHOOL_CODE] or ""

    @property
    def name(self) -> str:
        """The school's name, or ""."""
        return self.record.answers[SCHOOL_NAME] or ""

    @property
    def is_ready(self) -> bool:
        """Whether it can be handed over."""
        return not self.reasons

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "code": self.code,
            "name": self.name,
            "file": self.record.file,
            "ready": self.is_ready,
            "declarations": [str(one.path) for one in self.declarations],
            "findings": [one.as_json() for one in (*self.reasons, *self.hints)],
        }


@dataclass(frozen=True, slots=True)
class DeliveryFolder:
    """What there is to deliver.

    Attributes:
        year: the school year.
        model: name of the model.
        board: as `board.toml` says it, or None.
        schools: with a SOP of that year, by code.
        undelivered: schools of the roster without one, code and name.
        findings: on the folder and on `board.toml`.
        failures: Word files that could not be read.
    """

    year: str
    model: str
    board: Board | None
    schools: list[DeliverySchool]
    undelivered: list[tuple[str, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def examine_folder(
    paths: Sequence[Path],
    *,
    year: str | None = None,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> DeliveryFolder:
    """Reads what folders hold and says of each school whether it can be handed over.

    Args:
        paths: files and folders with SOPs and declarations, and `board.toml` beside or above them.
        year: the school year; else the latest of which there is a SOP.
        model_name: the model where files do not say theirs.
        jobs: the number of processes; 0 chooses.
        progress: told after each SOP.

    Raises:
        SopError: a path does not exist, or there is no SOP.
    """
    files = [path for path in found_files(paths, ENDINGS) if not is_declaration(path)]
    gathered = gather_sops(files, model_name=model_name, jobs=jobs, progress=progress)
    if not gathered.records and not gathered.failures:
        raise SopError(NO_FILES, ", ".join(map(str, paths)), endings=" ".join(ENDINGS))
    name = next((one.model for one in gathered.records), model_name or DEFAULT_MODEL)
    board, findings = find_board(paths, open_model(name))
    asked = year or _latest(gathered.records)
    chosen = [one for one in gathered.records if (one.answers[SCHOOL_YEAR] or "") == asked]
    declared = find_declarations(paths, asked)
    schools = [_school(one, board, declared) for one in chosen]
    schools.sort(key=lambda one: one.code)
    undelivered = _undelivered(board, schools)
    return DeliveryFolder(
        asked,
        name,
        board,
        schools,
        undelivered,
        [*findings, *_folder_findings(gathered, asked, undelivered)],
        list(gathered.failures),
    )


def school_file(record: ReadRecord, declarations: int = 0, *, unusable: bool = False) -> SchoolFile:
    """A record as the rules of the delivery look at it."""
    return SchoolFile(
        open_model(record.model),
        record.answers,
        record.fixed_texts,
        record.format == FORMAT_OWN,
        declarations,
        unusable,
    )


def _school(
    record: ReadRecord, board: Board | None, declared: Mapping[str, Sequence[Declaration]]
) -> DeliverySchool:
    code = record.answers[SCHOOL_CODE] or ""
    found = declared.get(code, ())
    signed = tuple(one for one in found if one.fault is None)
    faulty = [] if signed else list(found)
    told = school_name(record.answers)
    file = school_file(record, len(signed), unusable=bool(faulty))
    reasons = list(handover_reasons(file))
    for one in faulty:
        values = {"school": told, "declaration": one.path.name, "reason": one.fault}
        reasons.append(Finding(UNUSABLE_DECLARATION, values=values))
    if board and board.schools and code not in {one.code for one in board.schools}:
        reasons.append(Finding(NOT_ON_ROSTER, values={"school": told}))
    return DeliverySchool(
        record,
        signed,
        _of_file(reasons, record.file),
        _of_file([*handover_hints(file), *_other_advice(record, signed)], record.file),
    )


def _other_advice(record: ReadRecord, signed: Sequence[Declaration]) -> Iterator[Finding]:
    """Where a declaration that was filled in in Word says another advice than the SOP."""
    answered = record.answers.get(ADVICE)
    for one in signed:
        if one.advice and answered and one.advice != answered:
            values = {
                "school": school_name(record.answers),
                "declaration": one.path.name,
                "declared": one.advice,
                "answered": answered,
            }
            yield Finding(OTHER_ADVICE, values=values, key=ADVICE)


def _of_file(findings: Iterable[Finding], file: str) -> tuple[Finding, ...]:
    return tuple(one.in_file(file) for one in findings)


def _latest(records: Sequence[ReadRecord]) -> str:
    return max((one.answers[SCHOOL_YEAR] or "" for one in records), default="")


def _undelivered(board: Board | None, schools: Sequence[DeliverySchool]) -> list[tuple[str, str]]:
    there = {one.code for one in schools}
    return [
        (one.code, one.name) for one in (board.schools if board else ()) if one.code not in there
    ]


def _folder_findings(
    gathered: Gathered, year: str, undelivered: Sequence[tuple[str, str]]
) -> Iterable[Finding]:
    for code, name in undelivered:
        yield Finding(UNDELIVERED, values={"school": f"{code} {name}".strip(), "year": year})
    for record in gathered.records:
        own = record.answers[SCHOOL_YEAR] or "?"
        if own != (year or "?"):
            values = {"file": record.file, "year": own}
            yield Finding(OTHER_YEAR, values=values, file=record.file)
        yield from (one for one in record.findings if one.kind is OLDER_COPY)
