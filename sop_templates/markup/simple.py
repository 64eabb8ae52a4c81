"""Marked text that can be read at sight: no backslash, no star or bracket that could mean two things.

Almost every answer is such a text. What is simple here reads the same by the full rules of
`inline_reading`, and is already in its canonical spelling; tests compare the two.
"""

import re
from collections.abc import Sequence

from sop_templates.richtext import Run

_WORDS = r"[^\s*\[\]\\](?:[^*\[\]\\]*[^\s*\[\]\\])?"
_ADDRESS = r"[^\s()*\[\]\\]+"
# Stars open behind white space, and behind a parenthesis before a letter; they close the same way.
_OPEN = r"(?:(?<!\S)|(?<=\()(?=\*+[^\W_]))"
_CLOSED = r"(?:(?!\S)|(?<=[^\W_]\*)(?=[.,;:!?)]))"
_CLOSED_TWICE = r"(?:(?!\S)|(?<=[^\W_]\*\*)(?=[.,;:!?)]))"
_PART = re.compile(
    r"([^*\[\]\\]+)"
    rf"|{_OPEN}\*\*({_WORDS})\*\*{_CLOSED_TWICE}"
    rf"|{_OPEN}\*({_WORDS})\*{_CLOSED}"
    rf"|\[({_WORDS})\]\(({_ADDRESS})\)(?!\[)"
)
_WHOLE_ADDRESS = re.compile(_ADDRESS)


def is_simple(source: str) -> bool:
    """Whether a paragraph's text, with no white space at its ends of lines, can be read at sight."""
    position = 0
    while (match := _PART.match(source, position)) is not None:
        position = match.end()
    return position == len(source)


def read_simple(source: str) -> tuple[Run, ...] | None:
    """The runs of a paragraph's text; None where it cannot be read at sight."""
    position = 0
    found = []
    while (match := _PART.match(source, position)) is not None:
        position = match.end()
        plain, bold, italic, words, url = match.groups()
        if plain:
            found.append(Run(plain))
        elif url:
            found.append(Run(words, url=url))
        else:
            found.append(Run(bold or italic, bold=bool(bold), italic=not bold))
    return tuple(found) if position == len(source) else None


def write_simple(runs: Sequence[Run]) -> str | None:
    """The marked text of runs in normal form; None where it could not be read at sight."""
    parts = []
    stars = brackets = 0
    for run in runs:
        if run.bold + run.italic + (run.url != "") > 1:
            return None
        if run.url:
            if not _WHOLE_ADDRESS.fullmatch(run.url):
                return None
            brackets += 1
            parts.append(f"[{run.text}]({run.url})")
        elif run.bold or run.italic:
            mark = "**" if run.bold else "*"
            stars += 2 * len(mark)
            parts.append(f"{mark}{run.text}{mark}")
        else:
            parts.append(run.text)
    written = "".join(parts)
    own_marks_only = written.count("*") == stars and written.count("[") == brackets
    return written if own_marks_only and is_simple(written) else None
