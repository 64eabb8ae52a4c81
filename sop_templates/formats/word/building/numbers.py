"""The numbers that Word wants unique: of content controls in the whole package, of bookmarks in a story."""

from collections.abc import Iterable
from itertools import count

from lxml import etree

from sop_templates.formats.word.names import qn

FIRST_CONTROL = 10_001


def number_parts(parts: Iterable[etree._Element]) -> None:
    """Gives every control and bookmark of the parts its number, in reading order.

    A bookmark's two ends are told to belong together by an equal `w:id` before and after.
    """
    controls, bookmarks = count(FIRST_CONTROL), count(1)
    for part in parts:
        for properties in part.iter(qn("w:sdtPr")):
            number = properties.find(qn("w:id"))
            if number is not None:
                number.set(qn("w:val"), str(next(controls)))
        known: dict[str, str] = {}
        for end in part.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            before = end.get(qn("w:id"), "")
            if before not in known:
                known[before] = str(next(bookmarks))
            end.set(qn("w:id"), known[before])
