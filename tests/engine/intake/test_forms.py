"""Both forms as people meet them: what is locked, coloured, counted and offered."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.intake.layout import sheet_names
from sop_templates.engine.models import open_model
from tests.support.generated import generated_answers
from tests.support.recounted import differences

MODEL = open_model()
FULL = canonical(MODEL, generated_answers(MODEL, "99XX00"))[0]


def opened(form: str, *records: dict[str, Any]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(write_intake(MODEL, form, records)))


@pytest.fixture(scope="module")
def school() -> openpyxl.Workbook:
    return opened("school")


@pytest.fixture(scope="module")
def board() -> openpyxl.Workbook:
    return opened("board", FULL)


def unlocked(sheet: Worksheet, column: int) -> set[int]:
    rows = sheet.iter_rows(min_col=column, max_col=column)
    return {cell.row or 0 for (cell,) in rows if not cell.protection.locked}


def test_the_school_form_has_a_sheet_for_each_chapter_and_table(school: openpyxl.Workbook) -> None:
    names = sheet_names(MODEL)
    tables = list(names.tables.values())
    assert set(school.sheetnames) == {"Start", *names.chapters.values(), *tables, "Keuzes"}
    assert school["Keuzes"].sheet_state == "hidden"


def test_every_field_has_a_question_and_an_explanation_beside_its_answer(
    school: openpyxl.Workbook,
) -> None:
    names = sheet_names(MODEL)
    for chapter in MODEL.chapters:
        if not chapter.fields:
            continue
        sheet = school[names.chapters[chapter.key]]
        asked = {row[1].value: str(row[3].value) for row in sheet.iter_rows()}
        for one in chapter.fields:
            assert one.prompt in asked[one.label]
            if one.limits.max_words:
                assert f"{one.limits.max_words} woorden." in asked[one.label]


def test_only_answers_can_be_typed_in(school: openpyxl.Workbook) -> None:
    sheet = school["Visie"]
    keys = {row for row in range(1, 30) if sheet.cell(row, 1).value}
    assert unlocked(sheet, 3) == keys
    assert not any(unlocked(sheet, column) for column in (1, 2, 4, 5))
    assert all(one.protection.sheet for one in school.worksheets)


def test_a_list_has_twenty_drawn_rows_and_sixty_that_can_be_typed_in(
    school: openpyxl.Workbook,
) -> None:
    sheet = school["Partners"]
    assert len(unlocked(sheet, 3)) == 60
    assert [sheet.cell(row, 2).value for row in (7, 26, 27)] == [1, 20, None]


def test_keys_stand_in_a_hidden_column_and_row(school: openpyxl.Workbook) -> None:
    assert school["Visie"].column_dimensions["A"].hidden
    assert school["Visie"]["A5"].value == "visie.visie"
    assert school["Partners"].row_dimensions[1].hidden
    assert school["Partners"]["C1"].value == "basis.partners.partner"
    assert school["Aanbod"]["A8"].value == "basis.aanbod.mdo"


def test_choices_come_from_a_list_and_own_words_only_where_the_model_allows(
    school: openpyxl.Workbook,
) -> None:
    lists = {str(one.sqref): one for one in school["Partners"].data_validations.dataValidation}
    partner, often = lists["C7:C66"], lists["E7:E66"]
    assert (partner.type, partner.showErrorMessage) == ("list", False)
    assert (often.type, often.showErrorMessage) == ("list", True)
    options = MODEL.by_key["basis.partners"].columns[2].options
    sheet, _, area = str(often.formula1).partition("!")
    cells = [cell.value for (cell,) in school[sheet.strip("'")][area.replace("$", "")]]
    assert tuple(cells) == options


def test_required_answers_are_coloured_until_filled(school: openpyxl.Workbook) -> None:
    rules = {str(area.sqref): area.rules for area in school["Visie"].conditional_formatting}
    assert rules["C5"][0].formula == ["LEN(TRIM(C5))=0"]
    assert "C6" not in rules


def test_the_board_form_has_a_row_a_school_and_a_hundred_in_all(board: openpyxl.Workbook) -> None:
    sheet = board["Scholen"]
    assert [sheet.cell(1, column).value for column in (1, 2, 3)] == [
        "school.vestigingscode",
        "school.naam",
        "-",
    ]
    assert sheet.row_dimensions[1].hidden
    assert sheet["A3"].value == "99XX00"
    assert sheet["C102"].value is not None
    assert sheet["C103"].value is None


def test_each_list_and_fixed_rows_have_a_sheet_that_begins_with_the_code(
    board: openpyxl.Workbook,
) -> None:
    for key, name in sheet_names(MODEL).tables.items():
        keys = [cell.value for cell in board[name][1]]
        assert keys[:2] == ["school.vestigingscode", "-"]
        tags = list(MODEL.by_key[key].tags())
        assert [one for one in keys[2:] if one != "-"] == tags


def test_the_sheet_for_mail_merge_follows_the_schools_by_formula(board: openpyxl.Workbook) -> None:
    sheet = board["Samenvoegen"]
    names = [str(cell.value) for cell in sheet[1]]
    assert names[:2] == ["school_vestigingscode", "school_naam"]
    assert all(name.isidentifier() and len(name) <= 40 for name in names)
    assert len(set(names)) == len(names)
    assert sheet["B2"].value == "=IF(LEN('Scholen'!B3)=0,\"\",'Scholen'!B3)"


def test_mail_merge_sees_values_before_excel_has_counted() -> None:
    data = write_intake(MODEL, "board", [FULL | {"vaststelling.mr_datum": "2026-06-11"}])
    sheet = openpyxl.load_workbook(BytesIO(data), data_only=True)["Samenvoegen"]
    names = [str(cell.value) for cell in sheet[1]]
    assert sheet.cell(2, names.index("vaststelling_mr_datum") + 1).value == "11 juni 2026"
    assert sheet.cell(2, 2).value == FULL["school.naam"]


def test_the_file_tells_what_it_is(school: openpyxl.Workbook, board: openpyxl.Workbook) -> None:
    for form, book in (("school", school), ("board", board)):
        marks = {one.name: one.value for one in book.custom_doc_props.props}  # type: ignore[attr-defined]  # its stubs lack it
        assert marks == {
            "sop.kind": "intake",
            "sop.form": form,
            "sop.model": "haaglanden",
            "sop.version": MODEL.version,
        }


def test_the_start_sheet_counts_what_is_filled() -> None:
    values = openpyxl.load_workbook(
        BytesIO(write_intake(MODEL, "school", [FULL | {"visie.visie": None}])), data_only=True
    )["Start"]
    rows = {row[1].value: [cell.value for cell in row[2:5]] for row in values.iter_rows()}
    assert rows["1 Visie passend onderwijs"] == ["1 van 2", "2 van 2", 0.5]


def test_formulas_give_in_libreoffice_what_was_written_beside_them(tmp_path: Path) -> None:
    for form in ("school", "board"):
        path = tmp_path / f"{form}.xlsx"
        answers = FULL | {"visie.visie": "te kort", "extra.grens": None, "basis.partners": []}
        path.write_bytes(write_intake(MODEL, form, [answers]))
        assert differences(path, tmp_path / form) == []


@pytest.mark.parametrize("form", ["school", "board"])
def test_the_workbook_is_valid(form: str, tmp_path: Path) -> None:
    path = tmp_path / "intake.xlsx"
    path.write_bytes(write_intake(MODEL, form, [FULL], schools=3))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
