"""The manifest of a delivery as a workbook, for people: what is in it, and what is not."""

from collections.abc import Iterator
from datetime import date

from sop_templates.domain.delivery import day_of
from sop_templates.domain.delivery_manifest import NO_ADVICE, SIGNED, Manifest, Party
from sop_templates.formats.excel.report_values import CellValue, Sheet, TableColumn
from sop_templates.formats.excel.report_workbook import write_report

TITLE = "Aanlevering schoolondersteuningsprofielen"
KINDS = {
    "sop": "schoolondersteuningsprofiel",
    "pdf": "schoolondersteuningsprofiel (pdf)",
    "declaration": "adviesverklaring MR",
    "summary": "bestuursoverzicht",
    "report": "bestuursrapport",
    "manifest": "inhoudsopgave",
}
DECLARATIONS = {SIGNED: "bijgevoegd", NO_ADVICE: "geen: de MR gaf geen advies"}
FORMATS = {"model": "model", "older": "ouder model", "own": "eigen format"}


def manifest_book(manifest: Manifest) -> bytes:
    """The workbook, in Dutch; the same bytes for the same manifest."""
    return write_report(list(_sheets(manifest)), TITLE)


def _sheets(manifest: Manifest) -> Iterator[Sheet]:
    yield _schools(manifest)
    yield _files(manifest)
    if manifest.left_out:
        yield _left_out(manifest)


def _schools(manifest: Manifest) -> Sheet:
    rows: list[list[CellValue]] = [
        [
            one.code,
            one.name,
            one.status or FORMATS.get(one.format, one.format),
            one.advice,
            _day(one.advice_day),
            _day(one.decision_day),
            DECLARATIONS.get(one.declaration, one.declaration),
        ]
        for one in manifest.schools
    ]
    return Sheet(
        "Scholen",
        f"{TITLE} {manifest.year}",
        (
            f"Van: {_party(manifest.sender)}",
            f"Aan: {manifest.recipient.name}",
            f"Ingepakt op {_told(manifest.made)}; {_direct(manifest)}",
        ),
        (
            TableColumn("Code", 10),
            TableColumn("School", 34),
            TableColumn("Status", 15),
            TableColumn("Advies MR", 26),
            TableColumn("Datum advies", 14, "date"),
            TableColumn("Vastgesteld", 14, "date"),
            TableColumn("Adviesverklaring", 28),
        ),
        rows,
        frozen=2,
    )


def _files(manifest: Manifest) -> Sheet:
    rows: list[list[CellValue]] = [
        [one.path, KINDS.get(one.kind, one.kind), one.school, one.sha256, one.size]
        for one in manifest.files
    ]
    return Sheet(
        "Bestanden",
        "Bestanden in dit pakket",
        (
            "Aan het controlegetal is te zien of een bestand onveranderd is aangekomen.",
            "Controleren: sop package --verify, of certutil -hashfile BESTAND SHA256 in Windows.",
        ),
        (
            TableColumn("Bestand", 62),
            TableColumn("Wat", 30),
            TableColumn("School", 10),
            TableColumn("Controlegetal (SHA-256)", 68),
            TableColumn("Grootte in bytes", 16, "number"),
        ),
        rows,
    )


def _left_out(manifest: Manifest) -> Sheet:
    rows: list[list[CellValue]] = [
        [one.code, one.name, "\n".join(one.reasons) or "nog geen profiel"]
        for one in manifest.left_out
    ]
    return Sheet(
        "Niet meegeleverd",
        "Scholen die niet in dit pakket zitten",
        ("Deze scholen levert het bestuur later aan.",),
        (TableColumn("Code", 10), TableColumn("School", 34), TableColumn("Waarom", 90, "long")),
        rows,
        frozen=2,
    )


def _party(party: Party) -> str:
    number = f"bestuursnummer {party.number}" if party.number else ""
    return "; ".join(word for word in (party.name, number, party.contact) if word)


def _direct(manifest: Manifest) -> str:
    if manifest.is_direct:
        return "een bestuur met één school levert rechtstreeks aan het samenwerkingsverband."
    return "het bestuur levert aan voor zijn scholen."


def _day(text: str) -> date | str:
    return day_of(text) or text


def _told(text: str) -> str:
    day = day_of(text)
    return f"{day.day}-{day.month}-{day.year}" if day else text
