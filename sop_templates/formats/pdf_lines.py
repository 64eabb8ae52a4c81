"""The lines of a PDF's pages: put together from pieces, without what stands on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sop_templates.formats.pdf_fragments import Fragment, PdfContent

SAME_LINE, SAME_EDGE = 2.5, 4.0  # points by which pieces of one line, and lines of one edge, differ
COLUMN = 20.0  # points: a piece that far to the right on the same height is another column
REPEATED = 3  # pages on which a line stands that is no text of its own

_NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:pagina\s*|-\s*)?\d{1,3}(?:\s*(?:van|/)\s*\d{1,3}|\s*-)?", re.IGNORECASE
)

_Place = tuple[str, int]


def place_of(one: Fragment) -> _Place:
    """What is the same of a header on all pages: its words but for numbers, and its height."""
    return _NUMBER.sub("#", one.text), round(one.y / SAME_EDGE)


def margins(content: PdfContent) -> dict[_Place, str]:
    """Headers and footers: what stands on most pages at the same height."""
    pages: dict[_Place, set[int]] = {}
    words: dict[_Place, str] = {}
    for one in content.fragments:
        pages.setdefault(place_of(one), set()).add(one.page)
        words.setdefault(place_of(one), one.text)
    least = max(REPEATED, content.pages / 2)
    return {place: words[place] for place, found in pages.items() if len(found) >= least}


def without_page_numbers(lines: list[Fragment]) -> list[Fragment]:
    """The lines without those at the edge of a page that are its number."""
    heights: dict[int, Counter[float]] = {}
    for one in lines:
        heights.setdefault(one.page, Counter())[one.y] += 1
    edges = {
        page: {y for y in (min(found), max(found)) if found[y] == 1}
        for page, found in heights.items()
    }
    return [
        one for one in lines if one.y not in edges[one.page] or not PAGE_NUMBER.fullmatch(one.text)
    ]


def joined(fragments: Sequence[Fragment]) -> Iterator[Fragment]:
    """Pieces that follow each other on one line as one; a big gap parts columns."""
    columns = _columns(fragments)
    before: Fragment | None = None
    for one in fragments:
        is_cell = _begin(one) in columns and before is not None and one.x - before.x > COLUMN
        if before is not None and not is_cell and _goes_on(before, one):
            space = "" if before.text.endswith("-") else " "
            before = replace(
                before,
                text=f"{before.text}{space}{one.text}",
                size=max(before.size, one.size),
                bold=before.bold and one.bold,
                lead=len(before.text) if before.bold and not one.bold else before.lead,
            )
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _begin(one: Fragment) -> tuple[int, float]:
    return one.page, round(one.x)


def _columns(fragments: Sequence[Fragment]) -> set[tuple[int, float]]:
    """Where lines begin that have nothing on their left, by page: a column has some at one place."""
    lefts: dict[tuple[int, int], Fragment] = {}
    for one in fragments:
        line = one.page, round(one.y)
        lefts[line] = min(lefts.get(line, one), one, key=lambda part: part.x)
    begins = Counter(_begin(one) for one in lefts.values())
    return {begin for begin, count in begins.items() if count > 1}


def _goes_on(before: Fragment, after: Fragment) -> bool:
    if before.page != after.page or abs(before.y - after.y) > SAME_LINE:
        return False
    end = before.x + len(before.text) * before.size / 2  # letters are about half as wide as high
    return before.x < after.x < end + COLUMN
