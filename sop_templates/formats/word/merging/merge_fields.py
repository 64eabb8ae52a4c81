"""Where the merge fields of a story stand, and one form for all of them.

Word writes a field as `w:fldSimple` or as `w:fldChar` begin … separate … end, split over runs as it
happened to be typed, several marks in one run or its result over several paragraphs. docx-mailmerge2
takes some of these. So every merge field is put into one form first, under a name of our own: begin,
instruction, end, a run each. Marks of fields that have no merge field in their instruction (page
numbers, contents, links) are hidden from it meanwhile.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.word.merging.instructions import Instruction, read_instruction
from sop_templates.formats.word.names import element, qn

MERGE = "MERGEFIELD"
# What belongs to a merge over many records, or asks Word itself for words.
NOT_MERGED = frozenset(("NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK", "GREETINGLINE"))

_RUN, _LOOK, _MARK, _CODE = qn("w:r"), qn("w:rPr"), qn("w:fldChar"), qn("w:instrText")
_SIMPLE, _PARAGRAPH, _ROW = qn("w:fldSimple"), qn("w:p"), qn("w:tr")
_HIDDEN = f"{_MARK}-hidden"
_KIND = qn("w:fldCharType")


@dataclass(frozen=True, slots=True)
class MergeField:
    """A merge field of a template.

    Attributes:
        id: the name of our own that it has while it is merged: `f0`, `f1`, …, in reading order.
        name: what it asks, as the template writes it.
        instruction: how its value is to look.
        part: name of the part that it stands in.
        row: names the table row that it stands in, or "".
        nested: whether it stands in the instruction of another field.
    """

    id: str
    name: str
    instruction: Instruction
    part: str
    row: str = ""
    nested: bool = False


@dataclass(slots=True)
class _Frame:
    """A field: its own marks, the pieces of its instruction, the first run of its result.

    Attributes:
        marks: its begin, separate and end, as far as they were met.
        codes: the pieces of its instruction.
        result: the first run of its result, or None.
        nested: whether it stands in the instruction of another field.
        has_merge: whether a merge field stands in its instruction.
    """

    marks: list[etree._Element]
    codes: list[etree._Element] = field(default_factory=list)
    result: etree._Element | None = None
    nested: bool = False
    has_merge: bool = False

    @property
    def instruction(self) -> Instruction:
        return read_instruction("".join(code.text or "" for code in self.codes))

    @property
    def in_result(self) -> bool:
        return any(mark.get(_KIND) == "separate" for mark in self.marks)

    @property
    def has_ended(self) -> bool:
        return self.marks[-1].get(_KIND) == "end"

    def hide(self) -> None:
        for mark in self.marks:
            mark.tag = _HIDDEN


def take_merge_fields(
    story: etree._Element, part: str, first: int
) -> tuple[list[MergeField], list[str]]:
    """Finds the merge fields of a story and puts each into the one form, in place.

    Args:
        story: the root of a part; it is changed.
        part: the part's name, to tell rows of different parts apart.
        first: the number of its first field.

    Returns:
        Its fields, whose ids begin at `f{first}`, and the kinds of fields in it that a letter
        cannot have.
    """
    _make_even(story)
    runs = list(story.iterdescendants(_RUN))
    places = {run: at for at, run in enumerate(runs)}
    rows = {row: f"{part}#{at}" for at, row in enumerate(story.iter(_ROW))}
    found: list[MergeField] = []
    frames = _frames(story)
    for frame in frames:
        instruction = frame.instruction
        if instruction.kind == MERGE and frame.has_ended:
            begin, end = (places[_parent(mark)] for mark in (frame.marks[0], frame.marks[-1]))
            row = next((rows[one] for one in frame.marks[0].iterancestors(_ROW)), "")
            name = f"f{first + len(found)}"
            found.append(
                MergeField(name, instruction.argument, instruction, part, row, frame.nested)
            )
            _put(frame, name, runs[begin : end + 1])
        elif not frame.has_merge:
            frame.hide()
    kinds = [frame.instruction.kind for frame in frames]
    return found, [kind for kind in kinds if kind in NOT_MERGED]


def _make_even(story: etree._Element) -> None:
    """Leaves no `w:fldSimple` that matters, and no run with more than one mark or text."""
    for simple in list(story.iterdescendants(_SIMPLE)):
        if read_instruction(simple.get(qn("w:instr"), "")).kind in {MERGE, *NOT_MERGED}:
            _make_complex(simple)
    for one in list(story.iterdescendants(_MARK, _CODE)):
        if _parent(one).tag != _RUN:
            _remove(one)  # outside a run it means nothing
    for run in dict.fromkeys(_parent(one) for one in story.iterdescendants(_MARK, _CODE)):
        _split(run)


def show_hidden(story: etree._Element) -> None:
    """Brings back the marks of the fields that were hidden."""
    for mark in list(story.iterdescendants(_HIDDEN)):
        mark.tag = _MARK


def _frames(story: etree._Element) -> list[_Frame]:
    """The complex fields of a story, in the order in which they begin."""
    frames: list[_Frame] = []
    opened: list[_Frame] = []
    for one in story.iterdescendants(_MARK, _CODE, qn("w:t")):
        kind = one.get(_KIND)
        if kind == "begin":
            frames.append(_Frame([one], nested=bool(opened) and not opened[-1].in_result))
            opened.append(frames[-1])
        elif not opened:
            continue
        elif kind is not None:
            opened[-1].marks.append(one)
            if kind == "end":
                _close(opened)
        elif one.tag == _CODE:
            opened[-1].codes.append(one)
        elif opened[-1].in_result and opened[-1].result is None:
            opened[-1].result = _parent(one)
    return frames


def _close(opened: list[_Frame]) -> None:
    ended = opened.pop()
    if ended.nested and (ended.has_merge or ended.instruction.kind == MERGE):
        opened[-1].has_merge = True


def _put(frame: _Frame, name: str, runs: list[etree._Element]) -> None:
    """Puts the one form in the place of a merge field."""
    if runs[0].getparent() is None:
        return  # it went with a field that overlaps it
    looks = [_parent(code).find(_LOOK) for code in frame.codes]
    look = next((one for one in looks if one is not None), None)
    if frame.result is not None and (look is None or frame.instruction.like_result):
        look = frame.result.find(_LOOK)
    code = element("w:instrText", text=f" {MERGE} {name} ")
    for content in (_mark("begin"), code, _mark("end")):
        runs[0].addprevious(_run(look, content))
    for paragraph in _emptied(runs):
        _remove(paragraph)


def _emptied(runs: list[etree._Element]) -> Iterator[etree._Element]:
    """Takes runs away; gives the paragraphs after the first one that hold no other run."""
    paragraphs = dict.fromkeys(next(run.iterancestors(_PARAGRAPH), None) for run in runs)
    for run in runs:
        _remove(run)
    for paragraph in list(paragraphs)[1:]:
        if paragraph is not None and next(paragraph.iter(_RUN), None) is None:
            yield paragraph


def _make_complex(simple: etree._Element) -> None:
    """Puts the marks of a complex field in the place of a `w:fldSimple`, with its result."""
    first = simple.find(_RUN)
    look = None if first is None else first.find(_LOOK)
    code = element("w:instrText", text=simple.get(qn("w:instr"), ""))
    around = [_run(look, one) for one in (_mark("begin"), code, _mark("separate"))]
    for one in (*around, *simple, _run(look, _mark("end"))):
        simple.addprevious(one)
    _remove(simple)


def _split(run: etree._Element) -> None:
    """Gives each mark, text and picture of a run a run of its own."""
    look = run.find(_LOOK)
    content = [one for one in run if one.tag != _LOOK]
    for one in content[:-1]:
        run.addprevious(_run(look, one))


def _run(look: etree._Element | None, content: etree._Element) -> etree._Element:
    return element("w:r", children=[*([] if look is None else [deepcopy(look)]), content])


def _mark(kind: str) -> etree._Element:
    return element("w:fldChar", {"w:fldCharType": kind})


def _remove(one: etree._Element) -> None:
    """Takes an element out of its parent; fields that overlap may have taken it out already."""
    if (parent := one.getparent()) is not None:
        parent.remove(one)


def _parent(one: etree._Element) -> etree._Element:
    parent = one.getparent()
    assert parent is not None
    return parent
