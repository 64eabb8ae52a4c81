"""Where in a story each change goes: by the tag of its control, else by its bookmark."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from lxml import etree

from sop_templates.formats.word.updating.answer_writing import Pen, write_control
from sop_templates.formats.word.updating.bookmark_regions import find_region
from sop_templates.formats.word.updating.changes import (
    AnswerChange,
    CellChange,
    Change,
    ListChange,
    Obstacle,
    TableWords,
)
from sop_templates.formats.word.updating.list_rows import ListRows
from sop_templates.formats.word.updating.obstacles import find_obstacle, is_gone
from sop_templates.formats.word.updating.table_cells import (
    FieldTable,
    cell_obstacle,
    find_tables,
    write_cell,
)
from sop_templates.formats.word.updating.trees import SDT, TC, tag_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a change.

    Attributes:
        obstacle: what stands in the way of writing there, or None.
        write: writes there.
    """

    obstacle: Obstacle | None
    write: Callable[[Pen], None]


@dataclass
class StoryPlaces:
    """The places of one story; found before anything is written in it.

    Attributes:
        root: of the story.
        pen: of the story.
    """

    root: etree._Element
    pen: Pen
    _tables: dict[str, list[FieldTable]] = field(default_factory=dict)

    def find(self, change: Change) -> list[Place]:
        """The places that a change goes to: none, or more than one where its control was copied."""
        if isinstance(change, AnswerChange):
            return list(self._answer(change))
        if isinstance(change, CellChange):
            return list(self._cell(change))
        return list(self._list(change))

    def _answer(self, change: AnswerChange) -> Iterator[Place]:
        controls = [] if change.by_bookmark else self._tagged.get(change.tag, [])
        for control in controls:
            write = partial(write_control, control=control, value=change.value)
            yield Place(find_obstacle([control], change.tag), write)
        region = None if controls else find_region(self.root, change.bookmark)
        if region is not None:
            write = partial(region.write, value=change.value)
            yield Place(region.obstacle(change.value), write)

    def _cell(self, change: CellChange) -> Iterator[Place]:
        controls = self._tagged.get(change.tag, [])
        for control in controls:
            cell = next(control.iterancestors(TC), None)
            write = partial(write_control, control=control, value=change.value)
            found = find_obstacle([control], change.tag)
            yield Place(found if cell is None else cell_obstacle(cell, change.tag), write)
        for table in () if controls else self._field_tables(change.table):
            row = table.labelled(change.row)
            found_cell = None if row is None else table.cells(row).get(change.column)
            if found_cell is not None:
                write = partial(write_cell, cell=found_cell, value=change.value, prompt="")
                yield Place(cell_obstacle(found_cell, change.tag), write)

    def _list(self, change: ListChange) -> Iterator[Place]:
        tables = self._field_tables(change.table)
        for table in tables:
            rows = ListRows(table, change)
            is_cut = len(tables) > 1
            yield Place(Obstacle.TABLE if is_cut else rows.obstacle(self.pen), rows.write)

    def _field_tables(self, words: TableWords) -> list[FieldTable]:
        if words.key not in self._tables:
            self._tables[words.key] = find_tables(self.root, words)
        return self._tables[words.key]

    @cached_property
    def _tagged(self) -> dict[str, list[etree._Element]]:
        found: dict[str, list[etree._Element]] = {}
        for one in self.root.iter(SDT):
            tag = tag_of(one)
            if tag and not is_gone(one):
                found.setdefault(tag, []).append(one)
        return found
