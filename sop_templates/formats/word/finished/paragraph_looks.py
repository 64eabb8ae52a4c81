"""What a paragraph is by its properties and style: a heading, an item of a list, body text."""

from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.finished.meanings import (
    Meanings,
    ParagraphStyle,
    as_level,
    heading_level,
)
from sop_templates.formats.word.names import qn
from sop_templates.richtext import ListKind

_VAL, _PROPERTIES = qn("w:val"), qn("w:pPr")
_STYLE, _NUMBERING, _OUTLINE = _READ = (qn("w:pStyle"), qn("w:numPr"), qn("w:outlineLvl"))
_PLAIN = ParagraphStyle()


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph is.

    Attributes:
        style: name of its style, English for Word's own ones.
        outline: heading level from 1, 0 for body text.
        list: kind of list that it is an item of, "" for none.
        numbering: which list, by its number in the file; "" for none.
        shape: the style that makes it an item, else the abstract list of that number: items of
            one shape count on together, also where an editor gave them other numbers.
        restarts: whether that number begins to count anew.
    """

    style: str = ""
    outline: int = 0
    list: ListKind = ""
    numbering: str = ""
    shape: str = ""
    restarts: bool = False


def read_look(paragraph: etree._Element, meanings: Meanings) -> ParagraphLook:
    """What a `w:p` is; its own properties go before its style. A heading is no list item."""
    properties = next(paragraph.iterchildren(_PROPERTIES), None)
    named = outline = own = None
    for one in () if properties is None else properties.iterchildren(*_READ):
        if one.tag == _STYLE:
            named = one
        elif one.tag == _OUTLINE:
            outline = one
        else:
            own = one
    key = meanings.default_style if named is None else named.get(_VAL, "")
    style = meanings.paragraph_styles.get(key, _PLAIN)
    level = style.outline if outline is None else heading_level(outline.get(_VAL))
    numbering, depth = style.numbering, style.level
    if own is not None:
        numbering = _value(own, "w:numId") or numbering
        depth = as_level(_value(own, "w:ilvl"), depth)
    kind: ListKind = "" if level else meanings.list_kind(numbering, depth)
    if not kind:
        return ParagraphLook(style.name, level)
    shape = style.name if style.numbering else meanings.shapes.get(numbering, "")
    restarts = numbering in meanings.restarts
    return ParagraphLook(style.name, level, kind, numbering, shape, restarts)


def _value(owner: etree._Element, name: str) -> str | None:
    child = owner.find(qn(name))
    return None if child is None else child.get(_VAL)
