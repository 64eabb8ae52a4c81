"""What the front of a file tells: what kind of document it is, and of which school and year.

The front is the lines before the text begins, then headers and footers, the title in the file's
properties, and the file's name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sop_templates.domain.dutch import fold, parse_date, parse_school_year, write_school_year
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR
from sop_templates.engine.own_format.headings import CONTENTS
from sop_templates.engine.own_format.phrases import first_place, heading_key
from sop_templates.engine.own_format.words import OwnWords
from sop_templates.engine.placement.placing import Origin
from sop_templates.formats.written import Line, Writing

FRONT_LINES, FRONT_WORDS = 20, 90  # the most that stands before a text begins
PARAGRAPH = 25  # words of a line: so many are no title
NAME_WORDS = 7  # most words of a school's name
ADJECTIVE = 5  # letters: a longer word that ends in "e" may stand before a word of schools
NAME_ENDING = 8  # letters: a word that ends in "school" is a name from so many on

_YEARS = re.compile(r"(?<!\d)(\d{4}\s?(?:[-\u2013\u2014/]|t/m|tot)\s?'?(?:\d{4}|\d{2}))(?!\d)")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_PARTS = re.compile(r"\s+[-\u2013\u2014|•:]\s+|\s*[|:\t\n•]\s*|\s{3,}")
_EDGES = " \t.,:;-\u2013\u2014_|()[]\"'"
_NO_NAME = re.compile(r"\d|@|www\.|http", re.IGNORECASE)
# Words around a name that are none of it, and small ones that may stand in it.
_ARTICLES = frozenset(("de", "het"))
_INSIDE = _ARTICLES | {"van", "den", "der", "in", "op", "aan", "en", "te", "ter", "ten", "'t", "'s"}
_AROUND = _INSIDE | {
    "schooljaar",
    "versie",
    "concept",
    "definitief",
    "kopie",
    "voor",
    "ons",
    "onze",
    "dit",
    "een",
    "jaar",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer that the front tells, and what told it."""

    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Front:
    """The front of a file.

    Attributes:
        lines: the lines of the text's front.
        margins: headers, footers and the title in the properties.
        stem: the file's name without its ending.
    """

    lines: tuple[Line, ...]
    margins: tuple[str, ...]
    stem: str

    @property
    def titles(self) -> tuple[str, ...]:
        """What may name the document, the most trusted first."""
        return (*(one.text for one in self.lines), *self.margins, self.stem)


def front_of(writing: Writing, words: OwnWords) -> Front:
    """The front of a file: up to its first paragraph of text or known heading."""
    lines: list[Line] = []
    count = 0
    for line in writing.lines():
        length = len(line.text.split())
        count += length
        is_contents = heading_key(line.text) in CONTENTS
        begins = length >= PARAGRAPH or is_contents or _is_part(line.text, words)
        if begins or len(lines) == FRONT_LINES or count > FRONT_WORDS:
            break
        if length:
            lines.append(line)
    stem = PurePath(writing.file.replace("\\", "/")).stem
    return Front(tuple(lines), (*writing.margins, writing.title), stem)


def is_named_sop(front: Front, words: OwnWords) -> bool | None:
    """Whether the file names itself a SOP; None where it does not say what it is.

    The biggest letters count, then what comes first: minutes on a SOP begin with the word minutes.
    The file's name counts where nothing else tells.
    """
    lines = sorted(front.lines, key=lambda one: -one.letters.size)
    for titles in ([one.text for one in lines], front.margins, (front.stem,)):
        for title in titles:
            signs = (words.signs.names, words.signs.others)
            own, other = (first_place(title.replace("_", " "), names) for names in signs)
            if own < 0 and other < 0:
                continue
            return other < 0 or (0 <= own <= other and not _is_kind_of(title, words))
    return None


def _is_kind_of(title: str, words: OwnWords) -> bool:
    """Whether a title goes on from the name of a SOP to another document's: `SOP-checklist`."""
    folded = fold(title)
    for name in map(fold, words.signs.names):
        behind = folded[folded.find(name) + len(name) :] if name in folded else ""
        if first_place(behind.lstrip(" -"), words.signs.others) == 0:
            return True
    return False


def find_facts(front: Front, words: OwnWords) -> dict[str, Fact]:
    """The school's code, year and name, as far as the front tells them clearly.

    Returns:
        By key; a value that two places give in different ways is left out.
    """
    places = [([one.text for one in front.lines], Origin.FRONT), (front.margins, Origin.FRONT)]
    places.append(([front.stem.replace("_", " ")], Origin.FILE_NAME))
    found: dict[str, Fact] = {}
    for titles, origin in places:
        for key, values in (
            (SCHOOL_CODE, _codes(titles, words)),
            (SCHOOL_YEAR, _years(titles)),
            (SCHOOL_NAME, _names(titles, words)),
        ):
            unique = list(dict.fromkeys(values))
            if key not in found and (len(unique) == 1 or (unique and key == SCHOOL_NAME)):
                found[key] = Fact(unique[0], origin)
    return found


def _is_part(text: str, words: OwnWords) -> bool:
    """Whether a text is the heading of a part that every SOP must have."""
    return words.knows(text) and any(one.chapter.star for one in words.subjects(text))


def _codes(titles: Sequence[str], words: OwnWords) -> Iterator[str]:
    field = words.model.by_key.get(SCHOOL_CODE)
    if field is None or not field.limits.pattern:
        return
    pattern = re.compile(rf"(?<!\w)(?:{field.limits.pattern})(?!\w)")
    for title in titles:
        yield from pattern.findall(title.upper())


def _years(titles: Sequence[str]) -> Iterator[str]:
    """The school years that are named; periods of several years are none."""
    for title in titles:
        for text in _YEARS.findall(title):
            years = parse_school_year(text)
            if years is not None and years[1] == years[0] + 1:
                yield write_school_year(years[0])


def _names(titles: Sequence[str], words: OwnWords) -> Iterator[str]:
    """What is left of a title when all is taken that is no name, the likeliest first."""
    named: list[str] = []
    beside: list[str] = []
    alone: list[str] = []
    for title in titles:
        bare = _without(title, words)
        for part in _PARTS.split(bare):
            name = _trimmed(part, words)
            if not _may_be_name(name, words) or first_place(part, words.signs.bodies) >= 0:
                continue
            if _is_school(name, words):
                named.append(name)
            elif words.names_sop(title) or any(_codes([title], words)):
                beside.append(name)
            else:
                alone.append(name)
    yield from named
    yield from beside
    if len(set(alone)) == 1:
        yield alone[0]


def _is_school(name: str, words: OwnWords) -> bool:
    """Whether a name has a word that schools have in theirs: `CBS`, `Daltonschool`, `…school`."""
    schools = words.signs.schools
    endings = tuple(one[1:] for one in schools if one.startswith("-"))
    long = [word for word in fold(name).split() if len(word) > NAME_ENDING]
    ends = any(word.strip(_EDGES).endswith(endings) for word in long) if endings else False
    return ends or first_place(name, [one for one in schools if not one.startswith("-")]) >= 0


def says_no_more(title: str, words: OwnWords) -> bool:
    """Whether a title says nothing but code, year and what the document calls itself."""
    left = (word.casefold().strip(_EDGES) for word in _without(title, words).split())
    return all(not word or word in _AROUND or words.is_of_label(word) for word in left)


def _without(title: str, words: OwnWords) -> str:
    """A title without code, year, brackets and what the document calls itself."""
    text = _YEARS.sub(" | ", title)
    field = words.model.by_key.get(SCHOOL_CODE)
    if field is not None and field.limits.pattern:
        text = re.sub(rf"(?<!\w)(?:{field.limits.pattern})(?!\w)", " | ", text, flags=re.IGNORECASE)
    for name in sorted(words.signs.names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " | ", text, flags=re.IGNORECASE)
    return _BRACKETS.sub(" | ", text)


def _trimmed(part: str, signs: OwnWords) -> str:
    """A part without the words before and behind a name: `zo werken wij op`, `schooljaar`."""
    words = part.strip(_EDGES).split()
    while words and words[-1].casefold().strip(_EDGES) in _AROUND:
        words = words[:-1]
    following = _name_among(words, signs)
    while following and following[0].casefold().strip(_EDGES) in _AROUND - _ARTICLES:
        following = following[1:]
    return " ".join(following).strip(_EDGES)


def _name_among(words: list[str], signs: OwnWords) -> list[str]:
    """The words of a name, from a word of schools on or else behind the last small word; a comma ends it."""
    starts = [place for place, word in enumerate(words[:-1]) if _is_school(word, signs)]
    commas = [place for place, word in enumerate(words[:-1]) if word.endswith(",") and place]
    if starts:
        first = _with_adjective(words, starts[0])
        return words[first : next((place + 1 for place in commas if place > first), None)]
    if commas and words[commas[0] + 1][0].islower():
        words = words[: commas[0] + 1]  # a name, and then where: `De Brug, locatie Noord`
    small = [place for place, word in enumerate(words) if word[0].islower() and not _joins(word)]
    return words[small[-1] + 1 :] if small else words


def _with_adjective(words: list[str], place: int) -> int:
    """The place of the first of the words right before one of schools that belong to it: `openbare`."""
    while place and (words[place - 1][0].isupper() or _is_adjective(words[place - 1])):
        place -= 1
    return place


def _is_adjective(word: str) -> bool:
    return len(word) > ADJECTIVE and word.endswith("e")


def _joins(word: str) -> bool:
    """Whether a small word stands inside names: `de`, `van`."""
    return word.strip(_EDGES) in _INSIDE


def _may_be_name(text: str, words: OwnWords) -> bool:
    count = len(text.split())
    if not 1 <= count <= NAME_WORDS or not any(sign.isupper() for sign in text):
        return False
    if _NO_NAME.search(text) or text.endswith(("?", "!")) or parse_date(text):
        return False
    if words.fact(text) is not None or words.subjects(text):
        return False
    return first_place(text, (*words.signs.others, *words.signs.bodies)) < 0
