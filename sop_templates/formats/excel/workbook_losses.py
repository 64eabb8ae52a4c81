"""What openpyxl would lose of a workbook: told by its parts and elements, before anything is changed.

Everything that is not known to survive counts as a loss, so that a new invention of Excel's is
refused rather than dropped. What openpyxl drops and `workbook_keeping` puts back is none.
"""

from collections.abc import Iterator

from lxml import etree

from sop_templates.formats.archive import Package
from sop_templates.formats.excel.cells import MAX_COLUMN, MAX_ROW, position
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
from sop_templates.language import N_

PICTURES = N_("pictures, shapes or charts")
PIVOTS = N_("pivot tables")
MACROS = N_("macros")
THREADS = N_("comments with replies")
OTHER_BOOKS = N_("links to other workbooks")
CONNECTIONS = N_("data connections")
SLICERS = N_("slicers")
OBJECTS = N_("objects and form controls")
NEW_VALUES = N_("formulas or values of Microsoft 365 that spread over cells")
SIGNATURE = N_("a digital signature")
VIEWS = N_("saved views")
RESERVED = N_("a password for changing the file")
TABLE_WORDS = N_("the description of a table")
STRICT = N_("the form Strict Open XML")
WIDE = N_("merged cells or links over very many cells")

# Ends of relationship types: of parts that stay, are put back, or that Excel makes anew (the order
# of calculation, a picture of the first page, the settings of one printer).
SAFE = frozenset(
    (
        *("officeDocument", "core-properties", "extended-properties", "custom-properties"),
        *("worksheet", "styles", "theme", "sharedStrings", "hyperlink", "comments", "vmlDrawing"),
        *("table", "calcChain", "thumbnail", "printerSettings", "person"),
        *("customXml", "customXmlProps", "classificationlabels"),
    )
)
WORDS = {
    **dict.fromkeys(("drawing", "chart", "chartsheet", "image", "picture"), PICTURES),
    **dict.fromkeys(("pivotTable", "pivotCacheDefinition", "pivotCacheRecords"), PIVOTS),
    **dict.fromkeys(("vbaProject", "xlMacrosheet", "xlIntlMacrosheet"), MACROS),
    "threadedComment": THREADS,
    **dict.fromkeys(("externalLink", "externalLinkPath", "externalReferences"), OTHER_BOOKS),
    **dict.fromkeys(("connections", "queryTable", "xmlMaps"), CONNECTIONS),
    **dict.fromkeys(("slicer", "slicerCache", "timeline", "timelineCache"), SLICERS),
    **dict.fromkeys(("oleObject", "oleObjects", "control", "controls", "ctrlProp"), OBJECTS),
    "package": OBJECTS,
    "legacyDrawingHF": PICTURES,
    "AlternateContent": OBJECTS,
    **dict.fromkeys(("sheetMetadata", "rdRichValue", "rdRichValueStructure"), NEW_VALUES),
    "origin": SIGNATURE,
    **dict.fromkeys(("customSheetViews", "customWorkbookViews"), VIEWS),
    "fileSharing": RESERVED,
}
OF_BOOK = frozenset(
    (
        *("fileVersion", "workbookPr", "AlternateContent", "revisionPtr", "workbookProtection"),
        *("bookViews", "sheets", "definedNames", "calcPr", "fileRecoveryPr", "extLst"),
    )
)
OF_SHEET = frozenset(
    (
        *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
        *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter"),
        *("sortState", "dataConsolidate", "mergeCells", "phoneticPr", "conditionalFormatting"),
        *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"),
        *("headerFooter", "rowBreaks", "colBreaks", "cellWatches", "ignoredErrors", "drawing"),
        *("legacyDrawing", "tableParts", "extLst"),
    )
)
MOST_CELLS = 200_000  # of merges and links on a sheet: openpyxl makes each of them
TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def find_losses(package: Package) -> tuple[str, ...]:
    """What would be lost of a workbook, in English words for the catalogue, each once.

    Raises:
        SopError: it is no workbook, or a part of it cannot be read.
    """
    return tuple(dict.fromkeys(_losses(package)))


def _losses(package: Package) -> Iterator[str]:
    main = main_part(package, package.file)
    book = package.xml(main)
    if etree.QName(book).namespace != TRANSITIONAL:
        yield STRICT
        return
    for part in ("", *package.names):
        if part == "" or relations_part(part) in package:
            yield from _of_relations(package, relations(package, part))
    yield from _unknown(book, OF_BOOK)
    for _, part in sheet_parts(package, main, book):
        yield from _of_sheet(package, part)


def _of_relations(package: Package, known: dict[str, Relation]) -> Iterator[str]:
    for one in known.values():
        kind = one.type.rpartition("/")[2]
        empty = kind == "drawing" and one.target in package and len(package.xml(one.target)) == 0
        if kind not in SAFE and not empty:  # Google gives each sheet an empty drawing
            yield WORDS.get(kind, kind)
        elif kind == "table" and list(named(package.xml(one.target), "extLst")):
            yield TABLE_WORDS


def _unknown(root: etree._Element, safe: frozenset[str]) -> Iterator[str]:
    names = (etree.QName(child).localname for child in root)
    return (WORDS.get(name, name) for name in names if name not in safe)


def _of_sheet(package: Package, part: str) -> Iterator[str]:
    root = package.xml(part)
    yield from _unknown(root, OF_SHEET)
    if list(named(root, "legacyDrawing")) and not target(relations(package, part), "/comments"):
        yield OBJECTS
    areas = (
        one.get("ref", "") for name in ("mergeCells", "hyperlinks") for one in children(root, name)
    )
    if sum(map(_cell_count, areas)) > MOST_CELLS:
        yield WIDE


def _cell_count(area: str) -> int:
    first, _, last = area.partition(":")
    start, end = position(first), position(last or first)
    if start is None or end is None:
        return MAX_COLUMN * MAX_ROW  # what is no area cannot be trusted
    return (abs(end[0] - start[0]) + 1) * (abs(end[1] - start[1]) + 1)
