"""Frames around one line, of a table or a text box: a heading is often set like that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sop_templates.engine.own_format.cells import is_line
from sop_templates.engine.own_format.words import OwnWords
from sop_templates.formats.written import Box, Cell, Grid, Line, Part

_MARK = re.compile(r"[\dIVXivx]{1,4}[a-z]?[.)]?(?:\d{1,2}[.)]?)*|[A-Za-z][.)]|[-•*☐☒]")


def is_mark(cell: Cell) -> bool:
    """Whether a cell holds a number or sign only, of what stands beside it."""
    return _MARK.fullmatch(cell.text) is not None


def unframed(parts: Sequence[Part], words: OwnWords) -> Iterator[Part]:
    """The parts, with a line that is alone in a table or box where that stands.

    In a table it stands out if the model knows such a line: then this is how the file sets headings.
    """
    alone = {id(part): line for part in parts if (line := _alone(part)) is not None}
    bars = [alone[id(part)] for part in parts if isinstance(part, Grid) and id(part) in alone]
    is_custom = any(words.subjects(line.text) for line in bars)
    for part in parts:
        line = alone.get(id(part))
        if line is None:
            yield part
        elif isinstance(part, Box):
            yield line
        elif is_custom:
            yield replace(line, letters=replace(line.letters, framed=True))
        else:
            yield part


def _alone(part: Part) -> Line | None:
    """The one line with words of a box, or of a table with a single row; None for others."""
    if isinstance(part, Box):
        filled = [line for line in part.lines if line.text]
        return filled[0] if len(filled) == 1 else None
    if isinstance(part, Line) or len(part.rows) != 1:
        return None
    cells = [cell for cell in part.rows[0] if cell.text]
    if len(cells) > 1 and is_mark(cells[0]):
        cells = cells[1:]
    if len(cells) != 1 or not is_line(cells[0]):
        return None
    return next(line for line in cells[0].lines if line.text)
