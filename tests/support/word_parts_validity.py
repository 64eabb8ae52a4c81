"""Rules on the package and on what one part names of another: relationships, styles, numbering, bookmarks."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from sop_templates.formats.word.names import qn
from tests.support.word_parts import CONTENT_TYPES, Parts, source_of, target, value

MAX_BOOKMARK = 40
JINJA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
STYLE_NAMES = ("w:pStyle", "w:rStyle", "w:tblStyle")
BLOCKS = frozenset(qn(name) for name in ("w:p", "w:tbl", "w:sdt"))


def doubled_entries(data: bytes) -> list[str]:
    """Names that stand in the zip more than once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        counted = Counter(name.casefold() for name in archive.namelist())
    return [name for name, times in counted.items() if times > 1]


def jinja_left(parts: Parts) -> Iterator[str]:
    """Template tags in the text or an attribute of any part but the kept answers, which are JSON."""
    ours = ((name, top) for name, top in parts.xml.items() if not name.startswith("customXml/"))
    for name, top in ours:
        for one in top.iter(etree.Element):
            for text in (one.text, one.tail, *map(str, one.attrib.values())):
                if text and JINJA.search(text):
                    yield f"{name}: template tag left in {text[:60]!r}"


def content_types(parts: Parts) -> Iterator[str]:
    """Parts without a content type, and content types without a part."""
    top = parts.xml[CONTENT_TYPES]
    defaults = {one.get("Extension") for one in top.iter(qn("ct:Default"))}
    named = [one.get("PartName", "")[1:] for one in top.iter(qn("ct:Override"))]
    for part in sorted(parts.names - set(named) - {CONTENT_TYPES}):
        if part.rpartition(".")[2] not in defaults:
            yield f"{part}: has no content type"
        elif part.endswith(".xml") and not part.startswith("customXml/item"):
            yield f"{part}: has the content type of any XML"
    yield from (
        f"{name}: content type of a part that is not there" for name in set(named) - parts.names
    )
    yield from (f"{name}: has two content types" for name in _doubles(named))


def relationships(parts: Parts) -> Iterator[str]:
    """Relationships to parts that are not there, doubled ids, parts to which none leads."""
    reached = {CONTENT_TYPES}
    for name, top in parts.xml.items():
        if not name.endswith(".rels"):
            continue
        yield from (
            f"{name}: id {one} twice" for one in _doubles([one.get("Id", "") for one in top])
        )
        inside = [one for one in top if one.get("TargetMode") != "External"]
        targets = {target(source_of(name), one) for one in inside}
        yield from (f"{name}: {one} is not there" for one in sorted(targets - parts.names))
        reached |= targets | {name}
    yield from (f"{name}: no relationship leads to it" for name in sorted(parts.names - reached))


def used_relationships(parts: Parts) -> Iterator[str]:
    """Ids of relationships that a text names but that are not there."""
    for name, top in parts.texts():
        known = parts.relations(name)
        for one in top.iter(etree.Element):
            used = {one.get(qn(key), "") for key in ("r:id", "r:embed", "r:link")} - {""}
            yield from (f"{name}: relationship {key} is not there" for key in used - set(known))


def styles(parts: Parts) -> Iterator[str]:
    """Styles that are named but not defined, or defined twice."""
    for folder in ("word", "word/glossary"):
        if f"{folder}/styles.xml" not in parts.xml:
            continue
        sheet = parts.xml[f"{folder}/styles.xml"]
        defined = [one.get(qn("w:styleId"), "") for one in sheet.iter(qn("w:style"))]
        yield from (f"{folder}/styles.xml: style {one} twice" for one in _doubles(defined))
        for name, top in (*parts.texts(), (f"{folder}/styles.xml", sheet)):
            if name.rpartition("/")[0] == folder:
                used = {one.get(qn("w:val"), "") for one in top.iter(*map(qn, STYLE_NAMES))}
                yield from (f"{name}: no style {one!r}" for one in sorted(used - set(defined)))


def numbering(parts: Parts) -> Iterator[str]:
    """List numbers that are not defined, and definitions that name none."""
    top = parts.xml.get("word/numbering.xml")
    if top is None:
        return
    abstract = {one.get(qn("w:abstractNumId"), "") for one in top.iter(qn("w:abstractNum"))}
    instances = [one.get(qn("w:numId"), "") for one in top.iter(qn("w:num"))]
    yield from (f"numbering: num {one} twice" for one in _doubles(instances))
    for one in top.iter(qn("w:num")):
        if value(one, "w:abstractNumId") not in abstract:
            yield f"numbering: num {one.get(qn('w:numId'))} names no definition"
    for name, story in parts.stories():
        used = {value(one, "w:numId") for one in story.iter(qn("w:numPr"))} - {"", "0"}
        yield from (f"{name}: no numbering {one}" for one in sorted(used - set(instances)))


def bookmarks(parts: Parts) -> Iterator[str]:
    """Bookmarks without an end, ends without a start, doubled or long names."""
    names: list[str] = []
    for name, top in parts.texts():
        open_ids: list[str] = []
        seen: list[str] = []
        for one in top.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            number = one.get(qn("w:id"), "")
            if one.tag == qn("w:bookmarkStart"):
                open_ids.append(number)
                seen.append(number)
                names.append(one.get(qn("w:name"), ""))
            elif number in open_ids:
                open_ids.remove(number)
            else:
                yield f"{name}: bookmark end {number} without a start"
        yield from (f"{name}: bookmark {number} without an end" for number in open_ids)
        yield from (f"{name}: bookmark id {number} twice" for number in _doubles(seen))
    yield from (f"bookmark {one!r} twice" for one in _doubles([one.lower() for one in names]))
    yield from (f"bookmark {one!r} too long" for one in names if not 1 <= len(one) <= MAX_BOOKMARK)


def tables(parts: Parts) -> Iterator[str]:
    """Cells without a paragraph at their end, rows that do not fit the grid."""
    for name, top in parts.texts():
        for cell in top.iter(qn("w:tc")):
            if _last_block(cell) not in (qn("w:p"), qn("w:sdt")):
                yield f"{name}: a cell does not end with a paragraph"
        for table in top.iter(qn("w:tbl")):
            columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
            for row in table.iter(qn("w:tr")):
                if _table_of(row) is table and _width(row) != columns:
                    yield f"{name}: a row of {_width(row)} cells in a grid of {columns}"


def last_table(parts: Parts) -> Iterator[str]:
    """A table at the end of a text: Word wants a paragraph after it."""
    for name, top in parts.stories():
        body = top.find(qn("w:body"))
        if _last_block(top if body is None else body) == qn("w:tbl"):
            yield f"{name}: a table without a paragraph after it"


def _last_block(top: etree._Element) -> str:
    blocks = [str(one.tag) for one in top if one.tag in BLOCKS]
    return blocks[-1] if blocks else ""


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(qn("w:tbl")), None)


def _width(row: etree._Element) -> int:
    cells = [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]
    spans = (cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in cells)
    return sum(1 if span is None else int(span.get(qn("w:val"), "1")) for span in spans)


def _doubles(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


RULES: tuple[Callable[[Parts], Iterator[str]], ...] = (
    content_types,
    relationships,
    used_relationships,
    styles,
    numbering,
    bookmarks,
    tables,
    last_table,
)
