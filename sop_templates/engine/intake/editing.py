"""How answers of Word files come into an intake on disk: what is empty is filled, all else in it stays.

What is written where is planned as for the button in Excel (`intake_update`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from sop_templates.domain.model import Model
from sop_templates.engine.checking import place_found
from sop_templates.engine.intake.looks import height_of, line_count
from sop_templates.engine.intake.update import Plan, Proposal, Write, plan_open_intake
from sop_templates.engine.intake.values import too_long
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.engine.own_format.left_over import FIRST_WORDS, first_words
from sop_templates.engine.reading import ReadRecord
from sop_templates.errors import UsageError
from sop_templates.formats.excel.workbook_editing import WorkbookEditing
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.formats.files import read_whole
from sop_templates.kinds.intake_editing import (
    CELL_CLOSED,
    INTAKE_KEPT,
    INTO_NO_WORKBOOK,
    WORD_TAKEN,
)
from sop_templates.language import _
from sop_templates.outcome import Finding, Kind

ENDING = ".xlsx"
SAME_WORDS = 4  # that are shown before those that differ


@dataclass(frozen=True, slots=True)
class FilledIntake:
    """An intake that answers of Word files were put into.

    Attributes:
        data: the workbook.
        schools: the codes of schools that got a row.
        added: how many answers came into empty cells.
        replaced: how many took the place of another answer.
        findings: what was kept, replaced or could not be written, with both places.
    """

    data: bytes
    schools: tuple[str, ...]
    added: int
    replaced: int
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, Any]:
        """As `sop read --into … --json` gives it, beside the records."""
        return {
            "added": self.added,
            "replaced": self.replaced,
            "schools": list(self.schools),
            "findings": [one.as_json() for one in self.findings],
        }


def check_workbooks(*paths: Path) -> None:
    """Raises UsageError where one of the paths names no `.xlsx` workbook."""
    for path in paths:
        if path.suffix.lower() != ENDING:
            raise UsageError(INTO_NO_WORKBOOK, path)


def fill_intake(
    path: Path,
    words: Sequence[ReadRecord],
    *,
    take_word: bool = False,
    model_name: str | None = None,
) -> FilledIntake:
    """Puts the answers of Word files into a copy of an intake, of either form, restyled or not.

    Empty cells are filled and schools without a row are added below the others; an empty field in
    Word never clears a cell.

    Args:
        path: the intake; it is not changed.
        words: the Word files.
        take_word: whether Word's answer counts where both differ; else the intake's.
        model_name: the model of the intake; None takes the one that it names.

    Returns:
        The workbook, and what there is to tell. Excel counts its formulas when it is opened.

    Raises:
        SopError: it is no intake of ours, or holds what would be lost.
    """
    data = read_whole(path)
    sheets = read_workbook(data, path).sheets
    plan = plan_open_intake(path, sheets, words, path.name, model_name)
    editing = WorkbookEditing(data, path)
    telling = _Telling({one.file: one for one in words})
    schools = _add_schools(editing, plan, telling)
    added = replaced = 0
    for one in plan.proposals:
        if one.school in plan.added and one.school not in schools:
            continue  # its row could not be made, which was told
        if one.replaces and not take_word:
            old, new = _in_short(one.old, one.new)
            telling.tell(INTAKE_KEPT, one, old=old, new=new)
        elif reason := _hindrance(editing, one.writes):
            telling.tell(CELL_CLOSED, one, reason=_(reason), new=first_words(one.new))
        else:
            _write(editing, one.writes)
            added, replaced = added + (not one.replaces), replaced + one.replaces
            if one.replaces:
                telling.tell(WORD_TAKEN, one, old=one.old)
    findings = (
        *(one.in_file(str(path)) for one in (*plan.findings, *telling.findings)),
        *_left_out(words),
    )
    return FilledIntake(editing.saved(), tuple(schools), added, replaced, findings)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is told of answers, with their places in the intake and in the Word files.

    Attributes:
        words: the Word files by their names.
        findings: what was told.
    """

    words: Mapping[str, ReadRecord]
    findings: list[Finding] = field(default_factory=list)

    def tell(self, kind: Kind, one: Proposal, **values: str) -> None:
        """Adds a finding at the first cell of an answer."""
        word = self.words[one.file]
        there = place_found(_model_of(word), word.origin, one.field.key, None)
        named = {"label": one.label, "word": Path(one.file).name, "there": there}
        self.findings.append(
            Finding(kind, one.writes[0].spot.place(), named | values, one.field.key)
        )


def _add_schools(editing: WorkbookEditing, plan: Plan, telling: _Telling) -> list[str]:
    """Gives schools their rows; tells of those whose row is closed, and gives back the others."""
    schools = []
    for school, writes in plan.added.items():
        reason = _hindrance(editing, writes)
        if reason:
            first = next(one for one in plan.proposals if one.school == school)
            closed = replace(first, label=school, writes=writes)
            telling.tell(CELL_CLOSED, closed, reason=_(reason), new=school)
        else:
            _write(editing, writes)
            schools.append(school)
    return schools


def _in_short(old: str, new: str) -> tuple[str, str]:
    """The first words of two texts; where these are the same, the words from where they differ."""
    pairs = zip(old.split(), new.split(), strict=False)
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if same < FIRST_WORDS:
        return first_words(old), first_words(new)
    begun = same - SAME_WORDS
    texts = (first_words(" ".join(text.split()[begun:])) for text in (old, new))
    before, after = (f"… {text}" for text in texts)
    return before, after


def _hindrance(editing: WorkbookEditing, writes: Iterable[Write]) -> str:
    spots = (one.spot for one in writes)
    reasons = (editing.hindrance(spot.sheet, spot.row, spot.column) for spot in spots)
    return next(filter(None, reasons), "")


def _write(editing: WorkbookEditing, writes: Iterable[Write]) -> None:
    for one in writes:
        spot = one.spot
        editing.write(spot.sheet, spot.row, spot.column, one.content)
        if isinstance(one.content, str):
            lines = line_count(one.content, editing.width(spot.sheet, spot.column))
            editing.grow(spot.sheet, spot.row, height_of(lines))


def _model_of(word: ReadRecord) -> Model:
    return open_model(word.model or DEFAULT_MODEL)


def _left_out(words: Iterable[ReadRecord]) -> Iterable[Finding]:
    for word in words:
        yield from (one.in_file(word.file) for one in too_long(_model_of(word), [word.answers]))
