"""A PDF as lines and tables: paragraphs put together from the pieces on its pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath

from sop_templates.errors import SopError
from sop_templates.formats.pdf_fragments import Fragment, read_fragments
from sop_templates.formats.pdf_lines import (
    COLUMN,
    PAGE_NUMBER,
    SAME_EDGE,
    SAME_LINE,
    joined,
    margins,
    place_of,
    without_page_numbers,
)
from sop_templates.formats.written import Cell, Grid, Letters, Line, Part, Writing
from sop_templates.kinds.other_files import SCANNED
from sop_templates.richtext import ListKind, Paragraph, Run

LOOSE = 1.25  # of the usual distance of lines: more parts paragraphs
FULL = 0.7  # of the longest line of a text: a shorter one that ends a sentence ends its paragraph
LEAST_WORDS = 20  # in all: with fewer, the pages are pictures
ROWS_OF_CONTENTS = 3  # lines with a page number: so many make a table of contents

_BULLET = re.compile(r"[•●▪■◦○\u2013\uf0b7\uf0a7\uf0d8\u2023\u25aa*-]\s+(?=\S)|o\s+(?=[A-Z])")
_NUMBER = re.compile(r"\d+")
_BROKEN = re.compile(r"\w-$")
_HALF_COMPOUNDS = ("en ", "of ", "& ")


def read_pdf(data: bytes, file: str | PurePath = "") -> Writing:
    """What a PDF says, line by line.

    Args:
        data: the whole file.
        file: its name as the user gave it, for messages.

    Raises:
        SopError: it cannot be read, or has no text: it is a scan.
    """
    content = read_fragments(data, file)
    if sum(len(one.text.split()) for one in content.fragments) < LEAST_WORDS:
        raise SopError(SCANNED, file)
    found = margins(content)
    fragments = [one for one in content.fragments if place_of(one) not in found]
    lines = without_page_numbers(list(joined(fragments)))
    return Writing(
        file=str(file),
        parts=tuple(_parts(_paragraphs(lines))),
        margins=tuple(dict.fromkeys(found.values())),
        title=content.title,
        modified=content.modified,
    )


@dataclass(slots=True)
class _Text:
    """A paragraph in the making: its lines, which have one left edge, size and weight."""

    lines: list[Fragment] = field(default_factory=list)
    list: ListKind = ""

    @property
    def first(self) -> Fragment:
        return self.lines[0]

    @property
    def last(self) -> Fragment:
        return self.lines[-1]

    def line(self) -> Line:
        """The paragraph as a line."""
        text = self.lines[0].text
        for one in self.lines[1:]:
            hyphened = _BROKEN.search(text) and one.text[:1].islower()
            if hyphened and not one.text.startswith(_HALF_COMPOUNDS):
                text = text[:-1] + one.text
            else:
                text = f"{text} {one.text}"
        if self.list:
            text = _BULLET.sub("", text, count=1)
        capitals = text == text.upper() != text.lower()
        letters = Letters(self.first.size, self.first.bold, capitals)
        rich = (Paragraph((Run(text),), self.list),)
        lead = 0 if self.list else self.first.lead
        return Line(text, rich, letters, list=self.list, lead=lead, page=self.first.page)


def _paragraphs(lines: Sequence[Fragment]) -> Iterator[_Text]:
    distance = _usual_distance(lines)
    longest: dict[int, float] = {}
    for one in lines:
        longest[_edge(one)] = max(longest.get(_edge(one), 0.0), len(one.text) * one.size)
    text: _Text | None = None
    for one in lines:
        is_item = bool(_BULLET.match(one.text))
        if (
            text is not None
            and not is_item
            and _continues(text, one, distance, longest[_edge(text.last)])
        ):
            text.lines.append(one)
            continue
        if text is not None:
            yield from _without_heading(text, longest[_edge(text.last)])
        text = _Text([one], "bullet" if is_item else "")
    if text is not None:
        yield text


def _without_heading(text: _Text, longest: float) -> Iterator[_Text]:
    """A paragraph, and the heading at its end if it has one: a short line behind a whole sentence."""
    last = text.last
    before = text.lines[-2].text if len(text.lines) > 1 and not text.list else ""
    is_short = len(last.text) * last.size < FULL * longest and last.text[-1] not in ".?!:;,)"
    if before[-1:] in (".", "?", "!") and is_short and last.text[0].isupper():
        yield _Text(text.lines[:-1])
        text = _Text([last])
    yield text


def _usual_distance(lines: Sequence[Fragment]) -> float:
    """The distance of most lines to the one below, as a part of their letters' size."""
    found: Counter[float] = Counter()
    for before, after in pairwise(lines):
        if before.page == after.page and abs(before.x - after.x) < SAME_EDGE and before.size:
            drop = (before.y - after.y) / before.size
            if drop > 0:
                found[round(drop, 1)] += 1
    return min((drop for drop, count in found.most_common(2) if count > 1), default=1.5)


def _edge(one: Fragment) -> int:
    """The left edge of a line: those of one column have the same."""
    return round(one.x / SAME_EDGE)


def _stops(last: Fragment, one: Fragment, longest: float) -> bool:
    """Whether a line ends its paragraph by itself: what follows is a sentence, and had room on it."""
    if last.text[-1] in ".?!:" and len(last.text) * last.size < FULL * longest:
        return True
    word = one.text.split(maxsplit=1)[0]
    return word[0].isupper() and len(f"{last.text} {word}") * last.size < FULL * longest


def _continues(text: _Text, one: Fragment, distance: float, longest: float) -> bool:
    """Whether a line belongs to the paragraph above it; `longest` of its column, letters by size."""
    last = text.last
    if one.size != last.size or one.bold != last.bold or len(last.text) < 2:  # noqa: PLR2004 - a mark
        return False
    same_edge = abs(one.x - last.x) <= SAME_EDGE or (
        bool(text.list) and len(text.lines) == 1 and 0 < one.x - last.x <= COLUMN * 2
    )
    if one.page != last.page:  # a sentence that goes on on the next page
        return same_edge and one.text[:1].islower()
    drop = (last.y - one.y) / (last.size or 1.0)
    return same_edge and 0 < drop <= distance * LOOSE and not _stops(last, one, longest)


def _parts(texts: Iterator[_Text]) -> Iterator[Part]:
    """Paragraphs, and tables where one stands beside another."""
    rows: list[list[list[_Text]]] = []  # of the table that is being read: rows, cells, paragraphs
    number = 0
    pending: _Text | None = None
    for text in texts:
        if pending is not None and _is_beside(pending, text):
            rows.append([[pending], [text]])
            pending = None
        elif pending is None and rows and _is_beside(rows[-1][-1][0], text):
            rows[-1].append([text])
        elif pending is None and rows and _is_in_last_cell(rows[-1][-1], text):
            rows[-1][-1].append(text)
        else:
            if pending is not None:
                yield from _table(rows, number)
                number, rows = number + 1, []
                yield pending.line()
            pending = text
    yield from _table(rows, number)
    if pending is not None:
        yield pending.line()


def _is_beside(left: _Text, right: _Text) -> bool:
    if left.first.page != right.first.page:
        return False
    return abs(left.first.y - right.first.y) <= SAME_LINE and right.first.x - left.first.x > COLUMN


def _is_in_last_cell(cell: Sequence[_Text], text: _Text) -> bool:
    edge, last = cell[0].first, cell[-1].last
    same_edge = abs(text.first.x - edge.x) <= SAME_EDGE or (
        bool(text.list or cell[-1].list) and 0 < text.first.x - edge.x <= COLUMN * 2
    )
    below = text.first.page != last.page or text.first.y < last.y
    return same_edge and below


def _table(rows: list[list[list[_Text]]], number: int) -> Iterator[Part]:
    if not rows:
        return
    if _is_contents(rows):
        for row in rows:
            line = row[0][0].line()
            yield Line(f"{line.text}\t{row[1][0].line().text}", page=line.page)
        return
    yield Grid(
        tuple(
            tuple(
                Cell(tuple(one.line() for one in cell), column) for column, cell in enumerate(row)
            )
            for row in rows
        ),
        -1 - number,
    )


def _is_contents(rows: list[list[list[_Text]]]) -> bool:
    """Whether a table is one of contents: page numbers that never go down."""
    last = [row[-1][0].first.text for row in rows]
    if len(rows) < ROWS_OF_CONTENTS or not all(PAGE_NUMBER.fullmatch(one) for one in last):
        return False
    numbers = [int(found[0]) for one in last if (found := _NUMBER.search(one))]
    return numbers == sorted(numbers)
