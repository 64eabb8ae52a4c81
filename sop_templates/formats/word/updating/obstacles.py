"""What an answer may be replaced over without loss, and what stands in the way: never destroyed."""

from collections.abc import Iterable

from lxml import etree

from sop_templates.formats.word.finished.field_codes import link_address
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import Obstacle
from sop_templates.formats.word.updating.trees import tag_of


def _named(words: str) -> frozenset[str]:
    return frozenset(qn(f"w:{name}") for name in words.split())


_PROPERTIES = _named("pPr rPr sdtPr sdtEndPr trPr tcPr tblPrEx smartTagPr")
_WORDS = _named(
    "p r t br cr tab ptab noBreakHyphen softHyphen sym hyperlink smartTag sdt sdtContent bookmarkStart"
    " bookmarkEnd proofErr lastRenderedPageBreak tr tc fldSimple fldChar instrText"
)
_COMMENTS = _named("commentRangeStart commentRangeEnd commentReference")
_TRACKED = _named("ins del moveFrom moveTo cellIns cellDel cellMerge delText")
NO_ANSWER = _COMMENTS | _named(
    "bookmarkStart bookmarkEnd drawing pict object footnoteReference endnoteReference tbl"
)  # in the copy of a row
_CHANGED = ("Change", "RangeStart", "RangeEnd")  # ends of names: `rPrChange`, `moveToRangeStart`
_HIDDEN = qn("w:vanish")
_SECTION = qn("w:sectPr")
_FORM = qn("w:ffData")
_CODES = (qn("w:instrText"), qn("w:fldSimple"))
_AROUND = (qn("w:ins"), qn("w:moveTo"))
_GONE = (qn("w:del"), qn("w:moveFrom"))
_DELETED_CONTROL = (qn("w:customXmlDelRangeStart"), qn("w:customXmlMoveFromRangeStart"))
_ORDER = (Obstacle.TRACKED, Obstacle.COMMENTS, Obstacle.CONTENT)


def find_obstacle(tops: Iterable[etree._Element], own: str = "") -> Obstacle | None:
    """What stands in the way of replacing the words of elements.

    Args:
        tops: controls, paragraphs, rows or cells: all in them would go.
        own: the tag that controls may have; those with another one are fields of their own. Where
            it ends in a full stop, all tags that begin with it are own.

    Returns:
        The worst that was found, or None.
    """
    found: set[Obstacle] = set()
    for top in tops:
        if any(True for _ in top.iterancestors(*_AROUND)):
            found.add(Obstacle.TRACKED)
        _gather(top, own, found)
    return next((one for one in _ORDER if one in found), None)


def is_gone(one: etree._Element) -> bool:
    """Whether it, or what it stands in, was deleted: nobody sees it in the final view."""
    before = one.getprevious()
    deleted = before is not None and before.tag in _DELETED_CONTROL
    return deleted or any(True for _ in one.iterancestors(*_GONE))


def is_tracked(name: str) -> bool:
    """Whether an element of that name tells of a change that was not accepted yet."""
    return name in _TRACKED or (name.endswith(_CHANGED) and name not in _COMMENTS)


def _gather(one: etree._Element, own: str, found: set[Obstacle]) -> None:
    name = str(one.tag)
    if is_tracked(name):
        found.add(Obstacle.TRACKED)
    elif name in _COMMENTS:
        found.add(Obstacle.COMMENTS)
    elif name in _PROPERTIES:
        _gather_properties(one, found)
        return
    elif name not in _WORDS or _is_other(one, own):
        found.add(Obstacle.CONTENT)
    for child in one:
        _gather(child, own, found)


def _gather_properties(properties: etree._Element, found: set[Obstacle]) -> None:
    for one in properties.iter():
        if is_tracked(str(one.tag)):
            found.add(Obstacle.TRACKED)
        elif one.tag == _SECTION or (one.tag == _HIDDEN and is_on(one)):
            found.add(Obstacle.CONTENT)


def _is_other(one: etree._Element, own: str) -> bool:
    """Whether a control is another field, or a field code is no link."""
    if one.tag == qn("w:sdt"):
        tag = tag_of(one)
        return bool(tag) and tag != own and not (own.endswith(".") and tag.startswith(own))
    if one.tag in _CODES:
        code = (one.text or "") if one.tag == qn("w:instrText") else one.get(qn("w:instr"), "")
        return not link_address(code) and bool(code.strip())
    return one.tag == qn("w:fldChar") and one.find(_FORM) is not None
