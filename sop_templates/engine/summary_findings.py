"""The sheet *Signalen*: every finding, with its school, its place and what to do about it."""

from collections.abc import Iterator

from sop_templates.domain.model import Model
from sop_templates.engine.file_links import file_link
from sop_templates.engine.summary_values import Summary
from sop_templates.formats.excel.report_workbook import CellValue, Shade, Sheet, TableColumn
from sop_templates.outcome import Finding, Severity

NAME = "Signalen"
WORDS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.HINT: "tip"}
COLUMNS = (
    TableColumn("Code", 9),
    TableColumn("School", 28),
    TableColumn("Ernst", 13),
    TableColumn("Signaal", 9),
    TableColumn("Vraag", 34, "long"),
    TableColumn("Plaats", 28, "long"),
    TableColumn("Wat is er", 60, "long"),
    TableColumn("Wat te doen", 46, "long"),
    TableColumn("Bestand", 40),
)


def findings_sheet(summary: Summary, folder: str) -> Sheet:
    """All findings, the most serious of a school first; then what is said of the folder.

    Args:
        summary: what the folder says.
        folder: where the workbook will stand, for the links to the schools' files.
    """
    return Sheet(
        name=NAME,
        title=f"Signalen {summary.title}".strip(),
        intro=(
            "Een fout houdt de volgende stap tegen, een waarschuwing vraagt een blik, een tip helpt. "
            "Het nummer is uitgelegd met: sop explain."
        ),
        columns=COLUMNS,
        rows=list(_rows(summary, folder)),
        frozen=2,
        shades=(
            Shade(WORDS[Severity.ERROR], "bad", 2, 2),
            Shade(WORDS[Severity.WARNING], "partial", 2, 2),
            Shade(WORDS[Severity.HINT], "muted", 2, 2),
        ),
    )


def _rows(summary: Summary, folder: str) -> Iterator[list[CellValue]]:
    order = list(Severity)
    for school in summary.schools:
        link = file_link(school.file, folder)
        for one in sorted(school.findings, key=lambda one: order.index(one.severity)):
            yield [school.code, school.name, *_cells(one, summary.model), link]
    for one in summary.findings:
        yield [None, None, *_cells(one, summary.model), one.file or None]
    for failure in summary.failures:
        words: list[CellValue] = [WORDS[Severity.ERROR], failure.code, None, None, failure.message]
        yield [None, None, *words, None, failure.file]


def _cells(finding: Finding, model: Model) -> list[CellValue]:
    field = model.by_key.get(finding.key or "")
    fixed = model.fixed_texts.get(finding.key or "")
    asked = field.title if field else fixed.title if fixed else None
    place = str(finding.place) or None
    words = WORDS[finding.severity]
    return [words, finding.code, asked, place, finding.message, finding.advice]
