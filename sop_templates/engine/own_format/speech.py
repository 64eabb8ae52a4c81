"""What the words of a text tell by the signs of a region: what it speaks of, who speaks, or that it asks."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from sop_templates.domain.dutch import fold
from sop_templates.domain.signs import Signs
from sop_templates.engine.own_format.phrases import (
    WORD,
    beginnings,
    first_place,
    heading_key,
    is_blank,
    telling_words,
)

REPEATED, MOST = 0.25, 3  # what a word counts when it comes again, and how often it does
ASIDE = 4  # telling words of a heading above words that are explained


@dataclass(frozen=True)
class Speech:
    """What texts speak of.

    Attributes:
        signs: of the region.
        stars: keys of the parts that every SOP must have.
    """

    signs: Signs
    stars: Collection[str]

    def evidence(self, text: str) -> dict[str, float]:
        """How much a text speaks of each part that every SOP must have: about one a word of it.

        Args:
            text: as written.

        Returns:
            By key of chapter, those with any.
        """
        folded = fold(text)
        found = {}
        for key, pattern in self._patterns.items():
            counts = Counter(pattern.findall(folded))
            if counts:
                again = sum(min(count - 1, MOST) for count in counts.values())
                found[key] = len(counts) + REPEATED * again
        return found

    def is_aside(self, heading: str) -> bool:
        """Whether a heading stands above text that explains words, and tells nothing of the school."""
        is_short = len(telling_words(heading_key(heading))) <= ASIDE
        return is_short and first_place(heading, self.signs.asides) >= 0

    def is_prompt(self, text: str) -> bool:
        """Whether a line only asks for a text, or is a blank that nobody filled: `[…]`, `beschrijf …`."""
        if is_blank(text):
            return True
        return self._prompts is not None and self._prompts.match(fold(text)) is not None

    def has_voice(self, text: str) -> bool:
        """Whether a school speaks of itself in a text; so does any where a region has no such words."""
        return not self._voice or not self._voice.isdisjoint(WORD.findall(fold(text)))

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        words, speech = self.signs.words, self.signs.speech
        both = {key: (*words.get(key, ()), *speech.get(key, ())) for key in self.stars}
        return {key: beginnings(found) for key, found in both.items() if found}

    @cached_property
    def _prompts(self) -> re.Pattern[str] | None:
        return beginnings(self.signs.prompts) if self.signs.prompts else None

    @cached_property
    def _voice(self) -> frozenset[str]:
        return frozenset(map(fold, self.signs.voice))
