"""The sheet *Signalen*: every finding, with its school, its place and what to do about it."""

from collections.abc import Iterator

from sop_templates.domain.model import Model
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import FRONT_TAB, school_cells, school_columns, title
from sop_templates.engine.summary.file_links import file_link
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import CellValue, Shade, Sheet, TableColumn
from sop_templates.outcome import Finding, Severity

WORDS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.HINT: "tip"}
ORDER = list(Severity)
COLUMNS = (
    TableColumn("Ernst", 14),
    TableColumn("Signaal", 9),
    TableColumn("Vraag", 34, "long"),
    TableColumn("Wat is er", 60, "long"),
    TableColumn("Wat te doen", 46, "long"),
    TableColumn("Plaats", 30, "long"),
    TableColumn("Bestand", 40),
)


def findings_sheet(summary: Summary, folder: str) -> Sheet:
    """All findings, the most serious of a school first; then what is said of the folder.

    Args:
        summary: what the folder says.
        folder: where the workbook will stand, for the links to the schools' files.
    """
    front = school_columns(summary)
    at = len(front)
    return Sheet(
        name=names.FINDINGS,
        title=title("Signalen", summary),
        intro=(
            "Een fout houdt de volgende stap tegen, een waarschuwing vraagt een blik, een tip helpt.",
        ),
        columns=(*front, *COLUMNS),
        rows=_rows(summary, folder, at),
        frozen=2,
        shades=(
            Shade(WORDS[Severity.ERROR], "bad", at, at),
            Shade(WORDS[Severity.WARNING], "partial", at, at),
            Shade(WORDS[Severity.HINT], "muted", at, at),
        ),
        tab=FRONT_TAB,
    )


def _rows(summary: Summary, folder: str, width: int) -> Iterator[list[CellValue]]:
    nobody: list[CellValue] = [None] * width
    for school in summary.schools:
        cells = school_cells(school, summary)
        link = file_link(school.file, folder)
        for one in sorted(school.findings, key=lambda one: ORDER.index(one.severity)):
            yield [*cells, *_cells(one, summary.model), link]
    for one in summary.findings:
        yield [*nobody, *_cells(one, summary.model), one.file]
    for failure in summary.failures:
        error = WORDS[Severity.ERROR]
        yield [*nobody, error, failure.code, None, failure.message, None, None, failure.file]


def _cells(finding: Finding, model: Model) -> list[CellValue]:
    field = model.by_key.get(finding.key or "")
    fixed = model.fixed_texts.get(finding.key or "")
    asked = field.title if field else fixed.title if fixed else None
    words = WORDS[finding.severity]
    return [words, finding.code, asked, finding.message, finding.advice, str(finding.place)]
