"""Takes from a Word file what an editor or a person may take: tags, controls, bookmarks, properties.

Everything works on the bytes of a whole file and gives bytes back.
"""

from collections.abc import Iterable

from lxml import etree

from sop_templates.formats.word.names import qn
from tests.support.word_editing import control_of, edited, set_text
from tests.support.word_xml import unzipped, zipped


def without_properties(data: bytes) -> bytes:
    """Without custom properties and without the answers as filled."""
    files = unzipped(data)
    gone = [
        name for name in files if name.startswith("customXml/") or name == "docProps/custom.xml"
    ]
    kept = {name: part for name, part in files.items() if name not in gone}
    listing = [name for name in kept if name.endswith(".rels") or name == "[Content_Types].xml"]
    return zipped(kept | {name: _without_targets(kept[name], gone) for name in listing})


def without_tags(data: bytes) -> bytes:
    """With all controls, but no tag, title or lock on them: as LibreOffice leaves them."""
    return edited(data, lambda root: _remove(root, "w:tag", "w:alias", "w:lock"))


def without_controls(data: bytes) -> bytes:
    """With all text, but no control around it: as after pasting, or as Google Docs leaves it."""

    def unwrap(root: etree._Element) -> None:
        for control in list(root.iter(qn("w:sdt"))):
            content = control.find(qn("w:sdtContent"))
            for child in list(content if content is not None else ()):
                control.addprevious(child)
            _drop(control)

    return edited(data, unwrap)


def without_bookmarks(data: bytes) -> bytes:
    return edited(data, lambda root: _remove(root, "w:bookmarkStart", "w:bookmarkEnd"))


def without_prompt_flags(data: bytes) -> bytes:
    return edited(data, lambda root: _remove(root, "w:showingPlcHdr"))


def with_typed(data: bytes, tag: str, text: str) -> bytes:
    """With other words in the first control of that tag, as if somebody had typed there."""

    def type_in(root: etree._Element) -> None:
        control = control_of(root, tag)
        set_text(control, text)
        _remove(control, "w:showingPlcHdr")

    return edited(data, type_in)


def _remove(root: etree._Element, *names: str) -> None:
    for one in list(root.iter(*map(qn, names))):
        _drop(one)


def _drop(one: etree._Element) -> None:
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)


def _without_targets(part: bytes, gone: Iterable[str]) -> bytes:
    root = etree.fromstring(part)
    names = {name.rpartition("/")[2] for name in gone}
    for one in list(root):
        target = one.get("Target", one.get("PartName", ""))
        if target.rpartition("/")[2] in names:
            root.remove(one)
    return etree.tostring(root)
