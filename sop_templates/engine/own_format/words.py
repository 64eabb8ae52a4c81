"""What of a model a heading or a text of a school's own is about, by the model's words alone."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from sop_templates.domain.model import Chapter, Field, FieldType, Model
from sop_templates.domain.signs import Pair, Signs
from sop_templates.engine.models import open_model, open_signs
from sop_templates.engine.own_format.phrases import (
    SPECIFIC,
    beginnings,
    first_place,
    heading_key,
    place_of,
    start_of,
    telling_words,
    written_out,
)
from sop_templates.engine.own_format.speech import Speech
from sop_templates.engine.placement.model_texts import find_alike, key_of

CONTAINED, BEGINNING = (
    78.0,
    62.0,
)  # how much a phrase in a heading counts, and the beginning of a word
WHOLE = 12.0  # more for a phrase that is all of the heading
HALF = 0.5  # of a heading's words: a single word in fewer of them says too little

_Pairs = Mapping[str, list[tuple[re.Pattern[str], re.Pattern[str]]]]

_AND = re.compile(r"\s+(?:en|&|\+)\s+|\s*[/;,|]\s*")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a heading is about.

    Attributes:
        chapter: the chapter.
        field: the field of it, or None for the chapter as a whole.
        sure: whether the heading holds a phrase of the model, and not only a word that goes with it.
    """

    chapter: Chapter
    field: Field | None = None
    sure: bool = True

    @property
    def slot(self) -> Field | None:
        """The field that prose on it belongs in: its own, else its chapter's with the star."""
        if self.field is not None and self.field.type is FieldType.RICH:
            return self.field
        return star_field(self.chapter)


def star_field(chapter: Chapter) -> Field | None:
    """The field that takes the prose of a part that every SOP must have, or None."""
    starred = (one for one in chapter.fields if one.star and one.type is FieldType.RICH)
    return next(starred, None)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of the model, and what a heading that holds it is about."""

    key: str
    words: tuple[str, ...]
    starts: frozenset[str]
    chapter: Chapter
    field: Field | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A subject found in a part of a heading."""

    subject: Subject
    score: float
    place: int


@dataclass(frozen=True)
class OwnWords:
    """The words of a model for files that it is not behind.

    Attributes:
        model: whose.
        signs: of its region.
    """

    model: Model
    signs: Signs

    def subjects(self, heading: str) -> tuple[Subject, ...]:
        """What a heading is about, in its order: mostly one thing, several where it joins them."""
        key = heading_key(heading)
        if not key:
            return ()
        if (whole := self._whole(key)) is not None:
            return (whole,)
        parts = [part for part in _AND.split(written_out(key)) if part]
        found = [one for part in parts if (one := self._best(part)) is not None]
        joined = self._best(key) if len(parts) > 1 else None
        if joined is not None and joined.score > max((one.score for one in found), default=0.0):
            chapters = {one.subject.chapter.key for one in found}
            found = [joined] if len(chapters) <= 1 else found
        unique = {one.subject.chapter.key: one.subject for one in reversed(found)}
        return tuple(reversed(unique.values()))

    def knows(self, text: str) -> bool:
        """Whether a text is a heading or question of the model, at most reworded slightly."""
        return self._whole(heading_key(text)) is not None

    def heads_chapter(self, text: str) -> bool:
        """Whether a text is a heading of a chapter, be it a question of the model too."""
        return heading_key(text) in self._chapter_keys

    def fact(self, label: str) -> Field | None:
        """The field of one line or choice that a text is the label of, or None."""
        return self._facts.get(key_of(label))

    def is_of_label(self, word: str) -> bool:
        """Whether a folded word stands in the label of a short answer."""
        return word in self._label_words

    def names_sop(self, text: str) -> bool:
        """Whether a text has a name that SOPs call themselves by."""
        return first_place(text, self.signs.names) >= 0

    @cached_property
    def stars(self) -> tuple[Chapter, ...]:
        """The parts that every SOP must have."""
        return tuple(one for one in self.model.chapters if one.star)

    @cached_property
    def speech(self) -> Speech:
        """What texts speak of."""
        return Speech(self.signs, tuple(one.key for one in self.stars))

    def _whole(self, key: str) -> Subject | None:
        """What a heading is about that is a phrase of the model as a whole."""
        keys = self._by_key
        if (bare := " ".join(telling_words(key))) in self._by_words:
            return self._by_words[bare]
        found = key if key in keys else find_alike(key, keys)
        return keys[found] if found else None

    def _best(self, part: str) -> _Found | None:
        """The best of what a part of a heading is about: of phrases and words, what comes first."""
        if (whole := self._whole(part)) is not None:
            return _Found(whole, 100.0, 0)
        if (turned := self._paired(part, self._turned)) is not None:
            return turned
        found = [*self._contained(telling_words(part)), *self._begun(part)]
        best = min(found, key=lambda one: (one.place, -one.score), default=None)
        return best or self._paired(part, self._pairs)

    def _contained(self, words: list[str]) -> Iterator[_Found]:
        starts = {start_of(word) for word in words}
        for phrase in self._phrases:
            if not phrase.starts <= starts:
                continue  # most phrases, at a fraction of the cost
            places = [place_of(word, words) for word in phrase.words]
            if not places or min(places) < 0:
                continue
            share = len(places) / len(words)
            if self._common.issuperset(phrase.words) and share < 1:
                continue
            if len(places) > 1 or (share > HALF and len(phrase.words[0]) >= SPECIFIC):
                subject = Subject(phrase.chapter, phrase.field)
                yield _Found(subject, CONTAINED + WHOLE * share, min(places))

    def _begun(self, part: str) -> Iterator[_Found]:
        for key, pattern in self._heading_patterns.items():
            found = [match for match in pattern.finditer(part) if match[0]]
            if not found:
                continue
            chapter, field = self._owner(key)
            score = BEGINNING + len(found[0][0]) / 2 + 4 * len(found)
            place = len(telling_words(part[: found[0].start()]))
            yield _Found(Subject(chapter, field, sure=False), score, place)

    def _paired(self, part: str, pairs: _Pairs) -> _Found | None:
        """What a part is about by two words that say too little alone: `ieder kind` and `bieden`."""
        found = [
            _Found(Subject(*self._owner(key), sure=False), BEGINNING, 0)
            for key, both in pairs.items()
            if any(tells.search(part) and goes_with.search(part) for tells, goes_with in both)
        ]
        return found[0] if len(found) == 1 else None

    def _owner(self, key: str) -> tuple[Chapter, Field | None]:
        field = self.model.by_key.get(key)
        chapter = self.model.chapter_of(key) if field else None
        if chapter is None:
            chapter = next(one for one in self.model.chapters if one.key == key)
        return chapter, field

    @cached_property
    def _phrases(self) -> tuple[_Phrase, ...]:
        """Headings of chapters, then questions of fields that take prose or a table."""
        found: dict[str, _Phrase] = {}
        for chapter in self.model.chapters:
            for text in (chapter.title, *chapter.headings):
                _add(found, text, chapter, None)
        for chapter in self.model.chapters:
            for one in chapter.fields:
                if one.type is FieldType.RICH or one.is_table:
                    for text in (one.title, one.label, *one.other_labels):
                        _add(found, text, chapter, one)
        return tuple(found.values())

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words in phrases of several chapters: together they do not tell one from another."""
        pairs = {(word, one.chapter.key) for one in self._phrases for word in one.words}
        counts = Counter(word for word, _ in pairs)
        return frozenset(word for word, count in counts.items() if count > 1)

    @cached_property
    def _by_key(self) -> Mapping[str, Subject]:
        return {one.key: Subject(one.chapter, one.field) for one in self._phrases}

    @cached_property
    def _chapter_keys(self) -> frozenset[str]:
        return frozenset(
            heading_key(text) for one in self.model.chapters for text in (one.title, *one.headings)
        )

    @cached_property
    def _by_words(self) -> Mapping[str, Subject]:
        """The same by their telling words, for the parts that every SOP must have."""
        return {
            " ".join(one.words): self._by_key[one.key]
            for one in reversed(self._phrases)
            if one.chapter.star and one.words
        }

    @cached_property
    def _facts(self) -> Mapping[str, Field]:
        asked = [one for one in self.model.scalars() if one.type not in _NO_FACTS]
        return {
            key_of(text): one
            for one in reversed(asked)
            for text in (*one.other_labels, one.title, one.label)
        }

    @cached_property
    def _label_words(self) -> frozenset[str]:
        return frozenset(word for key in self._facts for word in key.split())

    @cached_property
    def _heading_patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {key: beginnings(words) for key, words in self.signs.words.items() if words}

    @cached_property
    def _pairs(self) -> _Pairs:
        return _patterns_of(self.signs.pairs)

    @cached_property
    def _turned(self) -> _Pairs:
        return _patterns_of(self.signs.turned)


_NO_FACTS = (FieldType.RICH, FieldType.FLAG)


@cache
def open_words(name: str) -> OwnWords:
    """The words of the model of that name or folder.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults.
    """
    return OwnWords(open_model(name), open_signs(name))


def _patterns_of(pairs: Mapping[str, tuple[Pair, ...]]) -> _Pairs:
    return {
        key: [(beginnings(one.tells), beginnings(one.goes_with)) for one in found]
        for key, found in pairs.items()
    }


def _add(found: dict[str, _Phrase], text: str, chapter: Chapter, field: Field | None) -> None:
    key = heading_key(text)
    words = tuple(telling_words(key))
    found[key] = _Phrase(key, words, frozenset(map(start_of, words)), chapter, field)
