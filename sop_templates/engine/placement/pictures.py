"""Answers that are only a picture: nothing was read of them, and it is told where."""

from collections.abc import Iterator
from typing import NamedTuple

from sop_templates.domain.model import Column, Field
from sop_templates.engine.placement.placing import Placing
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.engine.placement.tables import TableAnswers
from sop_templates.formats.word.finished.spans import ControlSpan
from sop_templates.kinds.reading import ONLY_PICTURE
from sop_templates.language import N_
from sop_templates.outcome import Finding, Place

MOST = (
    200  # pictures in a story: a SOP has some ten; of a stranger's file the first ones are enough
)


class _Pictured(NamedTuple):
    """A field or cell that holds a picture: its field, what it is called, where it stands."""

    field: Field
    label: str
    place: Place


def picture_findings(placing: Placing) -> Iterator[Finding]:
    """A finding for each field and cell without an answer in which a picture stands.

    Beside words a picture is fine, and one that stands in no field is no answer.
    """
    told = set()
    for story in placing.stories:
        for at in story.story.spans.pictures[:MOST]:
            one = _pictured(placing, story, at)
            if one is not None and one.place not in told:
                told.add(one.place)
                yield Finding(ONLY_PICTURE, one.place, {"label": one.label}, one.field.key)


def _pictured(placing: Placing, story: StoryAnswers, at: int) -> _Pictured | None:
    control = _control_around(story, at)
    if control is not None:
        return _in_control(placing, story, control)
    marked = _in_bookmark(placing, story, at)
    if marked is not None or story is not placing.body:
        return marked
    return _in_cell(placing, at) or _under_question(placing, at)


def _control_around(story: StoryAnswers, at: int) -> ControlSpan | None:
    """The innermost control of a field, cell or fixed text that a piece lies in."""
    tags, texts = story.story.tags, story.texts
    around = [
        one
        for one in story.story.spans.controls
        if one.start <= at < one.end
        and (tags[one.number] in texts.own_tags or tags[one.number] in texts.columns)
    ]
    return around[-1] if around else None


def _in_control(placing: Placing, story: StoryAnswers, control: ControlSpan) -> _Pictured | None:
    tag = story.story.tags[control.number]
    if tag in placing.texts.columns:
        key, column = placing.texts.columns[tag]
        if story.answer(column, control.start, control.end, control.number) is not None:
            return None
        one = placing.texts.model.by_key[key]
        return _Pictured(one, _cell_label(one, column), Place.control(tag))
    found = placing.texts.model.by_key.get(tag)  # None for a fixed text
    return _open(placing, found, Place.control(tag))


def _in_bookmark(placing: Placing, story: StoryAnswers, at: int) -> _Pictured | None:
    bookmarks = story.story.spans.bookmarks
    for one in placing.texts.model.scalars() if bookmarks else ():
        if any(span.start <= at < span.end for span in bookmarks.get(one.bookmark, ())):
            place = Place(N_('bookmark "{name}"'), (("name", one.bookmark),))
            return _open(placing, one, place)
    return None


def _in_cell(placing: Placing, at: int) -> _Pictured | None:
    """The cell of a field's table, where that has no control."""
    body = placing.body
    for table in body.story.spans.tables:
        if not (table.start <= at < table.end and table.start in placing.used):
            continue
        read = [
            TableAnswers(body, one, table) for one in placing.texts.model.fields if one.is_table
        ]
        likely = max(read, key=lambda one: one.likeness(), default=None)
        header = likely and likely.header()
        for line in likely.grid if likely and header else ():
            for place, cell in enumerate(line):
                column = header.columns.get(place) if header else None
                if likely and column and cell and cell.start <= at < cell.end:
                    blank = body.answer(column, cell.start, cell.end) is None
                    label = _cell_label(likely.field, column)
                    told = Place(N_('at "{label}"'), (("label", label),))
                    return _Pictured(likely.field, label, told) if blank else None
    return None


def _under_question(placing: Placing, at: int) -> _Pictured | None:
    """The field whose question stands right above or before a picture, prompts aside."""
    story, texts = placing.body.story, placing.texts
    for one in reversed(story.spans.paragraphs):
        if one.start > at:
            continue
        text = story.text(one.start, one.end).strip()
        if not text or texts.is_prompt(text):
            continue
        fields = texts.find_fields(text, alike=False)
        if len(fields) != 1 or fields[0].is_table or one.end > at:
            return None
        place = Place(N_('at "{label}"'), (("label", fields[0].label),))
        return _open(placing, fields[0], place)
    return None


def _open(placing: Placing, one: Field | None, place: Place) -> _Pictured | None:
    """The field, where it has no answer from elsewhere either."""
    return _Pictured(one, one.title, place) if one is not None and placing.is_open(one) else None


def _cell_label(one: Field, column: Column) -> str:
    return f"{one.title}: {column.label}"
