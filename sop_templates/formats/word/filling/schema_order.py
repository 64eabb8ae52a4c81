"""In which order the schema wants properties to stand; Word calls a file damaged where it is not kept.

ISO/IEC 29500-1: 17.5.2.38 (`w:sdtPr`), 17.3.1.26 (`w:pPr`), 17.3.2.28 (`w:rPr`). Only the first names
of `w:pPr` are here: all that is put there stands before the rest.
"""

from lxml import etree

from sop_templates.formats.word.names import qn

_ORDERS = {
    "w:sdtPr": (
        "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex"
    ),
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr",
    "w:rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
        " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
        " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
}
_RANKS = {
    qn(parent): {qn(f"w:{name}"): rank for rank, name in enumerate(names.split())}
    for parent, names in _ORDERS.items()
}


def put(parent: etree._Element, child: etree._Element) -> None:
    """Puts a property in its place, instead of one of the same name if there is one."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    rank = _rank(parent, child)
    later = (one for one in parent if _rank(parent, one) > rank)
    after = next(later, None)
    if after is None:
        parent.append(child)
    else:
        after.addprevious(child)


def put_in_order(parent: etree._Element) -> None:
    """Sorts the properties; what has no place of its own comes last, in the order it had."""
    parent[:] = sorted(parent, key=lambda one: _rank(parent, one))


def _rank(parent: etree._Element, child: etree._Element) -> int:
    ranks = _RANKS[parent.tag]
    return ranks.get(child.tag, len(ranks))
