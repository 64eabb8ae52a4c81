"""How answers of Word files come into an open intake: what is empty is filled, the rest is asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sop_templates.bridge.desk import Desk, refusals
from sop_templates.bridge.open_book import put
from sop_templates.bridge.snapshot import Snapshot
from sop_templates.engine.intake.update import Proposal, Write, plan_open_intake
from sop_templates.engine.reading import ReadRecord
from sop_templates.formats.excel.sheets import Formula, Link
from sop_templates.kinds.addin import CELL_LOCKED, KEPT, REPLACED
from sop_templates.language import _
from sop_templates.outcome import Finding, Kind

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

TOO_LONG_TO_SHOW = 31_000  # characters: what would not fit the sheet with findings is not replaced
TOLD_EVERY = 20  # answers: the status bar is as slow as a cell


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What became of the answers of Word files.

    Attributes:
        added: how many came into empty cells.
        replaced: how many took the place of another answer.
        findings: what was replaced, kept or refused, and what there is to say of the Word files.
    """

    added: int
    replaced: int
    findings: tuple[Finding, ...]


def read_into(
    book: "xw.Book", copy: Snapshot, words: Sequence[ReadRecord], desk: Desk
) -> ReadBack | None:
    """Puts the answers of Word files into an open intake.

    Args:
        book: the intake.
        copy: what stands in it now.
        words: the Word files.
        desk: where it is asked whether answers that differ are taken over.

    Returns:
        What was done; None where the person thought better of it, and nothing was.

    Raises:
        SopError: the workbook is no intake of ours, so that no cell is known by its key.
    """
    plan = plan_open_intake(copy.path, copy.sheets, words, book.name)
    differ = [one for one in plan.proposals if one.replaces]
    answer = desk.ask(_question(differ)) if differ else "no"
    if answer == "cancel":
        return None
    findings = list(plan.findings)
    findings += [finding for word in words for finding in word.findings]
    progress = desk.progress(_("writing answers"))
    added = replaced = 0
    for writes in plan.added.values():
        _write(book, writes)
    for number, one in enumerate(plan.proposals, 1):
        if number % TOLD_EVERY == 0:
            progress(number, len(plan.proposals))
        if one.replaces and (answer == "no" or len(one.old) > TOO_LONG_TO_SHOW):
            findings.append(_finding(KEPT, one))
        elif not _write(book, one.writes):
            findings.append(_finding(CELL_LOCKED, one))
        elif one.replaces:
            replaced += 1
            findings.append(_finding(REPLACED, one))
        else:
            added += 1
    return ReadBack(added, replaced, tuple(findings))


def _question(differ: Sequence[Proposal]) -> str:
    words = _(
        "{count} answers are different in Word. Take them over? Yes: what stands here now will be on "
        "the sheet with findings. No: only empty cells are filled."
    )
    return words.format(count=len(differ))


def _finding(kind: Kind, one: Proposal) -> Finding:
    spot = one.writes[0].spot
    values = {"label": one.label, "word": Path(one.file).name, "old": one.old, "new": one.new}
    return Finding(kind, spot.place(), values, one.field.key)


def _write(book: "xw.Book", writes: Iterable[Write]) -> bool:
    """Writes the cells; False where Excel refuses one, which then stays as it was."""
    try:
        for write in writes:
            cell = book.sheets[write.spot.sheet][write.spot.row - 1, write.spot.column - 1]
            content = write.content
            if isinstance(content, Link):
                cell.add_hyperlink(content.url, content.text)
            elif not isinstance(content, Formula):
                put(cell, content)
    except refusals():
        return False
    return True
