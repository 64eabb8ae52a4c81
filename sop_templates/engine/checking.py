"""Checks files that were read: what is missing or wrong in each, and what several of them share."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from sop_templates.domain.answers import place_in_word
from sop_templates.domain.board import Board
from sop_templates.domain.checks import check_answers, in_order
from sop_templates.domain.checks_record import record_of
from sop_templates.domain.checks_shared import find_same_texts
from sop_templates.domain.model import SCHOOL_CODE, Model
from sop_templates.domain.rules import NO_RULES, Rules, apply_rules
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.placement.placing import Origin
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord
from sop_templates.kinds.own_format import PARTS_NOT_FOUND
from sop_templates.language import N_
from sop_templates.outcome import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What the check of a file says.

    Attributes:
        file: as the user gave it.
        status: the step of the route it stands on; the first where the file says none.
        ready_for: the next step in words, Dutch; "" after the last.
        ready: whether nothing is missing for that step, and no finding is an error.
        findings: of the reading and of all rules, in the order of the fields.
    """

    file: str
    status: str
    ready_for: str
    ready: bool
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """How it is named in a table: the file without its folder."""
        return PurePath(self.file).name

    def as_json(self) -> dict[str, Any]:
        """As `sop check --json` gives it."""
        return {
            "file": self.file,
            "status": self.status,
            "ready_for": self.ready_for,
            "ready": self.ready,
            "findings": [one.as_json() for one in self.findings],
        }


def check_record(
    read: ReadRecord,
    board: Board | None = None,
    *,
    today: date,
    previous: bool | None = None,
    others: Sequence[Finding] = (),
) -> CheckedFile:
    """Checks one file by itself.

    Args:
        read: the file, read.
        board: whose rules count; the rules as they are where None.
        today: the day of the check.
        previous: whether the school had a SOP the year before; None is not known.
        others: findings that its pages, and its neighbours in the folder, gave.

    Returns:
        The findings of the reading (place, values that do not fit, fixed texts) and of all rules.
    """
    model = model_of(read)
    record = record_of(
        model,
        read.answers,
        today,
        had_previous=previous,
        own_format=read.format == FORMAT_OWN,
        where=partial(place_found, model, read.origin),
    )
    # That an obligatory part is missing is said of its field or fixed text, as an error.
    of_reading = (one for one in read.findings if one.kind is not PARTS_NOT_FOUND)
    found = [*of_reading, *check_answers(record), *others]
    findings = apply_rules(in_order(found, model), _rules_of(board))
    way = record.readiness
    return CheckedFile(
        read.file,
        way.status,
        way.ready_for,
        way.ready and not any(one.severity is Severity.ERROR for one in findings),
        tuple(one.in_file(read.file) for one in findings),
    )


def check_batch(
    reads: Sequence[ReadRecord],
    board: Board | None = None,
    *,
    today: date,
    previous: Collection[str] | None = None,
    lengths: Mapping[str, Sequence[Finding]] = MappingProxyType({}),
) -> list[CheckedFile]:
    """Checks the files of a folder, each by itself and beside the others.

    Args:
        reads: the files, read; of two for one school and year only the one that counts.
        board: whose rules count, and whose standard texts schools may share.
        today: the day of the check.
        previous: vestigingscodes of the schools that had a SOP the year before; None is not known.
        lengths: by file, as `find_lengths` gives them.

    Returns:
        The files in the same order.
    """
    models = [model_of(read) for read in reads]
    common = (
        () if board is None else [text for text in board.texts.values() if isinstance(text, str)]
    )
    shared = find_same_texts(
        [(model, read.answers) for model, read in zip(models, reads, strict=True)],
        common,
        [PurePath(read.file).name for read in reads],
    )
    return [
        check_record(
            read,
            board,
            today=today,
            previous=None if previous is None else read.answers.get(SCHOOL_CODE) in previous,
            others=(*lengths.get(read.file, ()), *shared.get(number, ())),
        )
        for number, read in enumerate(reads)
    ]


def place_found(model: Model, origin: Mapping[str, str], tag: str, row: int | None) -> Place:
    """Where an answer stands in a file: in its control or, where that is gone, by what it was found.

    Args:
        model: whose answer.
        origin: as `ReadRecord.origin`.
        tag: `visie.visie`, `basis.aanbod.mdo.status`, `visie.sterk.kwaliteit`.
        row: of a list's cell, from 1, else None.
    """
    key = ".".join(tag.split(".")[:2])
    asked = model.by_key[key]
    match origin.get(key, Origin.CONTROL) if row is None else Origin.CONTROL:
        case Origin.BOOKMARK:
            return Place(N_('bookmark "{name}"'), (("name", asked.bookmark),))
        case Origin.LABEL | Origin.HEADING | Origin.CONTENT | Origin.FRONT | Origin.FILE_NAME:
            return Place(N_('at "{label}"'), (("label", asked.label),))
        case _:
            return place_in_word(tag, row)


def model_of(read: ReadRecord) -> Model:
    """The model that a file's answers are by."""
    return open_model(read.model or DEFAULT_MODEL)


def _rules_of(board: Board | None) -> Rules:
    return NO_RULES if board is None else board.rules
