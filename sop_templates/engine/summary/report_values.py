"""What stands in the board's report: texts, tables and charts by name, from the summary's counts."""

from collections.abc import Iterator, Sequence
from typing import Any

from sop_templates.domain.coverage import (
    choice_column,
    count_items,
    counted_lists,
    counted_rows,
)
from sop_templates.domain.delivery import Delivery, Timing
from sop_templates.domain.dutch import write_date
from sop_templates.domain.list_counts import ThemeCounts, cross_count, crossed_columns
from sop_templates.domain.model import Field, FieldType, Model
from sop_templates.engine.summary.changes import change_sentences
from sop_templates.engine.summary.dutch_counts import has, schools, some
from sop_templates.engine.summary.names import table_names
from sop_templates.engine.summary.offer import answered_words
from sop_templates.engine.summary.overview import in_order
from sop_templates.engine.summary.report_charts import offer_chart, standing_chart
from sop_templates.engine.summary.report_sentences import (
    account_sentences,
    list_sentence,
    offer_sentences,
    route_sentence,
    text_sentences,
)
from sop_templates.engine.summary.route import NOT_DELIVERED, WORDS, days_in_words
from sop_templates.engine.summary.sentences import delivery_for, key_sentences
from sop_templates.engine.summary.values import Expected, School, Summary
from sop_templates.outcome import Severity

NAMED = 6  # questions that the chase list names at most, for one school
NONE = "-"


def report_values(summary: Summary) -> dict[str, Any]:
    """All that the template of a report can fill in, by name; texts are on one line."""
    themes = ThemeCounts(summary.model, summary.records)
    advice = advice_field(summary.model)
    waiting = list(chase_list(summary))
    return {
        "bestuur": summary.owner or "Alle scholen in deze map",
        "schooljaar": summary.year or "zonder schooljaar",
        "datum": write_date(summary.today) if summary.today else "onbekende datum",
        "kort": key_sentences(summary),
        "route": route_sentence(summary),
        "stand_grafiek": standing_chart(summary),
        "advies_kop": advice.title if advice else "Advies",
        "scholen": [_school_row(one, summary, advice) for one in in_order(summary)],
        "aan_zet": waiting,
        "aan_zet_uitleg": (
            f"{schools(len(waiting)).capitalize()} {has(len(waiting))} nog een stap te zetten. Wie het "
            "langst op zich laat wachten, staat bovenaan."
        ),
        "aanbod": [_offer(field, summary, themes) for field in counted_rows(summary.model)],
        "lijsten": [_list(field, summary) for field in counted_lists(summary.model)],
        "grenzen": list(text_sentences(summary)),
        "verandering": change_sentences(summary),
        "verantwoording": list(account_sentences(summary)),
    }


def advice_field(model: Model) -> Field | None:
    """The first choice that the route asks for: the advice; None for a route without one."""
    asked = {need.key for step in model.route for need in step.needs}
    choices = (one for one in model.fields if one.type is FieldType.CHOICE and one.counted)
    return next((one for one in choices if one.key in asked), None)


def chase_list(summary: Summary) -> Iterator[dict[str, str]]:
    """Who has a step to take, what it needs, and by when: who is waited for longest first."""
    rows: list[tuple[int, int, dict[str, str]]] = []
    for place, one in enumerate(in_order(summary)):
        if isinstance(one, Expected):
            row = {"stap": "aanleveren", "nodig": "het SOP", "termijn": NOT_DELIVERED}
            rows.append((0, place, {"naam": one.name or one.code} | row))
        elif one.ready_for:
            delivery = delivery_for(one, summary)
            row = {
                "naam": one.name,
                "stap": one.ready_for,
                "nodig": _needed(one, summary),
                "termijn": _term(delivery),
            }
            rows.append((1 if delivery.timing is Timing.OVERDUE else 2, place, row))
    yield from (row for _, _, row in sorted(rows, key=lambda one: one[:2]))


def _needed(one: School, summary: Summary) -> str:
    titles = [summary.model.by_key[key].title for key in one.missing]
    if titles:
        more = [f"en nog {len(titles) - NAMED + 1}"] if len(titles) > NAMED else []
        return "; ".join([*titles[: NAMED - len(more)], *more])
    if errors := one.count(Severity.ERROR):
        return f"{some(errors, 'fout', 'fouten')} herstellen, zie Signalen in het werkboek"
    return "niets meer: klaar voor deze stap"


def _term(delivery: Delivery) -> str:
    if delivery.timing in (Timing.OVERDUE, Timing.OPEN):
        return days_in_words(delivery)
    return WORDS[delivery.timing]


def _school_row(one: School | Expected, summary: Summary, advice: Field | None) -> dict[str, Any]:
    row: dict[str, Any] = {"naam": one.name or one.code, "code": one.code, "gebied": one.area}
    if isinstance(one, Expected):
        empty = dict.fromkeys(("status", "advies", "besluit", "fouten"), NONE)
        return row | empty | {"op_tijd": NOT_DELIVERED}
    delivery = delivery_for(one, summary)
    given = str(one.answers.get(advice.key) or "") if advice else ""
    return row | {
        "status": one.status,
        "advies": given or NONE,
        "besluit": write_date(delivery.decided) if delivery.decided else NONE,
        "op_tijd": WORDS[delivery.timing],
        "fouten": one.count(Severity.ERROR),
    }


def _offer(field: Field, summary: Summary, themes: ThemeCounts) -> dict[str, Any]:
    column = choice_column(field)
    assert column is not None, field.key  # `counted_rows` gives no other fields
    counts = count_items(field, summary.records)
    names = table_names(summary.model)
    return {
        "naam": names[field.key],
        "vraag": field.label,
        "zinnen": list(offer_sentences(field, column, counts, summary)),
        "grafiek": offer_chart(field, column, counts, summary),
        "wit": [
            {"onderdeel": one.row.label, "gebeurt": answered_words(one, themes, dict(names))}
            for one in counts
            if one.is_white
        ],
    }


def _list(field: Field, summary: Summary) -> dict[str, Any]:
    crossed = crossed_columns(field)
    rows = [one for one in cross_count(field, summary.records) if one.times]
    return {
        "naam": table_names(summary.model)[field.key],
        "zin": list_sentence(field, summary),
        "kop": crossed[0].label if crossed else "",
        "verdeling_kop": crossed[1].label if crossed else "",
        "rijen": [
            {
                "keuze": one.option,
                "scholen": one.schools,
                "keren": one.times,
                "verdeling": _divided(list(one.by_other.items())),
            }
            for one in sorted(rows, key=lambda one: -one.times)
        ],
    }


def _divided(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{word} {count}" for word, count in counts if count)
