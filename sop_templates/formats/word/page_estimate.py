"""About how many pages a Word file takes, from its words, rows, pictures and styles.

The text is laid out roughly: each sign as wide as the average one of its size, a row as high as its
fullest cell. Of our own files the estimate is a page off at most.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from lxml import etree

from sop_templates.formats.archive import open_package, parse_xml
from sop_templates.formats.word.finished.document import read_relations, transitional
from sop_templates.formats.word.names import qn

TWIPS, HALF_POINTS, EMU = 20, 2, 12_700  # a point has so many
FULL_LINE = 240  # `w:line` of single spacing
LEADING = 1.15  # a line's height, to the size of its letters
SIGN = 0.5  # the width of an average sign, to the same
CELL_SIDES, CELL_EDGES = 11.0, 1.0  # points beside, and above and below, the text of a cell
TAB = 4  # signs
A4, MARGIN = (11_906, 16_838), 1_417  # twips; Word's own margins
SIZE = 11.0  # points, where no style says

PAGE_END = -1.0  # among the heights of lines: what follows stands on a new page
_GONE = frozenset(
    qn(one)
    for one in ("w:del", "w:moveFrom", "mc:Fallback", "w:pPr", "w:rPr", "w:sdtPr", "w:tblPr")
)


@dataclass(frozen=True, slots=True)
class _Look:
    """How paragraphs of a style look, in points; `line` is to single spacing."""

    size: float = SIZE
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    new_page: bool = False


@dataclass(slots=True)
class _Words:
    """What stands in a paragraph: the signs of each of its lines, and what takes height itself."""

    signs: list[int]
    pictures: float = 0.0
    page_ends: int = 0


def estimate_pages(data: bytes, file: str = "") -> int:
    """About how many pages a Word file takes.

    Args:
        data: the whole file.
        file: its name, for messages.

    Raises:
        SopError: it is no Word file, damaged or unsafe.
    """
    package = open_package(data, file)
    top = read_relations(package, "")
    main = next((one.target for one in top.values() if one.kind == "officeDocument"), "")
    body = parse_xml(transitional(package.read_xml(main)), main, file)
    styles = next(
        (one.target for one in read_relations(package, main).values() if one.kind == "styles"), ""
    )
    looks = {"": _Look()}
    if styles in package:
        looks = _looks(parse_xml(transitional(package.read_xml(styles)), styles, file))
    width, height = _text_area(body)
    return _pages(_heights(body, looks, width), height)


def _pages(heights: Iterator[float], height: float) -> int:
    pages, filled = 1, 0.0
    for one in heights:
        if one == PAGE_END or (filled and filled + one > height):
            pages, filled = pages + 1, 0.0
        if one != PAGE_END:
            more = int(one // height)  # a picture or row that takes more than a page
            pages, filled = pages + more, filled + one - more * height
    return pages


def _text_area(body: etree._Element) -> tuple[float, float]:
    """Width and height of a page's text, in points."""
    size = next(body.iter(qn("w:pgSz")), None)
    margins = next(body.iter(qn("w:pgMar")), None)
    width, height = (_number(size, name, full) for name, full in zip("wh", A4, strict=True))
    left, right, top, bottom = (
        _number(margins, name, MARGIN) for name in ("left", "right", "top", "bottom")
    )
    return max(width - left - right, 72.0), max(height - top - bottom, 72.0)


def _heights(block: etree._Element, looks: Mapping[str, _Look], width: float) -> Iterator[float]:
    """The heights of the lines and rows in a block, one under the other."""
    for one in block.iterchildren(etree.Element):
        if one.tag == qn("w:p"):
            yield from _paragraph(one, looks, width)
        elif one.tag == qn("w:tbl"):
            yield from _table(one, looks, width)
        elif one.tag not in _GONE:
            yield from _heights(one, looks, width)


def _paragraph(block: etree._Element, looks: Mapping[str, _Look], width: float) -> Iterator[float]:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    look = looks.get("" if style is None else style.get(qn("w:val"), ""), looks[""])
    words = _Words([0])
    _gather(block, words)
    if look.new_page:
        yield PAGE_END
    line = look.size * LEADING * look.line
    fits = max(width / (look.size * SIGN), 1.0)
    count = sum(max(ceil(signs / fits), 1) for signs in words.signs)
    yield look.before + line
    yield from (line for _ in range(count - 2))
    yield (line if count > 1 else 0.0) + look.after
    if words.pictures:
        yield words.pictures
    yield from (PAGE_END for _ in range(words.page_ends))


def _gather(element: etree._Element, words: _Words) -> None:
    for one in element.iterchildren(etree.Element):
        if one.tag == qn("w:t"):
            words.signs[-1] += len(one.text or "")
        elif one.tag == qn("w:tab"):
            words.signs[-1] += TAB
        elif one.tag == qn("wp:extent"):
            words.pictures += _number(one, "cy", 0, EMU)
        elif one.tag == qn("w:br"):
            if one.get(qn("w:type")) == "page":
                words.page_ends += 1
            words.signs.append(0)
        elif one.tag not in _GONE:
            _gather(one, words)


def _table(block: etree._Element, looks: Mapping[str, _Look], width: float) -> Iterator[float]:
    grid = [_number(one, "w", 0) for one in block.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    edges = [0.0, *accumulate(grid)]
    for row in _inside(block, qn("w:tr")):
        at, highest = 0, 0.0
        for cell in _inside(row, qn("w:tc")):
            span = int(_number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), "val", 1, 1))
            end = at + max(span, 1)
            inside = edges[end] - edges[at] if end < len(edges) else 0.0
            heights = _heights(cell, looks, (inside or width / 2) - CELL_SIDES)
            highest = max(highest, sum(one for one in heights if one != PAGE_END))
            at = end
        yield highest + CELL_EDGES


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, or cells of a row, also those in controls; not those of tables in cells."""
    for one in element.iterchildren(etree.Element):
        if one.tag == tag:
            yield one
        elif one.tag not in _GONE:
            yield from _inside(one, tag)


def _looks(styles: etree._Element) -> dict[str, _Look]:
    """The looks of all paragraph styles by id; of paragraphs without a style as that of ""."""
    found: dict[str, _Look] = {}
    given = {
        one.get(qn("w:styleId"), ""): one
        for one in styles.iterfind(qn("w:style"))
        if one.get(qn("w:type")) == "paragraph"
    }
    defaults = styles.find(qn("w:docDefaults"))
    plain = _Look()
    if defaults is not None:
        for one in ("w:pPrDefault", "w:rPrDefault"):
            plain = _changed(plain, defaults.find(qn(one)))
    for name in given:
        _resolve(name, given, plain, found)
    usual = next((name for name, one in given.items() if one.get(qn("w:default")) == "1"), "")
    return {"": found.get(usual, plain)} | found


def _resolve(
    name: str, given: Mapping[str, etree._Element], plain: _Look, found: dict[str, _Look]
) -> _Look:
    """A style's look: what it says itself, over the style that it is based on."""
    chain = []
    while name in given and name not in found and name not in chain:
        chain.append(name)
        based = given[name].find(qn("w:basedOn"))
        name = "" if based is None else based.get(qn("w:val"), "")
    look = found.get(name, plain)
    for one in reversed(chain):
        look = found[one] = _changed(look, given[one])
    return look


def _changed(look: _Look, element: etree._Element | None) -> _Look:
    if element is None:
        return look
    size = element.find(f".//{qn('w:rPr')}/{qn('w:sz')}")
    spacing = element.find(f".//{qn('w:pPr')}/{qn('w:spacing')}")
    auto = spacing is None or spacing.get(qn("w:lineRule"), "auto") == "auto"
    line = _number(spacing, "line", look.line * FULL_LINE, FULL_LINE) if auto else look.line
    return _Look(
        size=_number(size, "val", look.size * HALF_POINTS, HALF_POINTS) or SIZE,
        before=_number(spacing, "before", look.before * TWIPS),
        after=_number(spacing, "after", look.after * TWIPS),
        line=line,
        new_page=look.new_page or element.find(f".//{qn('w:pageBreakBefore')}") is not None,
    )


def _number(
    element: etree._Element | None, name: str, otherwise: float, unit: float = TWIPS
) -> float:
    """An attribute in points; not below 0, however it is written."""
    words = None if element is None else element.get(qn(f"w:{name}"), element.get(name))
    if words is None or not words.isascii() or not words.isdigit():
        return otherwise / unit
    return min(int(words[:9]), 10_000_000) / unit
