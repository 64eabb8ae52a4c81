"""The words of a Word file that belong to no field: named, never dropped."""

from collections.abc import Iterator
from typing import NamedTuple

from sop_templates.engine.own_format.left_over import MOST, LeftOver, first_words
from sop_templates.engine.placement.placing import Placing
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.formats.word.finished.spans import ParagraphSpan
from sop_templates.kinds.reading import LOOSE_TEXT, UNKNOWN_CONTROL
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
    """A finding for each stretch of loose words, with the first of them and the heading above."""
    stretches = _stretches(placing)
    for stretch in stretches[: MOST - 1]:
        yield _finding(placing, stretch)
    if rest := [one for stretch in stretches[MOST - 1 :] for one in stretch]:
        yield _finding(placing, rest)


def left_overs(placing: Placing) -> Iterator[LeftOver]:
    """The stretches of loose words, whole."""
    for stretch in _stretches(placing):
        place = _heading_above(stretch[0])
        rich = tuple(Paragraph((Run(one.words),)) for one in stretch)
        yield LeftOver(dict(place.values).get("heading", ""), rich, place=place)  # type: ignore[arg-type]  # a heading is text


def _stretches(placing: Placing) -> list[list[Loose]]:
    stretches: list[list[Loose]] = []
    for one in find_loose(placing):
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
    return Finding(LOOSE_TEXT, _heading_above(stretch[0]), {"words": shown})


def _unknown_tag(placing: Placing, one: Loose) -> str:
    """The tag of the control that the words stand in, where the model has no such tag."""
    model, story, paragraph = placing.texts.model, one.story.story, one.paragraph
    for control in story.spans.controls:
        tag = story.tags[control.number]
        known = tag in model.by_tag or tag in model.by_key or tag in model.fixed_texts
        if tag and not known and control.start < paragraph.end and control.end > paragraph.start:
            return tag
    return ""


def _heading_above(one: Loose) -> Place:
    story = one.story.story
    for other in reversed(story.spans.paragraphs):
        if other.start < one.paragraph.start and story.look(other.number).outline:
            heading = " ".join(story.text(other.start, other.end).split())
            return Place(N_('under "{heading}"'), (("heading", heading),))
    return NOWHERE
