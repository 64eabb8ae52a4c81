"""Intakes and a board's own tables, as people send them back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from docx import Document

from sop_templates.domain.answers import blank, canonical
from sop_templates.domain.model import SCHOOL_CODE
from sop_templates.engine.intake.files import IntakeResult, read_intake, write_intake
from sop_templates.engine.intake.values import too_long
from sop_templates.engine.models import open_model
from sop_templates.errors import SopError
from tests.support.generated import generated_answers
from tests.support.libreoffice import convert

MODEL = open_model()
NASTY = (
    "=cmd|'/c calc'!A1",
    "+31 70 123",
    "-1",
    "@anker",
    "'=begint met een apostrof",
    "'gewoon",
    "_x000D_ en _x0041_x0042_",
    "<r>geen opmaak</r>",
    "<r><t>x</t></r>",
    "{{ 7*7 }}",
    "{=A1}",
    "1E5",
    "0701234567",
    "waar",
    "12-2026",
    "regel een\nregel twee",
    'a;b,c\t"d"',
    "👩‍👩‍👧 שלום",
    "x" * 32_767,
)


def book(path: Path, rows: Sequence[Sequence[Any]], *, name: str = "Blad1", start: int = 0) -> Path:
    """A workbook with one sheet, as a board would make it."""
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet(name)
        for row, values in enumerate(rows, start):
            sheet.write_row(row, 0, values)
    return path


def answers_of(result: IntakeResult, number: int = 0) -> dict[str, Any]:
    record = result.records[number]
    return canonical(MODEL, record.raw, record.place)[0]


def codes(result: IntakeResult) -> list[str]:
    return [finding.code for finding in result.findings]


def full(code: str = "99XX00") -> dict[str, Any]:
    return canonical(MODEL, generated_answers(MODEL, code))[0]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("form", ["school", "board"])
def test_text_comes_back_as_it_was_typed(tmp_path: Path, form: str, text: str) -> None:
    answers = full() | {"school.directeur": text}
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, form, [answers], schools=1))
    assert answers_of(read_intake(path))["school.directeur"] == text


def test_an_answer_too_long_for_a_cell_is_told_and_left_out(tmp_path: Path) -> None:
    answers = full() | {"visie.visie": "é" * 32_768}
    (finding,) = too_long(MODEL, [answers])
    assert (finding.code, finding.key) == ("SOP602", "visie.visie")
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, "school", [answers]))
    assert answers_of(read_intake(path)) == answers | {"visie.visie": None}


def test_a_place_names_the_cell_of_the_school_form(tmp_path: Path) -> None:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, "school", [full()]))
    (record,) = read_intake(path).records
    assert str(record.place("visie.visie")) == "Visie!C5"
    assert str(record.place("basis.aanbod.mdo.status")) == "Aanbod!C8"
    assert str(record.place("visie.sterk.kwaliteit", 1)) == "Sterk!C7"
    assert str(record.place("visie.sterk")) == "Sterk!C7"


def test_a_place_names_an_empty_answer_too(tmp_path: Path) -> None:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, "school"))
    (record,) = read_intake(path).records
    assert str(record.place("visie.visie")) == "Visie!C5"


def test_a_place_names_the_cell_of_the_board_form(tmp_path: Path) -> None:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, "board", [full("99XX00"), full("99XX01")]))
    first, second = read_intake(path).records
    assert str(first.place("school.naam")) == "Scholen!B3"
    assert str(second.place("school.naam")) == "Scholen!B4"
    assert str(second.place("basis.aanbod.team.status")) == "Aanbod!D4"


def test_an_intake_saved_by_libreoffice_gives_every_answer_back(tmp_path: Path) -> None:
    for form in ("school", "board"):
        path = tmp_path / f"{form}.xlsx"
        path.write_bytes(write_intake(MODEL, form, [full()], schools=3))
        saved = convert(path, "xlsx", tmp_path / "saved")
        assert answers_of(read_intake(saved)) == full()


def test_a_table_with_labels_in_any_order_below_a_merged_title_is_read(tmp_path: Path) -> None:
    path = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet("Overzicht")
        sheet.merge_range("A1:E2", "Scholen van onze stichting, stand van 1 juni 2026")
        sheet.write_row(
            "A4", ["Plaats", "naam  SCHOOL", "Fax", "Vestigingscode", "Datum advies MR"]
        )
        day = target.add_format({"num_format": "dd-mm-yyyy"})
        sheet.write_row("A5", ["Leiden", "De Eik", "-", "99XX00"])
        sheet.write_datetime("E5", date(2026, 6, 11), day)
        sheet.write_row("A6", ["Leiden", "De Berk", "-", "99XX01", "11 juni 2026"])
    result = read_intake(path)
    first, second = answers_of(result), answers_of(result, 1)
    assert (first["school.plaats"], first["school.naam"]) == ("Leiden", "De Eik")
    assert first["vaststelling.mr_datum"] == second["vaststelling.mr_datum"] == "2026-06-11"
    assert result.unknown == ("Fax",)
    assert codes(result) == ["SOP606"]


def test_what_is_merged_over_several_rows_counts_in_each(tmp_path: Path) -> None:
    path = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet()
        sheet.write_row("A1", ["Schoolbestuur", "Vestigingscode", "Naam school"])
        sheet.merge_range("A2:A3", "Stichting De Brug")
        sheet.write_row("B2", ["99XX00", "De Eik"])
        sheet.write_row("B3", ["99XX01", "De Berk"])
    result = read_intake(path)
    assert [answers_of(result, n)["school.bestuur"] for n in (0, 1)] == ["Stichting De Brug"] * 2


def test_hidden_and_filtered_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet()
        sheet.write_row("A1", ["Vestigingscode", "Naam school"])
        sheet.write_row("A2", ["99XX00", "De Eik"])
        sheet.write_row("A3", ["99XX01", "De Berk"])
        sheet.autofilter("A1:B3")
        sheet.set_row(2, None, None, {"hidden": True})
    assert len(read_intake(path).records) == 2


def test_a_formula_counts_by_its_value(tmp_path: Path) -> None:
    path = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet()
        sheet.write_row("A1", ["Vestigingscode", "Naam school", "Aantal leerlingen"])
        sheet.write_row("A2", ["99XX00", "De Eik"])
        sheet.write_formula("C2", "=200+85", None, 285)
    assert answers_of(read_intake(path))["school.leerlingen"] == 285


def test_a_fault_and_a_formula_without_result_are_told(tmp_path: Path) -> None:
    path = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet()
        sheet.write_row("A1", ["Vestigingscode", "Naam school", "Plaats", "Adres"])
        sheet.write_row("A2", ["99XX00", "De Eik"])
        sheet.write_formula("C2", "=NA()", None, "#N/A")
        sheet.write_formula("D2", "=B2", None, "")
    result = read_intake(path)
    assert [(one.code, str(one.place)) for one in result.findings] == [
        ("SOP611", "Sheet1!C2"),
        ("SOP612", "Sheet1!D2"),
    ]
    assert result.findings[0].message == "The cell shows #N/A and was read as empty."


def test_a_header_that_is_nearly_right_is_read_and_told(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", [["Vestigingscodes", "Naam school"], ["99XX00", "De Eik"]])
    result = read_intake(path)
    assert answers_of(result)[SCHOOL_CODE] == "99XX00"
    assert [(one.code, str(one.place), one.message) for one in result.findings] == [
        ("SOP604", "Blad1!A1", 'The column "Vestigingscodes" was read as "Vestigingscode".')
    ]


def test_a_column_of_codes_is_known_by_what_it_holds(tmp_path: Path) -> None:
    path = book(
        tmp_path / "x.xlsx", [["BRIN6", "Naam school", "Plaats"], ["99XX00", "Eik", "Delft"]]
    )
    result = read_intake(path)
    assert answers_of(result)[SCHOOL_CODE] == "99XX00"
    assert codes(result) == ["SOP604"]


def test_a_header_that_may_be_several_fields_is_told_and_not_read(tmp_path: Path) -> None:
    rows = [["Vestigingscode", "Naam school", "Moeilijk lerend"], ["99XX00", "De Eik", "op orde"]]
    result = read_intake(book(tmp_path / "x.xlsx", rows))
    assert answers_of(result) == blank(MODEL) | {SCHOOL_CODE: "99XX00", "school.naam": "De Eik"}
    (finding,) = result.findings
    assert finding.message == (
        'The column "Moeilijk lerend" may be Moeilijk lerend (basis.expertise.leren.waar) / '
        "Moeilijk lerend: Status (basis.aanbod.leren.status); it was not read."
    )


def test_a_second_column_for_one_field_is_told(tmp_path: Path) -> None:
    rows = [
        ["Vestigingscode", "Naam school", "Plaats", "school.plaats"],
        ["99XX00", "Eik", "A", "B"],
    ]
    result = read_intake(book(tmp_path / "x.xlsx", rows))
    assert answers_of(result)["school.plaats"] == "A"
    assert [(one.code, str(one.place)) for one in result.findings] == [("SOP607", "Blad1!D1")]


def test_a_second_row_of_a_school_is_told_and_not_read(tmp_path: Path) -> None:
    rows = [["Vestigingscode", "Naam school"], ["99XX00", "De Eik"], ["99xx00", "De Beuk"]]
    result = read_intake(book(tmp_path / "x.xlsx", rows))
    assert len(result.records) == 1
    (finding,) = result.findings
    assert finding.message == "99XX00 stands on a row already (Blad1!A2); this one was not read."


def test_a_row_with_totals_is_told_and_passed_over(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Vestigingscode", "Naam school", "Aantal leerlingen"],
        ["99XX00", "De Eik", 200],
        ["", "", 200],
    ]
    result = read_intake(book(tmp_path / "x.xlsx", rows))
    assert len(result.records) == 1
    assert [(one.code, str(one.place)) for one in result.findings] == [("SOP610", "Blad1!A3")]


def test_items_of_a_school_that_is_not_listed_are_told(tmp_path: Path) -> None:
    path = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet("Scholen")
        sheet.write_row("A1", ["Vestigingscode", "Naam school"])
        sheet.write_row("A2", ["99XX00", "De Eik"])
        sheet = target.add_worksheet("Partners")
        sheet.write_row("A1", ["Vestigingscode", "Partner", "Waarvoor", "Hoe vaak"])
        sheet.write_row("A2", ["99XX00", "Logopedie", "spraak", "soms"])
        sheet.write_row("A3", ["99XX77", "wijkagent", "veiligheid", "soms"])
        sheet.write_row("A4", ["", "leerplicht", "verzuim", "soms"])
    result = read_intake(path)
    partners = answers_of(result)["basis.partners"]
    assert [one["partner"] for one in partners] == ["logopedie", "leerplicht"]
    assert [(one.code, str(one.place)) for one in result.findings] == [("SOP609", "Partners!A3")]


def test_several_lines_in_a_cell_are_items_of_a_list(tmp_path: Path) -> None:
    rows = [
        ["Vestigingscode", "Naam school", "Waar zijn wij sterk in?"],
        ["99XX00", "De Eik", "- rust\n- regelmaat"],
    ]
    result = read_intake(book(tmp_path / "x.xlsx", rows))
    assert answers_of(result)["visie.sterk"] == [{"kwaliteit": "rust"}, {"kwaliteit": "regelmaat"}]


@pytest.mark.parametrize(
    ("cell", "link"),
    [
        ("www.eik.example", {"text": "www.eik.example", "url": "https://www.eik.example"}),
        ("onze site <https://eik.example>", {"text": "onze site", "url": "https://eik.example"}),
    ],
)
def test_a_link_may_be_an_address_or_text_and_address(
    tmp_path: Path, cell: str, link: dict[str, str]
) -> None:
    rows = [["Vestigingscode", "Naam school", "Website"], ["99XX00", "De Eik", cell]]
    assert answers_of(read_intake(book(tmp_path / "x.xlsx", rows)))["school.website"] == link


def test_an_address_typed_over_a_hyperlink_counts_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet()
        sheet.write_row("A1", ["Vestigingscode", "Naam school", "Website"])
        sheet.write_row("A2", ["99XX00", "De Eik"])
        sheet.write_url("C2", "https://oud.example", string="https://nieuw.example")
    result = read_intake(path)
    assert answers_of(result)["school.website"]["url"] == "https://nieuw.example"
    assert codes(result) == ["SOP613"]


def test_csv_as_dutch_excel_saves_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "scholen.csv"
    lines = [
        "Naam school;Vestigingscode;Aantal leerlingen;Telefoon;Samenvatting voor ouders",
        'Cr\u00e8che & \u00e9cole;99XX00;1.234;\'+31 70 123;"regel een\nregel ""twee"""',
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    answers = answers_of(read_intake(path))
    assert answers["school.naam"] == "Crèche & école"
    assert answers["school.leerlingen"] == 1234
    assert answers["school.telefoon"] == "+31 70 123"
    assert answers["school.samenvatting"] == 'regel een\nregel "twee"'


def test_what_is_left_alone_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet("Overzicht")
        sheet.write_row("A1", ["Vestigingscode", "Naam school", "Fax", "Opmerkingen"])
        sheet.write_row("A2", ["99XX00", "De Eik", "070", "bellen"])
        target.add_worksheet("Notities").write("A1", "Bellen met de drukker")
    result = read_intake(path)
    assert [one.message for one in result.findings] == [
        'The sheet "Notities" holds no answers that the model knows and was left alone.',
        "2 columns are not in the model and were left alone: Fax, Opmerkingen.",
    ]
    assert result.unknown == ("Fax", "Opmerkingen")


def test_an_intake_of_another_model_or_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(write_intake(replace(MODEL, version="2025.1"), "school"))
    assert [one.message for one in read_intake(path).findings] == [
        f"This intake is of version 2025.1 of the model; the model is now at {MODEL.version}."
    ]
    path.write_bytes(write_intake(replace(MODEL, id="elders"), "school"))
    result = read_intake(path, "haaglanden")
    assert result.model == "elders"
    assert [one.message for one in result.findings] == [
        'This is an intake of the model "elders"; it was read as "haaglanden".'
    ]


def test_two_different_answers_in_two_places_are_told(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as target:
        for name, town in (("Een", "Delft"), ("Twee", "Leiden")):
            sheet = target.add_worksheet(name)
            sheet.write_row("A1", ["Vestigingscode", "Naam school", "Plaats"])
            sheet.write_row("A2", ["99XX00", "De Eik", town])
    result = read_intake(path)
    assert answers_of(result)["school.plaats"] == "Delft"
    assert [(str(one.place), one.message) for one in result.findings] == [
        (
            "Twee!C2",
            "Plaats stands in two places with different answers; the first one (Een!C2) was read.",
        )
    ]


def test_the_messages_about_rows_and_cells_say_what_and_where(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet("Scholen")
        sheet.write_row("A1", ["Vestigingscode", "Naam school", "Website", "Plaats"])
        sheet.write_row("A2", ["99XX00", "De Eik"])
        sheet.write_url("C2", "https://oud.example", string="nieuw.example")
        sheet.write_formula("D2", "=B2", None, "")
        sheet.write_row("A3", ["", "", "", "Totaal 1 school"])
        sheet = target.add_worksheet("Sterk")
        sheet.write_row("A1", ["Vestigingscode", "visie.sterk.kwaliteit"])
        sheet.write_row("A2", ["99XX09", "rust"])
    assert [(str(one.place), one.message) for one in read_intake(path).findings] == [
        (
            "Scholen!C2",
            'The cell shows "nieuw.example" but leads to "https://oud.example"; what it shows was read.',
        ),
        ("Scholen!D2", "The cell holds a formula without a result and was read as empty."),
        (
            "Scholen!A3",
            'This row has no vestigingscode and was passed over; it begins with "Totaal 1 school".',
        ),
        (
            "Sterk!A2",
            'These answers are of "99XX09", which is not on the sheet of the schools; they were not read.',
        ),
    ]


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "lijst.xlsx", [["Naam", "Kamer"], ["Jansen", 12]])
    with pytest.raises(SopError) as caught:
        read_intake(path)
    assert caught.value.code == "SOP603"


def test_a_word_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "sop.xlsx"
    out = BytesIO()
    Document().save(out)
    path.write_bytes(out.getvalue())
    with pytest.raises(SopError) as caught:
        read_intake(path)
    assert caught.value.code == "SOP601"


def test_a_sheet_as_wide_and_full_as_excel_allows_is_read_in_time(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as target:
        sheet = target.add_worksheet()
        for row in range(30):
            sheet.write_row(row, 0, ["Naam school", *[f"vestigingscodd{n}" for n in range(2000)]])
    with pytest.raises(SopError) as caught:
        read_intake(path)
    assert caught.value.code == "SOP603"
