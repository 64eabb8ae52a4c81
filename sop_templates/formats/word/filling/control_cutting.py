"""Where the controls of a story stand, which of them an answer goes into, and what repeats in loops.

A control is cut out where its one text is one Jinja expression: `{{ school.naam }}`. All other controls
(fixed texts, sections with rows, an owner's with more text) stay in the story.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.word.filling.control_strings import Cut
from sop_templates.formats.word.names import qn

FRESH = "sop-fresh-number"  # stands in attributes that need a new number each time
PLACE = "sop-control"  # a processing instruction in a cut control's place, with its position
FIRST_PICTURE = 1001  # as docxtpl numbers them
ROOM = 1 << 20  # numbers kept free for repeated controls

_NUMBER = re.compile(r"-?[0-9]{1,10}")
_LOOP_TAG = re.compile(r"{%(?:tr|tc|p|r)?[-+]?\s*(for|endfor|macro|endmacro)\b")
_QUOTES = str.maketrans(
    "\u201c\u201d\u2018\u2019", "\"\"''"
)  # what autocorrect made of straight ones
_BOOKMARKS = tuple(map(qn, ("w:bookmarkStart", "w:bookmarkEnd")))
_NUMBERED = (qn("w:p"), qn("w:sdt"), qn("wp:docPr"), *_BOOKMARKS)


@dataclass(slots=True)
class Numbers:
    """The numbers (`w:id`) of controls that are taken in a package."""

    taken: set[int] = field(default_factory=set)
    _last: int = 0

    def own(self, wanted: str) -> str:
        """This number if it is free (and a number), else a free one."""
        number = int(wanted) if _NUMBER.fullmatch(wanted) else 0
        while not number or number in self.taken:
            self._last += 1
            number = self._last
        self.taken.add(number)
        return str(number)

    def first_free(self) -> int:
        """The first of `ROOM` numbers in a row of which none is taken."""
        blocks = {number // ROOM for number in self.taken}
        return next(block for block in range(1, len(blocks) + 2) if block not in blocks) * ROOM


def cut_controls(story: etree._Element, numbers: Numbers, first: int) -> list[Cut]:
    """Cuts the controls out of a story that answers go into.

    In their places stand `PLACE` instructions. What repeats with the rows of a loop is made ready
    for that: numbers of other controls and of pictures become `FRESH`, bookmarks go.

    Args:
        story: the root of the document, a header or footer; changed.
        numbers: of the package's controls.
        first: position of its first control among all of the template.

    Returns:
        The controls, in the order of their places.
    """
    cuts: list[Cut] = []
    marks: set[str] = set()
    for one, repeats in list(_numbered(story)):
        if one.tag == qn("w:sdt"):
            number = _number(one, numbers, repeats=repeats)
            if expression := expression_in(one):
                cuts.append(Cut(one, expression, "" if repeats else number, dict(story.nsmap)))
                _leave_place(one, first + len(cuts) - 1)
        elif repeats and one.tag == qn("wp:docPr"):
            one.set("id", FRESH)
        elif repeats:
            marks.add(one.get(qn("w:id"), ""))
    _drop_bookmarks(story, marks)
    _number_pictures(story)
    return cuts


def expression_in(control: etree._Element) -> str:
    """The Jinja expression that is the one text of a control's content, or ""."""
    content = control.find(qn("w:sdtContent"))
    if content is None or next(content.iter(qn("w:sdt"), qn("w:tr")), None) is not None:
        return ""
    text = "".join(one.text or "" for one in content.iter(qn("w:t"))).strip()
    if not (text.startswith("{{") and text.endswith("}}")):
        return ""
    inside = text[2:-2].strip("-").strip().translate(_QUOTES)
    if inside.startswith("r ") or any(sign in inside for sign in ("{{", "}}", "{%", "%}")):
        return ""
    return inside


def _numbered(story: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """What has a number, in reading order, and whether it stands in a loop."""
    depth = 0
    paragraph, paragraph_repeats = None, False
    for one in story.iter(*_NUMBERED):
        if one.tag != qn("w:p"):
            inside = paragraph is not None and paragraph in one.iterancestors(qn("w:p"))
            yield one, paragraph_repeats if inside else depth > 0
            continue
        tags = _LOOP_TAG.findall(_own_text(one))
        begun = sum(not tag.startswith("end") for tag in tags)
        paragraph, paragraph_repeats = one, depth + begun > 0
        depth += begun - (len(tags) - begun)


def _own_text(paragraph: etree._Element) -> str:
    """The text of a paragraph without that of text boxes in it."""
    texts = paragraph.iter(qn("w:t"))
    own = (one for one in texts if next(one.iterancestors(qn("w:p"))) is paragraph)
    return "".join(one.text or "" for one in own)


def _number(control: etree._Element, numbers: Numbers, *, repeats: bool) -> str:
    """Sees to it that a control's number is its own, and gives it."""
    found = control.find(f"{qn('w:sdtPr')}/{qn('w:id')}")
    wanted = "" if found is None else found.get(qn("w:val"), "")
    number = FRESH if repeats else numbers.own(wanted)
    if found is not None:
        found.set(qn("w:val"), number)
    return number


def _leave_place(control: etree._Element, position: int) -> None:
    place = etree.ProcessingInstruction(PLACE, str(position))
    place.tail, control.tail = control.tail, None
    parent = control.getparent()
    assert parent is not None
    parent.replace(control, place)


def _drop_bookmarks(story: etree._Element, marks: set[str]) -> None:
    for one in list(story.iter(*_BOOKMARKS)):
        parent = one.getparent()
        if one.get(qn("w:id"), "") in marks and parent is not None:
            parent.remove(one)


def _number_pictures(story: etree._Element) -> None:
    pictures = (one for one in story.iter(qn("wp:docPr")) if one.get("id") != FRESH)
    for number, picture in enumerate(pictures, FIRST_PICTURE):
        picture.set("id", str(number))
