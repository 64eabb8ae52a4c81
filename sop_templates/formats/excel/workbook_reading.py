"""How a workbook (`.xlsx`) is read: its parts, its sheets, their filled cells.

Own code on lxml: python-calamine aborts the process on a sheet with two cells in far corners (it
lays out the whole grid), and gives no hyperlinks and no faults.
"""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.excel.cell_values import BUILT_IN_DATES, DATE, GENERAL, plain_text
from sop_templates.formats.excel.cells import SheetText, WorkbookText
from sop_templates.formats.excel.sheet_reading import Cellar, filled, read_rows
from sop_templates.kinds.intakes import NO_WORKBOOK

WORKSHEET = "/worksheet"
EXTERNAL = "External"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: the end of its type (`/worksheet`), and what it points at."""

    type: str
    target: str
    external: bool


def read_workbook(
    data: bytes, file: str | PurePath = "", *, without: Collection[str] = ()
) -> WorkbookText:
    """A workbook's sheets with all filled cells. Nothing outside the file is fetched.

    Args:
        data: the whole file.
        file: its name as the user gave it, for messages.
        without: names of sheets that are passed over.

    Returns:
        The sheets in order, and the custom document properties.

    Raises:
        SopError: it is no workbook, or damaged, or unsafe.
    """
    package = open_package(data, file)
    top = _relations(package, "")
    main = _target(top, "/officeDocument")
    if main not in package:
        raise SopError(NO_WORKBOOK, file)
    book = package.xml(main)
    if etree.QName(book).localname != "workbook":
        raise SopError(NO_WORKBOOK, file)
    relations = _relations(package, main)
    cellar = _cellar(package, book, relations)
    sheets = []
    for sheet in _children(book, "sheets"):
        relation = relations.get(_relation_id(sheet))
        if relation is None or not relation.type.endswith(WORKSHEET):
            continue  # a chart or a macro sheet
        if (name := sheet.get("name", "")) not in without:
            sheets.append(_sheet(package, name, relation.target, cellar))
    return WorkbookText(tuple(sheets), _properties(package, top))


def _sheet(package: Package, name: str, part: str, cellar: Cellar) -> SheetText:
    root = package.xml(part)
    links = dict(_links(package, part, root))
    return SheetText(name, read_rows(root, cellar, links))


def _links(package: Package, part: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    """The cells with a hyperlink: their addresses or ranges, and where they lead."""
    found = list(_children(root, "hyperlinks"))
    relations = _relations(package, part) if found else {}
    for link in found:
        relation = relations.get(_relation_id(link))
        if relation is not None and relation.external:
            mark = link.get("location", "")
            yield link.get("ref", ""), f"{relation.target}#{mark}" if mark else relation.target


def _cellar(package: Package, book: etree._Element, relations: Mapping[str, Relation]) -> Cellar:
    strings = _target(relations, "/sharedStrings")
    styles = _target(relations, "/styles")
    settings = next(_named(book, "workbookPr"), None)
    texts = package.xml(strings) if strings in package else ()
    return Cellar(
        shared=[filled(plain_text(item)) for item in texts],
        codes=_number_codes(package.xml(styles)) if styles in package else [],
        since_1904=settings is not None and settings.get("date1904") in ("1", "true"),
    )


def _number_codes(styles: etree._Element) -> list[str]:
    """The number format's code of each cell format, by its number."""
    own = {
        item.get("numFmtId"): item.get("formatCode", "") for item in _children(styles, "numFmts")
    }
    codes = []
    for item in _children(styles, "cellXfs"):
        number = item.get("numFmtId", "0")
        known = DATE if number.isdecimal() and int(number) in BUILT_IN_DATES else GENERAL
        codes.append(own.get(number, known))
    return codes


def _properties(package: Package, top: Mapping[str, Relation]) -> dict[str, str]:
    part = _target(top, "/custom-properties")
    if part not in package:
        return {}
    return {
        item.get("name", ""): "".join(map(str, item.itertext()))
        for item in package.xml(part)
        if len(item) == 1
    }


def _relations(package: Package, part: str) -> dict[str, Relation]:
    folder, name = posixpath.split(part)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    if where not in package:
        return {}
    found = {}
    for item in package.xml(where):
        external = item.get("TargetMode") == EXTERNAL
        target = item.get("Target", "")
        path = target if external else _part_name(folder, target)
        found[item.get("Id", "")] = Relation(item.get("Type", ""), path, external)
    return found


def _part_name(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))


def _target(relations: Mapping[str, Relation], ending: str) -> str:
    found = (one.target for one in relations.values() if one.type.endswith(ending))
    return next(found, "")


def _relation_id(node: etree._Element) -> str:
    """The `r:id` of an element, in either namespace (transitional or strict)."""
    return next((str(value) for name, value in node.items() if str(name).endswith("}id")), "")


def _named(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that local name; the namespace differs between transitional and strict."""
    space = str(node.tag).rpartition("}")[0] + "}"
    return iter(node.findall(f"{space}{name}"))


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for child in _named(node, name) for one in child)
