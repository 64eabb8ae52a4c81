"""Reads a public Word file as blocks: only what `public_file` has made is read by this."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.stored_numbers import hexadecimal
from sop_templates.formats.word.finished.document import read_relations
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.grids import MAX_COLUMNS
from sop_templates.formats.word.finished.meanings import Meanings, as_level, read_meanings
from sop_templates.formats.word.finished.paragraph_looks import read_look
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.published.blocks import (
    Block,
    BoxBlock,
    Cell,
    Image,
    ParagraphBlock,
    Reading,
    Row,
    TableBlock,
    Words,
)
from sop_templates.formats.word.published.content_reading import ContentReader
from sop_templates.formats.word.published.list_places import ListPlaces
from sop_templates.formats.word.published.public_file import BODY
from sop_templates.formats.word.published.trees import BOX, TBL, TC, TR, VAL, P, around

_NAME, _START = qn("w:name"), qn("w:bookmarkStart")
_CONTENTS = ("toc ", "table of ")  # styles of the entries of Word's own contents


def read_public(data: bytes) -> Reading:
    """What a public Word file shows.

    Args:
        data: as `make_public` gave it.

    Returns:
        Its blocks and notes; Word's own table of contents is left out.
    """
    package = open_package(data)
    relations = read_relations(package, BODY)
    numbering = _part(package, "numbering")
    meanings = read_meanings(_part(package, "styles"), numbering)
    contents = ContentReader(package, relations, meanings)
    story = _Story(contents, meanings, ListPlaces(numbering, meanings))
    body = package.xml(BODY).find(qn("w:body"))
    blocks = tuple(story.blocks(body)) if body is not None else ()
    notes = tuple(_note(package, meanings, kind, number) for kind, number in contents.notes)
    return Reading(blocks, notes)


def _part(package: Package, kind: str) -> bytes:
    name = f"word/{kind}.xml"
    return package.read(name) if name in package else b""


def _note(package: Package, meanings: Meanings, kind: str, number: str) -> tuple[Block, ...]:
    name = f"word/{kind}.xml"
    if name not in package:
        return ()
    reader = ContentReader(package, read_relations(package, name), meanings)
    for one in package.xml(name):
        if one.get(qn("w:id")) == number:
            return tuple(_Story(reader, meanings, ListPlaces(b"", meanings)).blocks(one))
    return ()


@dataclass(slots=True)
class _Story:
    """A story while it is read, with the bookmarks that began since the last block."""

    contents: ContentReader
    meanings: Meanings
    places: ListPlaces
    begun: set[str] = field(default_factory=set)

    def blocks(self, holder: etree._Element) -> Iterator[Block]:
        for one in holder:
            if one.tag == _START:
                self.begun.add(one.get(_NAME, ""))
            elif one.tag == P:
                yield from self._paragraph(one)
            elif one.tag == TBL:
                yield self._table(one)

    def _paragraph(self, one: etree._Element) -> Iterator[Block]:
        look = read_look(one, self.meanings)
        place = self.places.of(one)
        self.begun |= {mark.get(_NAME, "") for mark in one.iter(_START) if around(mark, P) is one}
        content = self.contents.read(one)
        if _shows(content) and not look.style.lower().startswith(_CONTENTS):
            yield ParagraphBlock(
                content=content,
                style=look.style,
                level=look.outline,
                is_counted=place.is_counted,
                list=look.list,
                family=place.family,
                depth=place.depth,
                begins=place.begins,
                bookmarks=self._bookmarks(),
            )
        for box in one.iter(BOX):
            if around(box, P) is one and (blocks := tuple(self.blocks(box))):
                yield BoxBlock(blocks)

    def _bookmarks(self) -> frozenset[str]:
        begun, self.begun = frozenset(self.begun), set()
        return begun

    def _table(self, table: etree._Element) -> TableBlock:
        bookmarks = self._bookmarks() | {mark.get(_NAME, "") for mark in table.iter(_START)}
        properties = table.find(qn("w:tblPr"))
        look = None if properties is None else properties.find(qn("w:tblLook"))
        title = None if properties is None else properties.find(qn("w:tblCaption"))
        rows = list(table.iterchildren(TR))
        headers = sum(1 for _ in _header_rows(rows, look))
        grid = [list(self._cells(row)) for row in rows]
        self.begun.clear()
        return TableBlock(
            rows=tuple(Row(_spread(grid, number), number < headers) for number in range(len(grid))),
            first_column_heads=_is_set(look, "w:firstColumn", bit=0x80),
            title="" if title is None else title.get(VAL, ""),
            bookmarks=frozenset(bookmarks),
        )

    def _cells(self, row: etree._Element) -> Iterator["_Place"]:
        at = 0
        for cell in row.iterchildren(TC):
            properties = cell.find(qn("w:tcPr"))
            span = None if properties is None else properties.find(qn("w:gridSpan"))
            merge = None if properties is None else properties.find(qn("w:vMerge"))
            across = min(as_level(span.get(VAL), 1) if span is not None else 1, MAX_COLUMNS)
            goes_on = merge is not None and merge.get(VAL, "continue") != "restart"
            yield _Place(at, max(across, 1), goes_on, tuple(self.blocks(cell)))
            at += across


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in its row: first column, columns covered, whether it continues the one above."""

    at: int
    across: int
    goes_on: bool
    blocks: tuple[Block, ...]


def _spread(grid: list[list[_Place]], number: int) -> tuple[Cell, ...]:
    """The cells that begin in a row, with the rows that they cover."""
    cells = []
    for place in grid[number]:
        if place.goes_on and number and any(one.at == place.at for one in grid[number - 1]):
            continue
        down = 1
        for below in grid[number + 1 :]:
            if not any(one.goes_on and one.at == place.at for one in below):
                break
            down += 1
        cells.append(Cell(place.blocks, place.across, down))
    return tuple(cells)


def _header_rows(
    rows: list[etree._Element], look: etree._Element | None
) -> Iterator[etree._Element]:
    """The rows that head a table: those that come back on each page, else the first by its look."""
    marked = [is_on(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for row in rows]
    if rows and not marked[0] and len(rows) > 1 and _is_set(look, "w:firstRow", bit=0x20):
        yield rows[0]
        return
    for row, is_header in zip(rows, marked, strict=True):
        if not is_header:
            return
        yield row


def _is_set(look: etree._Element | None, name: str, *, bit: int) -> bool:
    if look is None:
        return False
    value = look.get(qn(name))
    if value is not None:
        return value in ("1", "true", "on")
    return bool(hexadecimal(look.get(VAL)) & bit)


def _shows(content: tuple[Words | Image, ...]) -> bool:
    return any(isinstance(one, Image) or one.text.strip() or one.note for one in content)
