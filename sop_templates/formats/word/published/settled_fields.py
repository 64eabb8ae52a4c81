"""Fields settled into what they show: page numbers stay fields, links become links, the rest is text.

A field code may name a file, a database or an address to fetch from (`INCLUDEPICTURE`, `LINK`, `DDE`):
none of them stays.
"""

from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.word.finished.field_codes import form_value, link_address
from sop_templates.formats.word.names import element, qn
from sop_templates.formats.word.published.relations import Relations
from sop_templates.formats.word.published.trees import R, T, around, drop, unwrap

KEPT = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_CHAR, _CODE, _SIMPLE = qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")
_CODES = (_CODE, qn("w:delInstrText"))
_TYPE = qn("w:fldCharType")


@dataclass(slots=True)
class _Open:
    """A field that has begun: its marks and codes, and the runs of its result."""

    begin: etree._Element
    marks: list[etree._Element] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)
    in_result: bool = False


def settle_fields(root: etree._Element, relations: Relations) -> None:
    """Settles the fields of a story; links get their addresses from `relations`."""
    for simple in list(root.iter(_SIMPLE)):
        _settle_simple(simple, relations)
    opened: list[_Open] = []
    for one in list(root.iter(_CHAR, *_CODES, T, R)):
        if one.tag == _CHAR:
            _pass_mark(one, opened, relations)
        elif opened:
            _pass_content(one, opened)
    for left in opened:  # a field without an end
        _drop_marks(left)
    for code in list(root.iter(*_CODES)):
        if not _is_kept(code.text or ""):
            drop(code)


def _pass_content(one: etree._Element, opened: list[_Open]) -> None:
    if one.tag == R:
        opened[-1].result.append(one)
    elif one.tag in _CODES:
        opened[-1].marks.append(one)
        opened[-1].code.append(one.text or "")
    elif not all(outer.in_result for outer in opened):
        one.text = None  # words in a code, such as the result of a field in it


def _settle_simple(simple: etree._Element, relations: Relations) -> None:
    code = simple.get(qn("w:instr"), "")
    if _is_kept(code):
        return
    key = relations.link(link_address(code))
    if key and simple.find(R) is not None:
        link = element("w:hyperlink", {"r:id": key})
        simple.addprevious(link)
        link.extend(list(simple))
        drop(simple)
    else:
        unwrap(simple)


def _pass_mark(mark: etree._Element, opened: list[_Open], relations: Relations) -> None:
    kind = mark.get(_TYPE)
    if kind == "begin":
        opened.append(_Open(mark))
    if not opened:
        drop(mark)
        return
    current = opened[-1]
    current.marks.append(mark)
    if kind == "separate":
        current.in_result = True
        current.result.clear()
    elif kind == "end":
        opened.pop()
        _settle(current, mark, relations)
        if opened:
            opened[-1].result += current.result


def _settle(one: _Open, end: etree._Element, relations: Relations) -> None:
    code = "".join(one.code)
    if _is_kept(code):
        return
    if value := form_value(one.begin):
        end.addprevious(element("w:t", text=value))
    key = relations.link(link_address(code))
    shown = [run for run in one.result if run.getparent() is not None]
    if key and len({run.getparent() for run in shown}) == 1:
        link = element("w:hyperlink", {"r:id": key})
        shown[0].addprevious(link)
        link.extend(shown)
    _drop_marks(one)


def _drop_marks(one: _Open) -> None:
    for mark in one.marks:
        run = around(mark, R)
        drop(mark)
        if run is not None and all(child.tag == qn("w:rPr") for child in run):
            drop(run)


def _is_kept(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() in KEPT
