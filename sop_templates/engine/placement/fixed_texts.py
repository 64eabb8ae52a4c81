"""Where the fixed texts of a model stand in a Word file: by their control, bookmark, or own words."""

from bisect import bisect_left
from collections.abc import Sequence

from sop_templates.domain.model import FixedText
from sop_templates.engine.placement.doubles import shown
from sop_templates.engine.placement.model_texts import key_of
from sop_templates.engine.placement.placing import Placing
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.formats.word.finished.spans import ParagraphSpan
from sop_templates.kinds.reading import TWO_ANSWERS
from sop_templates.outcome import Finding, Place

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
        if one.key in placing.fixed:
            continue
        for story in placing.stories:
            for span in story.story.spans.bookmarks.get(one.bookmark, ()):
                _put(placing, story, one, span.start, span.end)


def place_fixed_texts_by_words(placing: Placing) -> None:
    """Finds the fixed texts that are still missing among the words that were not read yet."""
    for one in placing.texts.model.fixed_texts.values():
        if one.key not in placing.fixed:
            left = list(placing.body.paragraphs())
            _take(placing, one, _found(one, left), [])
        elif one.key not in placing.tagged:
            _widen(placing, one)


def _widen(placing: Placing, one: FixedText) -> None:
    """Adds the paragraphs of a fixed text that stand beside its bookmark and were left out of it.

    LibreOffice leaves a bookmark in RTF around the last paragraph only.
    """
    story = placing.body.story
    spans = story.spans.bookmarks.get(one.bookmark, ())
    lacking = len(_lines(one.text)) - len(_lines(placing.fixed[one.key]))
    if lacking <= 0 or len(spans) != 1:
        return
    start, end = spans[0]
    first = bisect_left(story.spans.paragraphs, (start,))
    last = bisect_left(story.spans.paragraphs, (end,))
    near = story.spans.paragraphs[max(first - lacking - FURTHER, 0) : last + lacking + FURTHER]
    left = [found for found in placing.body.paragraphs() if found[0] in near]
    if found := _found(one, left):
        _take(placing, one, found, [(start, placing.fixed[one.key])])


def _take(
    placing: Placing, one: FixedText, found: Paragraphs, known: Sequence[tuple[int, str]]
) -> None:
    """Notes paragraphs as a fixed text, with what is known of it by where that begins."""
    texts = [*known, *((paragraph.start, words) for paragraph, words in found)]
    if texts:
        placing.fixed[one.key] = "\n".join(words for _, words in sorted(texts))
    for paragraph, _ in found:
        placing.body.take(paragraph.start, paragraph.end)


def _found(one: FixedText, left: Paragraphs) -> Paragraphs:
    """The paragraphs of a fixed text among those that were not read."""
    places = _alike(one, left)
    return left[places[0] : places[-1] + 1] if places else ()


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _put(placing: Placing, story: StoryAnswers, one: FixedText, start: int, end: int) -> None:
    """Notes a text; one that stands there again counts once, and is told where it differs."""
    text = story.story.text(start, end)
    story.take(start, end)
    if not text.strip():
        return
    first = placing.fixed.setdefault(one.key, text)
    if text.split() != first.split():
        values = {"label": one.title, "first": shown(first), "second": shown(text)}
        placing.findings.append(Finding(TWO_ANSWERS, Place.control(one.key), values, one.key))


def _alike(one: FixedText, left: Paragraphs) -> list[int]:
    """The places of the paragraphs that are a fixed text's: the same, changed, or between such."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - most files never need it

    expected = [key_of(line) for line in _lines(one.text)]
    places: list[int] = []
    for place, (_, words) in enumerate(left):
        key = key_of(words)
        if places and place - places[-1] > FURTHER + 1:
            break
        if any(fuzz.ratio(key, line, score_cutoff=LIKENESS) for line in expected):
            places.append(place)
    return places
