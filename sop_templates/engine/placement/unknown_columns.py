"""Columns that a school added to a table of the model: named once, with all that stands in them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sop_templates.domain.model import FieldType
from sop_templates.engine.own_format.left_over import LeftOver
from sop_templates.engine.placement.placing import Placing
from sop_templates.engine.placement.tables import Line, TableAnswers
from sop_templates.formats.word.finished.spans import CellSpan, TableSpan
from sop_templates.outcome import Place
from sop_templates.richtext import Paragraph, Run

THIRD = 2  # the first column beside a label and its answer, by place
ENOUGH = 3  # texts below each other that are a column, where nothing above names it

Words = Mapping[int, str]  # that belong to no field, by the start of their paragraph


class UnknownColumn(NamedTuple):
    """A column of a table of the model that the model does not know.

    Attributes:
        table: the first piece of its table.
        header: what stands above it, or "" where the table has no header.
        texts: what stands in it, each with the first cell of its row before it.
        starts: of the paragraphs that these are, and those of the header.
    """

    table: int
    header: str
    texts: Sequence[str]
    starts: frozenset[int]

    def left_over(self, place: Place) -> LeftOver:
        """Its texts, kept whole."""
        rich = tuple(Paragraph((Run(text),)) for text in self.texts)
        return LeftOver(self.header, rich, place=place)


def unknown_columns(placing: Placing, words: Words) -> Iterator[UnknownColumn]:
    """The columns with words in them that the model does not know, table by table.

    Args:
        placing: with all answers placed.
        words: of the body that belong to no field.
    """
    starts = sorted(words)
    anchors = _anchors(placing) if words else []
    for table in placing.body.story.spans.tables if words else ():
        inside = starts[bisect_left(starts, table.start) : bisect_left(starts, table.end)]
        if not inside:
            continue
        is_anchored = bisect_left(anchors, table.start) < bisect_left(anchors, table.end)
        if is_anchored or table.start in placing.used:
            yield from _of_table(placing, table, {at: words[at] for at in inside})


def _anchors(placing: Placing) -> list[int]:
    """Where controls and bookmarks of the model stand in the body."""
    body, model = placing.body, placing.texts.model
    tags = (*placing.texts.own_tags, *placing.texts.columns)
    found = [
        control.start
        for tag in tags
        for story, control in placing.tagged.get(tag, ())
        if story is body
    ]
    marked = body.story.spans.bookmarks
    found += [span.start for one in model.fields for span in marked.get(one.bookmark, ())]
    return sorted(found)


def _of_table(placing: Placing, table: TableSpan, words: Words) -> Iterator[UnknownColumn]:
    fields = [one for one in placing.texts.model.fields if one.is_table]
    read = [TableAnswers(placing.body, one, table) for one in fields]
    best = max(read, key=lambda one: one.likeness(), default=None)
    header = best.header() if best is not None and best.likeness() else None
    if best is None or header is None:
        yield from _without_header(placing, table, words)
        return
    line = best.grid[header.line]
    first = 1 if best.field.type is FieldType.ROWS else 0  # the labels of fixed rows
    for place in range(first, len(line)):
        name = _text(placing, line[place])
        again = place > 0 and line[place] is line[place - 1]
        if not name or again or place in header.columns:
            continue
        found = _found(placing, best.grid[header.line + 1 :], place, words)
        if found:
            starts = {*_starts(line[place], words), *found}
            yield UnknownColumn(table.start, name, list(found.values()), frozenset(starts))


def _without_header(placing: Placing, table: TableSpan, words: Words) -> Iterator[UnknownColumn]:
    """The columns beside questions and their answers; above them may stand words that are no question."""
    grid = placing.body.story.merges.grid(table.rows())
    above = grid[0] if grid else ()
    label = _text(placing, above[0]) if above else ""
    first = 1 if label and not placing.texts.find_fields(label) else 0
    for place in range(THIRD, max(map(len, grid), default=0)):
        found = _found(placing, grid[first:], place, words)
        if len(found) >= ENOUGH:
            cell = above[place] if first and place < len(above) else None
            starts = frozenset((*_starts(cell, words), *found))
            yield UnknownColumn(table.start, _text(placing, cell), list(found.values()), starts)


def _found(placing: Placing, lines: Sequence[Line], place: int, words: Words) -> dict[int, str]:
    """The words in a column, after the first cell of their row, by the start of their paragraph."""
    found = {}
    for line in lines:
        cell = line[place] if place < len(line) else None
        if sum(one is cell for one in line) == 1:  # else it is merged with a column beside it
            label = _text(placing, line[0]) if place else ""
            for at in _starts(cell, words):
                found[at] = f"{label}: {words[at]}" if label else words[at]
    return found


def _starts(cell: CellSpan | None, words: Words) -> list[int]:
    return [] if cell is None else [at for at in words if cell.start <= at < cell.end]


def _text(placing: Placing, cell: CellSpan | None) -> str:
    story = placing.body.story
    return "" if cell is None else " ".join(story.text(cell.start, cell.end).split())
