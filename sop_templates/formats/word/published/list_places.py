"""Where a paragraph stands in Word's numbering: which list it goes on with, how deep, with a number or not.

Lists of one definition (`w:abstractNum`) share their count, whatever `w:num` leads to it, until one
says to begin again: LibreOffice gives each item of a list a `w:num` of its own.
"""

from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.archive import parse_xml
from sop_templates.formats.word.finished.meanings import Meanings, ParagraphStyle, as_level
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.published.trees import VAL

_PLAIN = ParagraphStyle()


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A paragraph's place.

    Attributes:
        family: which lists it shares its count with, "" for none.
        depth: level in its list, from 0.
        is_counted: whether a number stands before it.
        begins: whether it begins the count again.
    """

    family: str = ""
    depth: int = 0
    is_counted: bool = False
    begins: bool = False


class ListPlaces:
    """Finds the places of paragraphs, which it must be asked for in their order."""

    def __init__(self, numbering: bytes, meanings: Meanings) -> None:
        """Takes the numbering part, or b"", and what styles mean."""
        self._meanings = meanings
        self._families: dict[str, str] = {}
        self._restarts: set[tuple[str, int]] = set()
        for one in parse_xml(numbering).iter(qn("w:num")) if numbering else ():
            number = one.get(qn("w:numId"), "")
            self._families[number] = _value(one, "w:abstractNumId") or number
            for level in one.iter(qn("w:lvlOverride")):
                if level.find(qn("w:startOverride")) is not None:
                    self._restarts.add((number, as_level(level.get(qn("w:ilvl")))))

    def of(self, paragraph: etree._Element) -> ListPlace:
        """The place of a `w:p`."""
        number, depth = self._number(paragraph)
        if not number:
            return ListPlace()
        begins = (number, depth) in self._restarts
        self._restarts.discard((number, depth))
        is_counted = self._meanings.list_kind(number, depth) == "number"
        return ListPlace(self._families.get(number, number), depth, is_counted, begins)

    def _number(self, paragraph: etree._Element) -> tuple[str, int]:
        properties = paragraph.find(qn("w:pPr"))
        named = None if properties is None else properties.find(qn("w:pStyle"))
        key = self._meanings.default_style if named is None else named.get(VAL, "")
        style = self._meanings.paragraph_styles.get(key, _PLAIN)
        number, depth = style.numbering, style.level
        own = None if properties is None else properties.find(qn("w:numPr"))
        if own is not None:
            number = _value(own, "w:numId") or number
            depth = as_level(_value(own, "w:ilvl"), depth)
        return number, depth


def _value(owner: etree._Element, name: str) -> str | None:
    child = owner.find(qn(name))
    return None if child is None else child.get(VAL)
