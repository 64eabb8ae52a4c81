"""How the rows of a list become others: rows that say the same stay, the rest is changed, added or taken out."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.answer_writing import Pen
from sop_templates.formats.word.updating.changes import ListChange, Obstacle
from sop_templates.formats.word.updating.obstacles import NO_ANSWER, find_obstacle, is_tracked
from sop_templates.formats.word.updating.table_cells import (
    FieldTable,
    cell_obstacle,
    control_in,
    write_cell,
)
from sop_templates.formats.word.updating.trees import (
    ID,
    SDT,
    SDT_PR,
    TBL,
    TC,
    TR,
    VAL,
    P,
    bookmarks_in,
    drop,
    pieces,
    tag_of,
)
from sop_templates.formats.word.values import words_of

_SECTION = qn("w15:repeatingSection")
_ROW_PR = qn("w:trPr")
_OWN_NUMBERS = (qn("w14:paraId"), qn("w14:textId"))  # of paragraphs and rows, each once in a file

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Step:
    """What becomes of a stretch of rows.

    Attributes:
        before: the row above them; None where they are the first.
        old: the rows that are there.
        new: what stands there afterwards.
    """

    before: etree._Element | None
    old: Sequence[etree._Element]
    new: Sequence[Row]


@dataclass(frozen=True, slots=True)
class ListRows:
    """The rows of a list in its table, beside those that it is to have."""

    table: FieldTable
    change: ListChange

    def obstacle(self, pen: Pen) -> Obstacle | None:
        """What stands in the way of the change, or None."""
        columns = set(self.change.table.columns)
        if not self._data_rows():
            return Obstacle.TABLE  # no row to copy
        for row in self._data_rows():
            if any(is_tracked(str(one.tag)) for own in row.iterchildren(_ROW_PR) for one in own):
                return Obstacle.TRACKED
            cells = self.table.cells(row)
            if set(cells) != columns or len(set(cells.values())) < len(columns):
                return Obstacle.TABLE
        found = self.table.obstacle()
        for step in self._steps(pen):
            for number, row in enumerate(step.old):
                found = found or self._row_obstacle(pen, row, step.new[number : number + 1])
        return found

    def write(self, pen: Pen) -> None:
        """Makes the change; only where nothing stands in the way."""
        for step in self._steps(pen):
            last = step.before
            for number, row in enumerate(step.old):
                if number < len(step.new):
                    self._write_row(pen, row, step.new[number])
                    last = row
                else:
                    self._take_out(row)
            for values in step.new[len(step.old) :]:
                last = self._add(pen, last, values)

    def _data_rows(self) -> Sequence[etree._Element]:
        return self.table.rows[self.table.header + 1 :]

    def _steps(self, pen: Pen) -> list[_Step]:
        """What differs, the last rows first."""
        rows, keys = self._data_rows(), self.change.table.columns
        cells = [self.table.cells(row) for row in rows]
        old = [tuple(pen.shown([one[key]]) for key in keys) for one in cells]
        new = [tuple(words_of(row[key]) for key in keys) for row in self.change.rows]
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return [
            _Step(rows[first - 1] if first else None, rows[first:end], self.change.rows[at:to])
            for kind, first, end, at, to in reversed(matcher.get_opcodes())
            if kind != "equal"
        ]

    def _row_obstacle(self, pen: Pen, row: etree._Element, new: Sequence[Row]) -> Obstacle | None:
        """What stands in the way of changing a row, or of taking it out where it gets no values."""
        own = f"{self.change.table.key}."
        if not new:
            return find_obstacle([_wrapped(row)], own)
        changed = self._changed(pen, row, new[0])
        found = (cell_obstacle(cell, own) for _, cell in changed)
        return next((one for one in found if one), None)

    def _changed(
        self, pen: Pen, row: etree._Element, values: Row
    ) -> list[tuple[str, etree._Element]]:
        cells = self.table.cells(row).items()
        return [(key, cell) for key, cell in cells if pen.shown([cell]) != words_of(values[key])]

    def _write_row(self, pen: Pen, row: etree._Element, values: Row) -> None:
        for key, cell in self._changed(pen, row, values):
            write_cell(pen, cell, values[key], self.change.table.prompts.get(key, ""))

    def _add(self, pen: Pen, last: etree._Element | None, values: Row) -> etree._Element:
        """Adds a copy of a row behind it, or before the first row where there is none before."""
        model = _wrapped(self._data_rows()[0] if last is None else last)
        made = deepcopy(model)
        made.tail = None
        _strip(made, pen)
        if last is None:
            model.addprevious(made)
        else:
            model.addnext(made)
        row = made if made.tag == TR else next(made.iter(TR))
        for key, cell in self.table.cells(row).items():
            prompt = self.change.table.prompts.get(key, "")
            write_cell(pen, cell, values[key], prompt, is_copy=True)
        return row

    def _take_out(self, row: etree._Element) -> None:
        """Takes a row out; bookmarks in it move to the one above, for their other half may stand there."""
        table = self.table.table
        rows = [one for one in table.iter(TR) if next(one.iterancestors(TBL)) is table]
        place = rows.index(row)
        *_, paragraph = rows[place - 1 if place else 1].iter(P)
        paragraph.extend(bookmarks_in([row]))
        drop(_wrapped(row))


def _wrapped(row: etree._Element) -> etree._Element:
    """The row with the controls around nothing but it: the item of a repeating section."""
    outer = row
    for control in row.iterancestors(SDT):
        content = outer.getparent()
        is_around = content is not None and content.getparent() is control
        rows = sum(1 for _ in control.iter(TR))
        if not is_around or tag_of(control) or rows > 1 or _is_section(control):
            break
        outer = control
    return outer


def _is_section(control: etree._Element) -> bool:
    return control.find(f"{SDT_PR}/{_SECTION}") is not None


def _strip(copied: etree._Element, pen: Pen) -> None:
    """Takes from the copy of a row what must not stand in a file twice, and what is no answer."""
    for one in list(copied.iter(etree.Element)):
        for name in _OWN_NUMBERS:
            one.attrib.pop(name, "")
        if one.tag in NO_ANSWER or is_tracked(str(one.tag)):
            drop(one)
    for control in copied.iter(SDT):
        number = control.find(f"{SDT_PR}/{ID}")
        if number is not None:
            number.set(VAL, pen.added.number())
    for cell in copied.iter(TC):
        own = control_in(cell)
        beside = set(pieces(cell)) - set(pieces(own)) if own is not None else ()
        for piece in beside:
            drop(piece)
