"""A Word file as lines, tables and boxes in reading order: for files that no model is behind."""

from bisect import bisect_left
from collections.abc import Iterator

from lxml import etree

from sop_templates.formats.word.finished.document import (
    Document,
    read_relations,
    transitional,
)
from sop_templates.formats.word.finished.lettering import LetterStyles, read_letter_styles
from sop_templates.formats.word.finished.meanings import Meanings
from sop_templates.formats.word.finished.spans import CellSpan, ParagraphSpan, TableSpan
from sop_templates.formats.word.finished.story import MAX_MARKS, Story, read_story
from sop_templates.formats.word.names import qn
from sop_templates.formats.written import Box, Cell, Grid, Line, Part, Writing

_MARGINS = ("header", "footer")
_CONTENTS = ("toc ", "table of ")  # styles of the entries of Word's own contents
_PICTURE = qn("wp:docPr")


def read_writing(document: Document) -> Writing:
    """What a Word file says, line by line.

    Args:
        document: the file, read.

    Returns:
        Its lines; Word's own table of contents is left out.
    """
    relations = read_relations(document.package, document.body.part)
    styles = next((one.target for one in relations.values() if one.kind == "styles"), "")
    data = transitional(document.package.read_xml(styles)) if styles in document.package else b""
    body = _StoryLines(document.body, read_letter_styles(data))
    notes = [_StoryLines(one, body.styles) for one in document.others if not _is_margin(one.part)]
    return Writing(
        file=document.file,
        parts=tuple(body.parts()),
        notes=tuple(line for one in notes for line in one.all_lines() if line.text),
        margins=tuple(dict.fromkeys(_margins(document))),
        title=_title(document),
        modified=document.modified,
    )


class _StoryLines:
    """A story, taken apart into lines."""

    def __init__(self, story: Story, styles: LetterStyles) -> None:
        self.story = story
        self.styles = styles
        self._starts = [one.start for one in story.spans.paragraphs]

    def parts(self) -> Iterator[Part]:
        """The lines, tables and boxes in the order in which they begin."""
        blocks = [
            (one.start, line)
            for one in self.story.spans.paragraphs
            if not one.tables and not one.boxes and (line := self._line(one)) is not None
        ]
        holders: list[tuple[int, Part]] = [*blocks, *self._holders()]
        return (part for _, part in sorted(holders, key=lambda block: block[0]))

    def _holders(self) -> Iterator[tuple[int, Part]]:
        """The tables and boxes that stand in no other, with the place at which they begin."""
        spans = self.story.spans
        numbers = {one.start: number for number, one in enumerate(spans.tables)}
        tables = {one.start: one for one in spans.tables}
        end = -1
        for start in sorted({*tables, *spans.boxes}):
            if start < end:
                continue
            if start in tables:
                end = tables[start].end
                yield start, self._grid(tables[start], numbers[start])
            else:
                end = spans.boxes[start]
                yield start, Box(tuple(self._lines(start, end)))

    def all_lines(self) -> Iterator[Line]:
        """Every line, tables and boxes as lines."""
        return self._lines(0, self.story.end)

    def _lines(self, start: int, end: int) -> Iterator[Line]:
        paragraphs = self.story.spans.paragraphs
        for one in paragraphs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if (line := self._line(one)) is not None:
                yield line

    def _grid(self, table: TableSpan, number: int) -> Grid:
        rows = []
        seen: set[CellSpan] = set()
        for line in self.story.merges.grid(table.rows()):
            cells = []
            for column, cell in enumerate(line):
                if cell is not None and cell not in seen:
                    seen.add(cell)
                    cells.append(Cell(tuple(self._lines(cell.start, cell.end)), column))
            rows.append(tuple(cells))
        return Grid(tuple(rows), number)

    def _line(self, one: ParagraphSpan) -> Line | None:
        story = self.story
        text = story.text(one.start, one.end).strip()
        look = story.look(one.number)
        if look.style.lower().startswith(_CONTENTS):
            return None
        element = story.element(one.number)
        letters, lead = self.styles.letters(element)
        return Line(
            text=text,
            rich=story.rich(one.start, one.end) if text else (),
            letters=letters,
            outline=look.outline,
            style=look.style,
            list=look.list,
            lead=lead,
            pictures=tuple(_pictures(element)),
        )


def _pictures(paragraph: etree._Element) -> Iterator[str]:
    """What the pictures of a paragraph show, or else what they are called."""
    for one in paragraph.iter(_PICTURE):
        around = next(one.iterancestors(qn("w:p")), None)
        holds_text = next(one.itersiblings(qn("a:graphic")), None)
        is_box = (
            holds_text is not None and next(holds_text.iter(qn("w:txbxContent")), None) is not None
        )
        if around is paragraph and not is_box:
            yield one.get("descr") or one.get("title") or one.get("name") or ""


def _is_margin(part: str) -> bool:
    return any(f"/{name}" in part for name in _MARGINS)


def _margins(document: Document) -> Iterator[str]:
    """The lines of headers and footers."""
    relations = read_relations(document.package, document.body.part)
    for one in relations.values():
        if one.kind in _MARGINS and one.target in document.package:
            data = transitional(document.package.read_xml(one.target, MAX_MARKS))
            story = read_story(one.target, data, {}, Meanings(), document.file)
            for paragraph in story.spans.paragraphs:
                if text := story.text(paragraph.start, paragraph.end).strip():
                    yield text


def _title(document: Document) -> str:
    top = read_relations(document.package, "")
    name = next((one.target for one in top.values() if one.kind == "core-properties"), "")
    if name not in document.package:
        return ""
    found = document.package.xml(name).find(qn("dc:title"))
    return "" if found is None else (found.text or "").strip()
