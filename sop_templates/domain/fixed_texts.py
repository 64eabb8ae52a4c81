"""Fixed texts: whether the words in a SOP are still the model's, and which ones are not."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sop_templates.domain.model import FixedText, Model
from sop_templates.domain.word_diff import find_spots
from sop_templates.kinds.fixed_texts import (
    LOCK_REMOVED,
    STAR_TEXT_CHANGED,
    STAR_TEXT_MISSING,
    TEXT_CHANGED,
    TEXT_MISSING,
    TEXT_TYPOGRAPHIC,
)
from sop_templates.language import N_, _
from sop_templates.outcome import Finding, Place

MAX_WORDS = 4000  # of a found text that are compared; the longest fixed text has some 400
CONTEXT_WORDS = 4  # before a change, to find the spot
SHOWN_WORDS = 12  # of a long change: more would not be read
SHOWN_CHARACTERS = 200
SHOWN_CHANGES = 3
BULLETS = "-*•\u00b7‣◦▪●\u2013\u2014"

# One spelling for what Word, LibreOffice, Google Docs and PDFs vary by themselves.
_QUOTE_MARKS = (
    "'\"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2032\u2033"
)
_QUOTES = dict.fromkeys(map(ord, _QUOTE_MARKS), "'")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F), None)
FOLDS = {**_QUOTES, **_DASHES, **_UNSEEN}


class FixedTextState(StrEnum):
    """How a fixed text was found."""

    INTACT = "intact"
    TYPOGRAPHIC = "typographic"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TextChange:
    """One spot where the words differ; in words by `str()`, in the language in use.

    Attributes:
        paragraph: number of the model's paragraph, from 1.
        after: the few words of the model before the spot, "" at the beginning.
        removed: the model's words that are gone, "" if none.
        added: the words that came instead, "" if none.
    """

    paragraph: int
    after: str
    removed: str
    added: str

    def __str__(self) -> str:
        """Where and what, e.g. `paragraph 2, after "pas mag": "verwijderen" is missing`."""
        where = (
            N_('paragraph {paragraph}, after "{after}"') if self.after else N_("at the beginning")
        )
        if not self.added:
            what = N_('"{removed}" is missing')
        elif not self.removed:
            what = N_('"{added}" was added')
        else:
            what = N_('"{removed}" became "{added}"')
        return f"{_(where)}: {_(what)}".format(
            paragraph=self.paragraph,
            after=self.after,
            removed=shorten(self.removed),
            added=shorten(self.added),
        )


@dataclass(frozen=True, slots=True)
class TextChanges:
    """All spots of one text; `str()` tells the first few and counts the others."""

    changes: tuple[TextChange, ...]

    def __str__(self) -> str:
        """The first spots in words, joined by semicolons."""
        told = [str(one) for one in self.changes[:SHOWN_CHANGES]]
        if (more := len(self.changes) - SHOWN_CHANGES) > 0:
            told.append(_("and {count} more").format(count=more))
        return "; ".join(told)


@dataclass(frozen=True, slots=True)
class FixedTextComparison:
    """How a fixed text was found, and where it differs when it was changed."""

    state: FixedTextState
    changes: tuple[TextChange, ...] = ()


INTACT = FixedTextComparison(FixedTextState.INTACT)
MISSING = FixedTextComparison(FixedTextState.MISSING)
TYPOGRAPHIC = FixedTextComparison(FixedTextState.TYPOGRAPHIC)


def compare(expected: str, found: str | None) -> FixedTextComparison:
    r"""How the found words stand to the model's.

    Args:
        expected: the model's text, in the CommonMark subset (`FixedText.text`).
        found: the text in the file: paragraphs divided by `\n`, as plain text or in the same
            subset; None or blank when there is none.

    Returns:
        INTACT: the same words and paragraphs. TYPOGRAPHIC: other quotes, dashes, spaces, soft
        hyphens, ligatures or breaks only. CHANGED, with every spot: anything else, capitals too.
    """
    if found is None or not found.strip():
        return MISSING
    if found == expected:
        return INTACT
    model_lines, model_folded = _prepared(expected)
    lines = _lines(found)
    if lines == model_lines:
        return INTACT
    if _folded(lines) == model_folded:
        return TYPOGRAPHIC
    return FixedTextComparison(FixedTextState.CHANGED, tuple(_changes(model_lines, lines)))


def find_fixed_text_findings(
    model: Model,
    comparisons: Mapping[str, FixedTextComparison],
    unlocked: Collection[str] = (),
    *,
    own_format: bool = False,
) -> tuple[Finding, ...]:
    """The findings on the fixed texts of a file (SOP201 to SOP206).

    Args:
        model: whose texts.
        comparisons: by key; a text that is not in it is missing.
        unlocked: keys of texts that stand in a control without its lock.
        own_format: whether it is a school's own format, which must have the ★ texts only.

    Returns:
        At most one finding on the words and one on the lock of each text, in the model's order.
    """
    texts = [one for one in model.fixed_texts.values() if one.star or not own_format]
    found = []
    for one in texts:
        if (finding := _finding(one, comparisons.get(one.key, MISSING))) is not None:
            found.append(finding)
        if one.key in unlocked:
            found.append(
                Finding(LOCK_REMOVED, Place.control(one.key), {"title": one.title}, one.key)
            )
    return tuple(found)


def shorten(words: str) -> str:
    """The words, the middle of a long passage replaced by an ellipsis."""
    parts = words.split()
    half = SHOWN_WORDS // 2
    if len(parts) > SHOWN_WORDS:
        words = f"{' '.join(parts[:half])} … {' '.join(parts[-half:])}"
    return words if len(words) <= SHOWN_CHARACTERS else f"{words[:SHOWN_CHARACTERS]}…"


def _finding(text: FixedText, comparison: FixedTextComparison) -> Finding | None:
    if comparison.state is FixedTextState.INTACT:
        return None
    kind = {
        FixedTextState.TYPOGRAPHIC: TEXT_TYPOGRAPHIC,
        FixedTextState.CHANGED: STAR_TEXT_CHANGED if text.star else TEXT_CHANGED,
        FixedTextState.MISSING: STAR_TEXT_MISSING if text.star else TEXT_MISSING,
    }[comparison.state]
    values = {"title": text.title, "changes": TextChanges(comparison.changes)}
    return Finding(kind, Place.control(text.key), values, text.key)


@lru_cache(maxsize=64)
def _prepared(expected: str) -> tuple[list[str], str]:
    lines = _lines(expected.replace("**", ""))
    return lines, _folded(lines)


def _lines(text: str) -> list[str]:
    """The paragraphs and items, trimmed, without bullets, blank ones dropped."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    lines = (_without_bullet(line.strip()) for line in composed.splitlines())
    return [line for line in lines if line]


def _without_bullet(line: str) -> str:
    if line[:1] in BULLETS and line[1:2].isspace():
        return line[2:].lstrip()
    return line


def _folded(lines: list[str]) -> str:
    """All characters in one spelling, without any space: gaps are typography as well."""
    return "".join(_fold("".join(line.split())) for line in lines)


def _fold(word: str) -> str:
    plain = word if word.isascii() else unicodedata.normalize("NFKC", word)
    return plain.translate(FOLDS).replace("--", "-")


@dataclass(frozen=True, slots=True)
class _Words:
    """A text in words: as they stand, in one spelling, and the paragraph of each."""

    shown: list[str]
    folded: list[str]
    paragraph: list[int]

    @classmethod
    def of(cls, lines: list[str]) -> "_Words":
        numbered = [
            (word, _fold(word), number)
            for number, line in enumerate(lines, start=1)
            for word in line.split()
        ]
        kept = [one for one in numbered if one[1]][:MAX_WORDS]
        return cls([one[0] for one in kept], [one[1] for one in kept], [one[2] for one in kept])


def _changes(model_lines: list[str], lines: list[str]) -> Iterator[TextChange]:
    model, found = _Words.of(model_lines), _Words.of(lines)
    for start, end, found_start, found_end in find_spots(model.folded, found.folded):
        before = max(start - 1, 0)
        number = model.paragraph[start if start < end else before]
        yield TextChange(
            paragraph=number,
            after=" ".join(model.shown[max(start - CONTEXT_WORDS, 0) : start]),
            removed=" ".join(model.shown[start:end]),
            added=" ".join(found.shown[found_start:found_end]),
        )
