r"""Rich text as people type it in a cell: a CommonMark subset, read and written.

Blocks are paragraphs and tight lists (`- ` and `1. `), parted by an empty line; in them `**bold**`,
`*italic*`, `[text](address)`. What is no markup comes out as typed. It differs from CommonMark where
schools would otherwise lose what they typed in Word, Excel or a mail:

- A line end inside a paragraph stays a line end, and white space at the start of a line stays.
- `_`, `#`, `>`, `+`, `~`, backticks, `<html>`, `&amp;` and `![` are text: nobody here means markup by them.
- A backslash is text unless it stands before `*`, `[`, `]`, `(`, `)`, or before the `-` or `.` of what
  would be an item; of several there, two give one. So `\\server\map` stays as typed.
- A numbered list begins with `1.` and counts up by one; `2026. Een jaar` is text. `1.` again begins a
  new list. Items may be parted by empty lines; written, they are not.
- An item's further lines are indented by two spaces, whatever its marker; a line that is not indented
  begins a paragraph. Lists are not nested: an indented `- ` is a line of the item above.
- An address holds no white space, is not put in `<>` and has no title behind it. A link without a word
  to show is text.

As in CommonMark, stars inside words count: `5*6 en 7*8` has an italic part, `5 * 6` has none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sop_templates.markup.inline_reading import read_inline
from sop_templates.markup.inline_writing import write_inline
from sop_templates.markup.runs import composed, merged, normal, paragraphs
from sop_templates.markup.simple import is_simple
from sop_templates.richtext import ListKind, Paragraph, RichText, Run

_INDENT = "  "
_BULLET = re.compile(r"-[ \t]\s*(?=\S)")
_NUMBERED = re.compile(r"([1-9][0-9]*)\.[ \t]\s*(?=\S)")
_ITEM_LIKE = re.compile(r"([1-9][0-9]*|)(\\*)([-.])(?=[ \t]\s*\S)")


_ITEM_STARTS = frozenset("-123456789\\")


@dataclass(slots=True)
class _Block:
    """A paragraph or item as marked text, line by line."""

    lines: list[str]
    kind: ListKind = ""
    number: int = 0


def parse(text: str) -> RichText:
    """The paragraphs and items of a marked text; `()` if it is blank. Any text is valid."""
    return tuple(Paragraph(_runs(one), one.kind, one.number) for one in _blocks(text))


def write(rich: RichText) -> str:
    """The marked text of paragraphs and items, in its one canonical spelling.

    Looks that the subset cannot tell are left out, see `markup.inline_writing`; a paragraph is
    parted where a line of it is empty, an item without words is left out, numbers are counted anew.
    """
    return _laid_out(_marked(rich))


def canonical(text: str) -> str:
    """The text in its one spelling: NFC, lines trimmed at the end, markup as `write` gives it."""
    return _laid_out(_respelled(one) for one in _blocks(text))


def plain(rich: RichText) -> str:
    """The words alone: a line for each paragraph and item, no list marks, of a link its text."""
    return "\n".join("".join([run.text for run in one.runs]) for one in rich)


def _blocks(text: str) -> Iterator[_Block]:
    current: _Block | None = None
    expected = 0  # the number that would continue the list above
    for raw in composed(text).split("\n"):
        line = raw.rstrip()
        if line and current and current.kind and line.startswith(_INDENT):
            current.lines.append(line[len(_INDENT) :])
            continue
        item = _item(line, expected) if line and line[0] in _ITEM_STARTS else None
        if current and (not line or item or current.kind):
            yield current
            current = None
        if item:
            current, expected = item, item.number + 1 if item.number else 0
        elif line:
            line = _unescaped(line, expected)
            expected = 0
            if current:
                current.lines.append(line)
            else:
                current = _Block([line])
    if current:
        yield current


def _item(line: str, expected: int) -> _Block | None:
    if match := _BULLET.match(line):
        return _Block([line[match.end() :]], "bullet")
    match = _NUMBERED.match(line)
    if match and match[1] in ("1", str(expected)):
        return _Block([line[match.end() :]], "number", int(match[1]))
    return None


def _unescaped(line: str, expected: int) -> str:
    """A line of a paragraph without the backslash that keeps it from being an item."""
    match = _ITEM_LIKE.match(line) if line[0] in _ITEM_STARTS else None
    if not match or not _would_begin(match, expected):
        return line
    return match[1] + "\\" * (len(match[2]) // 2) + line[match.end(2) :]


def _escaped(line: str, expected: int) -> str:
    """The opposite of `_unescaped`."""
    match = _ITEM_LIKE.match(line) if line[0] in _ITEM_STARTS else None
    if not match or not _would_begin(match, expected):
        return line
    return match[1] + (match[2] * 2 or "\\") + line[match.end(2) :]


def _would_begin(match: re.Match[str], expected: int) -> bool:
    number, _, mark = match.groups()
    return not number if mark == "-" else number in ("1", str(expected))


def _runs(block: _Block) -> tuple[Run, ...]:
    runs = read_inline("\n".join(block.lines))
    return _without_lead(runs) if block.kind else runs


def _without_lead(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of an item without white space before its first word."""
    if not runs[0].text[0].isspace():
        return runs
    return merged((replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]))


def _respelled(block: _Block) -> _Block:
    """The block in its canonical spelling, but for its place among others."""
    source = "\n".join(block.lines)
    if is_simple(source):
        return block
    return _Block(write_inline(_runs(block)).split("\n"), block.kind, block.number)


def _marked(rich: RichText) -> Iterator[_Block]:
    for one in rich:
        if not one.list:
            for runs in paragraphs(one.runs):
                yield _Block(write_inline(runs).split("\n"))
        elif runs := normal(one.runs):
            lines = write_inline(_without_lead(runs)).split("\n")
            yield _Block(lines, one.list, one.number if one.list == "number" else 0)


def _laid_out(blocks: Iterable[_Block]) -> str:
    """The blocks as one text, with list marks, and with backslashes where a line seems to be an item."""
    parts: list[str] = []
    kind, number = "", 0
    for block in blocks:
        expected = number + 1 if number else 0
        goes_on = block.kind and block.kind == kind and block.number != 1
        if parts:
            parts.append("\n" if goes_on else "\n\n")
        kind = block.kind
        number = (expected if goes_on else 1) if kind == "number" else 0
        if kind:
            parts.append(f"{number}. " if number else "- ")
            parts.append(f"\n{_INDENT}".join(block.lines))
        else:
            first, *others = block.lines
            parts.append(
                "\n".join([_escaped(first, expected), *(_escaped(one, 0) for one in others)])
            )
    return "".join(parts)
