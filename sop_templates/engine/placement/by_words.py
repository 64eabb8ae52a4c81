"""Answers that are found by the words around them, where control and bookmark are gone.

The visible question stands above an answer (a heading, then paragraphs or a table), before it on the
same line (`Postcode: 2500 AA`) or in the cell beside it. Where no question is left, the heading of one
of the four parts gives its text to the part's own question.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.placement.fixed_texts import place_fixed_texts_by_words
from sop_templates.engine.placement.flat_tables import FlatTable, words_of
from sop_templates.engine.placement.model_texts import CELL_SIGNS, key_of
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.engine.placement.story_answers import without_start
from sop_templates.engine.placement.tables import TableAnswers, read_tables
from sop_templates.formats.word.finished.spans import ParagraphSpan, TableSpan

ENOUGH = 0.5  # likeness of a table to a field: half of its columns, or the question right above it
MOST_TABLES = 300  # a SOP has some 15; what a stranger's file has more is named, not placed
MOST_OF_A_LINE = 200  # characters in which a question before its answer ends
BODY_TEXT = 10  # deeper than any heading

_PARTS = f":{CELL_SIGNS}"  # what parts a question from its answer on one line
_FIRST_CELL = re.compile(f"[{_PARTS}]")  # what parts a row's label from what follows

Stretch = tuple[int, int]


def place_by_words(placing: Placing) -> None:
    """Places what is left of a file; answers that were found already stay."""
    place_fixed_texts_by_words(placing)
    _place_tables(placing)
    _place_cells(placing)
    _Paragraphs(placing).place()


def _place_tables(placing: Placing) -> None:
    """Gives each table to the open field that it is most like."""
    body = placing.body
    fields = [
        one for one in placing.open_fields() if one.is_table and one.key not in placing.origin
    ]
    tables = [one for one in body.story.spans.tables if one.start not in placing.used]
    questions = _questions(placing)
    likeness = []
    for table in tables[:MOST_TABLES]:
        above = questions[bisect_left(questions, (table.start,)) - 1][1:]
        for one in fields:
            like = TableAnswers(body, one, table).likeness() + (ENOUGH if one.key in above else 0)
            if like >= ENOUGH:
                likeness.append((like, -table.start, table, one))
    for _, _, table, one in sorted(likeness, key=lambda found: found[:2], reverse=True):
        if table.start not in placing.used and one.key not in placing.origin:
            parts = [table, *_continued(placing, one, table, questions)]
            placing.put(one, read_tables(body, one, parts), Origin.LABEL)
            placing.used.update(part.start for part in parts)


def _continued(
    placing: Placing, one: Field, first: TableSpan, questions: list[tuple[int | str, ...]]
) -> Iterator[TableSpan]:
    """The tables under the same question that go on where a table of the field was cut in two.

    Either nothing is between, and they are as wide; or they have the field's header again.
    """
    story, before = placing.body.story, first
    asked = bisect_left(questions, (first.start,))
    tables = [table for table in story.spans.tables if table.depth == first.depth]
    for table in tables[bisect_left(tables, first.end, key=lambda table: table.start) :]:
        if table.start in placing.used or bisect_left(questions, (table.start,)) != asked:
            return
        answers, other = (TableAnswers(placing.body, one, part) for part in (table, before))
        goes_on = not story.text(before.end, table.start).strip()
        if not (goes_on and answers.width() == other.width()) and answers.likeness() < 1:
            return
        yield table
        before = table


def _questions(placing: Placing) -> list[tuple[int | str, ...]]:
    """The paragraphs with words outside tables: first piece, and keys of the fields they ask for."""
    story = placing.body.story
    found: list[tuple[int | str, ...]] = [(-1,)]
    for one in story.spans.paragraphs:
        if not one.tables and (text := story.text(one.start, one.end).strip()):
            fields = placing.texts.find_fields(text)
            found.append((one.start, *(field.key for field in fields)))
    return found


def _place_cells(placing: Placing) -> None:
    """Answers in the cell beside their question, or behind it in the same cell."""
    body = placing.body
    for table in body.story.spans.tables[:MOST_TABLES]:
        if table.start in placing.used:
            continue  # its cells have no question of their own
        for line in body.story.merges.grid(table.rows()):
            cells = list(dict.fromkeys(cell for cell in line if cell is not None))
            for label, value in zip_longest(cells, cells[1:]):
                text = body.story.text(label.start, label.end)
                fields = placing.texts.find_fields(text)
                if not fields:
                    _place_line(placing, label.start, label.end, text)
                elif value is not None:
                    placing.questions += 1
                    body.take(label.start, label.end)
                    placing.used.add(table.start)
                    _place(placing, fields[0], value.start, value.end, Origin.LABEL)


def _place_line(placing: Placing, start: int, end: int, text: str) -> bool:
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


def _place(placing: Placing, one: Field, start: int, end: int, origin: Origin) -> None:
    """Puts what stands in a stretch where the field is still open."""
    if not one.is_table and placing.is_open(one):
        placing.put(one, placing.body.answer(one, start, end), origin)
        placing.body.take(start, end)


class _Paragraphs:
    """The paragraphs and tables of the body in order, with the question that was asked last."""

    def __init__(self, placing: Placing) -> None:
        self.placing = placing
        self.body = placing.body
        self.fields: tuple[Field, ...] = ()
        self.origin = Origin.LABEL
        self.level = BODY_TEXT  # of the question's heading
        self.content: list[Stretch] = []
        self.table_words: frozenset[str] = frozenset()  # of a table that is asked for

    def place(self) -> None:
        for block in self._blocks():
            if isinstance(block, TableSpan):
                self._table(block)
            else:
                self._paragraph(block)
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
        if not fields and _place_line(self.placing, one.start, one.end, text):
            return
        if fields := fields or (() if look.list else texts.find_fields(text)):
            self.placing.questions += 1
            self._ask(fields, level)
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
        self.fields, self.level, self.origin = fields, level, origin
        is_table = len(fields) == 1 and fields[0].is_table and self.placing.is_open(fields[0])
        self.table_words = words_of(fields[0]) if is_table else frozenset()

    def _answer(self) -> None:
        """Gives what stood under the last question to its fields."""
        fields = [one for one in self.fields if self.placing.is_open(one)]
        content, self.content = self.content, []
        if content and not fields and self.origin is Origin.LABEL:
            self._widen(self.fields, content)
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

    def _widen(self, fields: tuple[Field, ...], content: list[Stretch]) -> None:
        """Adds paragraphs that stand with a bookmark under its question, but were left out of it.

        LibreOffice leaves a bookmark in RTF around the last paragraph only, and typing above or
        below one is not in it.
        """
        one = fields[0] if len(fields) == 1 else None
        if one is None or one.type is not FieldType.RICH:
            return
        span = self.body.story.spans.bookmarks.get(one.bookmark)
        if span is not None and self.placing.origin.get(one.key) is Origin.BOOKMARK:
            stretches = sorted([(span.start, span.end), *content])
            self.placing.raw[one.key] = self.body.prose(stretches)
            self.placing.origin[one.key] = self.origin
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
