"""Where the fixed texts of a model stand in a Word file: by their control, bookmark, or own words."""

from collections.abc import Sequence

from sop_templates.domain.model import FixedText
from sop_templates.engine.placement.model_texts import key_of
from sop_templates.engine.placement.placing import Placing
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.formats.word.finished.spans import ParagraphSpan

LOCKED = ("sdtContentLocked", "contentLocked")
LIKENESS = 65  # per cent: a paragraph that differs more is no changed fixed text
FURTHER = 3  # paragraphs that may have been added inside a fixed text

Paragraphs = Sequence[tuple[ParagraphSpan, str]]


def place_fixed_texts(placing: Placing) -> None:
    """Finds the fixed texts by tag, else by bookmark, and whether their controls are locked."""
    for one in placing.texts.model.fixed_texts.values():
        for story, control in placing.tagged.get(one.key, ()):
            if control.number not in story.story.showing_prompts:
                _put(placing, story, one, control.start, control.end)
            if story.story.properties(control.number).lock not in LOCKED:
                placing.unlocked.add(one.key)
        for story in placing.stories:
            span = story.story.spans.bookmarks.get(one.bookmark)
            if span is not None and one.key not in placing.fixed:
                _put(placing, story, one, span.start, span.end)


def place_fixed_texts_by_words(placing: Placing) -> None:
    """Finds the fixed texts that are still missing among the words that were not read yet."""
    missing = [
        one for one in placing.texts.model.fixed_texts.values() if one.key not in placing.fixed
    ]
    for one in missing:
        left = list(placing.body.paragraphs())
        places = _alike(one, left)
        if places:
            found = left[places[0] : places[-1] + 1]
            placing.fixed[one.key] = "\n".join(words for _, words in found)
            for paragraph, _ in found:
                placing.body.take(paragraph.start, paragraph.end)


def _put(placing: Placing, story: StoryAnswers, one: FixedText, start: int, end: int) -> None:
    text = story.story.text(start, end)
    if text.strip():
        placing.fixed.setdefault(one.key, text)
    story.take(start, end)


def _alike(one: FixedText, left: Paragraphs) -> list[int]:
    """The places of the paragraphs that are a fixed text's: the same, changed, or between such."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - most files never need it

    expected = [key_of(line) for line in one.text.splitlines() if line.strip()]
    places: list[int] = []
    for place, (_, words) in enumerate(left):
        key = key_of(words)
        if places and place - places[-1] > FURTHER + 1:
            break
        if any(fuzz.ratio(key, line, score_cutoff=LIKENESS) for line in expected):
            places.append(place)
    return places
