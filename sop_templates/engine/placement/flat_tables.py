"""Tables that became lines, as "convert to text" and pasting leave them: which rows they were.

Either each row is a line, its cells parted by a sign, or each cell is a line. A header tells the order
of the columns, as in a table. Lines that fit no row are left: they are told, not guessed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.dutch import fold
from sop_templates.domain.model import Column, Field, FieldType, Row
from sop_templates.engine.placement.model_texts import CELL_SIGNS, find_alike, key_of

_FALLBACK = "\t"

Rows = list[dict[str, Any]]
FixedRows = dict[str, dict[str, Any]]


def words_of(asked: Field) -> frozenset[str]:
    """The keys of what a table says itself: headers, row labels, subheadings."""
    words = [one.label for one in asked.columns]
    words += [part for row in asked.rows for part in (row.label, row.group)]
    return frozenset(map(key_of, words)) - {""}


@dataclass(slots=True)
class FlatTable:
    """Lines beside the field whose table they were.

    Attributes:
        asked: the field, a list or fixed rows.
        lines: their words, blank ones too.
        is_prompt: whether words are a prompt, and so no answer.
        used: which lines were read, by their place.
    """

    asked: Field
    lines: Sequence[str]
    is_prompt: Callable[[str], bool]
    used: set[int] = field(default_factory=set)

    def list_rows(self) -> Rows:
        """The rows of a list."""
        columns = self.asked.columns
        if header := self._header_line():
            sign, named = header
            return [row for at in self._after_header() if (row := self._row(at, sign, named))]
        if named := self._standing_header():
            return list(self._standing_rows(named))
        places = dict(enumerate(columns))
        return [
            row
            for at in range(len(self.lines))
            if (row := self._row(at, _FALLBACK, places, len(columns) - 1))
        ]

    def fixed_rows(self) -> FixedRows:
        """The fixed rows, by their key; the first line of a row counts."""
        labels = {key_of(row.label): row for row in self.asked.rows}
        header = self._header_line()
        sign, named = header or (_FALLBACK, dict(enumerate(self.asked.columns, 1)))
        rows: FixedRows = {}
        at = 1 if header else 0
        while at < len(self.lines):
            label, parted, _ = self._parted(at, sign)
            row = labels.get(key_of(label)) or labels.get(find_alike(key_of(label), labels))
            until = at + 1
            if row is not None and row.key not in rows:
                if parted:
                    rows[row.key] = self._row(at, sign, named, len(self.asked.columns))
                else:
                    until = self._end_of_row(at + 1, labels)
                    rows[row.key] = self._standing_cells(at, until)
            at = until
        return rows

    def _header_line(self) -> tuple[str, Mapping[int, Column]] | None:
        """The sign between the cells and the columns by their place, where the first line names all."""
        first = self.lines[0] if self.lines else ""
        for sign in CELL_SIGNS:
            if sign in first and (named := self._named(first.split(sign))):
                self.used.add(0)
                return sign, named
        return None

    def _named(self, cells: Sequence[str]) -> Mapping[int, Column]:
        """The columns by their place, where all are named; else none."""
        columns = {key_of(one.label): one for one in self.asked.columns}
        named = {
            at: columns[key] for at, cell in enumerate(cells) if (key := key_of(cell)) in columns
        }
        return named if len(set(named.values())) == len(columns) else {}

    def _standing_header(self) -> Mapping[int, Column]:
        """The columns in their order, where the first lines name one each; else none."""
        count = len(self.asked.columns)
        named = self._named(self.lines[:count])
        if named:
            self.used.update(range(count))
        return named

    def _standing_rows(self, named: Mapping[int, Column]) -> Iterator[dict[str, Any]]:
        """The rows of a list of which each cell is a line; none where the lines do not fit."""
        count = len(named)
        end = len(self.lines)
        while end > count and not self.lines[end - 1]:
            end -= 1
        end += -end % count  # blank cells at the end, which nothing follows
        groups = [range(at, at + count) for at in range(count, end, count)]
        fits = all(
            self._fits(named[place], self._line(at))
            for group in groups
            for place, at in enumerate(group)
        )
        for group in groups if fits else ():
            row = {named[place].key: self._cell(self._line(at)) for place, at in enumerate(group)}
            self.used.update(group)
            if any(row.values()):
                yield row

    def _end_of_row(self, at: int, labels: Mapping[str, Row]) -> int:
        """Where the lines of a fixed row end: at the next label, subheading or sign of a new row."""
        own = labels.keys() | words_of(self.asked)
        while at < len(self.lines) and key_of(self._parted(at, _FALLBACK)[0]) not in own:
            at += 1
        return at

    def _standing_cells(self, label: int, end: int) -> dict[str, Any]:
        """The cells of a fixed row whose lines follow its label; none where they do not fit."""
        self.used.add(label)
        lines = range(label + 1, end)
        filled = [at for at in lines if self.lines[at]]
        columns = self.asked.columns
        for given in ([*lines][: len(columns)], filled):
            pairs = list(zip(columns, given, strict=False))
            fits = all(self._fits(column, self.lines[at]) for column, at in pairs)
            if fits and set(filled) <= {at for _, at in pairs}:
                self.used.update(lines)
                return {column.key: self._cell(self.lines[at]) for column, at in pairs}
        return {}

    def _row(
        self, at: int, sign: str, named: Mapping[int, Column], most: int = -1
    ) -> dict[str, Any]:
        """The cells of a line; none where it has more cells than there are columns."""
        _, _, cells = self._parted(at, sign, most)
        if not any(cells) or len(cells) > max(named) + 1:
            return {}
        self.used.add(at)
        row = {
            one.key: self._cell(cells[place]) for place, one in named.items() if place < len(cells)
        }
        return {key: cell for key, cell in row.items() if cell is not None}

    def _parted(self, at: int, sign: str, most: int = -1) -> tuple[str, bool, list[str]]:
        """A line's first cell, whether it has more, and all; `Lift: ja` parts a fixed row as well."""
        line = self.lines[at]
        if self.asked.type is FieldType.ROWS and sign not in line:
            line = line.replace(":", sign, 1)
        cells = [cell.strip() for cell in line.split(sign, most)]
        return cells[0], len(cells) > 1, cells

    def _after_header(self) -> range:
        return range(1, len(self.lines))

    def _line(self, at: int) -> str:
        return self.lines[at] if at < len(self.lines) else ""

    def _cell(self, words: str) -> str | None:
        return None if not words or self.is_prompt(words) else words

    def _fits(self, column: Column, words: str) -> bool:
        """Whether words may stand in a column: of a choice only its options, a prompt or nothing."""
        if column.type is not FieldType.CHOICE or column.open or self._cell(words) is None:
            return True
        return fold(words) in map(fold, column.options)
