"""Where everything of a story lies on its tape: controls, bookmarks, tables, paragraphs as stretches.

Stretches are plain tuples, made in bulk: a SOP has some two thousand of them, and frozen dataclasses
would take as long as parsing it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sop_templates.formats.word.finished import marks


class Span(NamedTuple):
    """A stretch of pieces of a tape: from `start`, up to and without `end`."""

    start: int
    end: int


class ControlSpan(NamedTuple):
    """A content control.

    Attributes:
        start: its first piece.
        end: the piece after its last; it lies in the same cell as the control's last words.
        number: which one it is in its story, from 0.
        parent: the number of the control around it, or -1.
    """

    start: int
    end: int
    number: int
    parent: int


class CellSpan(NamedTuple):
    """A table's cell.

    Attributes:
        start: its first piece.
        end: the piece after its last.
        number: which one it is in its story, from 0.
    """

    start: int
    end: int
    number: int


class RowSpan(NamedTuple):
    """A table's row: its cells, and which row it is in its story, from 0."""

    cells: tuple[CellSpan, ...]
    number: int


class TableSpan(NamedTuple):
    """A table.

    Attributes:
        start: its first piece.
        end: the piece after its last.
        depth: 0, or how many tables it stands in.
        beginnings: of its rows: number, first piece, and first piece and number of each cell.
    """

    start: int
    end: int
    depth: int
    beginnings: Sequence[tuple[int, int, Sequence[tuple[int, int]]]]

    def rows(self) -> list[RowSpan]:
        """Its rows; those of tables in its cells are not among them."""
        found = []
        ends = [*(start for _, start, _ in self.beginnings[1:]), self.end]
        for (number, _, cells), end in zip(self.beginnings, ends, strict=False):
            cell_ends = [*(start for start, _ in cells[1:]), end]
            spans = [
                CellSpan(start, cell_end, cell)
                for (start, cell), cell_end in zip(cells, cell_ends, strict=False)
            ]
            found.append(RowSpan(tuple(spans), number))
        return found


class ParagraphSpan(NamedTuple):
    """A paragraph, or what follows in it after a text box.

    Attributes:
        start: its first piece.
        end: the piece after its last.
        number: which paragraph it is in its story, from 0.
        tables: how many tables it stands in.
        boxes: how many text boxes it stands in.
    """

    start: int
    end: int
    number: int
    tables: int
    boxes: int


class Spans(NamedTuple):
    """All stretches of a story.

    Attributes:
        controls: by number.
        paragraphs: in the order of their beginnings.
        tables: in the order of their ends: one in a cell before the one around it.
        boxes: last piece of the text boxes, by their first.
        bookmarks: by name, each from where it begins to where it next ends: LibreOffice begins one
            again in each paragraph. A program that copies what stands in one makes several of a name.
        pictures: the pieces at which pictures, charts and drawings stand.
    """

    controls: Sequence[ControlSpan]
    paragraphs: Sequence[ParagraphSpan]
    tables: Sequence[TableSpan]
    boxes: Mapping[int, int]
    bookmarks: Mapping[str, Sequence[Span]]
    pictures: Sequence[int]


class Apart(NamedTuple):
    """Controls that are no text of what they lie in.

    Attributes:
        starts: their first pieces, sorted.
        ends: their last pieces, by their first.
    """

    starts: Sequence[int]
    ends: Mapping[int, int]


NOTHING_APART = Apart((), {})


def set_apart(controls: Iterable[ControlSpan]) -> Apart:
    """Sets controls apart, which must come in the order of their beginnings."""
    ends = {one.start: one.end for one in controls}
    return Apart(list(ends), ends)


class _Pass:
    """One pass over a tape, with what is open at the moment."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.breaks: list[int] = []  # pieces at which a paragraph begins or one before it ends
        self.paragraphs: list[tuple[int, int, int, int]] = []  # break, number, tables, boxes
        self.cells: list[tuple[int, int]] = []  # of the row that is open
        self.tables: list[TableSpan] = []
        self.open_tables: list[tuple[int, list[tuple[int, int, list[tuple[int, int]]]]]] = []
        self.outer_cells: list[list[tuple[int, int]]] = []
        self.rows = 0
        self.boxes: dict[int, int] = {}
        self.open_boxes: list[tuple[int, int]] = []
        self.starts: dict[str, int] = {}
        self.bookmarks: dict[str, list[Span]] = {}
        self.pictures: list[int] = []

    def begin_table(self, at: int, _: str) -> None:
        self.breaks.append(at)
        self.open_tables.append((at, []))
        self.outer_cells.append(self.cells)

    def end_table(self, at: int, _: str) -> None:
        self.breaks.append(at)
        start, rows = self.open_tables.pop()
        self.cells = self.outer_cells.pop()
        self.tables.append(TableSpan(start, at, len(self.open_tables), rows))

    def begin_row(self, at: int, _: str) -> None:
        self.breaks.append(at)
        self.cells = []
        if self.open_tables:
            self.open_tables[-1][1].append((self.rows, at, self.cells))
        self.rows += 1

    def begin_box(self, at: int, _: str) -> None:
        self.breaks.append(at)
        around = self.paragraphs[-1][1] if self.paragraphs else -1
        self.open_boxes.append((at, around))

    def end_box(self, at: int, _: str) -> None:
        start, around = self.open_boxes.pop()
        self.boxes[start] = at
        place = (len(self.breaks), around, len(self.open_tables), len(self.open_boxes))
        self.paragraphs.append(place)
        self.breaks.append(at)

    def begin_bookmark(self, at: int, piece: str) -> None:
        self.starts.setdefault(self.names[int(piece[1:])], at)

    def end_bookmark(self, at: int, piece: str) -> None:
        name = self.names[int(piece[1:])]
        if (start := self.starts.pop(name, None)) is not None:
            self.bookmarks.setdefault(name, []).append(Span(start, at))

    def picture(self, at: int, _: str) -> None:
        self.pictures.append(at)

    def paragraph_spans(self, end: int) -> list[ParagraphSpan]:
        """The paragraphs; each ends where the next thing begins."""
        breaks = [*self.breaks, end]
        rows = ((breaks[at], breaks[at + 1], *rest) for at, *rest in self.paragraphs)
        return list(map(ParagraphSpan._make, rows))


def find_spans(pieces: Sequence[str], bookmark_names: Sequence[str]) -> Spans:
    """Where everything lies on a tape.

    Args:
        pieces: of the tape.
        bookmark_names: by the number that a bookmark's mark carries.
    """
    passed = _Pass(bookmark_names)
    steps: dict[str, Callable[[int, str], None]] = {
        marks.ROW: passed.begin_row,
        marks.TABLE: passed.begin_table,
        marks.TABLE_END: passed.end_table,
        marks.BOX: passed.begin_box,
        marks.BOX_END: passed.end_box,
        marks.BOOKMARK: passed.begin_bookmark,
        marks.BOOKMARK_END: passed.end_bookmark,
        marks.PICTURE: passed.picture,
    }
    starts: list[int] = []  # of controls, then ends and numbers of the control around them
    ends: list[int] = []
    parents: list[int] = []
    opened = [-1]
    breaks, paragraphs, tables, boxes = (
        passed.breaks,
        passed.paragraphs,
        passed.open_tables,
        passed.open_boxes,
    )
    cells = number = 0
    for at, piece in enumerate(pieces):
        kind = piece[:1]
        if kind == marks.PARAGRAPH:
            paragraphs.append((len(breaks), number, len(tables), len(boxes)))
            breaks.append(at)
            number += 1
        elif kind == marks.CONTROL:
            parents.append(opened[-1])
            opened.append(len(starts))
            starts.append(at)
            ends.append(at)
        elif kind == marks.CONTROL_END:
            ends[opened.pop()] = at
        elif kind == marks.CELL:
            passed.cells.append((at, cells))
            breaks.append(at)
            cells += 1
        elif step := steps.get(kind):
            step(at, piece)
    controls = zip(starts, ends, range(len(starts)), parents, strict=True)
    return Spans(
        list(map(ControlSpan._make, controls)),
        passed.paragraph_spans(len(pieces)),
        passed.tables,
        passed.boxes,
        passed.bookmarks,
        passed.pictures,
    )
