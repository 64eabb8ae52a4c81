"""Puts an extract into a Word file at a bookmark or content control, which stays around it.

So next year's extract takes the place of this year's.
"""

from collections.abc import Sequence

from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.extracts import Extract
from sop_templates.formats.word.building.numbering_part import numbering_part
from sop_templates.formats.word.building.package import (
    OFFICE,
    PACKAGE,
    WORD,
    Part,
    office_relation,
    package_files,
    package_relation,
    zipped,
)
from sop_templates.formats.word.building.page_parts import fonts_part, settings_part
from sop_templates.formats.word.building.properties_parts import core_part
from sop_templates.formats.word.building.styles_part import styles_part
from sop_templates.formats.word.building.theme_part import theme_part
from sop_templates.formats.word.inserting.extract_elements import ExtractWriter
from sop_templates.formats.word.inserting.host_looks import HostLooks
from sop_templates.formats.word.inserting.host_parts import HostParts
from sop_templates.formats.word.names import element, qn, root
from sop_templates.kinds.publication import NO_PLACE

P, TBL, SDT = qn("w:p"), qn("w:tbl"), qn("w:sdt")
START, END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
NAME, ID, VAL = qn("w:name"), qn("w:id"), qn("w:val")
PLACE = "sop"
# What makes a control hold one line, or show a prompt: an extract is more.
_ONE_LINE = (
    "text",
    "showingPlcHdr",
    "placeholder",
    "dropDownList",
    "comboBox",
    "date",
    "dataBinding",
)
_BLOCKS = tuple(qn(f"w:{name}") for name in ("body", "tc", "sdtContent", "txbxContent"))


def insert_extract(
    data: bytes, extract: Extract, *, level: int, place: str = PLACE, file: str = ""
) -> bytes:
    """The Word file with an extract in it.

    Args:
        data: the file.
        extract: what is put in.
        level: of the extract's own heading, 1 to 6.
        place: name of the bookmark, or tag or title of the content control.
        file: the file's name, for messages.

    Returns:
        The file. The story has the extract at the place, instead of what stood in it; list
        definitions, styles and link addresses that the file lacks were added; every other part has
        the bytes that it had.

    Raises:
        SopError: it is no Word file, damaged, unsafe, or has no such place.
    """
    parts = HostParts(data, file)
    story = parts.root(parts.main)
    writer = ExtractWriter(parts, HostLooks(parts, story), level)
    control = _find_control(story, place)
    start = None if control is not None else _find_bookmark(story, place)
    if control is None and start is None:
        raise SopError(NO_PLACE, file, name=place)
    made = writer.write(extract)
    if control is not None:
        _fill_control(control, made)
    elif start is not None:
        _fill_bookmark(story, start, made)
    parts.put(parts.main, story)
    return parts.file()


def extract_document(extract: Extract, *, level: int) -> bytes:
    """A Word file that holds only the extract, in Word's own styles: pasted, it takes the host's looks."""
    mark = {"w:id": "1", "w:name": PLACE}
    start, end = element("w:bookmarkStart", mark), element("w:bookmarkEnd", {"w:id": "1"})
    body = root("w:document")
    size = element("w:pgSz", {"w:w": "11906", "w:h": "16838"})
    edges = dict.fromkeys(("w:top", "w:bottom", "w:left", "w:right"), "1304")
    margins = element("w:pgMar", {**edges, "w:header": "624", "w:footer": "567", "w:gutter": "0"})
    section = element("w:sectPr", children=[size, margins])
    body.append(element("w:body", children=[element("w:p", children=[start, end]), section]))
    styles, numbering = styles_part(), numbering_part()
    for one in list(styles.iter(qn("w:numPr"))):  # a schoolgids numbers its headings itself
        _drop(one)
    for one in list(numbering.iter(qn("w:pStyle"))):
        _drop(one)
    theme = Part("word/theme/theme1.xml", f"{OFFICE}.theme+xml", theme_part())
    side = {
        "styles": styles,
        "numbering": numbering,
        "settings": settings_part(),
        "fontTable": fonts_part(),
    }
    parts = [
        Part("docProps/core.xml", f"{PACKAGE}.core-properties+xml", core_part(extract.title, "")),
        Part("word/document.xml", f"{WORD}.document.main+xml", body),
        theme,
        *(Part(f"word/{name}.xml", f"{WORD}.{name}+xml", top) for name, top in side.items()),
    ]
    relations = {
        "": (
            office_relation("officeDocument", "word/document.xml"),
            package_relation("metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": [
            office_relation("theme", "theme/theme1.xml"),
            *(office_relation(name, f"{name}.xml") for name in side),
        ],
    }
    empty = zipped(package_files(parts, relations))
    return insert_extract(empty, extract, level=level)


def _find_control(story: etree._Element, place: str) -> etree._Element | None:
    for properties in story.iter(qn("w:sdtPr")):
        names = [properties.find(qn("w:tag")), properties.find(qn("w:alias"))]
        if any(one is not None and _same(one.get(VAL, ""), place) for one in names):
            return properties.getparent()
    return None


def _find_bookmark(story: etree._Element, place: str) -> etree._Element | None:
    return next((one for one in story.iter(START) if _same(one.get(NAME, ""), place)), None)


def _same(name: str, place: str) -> bool:
    return name.casefold() == place.casefold()


def _fill_control(control: etree._Element, made: Sequence[etree._Element]) -> None:
    """Puts the elements into a control; one in a line becomes one around blocks."""
    properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    if content is None:
        content = element("w:sdtContent")
        control.append(content)
    if properties is not None:
        for name in _ONE_LINE:
            for one in properties.findall(qn(f"w:{name}")):
                _drop(one)
    cell = content.find(qn("w:tc"))
    if cell is not None:
        _refill(cell, made, keep=qn("w:tcPr"))
        return
    paragraph = next(control.iterancestors(P), None)
    _refill(content, made)
    if paragraph is not None:
        paragraph.addnext(control)
        if not _has_words(paragraph):
            _drop(paragraph)


def _refill(holder: etree._Element, made: Sequence[etree._Element], keep: str = "") -> None:
    for one in list(holder):
        if one.tag != keep:
            holder.remove(one)
    holder.extend(made)


def _fill_bookmark(
    story: etree._Element, start: etree._Element, made: Sequence[etree._Element]
) -> None:
    """Puts the elements where the bookmark is, instead of the blocks that lie wholly in it."""
    end = next((one for one in story.iter(END) if one.get(ID) == start.get(ID)), None)
    first = _block_of(start)
    last = first if end is None else _block_of(end)
    blocks = _between(first, last)
    anchor = blocks[-1]
    for one in reversed(made):
        anchor.addnext(one)
    for one in blocks:
        if one is start or one is end:
            continue
        if one not in (first, last) or _is_wholly_within(one, start, end):
            _drop(one)
    made[0].addprevious(start)
    if end is not None:
        made[-1].addnext(end)


def _block_of(mark: etree._Element) -> etree._Element:
    """The block (or mark between blocks) that a mark stands in or is."""
    one = mark
    while (parent := one.getparent()) is not None and parent.tag not in _BLOCKS:
        one = parent
    return one


def _between(first: etree._Element, last: etree._Element) -> list[etree._Element]:
    """The blocks from one to another one of the same parent; the first alone where it is elsewhere."""
    found = [first]
    for one in first.itersiblings():
        if first is last:
            break
        found.append(one)
        if one is last:
            return found
    return [first]


def _is_wholly_within(
    block: etree._Element, start: etree._Element, end: etree._Element | None
) -> bool:
    """Whether no words of a paragraph stand outside of the bookmark."""
    if block.tag != P:
        return block.tag == TBL
    inside = start not in block.iter()
    for one in block.iter(START, END, qn("w:t"), qn("w:drawing"), qn("w:pict")):
        if one is start:
            inside = True
        elif one is end:
            inside = False
        elif one.tag not in (START, END) and not inside and (one.text or one.tag != qn("w:t")):
            return False
    return True


def _has_words(block: etree._Element) -> bool:
    return next(block.iter(qn("w:t"), qn("w:drawing"), qn("w:pict")), None) is not None


def _drop(one: etree._Element) -> None:
    if (parent := one.getparent()) is not None:
        parent.remove(one)
