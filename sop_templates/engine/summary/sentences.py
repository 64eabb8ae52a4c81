"""What the counts say, in Dutch sentences: the same in the workbook, the report and the page."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sop_templates.domain.coverage import choice_column, count_items, counted_rows
from sop_templates.domain.delivery import Delivery, Timing, delivery_of
from sop_templates.domain.fixed_texts import FixedTextState
from sop_templates.domain.model import STATUS, Field, FieldType
from sop_templates.engine.summary.dutch_counts import either, has, joined, of_schools, schools, some
from sop_templates.engine.summary.names import table_names
from sop_templates.engine.summary.values import School, Summary
from sop_templates.outcome import Severity

NAMED = 12  # schools that a sentence names at most


def key_sentences(summary: Summary) -> list[str]:
    """The summary in a few sentences; each states only what was counted."""
    return [
        *delivered_sentences(summary),
        *status_sentences(summary),
        *timing_sentences(summary),
        *advice_sentences(summary),
        *white_sentences(summary),
        *fixed_text_sentences(summary),
        *finding_sentences(summary),
    ]


def delivered_sentences(summary: Summary) -> Iterator[str]:
    """Who delivered, and who did not."""
    count = len(summary.schools)
    if not summary.has_roster:
        yield (
            f"{schools(count)} met een schoolondersteuningsprofiel (SOP) in deze map. Er is geen lijst "
            "van scholen (board.toml), dus wie niets aanleverde is niet bekend."
        )
    else:
        total = count + len(summary.missing)
        yield (
            f"{of_schools(count, total).capitalize()} op de lijst {has(count if total > 1 else 1)} een "
            "schoolondersteuningsprofiel (SOP) aangeleverd."
        )
    if summary.missing:
        names = [one.name or one.code for one in summary.missing]
        yield f"Niet aangeleverd: {joined(names, NAMED)}."
    if summary.failures:
        yield f"Niet te lezen: {joined([one.file for one in summary.failures], NAMED)}."


def status_sentences(summary: Summary) -> Iterator[str]:
    """On which step of the route the schools stand."""
    counts = Counter(one.status for one in summary.schools)
    known = [one for one in summary.model.by_key[STATUS].options if counts[one]]
    if known:
        words = [f"{one} {counts[one]}" for one in known]
        yield f"Stand op de route: {joined(words)}."
    waiting = [one for one in summary.schools if one.ready_for]
    if waiting:
        ready = sum(one.ready for one in waiting)
        yield (
            f"{schools(len(waiting)).capitalize()} {has(len(waiting))} nog een stap te zetten; "
            f"{ready or 'geen'} daarvan {has(ready or 1, 'is', 'zijn')} er klaar voor."
        )


def timing_sentences(summary: Summary) -> Iterator[str]:
    """Who was in time, and who is late."""
    found: dict[Timing, list[School]] = {}
    for one in summary.schools:
        found.setdefault(timing_of(one, summary), []).append(one)
    if in_time := found.get(Timing.IN_TIME):
        yield f"Op tijd vastgesteld: {schools(len(in_time))}."
    if late := found.get(Timing.LATE):
        yield f"Te laat vastgesteld: {_named(late)}."
    if overdue := found.get(Timing.OVERDUE):
        yield f"Nog niet vastgesteld terwijl de uiterste datum voorbij is: {_named(overdue)}."
    if still := found.get(Timing.OPEN):
        yield f"Nog niet vastgesteld, en nog op tijd: {schools(len(still))}."


def timing_of(school: School, summary: Summary) -> Timing:
    """How a school stands against the day of delivery."""
    return delivery_for(school, summary).timing


def delivery_for(school: School, summary: Summary) -> Delivery:
    """How a school stands against the deadline of its board."""
    deadline = deadline_of(school.board, summary)
    return delivery_of(summary.model, school.answers, deadline, summary.today)


def deadline_of(board: str, summary: Summary) -> date | None:
    """The deadline of a board, None where it has none of its own."""
    found = summary.board(board)
    return found.deadline if found else None


def advice_sentences(summary: Summary) -> Iterator[str]:
    """How often each choice of the route was made, such as the MR's advice; also how often none."""
    asked = {need.key for step in summary.model.route for need in step.needs}
    for field in summary.model.fields:
        if field.key in asked and field.counted and field.type is FieldType.CHOICE:
            counts = Counter(one.get(field.key) or "" for one in summary.records)
            words = [f"{one} {counts[one]}" for one in field.options if counts[one]]
            if words:
                empty = f"; niet ingevuld {counts['']}" if counts[""] else ""
                yield f"{field.title}: {joined(words)}{empty}."


def white_sentences(summary: Summary) -> Iterator[str]:
    """What no school has, a sentence a table."""
    names = table_names(summary.model)
    for field in counted_rows(summary.model):
        white = [one.row.label for one in count_items(field, summary.records) if one.is_white]
        if white:
            yield f"{names[field.key]}: geen enkele school antwoordt {_present(field)} bij {joined(white)}."


def _present(field: Field) -> str:
    column = choice_column(field)
    assert column is not None, field.key  # `counted_rows` gives no other fields
    return either(column.present)


def fixed_text_sentences(summary: Summary) -> Iterator[str]:
    """Which fixed texts were changed or are missing, and where."""
    for key, text in summary.model.fixed_texts.items():
        for state, word in (
            (FixedTextState.CHANGED, "gewijzigd"),
            (FixedTextState.MISSING, "niet gevonden"),
        ):
            found = [one for one in summary.schools if one.fixed_texts.get(key) == state]
            if found:
                yield f"De vaste tekst “{text.title}” is {word} bij {_named(found)}."


def finding_sentences(summary: Summary) -> Iterator[str]:
    """How many errors there are, and in how many schools."""
    counts = [one.count(Severity.ERROR) for one in summary.schools]
    if total := sum(counts):
        affected = sum(one > 0 for one in counts)
        yield (
            f"Er {has(total, 'staat', 'staan')} {some(total, 'fout', 'fouten')} open, bij "
            f"{schools(affected)}."
        )
    elif summary.schools:
        yield "Er staan geen fouten open."


def _named(found: list[School]) -> str:
    names = [one.name for one in found]
    return f"{schools(len(found))} ({joined(names, NAMED)})"
