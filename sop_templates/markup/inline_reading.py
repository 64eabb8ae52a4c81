r"""How a stretch of text is marked: `**bold**`, `*italic*`, `[text](address)` and backslashes, read.

The rules of flanking and of matching stars are CommonMark's (0.31, section 6.2 and its appendix on
parsing). A run of backslashes counts only before `*`, `[`, `]`, `(` or `)`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import category

from sop_templates.markup.runs import normal
from sop_templates.markup.simple import read_simple
from sop_templates.richtext import Run

MARKS = "*[]()"
_MARKS = frozenset(MARKS)
MAX_NESTED = 32  # parentheses in an address, as in CommonMark's own parser: keeps reading linear
_SPECIAL = re.compile(r"\\+|\*+|\[|\]")
_ADDRESS_PART = re.compile(r"\\+|[()]|\s")


@dataclass(slots=True)
class _Piece:
    """A piece of source text; a run of stars has `stars` left to match."""

    text: str
    stars: int = 0
    opens: bool = False
    closes: bool = False
    length: int = 0
    bold: int = 0  # what changes from this piece on: +1 opens, -1 closes
    italic: int = 0
    url: str = ""


@dataclass(slots=True)
class _Scan:
    source: str
    pieces: list[_Piece] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)  # pieces that are a `[` still open


def read_inline(source: str) -> tuple[Run, ...]:
    """The runs, in normal form, that a paragraph's marked text stands for.

    The text is in NFC, holds a word, and has no white space at the ends of its lines and no empty line.
    """
    simple = read_simple(source)
    return read_by_rules(source) if simple is None else simple


def read_by_rules(source: str) -> tuple[Run, ...]:
    """The same by the full rules, however simple the text."""
    scan = _Scan(source)
    position = 0
    while (match := _SPECIAL.search(source, position)) is not None:
        if match.start() > position:
            scan.pieces.append(_Piece(source[position : match.start()]))
        position = _step(scan, match)
    scan.pieces.append(_Piece(source[position:]))
    _match_stars(scan.pieces, 0)
    return normal(_runs(scan.pieces))


def flanks(before: str, after: str) -> tuple[bool, bool]:
    """Whether stars between these two characters can open and can close (left- and right-flanking)."""
    kinds = _kind(before), _kind(after)
    opens = kinds[1] != "s" and (kinds[1] != "p" or kinds[0] != "w")
    closes = kinds[0] != "s" and (kinds[0] != "p" or kinds[1] != "w")
    return opens, closes


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """White space, punctuation or symbol, or word: `s`, `p`, `w`."""
    if character.isspace():
        return "s"
    return "p" if category(character)[0] in "PS" else "w"


def _step(scan: _Scan, match: re.Match[str]) -> int:
    """Takes one special piece; gives the position behind it."""
    text, end = match[0], match.end()
    if text[0] == "\\":
        literal, end = _unescaped(scan.source, match.start(), end)
        scan.pieces.append(_Piece(literal))
        return end
    if text[0] == "*":
        before = scan.source[match.start() - 1] if match.start() else "\n"
        after = scan.source[end] if end < len(scan.source) else "\n"
        scan.pieces.append(_Piece("", len(text), *flanks(before, after), len(text)))
        return end
    if text == "]" and (behind := _close_link(scan, end)):
        return behind
    if text == "[":
        scan.brackets.append(len(scan.pieces))
    scan.pieces.append(_Piece(text))
    return end


def _unescaped(source: str, start: int, end: int) -> tuple[str, int]:
    """The text that a run of backslashes stands for, with what it escapes, and the position behind."""
    slashes = end - start
    if source[end : end + 1] not in _MARKS:
        return "\\" * slashes, end
    behind = end + slashes % 2
    return "\\" * (slashes // 2) + source[end:behind], behind


def _close_link(scan: _Scan, position: int) -> int:
    """Makes a link of what stands since the last `[`; the position behind it, 0 if it is none."""
    if not scan.brackets:
        return 0
    start = scan.brackets.pop()
    address, behind = _read_address(scan.source, position)
    inside = scan.pieces[start + 1 :]
    if not address or not any(one.stars or one.text.strip() for one in inside):
        return 0
    _match_stars(scan.pieces, start + 1)
    scan.pieces[start].text = ""
    for one in inside:
        one.url = address
    scan.brackets.clear()  # no link in a link
    return behind


def _read_address(source: str, position: int) -> tuple[str, int]:
    """The address in parentheses at a position and the position behind it; `""` if there is none."""
    if source[position : position + 1] != "(":
        return "", 0
    parts: list[str] = []
    depth = 0
    at = position + 1
    while depth <= MAX_NESTED and (match := _ADDRESS_PART.search(source, at)) is not None:
        parts.append(source[at : match.start()])
        text, at = match[0], match.end()
        if text.isspace():
            break
        if text[0] == "\\":
            literal, at = _unescaped(source, match.start(), at)
            parts.append(literal)
        elif text == ")" and not depth:
            return "".join(parts), at
        else:
            depth += 1 if text == "(" else -1
            parts.append(text)
    return "", 0


def _match_stars(pieces: Sequence[_Piece], start: int) -> None:
    """Matches the stars from a piece on; what finds no partner becomes text."""
    openers: list[int] = []
    hopeless: dict[tuple[bool, int], int] = {}  # below this piece no opener fits such a closer
    for position in range(start, len(pieces)):
        closer = pieces[position]
        while closer.stars and closer.closes:
            kind = closer.opens, closer.length % 3
            depth = _find_opener(pieces, openers, closer, hopeless.get(kind, -1))
            if depth < 0:
                hopeless[kind] = position - 1
                break
            _leave_as_text(pieces, openers[depth + 1 :])
            del openers[depth + 1 :]
            _pair(pieces, openers[depth], position)
            if not pieces[openers[depth]].stars:
                openers.pop()
        if closer.stars and closer.opens:
            openers.append(position)
        else:
            _leave_as_text(pieces, [position])
    _leave_as_text(pieces, openers)


def _find_opener(
    pieces: Sequence[_Piece], openers: Sequence[int], closer: _Piece, lowest: int
) -> int:
    """The index in `openers` of the nearest fitting one, or -1."""
    for depth in range(len(openers) - 1, -1, -1):
        if openers[depth] <= lowest:
            break
        opener = pieces[openers[depth]]
        both = opener.closes or closer.opens
        odd = opener.length % 3 or closer.length % 3
        if not (both and odd and (opener.length + closer.length) % 3 == 0):
            return depth
    return -1


def _pair(pieces: Sequence[_Piece], first: int, second: int) -> None:
    opener, closer = pieces[first], pieces[second]
    used = 2 if opener.stars > 1 and closer.stars > 1 else 1
    for one in (opener, closer):
        one.stars -= used
    if used == 2:  # noqa: PLR2004 - two stars are bold, one is italic
        pieces[first + 1].bold += 1
        closer.bold -= 1
    else:
        pieces[first + 1].italic += 1
        closer.italic -= 1


def _leave_as_text(pieces: Sequence[_Piece], positions: Sequence[int]) -> None:
    for position in positions:
        one = pieces[position]
        one.text, one.stars = one.text + "*" * one.stars, 0


def _runs(pieces: Sequence[_Piece]) -> list[Run]:
    bold = italic = 0
    found = []
    for one in pieces:
        bold += one.bold
        italic += one.italic
        if one.text:
            found.append(Run(one.text, bold > 0, italic > 0, one.url))
    return found
