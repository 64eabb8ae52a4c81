"""A SOP in a school's own format: which of the obligatory parts are in it, and where their texts belong.

Nothing here knows a school's wording: headings, questions and words come from the model.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sop_templates.domain.answer_values import read_value
from sop_templates.domain.model import SCHOOL_NAME, Chapter, Field, FieldType
from sop_templates.engine.own_format.fixed_texts import FoundText, find_fixed_text
from sop_templates.engine.own_format.front import find_facts, front_of, is_named_sop, says_no_more
from sop_templates.engine.own_format.headings import (
    CONTENTS,
    LONGEST_PLAIN,
    before_of,
    count_words,
    following_of,
    headings_of,
)
from sop_templates.engine.own_format.left_over import LeftOver, first_words
from sop_templates.engine.own_format.lines import changed, left_over, rich_line, under
from sop_templates.engine.own_format.parts import Stretch, stretches_of
from sop_templates.engine.own_format.phrases import heading_key, is_number
from sop_templates.engine.own_format.sections import Section, sections_of
from sop_templates.engine.own_format.verdict import LEAST_HEADED, Content
from sop_templates.engine.own_format.words import OwnWords
from sop_templates.engine.placement.placing import Origin
from sop_templates.formats.written import Grid, Line, Writing, lines_of
from sop_templates.language import N_
from sop_templates.outcome import NOWHERE, Place
from sop_templates.richtext import Paragraph, Run


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """What a table of the file answers: raw rows, and which table it is, by its number."""

    field: Field
    value: Any
    number: int


@dataclass(slots=True)
class OwnReading:
    """What was found in a SOP of a school's own format.

    Attributes:
        raw: answers as they stand in the file, by key.
        origin: what each was found by, by key.
        places: where each stands, by key, the fixed texts too.
        fixed: the words of the fixed texts that were found, by key.
        parts: the obligatory parts that were found.
        added: what was put into an answer by its words, where headings gave the rest: its headings or
            first words, by key.
        left: what belongs to no field.
    """

    raw: dict[str, Any] = field(default_factory=dict)
    origin: dict[str, Origin] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    parts: tuple[Chapter, ...] = ()
    added: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left: tuple[LeftOver, ...] = ()


def read_own_format(
    writing: Writing, words: OwnWords, tables: Sequence[TableAnswer] = ()
) -> OwnReading | None:
    """Reads a file that no model is behind.

    Args:
        writing: the file, line by line.
        words: of the model.
        tables: the answers that its tables give.

    Returns:
        What was found; None where the file is no SOP.
    """
    reading = _Reading(writing, words, tables)
    return reading.result if reading.is_sop else None


class _Reading:
    """A file while it is read."""

    def __init__(self, writing: Writing, words: OwnWords, tables: Sequence[TableAnswer]) -> None:
        self.words = words
        self.result = OwnReading()
        self.front = front_of(writing, words)
        self.total = count_words(writing.lines()) - count_words(self.front.lines)
        self.titles = {id(line) for line in self.front.lines}
        self.above: set[int] = set()  # headings that stand above a fixed text
        self.starred = 0  # words of the fixed texts and tables of the obligatory parts
        for one in tables:
            self._put(one.field, one.value, Origin.LABEL)
        self.headings = headings_of(writing, words)
        rest = self._without_tables(writing, tables)
        rest = self._without_fixed_texts(rest)
        self.sections = sections_of(rest, self.headings, put_fact=self._fact, above=self.above)
        is_named = is_named_sop(self.front, words)
        self.stretches = stretches_of(self.sections, words, is_named=is_named is True)
        self._place_prose()
        self._place_facts()
        content = Content(
            words, self.sections, self.stretches, self._answered(), self.starred, self.total
        )
        self.result.parts = tuple(one for one in words.stars if content.has(one))
        self.result.left = tuple(self._left())
        self.is_sop = content.is_sop(len(self.result.parts), is_named=is_named)

    def _answered(self) -> set[str]:
        """The keys of the fixed texts and tables that were found."""
        asked = self.words.model.by_key
        return {*self.result.fixed, *(key for key in self.result.raw if asked[key].is_table)}

    def _without_tables(self, writing: Writing, tables: Sequence[TableAnswer]) -> Writing:
        numbers = {one.number for one in tables}
        starred = {one.number for one in tables if self._is_starred(one.field)}
        kept = []
        for part in writing.parts:
            if isinstance(part, Grid) and part.number in numbers:
                self.starred += count_words(lines_of(part)) if part.number in starred else 0
            else:
                kept.append(part)
        return replace(writing, parts=tuple(kept))

    def _is_starred(self, one: Field) -> bool:
        chapter = self.words.model.chapter_of(one.key)
        return chapter is not None and chapter.star

    def _without_fixed_texts(self, writing: Writing) -> Writing:
        """The file without the fixed texts, which are noted."""
        for one in self.words.model.fixed_texts.values():
            lines = list(writing.lines())
            found = find_fixed_text(one.text, lines, partial(self._is_plain_heading, lines))
            if found is None:
                continue
            self.result.fixed[one.key] = found.text
            self.result.places[one.key] = self._place_of(lines, found)
            if one.star:
                self.starred += len(found.text.split())
            left = {id(lines[number]): line for number, line in found.left.items()}
            self.above.update(
                id(line) for line in left.values() if line and self._heads(line, one.key)
            )
            writing = changed(writing, lambda line, left=left: left.get(id(line), line))  # type: ignore[misc]  # a default binds the loop's value
        return writing

    def _heads(self, line: Line, key: str) -> bool:
        """Whether what is left of a line is the heading of the fixed text that began in it."""
        subjects = self.words.subjects(line.text) if len(line.text.split()) <= LONGEST_PLAIN else ()
        return any(key in one.chapter.fixed for one in subjects)

    def _place_of(self, lines: Sequence[Line], found: FoundText) -> Place:
        """Where a fixed text stands: its page, else the heading above it, which is noted."""
        page = lines[found.first].page
        place = Place(N_("page {page}"), (("page", page),)) if page else NOWHERE
        for number in range(found.first - 1, -1, -1):
            if self._is_heading(lines, number):
                self.above.add(id(lines[number]))
                return place if page else under(lines[number].text)
        return place

    def _is_plain_heading(self, lines: Sequence[Line], number: int) -> bool:
        """Whether a line within a fixed text is plainly a heading, and not a sentence of the school."""
        line = lines[number]
        return self._is_heading(lines, number) and (line.outline > 0 or self.words.knows(line.text))

    def _is_heading(self, lines: Sequence[Line], number: int) -> bool:
        around = (following_of(lines, number), before_of(lines, number))
        return self.headings.level(lines[number], *around) is not None

    def _fact(self, label: str, value: str, lines: Sequence[Line]) -> Field | None:
        """Takes the short answer behind a label; None where it is none, or does not fit."""
        one = self.words.fact(label)
        if one is None or one.key in self.result.raw or self.words.fact(value) is not None:
            return None
        raw: Any = value
        if one.type is FieldType.LINK:
            urls = (run.url for line in lines for part in line.rich for run in part.runs if run.url)
            url = next(urls, "")
            raw = {"text": value, "url": url} if url else value
        if read_value(one, raw)[1] is not None or not _fits(one, value):
            return None
        self._put(one, raw, Origin.LABEL)
        return one

    def _place_facts(self) -> None:
        """The school's name, code and year from the front, where no label gave them."""
        for key, fact in find_facts(self.front, self.words).items():
            if key in self.words.model.by_key and key not in self.result.raw:
                self._put(self.words.model.by_key[key], fact.value, fact.origin)

    def _place_prose(self) -> None:
        """Puts the texts of each field together, in the order of the file."""
        texts: dict[str, list[Stretch]] = {}
        for one in self.stretches:
            slot = None if one.subject is None else one.subject.slot
            if slot is not None and self._is_placed(one):
                texts.setdefault(slot.key, []).append(one)
        for key, found in texts.items():
            rich = tuple(part for place, one in enumerate(found) for part in _rich(one, place))
            asked = self.words.model.by_key[key]
            labels = [one for one in found if one.origin is Origin.LABEL]
            heads = [one for one in found if one.origin is not Origin.CONTENT]
            origin = (labels or heads or found)[0].origin
            self._put(asked, rich, origin)
            added = dict.fromkeys(_named(one) for one in found if one.origin is Origin.CONTENT)
            if added and origin is not Origin.CONTENT:
                self.result.added[key] = tuple(added)
            if found[0].section.heading:
                self.result.places[key] = under(found[0].section.heading)

    def _put(self, one: Field, value: Any, origin: Origin) -> None:
        if value not in (None, "", [], {}, ()):
            self.result.raw.setdefault(one.key, value)
            self.result.origin.setdefault(one.key, origin)

    def _left(self) -> Iterator[LeftOver]:
        """What belongs to no field, in the order of the file; pictures of texts that do as well."""
        by_section: dict[int, list[Stretch]] = {}
        for one in self.stretches:
            by_section.setdefault(id(one.section), []).append(one)
        parents = {id(one.parent) for one in self.sections}
        for section in self.sections:
            found = by_section.get(id(section), [])
            if not any(one.lines for one in found) and id(section) not in parents:
                yield from self._lonely(section)
            for one in found:
                lines = [line for line in one.lines if not self._is_title(line)]
                left = left_over(section.heading, () if self._is_placed(one) else lines, lines)
                if left.rich or left.pictures:
                    yield left

    def _is_placed(self, one: Stretch) -> bool:
        slot = None if one.subject is None else one.subject.slot
        return slot is not None and one.words >= LEAST_HEADED

    def _lonely(self, section: Section) -> Iterator[LeftOver]:
        """A heading that stands alone and means nothing to the model, as text."""
        line = section.line
        if section.subjects or line is None or heading_key(section.heading) in CONTENTS:
            return
        if is_number(section.heading):
            return
        if id(line) in self.above or self._is_title(line):
            return
        yield left_over(section.heading, [Line(section.heading)])

    def _is_title(self, line: Line) -> bool:
        """Whether a line of the front says what the document is, or of which school."""
        if id(line) not in self.titles:
            return False
        name = str(self.result.raw.get(SCHOOL_NAME, ""))
        return says_no_more(line.text.replace(name, " ") if name else line.text, self.words)


def _rich(stretch: Stretch, place: int) -> Iterator[Paragraph]:
    """A stretch as paragraphs, under its heading in bold where that says more than the question."""
    section = stretch.section
    is_own = bool(section.subjects) and not place
    if section.heading and not is_own and stretch.lines[0] in section.lines[:1]:
        yield Paragraph((Run(section.heading, bold=True),))
    for line in stretch.lines:
        yield from rich_line(line)


def _named(stretch: Stretch) -> str:
    """What a stretch is told by: its heading, or else its first words."""
    return stretch.section.heading or first_words(" ".join(one.text for one in stretch.lines))


def _fits(one: Field, value: str) -> bool:
    """Whether an answer has the form that its field asks."""
    pattern = one.limits.pattern
    return pattern is None or re.fullmatch(pattern, value.strip()) is not None
