"""Word files changed for a test: one part at a time, by a function on its root."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from sop_templates.formats.word.names import qn

BODY = "word/document.xml"
GLOSSARY = "word/glossary/document.xml"
Change = Callable[[etree._Element], None]


def edited(data: bytes, change: Change, part: str = BODY) -> bytes:
    """The file with a change to the root of one part."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(held, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == part:
                top = etree.fromstring(content)
                change(top)
                content = etree.tostring(top)
            after.writestr(entry, content)
    return held.getvalue()


def first(top: etree._Element, name: str) -> etree._Element:
    """The first element of that prefixed name below the top."""
    return next(top.iter(qn(name)))


def properties_of(top: etree._Element, tag: str) -> etree._Element:
    """The `w:sdtPr` of the first control with that tag."""
    return parent(next(one for one in top.iter(qn("w:tag")) if one.get(qn("w:val")) == tag))


def control_of(top: etree._Element, tag: str) -> etree._Element:
    """The first `w:sdt` with that tag."""
    return parent(properties_of(top, tag))


def content_of(top: etree._Element, tag: str) -> etree._Element:
    """The `w:sdtContent` of the first control with that tag."""
    return next(properties_of(top, tag).itersiblings(qn("w:sdtContent")))


def set_value(top: etree._Element, name: str, value: str) -> None:
    """Sets `w:val` of the first element of that prefixed name."""
    first(top, name).set(qn("w:val"), value)


def set_text(top: etree._Element, text: str) -> None:
    """Sets the text of the first `w:t`, and takes the text of the others away."""
    texts = list(top.iter(qn("w:t")))
    texts[0].text = text
    for other in texts[1:]:
        other.text = ""


def replaced(old: str, new: str) -> Change:
    """A change of some characters wherever a run has them."""

    def change(top: etree._Element) -> None:
        for one in top.iter(qn("w:t")):
            one.text = (one.text or "").replace(old, new)

    return change


def remove(one: etree._Element) -> None:
    """Takes an element out of its parent."""
    parent(one).remove(one)


def parent(one: etree._Element) -> etree._Element:
    """The element's parent; fails where it has none."""
    found = one.getparent()
    assert found is not None
    return found
