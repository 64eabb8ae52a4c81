"""What was read from intakes and tables: records with raw answers, and where each answer stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.answer_values import Asked
from sop_templates.domain.links import find_address
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, FieldType
from sop_templates.formats.excel.cells import CellText, address
from sop_templates.kinds.intakes import (
    CELL_FAULT,
    LINK_DIFFERS,
    NOT_CALCULATED,
    SHEET_NOT_READ,
)
from sop_templates.outcome import Finding, Place

UNCOUNTED = "="

Tag = tuple[str, int | None]  # of a list's cell with the row's number from 1, else with None


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its sheet, row and column."""

    sheet: str
    row: int
    column: int

    def place(self) -> Place:
        """The place in words: `Visie!C7`."""
        return Place.cell(self.sheet, address(self.row, self.column))


@dataclass(frozen=True, slots=True)
class IntakeRecord:
    """The answers of one school as they stood in an intake or table, for `canonical` to read.

    Attributes:
        raw: by key: text, numbers, dates, links as dictionaries; tables as rows. Keys that the
            file does not ask are missing.
        spots: where each stood, empty ones too.
    """

    raw: Mapping[str, Any]
    spots: Mapping[Tag, Spot]

    def place(self, tag: str, row: int | None = None) -> Place:
        """Where an answer stood.

        Args:
            tag: `visie.visie`, `basis.aanbod.mdo.status`, `visie.sterk.kwaliteit`.
            row: of a list's cell, from 1; where the list has no such row, its first cell is named.

        Returns:
            The cell; for what the file does not ask, the one with the school's code or name.
        """
        section = tag.rpartition(".")[0]
        nearest = (tag, section, section.rpartition(".")[0], SCHOOL_CODE, SCHOOL_NAME)
        wishes: list[Tag] = [(tag, row), *((one, None) for one in nearest)]
        spot = next((self.spots[wish] for wish in wishes if wish in self.spots), None)
        return Place.control(tag) if spot is None else spot.place()


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What an intake or table holds.

    Attributes:
        file: as the user gave it.
        form: `school`, `board`, `table` (a board's own) or `duo`.
        model: the id of the model that the file names, or "".
        records: one a school.
        findings: what is wrong or worth knowing about sheets, columns, rows and cells.
        unknown: the headers of columns that were left alone.
    """

    file: str
    form: str
    model: str
    records: tuple[IntakeRecord, ...]
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """What is said about a file while it is read: findings, and the headers that were left alone."""

    findings: list[Finding] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def leave_sheet(self, name: str) -> None:
        """Tells that a sheet was left alone."""
        self.findings.append(Finding(SHEET_NOT_READ, values={"sheet": name}))


@dataclass(slots=True)
class Draft:
    """A record in the making; what is noticed goes to the notes on its file."""

    notes: Notes
    raw: dict[str, Any] = field(default_factory=dict)
    spots: dict[Tag, Spot] = field(default_factory=dict)

    def record(self) -> IntakeRecord:
        """The record."""
        return IntakeRecord(self.raw, self.spots)


def raw_value(asked: Asked, cell: CellText | None, spot: Spot, notes: Notes) -> Any:
    """The raw answer in a cell; None for an empty one, and for a fault, which is noted."""
    if cell is None:
        return None
    if cell.fault:
        kind = NOT_CALCULATED if cell.fault == UNCOUNTED else CELL_FAULT
        notes.findings.append(Finding(kind, spot.place(), {"fault": cell.fault}))
        return None
    if cell.url and asked.type is FieldType.LINK:
        return _link(str(cell.value), cell.url, spot, notes)
    return cell.value


def _link(text: str, url: str, spot: Spot, notes: Notes) -> Any:
    """A hyperlink; of an address that was typed over another one, what the cell shows counts."""
    shown = find_address(text.strip())
    if shown is not None and _bare(shown) != _bare(url):
        notes.findings.append(Finding(LINK_DIFFERS, spot.place(), {"text": text, "url": url}))
        return text
    return {"text": text, "url": url}


def _bare(url: str) -> str:
    return url.casefold().removeprefix("https://").removeprefix("http://").rstrip("/")
