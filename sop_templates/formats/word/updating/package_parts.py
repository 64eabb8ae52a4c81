"""The parts beside the text that an update touches: links, numbering, kept answers, the date."""

from collections.abc import Iterable, Mapping

from lxml import etree

from sop_templates.formats.archive import Package
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.filling.filled_parts import (
    HYPERLINK,
    KEPT,
    kept_answers,
    numbered_lists,
)
from sop_templates.formats.word.filling.fixed_parts import (
    STORE_TYPE,
    TYPES,
    KeptPart,
    content_types,
    kept_part,
    numbering_around,
    store_properties,
    store_relations,
)
from sop_templates.formats.word.filling.package_relations import (
    find_part,
    part_text,
    read_relations,
    relations_name,
)
from sop_templates.formats.word.names import NAMESPACES, RELATION, element, plain_root, qn

_KEPT_RELATION = f"{RELATION}/customXml"
_MODIFIED = qn("dcterms:modified")
_TITLE = qn("dc:title")


def find_kept(package: Package) -> str:
    """The name of the part that keeps the answers as filled, or ""; programs rename it."""
    for name in package.names:
        is_data = name.startswith("customXml/") and name.endswith(".xml")
        is_ours = is_data and KEPT.encode() in package.read(name)
        if is_ours and etree.QName(package.xml(name)).namespace == KEPT:
            return name
    return ""


def kept_parts(package: Package, text: str) -> tuple[dict[str, str], list[str]]:
    """The parts that keep the answers.

    Args:
        package: the file.
        text: the answers, JSON.

    Returns:
        The parts by name, and the targets that the document must lead to because they are new.
    """
    name = find_kept(package)
    if name:
        return {name: kept_answers(text)}, []
    kept: KeptPart = kept_part(package)
    parts = {
        TYPES: content_types(package, {f"/{kept.properties}": STORE_TYPE}),
        kept.name: kept_answers(text),
        kept.properties: store_properties(),
        relations_name(kept.name): store_relations(kept),
    }
    return parts, [f"/{kept.name}"]


def first_relation(package: Package, source: str) -> int:
    """The first number that is free for the ids of relationships of a part (`rId7`)."""
    name = relations_name(source)
    ids = [] if name not in package else [one.get("Id", "") for one in package.xml(name)]
    numbers = (one[3:] for one in ids if one.lower().startswith("rid"))
    return 1 + max(map(whole, numbers), default=0)


def changed_relations(
    package: Package,
    source: str,
    links: Mapping[str, str],
    superfluous: Iterable[str],
    targets: Iterable[str],
) -> dict[str, str]:
    """The part with the relationships of a part, by its name; nothing where it stays as it is.

    Args:
        package: the file.
        source: the part.
        links: ids of new links by address.
        superfluous: ids of links that nothing uses any more.
        targets: of new relationships to custom XML parts.
    """
    name = relations_name(source)
    root = package.xml(name) if name in package else plain_root("rel:Relationships")
    gone = set(superfluous)
    found = [one for one in root if one.get("Id") in gone and one.get("Type") == HYPERLINK]
    added = [
        {"Id": number, "Type": HYPERLINK, "Target": url, "TargetMode": "External"}
        for url, number in links.items()
    ]
    first = first_relation(package, source) + len(links)
    added += [
        {"Id": f"rId{number}", "Type": _KEPT_RELATION, "Target": target}
        for number, target in enumerate(targets, first)
    ]
    if not found and not added:
        return {}
    for one in found:
        root.remove(one)
    root.extend([element("rel:Relationship", values) for values in added])
    return {name: part_text(root)}


def numbering_with(package: Package, main: str, abstract: str, lists: list[int]) -> dict[str, str]:
    """The numbering part with new numbered lists, by its name; nothing where there are none."""
    name = find_part(read_relations(package, main), "numbering")
    if not lists or not name:
        return {}
    return {name: numbered_lists(numbering_around(name, package.xml(name)), abstract, lists)}


def dated(package: Package, modified: str, renamed: Mapping[str, str]) -> dict[str, str]:
    """The part with the file's title and dates, by its name; nothing where the file has none.

    Args:
        package: the file.
        modified: when it is saved, ISO 8601 in UTC.
        renamed: words of the title that were changed, by what they were.
    """
    name = find_part(read_relations(package, ""), "core-properties")
    if not name:
        return {}
    root = package.xml(name)
    found = root.find(_MODIFIED)
    if found is None:
        found = etree.SubElement(root, _MODIFIED, nsmap={"dcterms": NAMESPACES["dcterms"]})
        found.set(qn("xsi:type"), "dcterms:W3CDTF")
    found.text = modified
    title = root.find(_TITLE)
    if title is not None and title.text:
        for old, new in renamed.items():
            title.text = title.text.replace(old, new)
    return {name: part_text(root)}
