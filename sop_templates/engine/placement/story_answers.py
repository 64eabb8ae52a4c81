"""What stands in a stretch of a story, as the raw answer to a question of a certain type.

Also keeps account of what was read, so that the rest can be told.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sop_templates.domain.dutch import fold
from sop_templates.domain.model import Column, Field, FieldType
from sop_templates.engine.placement.model_texts import ModelTexts
from sop_templates.formats.word.finished.spans import ControlSpan, ParagraphSpan, set_apart
from sop_templates.formats.word.finished.story import Story
from sop_templates.richtext import Paragraph, RichText
from sop_templates.richtext_markup import plain

_BOXES = re.compile("([☐☒☑✓✔])")
_BOX = "☐"
_YES_OR_NO = ("ja", "nee")

Asked = Field | Column


class StoryAnswers:
    """A story beside a model.

    Attributes:
        story: which.
        texts: the model's words.
        apart: controls that are fields of their own or show their prompt: no text of what they
            stand in.
    """

    def __init__(self, story: Story, texts: ModelTexts, keys: Collection[str]) -> None:
        """Takes the story, the words of the model, and the tags of its controls outside tables."""
        self.story = story
        self.texts = texts
        self.apart = set_apart(
            one
            for one in story.spans.controls
            if story.tags[one.number] in keys or one.number in story.showing_prompts
        )
        self._taken = bytearray(story.end)

    def take(self, start: int, end: int) -> None:
        """Notes that a stretch was read, and what is silent right after it."""
        end = self.story.next_words(end)
        self._taken[start:end] = b"\x01" * (end - start)

    def left(self, start: int, end: int) -> str:
        """The words of a stretch that were not read, prompts aside."""
        taken = self._taken
        parts = []
        at = taken.find(0, start, end)
        while at >= 0:
            stop = taken.find(1, at, end)
            stop = end if stop < 0 else stop
            parts.append(self.story.text(at, stop, self.apart))
            at = taken.find(0, stop, end)
        return "".join(parts).strip()

    def answer(self, asked: Asked, start: int, end: int, control: int = -1) -> Any:
        """The raw answer in a stretch.

        Args:
            asked: the field or column.
            start: the first piece.
            end: the piece after the last.
            control: the number of the control that the stretch is, or -1 for any other stretch.

        Returns:
            As `domain.answers.canonical` takes it, None for none.
        """
        story = self.story
        if control in story.showing_prompts:
            return None
        if asked.type is FieldType.FLAG or asked.type is FieldType.DATE:
            known = self._state(asked, start, end, control)
            if known is not None:
                return known
        elif asked.type is FieldType.RICH:
            return self.prose([(start, end)])
        text = story.text(start, end, self.apart)
        if not text or self.texts.is_prompt(text):
            return None
        if asked.type is FieldType.LINK:
            return self._link(start, end, text)
        return ticked(asked, text) if _BOX in text else text

    def unlike_prompt(self, control: ControlSpan) -> str:
        """The words of a control that says to show its prompt, where they are no known prompt."""
        text = self.story.text(control.start, control.end).strip()
        return "" if not text or self.texts.is_prompt(text) else text

    def paragraphs(self) -> Iterator[tuple[ParagraphSpan, str]]:
        """The paragraphs of which something was not read, with those words."""
        unread = self._taken.find
        for one in self.story.spans.paragraphs:
            start, end = one[:2]
            if unread(0, start, end) >= 0 and (words := self.left(start, end)):
                yield one, words

    def _state(self, asked: Asked, start: int, end: int, control: int) -> Any:
        """The date or tick of a control: the one that is meant, or one that lies in the stretch."""
        story = self.story
        known = story.checks if asked.type is FieldType.FLAG else story.dates
        if control >= 0:
            return known.get(control)
        for number, value in known.items():
            one = story.spans.controls[number]
            if one.start < end and one.end > start and number not in story.showing_prompts:
                return value
        return None

    def prose(self, stretches: Iterable[tuple[int, int]]) -> RichText | None:
        """The rich text of stretches, without a prompt that was left above it; None for none."""
        rich = self.story.rich_of(stretches, self.apart)
        if rich and self.texts.is_prompt(plain(rich[:1])):
            rich = rich[1:]
        return rich or None

    def _link(self, start: int, end: int, text: str) -> Any:
        rich = self.story.rich(start, end, self.apart)
        url = next((run.url for one in rich for run in one.runs if run.url), "")
        return {"text": text, "url": url} if url else text


def ticked(asked: Asked, text: str) -> str:
    """The option behind the only ticked box of several (`☐ ja ☒ nee`); else the text.

    Only where the text is nothing but boxes and options: that nobody means by any other words.
    """
    options = _YES_OR_NO if asked.type is FieldType.FLAG else asked.options
    known = {fold(option) for option in options}
    before, *shown = _BOXES.split(text)
    if before.strip() or not all(fold(option) in known for option in shown[1::2]):
        return text
    chosen = [
        option.strip() for box, option in zip(shown[::2], shown[1::2], strict=True) if box != _BOX
    ]
    return chosen[0] if len(chosen) == 1 else text


def without_start(rich: RichText, count: int) -> RichText:
    """Rich text of one paragraph without its first characters and the white space after them."""
    if not rich:
        return rich
    first, *others = rich
    runs = []
    for run in first.runs:
        cut = min(count, len(run.text))
        count -= cut
        runs.append(type(run)(run.text[cut:], run.bold, run.italic, run.url))
    return (Paragraph(tuple(run for run in runs if run.text), first.list, first.number), *others)
