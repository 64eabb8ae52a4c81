"""How headings and phrases are compared: without numbers and small words, in any form of a word."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sop_templates.domain.dutch import fold
from sop_templates.engine.placement.model_texts import key_of

SPECIFIC = 5  # letters: shorter words alone say too little
ENDING = 3  # letters by which two forms of a word may differ

# Words that a heading may have or lack: it stays about the same.
_SMALL = frozenset(
    [
        "aan",
        "al",
        "alle",
        "als",
        "bij",
        "binnen",
        "dat",
        "de",
        "deze",
        "die",
        "dit",
        "door",
        "een",
        "en",
        "er",
        "haar",
        "het",
        "hoe",
        "hun",
        "ik",
        "in",
        "is",
        "je",
        "met",
        "na",
        "naar",
        "niet",
        "nog",
        "of",
        "om",
        "ons",
        "onze",
        "op",
        "over",
        "per",
        "te",
        "tot",
        "uit",
        "uw",
        "van",
        "vanuit",
        "voor",
        "waar",
        "wat",
        "we",
        "welke",
        "wie",
        "wij",
        "worden",
        "wordt",
        "zijn",
        "zo",
    ]
)
_SHARED_END = re.compile(r"(\w{3,})-\s+(?:en|of|&)\s+(\w+)(?:\s+(\w+))?")
WORD = re.compile(r"[\w'-]+")
_PART = re.compile(
    r"(?:hoofdstuk|deel|onderdeel|paragraaf|bijlage|stap|§)\s*(?:\d+(?:\.\d+)*|[ivx]+|[a-z])?\b[\s.:)-]*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\[[^][]*\]|<[^<>]*>|\{[^{}]*\}")
_LETTER = re.compile(r"[^\W_]")
_ROMAN = re.compile(r"[ivx]+[.)]\s+", re.IGNORECASE)


def heading_key(text: str) -> str:
    """What is compared of a heading: folded, without "hoofdstuk 2", numbers and signs around it."""
    key = key_of(text)
    without = _PART.match(key) or _ROMAN.match(key)
    rest = key_of(key[without.end() :]) if without else ""
    return rest or key


def is_number(text: str) -> bool:
    """Whether a heading says only which one it is: `Hoofdstuk 2`."""
    return _PART.fullmatch(key_of(text)) is not None


def first_place(text: str, names: Iterable[str]) -> int:
    """Where the first of some names stands in a folded text as whole words; -1 for none.

    A name that begins with a hyphen is the end of a word: `-protocol` is found in `pestprotocol`.
    """
    folded = fold(text)
    places = [match.start() for name in names if (match := _whole(name).search(folded))]
    return min(places, default=-1)


@lru_cache(maxsize=1024)
def _whole(name: str) -> re.Pattern[str]:
    start = r"(?<!\w)\w+-?" if name.startswith("-") else r"(?<!\w)"
    return re.compile(rf"{start}{re.escape(fold(name.removeprefix('-')))}(?!\w)")


def is_blank(text: str) -> bool:
    """Whether a text is only brackets around a prompt, dots or lines: nobody filled it in."""
    return _LETTER.search(_BRACKETS.sub("", text)) is None


def telling_words(folded: str) -> list[str]:
    """The words of a text that tell what it is about."""
    return [word for word in WORD.findall(folded) if word not in _SMALL]


def beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds each of the words where it begins one, the longest first; with a space behind it, as a whole."""
    whole = {fold(word) for word in words if word[-1:] == " "}
    folded = sorted({fold(word) for word in words}, key=len, reverse=True)
    found = (re.escape(word) + (r"(?!\w)" if word in whole else "") for word in folded)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})")


def place_of(word: str, words: list[str]) -> int:
    """The place of a word, in this or another form, among words; -1 for none."""
    return next((place for place, other in enumerate(words) if _same(word, other)), -1)


def start_of(word: str) -> str:
    """The letters that all forms of a word begin with, and that say nothing more."""
    return word[: SPECIFIC - 1]


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > ENDING:
        return False
    stem = max(len(shorter) - 2, SPECIFIC - 1)
    return one == other or (len(shorter) > SPECIFIC - 1 and longer[:stem] == shorter[:stem])


def written_out(key: str) -> str:
    """A heading with words that share their end written out: `basis- en extra ondersteuning`."""

    def written(match: re.Match[str]) -> str:
        last = match[3] or match[2]
        return f"{match[1]}{last} en {match[2]}{' ' + match[3] if match[3] else ''}"

    return _SHARED_END.sub(written, key)
