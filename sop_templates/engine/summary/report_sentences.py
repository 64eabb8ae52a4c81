"""The sentences of the board's report: they state only what was counted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sop_templates.domain.coverage import ItemCount, Meaning
from sop_templates.domain.model import STATUS, Column, Field
from sop_templates.engine.summary.dutch_counts import (
    closed,
    either,
    has,
    joined,
    of_schools,
    schools,
    some,
)
from sop_templates.engine.summary.values import Summary

NAMED = 12  # schools that a sentence names at most
SHOWN = 3  # items that a sentence of highest numbers names


def route_sentence(summary: Summary) -> str:
    """The steps of the route."""
    steps = summary.model.by_key[STATUS].options
    return f"De route van een SOP: {joined(steps)}. Zo ver zijn de scholen."


def offer_sentences(
    field: Field, column: Column, counts: Sequence[ItemCount], summary: Summary
) -> Iterator[str]:
    """What schools have, what few have, what none has, what is on its way, what was not answered.

    Args:
        field: a table with fixed rows.
        column: the one that is counted.
        counts: of its items.
        summary: what the folder says.
    """
    if column.present:
        yield from _present_sentences(field, column, counts, summary)
    partly = [one for one in counts if one.by_meaning[Meaning.PARTLY]]
    if partly:
        most = sorted(partly, key=lambda one: -one.by_meaning[Meaning.PARTLY])[:SHOWN]
        named = [f"{one.row.label} ({one.by_meaning[Meaning.PARTLY]})" for one in most]
        yield f"Het vaakst {either(column.partly)}: {joined(named)}."
    if empty := sum(one.unanswered for one in counts):
        yield f"Niet beantwoord: {empty} van de {len(counts) * len(summary.schools)} antwoorden."


def _present_sentences(
    field: Field, column: Column, counts: Sequence[ItemCount], summary: Summary
) -> Iterator[str]:
    total, present = len(summary.schools), either(column.present)
    everywhere = [one.row.label for one in counts if total and one.present == total]
    if everywhere:
        verb = has(total, "antwoordt", "antwoorden")
        yield f"{of_schools(total, total).capitalize()} {verb} {present} bij {joined(everywhere)}."
    left = sorted((one for one in counts if 1 < one.present < total), key=lambda one: -one.present)
    if left:
        named = [f"{one.row.label} ({one.present})" for one in left[:SHOWN]]
        yield f"{'Daarna het' if everywhere else 'Het'} vaakst {present}: {joined(named)}."
    if alone := [one for one in counts if one.present == 1 and total > 1]:
        named = [f"{one.row.label} ({_only_school(field, column, one, summary)})" for one in alone]
        yield f"Bij één school {present}: {joined(named)}."
    if white := [one.row.label for one in counts if one.is_white]:
        yield f"Bij geen enkele school {present}: {joined(white)}."


def _only_school(field: Field, column: Column, count: ItemCount, summary: Summary) -> str:
    for one in summary.schools:
        cells = (one.answers.get(field.key) or {}).get(count.row.key) or {}
        if cells.get(column.key) in column.present:
            return one.name
    return ""


def list_sentence(field: Field, summary: Summary) -> str:
    """How many schools filled a list, and how many rows it has in all."""
    total = sum(len(one.get(field.key) or ()) for one in summary.records)
    filled = sum(bool(one.get(field.key)) for one in summary.records)
    return (
        f"{closed(field.label)} Ingevuld door {of_schools(filled, len(summary.schools))}, samen "
        f"{some(total, 'regel', 'regels')}."
    )


def text_sentences(summary: Summary) -> Iterator[str]:
    """Who answered what the inspectorate expects in every SOP; the texts stand in the workbook."""
    total = len(summary.schools)
    for field in summary.model.fields:
        if field.inspected and not field.is_table:
            empty = [one.name for one in summary.schools if not one.answers.get(field.key)]
            named = f"; leeg bij {joined(empty, NAMED)}" if empty else ""
            filled = of_schools(total - len(empty), total)
            yield f"{closed(field.title)} Ingevuld door {filled}{named}."


def account_sentences(summary: Summary) -> Iterator[str]:
    """How was counted."""
    total = len(summary.schools)
    yield (
        f"Geteld uit de Word-bestanden van {schools(total)}. Alle cijfers staan ook in het werkboek, "
        "met de antwoorden waaruit zij komen."
    )
    formats = Counter(one.format for one in summary.schools)
    if others := total - formats["model"]:
        verb = has(others, "gebruikt", "gebruiken")
        yield f"{schools(others).capitalize()} {verb} een ouder model of een eigen format."
    yield (
        "Een onderdeel heet een witte vlek als geen enkele school het heeft en minstens één school zegt "
        "dat het ontbreekt of nog niet af is."
    )
    yield (
        "Bij een witte vlek staat hoeveel regels in de lijsten van scholen over hetzelfde thema gaan; "
        "wat gestopt of uitgesteld is, telt niet mee."
    )
    contacts = [one.contact for one in summary.boards if one.contact]
    if len(contacts) == 1:
        yield f"Vragen over dit rapport: {contacts[0]}."
