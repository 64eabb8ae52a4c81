"""How an extract is written as Markdown: every sign that would be markup is kept as it was typed."""

import re
from collections.abc import Iterator

from sop_templates.formats.extracts import (
    Extract,
    ExtractBlock,
    ExtractFact,
    ExtractHeading,
    ExtractProse,
    ExtractTable,
)
from sop_templates.richtext import Paragraph, RichText, Run

DEEPEST = 6
_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~&])")
_STARTS = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)
_HARD_BREAK = "\\\n"


def write_markdown(extract: Extract, level: int) -> str:
    """The extract as CommonMark with tables.

    Args:
        extract: what belongs in a schoolgids.
        level: of its own heading, 1 to 6.
    """
    parts = [part for block in extract.blocks for part in _block(block, level)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text in which no sign is markup."""
    signs = _SIGNS.sub(r"\\\1", text)
    return _STARTS.sub(lambda found: found[1] + _escaped_start(found[2]), signs)


def _escaped_start(start: str) -> str:
    return f"{start}\\" if start.isdecimal() else f"\\{start}"


def _block(block: ExtractBlock, level: int) -> Iterator[str]:
    match block:
        case ExtractHeading():
            yield f"{'#' * min(level + block.depth, DEEPEST)} {_on_one_line(block.text)}"
        case ExtractProse():
            yield from _prose(block.text)
        case ExtractFact():
            words = _on_one_line(block.text)
            yield f"**{_on_one_line(block.label)}:** {_linked(words, block.url)}"
        case ExtractTable():
            yield from _tables(block)


def _prose(text: RichText) -> Iterator[str]:
    items: list[str] = []
    kind = ""
    for one in text:
        begins = not one.list or one.list != kind or one.number == 1
        if items and begins:
            yield "\n".join(items)
            items = []
        kind = one.list
        if one.list:
            mark = f"{one.number}. " if one.list == "number" else "- "
            items.append(mark + _line(one).replace("\n", f"\n{' ' * len(mark)}"))
        else:
            yield _line(one)
    if items:
        yield "\n".join(items)


def _line(paragraph: Paragraph) -> str:
    return "".join(_run(run) for run in paragraph.runs).strip()


def _run(run: Run) -> str:
    inner = run.text.strip()
    if not inner:
        return run.text
    before, after = run.text.partition(inner)[0], run.text.rpartition(inner)[2]
    mark = "*" * ((2 if run.bold else 0) + (1 if run.italic else 0))
    words = escaped(inner).replace("\n", _HARD_BREAK)
    return f"{before}{mark}{_linked(words, run.url)}{mark}{after}"


def _linked(words: str, url: str) -> str:
    return f"[{words}](<{url}>)" if url else words


def _tables(table: ExtractTable) -> Iterator[str]:
    for title, rows in table.groups:
        if title:
            yield f"**{_on_one_line(title)}**"
        lines = [_cells(table.heads), _cells(["---"] * len(table.heads), raw=True)]
        lines += [_cells(row) for row in rows]
        yield "\n".join(lines)


def _cells(cells: tuple[str, ...] | list[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cells if raw else map(_on_one_line, cells))} |"


def _on_one_line(text: str) -> str:
    return escaped(" ".join(text.split()))
