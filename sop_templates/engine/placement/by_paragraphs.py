"""Answers that stand under or behind their question in running text, and what stands there a second time.

A question that was answered elsewhere and has words under it again is a copy: the same words count
once, others are told. Words beside the control of an answer are no copy but loose.
"""

import re
from collections.abc import Iterator
from typing import Any

from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.placement.doubles import is_anchored, tell_double
from sop_templates.engine.placement.flat_tables import FlatTable, words_of
from sop_templates.engine.placement.model_texts import CELL_SIGNS, key_of
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.engine.placement.story_answers import without_start
from sop_templates.formats.word.finished.spans import ParagraphSpan, TableSpan

MOST_OF_A_LINE = 200  # characters in which a question before its answer ends
BODY_TEXT = 10  # deeper than any heading

_PARTS = f":{CELL_SIGNS}"  # what parts a question from its answer on one line
_FIRST_CELL = re.compile(f"[{_PARTS}]")  # what parts a row's label from what follows

_SURE = (Origin.CONTROL, Origin.BOOKMARK, Origin.LABEL)

Stretch = tuple[int, int]


def place_line(placing: Placing, start: int, end: int, text: str) -> bool:
    """Places an answer that stands behind its question on one line; says whether there is one."""
    for at, character in enumerate(text[:MOST_OF_A_LINE]):
        if character not in _PARTS:
            continue
        fields = placing.texts.find_fields(text[:at], alike=False)
        rest = text[at + 1 :].strip()
        if fields and rest and len(fields) == 1:
            placing.questions += 1
            one = fields[0]
            if not placing.is_open(one):
                return False  # it is answered elsewhere: here the words are part of a text
            value = placing.body.answer(one, start, end)
            if one.type is FieldType.RICH:
                value = without_start(value, at + 1)
            elif isinstance(value, str):
                value = rest
            elif isinstance(value, dict):
                value = {**value, "text": rest}
            placing.put(one, None if placing.texts.is_prompt(rest) else value, Origin.LABEL)
            placing.body.take(start, end)
            return True
    return False


class Paragraphs:
    """The paragraphs and tables of the body in order, with the question that was asked last."""

    def __init__(self, placing: Placing) -> None:
        """Takes the answers that were found already."""
        self.placing = placing
        self.body = placing.body
        self.fields: tuple[Field, ...] = ()
        self.origin = Origin.LABEL
        self.level = BODY_TEXT  # of the question's heading
        self.asked = self.at = 0  # where the question began, and how far the paragraphs were read
        self.is_read = False  # whether the question's words are an answer themselves
        self.content: list[Stretch] = []
        self.table_words: frozenset[str] = frozenset()  # of a table that is asked for

    def place(self) -> None:
        """Places what stands under questions, and tells what is a copy."""
        for block in self._blocks():
            self.at = block.start
            if isinstance(block, TableSpan):
                self._table(block)
            else:
                self._paragraph(block)
        self.at = self.body.story.end
        self._answer()

    def _blocks(self) -> Iterator[ParagraphSpan | TableSpan]:
        spans = self.body.story.spans
        blocks: list[ParagraphSpan | TableSpan] = [one for one in spans.tables if one.depth == 0]
        blocks += [one for one in spans.paragraphs if not one.tables and not one.boxes]
        return iter(sorted(blocks, key=lambda one: one.start))

    def _table(self, table: TableSpan) -> None:
        is_prose = len(self.fields) == 1 and self.fields[0].type is FieldType.RICH
        words = self.body.left(table.start, table.end)
        if is_prose and table.start not in self.placing.used and words:
            self.content.append((table.start, table.end))
        else:
            self._ask(())

    def _paragraph(self, one: ParagraphSpan) -> None:
        story, texts = self.body.story, self.placing.texts
        text = story.text(one.start, one.end).strip()
        if not text:
            self._blank(one)
            return
        look = story.look(one.number)
        level = look.outline or BODY_TEXT
        fields = () if look.list else texts.find_fields(text, alike=False)
        if not look.outline and (self._is_of_table(text) or self._repeats(fields)):
            self.content.append((one.start, one.end))
            return
        if not fields and place_line(self.placing, one.start, one.end, text):
            return
        if fields := fields or (() if look.list else texts.find_fields(text)):
            self.placing.questions += 1
            is_read = not self.body.left(one.start, one.end)
            self._ask(fields, level)
            self.is_read = is_read
            self.body.take(one.start, one.end)
        elif (chapter := texts.find_chapter(text)) and not look.list:
            starred = [one for one in chapter.fields if one.star and one.type is FieldType.RICH]
            self._ask(tuple(starred[:1]), level, Origin.HEADING)
        elif look.outline and level <= self.level:
            asked = self._reworded(text)
            self._ask(asked, level)
            if asked:
                self.body.take(one.start, one.end)
        else:
            self._content(one, text)

    def _repeats(self, fields: tuple[Field, ...]) -> bool:
        """Whether a line only says again what was just asked: "Directeur" under "Directeur"."""
        return len(fields) == 1 and fields == self.fields and not self.content

    def _reworded(self, text: str) -> tuple[Field, ...]:
        """The open question that a heading asks in other words; () for none."""
        found = self.placing.texts.find_heading(text)
        return (found,) if found is not None and self.placing.is_open(found) else ()

    def _blank(self, one: ParagraphSpan) -> None:
        """Keeps a blank line of a table that became lines: it may be a blank cell."""
        if self.content and self.table_words:
            self.content.append((one.start, one.end))

    def _is_of_table(self, text: str) -> bool:
        """Whether a line is a header, label or subheading of the table that is asked for."""
        return bool(self.table_words) and key_of(_FIRST_CELL.split(text, 1)[0]) in self.table_words

    def _content(self, one: ParagraphSpan, text: str) -> None:
        if not self.body.left(one.start, one.end):
            return
        is_own = self.placing.texts.is_own(text) and not self.placing.texts.is_prompt(text)
        if is_own and not self.table_words:
            self._ask(())
        else:
            self.content.append((one.start, one.end))

    def _ask(
        self, fields: tuple[Field, ...], level: int = BODY_TEXT, origin: Origin = Origin.LABEL
    ) -> None:
        self._answer()
        self.fields, self.level, self.origin, self.asked = fields, level, origin, self.at
        self.is_read = False
        is_table = len(fields) == 1 and fields[0].is_table and self.placing.is_open(fields[0])
        self.table_words = words_of(fields[0]) if is_table else frozenset()

    def _answer(self) -> None:
        """Gives what stood under the last question to its fields."""
        fields = [one for one in self.fields if self.placing.is_open(one)]
        content, self.content = self.content, []
        if content and not fields and self.origin is Origin.LABEL:
            self._again(content)
        elif not content or not fields:
            for one in fields if self.origin is Origin.LABEL else ():
                self.placing.put(one, None, self.origin)
        elif fields[0].type is FieldType.RICH:
            self._put(fields[0], self.body.prose(content), content)
        elif fields[0].is_table:
            self._lines(fields[0], content)
        else:
            for one, (start, end) in zip(fields, content, strict=False):
                self._put(one, self.body.answer(one, start, end), [(start, end)])

    def _again(self, content: list[Stretch]) -> None:
        """Words under a question that was answered already: of that answer, beside it, or a copy."""
        one = self.fields[0] if len(self.fields) == 1 else None
        if one is None or one.is_table:
            return
        bookmarks = self.body.story.spans.bookmarks.get(one.bookmark, ())
        marked = [span for span in bookmarks if self.asked <= span.start < self.at]
        origin = self.placing.origin.get(one.key)
        if marked and marked[0] is bookmarks[0] and origin is Origin.BOOKMARK:
            self._widen(one, content, (marked[0].start, marked[0].end))
        elif (
            not self.is_read
            and origin in _SURE
            and not is_anchored(self.placing, one, self.asked, self.at)
        ):
            self._copy(one, content)

    def _widen(self, one: Field, content: list[Stretch], marked: Stretch) -> None:
        """Adds paragraphs that stand with a bookmark under its question, but were left out of it.

        LibreOffice leaves a bookmark in RTF around the last paragraph only, and typing above or
        below one is not in it.
        """
        if one.type is not FieldType.RICH:
            return
        self.placing.raw[one.key] = self.body.prose(sorted([marked, *content]))
        self.placing.origin[one.key] = self.origin
        for start, end in content:
            self.body.take(start, end)

    def _copy(self, one: Field, content: list[Stretch]) -> None:
        """Tells what stands under a question for the second time, where it is something else."""
        if one.type is FieldType.RICH:
            value = self.body.prose(content)
        else:
            content = content[:1]
            value = self.body.answer(one, *content[0])
        tell_double(self.placing, one, value)
        for start, end in content:
            self.body.take(start, end)

    def _lines(self, one: Field, content: list[Stretch]) -> None:
        """A table that became lines."""
        lines = [self.body.story.text(start, end).strip() for start, end in content]
        flat = FlatTable(one, lines, self.placing.texts.is_prompt)
        value = flat.list_rows() if one.type is FieldType.LIST else flat.fixed_rows()
        self._put(one, value, [content[at] for at in sorted(flat.used)])

    def _put(self, one: Field, value: Any, content: list[Stretch]) -> None:
        self.placing.put(one, value, self.origin)
        for start, end in content:
            self.body.take(start, end)
