"""A story as its readers are meant to see it: no trace of who changed what, nothing hidden, no control.

Comes after `finished.final_view`, which accepts changes and leaves out what is hidden by itself.
"""

from lxml import etree

from sop_templates.formats.word.finished.final_view import is_on, take_final_view
from sop_templates.formats.word.names import NAMESPACES, qn
from sop_templates.formats.word.published.trees import (
    SDT,
    SDT_CONTENT,
    VAL,
    P,
    R,
    around,
    drop,
    drop_all,
    unwrap,
)

_WRAPPERS = tuple(
    qn(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
_TRACES = tuple(
    qn(f"w:{name}")
    for name in (
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "sectPrChange",
        "numberingChange",
        "cellIns",
        "cellDel",
        "cellMerge",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "annotationRef",
        "proofErr",
        "permStart",
        "permEnd",
        "lastRenderedPageBreak",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
        "smartTagPr",
        "customXmlPr",
        "divId",
    )
)
_FOREIGN = (  # other files and programs in a story
    *(qn(f"w:{name}") for name in ("altChunk", "subDoc", "control", "movie", "contentPart")),
    f"{{{NAMESPACES['w14']}}}contentPart",
)
_CHANGE_ID = (qn("w:author"), qn("w:date"), qn("w:initials"))


def clean(root: etree._Element, hidden_styles: frozenset[str]) -> None:
    """Changes a story's tree into what its readers see, controls still in it.

    Args:
        root: of the story.
        hidden_styles: ids of the styles that hide their text.
    """
    take_final_view(root)
    for name in _WRAPPERS:
        for one in list(root.iter(name)):
            if around(one, qn("w:rPr"), qn("w:trPr")) is not None:
                drop(one)  # marks a paragraph's end or a row as new
            else:
                unwrap(one)
    drop_all(root.iter(*_TRACES, *_FOREIGN))
    _drop_hidden(root, hidden_styles)
    etree.strip_attributes(root, *_CHANGE_ID)


def hidden_styles(styles: etree._Element) -> frozenset[str]:
    """The ids of the styles that hide their text, by themselves or by what they are based on."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for one in styles.iter(qn("w:style")):
        key = one.get(qn("w:styleId"), "")
        toggle = one.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        parent = one.find(qn("w:basedOn"))
        own[key] = None if toggle is None else is_on(toggle)
        based[key] = "" if parent is None else parent.get(VAL, "")
    return frozenset(key for key in own if _hides(key, own, based))


def _hides(key: str, own: dict[str, bool | None], based: dict[str, str]) -> bool:
    seen: set[str] = set()
    while key in own and key not in seen:
        if (hides := own[key]) is not None:
            return hides
        seen.add(key)
        key = based[key]
    return False


def unwrap_controls(root: etree._Element) -> None:
    """Takes controls away and leaves what they hold."""
    for one in list(root.iter(SDT)):
        content = one.find(SDT_CONTENT)
        if content is None:
            drop(one)
        else:
            unwrap(one, content)


def _drop_hidden(root: etree._Element, styles: frozenset[str]) -> None:
    if not styles:
        return
    for one in list(root.iter(qn("w:rStyle"))):
        if one.get(VAL) in styles and (run := around(one, R)) is not None:
            drop(run)
    for one in list(root.iter(qn("w:pStyle"))):
        if one.get(VAL) in styles and (paragraph := around(one, P)) is not None:
            drop_all(paragraph.iter(R))
