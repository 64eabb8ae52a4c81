"""Which lines of a file of a school's own are headings: by style, number, look, or the model's words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sop_templates.engine.own_format.looks import Level, Looks, level_of, looks_of
from sop_templates.engine.own_format.words import OwnWords
from sop_templates.formats.written import Line, Writing
from sop_templates.richtext import Paragraph, RichText

LONGEST_STYLED, LONGEST = 30, 16  # words of a heading: with a heading style, and without
LONGEST_PLAIN = 12  # words of one that looks like the text around it
LEAST_BELOW = 5  # words of what stands under such a one
LONGEST_BARE, LEAST_AROUND = 8, 7  # words of one that nothing marks, and of the text below it
SLIGHT = 2  # parts with a heading by slope, colour or first words alone: then all such are headings
PLAIN: Level = (3,)

_CHAPTER = re.compile(
    r"(?:hoofdstuk|deel|onderdeel|paragraaf|bijlage)\s+(?:\d{1,2}|[ivx]{1,4}|[a-z])\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?P<digits>\d{1,2}(?:\.\d{1,2})*)(?P<sign>[.):]?)\s+(?=\S)")
_LETTER = re.compile(r"(?:[ivx]{1,4}|[a-z])[.)]\s+(?=\S)", re.IGNORECASE)
_SENTENCE_ENDS, ASKS, _COLON = ".;,", "?", ":"
CONTENTS = ("inhoud", "inhoudsopgave")  # headings of a table of contents


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells headings from text in one file.

    Attributes:
        words: of the model.
        looks: how most of the file is set.
        numbers_lead: whether headings of parts have numbers: then a number makes a heading a high one.
        slight_leads: whether headings of parts are told by slope or colour alone.
        run_in: whether headings of parts are the bold first words of their text.
    """

    words: OwnWords
    looks: Looks
    numbers_lead: bool = False
    slight_leads: bool = False
    run_in: bool = False

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
        if count > LONGEST or (line.text[-1] in _SENTENCE_ENDS and not knows):
            return None
        if knows or self._stands_out(line):
            return self._striking(line, following, knows=knows)
        if line.list == "bullet" or following is None or _are_items(line, before, following):
            return None
        return self._plain(line, following, before)

    def _striking(self, line: Line, following: Line | None, *, knows: bool) -> Level | None:
        """The level of a short line that the model knows, or that looks unlike the text."""
        depth = _depth(line)
        stands_out = self._stands_out(line)
        if line.list == "bullet" and not stands_out:
            return None
        if depth and following is not None and self.numbers_lead:
            return (1, depth)
        if stands_out:
            is_item = bool(line.list) and not knows
            goes_on = following is None or bool(following.list)
            look = level_of(line.letters)
            return None if is_item and goes_on else (*look, depth) if depth else look
        is_short = len(line.text.split()) <= LONGEST_PLAIN
        return PLAIN if is_short and not line.list and _is_text(following) else None

    def _plain(self, line: Line, following: Line, before: Line | None) -> Level | None:
        """The level of a short line that looks like the text: one with a number, or a question."""
        if depth := _depth(line):
            return (1, depth) if self.numbers_lead else (*PLAIN, depth)
        asks = line.text.endswith(ASKS)
        if asks and not following.text.endswith(ASKS) and _is_text(following):
            return None if before is not None and before.text.endswith(ASKS) else PLAIN
        return self._bare(line, following, before)

    def _bare(self, line: Line, following: Line, before: Line | None) -> Level | None:
        """The level of a few words between whole paragraphs: a high one if they are about a part."""
        is_short = len(line.text.split()) <= LONGEST_BARE and line.text[0].isupper()
        if not is_short or line.text.endswith(_COLON) or "\t" in line.text:
            return None
        # The words before a list are the beginning of its sentences.
        if following.list or len(following.text.split()) < LEAST_AROUND or not _ends(following):
            return None
        is_closed = before is None or len(before.text.split()) >= LEAST_AROUND or _ends(before)
        is_open = is_closed and _COLON not in line.text
        return PLAIN if is_open or self.words.subjects(line.text) else None

    def apart(self, line: Line) -> list[Line]:
        r"""A line that begins with its heading, as two: `**Visie.** Wij …`, `Visie: Wij …`, `Visie\nWij …`."""
        cut = self._cut(line)
        if not cut:
            return [line]
        first, rest = line.text[:cut], line.text[cut:].lstrip(" \t\n:.\u2013-")
        if not rest:
            return [line]
        letters = replace(line.letters, bold=line.letters.bold or bool(line.lead))
        heading = replace(
            line, text=first.strip(" \t\n:."), rich=(), letters=letters, lead=0, list=""
        )
        behind = len(line.text) - len(rest)
        return [heading, replace(line, text=rest, rich=without_first(line.rich, behind), lead=0)]

    def _cut(self, line: Line) -> int:
        """How many characters of a line are its heading; 0 for none."""
        text, words = line.text, self.words
        if line.outline and "\n" not in text:
            return 0  # all of it is a heading
        broken, lead = text.find("\n"), _lead(line)
        if broken > 0 and len(text[:broken].split()) <= LONGEST:
            first = text[:broken].strip()
            short = first[-1:] not in _SENTENCE_ENDS and (line.letters.bold or line.lead >= broken)
            if short or words.knows(first):
                return broken
        if lead and (self.run_in or words.subjects(lead)):
            return len(lead)
        return self._cut_at_sign(line)

    def _cut_at_sign(self, line: Line) -> int:
        """How many characters stand before a tab or colon, if they are a heading; else 0."""
        text, words = line.text, self.words
        tab, colon = text.find("\t"), text.find(_COLON)
        if tab > 0 and len(text[:tab].split()) <= LONGEST_BARE:
            is_long = len(text[tab:].split()) >= LEAST_BELOW
            return tab if is_long and words.subjects(text[:tab]) else 0
        is_whole = len(text[colon + 1 :].split()) < LEAST_BELOW or (
            line.letters.bold and len(text.split()) <= LONGEST_PLAIN
        )
        if colon > 0 and not is_whole and len(text[:colon].split()) <= LONGEST_PLAIN:
            return colon + 1 if words.knows(text[:colon]) else 0
        return 0

    def _stands_out(self, line: Line) -> bool:
        slightly = self.slight_leads and self.looks.is_slight(line)
        return slightly or self.looks.stands_out(line)


def headings_of(writing: Writing, words: OwnWords) -> Headings:
    """What headings are told by in a file."""
    lines = [one for one in writing.lines() if one.text]
    looks = looks_of(lines)
    short = [one for one in lines if not one.outline and len(one.text.split()) <= LONGEST]
    numbers_lead = any(_depth(one) and _is_sure(one.text, words) for one in short)
    slight = [one.text for one in short if looks.is_slight(one) and not looks.stands_out(one)]
    parts = {
        key
        for text in slight
        if not text.endswith(tuple(_SENTENCE_ENDS))
        for key in _parts(text, words)
    }
    leads = {key for one in lines if (lead := _lead(one)) for key in _parts(lead, words)}
    return Headings(words, looks, numbers_lead, len(parts) >= SLIGHT, len(leads) >= SLIGHT)


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


def _lead(line: Line) -> str:
    """The bold first words of a line, where they are few."""
    lead = line.text[: line.lead].rstrip()
    return lead if len(lead.split()) <= LONGEST_PLAIN else ""


def _is_sure(text: str, words: OwnWords) -> bool:
    """Whether a text surely heads a part that every SOP must have."""
    return any(one.chapter.star and one.sure for one in words.subjects(text))


def _parts(text: str, words: OwnWords) -> set[str]:
    """The parts that every SOP must have that a text is about, by key."""
    return {one.chapter.key for one in words.subjects(text) if one.chapter.star}


def _ends(line: Line) -> bool:
    return line.text.endswith((".", "!", ")", "\u201d", '"'))


def _are_items(line: Line, before: Line | None, following: Line) -> bool:
    """Whether a line and the one above or below it are items of one list: they follow each other."""
    depth = _depth(line)
    around = (one for one in (before, following) if one is not None)
    return depth > 0 and any(_depth(one) == depth for one in around)


def _is_text(line: Line | None) -> bool:
    return line is not None and (bool(line.list) or len(line.text.split()) >= LEAST_BELOW)
