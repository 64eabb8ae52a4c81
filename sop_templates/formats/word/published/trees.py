"""Small truths about Word's tree: what words an element holds, how one is taken out or unwrapped."""

from collections.abc import Iterable, Iterator

from lxml import etree

from sop_templates.formats.word.finished.symbols import symbol
from sop_templates.formats.word.names import element, qn

P, R, T, TBL, TR, TC = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tr", "tc"))
SDT, SDT_CONTENT, SDT_PR = qn("w:sdt"), qn("w:sdtContent"), qn("w:sdtPr")
VAL = qn("w:val")
BOX = qn("w:txbxContent")
SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}


def words(one: etree._Element) -> str:
    """The words of an element, those of text boxes in it left out; a line for each paragraph."""
    parts: list[str] = []
    _gather(one, parts)
    return "".join(parts)


def _gather(one: etree._Element, parts: list[str]) -> None:
    for child in one:
        tag = child.tag
        if tag == T:
            parts.append(child.text or "")
        elif tag == R or tag not in _OTHERS:
            if tag == P and parts:
                parts.append("\n")
            _gather(child, parts)
        elif tag in SIGNS:
            if one.tag == R:
                parts.append(SIGNS[str(tag)])
        elif tag == qn("w:sym"):
            parts.append(symbol(child.get(qn("w:font"), ""), child.get(qn("w:char"), "")))


_OTHERS = frozenset(
    (*SIGNS, BOX, qn("w:sym"), qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr"), qn("w:instrText"))
)


def is_blank(one: etree._Element) -> bool:
    """Whether it shows nothing: no words, no picture, no text box."""
    return not words(one).strip() and next(one.iter(*SHOWN), None) is None


SHOWN = (qn("w:drawing"), qn("w:pict"), qn("w:object"))


def drop(one: etree._Element) -> None:
    """Takes an element out; what stood behind it as text is no text of Word's and goes too."""
    if (parent := one.getparent()) is not None:
        parent.remove(one)


def drop_all(found: Iterable[etree._Element]) -> None:
    """Takes elements out."""
    for one in list(found):
        drop(one)


def take_attribute(one: etree._Element, name: str) -> str:
    """Takes an attribute away and gives its value; "" where it has none."""
    value = one.get(name, "")
    if name in one.attrib:
        del one.attrib[name]
    return value


def unwrap(one: etree._Element, content: etree._Element | None = None) -> None:
    """Puts the children of an element (or of another one in it) in its place."""
    for child in list(one if content is None else content):
        one.addprevious(child)
    drop(one)


def around(one: etree._Element, *names: str) -> etree._Element | None:
    """The innermost element of those names around it, in the same text box, or None."""
    for parent in one.iterancestors():
        if parent.tag in names:
            return parent
        if parent.tag == BOX:
            return None
    return None


def before(one: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables before it under the same parent, the nearest first."""
    return (other for other in one.itersiblings(P, TBL, preceding=True))


def fill_cells(root: etree._Element) -> None:
    """Gives each cell that ends in no paragraph one: Word takes a file without it for damaged."""
    for cell in root.iter(TC):
        if not len(cell) or cell[-1].tag != P:
            cell.append(element("w:p"))


def drop_bare_tables(root: etree._Element) -> None:
    """Takes tables without rows out, and rows without cells."""
    drop_all(row for row in root.iter(TR) if row.find(TC) is None)
    drop_all(table for table in root.iter(TBL) if table.find(TR) is None)
