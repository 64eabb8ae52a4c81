"""Tables of contents that somebody typed: lines with a page number, or headings that come again below."""

import re
from collections import Counter
from collections.abc import Sequence

from sop_templates.engine.own_format.headings import CONTENTS, LONGEST_PLAIN
from sop_templates.engine.own_format.phrases import heading_key
from sop_templates.formats.written import Line, Writing

ENTRIES = 3  # lines that end in a page number: so many make a table of contents

_ENTRY = re.compile(r".*\S(?:\t|\s*\.{3,}|\s*…+|\s{3,})\s*\d{1,3}")


def repeated_of(writing: Writing) -> frozenset[str]:
    """What short lines of a file say that stand in it more than once, as headings are compared."""
    short = (one.text for one in writing.lines() if 0 < len(one.text.split()) <= LONGEST_PLAIN)
    counts = Counter(heading_key(text) for text in short)
    return frozenset(key for key, count in counts.items() if key and count > 1)


def without_contents(lines: Sequence[Line], repeated: frozenset[str]) -> list[Line]:
    """Lines that stand below each other, without a table of contents among them.

    Args:
        lines: of the file.
        repeated: what short lines of the whole file say more than once.
    """
    marked = [bool(_ENTRY.fullmatch(one.text)) for one in lines]
    if sum(marked) >= ENTRIES:
        return [one for one, is_entry in zip(lines, marked, strict=True) if not is_entry]
    start = next((at for at, one in enumerate(lines) if heading_key(one.text) in CONTENTS), None)
    return list(lines) if start is None else _without_entries(lines, start + 1, repeated)


def _without_entries(lines: Sequence[Line], start: int, repeated: frozenset[str]) -> list[Line]:
    """The lines without those from a place on that name headings, until such a heading comes."""
    kept = list(lines[:start])
    named: set[str] = set()
    for at, one in enumerate(lines[start:], start):
        key = heading_key(one.text)
        if key in named or len(one.text.split()) > LONGEST_PLAIN:
            return [*kept, *lines[at:]]
        if key in repeated:
            named.add(key)
        else:
            kept.append(one)
    return kept
