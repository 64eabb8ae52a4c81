"""Workbooks to look at: what is typed stays typed, what is big stays within Excel's bounds."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from sop_templates.formats.excel import report_workbook
from sop_templates.formats.excel.report_values import (
    BarChart,
    CellValue,
    Link,
    Marked,
    Series,
    Shade,
    Sheet,
    TableColumn,
)
from sop_templates.formats.excel.report_workbook import write_report

TEXT, LONG, NUMBER = (
    TableColumn("Naam"),
    TableColumn("Tekst", 20, "long"),
    TableColumn("N", 8, "number"),
)


def sheet_of(
    rows: Sequence[Sequence[CellValue]],
    columns: tuple[TableColumn, ...] = (TEXT, LONG, NUMBER),
    **more: Any,
) -> Sheet:
    return Sheet("Blad", "Titel", ("Wat er staat.",), columns, rows, **more)


def opened(*sheets: Sheet, back: str = "") -> Any:
    return load_workbook(BytesIO(write_report(sheets, "Titel", back)))


def cells(sheet: Sheet, column: str) -> list[Any]:
    """The cells below the header."""
    values = list(opened(sheet)["Blad"][column])
    at = next(n for n, cell in enumerate(values) if cell.fill.patternType == "solid")
    return values[at + 1 :]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(A1)",
        "+31 70",
        "-",
        "1E5",
        "07PD00",
        "http://x.example",
        "<w:p>&\"'",
        "<r>niet van ons</r>",
        "{{ 7*7 }}",
        "a\nb",
        "🦉 שלום",
    ],
)
def test_a_text_stays_a_text(text: str) -> None:
    cell = cells(sheet_of([[text]]), "A")[0]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_numbers_and_dates_are_what_they_are() -> None:
    sheet = sheet_of([["a", date(2026, 6, 11), 12]], (TEXT, TableColumn("D", 9, "date"), NUMBER))
    assert cells(sheet, "B")[0].value.date() == date(2026, 6, 11)
    assert cells(sheet, "C")[0].value == 12


def test_a_text_beyond_excels_bound_shows_that_it_was_cut() -> None:
    value = cells(sheet_of([["x" * 40_000]]), "A")[0].value
    assert len(value) == 32_767
    assert value.endswith("…")


def test_a_link_leads_to_a_file_beside_the_workbook() -> None:
    sheet = sheet_of([[Link("De Brug & co", "external:../word/De Brug & co.docx")]])
    cell = cells(sheet, "A")[0]
    assert (cell.value, cell.hyperlink.target) == (
        "De Brug & co",
        "../word/De%20Brug%20&%20co.docx",
    )


def test_an_address_beyond_excels_bound_is_plain_text() -> None:
    cell = cells(sheet_of([[Link("x", "https://x.example/" + "a" * 3000)]]), "A")[0]
    assert (cell.value, cell.hyperlink) == ("x", None)


def test_links_beyond_excels_number_are_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_workbook, "MAX_LINKS", 1)
    found = cells(
        sheet_of([[Link("a", "https://a.example")], [Link("b", "https://b.example")]]), "A"
    )
    assert [bool(cell.hyperlink) for cell in found] == [True, False]
    assert found[1].value == "b"


def test_a_row_is_as_high_as_its_longest_text() -> None:
    sheet = opened(sheet_of([["a", "kort"], ["b", "woord " * 40], ["c", "regel\n" * 100]]))["Blad"]
    heights = [sheet.row_dimensions[row].height for row in (5, 6, 7)]
    assert heights[0] == 18
    assert heights[1] > 100
    assert 408 < heights[2] <= 409


def test_the_table_can_be_filtered_without_its_totals() -> None:
    sheet = opened(sheet_of([["a"], ["b"]], totals=["Totaal", None, 2]))["Blad"]
    assert sheet.auto_filter.ref == "A4:C6"
    assert sheet["A7"].value == "Totaal"


def test_an_empty_table_is_written_too() -> None:
    sheet = opened(sheet_of([], shades=(Shade("ja", "good", 0, 0),)))["Blad"]
    assert [cell.value for cell in sheet[4]] == ["Naam", "Tekst", "N"]


def test_every_sheet_leads_back_to_the_first() -> None:
    first = Sheet("Samenvatting", "Titel", (), (TEXT,), [])
    book = opened(first, sheet_of([]), back="Samenvatting")
    assert book["Blad"]["A3"].hyperlink.location == "'Samenvatting'!A1"
    assert book["Samenvatting"]["A3"].hyperlink is None


def test_neighbouring_columns_share_the_words_of_their_group() -> None:
    columns = (
        TEXT,
        TableColumn("x", group="G"),
        TableColumn("y", group="G"),
        TableColumn("z", group="H"),
    )
    sheet = opened(sheet_of([], columns))["Blad"]
    assert "B4:C4" in [str(one) for one in sheet.merged_cells.ranges]
    assert (sheet["B4"].value, sheet["D4"].value) == ("G", "H")


def test_a_chart_has_words_and_its_numbers() -> None:
    chart = BarChart("Scholen", "Staafdiagram: a 3, b 0.", 0, (Series(2, "good"),), 2)
    data = write_report([sheet_of([["a", None, 3], ["b", None, 0]], chart=chart)], "Titel")
    with ZipFile(BytesIO(data)) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        drawn = parts.read("xl/charts/chart1.xml").decode()
    assert 'descr="Staafdiagram: a 3, b 0."' in drawing
    assert "'Blad'!$C$5:$C$6" in drawn or "Blad!$C$5:$C$6" in drawn
    assert drawn.count("<c:v>3</c:v>") == 1  # kept, for programs that do not count again
    assert "<c:v>a</c:v>" in drawn


def test_a_colour_goes_by_the_whole_value() -> None:
    shades = (
        Shade('zegt "ja"', "good", 0, 0),
        Shade(0, "bad", 2, 2),
        Shade("wit", "bad", 1, 1, begins=True),
    )
    rules = opened(sheet_of([["a", "b", 0]], shades=shades))["Blad"].conditional_formatting
    formulas = sorted(rule.formula[0] for area in rules for rule in area.rules)
    assert formulas == ['"zegt ""ja"""', "0", 'LEFT(B5,3)="wit"']


def test_the_same_sheets_give_the_same_bytes() -> None:
    made = [write_report([sheet_of([["a", "b", 1]])], "Titel") for _ in range(2)]
    assert made[0] == made[1]


def test_marked_words_are_told_by_shape_and_stay_a_text() -> None:
    marked = Marked((("wij doen ", ""), ("soms <r>&", "removed"), ("altijd", "added"), (" x", "")))
    data = write_report([sheet_of([["a", marked]])], "Titel")
    value = load_workbook(BytesIO(data), rich_text=True)["Blad"]["B5"].value
    assert [(one.text, bool(one.font.strike), one.font.u, bool(one.font.b)) for one in value] == [
        ("wij doen ", False, None, False),
        ("soms <r>&", True, None, False),
        ("altijd", False, "single", True),
        (" x", False, None, False),
    ]
    assert cells(sheet_of([["a", marked]]), "B")[0].value == marked.text


@pytest.mark.parametrize("text", ["alles", "<r>alles</r>"])
def test_a_cell_that_is_all_new_is_marked_as_a_whole(text: str) -> None:
    cell = cells(sheet_of([["a", Marked(((text, "added"),))]]), "B")[0]
    assert cell.value == text
    assert cell.font.b


def test_marked_words_beyond_excels_bound_are_cut_like_any_text() -> None:
    marked = Marked((("x" * 20_000, ""), ("y" * 20_000, "added")))
    assert cells(sheet_of([["a", marked]]), "B")[0].value.endswith("…")


def test_without_a_title_the_header_is_the_first_row_as_mail_merge_wants_it() -> None:
    sheet = opened(Sheet("Blad", "", (), (TEXT, NUMBER), [["a", 1]]))["Blad"]
    assert [[cell.value for cell in row] for row in sheet["A1:B2"]] == [["Naam", "N"], ["a", 1]]
    assert sheet.freeze_panes == "B2"


def test_a_lean_workbook_holds_the_same() -> None:
    chart = BarChart("Scholen", "Staafdiagram.", 0, (Series(2, "good"),), 1)
    sheet = sheet_of([["=1+1", "woord " * 40, 3]], shades=(Shade(3, "bad", 2, 2),), chart=chart)
    whole, lean = (
        load_workbook(BytesIO(write_report([sheet], "T", lean=one))) for one in (False, True)
    )
    values = [
        [[cell.value for cell in row] for row in book["Blad"].iter_rows()] for book in (whole, lean)
    ]
    assert values[0] == values[1]
    heights = [book["Blad"].row_dimensions[5].height for book in (whole, lean)]
    assert heights[0] == heights[1] > 18


def test_a_workbook_is_as_excel_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "overzicht.xlsx"
    path.write_bytes(write_report([sheet_of([["a", "b", 1]], totals=["Totaal"])], "Titel"))
    assert OpenXmlValidator().validate(path).errors == []
