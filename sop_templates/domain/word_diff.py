"""Two texts word by word: what stayed, what went and what came."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

PieceKind = Literal["same", "removed", "added"]

MAX_WORDS = 4000  # of one text; a longer one is compared as a whole
MAX_PAIRS = 150_000  # of equal words; a text of one word over and over would take minutes
CONTEXT = 6  # words around a change that stay in a shortened text
GAP = "…"
_TOKENS = re.compile(r"\s*\S+|\s+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words.

    Attributes:
        kind: whether both texts have it, or only the old (`removed`) or the new one (`added`).
        text: the words as written, with the white space before them.
    """

    kind: PieceKind
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of two texts; joined without the added ones they are `before`, and the reverse."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if max(len(old), len(new)) > MAX_WORDS or _pairs(old, new) > MAX_PAIRS:
        return _whole(before, after)
    pieces: list[tuple[PieceKind, list[str]]] = []
    done = 0
    for a, b, c, d in find_spots(old, new):
        pieces += [("same", old[done:a]), ("removed", old[a:b]), ("added", new[c:d])]
        done = b
    pieces.append(("same", old[done:]))
    return tuple(Piece(kind, "".join(words)) for kind, words in pieces if words)


def find_spots(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches in which two rows of words differ; two with one common word between them are one.

    Returns:
        For each the first place and the place behind the last, in the one and in the other.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    spots: list[tuple[int, int, int, int]] = []
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        if operation == "equal":
            continue
        if spots and start - spots[-1][1] <= 1:
            first = spots.pop()
            spots.append((first[0], end, first[2], other_end))
        else:
            spots.append((start, end, other_start, other_end))
    return spots


def shortened(pieces: Sequence[Piece], leave: PieceKind, context: int = CONTEXT) -> str:
    """One of the two texts, with only a few words around each change.

    Args:
        pieces: as `word_diff` gives them.
        leave: the kind that is left out: `added` gives the old text, `removed` the new one.
        context: words on each side of a change.
    """
    shown = (piece.text for piece in around_changes(pieces, context) if piece.kind != leave)
    return "".join(shown).strip()


def around_changes(pieces: Sequence[Piece], context: int = CONTEXT) -> tuple[Piece, ...]:
    """The pieces, with only a few words of what stayed around each change.

    Args:
        pieces: as `word_diff` gives them.
        context: words on each side of a change.
    """
    last = len(pieces) - 1
    return tuple(
        Piece(
            "same",
            _middle(
                _TOKENS.findall(piece.text),
                context if number else 0,
                context if number < last else 0,
            ),
        )
        if piece.kind == "same"
        else piece
        for number, piece in enumerate(pieces)
    )


def _middle(words: Sequence[str], before: int, after: int) -> str:
    if len(words) <= before + after + 1:
        return "".join(words)
    return "".join(words[:before]) + f" {GAP}" + "".join(words[len(words) - after :])


def _pairs(before: Sequence[str], after: Sequence[str]) -> int:
    """How many pairs of equal words there are: what a comparison costs."""
    there = Counter(after)
    return sum(count * there[word] for word, count in Counter(before).items())


def _whole(before: str, after: str) -> tuple[Piece, ...]:
    if before == after:
        return (Piece("same", before),) if before else ()
    both: tuple[tuple[PieceKind, str], ...] = (("removed", before), ("added", after))
    return tuple(Piece(kind, text) for kind, text in both if text)
