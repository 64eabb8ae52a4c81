"""Workbooks as their owners and Excel leave them, for tests of what stays when cells are filled."""

from io import BytesIO

from lxml import etree
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tests.support.word_xml import unzipped, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LABEL = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DROP_DOWN = (
    f'<extLst xmlns="{MAIN}">'
    '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list"><x14:formula1><xm:f>Keuzes!$A$2:$A$6</xm:f></x14:formula1>'
    "<xm:sqref>C5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def restyled(data: bytes) -> bytes:
    """An intake that its owner has worked in: an own sheet, notes, widths, colours, an extra column."""
    book = load_workbook(BytesIO(data), rich_text=True)
    first = book.worksheets[1]
    first.column_dimensions["C"].width = 51
    first["B2"].fill = PatternFill("solid", fgColor="FFEECC")
    first.cell(1, 60, "eigen kolom").comment = Comment("Niet vergeten", "Bestuur", 200, 300)
    own = book.create_sheet("Eigen blad")
    own["A1"], own["B1"], own["C1"] = "Som", "=SUM(1,2)", 0.125
    own["C1"].number_format = "0.0%"
    own.sheet_properties.tabColor = "00FF00"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_excel_saves(data: bytes) -> bytes:
    """A workbook with what Excel and SharePoint add: drop-downs as an extension, a label, properties."""
    parts = unzipped(data)
    sheet = etree.fromstring(parts["xl/worksheets/sheet2.xml"])
    sheet.append(etree.fromstring(DROP_DOWN))
    parts["xl/worksheets/sheet2.xml"] = etree.tostring(sheet)
    parts["docMetadata/LabelInfo.xml"] = b"<clbl:labelList xmlns:clbl='urn:x'/>"
    parts["customXml/item1.xml"] = b"<eigenschappen xmlns='urn:sharepoint'/>"
    parts["customXml/itemProps1.xml"] = b"<ds xmlns='urn:y'/>"
    add_relation(parts, "_rels/.rels", LABEL, "docMetadata/LabelInfo.xml")
    add_relation(
        parts, "xl/_rels/workbook.xml.rels", f"{OFFICE}/customXml", "../customXml/item1.xml"
    )
    add_relation(
        parts, "customXml/_rels/item1.xml.rels", f"{OFFICE}/customXmlProps", "itemProps1.xml"
    )
    types = etree.fromstring(parts["[Content_Types].xml"])
    for name in ("docMetadata/LabelInfo.xml", "customXml/itemProps1.xml"):
        kind = {"PartName": f"/{name}", "ContentType": f"application/{name.lower()}"}
        etree.SubElement(types, f"{{{CONTENT}}}Override", kind)
    parts["[Content_Types].xml"] = etree.tostring(types)
    return zipped(parts)


def add_relation(parts: dict[str, bytes], where: str, kind: str, target: str) -> None:
    """Adds a relationship to a part of a package."""
    blank = f'<Relationships xmlns="{PACKAGE}"/>'.encode()
    root = etree.fromstring(parts.get(where, blank))
    words = {"Id": f"added{len(root)}", "Type": kind, "Target": target}
    etree.SubElement(root, f"{{{PACKAGE}}}Relationship", words)
    parts[where] = etree.tostring(root)
