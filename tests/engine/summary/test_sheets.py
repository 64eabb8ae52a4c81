"""The workbook of the board: its sheets say what the answers say, no more and no less."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator

from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.kinds.answers import UNKNOWN_OPTION
from sop_templates.outcome import Finding, Place
from tests.support.small_model import SMALL_MODEL
from tests.support.summaries import last_year, sample_sources, sample_summary, school

NASTY = "=cmd|'/c calc'!A1 & <w:p> {{ 7*7 }}\nregel 2"
CODE = "12AB00"


def workbook(summary: Summary, folder: str = "uit") -> Any:
    data = write_report(sheets(summary, Path(folder)), "Overzicht")
    with catch_warnings():  # openpyxl does not know the data bars of Excel 2010
        simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(data))


def small_summary(**answers: Any) -> Summary:
    given = {key.replace("_", ".", 1): value for key, value in answers.items()}
    one = school(SMALL_MODEL, {"school.vestigingscode": CODE, "school.naam": "A"} | given)
    return Summary(SMALL_MODEL, [one])


def table(sheet: Any, first: str = "Code") -> list[dict[str, Any]]:
    rows = list(sheet.iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if row[0] == first)
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]


def by_key(sheet: Any) -> list[dict[str, Any]]:
    rows = list(sheet.iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if row[0] == "bestand")
    head = next(number for number, row in enumerate(rows) if row[0] == "Bestand")
    return [dict(zip(rows[at], row, strict=True)) for row in rows[head + 1 :]]


@pytest.fixture(scope="module")
def sample() -> Any:
    return workbook(sample_summary())


def test_the_overview_has_a_row_for_each_school_of_the_roster(sample: Any) -> None:
    board, sources = sample_sources()
    rows = table(sample["Overzicht"])
    assert [row["Code"] for row in rows[:-1]] == [one["vestigingscode"] for one in board["schools"]]
    delivered = Counter(row["Aangeleverd"] for row in rows[:-1])
    assert delivered == {"ja": len(sources), "nee": len(board["schools"]) - len(sources)}
    assert rows[-1]["Aangeleverd"] == f"{len(sources)} ja"


def test_the_overview_shows_the_way_of_each_school(sample: Any) -> None:
    for row, source in zip(table(sample["Overzicht"]), sample_sources()[1], strict=False):
        given = source.get("vaststelling.mr_datum")
        assert row["Advies MR"] == source.get("vaststelling.mr_advies")
        assert (row["Datum advies MR"] and row["Datum advies MR"].date()) == given
        assert row["Status"] == source["vaststelling.status"]


def test_a_school_links_to_its_file_beside_the_workbook(sample: Any) -> None:
    sheet = sample["Overzicht"]
    links = [cell.hyperlink.target for cell in sheet["B"] if cell.hyperlink]
    assert links[0] == "../samples/regenboogbestuur/word/99XX00-sop.docx"


def test_a_changed_fixed_text_is_named() -> None:
    texts = {"vast.zorgplicht": "changed"}
    one = school(SMALL_MODEL, {"school.vestigingscode": CODE}, fixed_texts=texts)
    row = table(workbook(Summary(SMALL_MODEL, [one]))["Overzicht"])[0]
    assert row["Vaste teksten"] == "gewijzigd: Zorgplicht"


def test_without_a_roster_nobody_is_missing() -> None:
    sheet = workbook(small_summary())["Overzicht"]
    assert "Er is geen lijst van scholen" in sheet["A3"].value


def test_the_answers_hold_every_tag_of_the_model(sample: Any) -> None:
    model = sample_summary().model
    rows = by_key(sample["Antwoorden"])
    assert list(rows[0])[2:] == [tag for field in model.fields for tag in field.tags()]
    assert len(rows) == len(sample_sources()[1])


def test_a_text_stays_the_text_that_was_typed() -> None:
    sheet = workbook(small_summary(visie_visie=NASTY))["Antwoorden"]
    assert by_key(sheet)[0]["visie.visie"] == NASTY
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_code_like_a_number_stays_a_text() -> None:
    sheet = workbook(small_summary(school_postcode="1E5"))["Antwoorden"]
    assert by_key(sheet)[0]["school.postcode"] == "1E5"


def test_a_list_has_a_line_a_row() -> None:
    partners = [
        {"partner": "logopedie", "waarvoor": None, "frequentie": "soms"},
        {"partner": "leerplicht", "waarvoor": "verzuim", "frequentie": None},
    ]
    row = by_key(workbook(small_summary(basis_partners=partners))["Antwoorden"])[0]
    assert row["basis.partners.partner"] == "logopedie\nleerplicht"
    assert row["basis.partners.waarvoor"] == "-\nverzuim"


def row_of(sheet: Any, first: str) -> Any:
    return next(cell.row for cell in sheet["A"] if cell.value == first)


def test_an_internal_column_is_grey(sample: Any) -> None:
    sheet = sample["Antwoorden"]
    heads = {cell.value: cell.fill.start_color.rgb for cell in sheet[row_of(sheet, "Bestand")]}
    assert heads["Status"] != heads["Naam school"]


def test_the_keys_stand_in_a_hidden_row(sample: Any) -> None:
    sheet = sample["Antwoorden"]
    assert sheet.row_dimensions[row_of(sheet, "bestand")].hidden


def test_a_finding_says_what_where_and_what_to_do() -> None:
    finding = Finding(
        UNKNOWN_OPTION,
        Place.control("school.schoolsoort"),
        {"value": "mavo", "options": "sbo", "label": "Schoolsoort"},
        key="school.schoolsoort",
    )
    one = school(SMALL_MODEL, {"school.vestigingscode": CODE, "school.naam": "A"}, (finding,))
    row = table(workbook(Summary(SMALL_MODEL, [one]))["Signalen"])[0]
    assert row["Signaal"] == UNKNOWN_OPTION.code
    assert row["Vraag"] == "Schoolsoort"
    assert "mavo" in row["Wat is er"]
    assert row["Wat te doen"]


def test_the_same_summary_gives_the_same_bytes() -> None:
    made = [write_report(sheets(sample_summary(), Path("uit")), "Overzicht") for _ in range(2)]
    assert made[0] == made[1]


def test_the_workbook_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "overzicht.xlsx"
    made = sheets(sample_summary(last_year()), Path("uit"))
    path.write_bytes(write_report(made, "Overzicht", back="Samenvatting"))
    assert OpenXmlValidator().validate(path).errors == []
