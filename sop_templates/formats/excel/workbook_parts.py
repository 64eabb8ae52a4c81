"""How the parts of a workbook's package hang together: relationships, and the part of each sheet."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.archive import Package
from sop_templates.kinds.intakes import NO_WORKBOOK

WORKSHEET = "/worksheet"
EXTERNAL = "External"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: the end of its type (`/worksheet`), and what it points at."""

    type: str
    target: str
    external: bool


def main_part(package: Package, file: str | PurePath = "") -> str:
    """The name of the part with the workbook itself.

    Raises:
        SopError: it is no workbook.
    """
    main = target(relations(package, ""), "/officeDocument")
    if main not in package or etree.QName(package.xml(main)).localname != "workbook":
        raise SopError(NO_WORKBOOK, file)
    return main


def sheet_parts(package: Package, main: str, book: etree._Element) -> Iterator[tuple[str, str]]:
    """The sheets with cells in order: the name of each and of its part.

    Args:
        package: of the workbook.
        main: as `main_part` gave it.
        book: the root of that part.
    """
    known = relations(package, main)
    for sheet in children(book, "sheets"):
        relation = known.get(relation_id(sheet))
        if relation is not None and relation.type.endswith(WORKSHEET):  # no chart or macro sheet
            yield sheet.get("name", ""), relation.target


def relations_part(part: str) -> str:
    """The name of the part with the relationships of a part; of the package itself for ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relationships of a part by their id; of the package itself for ""."""
    where = relations_part(part)
    if where not in package:
        return {}
    found = {}
    for item in package.xml(where):
        external = item.get("TargetMode") == EXTERNAL
        words = item.get("Target", "")
        path = words if external else _part_name(posixpath.dirname(part), words)
        found[item.get("Id", "")] = Relation(item.get("Type", ""), path, external)
    return found


def target(known: Mapping[str, Relation], ending: str) -> str:
    """What the first relationship of a type leads to, or ""."""
    found = (one.target for one in known.values() if one.type.endswith(ending))
    return next(found, "")


def relation_id(node: etree._Element) -> str:
    """The `r:id` of an element, in either namespace (transitional or strict), or ""."""
    return next((str(value) for name, value in node.items() if str(name).endswith("}id")), "")


def named(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that local name; the namespace differs between transitional and strict."""
    space = str(node.tag).rpartition("}")[0] + "}"
    return iter(node.findall(f"{space}{name}"))


def children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of the children of that local name."""
    return (one for child in named(node, name) for one in child)


def _part_name(folder: str, words: str) -> str:
    if words.startswith("/"):
        return words[1:]
    return posixpath.normpath(posixpath.join(folder, words))
