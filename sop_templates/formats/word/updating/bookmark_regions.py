"""What stands between the start and the end of a bookmark, where a control has lost its tag.

LibreOffice moves the start of a bookmark into the control, leaves its end behind it, and begins the
bookmark again, under a new number, in the last paragraph that it covers: ends are matched by name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.answer_writing import (
    Pen,
    paragraphs_for,
    put_bookmarks,
    runs_for,
    write_control,
)
from sop_templates.formats.word.updating.changes import Obstacle
from sop_templates.formats.word.updating.obstacles import find_obstacle, is_gone
from sop_templates.formats.word.updating.trees import (
    END,
    ID,
    NAME,
    SDT,
    SDT_PR,
    START,
    P,
    bookmarks_in,
    drop,
    pieces,
    tag_of,
)
from sop_templates.formats.word.values import ProseText

# Controls that hold more than an answer, or (temporary) only wrap one for LibreOffice's sake.
_OTHER_KINDS = ("w15:repeatingSection", "w15:repeatingSectionItem", "w:temporary")


class _Way(Enum):
    """How a value is put into a region."""

    CONTROL = "control"
    RUNS = "runs"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class BookmarkRegion:
    """A stretch of a story that a bookmark covers.

    Attributes:
        start: where it first begins.
        end: where it last ends.
        paragraphs: those that it covers or lies in, in order.
        pieces: texts, breaks and signs in it, in order.
    """

    start: etree._Element
    end: etree._Element
    paragraphs: tuple[etree._Element, ...]
    pieces: tuple[etree._Element, ...]

    def obstacle(self, value: object) -> Obstacle | None:
        """What stands in the way of writing a value here, or None."""
        if is_gone(self.start) or is_gone(self.end) or not self.paragraphs:
            return Obstacle.NO_PLACE
        way = self._way(value)
        if way is _Way.CONTROL:
            control = self._control()
            return None if control is None else find_obstacle([control])
        if way is _Way.RUNS:
            return find_obstacle(self._inside() or ())
        beside = (piece for one in self.paragraphs for piece in pieces(one))
        if len({one.getparent() for one in self.paragraphs}) > 1 or set(beside) - set(self.pieces):
            return Obstacle.CONTENT  # words that are no answer would go with them
        return find_obstacle(self.paragraphs)

    def write(self, pen: Pen, value: object) -> None:
        """Puts a value in place of what stands here; only where nothing stands in the way."""
        way = self._way(value)
        control = self._control()
        if way is _Way.CONTROL and control is not None:
            write_control(pen, control, value)
        elif way is _Way.RUNS:
            self._write_runs(pen, value)
        else:
            self._write_paragraphs(pen, value)

    def _way(self, value: object) -> _Way:
        control = self._control()
        is_one = len(self.paragraphs) == 1
        if isinstance(value, ProseText):
            first, *others = value.paragraphs
            is_line = is_one and not first.list and not others
            if control is not None and (is_line or not _is_inline(control)):
                return _Way.CONTROL
            return _Way.PARAGRAPHS
        if control is not None:
            return _Way.CONTROL
        return _Way.RUNS if is_one and self._inside() is not None else _Way.PARAGRAPHS

    def _control(self) -> etree._Element | None:
        """The control without tag that holds all of it and nothing else, the innermost if several."""
        here = set(self.pieces)
        if self.pieces:
            first, *others = (list(one.iterancestors(SDT)) for one in self.pieces)
            candidates = [one for one in first if all(one in around for around in others)]
        else:
            candidates = [one for top in self.paragraphs for one in top.iter(SDT)]
            candidates += [one for top in self.paragraphs[:1] for one in top.iterancestors(SDT)]
        for one in candidates:
            if not tag_of(one) and _is_answer(one) and here.issuperset(pieces(one)):
                return one
        return None

    def _inside(self) -> list[etree._Element] | None:
        """What stands between start and end, where both stand side by side in one paragraph."""
        parent = self.start.getparent()
        if parent is None or parent.tag != P or self.end.getparent() is not parent:
            return None
        return list(parent)[parent.index(self.start) + 1 : parent.index(self.end)]

    def _write_runs(self, pen: Pen, value: object) -> None:
        inside = self._inside() or []
        made = runs_for(pen, inside, value, None)
        for one in inside:
            if one.tag not in (START, END):
                for mark in bookmarks_in([one]):
                    one.addprevious(mark)
                drop(one)
        for run in reversed(made):
            self.start.addnext(run)

    def _write_paragraphs(self, pen: Pen, value: object) -> None:
        made = paragraphs_for(pen, self.paragraphs, value)
        marks = self._settled(bookmarks_in(self.paragraphs))
        for one in made:
            self.paragraphs[0].addprevious(one)
        put_bookmarks(marks, made[0], made[-1])
        for one in self.paragraphs:
            drop(one)

    def _settled(self, marks: Sequence[etree._Element]) -> list[etree._Element]:
        """The bookmarks of paragraphs; its own with one start, one end, and the same number."""
        name, number = self.start.get(NAME, ""), self.start.get(ID, "")
        own = {one.get(ID, "") for one in marks if one.get(NAME, "") == name}
        own |= {number, self.end.get(ID, "")}
        self.end.set(ID, number)
        ours = (self.start, self.end)
        return [one for one in marks if one in ours or one.get(ID, "") not in own]


def find_region(root: etree._Element, name: str) -> BookmarkRegion | None:
    """What a bookmark covers; None where it has no start or no end.

    Args:
        root: of the story.
        name: of the bookmark.
    """
    starts = [one for one in root.iter(START) if name and one.get(NAME) == name]
    numbers = {one.get(ID, "") for one in starts}
    ends = [one for one in root.iter(END) if one.get(ID, "") in numbers]
    if not starts or not ends:
        return None
    start, end = starts[0], ends[-1]
    covered = list(_between(root, start, end))
    paragraphs = [one for one in covered if one.tag == P]
    around = next(start.iterancestors(P), None)
    if around is not None:
        paragraphs.insert(0, around)
    known = set(paragraphs)
    outer = [one for one in paragraphs if known.isdisjoint(one.iterancestors(P))]
    inside = set(covered)
    shown = [piece for top in outer for piece in pieces(top) if piece in inside]
    return BookmarkRegion(start, end, tuple(outer), tuple(shown))


def _between(
    root: etree._Element, start: etree._Element, end: etree._Element
) -> Iterator[etree._Element]:
    """The elements that begin behind one mark and before another."""
    is_inside = False
    for one in root.iter():
        if one is end:
            return
        if is_inside:
            yield one
        is_inside = is_inside or one is start


def _is_answer(control: etree._Element) -> bool:
    properties = control.find(SDT_PR)
    return properties is None or all(properties.find(qn(one)) is None for one in _OTHER_KINDS)


def _is_inline(control: etree._Element) -> bool:
    return next(control.iterancestors(P), None) is not None
