"""A school's answers for the next year: what stays, what begins anew, what DUO knows by now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.answers import Answers, answer_paths, blank, is_empty, place_in_word
from sop_templates.domain.comparison import in_words
from sop_templates.domain.dutch import find_school_years, fold, parse_school_year
from sop_templates.domain.model import SCHOOL_YEAR, STATUS, Field, FieldType, Model
from sop_templates.kinds.rolling import FACT_DIFFERS, FACT_TAKEN, OLD_YEAR_NAMED
from sop_templates.outcome import Finding

SHOWN = 60  # characters of a text in a message
NEAR = 25  # characters before what is shown of it
NONE = "-"  # how a message shows that there was no answer


@dataclass(frozen=True, slots=True)
class Rolled:
    """The answers that a new year begins with.

    Attributes:
        answers: canonical, every key of the model.
        emptied: keys of the answers that were there and begin anew, in the order of the model.
    """

    answers: Answers
    emptied: tuple[str, ...]


def renewed_keys(model: Model) -> frozenset[str]:
    """The fields that begin anew each year: those that the model says, and the dates of its route."""
    return frozenset({one.key for one in model.fields if one.renewed} | set(model.date_order))


def roll(model: Model, answers: Mapping[str, Any], year: str) -> Rolled:
    """The answers for another year.

    Args:
        model: whose fields say what begins anew.
        answers: canonical answers.
        year: the school year to come.

    Returns:
        The same answers, with that year, the first status of the route, and without what tells of
        one year only.
    """
    renewed = renewed_keys(model) | {SCHOOL_YEAR, STATUS}
    fresh = blank(model)
    begun = {SCHOOL_YEAR: year, STATUS: model.route[0].status if model.route else None}
    emptied = tuple(
        one.key
        for one in model.fields
        if one.key in renewed - set(begun) and not is_empty(one, answers.get(one.key))
    )
    kept = {one.key: answers[one.key] for one in model.fields if one.key not in renewed}
    return Rolled({**fresh, **kept, **begun}, emptied)


def find_old_years(model: Model, answers: Mapping[str, Any], year: str) -> Iterator[Finding]:
    """A hint for each question whose answer still names a school year that is over.

    Args:
        model: whose fields.
        answers: those of the year to come.
        year: the one that they were written for; nothing is looked for where it is none.
    """
    years = parse_school_year(year)
    if years is None:
        return
    told: set[str] = set()
    for tag, row, value in answer_paths(model, answers):
        field = model.by_tag[tag]
        text = in_words(field, value)
        places = [place for first, place in find_school_years(text) if first == years[0]]
        if field.key in told or not places:
            continue
        told.add(field.key)
        start = max(places[0] - NEAR, 0)
        words = _short(text[start:])
        values = {"label": field.label, "year": year, "words": f"…{words}" if start else words}
        yield Finding(OLD_YEAR_NAMED, place_in_word(tag, row), values, field.key)


def with_facts(
    model: Model, answers: Mapping[str, Any], facts: Mapping[str, Any]
) -> tuple[Answers, tuple[Finding, ...]]:
    """The answers, with what DUO's file knows of the school by now.

    A number is DUO's, for a count grows old each year; an empty answer is filled. Where a school
    answered something else, that stays, for it may well know better.

    Args:
        model: whose fields.
        answers: canonical answers.
        facts: canonical answers too, of the fields that DUO's file tells; empty ones tell nothing.

    Returns:
        The answers, and a hint for each that was taken or that differs.
    """
    found: list[Finding] = []
    joined: Answers = dict(answers)
    for one in model.fields:
        if one.key not in facts or one.is_table:
            continue
        duo, own = facts[one.key], answers[one.key]
        if is_empty(one, duo) or _is_same(own, duo):
            continue
        takes = is_empty(one, own) or one.type is FieldType.NUMBER
        if takes:
            joined[one.key] = duo
        found.append(_told(one, own, duo, takes=takes))
    return joined, tuple(found)


def _told(field: Field, own: Any, duo: Any, *, takes: bool) -> Finding:
    words = _short(in_words(field, own)) or NONE
    values = {"label": field.label, "duo": _short(in_words(field, duo)), "before": words}
    return Finding(
        FACT_TAKEN if takes else FACT_DIFFERS,
        place_in_word(field.key, None),
        values | {"answer": words},
        field.key,
    )


def _is_same(own: Any, duo: Any) -> bool:
    return _folded(own) == _folded(duo)


def _folded(value: Any) -> str:
    """A value as two are compared; of a link only the address, as people write it."""
    if isinstance(value, Mapping):
        address = str(value.get("url") or value.get("text") or "").partition("://")
        return fold(address[2] or address[0]).removeprefix("www.").rstrip("/")
    return fold("" if value is None else str(value))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
