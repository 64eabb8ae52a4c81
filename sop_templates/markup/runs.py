r"""The normal form of runs: what stays of a paragraph's runs when looks that nobody sees are gone.

White space between words keeps a look only where the words on both sides have it too: editors
leave a bold space behind a bold word, and markup cannot say that. Lines end in no white space,
no line is empty, neighbours of one look are one run, text is in Unicode NFC.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, groupby
from unicodedata import is_normalized, normalize

from sop_templates.richtext import Run

_ODD_LINE_END = re.compile("[\r\v\x85\u2028\u2029]")
_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_EMPTY_LINE = re.compile(r"\n\s*\n")


def composed(text: str) -> str:
    r"""The text in Unicode NFC, every kind of line end being `\n`."""
    if text.isascii():
        return _LINE_ENDS.sub("\n", text) if "\r" in text or "\v" in text else text
    if _ODD_LINE_END.search(text):
        text = _LINE_ENDS.sub("\n", text)
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def trimmed(text: str) -> str:
    """The text without white space at the ends of lines and without empty lines."""
    if "\n" not in text:
        return text.rstrip()
    return "\n".join(line for raw in text.split("\n") if (line := raw.rstrip()))


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of one look joined and empty ones left out."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and (last.bold, last.italic, last.url) == (run.bold, run.italic, run.url):
            found[-1] = replace(last, text=last.text + run.text)
        elif run.text:
            found.append(run)
    return tuple(map(_composed, found))


def normal(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs of one paragraph in normal form; `()` where they hold no word."""
    runs = merged(runs)
    if _is_normal(runs):
        return runs
    blanks, words = _parted(runs)
    if not words:
        return ()
    found = [Run(_after_break(blanks[0].text)), words[0]]
    for before, blank, after in zip(words, blanks[1:], words[1:], strict=False):
        found.append(_quiet(blank, before, after))
        found.append(after)
    return merged(found)


def paragraphs(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The runs split where a line is empty, each part in normal form."""
    whole = composed("".join([run.text for run in runs]))
    if not _EMPTY_LINE.search(whole):
        parts = [normal(runs)]
    else:
        groups = groupby(_lines(merged(runs)), key=_is_blank)
        parts = [normal(chain.from_iterable(lines)) for blank, lines in groups if not blank]
    return [part for part in parts if part]


_PLAIN = Run("")


def _composed(run: Run) -> Run:
    text = composed(run.text)
    return run if text is run.text else replace(run, text=text)


def _is_normal(runs: tuple[Run, ...]) -> bool:
    """Whether merged runs are surely in normal form; a quick look, for most are."""
    for run in runs:
        if "\n" in run.text and trimmed(run.text) != run.text:
            return False
        edges = run.text[0].isspace() or run.text[-1].isspace()
        if edges and (run.bold or run.italic or run.url):
            return False
    return not runs or not (runs[-1].text[-1].isspace() or runs[0].text[0] == "\n")


def _parted(runs: Iterable[Run]) -> tuple[list[Run], list[Run]]:
    """White space at the edges of runs, in the least of its looks, and the words between it."""
    blanks: list[Run] = [_PLAIN]
    words: list[Run] = []
    for run in runs:
        text = run.text
        core = text.strip()
        lead = text[: len(text) - len(text.lstrip())]
        if lead:
            blanks[-1] = _joined(blanks[-1], run, lead)
        if not core:
            continue
        words.append(Run(trimmed(core), run.bold, run.italic, run.url))
        tail = text[len(lead) + len(core) :]
        blanks.append(Run(tail, run.bold, run.italic, run.url) if tail else _PLAIN)
    return blanks, words


def _joined(blank: Run, run: Run, text: str) -> Run:
    joined = Run(blank.text + text, run.bold, run.italic, run.url)
    return _common(joined, blank) if blank.text else joined


def _quiet(blank: Run, before: Run, after: Run) -> Run:
    """White space between words, in the look that it shares with both."""
    if "\n" in blank.text:
        blank = replace(blank, text="\n" + _after_break(blank.text))
    return _common(_common(blank, before), after)


def _after_break(text: str) -> str:
    return text.rpartition("\n")[2]


def _common(one: Run, other: Run) -> Run:
    return Run(
        one.text,
        one.bold and other.bold,
        one.italic and other.italic,
        one.url if one.url == other.url else "",
    )


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs line by line, a line end as a run of its own at the end of its line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        for text in others:
            lines[-1].append(replace(run, text="\n"))
            lines.append([replace(run, text=text)])
    return lines


def _is_blank(line: Iterable[Run]) -> bool:
    return not any(run.text.strip() for run in line)
