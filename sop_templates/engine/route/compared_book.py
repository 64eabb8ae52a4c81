"""The workbook with what changed: a row a change and a row a school, to filter and to print."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from sop_templates.domain.comparison import Change, ChangeKind
from sop_templates.domain.word_diff import Piece, PieceKind
from sop_templates.engine.route.change_words import GONE_SCHOOL, NEW_SCHOOL, WORDS, asked, is_worded
from sop_templates.engine.route.compared_words import (
    EACH_YEAR,
    FIXED,
    FIXED_WORDS,
    compared_title,
    in_short,
    note_of,
    pieces_of,
)
from sop_templates.engine.route.comparing import Compared, FixedChange, SchoolChanges, Side
from sop_templates.engine.summary.file_links import file_link
from sop_templates.formats.excel.report_values import (
    CellValue,
    Mark,
    Marked,
    Shade,
    Sheet,
    TableColumn,
)
from sop_templates.formats.excel.report_workbook import write_report

CHANGES, SCHOOLS = "Wijzigingen", "Scholen"
WORD_AT = 4
HOW = (
    "Zo leest u een wijziging: wat verviel is doorgehaald, wat nieuw is staat vet en onderstreept. Van "
    "lange teksten staat hier alleen wat rond een wijziging staat."
)


def comparison_book(compared: Compared, folder: str) -> bytes:
    """The workbook.

    Args:
        compared: what was compared.
        folder: where the workbook will lie, for links to the schools' files.
    """
    title = compared_title(compared)
    return write_report([_changes_sheet(compared, title), _schools_sheet(compared, folder)], title)


def _changes_sheet(compared: Compared, title: str) -> Sheet:
    return Sheet(
        name=CHANGES,
        title=title,
        intro=(in_short(compared), HOW),
        columns=(
            TableColumn("Code", 9),
            TableColumn("School", 30),
            TableColumn("Vraag", 36, "long"),
            TableColumn("Onderdeel", 30, "long"),
            TableColumn("Wat", 14),
            TableColumn("Oud", 56, "long"),
            TableColumn("Nieuw", 56, "long"),
            TableColumn("Let op", 26, "long"),
        ),
        rows=list(chain.from_iterable(map(_rows, compared.schools))),
        frozen=2,
        shades=(
            Shade(WORDS[ChangeKind.ADDED], "good", WORD_AT, WORD_AT),
            Shade(WORDS[ChangeKind.REMOVED], "bad", WORD_AT, WORD_AT),
            Shade(WORDS[ChangeKind.CHANGED], "partial", WORD_AT, WORD_AT),
            Shade(NEW_SCHOOL, "muted", WORD_AT, WORD_AT),
            Shade(GONE_SCHOOL, "muted", WORD_AT, WORD_AT),
        ),
    )


def _schools_sheet(compared: Compared, folder: str) -> Sheet:
    proposed = next((one.proposed for one in compared.schools if one.proposed), "")
    return Sheet(
        name=SCHOOLS,
        title=title_of_schools(compared),
        intro=(
            "Een rij per school.",
            *([f"Het voorstel is voor de vraag “{proposed}”: lees het na."] if proposed else ()),
        ),
        columns=(
            TableColumn("Code", 9),
            TableColumn("School", 30),
            TableColumn("Oud", 12),
            TableColumn("Nieuw", 12),
            TableColumn("Wijzigingen", 12, "number"),
            TableColumn("Elk jaar anders", 12, "number"),
            TableColumn("Voorstel", 80, "long"),
            TableColumn("Oud bestand", 54),
            TableColumn("Nieuw bestand", 54),
        ),
        rows=[
            [
                one.code,
                one.name,
                one.before.year if one.before else "geen",
                one.after.year if one.after else "geen",
                len(one.changes) + len(one.fixed) if one.is_in_both else None,
                len(one.yearly) if one.is_in_both else None,
                one.proposal,
                _link(one.before, folder),
                _link(one.after, folder),
            ]
            for one in compared.schools
        ],
        frozen=2,
    )


def title_of_schools(compared: Compared) -> str:
    """The title of the sheet with the schools: where the files came from."""
    return f"Scholen in {Path(compared.old).name} en {Path(compared.new).name}"


def _link(side: Side | None, folder: str) -> CellValue:
    return None if side is None else file_link(side.file, folder)


def _rows(school: SchoolChanges) -> Iterator[list[CellValue]]:
    front: list[CellValue] = [school.code, school.name]
    if not school.is_in_both:
        word = NEW_SCHOOL if school.before is None else GONE_SCHOOL
        yield [*front, None, None, word]
    for one in school.changes:
        yield [*front, *_change(one), note_of(one)]
    for fixed in school.fixed:
        yield [*front, *_fixed(fixed)]
    for one in school.yearly:
        notes = [note for note in (EACH_YEAR, note_of(one)) if note]
        yield [*front, *_change(one), "; ".join(notes)]


def _change(change: Change) -> list[CellValue]:
    before: CellValue = change.before
    after: CellValue = change.after
    if is_worded(change):
        pieces = pieces_of(change)
        before, after = _marked(pieces, "added"), _marked(pieces, "removed")
    return [asked(change), change.item, WORDS[change.kind], before, after]


def _marked(pieces: Sequence[Piece], leave: PieceKind) -> CellValue:
    """One of the two texts, with its changes marked."""
    kinds: dict[PieceKind, Mark] = {"same": "", "removed": "removed", "added": "added"}
    parts = tuple((one.text, kinds[one.kind]) for one in pieces if one.kind != leave)
    return Marked(parts) if parts else None


def _fixed(change: FixedChange) -> list[CellValue]:
    words = FIXED_WORDS[change.before], FIXED_WORDS[change.after]
    return [FIXED.format(title=change.title), None, WORDS[ChangeKind.CHANGED], *words]
