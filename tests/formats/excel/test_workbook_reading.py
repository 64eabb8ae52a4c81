"""Workbooks of several programs, odd ones and hostile ones."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter

from sop_templates.errors import SopError
from sop_templates.formats.excel.cells import CellText
from sop_templates.formats.excel.workbook_reading import read_workbook
from sop_templates.kinds.files import HAS_DTD

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def written(**cells: Any) -> bytes:
    """A workbook with one sheet and these cells."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Blad1")
        for where, value in cells.items():
            sheet.write(where, value)
    return out.getvalue()


def by_hand(sheet: str, *, space: str = MAIN, relations: str = "", office: str = OFFICE) -> bytes:
    """A workbook of the fewest parts, with this sheet."""
    out = BytesIO()
    link = f'<Relationship Id="r1" Type="{office}/%s" Target="%s"/>'
    with ZipFile(out, "w") as parts:
        top = link % ("officeDocument", "/xl/workbook.xml")
        parts.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{top}</Relationships>')
        parts.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{space}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        below = link % ("worksheet", "worksheets/een.xml")
        parts.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{below}</Relationships>',
        )
        parts.writestr("xl/worksheets/een.xml", f'<worksheet xmlns="{space}">{sheet}</worksheet>')
        if relations:
            parts.writestr(
                "xl/worksheets/_rels/een.xml.rels",
                f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            )
    return out.getvalue()


def grid(data: bytes) -> dict[tuple[int, int], CellText]:
    (sheet,) = read_workbook(data).sheets
    return {(row.number, column): cell for row in sheet.rows for column, cell in row.cells.items()}


def test_text_numbers_and_flags_keep_their_kind() -> None:
    cells = grid(written(A1="07PD00", B1=285, C1=0.5, A2=True, B2="1E5"))
    assert [cell.value for cell in cells.values()] == ["07PD00", 285, 0.5, True, "1E5"]


def test_cells_in_far_corners_cost_nothing() -> None:
    assert set(grid(written(A1="x", XFD1048576="y"))) == {(1, 1), (1048576, 16384)}


def test_cells_without_addresses_are_counted() -> None:
    row = '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c><v>3</v></c></row>'
    assert set(grid(by_hand(f"<sheetData>{row}<row/>{row}</sheetData>"))) == {
        (1, 1),
        (1, 3),
        (3, 1),
        (3, 3),
    }


def test_a_strict_workbook_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    cell = '<sheetData><row r="1"><c r="A1" t="d"><v>2026-06-11</v></c></row></sheetData>'
    ((_, found),) = grid(by_hand(cell, space=strict, office=office)).items()
    assert str(found.value) == "2026-06-11"


def test_a_link_over_several_cells_counts_for_the_filled_ones() -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="str"><v>x</v></c></row>' for row in (1, 3))
    links = f'<hyperlinks><hyperlink ref="A1:B9" r:id="r9" xmlns:r="{OFFICE}"/></hyperlinks>'
    target = f'<Relationship Id="r9" Type="{OFFICE}/hyperlink" Target="https://x.example" TargetMode="External"/>'
    found = grid(by_hand(f"<sheetData>{cells}</sheetData>{links}", relations=target))
    assert [cell.url for cell in found.values()] == ["https://x.example"] * 2


def test_the_address_in_a_hyperlink_formula_is_read() -> None:
    cell = '<c r="A1" t="str"><f>HYPERLINK("https://x.example","site")</f><v>site</v></c>'
    ((_, found),) = grid(by_hand(f"<sheetData><row>{cell}</row></sheetData>")).items()
    assert (found.value, found.url) == ("site", "https://x.example")


def test_a_merged_cell_counts_in_each_row_that_is_filled() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="niets"/></mergeCells>'
    assert set(grid(by_hand(f"<sheetData>{rows}</sheetData>{merged}"))) == {(1, 1), (3, 1), (3, 2)}


@pytest.mark.parametrize("index", ["99", "-1", "9" * 5000, "x"])
def test_a_shared_text_that_is_not_there_is_an_empty_cell(index: str) -> None:
    assert (
        grid(by_hand(f'<sheetData><row><c r="A1" t="s"><v>{index}</v></c></row></sheetData>')) == {}
    )


def test_a_workbook_of_another_kind_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"/>')
    with pytest.raises(SopError) as caught:
        read_workbook(out.getvalue(), "x.xlsx")
    assert caught.value.code == "SOP601"


def test_an_expanding_entity_is_refused() -> None:
    data = by_hand("<sheetData/>")
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as parts:
        for name in source.namelist():
            text = source.read(name)
            if name.endswith("een.xml"):
                text = b'<!DOCTYPE x [<!ENTITY a "b">]>' + text
            parts.writestr(name, text)
    with pytest.raises(SopError) as caught:
        read_workbook(out.getvalue())
    assert caught.value.kind is HAS_DTD


def test_custom_properties_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet()
        book.set_custom_property("sop.kind", "intake")
    assert read_workbook(path.read_bytes()).properties == {"sop.kind": "intake"}
