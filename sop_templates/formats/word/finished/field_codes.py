"""What field codes mean for a reader: a link's address, an old form field's name; else their result.

A field is `w:fldSimple` or a run of `w:fldChar` begin … separate … end, with the instruction before
and the result after `separate`. Fields nest.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.marks import (
    BOOKMARK_END,
    LINK_END,
    Planter,
)
from sop_templates.formats.word.names import qn

_TEXT, _INSTRUCTION, _FIELD_CHAR = qn("w:t"), qn("w:instrText"), qn("w:fldChar")
_SIMPLE, _INSTR = qn("w:fldSimple"), qn("w:instr")
_TYPE, _VAL = qn("w:fldCharType"), qn("w:val")
_FORM = qn("w:ffData")
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')  # of an instruction: quoted or bare
CHECKED, UNCHECKED = "☒", "☐"


@dataclass(slots=True)
class _Open:
    """A field that has begun and not yet ended."""

    begin: etree._Element
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    closing: str = ""


def plant_field_codes(root: etree._Element, planter: Planter) -> None:
    """Marks links and old form fields, and takes instructions out of the text.

    Args:
        root: the story's tree.
        planter: of the tape.
    """
    for simple in root.iter(_SIMPLE):
        if url := link_address(simple.get(_INSTR, "")):
            simple.text, simple.tail = planter.link(url), planter.plain(LINK_END)
    if next(root.iter(_FIELD_CHAR), None) is None:
        return
    opened: list[_Open] = []
    for one in root.iter(_FIELD_CHAR, _INSTRUCTION, _TEXT):
        if one.tag == _FIELD_CHAR:
            _pass_mark(one, opened, planter)
            continue
        if opened and not opened[-1].in_result and one.tag == _INSTRUCTION:
            opened[-1].instruction.append(one.text or "")
        if one.tag == _INSTRUCTION or not all(outer.in_result for outer in opened):
            one.text = None


def link_address(instruction: str) -> str:
    r"""The address in a HYPERLINK instruction, or "" where it is another one or has none.

    Args:
        instruction: e.g. `HYPERLINK "https://example.nl" \o "tip"`.

    Returns:
        The address with the place in it (`\l`) after `#`; "" for a place in the same document.
    """
    words = [quoted or bare for quoted, bare in _WORD.findall(instruction)]
    if not words or words[0].upper() != "HYPERLINK":
        return ""
    address = place = ""
    rest = iter(words[1:])
    for word in rest:
        if word == "\\l":
            place = next(rest, "")
        elif word in ("\\o", "\\t"):
            next(rest, "")
        elif not word.startswith("\\") or word.startswith("\\\\"):
            address = address or word.replace("\\\\", "\\").replace('\\"', '"')
    return f"{address}#{place}" if address and place else address


def _pass_mark(mark: etree._Element, opened: list[_Open], planter: Planter) -> None:
    kind = mark.get(_TYPE)
    if kind == "begin":
        opened.append(_Open(mark))
    elif opened and kind == "separate":
        _begin_result(opened[-1], mark, planter)
    elif opened and kind == "end":
        _end(opened.pop(), mark, planter)


def _begin_result(one: _Open, mark: etree._Element, planter: Planter) -> None:
    one.in_result = True
    if name := _form_name(one.begin):
        mark.text = planter.bookmark(name)
        one.closing = planter.bookmark(name, BOOKMARK_END)
    elif url := link_address("".join(one.instruction)):
        mark.text = planter.link(url)
        one.closing = planter.plain(LINK_END)


def _end(one: _Open, mark: etree._Element, planter: Planter) -> None:
    value = form_value(one.begin)
    if value and (name := _form_name(one.begin)):
        start = "" if one.closing else planter.bookmark(name)
        end = one.closing or planter.bookmark(name, BOOKMARK_END)
        mark.text = start + value + end
    elif one.closing:
        mark.text = one.closing


def _form_name(begin: etree._Element) -> str:
    form = begin.find(_FORM)
    name = None if form is None else form.find(qn("w:name"))
    return "" if name is None else name.get(_VAL, "")


def form_value(begin: etree._Element) -> str:
    """What an old check box or drop-down says; "" for a text field, whose result is text."""
    form = begin.find(_FORM)
    if form is None:
        return ""
    box, choice = form.find(qn("w:checkBox")), form.find(qn("w:ddList"))
    if box is not None:
        state = box.find(qn("w:checked"))
        state = box.find(qn("w:default")) if state is None else state
        return CHECKED if is_on(state) else UNCHECKED
    if choice is not None:
        entries = [entry.get(_VAL, "") for entry in choice.iter(qn("w:listEntry"))]
        result = choice.find(qn("w:result"))
        chosen = 0 if result is None else whole(result.get(_VAL))
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
