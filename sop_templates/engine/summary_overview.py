"""The sheet *Overzicht*: each school of the roster, how far its SOP is, what is wrong with it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sop_templates.domain.fixed_texts import FixedTextState
from sop_templates.domain.model import STATUS, Field, FieldType, Model
from sop_templates.engine.file_links import file_link
from sop_templates.engine.summary_values import Expected, School, Summary
from sop_templates.formats.excel.report_workbook import (
    CellValue,
    Look,
    Shade,
    Sheet,
    TableColumn,
)
from sop_templates.outcome import Severity

NAME = "Overzicht"
SEVERITIES = (
    (Severity.ERROR, "Fouten"),
    (Severity.WARNING, "Waarschuwingen"),
    (Severity.HINT, "Tips"),
)
INTACT = "ongewijzigd"
STATE_WORDS = {
    FixedTextState.TYPOGRAPHIC: "andere tekens",
    FixedTextState.CHANGED: "gewijzigd",
    FixedTextState.MISSING: "ontbreekt",
}


def overview_sheet(summary: Summary, folder: str) -> Sheet:
    """A row a school of the roster, totals below.

    Args:
        summary: what the folder says.
        folder: where the workbook will stand, for the links to the schools' files.
    """
    route = route_fields(summary.model)
    columns = _columns(route, many_boards=len(summary.boards) > 1)
    rows = [_row(one, summary, route, folder) for one in _in_order(summary)]
    names = [column.header for column in columns]
    first = names.index("Aangeleverd")
    ready = names.index("Klaar?")
    texts = names.index("Vaste teksten")
    shades = (
        Shade("ja", "good", first, first),
        Shade("nee", "bad", first, first),
        Shade("ja", "good", ready, ready),
        Shade("nee", "partial", ready, ready),
        Shade(INTACT, "good", texts, texts),
    )
    return Sheet(
        name=NAME,
        title=f"Overzicht {summary.title}".strip(),
        intro=_intro(summary),
        columns=columns,
        rows=rows,
        totals=_totals(summary, route, columns),
        frozen=2,
        shades=shades,
    )


def route_fields(model: Model) -> list[Field]:
    """The counted fields that the route asks for, in the model's order: dates, advice, decision."""
    asked = {need.key for step in model.route for need in step.needs} | set(model.date_order)
    return [one for one in model.fields if one.key in asked and one.counted and not one.is_table]


def typed(field: Field, value: Any) -> CellValue:
    """A scalar answer as a cell: a date as date, a number as number, all else as text."""
    match value:
        case bool():
            return "ja" if value else "nee"
        case dict():
            text, url = value.get("text") or "", value.get("url") or ""
            return f"{text} <{url}>" if text and url and text != url else url or text or None
        case str() if field.type is FieldType.DATE:
            return _date(value)
        case str() | int():
            return value
    return None


def texts_in_words(model: Model, states: dict[str, str]) -> str:
    """What happened to the fixed texts: `ongewijzigd`, or what happened to which."""
    changed = [
        f"{STATE_WORDS[FixedTextState(state)]}: {model.fixed_texts[key].title}"
        for key, state in states.items()
        if key in model.fixed_texts and state != FixedTextState.INTACT
    ]
    return "; ".join(changed) or (INTACT if states else "")


def _date(value: str) -> CellValue:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value  # what somebody typed and is no date; a finding says so


def _intro(summary: Summary) -> str:
    delivered, all_schools = len(summary.schools), len(summary.schools) + len(summary.missing)
    if not summary.has_roster:
        return (
            f"{delivered} scholen met een SOP in deze map. Er is geen board.toml met een lijst van "
            "scholen, dus wie niets aanleverde is niet bekend."
        )
    words = f"{delivered} van de {all_schools} scholen hebben een SOP aangeleverd."
    if summary.deadline is not None:
        words += f" Uiterste datum: {summary.deadline:%d-%m-%Y}."
    if summary.failures:
        words += f" Niet te lezen: {', '.join(one.file for one in summary.failures)}."
    return words


def _columns(route: Sequence[Field], *, many_boards: bool) -> tuple[TableColumn, ...]:
    board = [TableColumn("Bestuur", 24)] if many_boards else []
    return (
        TableColumn("Code", 9),
        TableColumn("School", 30),
        *board,
        TableColumn("Gebied", 14),
        TableColumn("Aangeleverd", 12, "centre"),
        TableColumn("Schooljaar", 11),
        TableColumn("Status", 13),
        TableColumn("Volgende stap", 22),
        TableColumn("Klaar?", 8, "centre"),
        *(TableColumn(one.title, 15, _look(one)) for one in route),
        TableColumn("Vaste teksten", 20, "long"),
        TableColumn("Pagina's", 9, "number"),
        *(TableColumn(words, 9, "number", group="Signalen") for _, words in SEVERITIES),
        TableColumn("Bestand", 40),
    )


def _look(field: Field) -> Look:
    return {FieldType.DATE: "date", FieldType.NUMBER: "number"}.get(field.type, "text")  # type: ignore[return-value]  # the words are looks


def _in_order(summary: Summary) -> list[School | Expected]:
    return sorted([*summary.schools, *summary.missing], key=lambda one: (one.code or "~", one.name))


def _row(
    one: School | Expected, summary: Summary, route: Sequence[Field], folder: str
) -> list[CellValue]:
    board: list[CellValue] = [one.board] if len(summary.boards) > 1 else []
    if isinstance(one, Expected):
        return [one.code, one.name, *board, one.area, "nee"]
    return [
        one.code,
        one.name,
        *board,
        one.area,
        "ja",
        one.year,
        one.status,
        one.ready_for,
        ("ja" if one.ready else "nee") if one.ready_for else None,
        *(typed(field, one.answers.get(field.key)) for field in route),
        texts_in_words(summary.model, dict(one.fixed_texts)),
        one.pages,
        *(one.count(severity) for severity, _ in SEVERITIES),
        file_link(one.file, folder),
    ]


def _totals(
    summary: Summary, route: Sequence[Field], columns: Sequence[TableColumn]
) -> list[CellValue]:
    by_header: dict[str, CellValue] = {
        "School": f"{len(summary.schools) + len(summary.missing)} scholen",
        "Aangeleverd": len(summary.schools),
        "Klaar?": sum(one.ready for one in summary.schools if one.ready_for),
        "Vaste teksten": _count(INTACT, summary),
    }
    for field in route:
        given = sum(bool(one.answers.get(field.key)) for one in summary.schools)
        by_header[field.title] = f"{given} ingevuld"
    for severity, words in SEVERITIES:
        by_header[words] = sum(one.count(severity) for one in summary.schools)
    for status, count in _statuses(summary):
        by_header["Status"] = "; ".join(
            filter(None, [str(by_header.get("Status") or ""), f"{status} {count}"])
        )
    return ["Totaal", *(by_header.get(one.header) for one in columns[1:])]


def _count(words: str, summary: Summary) -> str:
    states = (texts_in_words(summary.model, dict(one.fixed_texts)) for one in summary.schools)
    return f"{sum(state == words for state in states)} {words}"


def _statuses(summary: Summary) -> Iterator[tuple[str, int]]:
    for option in summary.model.by_key[STATUS].options:
        if count := sum(one.status == option for one in summary.schools):
            yield option, count
