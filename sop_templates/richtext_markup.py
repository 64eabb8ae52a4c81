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
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sop_templates.richtext import ListKind, Paragraph, RichText
from sop_templates.richtext_inline import read_inline
from sop_templates.richtext_marks import write_inline
from sop_templates.richtext_runs import composed, merged, normal, paragraphs

_INDENT = "  "
_BULLET = re.compile(r"-[ \t]\s*(?=\S)")
_NUMBERED = re.compile(r"([1-9][0-9]*)\.[ \t]\s*(?=\S)")
_ITEM_LIKE = re.compile(r"([1-9][0-9]*|)(\\*)([-.])(?=[ \t]\s*\S)")


@dataclass(slots=True)
class _Block:
    """Lines that belong together while a text is read."""

    lines: list[str]
    kind: ListKind = ""
    number: int = 0


def parse(text: str) -> RichText:
    """The paragraphs and items of a marked text; `()` if it is blank. Any text is valid."""
    return tuple(
        _trimmed(Paragraph(read_inline("\n".join(one.lines)), one.kind, one.number))
        for one in _blocks(text)
    )


def write(rich: RichText) -> str:
    """The marked text of paragraphs and items, in its one canonical spelling.

    Looks that the subset cannot tell are left out, see `richtext_marks`; a paragraph is parted
    where a line of it is empty, an item without words is left out, numbers are counted anew.
    """
    parts: list[str] = []
    before = Paragraph(())
    for given in _normal(rich):
        expected = before.number + 1 if before.list == "number" else 0
        one = _numbered(given, expected)
        if parts:
            same = one.list and one.list == before.list and one.number != 1
            parts.append("\n" if same else "\n\n")
        parts.append(_written(one, expected))
        before = one
    return "".join(parts)


def canonical(text: str) -> str:
    """The text in its one spelling: NFC, lines trimmed at the end, markup as `write` gives it."""
    return write(parse(text))


def plain(rich: RichText) -> str:
    """The words alone: a line for each paragraph and item, no list marks, of a link its text."""
    return "\n".join("".join(run.text for run in one.runs) for one in rich)


def _blocks(text: str) -> Iterator[_Block]:
    current: _Block | None = None
    expected = 0  # the number that would continue the list above
    for raw in composed(text).split("\n"):
        line = raw.rstrip()
        if line and current and current.kind and line.startswith(_INDENT):
            current.lines.append(line[len(_INDENT) :])
            continue
        item = _item(line, expected)
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
    match = _ITEM_LIKE.match(line)
    if not match or not _would_begin(match, expected):
        return line
    return match[1] + "\\" * (len(match[2]) // 2) + line[match.end(2) :]


def _escaped(line: str, expected: int) -> str:
    """The opposite of `_unescaped`."""
    match = _ITEM_LIKE.match(line)
    if not match or not _would_begin(match, expected):
        return line
    return match[1] + (match[2] * 2 or "\\") + line[match.end(2) :]


def _would_begin(match: re.Match[str], expected: int) -> bool:
    number, _, mark = match.groups()
    return not number if mark == "-" else number in ("1", str(expected))


def _trimmed(one: Paragraph) -> Paragraph:
    """The item without white space before its first word; a paragraph as it is."""
    if not one.list or not one.runs[0].text[0].isspace():
        return one
    first = replace(one.runs[0], text=one.runs[0].text.lstrip())
    return replace(one, runs=merged((first, *one.runs[1:])))


def _numbered(one: Paragraph, expected: int) -> Paragraph:
    """The item with the number that it has in the text; a paragraph as it is."""
    if one.list != "number" or one.number == 1:
        return one
    return replace(one, number=expected or 1)


def _normal(rich: RichText) -> Iterator[Paragraph]:
    for one in rich:
        if not one.list:
            yield from (Paragraph(runs) for runs in paragraphs(one.runs))
        elif runs := normal(one.runs):
            yield _trimmed(replace(one, runs=runs))


def _written(one: Paragraph, expected: int) -> str:
    lines = write_inline(one.runs).split("\n")
    if one.list:
        mark = "- " if one.list == "bullet" else f"{one.number}. "
        return mark + f"\n{_INDENT}".join(lines)
    first = _escaped(lines[0], expected)
    return "\n".join([first, *(_escaped(line, 0) for line in lines[1:])])
