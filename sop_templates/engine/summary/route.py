"""The sheet *Route*: each school's dates against the day of delivery, who is late, what it lacks."""

from sop_templates.domain.delivery import Delivery, Timing
from sop_templates.domain.model import Field
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import (
    FRONT_TAB,
    cell_of,
    look_of,
    school_cells,
    school_columns,
    title,
)
from sop_templates.engine.summary.dutch_counts import some
from sop_templates.engine.summary.overview import in_order
from sop_templates.engine.summary.sentences import (
    deadline_of,
    delivery_for,
    timing_sentences,
)
from sop_templates.engine.summary.values import Expected, School, Summary
from sop_templates.formats.excel.report_values import CellValue, Shade, Sheet, TableColumn

NOT_DELIVERED = "niet aangeleverd"
WORDS = {
    Timing.IN_TIME: "op tijd",
    Timing.LATE: "te laat vastgesteld",
    Timing.OVERDUE: "te laat",
    Timing.OPEN: "loopt nog",
    Timing.UNKNOWN: "datum onbekend",
}
# Who is waited for longest comes first: the list is there to call people.
_FIRST = (NOT_DELIVERED, *(WORDS[one] for one in (Timing.OVERDUE, Timing.LATE, Timing.OPEN)))
ORDER = {words: place for place, words in enumerate(_FIRST)}


def route_sheet(summary: Summary) -> Sheet:
    """A row a school, those that are waited for first."""
    model = summary.model
    dates = [model.by_key[key] for key in model.date_order]
    front = school_columns(summary)
    columns = (
        *front,
        TableColumn("Status", 13),
        *(TableColumn(one.title, 16, look_of(one)) for one in dates),
        TableColumn("Uiterste datum", 15, "date"),
        TableColumn("Op tijd?", 19),
        TableColumn("Dagen", 14),
        TableColumn("Volgende stap", 22, "long"),
        TableColumn("Nodig voor die stap", 60, "long"),
    )
    at = next(place for place, one in enumerate(columns) if one.header == "Op tijd?")
    rows = [_row(one, summary, dates) for one in in_order(summary)]
    rows.sort(key=lambda row: ORDER.get(str(row[at]), len(ORDER)))
    return Sheet(
        name=names.ROUTE,
        title=title("Route", summary),
        intro=(
            (
                "De datums van elke school, naast de uiterste datum. Wie het langst op zich laat wachten, "
                "staat bovenaan."
            ),
            *timing_sentences(summary),
        ),
        columns=columns,
        rows=rows,
        frozen=2,
        shades=(
            Shade(NOT_DELIVERED, "bad", at, at),
            Shade(WORDS[Timing.OVERDUE], "bad", at, at),
            Shade(WORDS[Timing.LATE], "partial", at, at),
            Shade(WORDS[Timing.OPEN], "muted", at, at),
            Shade(WORDS[Timing.IN_TIME], "good", at, at),
        ),
        tab=FRONT_TAB,
    )


def days_in_words(delivery: Delivery) -> str:
    """How many days early, late or left: `3 dagen te laat`; "" where there is nothing to tell."""
    days = some(delivery.days, "dag", "dagen")
    return {
        Timing.IN_TIME: f"{days} eerder" if delivery.days else "op de dag",
        Timing.LATE: f"{days} later",
        Timing.OVERDUE: f"{days} te laat",
        Timing.OPEN: f"nog {days}" if delivery.days else "vandaag",
    }.get(delivery.timing, "")


def missing_in_words(school: School, summary: Summary) -> str:
    """What the next step still needs, by the titles of the questions."""
    return "; ".join(summary.model.by_key[key].title for key in school.missing)


def _row(one: School | Expected, summary: Summary, dates: list[Field]) -> list[CellValue]:
    cells = school_cells(one, summary)
    if isinstance(one, Expected):
        deadline = deadline_of(one.board, summary)
        return [*cells, None, *(None for _ in dates), deadline, NOT_DELIVERED]
    delivery = delivery_for(one, summary)
    return [
        *cells,
        one.status,
        *(cell_of(field, one.answers.get(field.key)) for field in dates),
        delivery.deadline,
        WORDS[delivery.timing],
        days_in_words(delivery),
        one.ready_for,
        missing_in_words(one, summary),
    ]
