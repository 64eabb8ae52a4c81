"""Which part of a package leads to which: relationships, read, and written with room for more."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.archive import Package
from sop_templates.formats.word.filling.element_strings import SPOT, parted, spot
from sop_templates.formats.word.filling.prepared import Around
from sop_templates.formats.word.names import element, plain_root, qn

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship inside a package.

    Attributes:
        kind: the last word of its type: `styles`, `header`.
        part: the name of the part it leads to.
    """

    kind: str
    part: str


def relations_name(source: str) -> str:
    """The name of the part with the relationships of a part; `""` is the package."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(package: Package, source: str) -> list[Relation]:
    """The relationships of a part that lead to parts which the package has."""
    name = relations_name(source)
    if name not in package:
        return []
    folder = posixpath.dirname(source)
    found = []
    for one in package.xml(name).iter(qn("rel:Relationship")):
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
        part = target.lstrip("/")
        if one.get("TargetMode") != "External" and part in package:
            found.append(Relation(one.get("Type", "").rpartition("/")[2], part))
    return found


def find_part(relations: Iterable[Relation], kind: str) -> str:
    """The part that a relationship of that kind leads to, or ""."""
    return next((one.part for one in relations if one.kind == kind), "")


def relations_around(package: Package, source: str, more: Iterable[tuple[str, str]] = ()) -> Around:
    """The relationships of a part, with room at the end.

    Args:
        package: the template.
        source: the part.
        more: types and targets of relationships that each file has and the template lacks.
    """
    name = relations_name(source)
    root = plain_root("rel:Relationships")
    if name in package:
        root.extend(list(package.xml(name)))
    numbers = [one.get("Id", "") for one in root]
    first = 1 + max((int(one[3:]) for one in numbers if _is_ours(one)), default=0)
    for number, (kind, target) in enumerate(more, first):
        values = {"Id": f"rId{number}", "Type": kind, "Target": target}
        root.append(element("rel:Relationship", values))
        first = number + 1
    root.append(spot())
    before, after = parted(part_text(root), SPOT)
    return Around(name, before, after, first)


def part_text(root: etree._Element) -> str:
    """A part as text, with its declaration."""
    return DECLARATION + etree.tostring(root, encoding="unicode")


def _is_ours(number: str) -> bool:
    """Whether an id is of the form that ours have: `rId7`."""
    return number.startswith("rId") and number[3:].isascii() and number[3:].isdigit()
