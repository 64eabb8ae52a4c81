"""The parts that each filled file has in another form than the template, made ready once.

A filled file always has custom properties and a custom XML part with its answers; the lists of parts
and of relationships say so. Numbering and properties are parted where a file adds its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from sop_templates.formats.archive import Package
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.filling.element_strings import SPOT, Namespaces, parted, spot
from sop_templates.formats.word.filling.filled_parts import KEPT
from sop_templates.formats.word.filling.package_relations import (
    Relation,
    find_part,
    part_text,
    relations_around,
    relations_name,
)
from sop_templates.formats.word.filling.prepared import Around
from sop_templates.formats.word.names import NAMESPACES, RELATION, element, plain_root, qn

OWN_PROPERTIES = "sop."  # what ours begin with; those of the template do not pass to a filled file
CUSTOM_PROPERTIES = "docProps/custom.xml"
TYPES = "[Content_Types].xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_NUMBERING_END = "w:numIdMacAtCleanup"


@dataclass(frozen=True, slots=True)
class KeptPart:
    """Where a filled file keeps its answers.

    Attributes:
        name: of the part.
        properties: name of the part that gives it its id.
    """

    name: str
    properties: str


def kept_part(package: Package) -> KeptPart:
    """A place for the answers that the template does not use."""
    places = (
        KeptPart(f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml")
        for number in count(1)
    )
    return next(one for one in places if not {one.name, one.properties} & set(package.names))


def fixed_parts(package: Package, root: Sequence[Relation], kept: KeptPart) -> dict[str, str]:
    """The text of the parts that are the same in each filled file, by name.

    Args:
        package: the template.
        root: its own relationships.
        kept: where the answers are kept.
    """
    properties = find_part(root, "custom-properties")
    more = [] if properties else [(f"{RELATION}/custom-properties", CUSTOM_PROPERTIES)]
    relations = relations_around(package, "", more)
    types = {f"/{kept.properties}": STORE_TYPE}
    types[f"/{properties or CUSTOM_PROPERTIES}"] = _PROPERTIES_TYPE
    return {
        TYPES: content_types(package, types),
        relations.name: relations.text(""),
        kept.properties: store_properties(),
        relations_name(kept.name): store_relations(kept),
    }


def properties_around(package: Package, root: Sequence[Relation]) -> Around:
    """The template's custom properties without ours, with room at the end."""
    name = find_part(root, "custom-properties")
    names: Namespaces = {None: NAMESPACES["op"], "vt": NAMESPACES["vt"]}
    top = etree.Element(qn("op:Properties"), nsmap=dict(names))
    if name:
        given = package.xml(name).iter(qn("op:property"))
        top.extend([one for one in given if not one.get("name", "").startswith(OWN_PROPERTIES)])
    for number, one in enumerate(top, 2):
        one.set("pid", str(number))
    first = len(top) + 2
    top.append(spot())
    before, after = parted(part_text(top), SPOT)
    return Around(name or CUSTOM_PROPERTIES, before, after, first)


def numbering_around(name: str, numbering: etree._Element) -> Around:
    """A template's numbering, with room behind its last list."""
    numbers = [one.get(qn("w:numId"), "") for one in numbering.iter(qn("w:num"))]
    first = 1 + max(map(whole, numbers), default=0)
    end = numbering.find(qn(_NUMBERING_END))
    if end is None:
        numbering.append(spot())
    else:
        end.addprevious(spot())
    before, after = parted(part_text(numbering), SPOT)
    return Around(name, before, after, first)


def content_types(package: Package, more: dict[str, str]) -> str:
    """The list of the types of parts, with more of them: types by the name of the part, with a `/`."""
    top = plain_root("ct:Types")
    given = list(package.xml(TYPES))
    known = {one.get("Extension", "").lower() for one in given}
    if "xml" not in known:
        values = {"Extension": "xml", "ContentType": "application/xml"}
        top.append(element("ct:Default", values))
    top.extend([one for one in given if one.get("PartName") not in more])
    for part, media in more.items():
        top.append(element("ct:Override", {"PartName": part, "ContentType": media}))
    return part_text(top)


def store_properties() -> str:
    """The part that gives the kept answers their id."""
    number = str(uuid5(NAMESPACE_URL, KEPT)).upper()
    schema = element("ds:schemaRef", {"ds:uri": KEPT})
    references = element("ds:schemaRefs", children=[schema])
    return part_text(element("ds:datastoreItem", {"ds:itemID": f"{{{number}}}"}, [references]))


def store_relations(kept: KeptPart) -> str:
    """The relationships of the kept answers: to that part."""
    top = plain_root("rel:Relationships")
    target = kept.properties.rpartition("/")[2]
    values = {"Id": "rId1", "Type": f"{RELATION}/customXmlProps", "Target": target}
    top.append(element("rel:Relationship", values))
    return part_text(top)
