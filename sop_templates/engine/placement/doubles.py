"""Answers that stand in a file twice: the first counts, the same once, another one is told and kept."""

from collections.abc import Iterable
from typing import Any

from sop_templates.domain.model import Field
from sop_templates.engine.own_format.left_over import LeftOver
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.kinds.reading import TWO_ANSWERS
from sop_templates.outcome import Finding, Place
from sop_templates.richtext import Paragraph, RichText, Run
from sop_templates.richtext_markup import plain

SHOWN = 60  # characters of an answer in a message


def put_first(placing: Placing, one: Field, values: Iterable[Any], origin: Origin) -> None:
    """Puts the first of the answers that stand in equal places; tells the first other one."""
    for value in values:
        if placing.is_open(one):
            placing.put(one, value, origin)
        else:
            tell_double(placing, one, value)


def tell_double(placing: Placing, one: Field, value: Any) -> None:
    """Tells an answer that differs from the one that was found; its words are kept, whole."""
    first = placing.raw[one.key]
    if value in (None, [], {}) or value == first:
        return
    place = Place.control(one.key)
    kept = LeftOver(one.title, _rich(value), place=place)
    if kept in placing.left:
        return
    placing.left.append(kept)
    values = {"label": one.title, "first": shown(first), "second": shown(value)}
    placing.findings.append(Finding(TWO_ANSWERS, place, values, one.key))


def is_anchored(placing: Placing, one: Field, start: int, end: int) -> bool:
    """Whether a stretch of the body holds a control or bookmark of a field."""
    body = placing.body
    places = [found.start for story, found in placing.tagged.get(one.key, ()) if story is body]
    places += [found.start for found in body.story.spans.bookmarks.get(one.bookmark, ())]
    return any(start <= at < end for at in places)


def shown(value: Any) -> str:
    """An answer in a message: on one line, cut short."""
    text = " ".join(plain(_rich(value)).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _rich(value: Any) -> RichText:
    """A raw answer as paragraphs: a row of a table is one, with its cells behind each other."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, dict) and "url" not in value:
        return _rich(list(value.values()))
    if isinstance(value, list):
        return tuple(_line(" - ".join(filter(None, map(_words, row.values())))) for row in value)
    return (_line(_words(value)),)


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return plain(value)
    if isinstance(value, dict):
        return f"{value['text']} {value['url']}"
    return "" if value is None else str(value)


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))
