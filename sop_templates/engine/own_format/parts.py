"""Which part of the model each stretch of a school's own file belongs to: by its headings, then by its words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sop_templates.domain.model import Chapter
from sop_templates.engine.own_format.headings import count_words
from sop_templates.engine.own_format.sections import Section
from sop_templates.engine.own_format.words import OwnWords, Subject, star_field
from sop_templates.engine.placement.placing import Origin
from sop_templates.formats.written import Line

# Evidence that makes a text be about a part; a line, or a text with a heading; a headed text of a
# named SOP, where the part is missing otherwise.
CLEAR, LINE_CLEAR, ANY = 3.0, 2.0, 1.0
TWICE, MORE = 2.0, 1.5  # as much as of any other part: for a text; for a line or headed text
LEAST_WORDS, LEAST_HEADED = 25, 8  # of a text that is known by its words alone; of a headed one

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u00c0-\u00de\"'\u2018\u201c])")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong together.

    Attributes:
        section: that they stand in.
        lines: of them.
        subject: what they are about, or None where that is not known.
        origin: how it is known.
    """

    section: Section
    lines: tuple[Line, ...]
    subject: Subject | None = None
    origin: Origin = Origin.HEADING

    @property
    def words(self) -> int:
        """How many words they have that are no prompt of a form."""
        return count_words(one for one in self.lines if id(one) not in self.section.prompts)

    def answers(self, chapter: Chapter) -> bool:
        """Whether they answer what a part asks in every SOP, and not only something beside it."""
        if self.subject is None or not self.words or self.chapter != chapter.key:
            return False
        return self.subject.slot == star_field(chapter)

    @property
    def chapter(self) -> str:
        """The key of their chapter, or ""."""
        return "" if self.subject is None else self.subject.chapter.key


def stretches_of(
    sections: Sequence[Section], words: OwnWords, *, is_named: bool = False
) -> list[Stretch]:
    """The lines of a file by what they are about, in reading order.

    Args:
        sections: of the file.
        words: of the model.
        is_named: whether the file names itself a SOP: then less makes a text be about a part.
    """
    parting = _Parting(words)
    found = [stretch for section in sections for stretch in parting.section(section)]
    for search in (parting.given, parting.searched) if is_named else (parting.searched,):
        for chapter in words.stars:
            if not any(one.answers(chapter) for one in found):
                found = list(search(found, chapter))
    return found


class _Parting:
    """Parts sections among subjects; remembers what each heading was taken for."""

    def __init__(self, words: OwnWords) -> None:
        self.words = words
        self.about: dict[int, Subject] = {}

    def section(self, section: Section) -> Iterator[Stretch]:
        """The stretches of a section."""
        lines = tuple(section.lines)
        if section.is_aside:
            yield Stretch(section, lines, None, Origin.CONTENT)
            return
        around = self._around(section)
        own = self._own(section, around)
        if len(own) > 1:
            yield from self._joined(section, own)
            return
        subject = own[0] if own else around
        if subject is not None:
            self.about[id(section)] = subject
            is_question = bool(own) and subject.field is not None and subject.sure
            by_label = is_question and not self.words.heads_chapter(section.heading)
            yield Stretch(section, lines, subject, Origin.LABEL if by_label else Origin.HEADING)
        else:
            yield from self._by_content(section, lines)

    def given(self, stretches: Sequence[Stretch], chapter: Chapter) -> Iterator[Stretch]:
        """The stretches again, with headed texts that nothing else fits given to a missing part."""
        for stretch in stretches:
            evidence = self._evidence(stretch.section, stretch.lines)
            mine = evidence.pop(chapter.key, 0.0)
            fits = mine >= ANY and mine > max(evidence.values(), default=0.0)
            if stretch.subject is None and fits and self._may_be_given(stretch):
                yield replace(stretch, subject=Subject(chapter, sure=False), origin=Origin.CONTENT)
            else:
                yield stretch

    def _may_be_given(self, stretch: Stretch) -> bool:
        """Whether it is text of the school under a heading: not on SOPs, nor on words."""
        section = stretch.section
        if not section.heading or section.is_aside or stretch.words < LEAST_HEADED:
            return False
        return not any(self.words.names_sop(one.text) for one in stretch.lines)

    def searched(self, stretches: Sequence[Stretch], chapter: Chapter) -> Iterator[Stretch]:
        """The stretches again, with the lines of a part that has no heading of its own given to it."""
        for stretch in stretches:
            key = stretch.chapter
            is_kept = stretch.section.is_aside or (
                stretch.subject is not None and stretch.subject.field is not None
            )
            if is_kept or not self._may_hold(stretch, chapter):
                yield stretch
                continue
            chosen = [
                chapter.key if self._speaks_of(line, chapter, key) else key
                for line in stretch.lines
            ]
            for owner, lines in _groups(chosen, stretch.lines):
                if owner == key:
                    yield replace(stretch, lines=lines)
                else:
                    yield Stretch(stretch.section, lines, Subject(chapter), Origin.CONTENT)

    def _may_hold(self, stretch: Stretch, chapter: Chapter) -> bool:
        """Whether a stretch speaks of a part so much that it may be looked for in it."""
        told = [line for line in stretch.lines if self._speaks_of(line, chapter, stretch.chapter)]
        text = "\n".join(line.text for line in told)
        evidence = self.words.speech.evidence(text).get(chapter.key, 0.0)
        return evidence >= CLEAR and count_words(told) >= LEAST_WORDS

    def _speaks_of(self, line: Line, chapter: Chapter, key: str) -> bool:
        evidence = self.words.speech.evidence(line.text)
        mine = evidence.get(chapter.key, 0.0)
        others = [count for other, count in evidence.items() if other != chapter.key]
        if key and key in evidence:
            return mine >= LINE_CLEAR and mine >= MORE * evidence[key]
        return mine >= LINE_CLEAR and mine > max(others, default=0.0)

    def _around(self, section: Section) -> Subject | None:
        """What the nearest section around it is about."""
        parent = section.parent
        while parent is not None:
            if id(parent) in self.about:
                return self.about[id(parent)]
            parent = parent.parent
        return None

    def _own(self, section: Section, around: Subject | None) -> tuple[Subject, ...]:
        """What its heading is about; inside a part it must say so more surely than outside."""
        own = section.subjects
        if around is None or not own:
            return own
        if len(own) > 1 and any(one.chapter.key == around.chapter.key for one in own):
            return tuple(one for one in own if one.chapter.key == around.chapter.key)
        (first, *_) = own
        if first.chapter.key == around.chapter.key:
            return own
        in_heading = self.words.speech.evidence(section.heading)
        if first.sure:
            return () if around.chapter.key in in_heading else own
        evidence = self.words.speech.evidence("\n".join(line.text for line in section.lines))
        mine, theirs = (evidence.get(key, 0.0) for key in (first.chapter.key, around.chapter.key))
        return own if mine > theirs else ()

    def _joined(self, section: Section, subjects: Sequence[Subject]) -> Iterator[Stretch]:
        """The lines under a heading that joins several parts, each to the one that it speaks of."""
        by_chapter = {one.chapter.key: one for one in subjects}
        lines = tuple(section.lines)
        chosen = self._following(lines, by_chapter)
        if len(set(chosen)) < len(by_chapter):
            sentences = tuple(part for line in lines for part in _sentences(line))
            by_sentence = self._following(sentences, by_chapter)
            if len(set(by_sentence)) > len(set(chosen)):
                lines, chosen = sentences, by_sentence
        for key, group in _groups(chosen, lines):
            yield Stretch(section, group, by_chapter[key])

    def _following(self, lines: Sequence[Line], subjects: Mapping[str, Subject]) -> list[str]:
        """The part that each line is about; one that tells nothing goes with the one before it."""
        current = next(iter(subjects))
        chosen = []
        for line in lines:
            evidence = self.words.speech.evidence(line.text)
            best = max(subjects, key=lambda key: evidence.get(key, 0.0))
            if evidence.get(best, 0.0) > evidence.get(current, 0.0):
                current = best
            chosen.append(current)
        return chosen

    def _by_content(self, section: Section, lines: tuple[Line, ...]) -> Iterator[Stretch]:
        """The lines under a heading that the model does not know."""
        evidence = self._evidence(section, lines)
        first, second = (*sorted(evidence.values(), reverse=True), 0.0, 0.0)[:2]
        enough, times, least = (
            (LINE_CLEAR, MORE, LEAST_HEADED) if section.heading else (CLEAR, TWICE, LEAST_WORDS)
        )
        if first >= enough and first >= times * second and count_words(lines) >= least:
            best = max(evidence, key=lambda key: evidence[key])
            subject = self._subject(best)
            self.about[id(section)] = subject
            yield Stretch(section, lines, subject, Origin.CONTENT)
            return
        for key, group in _groups(self._line_by_line(lines), lines):
            subject_or_none = self._subject(key) if key and self._is_enough(key, group) else None
            yield Stretch(section, group, subject_or_none, Origin.CONTENT)

    def _evidence(self, section: Section, lines: Sequence[Line]) -> dict[str, float]:
        """How much a heading and lines below it speak of each part."""
        return self.words.speech.evidence(
            "\n".join((section.heading, *(line.text for line in lines)))
        )

    def _line_by_line(self, lines: Sequence[Line]) -> list[str]:
        current = ""
        chosen = []
        for line in lines:
            evidence = self.words.speech.evidence(line.text)
            first, second = (*sorted(evidence.values(), reverse=True), 0.0, 0.0)[:2]
            if first >= LINE_CLEAR and first > second:
                current = max(evidence, key=lambda key: evidence[key])
            elif evidence and current not in evidence:
                current = ""
            chosen.append(current)
        return chosen

    def _is_enough(self, key: str, lines: Sequence[Line]) -> bool:
        evidence = self.words.speech.evidence("\n".join(line.text for line in lines))
        return evidence.get(key, 0.0) >= CLEAR and count_words(lines) >= LEAST_WORDS

    def _subject(self, key: str) -> Subject:
        chapter = next(one for one in self.words.stars if one.key == key)
        return Subject(chapter, sure=False)


def _groups(chosen: Sequence[str], lines: Sequence[Line]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Lines that follow each other and belong to one part."""
    group: list[Line] = []
    before = ""
    for key, line in zip(chosen, lines, strict=True):
        if group and key != before:
            yield before, tuple(group)
            group = []
        group.append(line)
        before = key
    if group:
        yield before, tuple(group)


def _sentences(line: Line) -> list[Line]:
    parts = _SENTENCE.split(line.text)
    if len(parts) == 1:
        return [line]
    first, *others = parts
    rest = [replace(line, text=part, rich=(), pictures=()) for part in others]
    return [replace(line, text=first, rich=()), *rest]
