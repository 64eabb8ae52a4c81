"""The properties of a document: `docProps/core.xml`, `app.xml` and `custom.xml`."""

from collections.abc import Sequence

from lxml import etree

from sop_templates.formats.word.names import element, qn, root

STRINGS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the property set of custom properties
FIRST_PROPERTY = 2  # 0 and 1 are the set's own
FIXED_TIME = "2026-01-01T00:00:00Z"  # same bytes on every build


def core_part(title: str, subject: str) -> etree._Element:
    """Title, subject, language and fixed dates."""
    core = root("cp:coreProperties", ("cp", "dc", "dcterms", "xsi"), ignorable="")
    core.append(element("dc:title", text=title))
    core.append(element("dc:subject", text=subject))
    core.append(element("dc:language", text="nl-NL"))
    for name in ("dcterms:created", "dcterms:modified"):
        core.append(element(name, {"xsi:type": "dcterms:W3CDTF"}, text=FIXED_TIME))
    return core


def app_part() -> etree._Element:
    """The application, as Word wants it told."""
    properties = etree.Element(qn("ep:Properties"))
    properties.append(element("ep:Application", text="sop-templates"))
    return properties


def custom_part(properties: Sequence[tuple[str, str]]) -> etree._Element:
    """Custom properties: name and text."""
    top = root("op:Properties", ("op", "vt"), ignorable="")
    for number, (name, text) in enumerate(properties, FIRST_PROPERTY):
        values = {"fmtid": STRINGS, "pid": str(number), "name": name}
        top.append(element("op:property", values, [element("vt:lpwstr", text=text)]))
    return top
