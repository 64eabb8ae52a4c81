r"""How runs are written as marked text: the fewest stars, brackets and backslashes that read back.

What CommonMark's stars cannot say (bold that ends in a bracket before a letter) is told with less:
first the odd character loses its look, then italics, then all looks of the paragraph. No word is lost.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from urllib.parse import quote

from sop_templates.markup.inline_reading import MARKS, MAX_NESTED, flanks, read_inline
from sop_templates.markup.runs import merged, normal
from sop_templates.markup.simple import write_simple
from sop_templates.richtext import Run

_MARK = re.compile(r"\\+(?![\\*\[\]()])|(\\*)([*\[\]()])")
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f]")  # in an address
_STARS = {"bold": "**", "italic": "*"}


@dataclass(frozen=True, slots=True)
class _Marked:
    """Marked text and the looks that still have to go around it."""

    text: str
    looks: tuple[str, ...]


def write_inline(runs: tuple[Run, ...]) -> str:
    """The marked text of one paragraph's runs, which must be in normal form."""
    if (simple := write_simple(runs)) is not None:
        return simple
    if any(run.url and _UNFIT.search(run.url) for run in runs):
        runs = normal(replace(run, url=_fit(run.url)) for run in runs)
    for weaker in (_as_is, _flanking, _without_italics, _without_looks):
        wanted = weaker(runs)
        for escape, inside in product((False, True), repeat=2):
            written = _write(wanted, escape=escape, inside=inside)
            if read_inline(written) == wanted:
                return written
    return _write(_without_looks(runs), escape=True, inside=True)


def _as_is(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return runs


def _without_italics(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return normal(replace(run, italic=False) for run in runs)


def _without_looks(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return normal(Run(run.text, url=run.url) for run in runs)


def _flanking(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with looks taken from the edges at which stars cannot stand."""
    before: tuple[Run, ...] = ()
    while before != runs:
        before, runs = runs, _mended_edges(runs)
    return normal(runs)


def _mended_edges(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs with each impossible edge moved to where the odd characters end, or as they are."""
    found: list[Run] = [*runs[:1]]
    for right in runs[1:]:
        left = found.pop()
        same = left.url == right.url
        opens, closes = flanks(
            left.text[-1] if same or not left.url else ")",
            right.text[0] if same or not right.url else "[",
        )
        if not opens and _adds(left, right):
            cut = _odd(right.text) if same or not right.url else len(right.text)
            parts = [left, *_cut(right, cut, first=_shared(left, right))]
        elif not closes and _adds(right, left):
            odd = _odd(left.text[::-1]) if same or not left.url else len(left.text)
            parts = [*_cut(left, len(left.text) - odd, second=_shared(right, left)), right]
        else:
            parts = [left, right]
        found += [one for one in parts if one.text]
    return merged(found)


def _odd(text: str) -> int:
    """How many characters at the start are neither white space nor part of a word."""
    for position, character in enumerate(text):
        if flanks("a", character)[0]:
            return position
    return len(text)


def _adds(one: Run, other: Run) -> bool:
    """Whether the other has a look that the one lacks."""
    return (other.bold and not one.bold) or (other.italic and not one.italic)


def _shared(one: Run, other: Run) -> Run:
    """The other run in no more looks than the one has."""
    return replace(other, bold=one.bold and other.bold, italic=one.italic and other.italic)


def _cut(run: Run, at: int, first: Run | None = None, second: Run | None = None) -> list[Run]:
    """The run in two parts, each in the look of the run given for it."""
    return [
        replace(first or run, text=run.text[:at]),
        replace(second or run, text=run.text[at:]),
    ]


def _write(runs: Iterable[Run], *, escape: bool, inside: bool) -> str:
    """The runs marked, with backslashes before all marks in them or none, stars in or around links."""
    items: list[_Marked] = []
    for url, group in groupby(runs, key=lambda run: run.url):
        texts = [_Marked(_text(run, escape=escape), _looks(run)) for run in group]
        items += [_link(texts, url, inside=inside)] if url else texts
    return _starred(items)


def _link(texts: Sequence[_Marked], url: str, *, inside: bool) -> _Marked:
    common = (
        () if inside else tuple(look for look in _STARS if all(look in one.looks for one in texts))
    )
    bare = [
        replace(one, looks=tuple(look for look in one.looks if look not in common)) for one in texts
    ]
    return _Marked(_join(["[", _starred(bare), "](", _address(url), ")"]), common)


def _looks(run: Run) -> tuple[str, ...]:
    return tuple(look for look in _STARS if getattr(run, look))


def _starred(items: Sequence[_Marked]) -> str:
    """The texts with stars between them, those of the look that lasts longest outside."""
    parts: list[str] = []
    opened: list[str] = []
    for position, item in enumerate(items):
        while any(look not in item.looks for look in opened):
            parts.append(_STARS[opened.pop()])
        new = [look for look in item.looks if look not in opened]
        for look in sorted(new, key=lambda look: -_reach(items, position, look)):
            opened.append(look)
            parts.append(_STARS[look])
        parts.append(item.text)
    parts += [_STARS[look] for look in reversed(opened)]
    return _join(parts)


def _reach(items: Sequence[_Marked], position: int, look: str) -> int:
    """The position of the first text from here on without that look."""
    while position < len(items) and look in items[position].looks:
        position += 1
    return position


def _join(parts: Iterable[str]) -> str:
    """The parts in a row; backslashes at the end of one are doubled where a mark follows."""
    found: list[str] = []
    for part in parts:
        if part and part[0] in MARKS and found and found[-1][-1] == "\\":
            found.append("\\" * (len(found[-1]) - len(found[-1].rstrip("\\"))))
        if part:
            found.append(part)
    return "".join(found)


def _text(run: Run, *, escape: bool) -> str:
    """The text with the backslashes that its own stars and brackets need."""

    def escaped(match: re.Match[str]) -> str:
        slashes, mark = match.groups()
        if not mark:
            return match[0]
        stays = not escape or mark in "()" or (mark == "[" and not run.url)
        if mark == "]" and not run.url:
            stays = stays or run.text[match.end() : match.end() + 1] != "("
        return slashes * 2 + ("" if stays else "\\") + mark

    return _MARK.sub(escaped, run.text)


def _address(url: str) -> str:
    """The address with the backslashes that its parentheses need."""
    depths = [0]
    for mark in url:
        if mark in "()":
            depths.append(depths[-1] + (1 if mark == "(" else -1))
    balanced = not depths[-1] and min(depths) == 0 and max(depths) <= MAX_NESTED

    def escaped(match: re.Match[str]) -> str:
        slashes, mark = match.groups()
        if not mark:
            return match[0]
        return slashes * 2 + ("" if balanced or mark not in "()" else "\\") + mark

    return _MARK.sub(escaped, url)


def _fit(url: str) -> str:
    """The address with white space and control characters as `%20` and the like."""
    return _UNFIT.sub(lambda match: quote(match[0]), url.strip())
