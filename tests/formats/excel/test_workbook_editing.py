"""Cells of an owner's workbook are filled, and everything else in it stays or the workbook is refused."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError
from sop_templates.formats.excel.cell_values import escaped, unescaped
from sop_templates.formats.excel.cells import CellText
from sop_templates.formats.excel.sheets import Content, Link
from sop_templates.formats.excel.workbook_editing import (
    HAS_FORMULA,
    LOCKED,
    MERGED,
    WorkbookEditing,
)
from sop_templates.formats.excel.workbook_reading import read_workbook
from tests.support.generated import generated_answers
from tests.support.owned_workbooks import MAIN, OFFICE, add_relation, as_excel_saves, restyled
from tests.support.word_xml import unzipped, zipped

# What openpyxl says of extensions while a test looks into a workbook.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

SHEET, ROW, COLUMN = "School", 5, 3
DDE = "=cmd|'/c calc'!A1"


@pytest.fixture(scope="module")
def school_form() -> bytes:
    answers = generated_answers(open_model(), "99XA00")
    return write_intake(open_model(), "school", [answers | {"school.website": None}])


@pytest.fixture(scope="module")
def owned(school_form: bytes) -> bytes:
    return as_excel_saves(restyled(school_form))


def filled(data: bytes, content: Content, *, row: int = ROW) -> bytes:
    editing = WorkbookEditing(data, "intake.xlsx")
    editing.write(SHEET, row, COLUMN, content)
    return editing.saved()


def cell(data: bytes, *, row: int = ROW) -> CellText:
    (sheet,) = [one for one in read_workbook(data).sheets if one.name == SHEET]
    (found,) = [one for one in sheet.rows if one.number == row]
    return found.cells[COLUMN]


@pytest.mark.parametrize(
    "text",
    [
        DDE,
        "@SUM(1)",
        "_x000D_",
        "_x005F_x000D_",
        "'citaat",
        "#N/A",
        "007",
        " rand ",
        "a\nb",
        "<r>&</r>",
        "🙂 שלום",
    ],
)
def test_text_comes_back_as_typed(school_form: bytes, text: str) -> None:
    data = filled(school_form, text)
    assert cell(data).value == text
    book = load_workbook(BytesIO(data))
    assert book[SHEET].cell(ROW, COLUMN).data_type == "s"


def test_text_that_was_there_is_not_taken_for_an_escape_however_often_it_is_saved(
    school_form: bytes,
) -> None:
    data = filled(school_form, "_x000D_ en x005F_")
    for _ in range(2):
        data = filled(data, "anders", row=ROW + 1)
    assert cell(data).value == "_x000D_ en x005F_"


@given(st.text(alphabet="_x0005Fd ab", max_size=40))
def test_escaping_is_undone_by_reading(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_a_long_text_is_not_cut_where_its_escapes_make_it_longer(school_form: bytes) -> None:
    text = "_x000D_" * 4_000
    assert cell(filled(school_form, text)).value == text


@pytest.mark.parametrize("value", [date(2026, 6, 11), 285])
def test_dates_and_numbers_are_excels_own(school_form: bytes, value: Any) -> None:
    assert cell(filled(school_form, value)).value == value


def test_a_link_leads_where_it_should_and_goes_with_the_text(school_form: bytes) -> None:
    data = filled(school_form, Link("onze gids", "https://example.org/gids#deel"))
    assert cell(data) == CellText("onze gids", "https://example.org/gids#deel")
    assert cell(filled(data, "geen link meer")) == CellText("geen link meer")


def test_all_other_cells_stay_as_they_were(owned: bytes) -> None:
    before, after = (_contents(data) for data in (owned, filled(owned, DDE)))
    assert {where for where in before | after if before.get(where) != after.get(where)} == {
        (SHEET, "C5")
    }


def _contents(data: bytes) -> dict[tuple[str, str], Any]:
    """What each cell holds and how it looks, notes and links with it."""
    book = load_workbook(BytesIO(data), rich_text=True)
    return {
        (page.title, one.coordinate): (
            *(repr(one.value), one.number_format, repr(one.font), repr(one.fill)),
            *(repr(one.border), repr(one.alignment), repr(one.protection)),
            one.hyperlink and (one.hyperlink.target, one.hyperlink.location),
            one.comment and (one.comment.text, one.comment.author),
        )
        for page in book.worksheets
        for line in page.iter_rows()
        for one in line
    }


def test_rules_protection_hidden_keys_and_print_set_up_stay(owned: bytes) -> None:
    assert _set_up(filled(owned, "De Brug")) == _set_up(owned)


def _set_up(data: bytes) -> dict[str, Any]:
    book = load_workbook(BytesIO(data))
    found: dict[str, Any] = {"names": sorted(book.defined_names), "custom": _custom(book)}
    for page in book.worksheets:
        conditions = {
            str(area.sqref): [(rule.type, rule.formula, repr(rule.dxf)) for rule in area.rules]
            for area in page.conditional_formatting
        }
        columns = {
            name: (one.width, one.hidden, one.min, one.max, repr(one.protection), one.number_format)
            for name, one in page.column_dimensions.items()
        }
        found[page.title] = (
            *(conditions, columns, page.sheet_state, page.freeze_panes, page.auto_filter.ref),
            *(page.print_area, page.print_title_rows, page.print_title_cols),
            {number: (one.hidden, one.ht) for number, one in page.row_dimensions.items()},
        )
    return found


def _custom(book: Any) -> dict[str, Any]:
    return {one.name: one.value for one in book.custom_doc_props.props}


@pytest.mark.parametrize(
    "name",
    [
        *("sheetPr", "sheetViews", "sheetProtection", "mergeCells", "dataValidations", "pageSetup"),
        *("pageMargins", "headerFooter", "extLst"),
    ],
)
def test_parts_of_a_sheet_stay_to_the_letter(owned: bytes, name: str) -> None:
    assert _elements(filled(owned, "De Brug"), name) == _elements(owned, name)


def _elements(data: bytes, name: str) -> list[bytes]:
    parts = unzipped(data)
    sheets = sorted(one for one in parts if one.startswith("xl/worksheets/sheet"))
    roots = (etree.fromstring(parts[one]) for one in sheets)
    return [
        etree.tostring(one, method="c14n2")
        for root in roots
        for one in root.findall(f"{{{MAIN}}}{name}")
    ]


def test_green_triangles_stay_away_and_rows_may_grow_as_before(school_form: bytes) -> None:
    after = filled(school_form, "De Brug")
    assert _elements(after, "ignoredErrors") == _elements(school_form, "ignoredErrors") != []
    assert _fixed_rows(after) == _fixed_rows(school_form)


def _fixed_rows(data: bytes) -> set[tuple[str, str | None]]:
    parts = unzipped(data)
    return {
        (name, row.get("r"))
        for name in parts
        if name.startswith("xl/worksheets/sheet")
        for row in etree.fromstring(parts[name]).iter(f"{{{MAIN}}}row")
        if row.get("customHeight")
    }


def test_notes_keep_their_size_the_label_and_sharepoints_properties_stay(owned: bytes) -> None:
    before, after = unzipped(owned), unzipped(filled(owned, "De Brug"))
    for name in ("docMetadata/LabelInfo.xml", "customXml/item1.xml", "customXml/itemProps1.xml"):
        assert after[name] == before[name]
    notes = [name for name in before if name.endswith(".vml") or "comments/" in name]
    assert len(notes) == 2
    assert [after[name] for name in notes] == [before[name] for name in notes]
    assert b"labelinfo" in after["[Content_Types].xml"]
    assert b"classificationlabels" in after["_rels/.rels"]
    assert b"customXml" in after["xl/_rels/workbook.xml.rels"]


def test_excel_is_asked_to_count_anew(school_form: bytes) -> None:
    book = etree.fromstring(unzipped(filled(school_form, "De Brug"))["xl/workbook.xml"])
    (counting,) = book.iter(f"{{{MAIN}}}calcPr")
    assert counting.get("fullCalcOnLoad") == "1"


def test_a_row_grows_with_its_text_unless_its_height_was_set_by_hand(school_form: bytes) -> None:
    editing = WorkbookEditing(school_form)
    editing.grow(SHEET, ROW, 300)
    editing.grow(SHEET, 1, 300)
    page = load_workbook(BytesIO(editing.saved()))[SHEET]
    assert (page.row_dimensions[ROW].height, page.row_dimensions[1].height) == (300, 33.75)


def test_what_must_not_be_overwritten_is_said(school_form: bytes) -> None:
    book = load_workbook(BytesIO(school_form))
    book[SHEET]["C6"] = "=1+1"
    book[SHEET].merge_cells("C7:C8")
    out = BytesIO()
    book.save(out)
    editing = WorkbookEditing(out.getvalue())
    found = [
        editing.hindrance(SHEET, row, column) for row, column in ((5, 3), (6, 3), (8, 3), (5, 2))
    ]
    assert found == ["", HAS_FORMULA, MERGED, LOCKED]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("drawing", "pictures, shapes or charts"),
        ("image", "pictures, shapes or charts"),
        ("pivotTable", "pivot tables"),
        ("vbaProject", "macros"),
        ("threadedComment", "comments with replies"),
        ("externalLink", "links to other workbooks"),
        ("connections", "data connections"),
        ("slicer", "slicers"),
        ("ctrlProp", "objects and form controls"),
        ("sheetMetadata", "formulas or values of Microsoft 365"),
        ("inventionOf2031", "inventionOf2031"),
    ],
)
def test_what_would_be_lost_is_refused_and_named(school_form: bytes, kind: str, words: str) -> None:
    parts = unzipped(school_form)
    parts["xl/iets.xml"] = b"<iets><x/></iets>"
    add_relation(parts, "xl/worksheets/_rels/sheet3.xml.rels", f"{OFFICE}/{kind}", "../iets.xml")
    with pytest.raises(SopError, match="sop read") as refused:
        WorkbookEditing(zipped(parts), "intake.xlsx")
    assert words in refused.value.message


@pytest.mark.parametrize(
    ("part", "element", "words"),
    [
        ("xl/workbook.xml", f'<fileSharing xmlns="{MAIN}"/>', "a password for changing"),
        ("xl/worksheets/sheet2.xml", f'<customSheetViews xmlns="{MAIN}"/>', "saved views"),
        ("xl/worksheets/sheet2.xml", f'<legacyDrawing xmlns="{MAIN}"/>', "form controls"),
        (
            "xl/worksheets/sheet2.xml",
            f'<mergeCells xmlns="{MAIN}"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            "very many cells",
        ),
    ],
)
def test_elements_that_would_be_lost_are_refused(
    school_form: bytes, part: str, element: str, words: str
) -> None:
    parts = unzipped(school_form)
    root = etree.fromstring(parts[part])
    root.append(etree.fromstring(element))
    with pytest.raises(SopError) as refused:
        WorkbookEditing(zipped(parts | {part: etree.tostring(root)}))
    assert words in refused.value.message


def test_an_empty_drawing_of_google_is_no_loss(school_form: bytes) -> None:
    parts = unzipped(school_form)
    parts["xl/drawings/drawing1.xml"] = b"<wsDr/>"
    where = "xl/worksheets/_rels/sheet3.xml.rels"
    add_relation(parts, where, f"{OFFICE}/drawing", "../drawings/drawing1.xml")
    assert WorkbookEditing(zipped(parts)).saved()


def test_a_workbook_that_openpyxl_cannot_read_is_refused_with_the_reason(
    school_form: bytes,
) -> None:
    parts = unzipped(school_form)
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(
        b'horizontal="left"', b'horizontal="schuin"'
    )
    with pytest.raises(SopError) as refused:
        WorkbookEditing(zipped(parts))
    assert refused.value.code == "SOP619"
