"""Answers that stand in tables: lists by their header row, fixed rows by row label and column header.

Rows that somebody typed by hand count as those in controls do, columns may be moved, rows in another
order, all controls gone. A cell's own control goes before its header.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.model import Column, Field, FieldType, Row
from sop_templates.engine.placement.model_texts import find_alike, key_of
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.formats.word.finished.spans import CellSpan, TableSpan

HEADER_LINES = 3  # rows at the top of a table in which its header is looked for
ENOUGH_ROWS = 0.3  # of the fixed rows: fewer known labels do not make it that table

Line = Sequence[CellSpan | None]
_Answer = tuple[Column, Any, int, int]  # of a column: the raw answer, and the stretch it stands in


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the columns of a field stand in a table: the header's line, columns by their place."""

    line: int
    columns: Mapping[int, Column]


class TableAnswers:
    """A table beside the field that it answers."""

    def __init__(self, answers: StoryAnswers, field: Field, table: TableSpan) -> None:
        """Takes the story that the table stands in, the field, and the table."""
        self.answers = answers
        self.field = field
        story = answers.story
        self.grid = story.merges.grid(table.rows())
        self._columns = {key_of(one.label): one for one in field.columns}
        self._labels = row_labels(field)
        controls = story.spans.controls
        inside = controls[
            bisect_left(controls, (table.start,)) : bisect_left(controls, (table.end,))
        ]
        columns = answers.texts.columns
        self._tagged = {
            one.number: found[1]
            for one in inside
            if (found := columns.get(story.tags[one.number])) and found[0] == field.key
        }
        self._in_cells: dict[int, list[int]] = {}
        if self._tagged:
            self._find_cells()

    def header(self) -> _Header | None:
        """The line at the top that names most columns, or None where none names any."""
        best: _Header | None = None
        for number, line in enumerate(self.grid[:HEADER_LINES]):
            columns = dict(self._named(line))
            if columns and (best is None or len(columns) > len(best.columns)):
                best = _Header(number, columns)
            if len(columns) == len(self._columns):
                break
        return best

    def width(self) -> int:
        """How many cells its widest line has."""
        return max((len(line) for line in self.grid), default=0)

    def read_list(self) -> list[dict[str, Any]]:
        """The rows of a list that hold anything, and notes what was read."""
        header = self.header()
        first = 0 if header is None else header.line + 1
        if header is not None:
            self._take_line(header)
            columns = header.columns
        else:
            columns = dict(enumerate(self.field.columns))
        rows = [self._list_row(line, columns) for line in self.grid[first:]]
        return [row for row in rows if row]

    def read_fixed_rows(self) -> dict[str, dict[str, Any]]:
        """The cells of fixed rows that hold anything, by row and column."""
        header = self.header()
        if header is not None:
            self._take_line(header)
        rows: dict[str, dict[str, Any]] = {}
        for line in self.grid:
            at, row = self._labelled(line)
            if row is None or (label := line[at]) is None:
                continue
            self.answers.take(label.start, label.end)
            columns = header.columns if header else dict(enumerate(self.field.columns, at + 1))
            self._read_cells(line[at + 1 :], columns, at + 1, rows.setdefault(row.key, {}))
        return rows

    def likeness(self) -> float:
        """How surely the table is the field's: 0 not at all, 1 and more with all its columns."""
        header = self.header()
        if header is None:
            return 0.0
        share = len(header.columns) / len(self.field.columns)
        if self.field.type is FieldType.LIST:
            width = len({cell for cell in self.grid[header.line] if cell})
            return share if width <= len(self.field.columns) + 1 else share / 2
        known = sum(self._labelled(line)[1] is not None for line in self.grid)
        rows = known / len(self.field.rows)
        return share + rows if rows >= ENOUGH_ROWS else 0.0

    def _list_row(self, line: Line, columns: Mapping[int, Column]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        cells = {cell for cell in line if cell}
        if len(cells) == 1 and len(line) > 1 and not self._in_cell(*cells):
            columns = {0: self.field.columns[0]}  # merged over all columns
        self._read_cells(line, columns, 0, found)
        return found

    def _read_cells(
        self, line: Line, columns: Mapping[int, Column], first: int, found: dict[str, Any]
    ) -> None:
        """Adds what stands in a line to what was found; what has no room is not noted as read."""
        before: CellSpan | None = None
        for place, cell in enumerate(line, first):
            if cell is None or cell is before:
                continue
            before = cell
            for column, value, start, end in self._cell(cell, columns.get(place)):
                if value is None or column.key not in found:
                    self.answers.take(start, end)
                if value is not None:
                    found.setdefault(column.key, value)

    def _cell(self, cell: CellSpan, column: Column | None) -> Iterator[_Answer]:
        """What a cell answers: mostly one column, by its control or else by its place."""
        controls = self._in_cell(cell)
        if len(controls) > 1 and len({self._tagged[number].key for number in controls}) > 1:
            for number in controls:
                one = self.answers.story.spans.controls[number]
                value = self.answers.answer(self._tagged[number], one.start, one.end, number)
                yield self._tagged[number], value, one.start, one.end
            return
        if controls:
            column = self._tagged[controls[0]]
        if column is not None:
            value = self.answers.answer(column, cell.start, cell.end)
            yield column, value, cell.start, cell.end

    def _find_cells(self) -> None:
        """Notes in which cell each tagged control is: the one that its last piece lies in."""
        cells = sorted({cell for line in self.grid for cell in line if cell})
        for number in self._tagged:
            end = self.answers.story.spans.controls[number].end
            place = bisect_left(cells, (end,)) - 1
            if place >= 0 and end < cells[place].end:
                self._in_cells.setdefault(cells[place].number, []).append(number)

    def _in_cell(self, cell: CellSpan) -> Sequence[int]:
        return self._in_cells.get(cell.number, ())

    def _named(self, line: Line) -> Iterator[tuple[int, Column]]:
        for place, cell in enumerate(line):
            if cell is not None and not self._in_cell(cell):
                key = key_of(self._text(cell))
                key = key if key in self._columns else find_alike(key, self._columns)
                if key:
                    yield place, self._columns[key]

    def _labelled(self, line: Line) -> tuple[int, Row | None]:
        """The place of the row's label in a line, and the row."""
        labels = self._labels
        for place, cell in enumerate(line):
            if cell is None:
                continue
            key = key_of(self._text(cell))
            key = key if key in labels else find_alike(key, labels)
            if key:
                return place, labels[key]
            if key_of(self._text(cell)):
                break
        return -1, None

    def _take_line(self, header: _Header) -> None:
        for place in header.columns:
            if (cell := self.grid[header.line][place]) is not None:
                self.answers.take(cell.start, cell.end)

    def _text(self, cell: CellSpan) -> str:
        return self.answers.story.text(cell.start, cell.end)


def read_tables(
    answers: StoryAnswers, field: Field, tables: Iterable[TableSpan]
) -> list[dict[str, Any]] | dict[str, dict[str, Any]]:
    """What tables answer that were one: all rows of a list, a copy of a table once; or fixed rows."""
    found = [TableAnswers(answers, field, table) for table in tables]
    if field.type is FieldType.LIST:
        parts: list[list[dict[str, Any]]] = []
        for one in found:
            if (rows := one.read_list()) not in parts:
                parts.append(rows)
        return [row for rows in parts for row in rows]
    cells: dict[str, dict[str, Any]] = {}
    for one in found:
        for key, row in one.read_fixed_rows().items():
            cells[key] = row | cells.get(key, {})
    return cells


def row_labels(field: Field) -> dict[str, Row]:
    """The fixed rows of a field by the key of their label."""
    return {key_of(row.label): row for row in field.rows}


def tables_of(tables: Iterable[TableSpan], pieces: Iterable[int]) -> list[TableSpan]:
    """The innermost tables that pieces lie in, each once, in their order."""
    following = sorted(tables, key=lambda one: one.start, reverse=True)
    opened: list[TableSpan] = []
    found = {}
    for at in sorted(pieces):
        while following and following[-1].start < at:
            opened.append(following.pop())
        while opened and opened[-1].end <= at:
            opened.pop()
        if opened:
            found[opened[-1].start] = opened[-1]
    return list(found.values())
