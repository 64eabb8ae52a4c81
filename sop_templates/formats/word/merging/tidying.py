"""What a story needs after merging: line breaks and blanks as typed, and numbers and names once."""

from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from sop_templates.formats.word.names import element, qn

# Stands for a line break where a value goes into an instruction, which holds text only: the last
# character for private use, which is in no font and on no keyboard.
BREAK_IN_CODE = "\U0010fffd"

# What Word has an element for; a hyphen that keeps words together is in few fonts.
SIGNS = {BREAK_IN_CODE: "w:br", "\t": "w:tab", "\u2011": "w:noBreakHyphen"}

_TEXT, _CARRIAGE, _BREAK = qn("w:t"), qn("w:cr"), qn("w:br")
_CODE = qn("w:instrText")
_SPACE = qn("xml:space")
_BOOKMARK, _BOOKMARK_END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_ID, _NAME = qn("w:id"), qn("w:name")
_PARAGRAPH_IDS = (qn("w14:paraId"), qn("w14:textId"))
_PICTURE = qn("wp:docPr")


def tidy_texts(story: etree._Element) -> None:
    """Makes every text of a story show as it was given: breaks, tabs, blanks at its ends."""
    for one in list(story.iter(_CARRIAGE)):
        one.tag = _BREAK
    for code in story.iter(_CODE):
        code.text = (code.text or "").replace(BREAK_IN_CODE, " ")
    for text in list(story.iter(_TEXT)):
        words = text.text or ""
        if any(sign in words for sign in SIGNS):
            _take_apart(text, words)
        elif words != words.strip():
            text.set(_SPACE, "preserve")


def make_unique(stories: Iterable[etree._Element]) -> None:
    """Gives repeated rows and letters numbers of their own; of equal bookmarks only the first stays.

    Args:
        stories: the roots of all parts with text of one file; they are changed.
    """
    bookmarks: set[str] = set()
    pictures, controls, marks = set[str](), set[str](), count(1)
    for story in stories:
        for one in story.iter():
            for name in _PARAGRAPH_IDS:
                one.attrib.pop(name, "")
        _renumber(story.iter(_PICTURE), "id", pictures)
        _renumber(story.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}"), qn("w:val"), controls)
        _thin_bookmarks(story, bookmarks, marks)


def _take_apart(text: etree._Element, words: str) -> None:
    stretch = ""
    for sign in (*words, ""):
        if sign and sign not in SIGNS:
            stretch += sign
            continue
        if stretch:
            text.addprevious(element("w:t", text=stretch))
        stretch = ""
        if sign:
            text.addprevious(element(SIGNS[sign]))
    parent = text.getparent()
    assert parent is not None
    parent.remove(text)


def _renumber(elements: Iterator[etree._Element], name: str, taken: set[str]) -> None:
    numbers = (str(number) for number in count(1))
    for one in elements:
        if one.get(name, "") in taken:
            one.set(name, next(number for number in numbers if number not in taken))
        taken.add(one.get(name, ""))


def _thin_bookmarks(story: etree._Element, names: set[str], numbers: Iterator[int]) -> None:
    """Numbers the bookmarks of a story anew and takes away those whose name there is already.

    A bookmark's end is the next one with its start's number: a repeated row repeats the number too.
    """
    opened: dict[str, str | None] = {}
    for one in list(story.iter(_BOOKMARK, _BOOKMARK_END)):
        before = one.get(_ID, "")
        if one.tag == _BOOKMARK:
            name = one.get(_NAME, "").casefold()
            opened[before] = None if name in names else str(next(numbers))
            names.add(name)
        number = opened.get(before)
        if number is not None:
            one.set(_ID, number)
            continue
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)
