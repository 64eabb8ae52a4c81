"""Which lines of a file of a school's own are headings: by style, number, look, or the model's words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sop_templates.engine.own_format.words import OwnWords
from sop_templates.formats.written import Letters, Line, Writing
from sop_templates.richtext import Paragraph, RichText

LONGEST_STYLED, LONGEST = 30, 16  # words of a heading: with a heading style, and without
LONGEST_PLAIN = 12  # words of one that looks like the text around it
LEAST_BELOW = 5  # words of what stands under such a one
BIGGER = 1.0  # points: letters that much bigger than the text stand out
MOSTLY = 0.5  # of the words: a look that so many have is no heading's

Level = tuple[float, ...]  # compared as tuples: a smaller one stands above a bigger one

_CHAPTER = re.compile(
    r"(?:hoofdstuk|deel|onderdeel|paragraaf|bijlage)\s+(?:\d{1,2}|[ivx]{1,4}|[a-z])\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?P<digits>\d{1,2}(?:\.\d{1,2})*)(?P<sign>[.):]?)\s+(?=\S)")
_LETTER = re.compile(r"(?:[ivx]{1,4}|[a-z])[.)]\s+(?=\S)", re.IGNORECASE)
_STYLES = ("kop", "heading", "hoofdstuk", "titel", "title", "header")
_SENTENCE_ENDS = ".;,"
CONTENTS = ("inhoud", "inhoudsopgave")  # headings of a table of contents


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells headings from text in one file.

    Attributes:
        words: of the model.
        size: points of most of the text.
        bold_is_common: whether most of the text is bold.
    """

    words: OwnWords
    size: float
    bold_is_common: bool

    def level(self, line: Line, following: Line | None) -> Level | None:
        """The level of a heading, None for a line that is none.

        Args:
            line: which.
            following: the next line with words of the same flow, or None.
        """
        count = len(line.text.split())
        if not count or "\n" in line.text:
            return None
        if line.outline and count <= LONGEST_STYLED:
            return (0, line.outline)
        knows = count <= LONGEST and self.words.knows(line.text)
        ends = line.text[-1] in _SENTENCE_ENDS and not knows
        is_item = line.list == "bullet" and not self._stands_out(line)
        if count > LONGEST or ends or is_item:
            return None
        return self._level(line, following, knows=knows)

    def _level(self, line: Line, following: Line | None, *, knows: bool) -> Level | None:
        """The level of a short line without a heading style, by its number, its look or its words."""
        if (depth := _depth(line)) and self._is_numbered_heading(line, following, knows=knows):
            return (1, depth)
        if self._stands_out(line) and (not line.list or knows):
            return _by_look(line.letters)
        is_short = len(line.text.split()) <= LONGEST_PLAIN
        return (3,) if knows and is_short and not line.list and _is_text(following) else None

    def _is_numbered_heading(self, line: Line, following: Line | None, *, knows: bool) -> bool:
        """Whether a numbered line is a heading: items of a list follow each other."""
        if following is None:
            return False
        goes_on = bool(_depth(following)) and _depth(following) == _depth(line)
        return knows or self._stands_out(line) or not goes_on

    def _stands_out(self, line: Line) -> bool:
        letters = line.letters
        named = any(word in line.style.casefold() for word in _STYLES)
        bold = letters.bold and not self.bold_is_common
        bigger = letters.size >= self.size + BIGGER
        return named or bold or letters.capitals or letters.underlined or bigger


def headings_of(writing: Writing, words: OwnWords) -> Headings:
    """What headings are told by in a file."""
    sizes: Counter[float] = Counter()
    bold = total = 0
    for line in writing.lines():
        count = len(line.text.split())
        sizes[line.letters.size] += count
        bold += count if line.letters.bold else 0
        total += count
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return Headings(words, size, bold_is_common=bold > MOSTLY * total)


def apart(line: Line, words: OwnWords) -> list[Line]:
    r"""A line that begins with its heading, as two: `**Visie.** Wij …`, `Visie: Wij …`, `Visie\nWij …`."""
    cut = _cut(line, words)
    if not cut:
        return [line]
    first, rest = line.text[:cut], line.text[cut:].lstrip(" \t\n:.\u2013-")
    if not rest:
        return [line]
    letters = replace(line.letters, bold=line.letters.bold or bool(line.lead))
    heading = replace(line, text=first.strip(" \t\n:."), rich=(), letters=letters, lead=0, list="")
    behind = len(line.text) - len(rest)
    return [heading, replace(line, text=rest, rich=without_first(line.rich, behind), lead=0)]


def _cut(line: Line, words: OwnWords) -> int:
    """How many characters of a line are its heading; 0 for none."""
    text = line.text
    broken, lead = text.find("\n"), text[: line.lead].rstrip()
    if broken > 0 and len(text[:broken].split()) <= LONGEST:
        first = text[:broken].strip()
        short = first[-1:] not in _SENTENCE_ENDS and (line.letters.bold or line.lead >= broken)
        if short or words.knows(first):
            return broken
    if lead and len(lead.split()) <= LONGEST_PLAIN and words.subjects(lead):
        return len(lead)
    colon = text.find(":")
    if colon > 0 and len(text[:colon].split()) <= LONGEST_PLAIN and words.knows(text[:colon]):
        return colon + 1
    return 0


def without_first(rich: RichText, count: int) -> RichText:
    """Rich text without its first characters."""
    if not rich:
        return rich
    first, *others = rich
    runs = []
    for run in first.runs:
        cut = min(count, len(run.text))
        count -= cut
        if run.text[cut:]:
            runs.append(replace(run, text=run.text[cut:]))
    return (Paragraph(tuple(runs), first.list, first.number), *others)


def following_of(lines: Sequence[Line], place: int) -> Line | None:
    """The next line with words."""
    return next((one for one in lines[place + 1 :] if one.text), None)


def count_words(lines: Iterable[Line]) -> int:
    """The words of lines together."""
    return sum(len(one.text.split()) for one in lines)


def _depth(line: Line) -> int:
    """How many numbers a line begins with (`2.1` two), 0 for none; an item of a numbered list one."""
    if match := _DIGITS.match(line.text):
        depth = match["digits"].count(".") + 1
        return depth if match["sign"] or depth > 1 else int(line.list == "number")
    lettered = _CHAPTER.match(line.text) or _LETTER.match(line.text)
    return int(lettered is not None or line.list == "number")


def _by_look(letters: Letters) -> Level:
    return (2, -letters.size, not letters.capitals, not letters.bold, not letters.underlined)


def _is_text(line: Line | None) -> bool:
    return line is not None and (bool(line.list) or len(line.text.split()) >= LEAST_BELOW)
