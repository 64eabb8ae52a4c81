"""Small truths about the tree of a story that is being changed: tags, words, places of elements."""

from collections.abc import Iterable, Iterator

from lxml import etree

from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.symbols import symbol
from sop_templates.formats.word.names import qn

P, R, T = qn("w:p"), qn("w:r"), qn("w:t")
P_PR, R_PR = qn("w:pPr"), qn("w:rPr")
SDT, SDT_PR, SDT_CONTENT = qn("w:sdt"), qn("w:sdtPr"), qn("w:sdtContent")
TBL, TR, TC, TC_PR = qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:tcPr")
START, END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
VAL, ID, NAME = qn("w:val"), qn("w:id"), qn("w:name")

SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
SYMBOL = qn("w:sym")


def tag_of(control: etree._Element) -> str:
    """The tag of a `w:sdt`, or ""."""
    return _property(control, "w:tag")


def number_of(control: etree._Element) -> str:
    """The number (`w:id`) of a `w:sdt`, or ""."""
    return _property(control, "w:id")


def content_of(control: etree._Element) -> etree._Element | None:
    """The `w:sdtContent` of a `w:sdt`."""
    return control.find(SDT_CONTENT)


def has(control: etree._Element, name: str) -> bool:
    """Whether a control has that property, and has not switched it off."""
    return is_on(control.find(f"{SDT_PR}/{qn(name)}"))


def is_showing_prompt(control: etree._Element) -> bool:
    """Whether a control says that its text is a prompt."""
    return has(control, "w:showingPlcHdr")


def pieces(top: etree._Element) -> Iterator[etree._Element]:
    """What shows something in an element: texts, breaks and signs of its runs."""
    for one in top.iter(T, SYMBOL, *SIGNS):
        parent = one.getparent()
        if (one.tag != T or one.text) and parent is not None and parent.tag == R:
            yield one


def words(tops: Iterable[etree._Element]) -> str:
    """The words of elements, a line for each paragraph; those of prompts that say so left out."""
    lines: list[str] = []
    for top in tops:
        for one in top.iter(P, R):
            if one.tag == P:
                lines.append("")
            elif not any(is_showing_prompt(around) for around in one.iterancestors(SDT)):
                lines[-1:] = [(lines[-1] if lines else "") + _run_words(one)]
    return "\n".join(line.rstrip() for line in "\n".join(lines).split("\n")).strip()


def inner(tables: Iterable[etree._Element], one: etree._Element) -> bool:
    """Whether the innermost table around an element is one of these."""
    around = next(one.iterancestors(TBL), None)
    return any(around is table for table in tables)


def drop(one: etree._Element) -> None:
    """Takes an element out; white space behind it stays."""
    parent = one.getparent()
    if parent is None:
        return
    if one.tail:
        before = one.getprevious()
        if before is None:
            parent.text = (parent.text or "") + one.tail
        else:
            before.tail = (before.tail or "") + one.tail
    parent.remove(one)


def replace(old: etree._Element, new: etree._Element) -> None:
    """Puts an element in the place of another."""
    new.tail = old.tail
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)


def bookmarks_in(tops: Iterable[etree._Element]) -> list[etree._Element]:
    """The starts and ends of bookmarks in elements, in order."""
    return [one for top in tops for one in top.iter(START, END)]


def _run_words(run: etree._Element) -> str:
    found = []
    for one in run:
        if one.tag == T:
            found.append(one.text or "")
        elif one.tag == SYMBOL:
            found.append(symbol(one.get(qn("w:font"), ""), one.get(qn("w:char"), "")))
        else:
            found.append(SIGNS.get(str(one.tag), ""))
    return "".join(found)


def _property(control: etree._Element, name: str) -> str:
    found = control.find(f"{SDT_PR}/{qn(name)}")
    return "" if found is None else found.get(VAL, "")
