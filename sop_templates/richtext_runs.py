r"""The normal form of runs: what stays of a paragraph's runs when looks that nobody sees are gone.

White space between words keeps a look only where the words on both sides have it too: editors
leave a bold space behind a bold word, and markup cannot say that. Lines end in no white space,
no line is empty, neighbours of one look are one run, text is in Unicode NFC.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from unicodedata import is_normalized, normalize

from sop_templates.richtext import Run

_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_LAST_BREAK = re.compile(r".*\n", re.DOTALL)
_STRETCH = re.compile(r"\s+|\S+")
_INNER_BLANKS = re.compile(r"\s+")


def composed(text: str) -> str:
    r"""The text in Unicode NFC, every kind of line end being `\n`."""
    if text.isascii() and "\r" not in text and "\v" not in text:
        return text
    text = _LINE_ENDS.sub("\n", text)
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of one look joined and empty ones left out."""
    groups = groupby((run for run in runs if run.text), key=_look)
    return tuple(Run(composed("".join(run.text for run in group)), *look) for look, group in groups)


def normal(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs of one paragraph in normal form; `()` where they hold no word."""
    stretches = _stretches(runs)
    last = len(stretches) - 1
    found = []
    for position, one in enumerate(stretches):
        if not one.text.isspace():
            found.append(one)
        elif position < last:
            found.append(_quiet(stretches, position))
    return merged(found)


def paragraphs(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """The runs split where a line is empty, each part in normal form."""
    parts: list[list[Run]] = [[]]
    for one in _stretches(runs):
        if one.text.isspace() and one.text.count("\n") > 1:
            parts.append([Run(_LAST_BREAK.sub("", one.text))])
        else:
            parts[-1].append(one)
    return [part for part in map(normal, parts) if part]


def _look(run: Run) -> tuple[bool, bool, str]:
    return run.bold, run.italic, run.url


def _stretches(runs: Iterable[Run]) -> list[Run]:
    """Words and the white space between them, each in one look; white space in the least of its looks."""
    found: list[Run] = []
    for run in merged(runs):
        for text in _STRETCH.findall(run.text):
            one = replace(run, text=text)
            if text.isspace() and found and found[-1].text.isspace():
                found[-1] = _common(replace(one, text=found[-1].text + text), found[-1])
            else:
                found.append(one)
    return found


def _quiet(stretches: Sequence[Run], position: int) -> Run:
    """White space, trimmed, in the look that it shares with the words on both sides."""
    blank = stretches[position]
    if "\n" in blank.text:
        blank = replace(blank, text=_LAST_BREAK.sub("\n" if position else "", blank.text))
    if not position:
        return Run(blank.text)
    return _common(_common(blank, stretches[position - 1]), stretches[position + 1])


def _common(one: Run, other: Run) -> Run:
    return Run(
        one.text,
        one.bold and other.bold,
        one.italic and other.italic,
        one.url if one.url == other.url else "",
    )
