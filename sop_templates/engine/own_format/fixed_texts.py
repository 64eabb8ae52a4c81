"""Where a fixed text stands in a file of a school's own: found word by word, wherever and however broken.

A school may have put it in a table, a text box or an appendix, in one paragraph or in twenty lines.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sop_templates.domain.dutch import fold
from sop_templates.engine.own_format.headings import without_first
from sop_templates.formats.written import Line

RUN = 4  # words that follow each other in both texts: fewer may be chance
ENOUGH = 0.35  # of the runs of a fixed text: with fewer it is another text on the same subject
LARGE = 20  # runs: a piece with so many is no chance
LOOSE = 12  # words that somebody may have put in without parting a text into pieces
GAP = 60  # words between two runs: more than that is no change in the text but another place

_WORD = re.compile(r"\S+")
_SIGNS = " .,;:!?()[]\"'*-/"


@dataclass(frozen=True, slots=True)
class FoundText:
    r"""A fixed text as it stands in a file.

    Attributes:
        text: its words as written, a line (`\n`) for each paragraph.
        first: the number of the line in which it begins.
        left: by number of line, what is left of the lines that it stands in; None for nothing.
    """

    text: str
    first: int
    left: dict[int, Line | None]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: how it is compared, the number of its line, and where it stands in that."""

    key: str
    line: int
    start: int
    end: int


def find_fixed_text(
    expected: str, lines: Sequence[Line], is_heading: Callable[[int], bool] = lambda _: False
) -> FoundText | None:
    """Where a fixed text stands.

    Args:
        expected: the model's text.
        lines: of the file.
        is_heading: whether the line of that number is one: a heading that the school put above a part
            of the text does not change it.

    Returns:
        The stretch from its first known words to its last, changed words between them included; None
        where too little of it is there.
    """
    model = [_key(match[0]) for line in expected.splitlines() for match in _WORD.finditer(line)]
    model = [key for key in model if key]
    words = [word for number, line in enumerate(lines) for word in _words(number, line.text)]
    places = _best_stretch(model, words)
    if places is None:
        return None
    first, last = _reaching_out(model, words, places)
    found = words[first : last + 1]
    compounds = {
        key: core
        for word in expected.split()
        if "-" in (core := word.strip(_SIGNS)) and (key := _key(word))
    }
    return _found(lines, _without_headings(model, found, is_heading), compounds)


def _without_headings(
    model: list[str], found: Sequence[_Word], is_heading: Callable[[int], bool]
) -> list[_Word]:
    """The words without those of headings among them that are none of the model's text."""
    by_line: dict[int, list[str]] = {}
    for word in found:
        by_line.setdefault(word.line, []).append(word.key)
    whole = f" {' '.join(model)} "
    added = {
        line
        for line, keys in by_line.items()
        if f" {' '.join(keys)} " not in whole and is_heading(line)
    }
    return [word for word in found if word.line not in added]


def _best_stretch(model: list[str], words: list[_Word]) -> tuple[int, int] | None:
    """The first and last word of the stretch that shares most runs of words with the model's text."""
    wanted: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(model) - RUN + 1):
        wanted.setdefault(tuple(model[at : at + RUN]), []).append(at)
    keys = [word.key for word in words]
    runs = ((at, tuple(keys[at : at + RUN])) for at in range(len(keys) - RUN + 1))
    hits = [(at, wanted[run]) for at, run in runs if run in wanted]
    best = max(_stretches(hits), key=len, default=[])
    shared = {tuple(keys[at : at + RUN]) for at in best}
    if not wanted or len(shared) < ENOUGH * len(wanted):
        return None
    return best[0], best[-1] + RUN - 1


def _stretches(hits: Sequence[tuple[int, list[int]]]) -> list[list[int]]:
    """The hits that belong together: pieces of the text, with what somebody put between them."""
    found: list[list[int]] = []
    for piece in _pieces(hits):
        before = found[-1] if found else []
        is_near = bool(before) and piece[0] - before[-1] <= GAP
        if is_near and min(len(before), len(piece)) >= LARGE:
            before += piece
        else:
            found.append(piece)
    return found


def _pieces(hits: Sequence[tuple[int, list[int]]]) -> Iterator[list[int]]:
    """The hits that follow each other as in the model's text; a heading may share a few words by chance."""
    piece: list[int] = []
    place = 0  # of the last hit in the model's text
    for at, places in hits:
        later = next((one for one in places if one > place), None)
        if piece and (later is None or at - piece[-1] > later - place + LOOSE):
            yield piece
            piece = []
        place = places[0] if not piece or later is None else later
        piece.append(at)
    if piece:
        yield piece


def _reaching_out(model: list[str], words: list[_Word], places: tuple[int, int]) -> tuple[int, int]:
    """The stretch with the words at both ends that stand for the model's: somebody changed those."""
    first, last = places
    keys = [word.key for word in words]
    before = _place_of(model, keys[first : first + RUN])
    behind = len(model) - RUN - _place_of(model, keys[last - RUN + 1 : last + 1])
    for _ in range(before):
        if first and words[first - 1].line == words[first].line:
            first -= 1
    for _ in range(behind):
        if last + 1 < len(words) and words[last + 1].line == words[last].line:
            last += 1
    return first, last


def _place_of(model: list[str], run: list[str]) -> int:
    return next(at for at in range(len(model)) if model[at : at + RUN] == run)


def _found(
    lines: Sequence[Line], words: Sequence[_Word], compounds: Mapping[str, str]
) -> FoundText:
    numbers = sorted({word.line for word in words})
    texts = []
    left: dict[int, Line | None] = {}
    starts = [word.line for word in words]
    for number in numbers:
        own = words[bisect_left(starts, number) : bisect_left(starts, number + 1)]
        line = lines[number]
        before, behind = line.text[: own[0].start], line.text[own[-1].end :]
        text = line.text[own[0].start : own[-1].end]
        texts.append(_with_hyphens(text, compounds) if line.page else text)
        left[number] = _rest(line, before, behind, own[-1].end)
    return FoundText("\n".join(texts), numbers[0], left)


def _with_hyphens(text: str, compounds: Mapping[str, str]) -> str:
    """A text of a page with the hyphens that were taken for the breaking of a word at a line's end."""

    def whole(match: re.Match[str]) -> str:
        core = match[0].strip(_SIGNS)
        own = compounds.get(_key(match[0]), "")
        return match[0].replace(core, own) if core == own.replace("-", "") else match[0]

    return _WORD.sub(whole, text)


def _rest(line: Line, before: str, behind: str, end: int) -> Line | None:
    """What is left of a line: what stands before the text, or else what stands behind it."""
    rest = [part for part in (before.strip(), behind.strip()) if part.strip(_SIGNS)]
    if not rest:
        return None
    text = " ".join(rest)
    is_behind = len(rest) == 1 and not before.strip(_SIGNS)
    rich = without_first(line.rich, end) if is_behind and line.rich else ()
    return replace(line, text=text, rich=rich)


def _words(number: int, text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        if key := _key(match[0]):
            yield _Word(key, number, match.start(), match.end())


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    """A word as it is compared when looking for the place: signs and bullets are none."""
    return fold(word).strip(_SIGNS).replace("-", "")
