"""What the formulas of a workbook give when LibreOffice counts them, beside what was written."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from lxml import etree

from sop_templates.formats.excel.cells import address
from sop_templates.formats.excel.workbook_reading import read_workbook
from tests.support.libreoffice import convert

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def differences(path: Path, folder: Path) -> list[str]:
    """The cells whose formula gives another value than was written beside it.

    Args:
        path: a workbook.
        folder: for LibreOffice's files.
    """
    folder.mkdir()
    bare = folder / "bare.xlsx"
    _without_values(path, bare)
    counted = _values(convert(bare, "xlsx", folder / "out"))
    written = _values(path)
    found = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        for cell in (one for row in sheet.iter_rows() for one in row):
            where = (sheet.title, str(cell.coordinate))
            ours, theirs = written.get(where), counted.get(where)
            if cell.data_type == "f" and not _same(ours, theirs):
                found.append(f"{where}: {ours!r}, counted {theirs!r}")
    return found


def _values(path: Path) -> dict[tuple[str, str], object]:
    return {
        (sheet.name, address(row.number, column)): cell.value
        for sheet in read_workbook(path.read_bytes()).sheets
        for row in sheet.rows
        for column, cell in row.cells.items()
    }


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) < 1e-9
    return (ours or "") == (theirs or "")


def _without_values(source: Path, target: Path) -> None:
    """A copy whose formulas have no values, so that LibreOffice must count them."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                root = etree.fromstring(data)
                for cell in root.iter(f"{MAIN}c"):
                    value = cell.find(f"{MAIN}v")
                    if cell.find(f"{MAIN}f") is not None and value is not None:
                        cell.remove(value)
                        cell.attrib.pop("t", "")
                data = etree.tostring(root)
            new.writestr(name, data)
