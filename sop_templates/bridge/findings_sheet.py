"""How findings are shown in the workbook that they are about: a sheet of their own, and notes at cells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sop_templates.bridge.desk import refusals
from sop_templates.bridge.open_book import TEXT, add_sheet
from sop_templates.engine.batch import Failure
from sop_templates.kinds.addin import NO_NOTES
from sop_templates.outcome import NOWHERE, Finding, Severity

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

SHEET = "Bevindingen"
TITLE = "Bevindingen van SOP"
HEADERS = ("Ernst", "Plaats", "Wat", "Wat te doen", "Code")
WIDTHS = (14, 34, 70, 60, 9)  # in characters
HEAD, FIRST = 4, 5
OURS = "A:E"  # columns to the right are free for remarks
HEAD_COLOR = (221, 235, 240)
COLORS = {
    Severity.ERROR: (246, 207, 203),
    Severity.WARNING: (252, 232, 178),
    Severity.HINT: (228, 231, 235),
}
WORDS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.HINT: "tip"}
PLURALS = {Severity.ERROR: "fouten", Severity.WARNING: "waarschuwingen", Severity.HINT: "tips"}
ORDER = tuple(WORDS)
FAILED = "mislukt"
MOST = 32_000  # characters in a cell, a little below Excel's limit
NOTE = 250  # characters that we add to a note: people read no more, and old Excels take no more
MARK = "— SOP —"  # our part of a note begins here; what stands before it is somebody's own


def show_findings(
    book: "xw.Book", findings: Sequence[Finding], failures: Sequence[Failure] = ()
) -> "xw.Sheet":
    """Puts findings on the sheet `Bevindingen` and in notes; those of an earlier press go.

    Notes and sheets that somebody made stay: a note of ours is put below theirs, and a sheet of
    their own with our name is left alone. Sheets that refuse notes are named among the findings. A
    workbook that may not get new sheets has its findings in a new workbook.

    Args:
        book: the workbook that they are about.
        findings: in any order.
        failures: schools and files that could not be worked on.

    Returns:
        The sheet.
    """
    ordered = sorted(findings, key=lambda one: ORDER.index(one.severity))
    if refused := _take_notes_away(book) | _add_notes(book, ordered):
        ordered.append(Finding(NO_NOTES, NOWHERE, {"sheet": ", ".join(sorted(refused))}))
    sheet = _our_sheet(book)
    _fill(sheet, ordered, failures, inside=sheet.book == book)
    sheet.activate()
    return sheet


def counted(findings: Iterable[Finding]) -> str:
    """How many of each: `2 fouten, 1 tip`; `niets` of none."""
    counts = Counter(one.severity for one in findings)
    words = [
        f"{counts[one]} {WORDS[one] if counts[one] == 1 else PLURALS[one]}"
        for one in ORDER
        if counts[one]
    ]
    return ", ".join(words) or "niets"


def is_our_sheet(sheet: "xw.Sheet") -> bool:
    """Whether a sheet is one that `show_findings` made."""
    return bool(sheet["A1"].value == TITLE)


def _our_sheet(book: "xw.Book") -> "xw.Sheet":
    for sheet in book.sheets:
        if is_our_sheet(sheet):
            sheet[OURS].clear()
            return sheet
    return add_sheet(book, SHEET)


def _fill(
    sheet: "xw.Sheet", findings: Sequence[Finding], failures: Sequence[Failure], *, inside: bool
) -> None:
    rows = [[FAILED, Path(one.file).name, one.message[:MOST], "", one.code] for one in failures]
    rows += [
        [WORDS[one.severity], _where(one), one.message[:MOST], one.advice, one.code]
        for one in findings
    ]
    _fill_head(sheet, counted(findings), len(failures))
    if not rows:
        return
    table = sheet[f"A{FIRST}:E{HEAD + len(rows)}"]
    table.number_format = TEXT  # no message becomes a formula
    table.value = rows
    table.wrap_text = True
    table.vertical_alignment = "top"
    sheet.autofit("rows")
    for row, one in enumerate(findings, FIRST + len(failures)):
        sheet[f"A{row}"].color = COLORS[one.severity]
        if inside and (cell := _cell(one)) is not None:
            sheet[f"B{row}"].add_hyperlink(_address(*cell), _where(one), "Ga naar deze cel")


def _fill_head(sheet: "xw.Sheet", counts: str, failed: int) -> None:
    sheet["A1"].value = TITLE
    sheet["A1"].font.bold = True
    sheet["A2"].value = f"Gevonden: {counts}." + (f" Mislukt: {failed}." if failed else "")
    head = sheet[f"A{HEAD}:E{HEAD}"]
    head.value = list(HEADERS)
    head.font.bold = True
    head.color = HEAD_COLOR
    for column, width in zip("ABCDE", WIDTHS, strict=True):
        sheet[f"{column}:{column}"].column_width = width


def _where(finding: Finding) -> str:
    return ", ".join(part for part in (finding.file, str(finding.place)) if part)


def _cell(finding: Finding) -> tuple[str, str] | None:
    """The sheet and address of a finding that stands in a cell."""
    values = dict(finding.place.values)
    if "sheet" in values and "address" in values:
        return str(values["sheet"]), str(values["address"])
    return None


def _address(sheet: str, address: str) -> str:
    quoted = sheet.replace("'", "''")
    return f"#'{quoted}'!{address}"


def _take_notes_away(book: "xw.Book") -> set[str]:
    refused = set()
    for sheet in book.sheets:
        try:
            for note in list(sheet.notes):
                own, mark, _ = note.text.partition(MARK)
                if mark and own.strip():
                    note.text = own.rstrip()
                elif mark:
                    note.delete()
        except refusals():
            refused.add(sheet.name)
    return refused


def _add_notes(book: "xw.Book", findings: Iterable[Finding]) -> set[str]:
    sheets = {sheet.name: sheet for sheet in book.sheets}
    refused = set()
    for (name, address), words in _note_words(findings):
        if name not in sheets:
            continue  # a place in another file
        try:
            _add_note(sheets[name][address], words)
        except refusals():
            refused.add(name)
    return refused


def _note_words(findings: Iterable[Finding]) -> Iterator[tuple[tuple[str, str], str]]:
    at: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        if (cell := _cell(one)) is not None and one.severity is not Severity.HINT:
            at.setdefault(cell, []).append(f"{one.message} {one.advice} [{one.code}]")
    for cell, words in at.items():
        text = "\n".join(words)
        yield cell, text if len(text) <= NOTE else f"{text[:NOTE]}…"


def _add_note(cell: "xw.Range", words: str) -> None:
    note = cell.note
    if note is None:
        cell.add_note(f"{MARK}\n{words}")
    else:
        note.text = f"{note.text}\n{MARK}\n{words}"
