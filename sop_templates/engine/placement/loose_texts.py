"""The words of a Word file that belong to no field: named, never dropped."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sop_templates.engine.own_format.left_over import MOST, LeftOver, first_words
from sop_templates.engine.placement.placing import Placing
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.engine.placement.unknown_columns import UnknownColumn, unknown_columns
from sop_templates.formats.word.finished.spans import ParagraphSpan
from sop_templates.kinds.reading import LOOSE_TEXT, UNKNOWN_COLUMNS, UNKNOWN_CONTROL
from sop_templates.language import N_
from sop_templates.outcome import NOWHERE, Finding, Place
from sop_templates.richtext import Paragraph, Run

GAP = 2  # paragraphs: a blank line does not part what belongs together


class Loose(NamedTuple):
    """Words that belong to no field: their story and paragraph, and the words."""

    story: StoryAnswers
    paragraph: ParagraphSpan
    words: str


def find_loose(placing: Placing) -> list[Loose]:
    """The paragraphs that hold words which are neither an answer nor the model's own.

    Headers and footers are passed over: what a school prints there is no answer.
    """
    is_own = placing.texts.is_own
    return [
        Loose(story, paragraph, words)
        for story in placing.stories
        if not _is_margin(story)
        for paragraph, words in story.paragraphs()
        if not is_own(words)
    ]


def loose_findings(placing: Placing) -> Iterator[Finding]:
    """A finding for each stretch of loose words, with the first of them and the heading above.

    Words in columns that the model does not know give one for each table.
    """
    columns, loose = _columns_and_others(placing)
    for _, group in groupby(columns, key=lambda one: one.table):
        parts = list(group)
        values = {"words": first_words(" ".join(text for one in parts for text in one.texts))}
        kind = LOOSE_TEXT
        if names := "; ".join(one.header for one in parts if one.header):
            kind, values = UNKNOWN_COLUMNS, values | {"columns": names}
        yield Finding(kind, _place_of(placing, parts[0]), values)
    stretches = _stretches(loose)
    for stretch in stretches[: MOST - 1]:
        yield _finding(placing, stretch)
    if rest := [one for stretch in stretches[MOST - 1 :] for one in stretch]:
        yield _finding(placing, rest)


def left_overs(placing: Placing) -> Iterator[LeftOver]:
    """The columns that the model does not know, and the stretches of loose words, whole."""
    columns, loose = _columns_and_others(placing)
    for column in columns:
        yield column.left_over(_place_of(placing, column))
    for stretch in _stretches(loose):
        place = _heading_above(stretch[0].story, stretch[0].paragraph.start)
        rich = tuple(Paragraph((Run(one.words),)) for one in stretch)
        yield LeftOver(dict(place.values).get("heading", ""), rich, place=place)  # type: ignore[arg-type]  # a heading is text


def _columns_and_others(placing: Placing) -> tuple[list[UnknownColumn], list[Loose]]:
    """Columns that the model does not know, and the loose words that stand in none."""
    loose = find_loose(placing)
    body = placing.body
    in_tables = [one for one in loose if one.story is body and one.paragraph.tables]
    words = {one.paragraph.start: one.words for one in in_tables}
    columns = list(unknown_columns(placing, words))
    inside = {at for column in columns for at in column.starts}
    return columns, [
        one for one in loose if one.story is not body or one.paragraph.start not in inside
    ]


def _place_of(placing: Placing, column: UnknownColumn) -> Place:
    return _heading_above(placing.body, column.table)


def _stretches(loose: list[Loose]) -> list[list[Loose]]:
    stretches: list[list[Loose]] = []
    for one in loose:
        last = stretches[-1][-1] if stretches else None
        if last is not None and last.story is one.story and _follows(last, one):
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return stretches


def _is_margin(story: StoryAnswers) -> bool:
    return "/header" in story.story.part or "/footer" in story.story.part


def _follows(before: Loose, after: Loose) -> bool:
    return after.paragraph.number - before.paragraph.number <= GAP


def _finding(placing: Placing, stretch: list[Loose]) -> Finding:
    shown = first_words(" ".join(one.words for one in stretch))
    tag = _unknown_tag(placing, stretch[0])
    if tag:
        return Finding(UNKNOWN_CONTROL, Place.control(tag), {"tag": tag, "words": shown})
    place = _heading_above(stretch[0].story, stretch[0].paragraph.start)
    return Finding(LOOSE_TEXT, place, {"words": shown})


def _unknown_tag(placing: Placing, one: Loose) -> str:
    """The tag of the control that the words stand in, where the model has no such tag."""
    model, story, paragraph = placing.texts.model, one.story.story, one.paragraph
    for control in story.spans.controls:
        tag = story.tags[control.number]
        known = tag in model.by_tag or tag in model.by_key or tag in model.fixed_texts
        if tag and not known and control.start < paragraph.end and control.end > paragraph.start:
            return tag
    return ""


def _heading_above(answers: StoryAnswers, start: int) -> Place:
    story = answers.story
    for other in reversed(story.spans.paragraphs):
        if other.start < start and story.look(other.number).outline:
            heading = " ".join(story.text(other.start, other.end).split())
            return Place(N_('under "{heading}"'), (("heading", heading),))
    return NOWHERE
