"""The XML names of Word files: namespaces, relationship and content types, and how elements are made.

Names stay as in ECMA-376 and MS-DOCX. `qn("w:sdt")` is the name as lxml writes it; `element("w:sdt")`
makes the element. Attributes are given by their prefixed name as well: `{"w:val": "nl-NL"}`.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from lxml import etree

NAMESPACES: Final[Mapping[str, str]] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
STORY_PREFIXES: Final = ("w", "r", "w14", "w15", "mc")  # declared on body, headers, glossary
IGNORABLE: Final = "w14 w15"  # what Word before 2010 or 2013 may pass over

RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATION: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
HYPERLINK: Final = f"{RELATION}/hyperlink"

Attributes = Mapping[str, str]


@cache
def qn(name: str) -> str:
    """The name in Clark notation: `{http://…/main}sdt` for `w:sdt`; a name without prefix as it is.

    Raises:
        KeyError: the prefix is none of `NAMESPACES`.
    """
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def prefixed(tag: str) -> str:
    """The name as `w:sdt`, of a name in Clark notation; an unknown namespace gives the name back."""
    uri, brace, local = tag.removeprefix("{").partition("}")
    prefix = _prefixes().get(uri)
    return f"{prefix}:{local}" if brace and prefix else tag


def element(
    name: str,
    attributes: Attributes | None = None,
    children: Iterable[etree._Element] = (),
    *,
    text: str | None = None,
) -> etree._Element:
    """A new element.

    Args:
        name: prefixed name, e.g. `w:sdt`.
        attributes: by prefixed name.
        children: put into it in order.
        text: its text; with blanks at an end it gets `xml:space="preserve"`.

    Returns:
        The element, with only its own namespace declared.
    """
    prefix = name.partition(":")[0]
    made = etree.Element(qn(name), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    made.extend(children)
    if text is not None:
        made.text = text
        if text != text.strip():
            made.set(qn("xml:space"), "preserve")
    return made


def root(
    name: str, prefixes: Iterable[str] = STORY_PREFIXES, *, ignorable: str = IGNORABLE
) -> etree._Element:
    """A part's root element, with the namespaces declared that its story may use.

    Args:
        name: prefixed name, e.g. `w:document`.
        prefixes: what is declared.
        ignorable: the value of `mc:Ignorable`, or "".

    Returns:
        The empty root.
    """
    made = etree.Element(qn(name), nsmap={prefix: NAMESPACES[prefix] for prefix in prefixes})
    if ignorable:
        made.set(qn("mc:Ignorable"), ignorable)
    return made


def plain_root(name: str) -> etree._Element:
    """A part's root whose namespace is the default one, as relationships and content types have it."""
    uri = NAMESPACES[name.partition(":")[0]]
    return etree.Element(qn(name), nsmap={None: uri})  # type: ignore[dict-item] # lxml takes None for the default namespace


def part_bytes(top: etree._Element) -> bytes:
    """A part as it stands in the package: UTF-8, with declaration, superfluous declarations gone."""
    declared = {prefix: uri for prefix, uri in top.nsmap.items() if prefix}
    etree.cleanup_namespaces(top, top_nsmap=declared, keep_ns_prefixes=list(declared))
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8", standalone=True)


@cache
def _prefixes() -> Mapping[str, str]:
    return {uri: prefix for prefix, uri in NAMESPACES.items()}
