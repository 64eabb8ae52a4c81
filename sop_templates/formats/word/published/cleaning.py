"""A story as its readers are meant to see it: no trace of who changed what, nothing hidden, no control.

Comes after `finished.final_view`, which accepts changes and leaves out what is hidden by itself.
"""

from lxml import etree

from sop_templates.formats.word.finished.final_view import take_final_view
from sop_templates.formats.word.names import NAMESPACES, qn
from sop_templates.formats.word.published.trees import (
    SDT,
    SDT_CONTENT,
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
    take_final_view(root, hidden_styles)
    for name in _WRAPPERS:
        for one in list(root.iter(name)):
            if around(one, qn("w:rPr"), qn("w:trPr")) is not None:
                drop(one)  # marks a paragraph's end or a row as new
            else:
                unwrap(one)
    drop_all(root.iter(*_TRACES, *_FOREIGN))
    etree.strip_attributes(root, *_CHANGE_ID)


def unwrap_controls(root: etree._Element) -> None:
    """Takes controls away and leaves what they hold."""
    for one in list(root.iter(SDT)):
        content = one.find(SDT_CONTENT)
        if content is None:
            drop(one)
        else:
            unwrap(one, content)
