"""What openpyxl drops of a workbook and can be put back as it was, because no cell's change touches it.

Excel keeps a list that stands on another sheet in an extension (`x14:dataValidations` in `extLst`),
so that every intake saved by Excel has its drop-downs there; openpyxl drops all extensions.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.excel.workbook_parts import (
    Relation,
    children,
    main_part,
    named,
    relations,
    relations_part,
    sheet_parts,
    target,
)
from sop_templates.formats.stored_numbers import whole

CONTENT_TYPES = "[Content_Types].xml"
WHOLE = ("docProps/app.xml", "docProps/custom.xml")
CARRIED = ("/customXml", "/classificationlabels")  # no cell refers to them
# Of a sheet what names looks or other parts by number: the numbers are openpyxl's now.
NUMBERED = frozenset(
    (
        *("dimension", "cols", "sheetData", "autoFilter", "conditionalFormatting", "hyperlinks"),
        *("drawing", "legacyDrawing", "tableParts", "phoneticPr"),
    )
)
# The order of the elements of a sheet (ECMA-376 Part 1, CT_Worksheet).
ORDER = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks"),
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("cellWatches", "ignoredErrors", "drawing", "legacyDrawing", "tableParts", "extLst"),
)
UNDONE = "x005F_"  # openpyxl takes this out of every text, wherever it stands
XML = "{http://www.w3.org/XML/1998/namespace}"
WITH_TEXTS = ("sst", "worksheet")
OUTWITTED = "x00x005F_5F_"  # what is left of this is `x005F_`


def outwitted(package: Package) -> bytes:
    """The workbook so that openpyxl reads `_x005F_x000D_` as it stands: a text that was typed so."""
    changed = {}
    for name in package.names:
        if not name.endswith(".xml") or UNDONE.encode() not in package.read(name):
            continue
        root = package.xml(name)
        if etree.QName(root).localname in WITH_TEXTS:
            for node in root.iter("{*}t"):
                node.text = (node.text or "").replace(UNDONE, OUTWITTED)
            changed[name] = _serialized(root)
    return _zipped({name: changed.get(name) or package.read(name) for name in package.names})


def fixed_rows(package: Package) -> Mapping[str, frozenset[int]]:
    """The rows of each sheet whose height somebody has set by hand; openpyxl takes every height for one."""
    return {name: frozenset(_fixed(package.xml(part))) for name, part in _sheets(package).items()}


def _fixed(root: etree._Element) -> Iterator[int]:
    for row in children(root, "sheetData"):
        if row.get("customHeight") in ("1", "true"):
            yield whole(row.get("r"))


def put_back(before: Package, data: bytes) -> bytes:
    """The workbook that openpyxl wrote, with all that it dropped and that can be put back.

    Args:
        before: the workbook as it was, in which nothing is that would be lost (see `find_losses`).
        data: what openpyxl made of it; the sheets have kept their names.

    Raises:
        SopError: a sheet has become too big to be read again.
    """
    after = open_package(data, before.file)
    parts = {name: after.read(name) for name in after.names}
    old, new = _sheets(before), _sheets(after)
    for name, part in new.items():
        root, was = after.xml(part), before.xml(old[name])
        _restore_sheet(was, root)
        parts[part] = _serialized(root)
        parts |= _notes(before, old[name], after, part)
    main = after.xml(main_part(after))
    _restore_settings(before.xml(main_part(before)), main)
    parts[main_part(after)] = _serialized(main)
    parts |= {name: before.read(name) for name in WHOLE if name in before and name in after}
    _carry(before, after, parts)
    return _zipped(parts)


def _sheets(package: Package) -> dict[str, str]:
    main = main_part(package)
    return dict(sheet_parts(package, main, package.xml(main)))


def _restore_sheet(was: etree._Element, root: etree._Element) -> None:
    fixed = set(_fixed(was))
    for row in children(root, "sheetData"):
        if whole(row.get("r")) not in fixed:
            row.attrib.pop("customHeight", "")
    for child in was:
        if etree.QName(child).localname not in NUMBERED:
            _replace(root, _copied(child))
    extensions = {_rule_id(rule): ext for rule in _rules(was) for ext in named(rule, "extLst")}
    for rule in _rules(root):
        if (ext := extensions.get(_rule_id(rule))) is not None:
            rule.append(_copied(ext))


def _replace(root: etree._Element, child: etree._Element) -> None:
    """Puts an element of a sheet in its place, instead of the one that openpyxl made."""
    name = etree.QName(child).localname
    for one in named(root, name):
        root.remove(one)
    behind = ORDER[ORDER.index(name) + 1 :]
    later = next((one for one in root if etree.QName(one).localname in behind), None)
    if later is None:
        root.append(child)
    else:
        later.addprevious(child)


def _rules(root: etree._Element) -> Iterator[etree._Element]:
    return (rule for one in named(root, "conditionalFormatting") for rule in named(one, "cfRule"))


def _rule_id(rule: etree._Element) -> tuple[str, str]:
    around = rule.getparent()
    assert around is not None
    return around.get("sqref", ""), rule.get("priority", "")


def _restore_settings(was: etree._Element, book: etree._Element) -> None:
    for old, new in zip(named(was, "workbookPr"), named(book, "workbookPr"), strict=False):
        new.attrib.update(_copied(old).attrib)


def _copied(child: etree._Element) -> etree._Element:
    """An element without attributes of other namespaces: marks of versions, and numbers of other parts.

    A sheet must declare such marks as ignorable, and the one that openpyxl writes does not.
    """
    copied = deepcopy(child)
    for node in copied.iter():
        for name in [one for one in node.attrib if str(one).startswith("{")]:
            if not str(name).startswith(XML):
                del node.attrib[name]
    return copied


def _notes(before: Package, old: str, after: Package, new: str) -> Iterator[tuple[str, bytes]]:
    """The notes of a sheet with their looks and sizes: nothing of them has changed."""
    known, made = relations(before, old), relations(after, new)
    for kind in ("/comments", "/vmlDrawing"):
        if target(known, kind) and target(made, kind):
            yield target(made, kind), before.read(target(known, kind))


def _carry(before: Package, after: Package, parts: dict[str, bytes]) -> None:
    """Copies what belongs to the whole file: a sensitivity label, the properties that SharePoint keeps."""
    types = after.xml(CONTENT_TYPES)
    for source, made in (("", ""), (main_part(before), main_part(after))):
        listed = after.xml(relations_part(made))
        for number, one in enumerate(_carried(before, source)):
            item = etree.SubElement(listed, f"{{{etree.QName(listed).namespace}}}Relationship")
            item.attrib.update(
                {"Id": f"kept{number}", "Type": one.type, "Target": f"/{one.target}"}
            )
            _copy(before, one.target, parts, types)
        parts[relations_part(made)] = _serialized(listed)
    parts[CONTENT_TYPES] = _serialized(types)


def _carried(package: Package, part: str) -> Iterator[Relation]:
    return (one for one in relations(package, part).values() if one.type.endswith(CARRIED))


def _copy(before: Package, part: str, parts: dict[str, bytes], types: etree._Element) -> None:
    """Copies a part and those that it leads to."""
    if part in parts or part not in before:
        return
    parts[part] = before.read(part)
    override = etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override")
    override.attrib.update({"PartName": f"/{part}", "ContentType": _content_type(before, part)})
    if relations_part(part) in before:
        parts[relations_part(part)] = before.read(relations_part(part))
    for one in relations(before, part).values():
        if not one.external:
            _copy(before, one.target, parts, types)


def _content_type(package: Package, part: str) -> str:
    types = package.xml(CONTENT_TYPES)
    own = {one.get("PartName"): one for one in named(types, "Override")}
    usual = {one.get("Extension"): one for one in named(types, "Default")}
    found = own.get(f"/{part}", usual.get(part.rpartition(".")[2]))
    return "application/xml" if found is None else found.get("ContentType", "")


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
