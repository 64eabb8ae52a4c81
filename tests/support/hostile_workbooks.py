"""Workbooks made from nothing: any XML in their sheets, any number of them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from sop_templates.formats.word.names import NAMESPACES

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet2.xml"  # the first one only explains
CELL = b'<c r="A1"><v>%d</v></c>'


def workbook(
    sheet: bytes, sheets: int = 1, shared: bytes = b"", method: int = ZIP_DEFLATED
) -> bytes:
    """A workbook whose sheets all hold the same XML."""
    office = NAMESPACES["r"]
    numbers = range(1, sheets + 1)
    listed = "".join(f'<sheet name="s{at}" sheetId="{at}" r:id="r{at}"/>' for at in numbers)
    related = [(f"r{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in numbers]
    body = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
    files = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": _relations([("r1", "officeDocument", BOOK)]),
        BOOK: f'<workbook xmlns="{SPACE}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": _relations([*related, ("s", "sharedStrings", "shared.xml")]),
        "xl/shared.xml": b'<sst xmlns="%s">%s</sst>' % (SPACE.encode(), shared),
    }
    for at in numbers:
        files[f"xl/worksheets/sheet{at}.xml"] = body % (SPACE.encode(), sheet)
    out = BytesIO()
    with ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def _relations(rows: list[tuple[str, str, str]]) -> bytes:
    told = "".join(
        f'<Relationship Id="{key}" Type="{NAMESPACES["r"]}/{kind}" Target="{target}"/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{told}</Relationships>'.encode()


def crowded(marks: int) -> bytes:
    """The rows of a sheet with so many elements and attributes, no two cells the same."""
    made, number = bytearray(b"<row>"), 0
    for number in range(marks // 5):
        made += CELL % (10**8 + number)
        if number % 200 == 199:
            made += b"</row><row>"
    return bytes(made + b"</row>")
