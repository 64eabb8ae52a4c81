"""Takes from a Word file what an editor or a person may take: tags, controls, bookmarks, properties.

Everything works on bytes of a whole file and gives bytes back.
"""

from collections.abc import Callable, Iterable

from lxml import etree

from sop_templates.formats.word.names import qn
from tests.support.word_xml import unzipped, zipped

BODY = "word/document.xml"

Change = Callable[[etree._Element], None]


def changed(data: bytes, change: Change, part: str = BODY) -> bytes:
    """The file with one part changed in place."""
    files = unzipped(data)
    root = etree.fromstring(files[part])
    change(root)
    files[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(files)


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
    return changed(data, lambda root: _remove(root, "w:tag", "w:alias", "w:lock"))


def without_controls(data: bytes) -> bytes:
    """With all text, but no control around it: as after pasting, or as Google Docs leaves it."""

    def unwrap(root: etree._Element) -> None:
        for control in list(root.iter(qn("w:sdt"))):
            content = control.find(qn("w:sdtContent"))
            for child in list(content if content is not None else ()):
                control.addprevious(child)
            _drop(control)

    return changed(data, unwrap)


def without_bookmarks(data: bytes) -> bytes:
    return changed(data, lambda root: _remove(root, "w:bookmarkStart", "w:bookmarkEnd"))


def without_prompt_flags(data: bytes) -> bytes:
    return changed(data, lambda root: _remove(root, "w:showingPlcHdr"))


def with_control_text(data: bytes, tag: str, text: str) -> bytes:
    """With other words in the first control of that tag, as if somebody had typed there."""

    def type_in(root: etree._Element) -> None:
        tags = [one for one in root.iter(qn("w:tag")) if one.get(qn("w:val")) == tag]
        control = next(one for found in tags for one in found.iterancestors(qn("w:sdt")))
        words = list(control.iter(qn("w:t")))
        words[0].text = text
        for other in words[1:]:
            other.text = ""
        _remove(control, "w:showingPlcHdr")

    return changed(data, type_in)


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
