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
_SENTENCE_ENDS, ASKS = ".;,", "?"
CONTENTS = ("inhoud", "inhoudsopgave")  # headings of a table of contents


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells headings from text in one file.

    Attributes:
        words: of the model.
        size: points of most of the text.
        bold_is_common: whether most of the text is bold.
        numbers_lead: whether headings of parts have numbers: then a number makes a heading a high one.
    """

    words: OwnWords
    size: float
    bold_is_common: bool
    numbers_lead: bool = True

    def level(self, line: Line, following: Line | None, before: Line | None = None) -> Level | None:
        """The level of a heading, None for a line that is none.

        Args:
            line: which.
            following: the next line with words of the same flow, or None.
            before: the one above it, or None.
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
        if knows or self._stands_out(line):
            return self._striking(line, following, knows=knows)
        if line.list == "bullet" or following is None or _are_items(line, before, following):
            return None
        return self._plain(line, following, before)

    def _striking(self, line: Line, following: Line | None, *, knows: bool) -> Level | None:
        """The level of a short line that the model knows, or that looks unlike the text."""
        depth = _depth(line)
        if depth and following is not None and self.numbers_lead:
            return (1, depth)
        if self._stands_out(line):
            is_item = bool(line.list) and not knows
            goes_on = following is None or bool(following.list)
            look = _by_look(line.letters)
            return None if is_item and goes_on else (*look, depth) if depth else look
        is_short = len(line.text.split()) <= LONGEST_PLAIN
        return (3,) if is_short and not line.list and _is_text(following) else None

    def _plain(self, line: Line, following: Line, before: Line | None) -> Level | None:
        """The level of a short line that looks like the text: one with a number, or a question."""
        if depth := _depth(line):
            return (1, depth) if self.numbers_lead else (3, depth)
        asks = line.text.endswith(ASKS) and not following.text.endswith(ASKS)
        after_another = before is not None and before.text.endswith(ASKS)
        return (3,) if asks and not after_another and _is_text(following) else None

    def _stands_out(self, line: Line) -> bool:
        letters = line.letters
        named = any(word in line.style.casefold() for word in _STYLES)
        bold = letters.bold and not self.bold_is_common
        bigger = letters.size >= self.size + BIGGER
        return named or bold or bigger or letters.capitals or letters.underlined or letters.framed


def headings_of(writing: Writing, words: OwnWords) -> Headings:
    """What headings are told by in a file."""
    sizes: Counter[float] = Counter()
    bold = total = 0
    numbers_lead = False
    for line in writing.lines():
        count = len(line.text.split())
        sizes[line.letters.size] += count
        bold += count if line.letters.bold else 0
        total += count
        is_numbered = 0 < count <= LONGEST and not line.outline and bool(_depth(line))
        numbers_lead = numbers_lead or (is_numbered and _is_of_part(line.text, words))
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    return Headings(words, size, bold > MOSTLY * total, numbers_lead)


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
    if line.outline and "\n" not in text:
        return 0  # all of it is a heading
    broken, lead = text.find("\n"), text[: line.lead].rstrip()
    if broken > 0 and len(text[:broken].split()) <= LONGEST:
        first = text[:broken].strip()
        short = first[-1:] not in _SENTENCE_ENDS and (line.letters.bold or line.lead >= broken)
        if short or words.knows(first):
            return broken
    if lead and len(lead.split()) <= LONGEST_PLAIN and words.subjects(lead):
        return len(lead)
    colon = text.find(":")
    is_all_bold = line.letters.bold and len(text.split()) <= LONGEST_PLAIN
    if colon > 0 and not is_all_bold and len(text[:colon].split()) <= LONGEST_PLAIN:
        return colon + 1 if words.knows(text[:colon]) else 0
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


def before_of(lines: Sequence[Line], place: int) -> Line | None:
    """The line with words before it."""
    return next((lines[at] for at in range(place - 1, -1, -1) if lines[at].text), None)


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


def _is_of_part(text: str, words: OwnWords) -> bool:
    """Whether a text surely heads a part that every SOP must have."""
    return any(one.chapter.star and one.sure for one in words.subjects(text))


def _are_items(line: Line, before: Line | None, following: Line) -> bool:
    """Whether a line and the one above or below it are items of one list: they follow each other."""
    depth = _depth(line)
    around = (one for one in (before, following) if one is not None)
    return depth > 0 and any(_depth(one) == depth for one in around)


def _by_look(letters: Letters) -> Level:
    looks = (letters.capitals, letters.framed, letters.bold, letters.underlined)
    return (2, -letters.size, *(not one for one in looks))


def _is_text(line: Line | None) -> bool:
    return line is not None and (bool(line.list) or len(line.text.split()) >= LEAST_BELOW)
