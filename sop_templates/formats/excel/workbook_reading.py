"""How a workbook (`.xlsx`) is read: its parts, its sheets, their filled cells.

Own code on lxml: python-calamine aborts the process on a sheet with two cells in far corners (it
lays out the whole grid), and gives no hyperlinks and no faults.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath

from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.excel.cell_values import BUILT_IN_DATES, DATE, GENERAL, plain_text
from sop_templates.formats.excel.cells import SheetText, WorkbookText
from sop_templates.formats.excel.sheet_reading import Cellar, filled, read_rows
from sop_templates.formats.excel.workbook_parts import (
    Relation,
    children,
    main_part,
    named,
    relation_id,
    relations,
    sheet_parts,
    target,
)
from sop_templates.formats.stored_numbers import whole


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
    main = main_part(package, file)
    book = package.xml(main)
    cellar = _cellar(package, book, relations(package, main))
    sheets = tuple(
        _sheet(package, name, part, cellar)
        for name, part in sheet_parts(package, main, book)
        if name not in without
    )
    return WorkbookText(sheets, _properties(package, relations(package, "")))


def _sheet(package: Package, name: str, part: str, cellar: Cellar) -> SheetText:
    root = package.xml(part)
    links = dict(_links(package, part, root))
    return SheetText(name, read_rows(root, cellar, links))


def _links(package: Package, part: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    """The cells with a hyperlink: their addresses or ranges, and where they lead."""
    found = list(children(root, "hyperlinks"))
    known = relations(package, part) if found else {}
    for link in found:
        relation = known.get(relation_id(link))
        if relation is not None and relation.external:
            mark = link.get("location", "")
            yield link.get("ref", ""), f"{relation.target}#{mark}" if mark else relation.target


def _cellar(package: Package, book: etree._Element, known: Mapping[str, Relation]) -> Cellar:
    strings = target(known, "/sharedStrings")
    styles = target(known, "/styles")
    settings = next(named(book, "workbookPr"), None)
    texts = package.xml(strings) if strings in package else ()
    return Cellar(
        shared=[filled(plain_text(item)) for item in texts],
        codes=_number_codes(package.xml(styles)) if styles in package else [],
        since_1904=settings is not None and settings.get("date1904") in ("1", "true"),
    )


def _number_codes(styles: etree._Element) -> list[str]:
    """The number format's code of each cell format, by its number."""
    own = {item.get("numFmtId"): item.get("formatCode", "") for item in children(styles, "numFmts")}
    codes = []
    for item in children(styles, "cellXfs"):
        number = item.get("numFmtId", "0")
        known = DATE if whole(number, -1) in BUILT_IN_DATES else GENERAL
        codes.append(own.get(number, known))
    return codes


def _properties(package: Package, top: Mapping[str, Relation]) -> dict[str, str]:
    part = target(top, "/custom-properties")
    if part not in package:
        return {}
    return {
        item.get("name", ""): "".join(map(str, item.itertext()))
        for item in package.xml(part)
        if len(item) == 1
    }
