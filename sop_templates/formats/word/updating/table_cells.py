"""Where the cells of a field's table stand: by their controls, else by header and row label."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.finished.meanings import as_level
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.answer_writing import Pen, runs_for, write_control
from sop_templates.formats.word.updating.changes import Obstacle, TableWords
from sop_templates.formats.word.updating.obstacles import find_obstacle, is_gone
from sop_templates.formats.word.updating.trees import (
    END,
    ID,
    NAME,
    P_PR,
    SDT,
    SDT_CONTENT,
    START,
    TBL,
    TC,
    TR,
    VAL,
    P,
    bookmarks_in,
    drop,
    has,
    pieces,
    tag_of,
    words,
)

HEADER_LINES = 3  # rows at the top of a table in which its header is looked for, as a reader does

_GRID_SPAN, _GRID_BEFORE = qn("w:gridSpan"), qn("w:gridBefore")
_MERGED = qn("w:vMerge")


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The table of a field.

    Attributes:
        table: the `w:tbl`.
        words: how its columns and rows are known.
        rows: its rows, those of tables in its cells left out.
        header: the number of the row that names the columns, -1 where none does.
        columns: keys of columns by their place in the grid.
    """

    table: etree._Element
    words: TableWords
    rows: tuple[etree._Element, ...]
    header: int
    columns: Mapping[int, str]

    def obstacle(self) -> Obstacle | None:
        """What stands in the way of writing in this table, whatever the cell, or None."""
        merged = (one for row in self.rows for one in _cells_below(row) if _is_merged(one))
        return Obstacle.TABLE if next(merged, None) is not None else None

    def cells(self, row: etree._Element) -> dict[str, etree._Element]:
        """The cells of a row by the column that they answer."""
        found: dict[str, etree._Element] = {}
        for place, cell in _placed(row):
            tags = {tag_of(one).rpartition(".")[2] for one in self.controls(cell)}
            keys = tags or {self.columns.get(place, "")}
            for key in keys & set(self.words.columns):
                found.setdefault(key, cell)
        return found

    def controls(self, cell: etree._Element) -> list[etree._Element]:
        """The controls in a cell that have a tag of the field."""
        return [one for one in _controls(cell) if tag_of(one).startswith(f"{self.words.key}.")]

    def labelled(self, key: str) -> etree._Element | None:
        """The row whose label is that of a fixed row, or None."""
        for row in self.rows:
            labels = (words([cell]) for _, cell in _placed(row))
            first = next((label for label in labels if label), "")
            if first and self.words.row_of(first) == key:
                return row
        return None


def find_tables(root: etree._Element, known: TableWords) -> list[FieldTable]:
    """The tables of a field in a story: those with its controls, else those at its bookmark."""
    controls = [
        one
        for one in root.iter(SDT)
        if (tag := tag_of(one)) == known.key or tag.startswith(f"{known.key}.")
    ]
    held = [next(one.iterancestors(TBL), None) for one in controls if not is_gone(one)]
    tables = list(dict.fromkeys(one for one in held if one is not None))
    return [_read(one, known) for one in tables or _bookmarked(root, known.bookmark)]


def cell_obstacle(cell: etree._Element, own: str) -> Obstacle | None:
    """What stands in the way of writing in a cell.

    Args:
        cell: the `w:tc`.
        own: the tag that its control may have, or the beginning of tags, with a full stop.
    """
    control = control_in(cell)
    if control is not None and set(pieces(cell)) - set(pieces(control)):
        return Obstacle.CONTENT  # words beside the field
    return find_obstacle([cell], own)


def write_cell(
    pen: Pen, cell: etree._Element, value: object, prompt: str, *, is_copy: bool = False
) -> None:
    """Puts a value into a cell: into its control where it has one; None empties it.

    Args:
        pen: of the story.
        cell: the `w:tc`.
        value: as in `formats.word.values`.
        prompt: what an empty control shows where the file does not say it.
        is_copy: whether it is the copy of another cell.
    """
    control = control_in(cell)
    if control is not None:
        write_control(pen, control, value, prompt, is_copy=is_copy)
        return
    first, *others = list(cell.iterchildren(P)) or [etree.SubElement(cell, P)]
    made = [] if value is None else runs_for(pen, [cell], value, None)
    marks = [] if is_copy else bookmarks_in([cell])
    for one in [*(child for child in first if child.tag != P_PR), *others]:
        drop(one)
    first.extend([*(one for one in marks if one.tag == START), *made])
    first.extend([one for one in marks if one.tag == END])


def control_in(cell: etree._Element) -> etree._Element | None:
    """The control in a cell or right around it, the innermost; None where it has none."""
    found = [one for one in _controls(cell) if not has(one, "w:temporary")]
    return found[-1] if found else None


def _read(table: etree._Element, known: TableWords) -> FieldTable:
    rows = tuple(one for one in table.iter(TR) if next(one.iterancestors(TBL)) is table)
    header, columns = -1, dict(enumerate(known.columns))
    best = 0
    for number, row in enumerate(rows[:HEADER_LINES]):
        named = {
            place: key
            for place, cell in _placed(row)
            if not _controls(cell) and (key := known.column_of(words([cell])))
        }
        if len(named) > best:
            header, columns, best = number, named, len(named)
    return FieldTable(table, known, rows, header, columns)


def _bookmarked(root: etree._Element, name: str) -> list[etree._Element]:
    """The outermost tables that a bookmark lies around or in."""
    numbers = {one.get(ID) for one in root.iter(START) if name and one.get(NAME) == name}
    found: list[etree._Element] = []
    is_open = False
    last = [one for one in root.iter(END) if one.get(ID) in numbers][-1:]
    for one in root.iter(START, END, TBL) if last else ():
        if one.tag == TBL:
            found += [one] if is_open else []
            continue
        if one.get(ID) in numbers:
            found += one.iterancestors(TBL)
            is_open = one is not last[0]
    tables = list(dict.fromkeys(found))
    depths = [sum(1 for _ in one.iterancestors(TBL)) for one in tables]
    return [one for one, depth in zip(tables, depths, strict=True) if depth == min(depths)]


def _placed(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their place in the grid."""
    before = row.find(f"{qn('w:trPr')}/{_GRID_BEFORE}")
    place = 0 if before is None else as_level(before.get(VAL))
    for cell in _cells_below(row):
        yield place, cell
        span = cell.find(f"{qn('w:tcPr')}/{_GRID_SPAN}")
        place += 1 if span is None else as_level(span.get(VAL), 1)


def _cells_below(row: etree._Element) -> Iterable[etree._Element]:
    return [one for one in row.iter(TC) if next(one.iterancestors(TR)) is row]


def _controls(cell: etree._Element) -> list[etree._Element]:
    """The controls around nothing but a cell, then those in it."""
    around = cell.getparent()
    outer = None if around is None or around.tag != SDT_CONTENT else around.getparent()
    return [*([] if outer is None else [outer]), *cell.iter(SDT)]


def _is_merged(cell: etree._Element) -> bool:
    return cell.find(f"{qn('w:tcPr')}/{_MERGED}") is not None
