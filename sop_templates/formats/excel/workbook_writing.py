"""How a workbook is written: XlsxWriter's calls for our plain values; the same bytes each time.

XlsxWriter rather than openpyxl: it writes what a formula gives beside the formula, so that Word's
mail merge, previews and other readers see it before Excel has counted.
"""

from collections.abc import Container
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from sop_templates.formats.excel.sheet_writing import Looks, looks_like_xml, write_sheet
from sop_templates.formats.excel.sheets import Book, Link
from sop_templates.formats.stored_numbers import whole

MAX_TEXT = 32_767  # UTF-16 units in a cell: Excel's limit
MAX_LINK = 2_079  # characters of an address: Excel's limit

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed moment, for the same bytes each time
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DC = "http://purl.org/dc/elements/1.1/"
_SHEETS = "xl/worksheets/sheet"
_FONT = {"font_name": "Arial", "font_size": 10}  # on every system


def fits_cell(text: str) -> bool:
    """Whether a text is short enough for a cell; Excel counts in UTF-16."""
    short = len(text) <= MAX_TEXT // 2
    return short or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= MAX_TEXT


def fits_link(link: Link) -> bool:
    """Whether a hyperlink comes back from Excel exactly as it went in: text and address."""
    url = link.url
    if not (url.isascii() and url.isprintable() and url.startswith(("https://", "http://"))):
        return False
    rewritten = (
        any(one in url for one in ' "<>[]`^{}|\\%') or url.count("#") > 1 or url.endswith("#")
    )
    words = bool(link.text) and fits_cell(link.text) and not looks_like_xml(link.text)
    return words and not rewritten and len(url) <= MAX_LINK


def write_workbook(book: Book) -> bytes:
    """The workbook as an `.xlsx` file; the same book gives the same bytes.

    All sheets are protected without a password: what is not `unlocked` cannot be typed in by
    accident. Texts longer than a cell holds must not be given (see `fits_cell`).
    """
    import xlsxwriter  # noqa: PLC0415 - who only reads an intake need not wait for it

    out = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(_FONT)}  # it writes into them
    with xlsxwriter.Workbook(out, options) as target:
        target.set_properties({"title": book.title, "created": _MADE})
        for name, value in book.properties.items():
            target.set_custom_property(name, value, "text")
        looks = Looks(target)
        for sheet in book.sheets:
            write_sheet(sheet, target.add_worksheet(sheet.name), looks)
    return _finished(out.getvalue(), book)


def _finished(data: bytes, book: Book) -> bytes:
    """The workbook with what XlsxWriter has no word for: its language, and heights that may grow."""
    growing = {
        f"{_SHEETS}{number}.xml": sheet.first_heights for number, sheet in enumerate(book.sheets, 1)
    }
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == _CORE:
                root = etree.fromstring(content)
                etree.SubElement(root, f"{{{_DC}}}language").text = book.language
                content = _serialized(root)
            elif rows := growing.get(info.filename):
                root = etree.fromstring(content)
                _let_grow(root, rows)
                content = _serialized(root)
            target.writestr(_zip_entry(info.filename), content)
    return out.getvalue()


def _let_grow(root: etree._Element, rows: Container[int]) -> None:
    """Without its mark of a height by hand, a row keeps the height until something is typed in it."""
    for row in root.iter(f"{{{_MAIN}}}row"):
        if whole(row.get("r")) in rows:
            row.attrib.pop("customHeight", "")


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zip_entry(name: str) -> ZipInfo:
    info = ZipInfo(name, _ZIP_DATE)
    info.compress_type = ZIP_DEFLATED
    return info
