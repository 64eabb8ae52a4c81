"""The sheet *Overzicht*: each school of the roster, how far its SOP is, what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from sop_templates.domain.fixed_texts import FixedTextState
from sop_templates.domain.model import Field, FieldType, Model
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import (
    FRONT_TAB,
    NO,
    YES,
    cell_of,
    look_of,
    school_cells,
    school_columns,
    title,
)
from sop_templates.engine.summary.dutch_counts import some
from sop_templates.engine.summary.file_links import file_link
from sop_templates.engine.summary.sentences import delivered_sentences
from sop_templates.engine.summary.values import Expected, School, Summary
from sop_templates.formats.addresses import public_address
from sop_templates.formats.excel.report_values import (
    CellValue,
    Link,
    Shade,
    Sheet,
    TableColumn,
    Tone,
)
from sop_templates.outcome import Severity

SEVERITIES = (
    (Severity.ERROR, "Fouten"),
    (Severity.WARNING, "Waarschuwingen"),
    (Severity.HINT, "Tips"),
)
DELIVERED, READY, TEXTS, PAGES = "Aangeleverd", "Klaar?", "Vaste teksten", "Pagina's"
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
    front = school_columns(summary)
    columns = (*front, *_columns(route, summary))
    places = {column.header: place for place, column in enumerate(columns)}
    colours: list[tuple[str, str, Tone]] = [
        (DELIVERED, YES, "good"),
        (DELIVERED, NO, "bad"),
        (READY, YES, "good"),
        (READY, NO, "partial"),
        (TEXTS, INTACT, "good"),
        (TEXTS, STATE_WORDS[FixedTextState.CHANGED], "bad"),
        (TEXTS, STATE_WORDS[FixedTextState.MISSING], "bad"),
    ]
    return Sheet(
        name=names.OVERVIEW,
        title=title("Overzicht", summary),
        intro=(
            "Een rij per school: hoe ver het SOP is, wat de MR adviseerde en wat opvalt.",
            *delivered_sentences(summary),
            "Klik op de naam van een school om haar SOP te openen.",
        ),
        columns=columns,
        rows=(_row(one, summary, route, folder) for one in in_order(summary)),
        totals=_totals(summary, route, columns),
        frozen=2,
        shades=tuple(
            Shade(word, tone, places[header], places[header], begins=header == TEXTS)
            for header, word, tone in colours
        ),
        tab=FRONT_TAB,
    )


def route_fields(model: Model) -> list[Field]:
    """The counted fields of the route, in the model's order: advice, dates of its order, publication."""
    asked = {need.key for step in model.route for need in step.needs} | set(model.date_order)
    return [
        one
        for one in model.fields
        if one.key in asked
        and one.counted
        and not one.is_table
        and (one.type is not FieldType.DATE or one.key in model.date_order)
    ]


def in_order(summary: Summary) -> list[School | Expected]:
    """All schools, those that did not deliver too, by their code."""
    return sorted([*summary.schools, *summary.missing], key=lambda one: (one.code or "~", one.name))


def texts_in_words(model: Model, states: Mapping[str, str]) -> str:
    """What happened to the fixed texts: `ongewijzigd`, or what happened to which."""
    changed = [
        f"{STATE_WORDS[FixedTextState(state)]}: {model.fixed_texts[key].title}"
        for key, state in states.items()
        if key in model.fixed_texts and state != FixedTextState.INTACT
    ]
    order = [*STATE_WORDS.values()][::-1]  # what is worst comes first
    changed.sort(key=lambda words: order.index(words.partition(":")[0]))
    return "; ".join(changed) or (INTACT if states else "")


def _columns(route: Sequence[Field], summary: Summary) -> list[TableColumn]:
    pages = [TableColumn(PAGES, 9, "number")] if _has_pages(summary) else []
    return [
        TableColumn(DELIVERED, 12, "centre"),
        TableColumn("Schooljaar", 11),
        TableColumn("Status", 13),
        TableColumn("Volgende stap", 20, "long"),
        TableColumn(READY, 8, "centre"),
        *(TableColumn(one.title, 16, look_of(one), group="De route") for one in route),
        TableColumn(TEXTS, 22, "long"),
        *pages,
        *(TableColumn(words, 15, "number", group="Signalen") for _, words in SEVERITIES),
    ]


def _has_pages(summary: Summary) -> bool:
    return any(one.pages for one in summary.schools)


def _row(
    one: School | Expected, summary: Summary, route: Sequence[Field], folder: str
) -> list[CellValue]:
    cells = school_cells(one, summary)
    if isinstance(one, Expected):
        return [*cells, NO]
    link = file_link(one.file, folder)
    cells[1] = Link(one.name, link.url) if isinstance(link, Link) else one.name
    return [
        *cells,
        YES,
        one.year,
        one.status,
        one.ready_for,
        (YES if one.ready else NO) if one.ready_for else None,
        *(_route_cell(field, one.answers.get(field.key)) for field in route),
        texts_in_words(summary.model, one.fixed_texts),
        *([one.pages] if _has_pages(summary) else []),
        *(one.count(severity) for severity, _ in SEVERITIES),
    ]


def _route_cell(field: Field, value: Any) -> CellValue:
    if isinstance(value, Mapping) and (url := public_address(value.get("url") or "")):
        words = str(value.get("text") or "")
        return Link(words if words and words != value["url"] else urlsplit(url).netloc, url)
    return cell_of(field, value)


def _totals(
    summary: Summary, route: Sequence[Field], columns: Sequence[TableColumn]
) -> list[CellValue]:
    intact = sum(
        texts_in_words(summary.model, one.fixed_texts) == INTACT for one in summary.schools
    )
    by_header: dict[str, CellValue] = {
        "School": some(len(summary.schools) + len(summary.missing), "school", "scholen"),
        DELIVERED: f"{len(summary.schools)} {YES}",
        READY: f"{sum(one.ready for one in summary.schools if one.ready_for)} {YES}",
        TEXTS: f"{intact} {INTACT}",
    }
    for field in route:
        given = sum(1 for one in summary.records if _is_given(one.get(field.key)))
        by_header[field.title] = f"{given} ingevuld"
    for severity, words in SEVERITIES:
        by_header[words] = sum(one.count(severity) for one in summary.schools)
    return ["Totaal", *(by_header.get(one.header) for one in columns[1:])]


def _is_given(value: object) -> bool:
    return any(value.values()) if isinstance(value, Mapping) else bool(value)
