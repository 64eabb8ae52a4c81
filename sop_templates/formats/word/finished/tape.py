"""A story laid out as a tape: its text in order, cut where something begins or ends.

Marks are planted into the tree as text, the whole tree is written as text in one go, and cut at the
marks: several times faster than walking the elements in Python. Marks of one kind come in the order
of their elements: the first `P` is the first paragraph.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.finished import marks
from sop_templates.formats.word.finished.field_codes import plant_field_codes
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.marks import SIGNS, Planter
from sop_templates.formats.word.finished.symbols import symbol
from sop_templates.formats.word.names import qn

_RUN, _RUN_PR, _VAL = qn("w:r"), qn("w:rPr"), qn("w:val")
_BOLD, _ITALIC, _STYLE = qn("w:b"), qn("w:i"), qn("w:rStyle")
_ID, _NAME, _RELATION, _ANCHOR = qn("w:id"), qn("w:name"), qn("r:id"), qn("w:anchor")
_CHARACTERS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_LOOKS = (marks.PLAIN, marks.BOLD, marks.ITALIC, marks.BOLD_ITALIC)
_DRAWING, _OBJECT, _BOX = qn("w:drawing"), qn("w:object"), qn("w:txbxContent")
_PIXELS = qn("a:blip")
_OLD_PIXELS = "{urn:schemas-microsoft-com:vml}imagedata"
_OTHER_FILE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_UNREADABLE = "\ufffd"
_NO_TEXT = (  # what drawings, objects and field codes keep as text and nobody sees
    qn("w:fldData"),
    qn("wp:posOffset"),
    qn("wp:align"),
    *(
        f"{{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}}{name}"
        for name in ("pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset")
    ),
    *(
        f"{{urn:schemas-microsoft-com:office:office}}{name}"
        for name in ("FieldCodes", "LinkType", "LockedField")
    ),
)

Looks = Mapping[str, tuple[bool, bool]]


@dataclass(frozen=True, slots=True)
class Tape:
    """A story's pieces, and what its marks stand for.

    Attributes:
        pieces: each a mark's character and the text after it (or its number).
        paragraphs: the elements of the `P` marks; they and the next ones stay in this package.
        controls: those of the `S` marks.
        rows: those of the `R` marks.
        cells: those of the `C` marks.
        links: addresses, by the number that an `H` mark carries.
        bookmarks: names, by the number that a `B` or `e` mark carries.
    """

    pieces: list[str]
    paragraphs: list[etree._Element]
    controls: list[etree._Element]
    rows: list[etree._Element]
    cells: list[etree._Element]
    links: list[str]
    bookmarks: list[str]


class ForeignSignError(Exception):
    """The text holds the sign of our marks: the tape came out in too many pieces."""


def lay_tape(
    root: etree._Element, urls: Mapping[str, str], looks: Looks, sign: str = SIGNS[0]
) -> Tape:
    """Lays a story out; its tree is used up.

    Args:
        root: the story's tree in its final view.
        urls: the part's external addresses by relationship id.
        looks: bold and italic by character style.
        sign: what the marks begin with.

    Returns:
        The tape.

    Raises:
        ForeignSignError: the text holds the sign; lay a fresh tree with a `free_sign`.
    """
    planter = Planter(sign)
    for one in root.iter(*_NO_TEXT):
        one.text = None
    plant_field_codes(root, planter)
    _plant_characters(root)
    _plant_pictures(root, planter)
    _plant_looks(root, looks, planter)
    _plant_links(root, urls, planter)
    _plant_bookmarks(root, planter)
    planter.each(root, qn("w:txbxContent"), marks.BOX, marks.BOX_END)
    planter.each(root, qn("w:tbl"), marks.TABLE, marks.TABLE_END)
    controls = planter.each(root, qn("w:sdt"), marks.CONTROL, marks.CONTROL_END)
    paragraphs = planter.each(root, qn("w:p"), marks.PARAGRAPH)
    rows = planter.each(root, qn("w:tr"), marks.ROW)
    cells = planter.each(root, qn("w:tc"), marks.CELL)
    pieces = etree.tostring(root, method="text", encoding="unicode").split(sign)
    if len(pieces) != planter.count + 1:
        raise ForeignSignError
    pieces[0] = marks.NEUTRAL + pieces[0]  # no mark stands before it
    return Tape(pieces, paragraphs, controls, rows, cells, planter.links, planter.bookmarks)


def free_sign(root: etree._Element) -> str:
    """A sign that the text of a tree does not hold; where it holds all, one is taken from it."""
    text = etree.tostring(root, method="text", encoding="unicode")
    for sign in SIGNS:
        if sign not in text:
            return sign
    for one in root.iter():
        one.text = one.text and one.text.replace(SIGNS[0], _UNREADABLE)
        one.tail = one.tail and one.tail.replace(SIGNS[0], _UNREADABLE)
    return SIGNS[0]


def _plant_characters(root: etree._Element) -> None:
    """Breaks, tabs, hyphens and symbols; not the tab stops of a paragraph's look."""
    for one in root.iter(*_CHARACTERS):
        if (parent := one.getparent()) is not None and parent.tag == _RUN:
            one.text = _CHARACTERS[str(one.tag)]
    for one in root.iter(qn("w:sym")):
        one.text = symbol(one.get(qn("w:font"), ""), one.get(qn("w:char"), ""))


def _plant_pictures(root: etree._Element, planter: Planter) -> None:
    """Marks pictures, charts and drawings; a text box is none, nor how another file in it looks."""
    for one in root.iter(_DRAWING):
        if next(one.iter(_PIXELS), None) is not None or next(one.iter(_BOX), None) is None:
            one.text = planter.plain(marks.PICTURE)
    for one in root.iter(_OLD_PIXELS):
        around = next(one.iterancestors(_OBJECT), None)
        if around is None or next(around.iter(_OTHER_FILE), None) is None:
            one.text = planter.plain(marks.PICTURE)


def _plant_looks(root: etree._Element, looks: Looks, planter: Planter) -> None:
    """Marks the runs that are bold or italic, by themselves or by their character style.

    What a run says itself goes before its style. Bold by the style of the paragraph or the table is
    the look of that place and no stress: it does not count.
    """
    runs: dict[etree._Element, list[bool]] = {}
    for one in root.iter(_STYLE):
        look = looks.get(one.get(_VAL, ""))
        if look is not None and (run := _run_of(one)) is not None:
            runs[run] = list(look)
    for one in root.iter(_BOLD, _ITALIC):
        if (run := _run_of(one)) is not None:
            runs.setdefault(run, [False, False])[one.tag == _ITALIC] = is_on(one)
    for run, (bold, italic) in runs.items():
        if bold or italic:
            run.text = planter.plain(_LOOKS[bold + 2 * italic])
            run.tail = planter.plain(marks.PLAIN)


def _run_of(look: etree._Element) -> etree._Element | None:
    """The run that a property is of, or None where it is of a paragraph mark, style or control."""
    properties = look.getparent()
    owner = None if properties is None else properties.getparent()
    if properties is None or owner is None or properties.tag != _RUN_PR or owner.tag != _RUN:
        return None
    return owner


def _plant_links(root: etree._Element, urls: Mapping[str, str], planter: Planter) -> None:
    for one in root.iter(qn("w:hyperlink")):
        url, place = urls.get(one.get(_RELATION, ""), ""), one.get(_ANCHOR, "")
        if url:
            address = f"{url}#{place}" if place else url
            one.text, one.tail = planter.link(address), planter.plain(marks.LINK_END)


def _plant_bookmarks(root: etree._Element, planter: Planter) -> None:
    """Marks bookmarks; those that Word keeps for itself (`_GoBack`, `_Toc…`) are passed over."""
    names: dict[str, str] = {}
    for one in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        number = one.get(_ID, "")
        if (name := one.get(_NAME)) is not None:
            names[number] = name
            mark = marks.BOOKMARK
        else:
            name, mark = names.get(number, ""), marks.BOOKMARK_END
        if name and not name.startswith("_"):
            one.text = planter.bookmark(name, mark)
