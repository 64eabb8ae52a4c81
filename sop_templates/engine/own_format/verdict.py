"""Whether a file is a SOP: by what it calls itself, and by how much of it is about the obligatory parts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sop_templates.domain.dutch import fold
from sop_templates.domain.model import Chapter
from sop_templates.engine.own_format.parts import Stretch
from sop_templates.engine.own_format.sections import Section
from sop_templates.engine.own_format.words import OwnWords

PARTS = 2  # of the obligatory parts that make a file a SOP
# Of the words that are about them, where a file does not name itself.
SHARE, SHARE_OF_THREE = 0.5, 0.35
THREE = 3  # parts
ELSEWHERE = 2  # headings of other documents that make it one of those
LEAST_HEADED = 3  # words under a heading: fewer are no text
LEAST_UNNAMED = 15  # words on each of two parts, where a file does not name itself


@dataclass(frozen=True, slots=True)
class Content:
    """What of a file is about the obligatory parts.

    Attributes:
        words: of the model.
        sections: of the file.
        stretches: its lines by what they are about.
        answered: keys of the fixed texts and tables that were found in it.
        starred: words of those that are of the obligatory parts.
        total: words of the file behind its front.
    """

    words: OwnWords
    sections: Sequence[Section]
    stretches: Sequence[Stretch]
    answered: Collection[str]
    starred: int
    total: int

    def has(self, chapter: Chapter) -> bool:
        """Whether something of a part was found: its fixed text, a table, or words on it."""
        tables = (one.key for one in chapter.fields if one.is_table)
        if any(key in self.answered for key in (*chapter.fixed, *tables)):
            return True
        return self._words_on(chapter, surely=False) >= LEAST_HEADED

    def is_sop(self, parts: int, *, is_named: bool | None) -> bool:
        """Whether the file is a SOP.

        Args:
            parts: how many of the obligatory ones were found.
            is_named: whether it calls itself one; None where it does not say what it is.
        """
        if parts < PARTS:
            return False
        if is_named is not None:
            return is_named
        if self._headings_elsewhere() >= ELSEWHERE:
            return False
        if not any(
            self.words.speech.has_voice(line.text) for one in self._starred() for line in one.lines
        ):
            return False
        stars = self.words.stars
        share = self._share()
        told = [self._words_on(one, surely=False) >= LEAST_UNNAMED for one in stars]
        sure = [self._words_on(one, surely=True) >= LEAST_UNNAMED for one in stars]
        enough = sum(sure) >= PARTS and share >= SHARE
        return enough or (parts >= THREE and sum(told) >= PARTS and share >= SHARE_OF_THREE)

    def _share(self) -> float:
        """How much of the file is about the obligatory parts."""
        return (self.starred + sum(one.words for one in self._starred())) / max(self.total, 1)

    def _starred(self) -> Iterator[Stretch]:
        return (one for one in self.stretches if one.subject and one.subject.chapter.star)

    def _headings_elsewhere(self) -> int:
        """How many headings are those of other documents."""
        signs = [fold(one) for one in self.words.signs.elsewhere]
        return sum(any(sign in fold(one.heading) for sign in signs) for one in self.sections)

    def _words_on(self, chapter: Chapter, *, surely: bool) -> int:
        """How many words the longest text on a part has.

        Args:
            chapter: the part.
            surely: whether its heading must hold a phrase of the model.
        """
        found = [
            one.words
            for one in self.stretches
            if one.subject is not None
            and one.chapter == chapter.key
            and (one.subject.sure or not surely)
        ]
        return max(found, default=0)
