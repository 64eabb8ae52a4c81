"""The final view of a story: tracked changes accepted, doubles and hidden text left out.

Insertions and moved-to text count as they stand. A tracked deletion goes with all that is in it,
controls as well; a deleted paragraph mark joins its paragraph to the next. A text box stands twice in a
file, for new and for old programs: `mc:Fallback`, the old one, goes where Word understands the new one.
Of words with their sound above them (`w:ruby`) the words count.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.finished.understood import UNDERSTOOD
from sop_templates.formats.word.names import qn

_P, _P_PR, _R, _R_PR = qn("w:p"), qn("w:pPr"), qn("w:r"), qn("w:rPr")
_SDT, _SDT_CONTENT = qn("w:sdt"), qn("w:sdtContent")
_TR_PR, _TC_PR = qn("w:trPr"), qn("w:tcPr")
_REMOVED = (qn("w:del"), qn("w:moveFrom"))
_ADDED = (qn("w:ins"), qn("w:moveTo"))
_REMOVED_CONTROL = (qn("w:customXmlDelRangeStart"), qn("w:customXmlMoveFromRangeStart"))
_VANISH, _RUN_STYLE, _PARAGRAPH_STYLE = qn("w:vanish"), qn("w:rStyle"), qn("w:pStyle")
# Other files whose text Word shows, or opens by a click, where they stand.
_OTHER_FILES = (
    qn("w:altChunk"),
    qn("w:subDoc"),
    "{urn:schemas-microsoft-com:office:office}OLEObject",
)
_ALTERNATIVES, _CHOICE = qn("mc:AlternateContent"), qn("mc:Choice")
_VAL = qn("w:val")
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Traces:
    """What a reader should know was there before the final view was taken.

    Attributes:
        tracked: insertions, deletions or moves that nobody accepted yet.
        comments: remarks in the margin.
        hidden: text that is marked as hidden, which was left out.
        other_files: places where another file is inserted, whose text is not in this one.
    """

    tracked: bool = False
    comments: bool = False
    hidden: bool = False
    other_files: bool = False


def take_final_view(root: etree._Element, hidden_styles: Collection[str] = frozenset()) -> Traces:
    """Changes the tree into its final view.

    A pass for elements that a file does not have costs nothing: lxml looks up their name first.

    Args:
        root: of a story (body, header, footer, notes).
        hidden_styles: ids of the styles that hide their text.

    Returns:
        What was found on the way.
    """
    _choose(root)
    _remove(root.iter(qn("w:rt")))
    _unwrap_controls(root)
    tracked = _accept_removals(root)
    return Traces(
        tracked=tracked or next(root.iter(*_ADDED), None) is not None,
        comments=next(root.iter(qn("w:commentReference")), None) is not None,
        hidden=_remove_hidden(root, hidden_styles),
        other_files=next(root.iter(*_OTHER_FILES), None) is not None,
    )


def is_on(toggle: etree._Element | None) -> bool:
    """Whether a toggle such as `w:b` is there and not switched off by its value."""
    return toggle is not None and toggle.get(_VAL, "1") not in _OFF


def _remove(elements: Iterable[etree._Element | None]) -> None:
    for one in list(elements):
        if one is not None and (parent := one.getparent()) is not None:
            parent.remove(one)


def _choose(root: etree._Element) -> None:
    """Keeps the first of alternatives that Word understands, else the last resort (ECMA-376 part 3)."""
    for one in list(root.iter(_ALTERNATIVES)):
        choices = [child for child in one if child.tag == _CHOICE]
        kept = next((child for child in choices if _is_understood(child)), None)
        if kept is None:
            _remove(choices)
        else:
            _remove(child for child in one if child is not kept)


def _is_understood(choice: etree._Element) -> bool:
    """Whether Word understands all that a choice asks for."""
    prefixes = choice.get("Requires", "").split()
    return all(choice.nsmap.get(prefix) in UNDERSTOOD for prefix in prefixes)


def _unwrap_controls(root: etree._Element) -> None:
    """Takes away controls that are deleted themselves; what they hold is marked on its own."""
    for start in list(root.iter(*_REMOVED_CONTROL)):
        control = start.getnext()
        content = None if control is None else control.find(_SDT_CONTENT)
        if control is not None and control.tag == _SDT and content is not None:
            for child in list(content):
                control.addprevious(child)
            _remove([control])


def _accept_removals(root: etree._Element) -> bool:
    found = list(root.iter(*_REMOVED))
    joined = []
    for one in found:
        parent = one.getparent()
        if parent is None:
            continue
        if parent.tag == _R_PR:
            joined.append(parent)
        elif parent.tag == _TR_PR:
            _remove([parent.getparent()])
        else:
            parent.remove(one)
    cells = [mark.getparent() for mark in root.iter(qn("w:cellDel"))]
    _remove(cell.getparent() for cell in cells if cell is not None and cell.tag == _TC_PR)
    for properties in reversed(joined):  # from the end, so that nothing is moved twice
        _join(properties)
    return bool(found or cells)


def _join(mark_properties: etree._Element) -> None:
    """Puts a paragraph whose mark is deleted in front of the next, which keeps its own look."""
    properties = mark_properties.getparent()
    paragraph = None if properties is None else properties.getparent()
    if properties is None or paragraph is None or paragraph.tag != _P:
        return
    between: list[etree._Element] = []
    for one in paragraph.itersiblings():
        if one.tag == _P:
            moved = [*(child for child in paragraph if child is not properties), *between]
            _put_before(one, moved)
            _remove([paragraph])
            return
        if len(one):
            return  # a table or control: there is no paragraph to join
        between.append(one)  # bookmarks and the like


def _put_before(paragraph: etree._Element, moved: list[etree._Element]) -> None:
    """Puts elements in front of a paragraph's content."""
    first = paragraph[0] if len(paragraph) and paragraph[0].tag == _P_PR else None
    if first is None:
        for child in reversed(moved):
            paragraph.insert(0, child)
    else:
        for child in reversed(moved):
            first.addnext(child)


def _remove_hidden(root: etree._Element, styles: Collection[str]) -> bool:
    """Removes runs that are hidden; what a run says itself goes before the styles."""
    runs = set(_runs_of_styles(root, styles)) if styles else set()
    for one in root.iter(_VANISH):
        look = one.getparent()
        run = None if look is None else look.getparent()
        if run is None or run.tag != _R:
            continue
        if is_on(one):
            runs.add(run)
        else:
            runs.discard(run)
    _remove(runs)
    return bool(runs)


def _runs_of_styles(root: etree._Element, styles: Collection[str]) -> Iterator[etree._Element]:
    """The runs that hide by their character style, or by that of their paragraph."""
    for one in root.iter(_RUN_STYLE, _PARAGRAPH_STYLE):
        properties = one.getparent()
        owner = None if properties is None else properties.getparent()
        if owner is not None and one.get(_VAL) in styles:
            yield from (owner,) if owner.tag == _R else owner.iter(_R)
