"""Addresses of cells, and what stored values show."""

from datetime import date, datetime

import pytest
from lxml import etree

from sop_templates.formats.excel.cell_values import is_date_code, number, plain_text, unescaped
from sop_templates.formats.excel.cells import address, position


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [(7, 3, "C7"), (1, 26, "Z1"), (2, 27, "AA2"), (1048576, 16384, "XFD1048576")],
)
def test_an_address_names_row_and_column(row: int, column: int, words: str) -> None:
    assert address(row, column) == words
    assert position(words) == (row, column)


@pytest.mark.parametrize(
    "words", ["", "C", "7", "XFE1", "A0", "A1048577", "ABCD1", "Ä1", "C7:D8", "R1C1"]
)
def test_other_words_are_no_address(words: str) -> None:
    assert position(words) is None


def test_an_address_may_be_absolute() -> None:
    assert position("$C$7") == (7, 3)


@pytest.mark.parametrize(
    "code", ["d mmmm yyyy", "[$-413]d mmmm yyyy;@", "dd/mm/yy", "hh:mm", "[h]:mm", "date"]
)
def test_codes_of_dates_are_known(code: str) -> None:
    assert is_date_code(code)


@pytest.mark.parametrize("code", ["General", "0.00", '"dag" 0', "#,##0\\d", "[Red]0", "@", "0_d"])
def test_other_codes_are_no_dates(code: str) -> None:
    assert not is_date_code(code)


@pytest.mark.parametrize(
    ("stored", "code", "value"),
    [
        ("285", "General", 285),
        ("0.5", "0%", 0.5),
        ("1E5", "General", 100_000),
        ("518", "0000", "0518"),
        ("46184", "d mmmm yyyy", date(2026, 6, 11)),
        ("46184.5", "date", datetime(2026, 6, 11, 12)),  # noqa: DTZ001 - Excel knows no zones
        ("1", "date", date(1900, 1, 1)),
        ("0.354166666666667", "hh:mm", "08:30"),
        ("1e400", "General", "1e400"),
        ("99999999", "date", 99_999_999),
        ("niets", "General", "niets"),
    ],
)
def test_a_stored_number_is_what_its_format_shows(stored: str, code: str, value: object) -> None:
    assert number(stored, code) == value


def test_dates_of_old_macs_count_from_1904() -> None:
    assert number("44722", "date", since_1904=True) == date(2026, 6, 11)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("regel_x000D_", "regel\r"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x005F_x0041_x0042_", "_x0041_x0042_"),
        ("_x00zz_", "_x00zz_"),
        ("_x0041", "_x0041"),
        ("a_xb", "a_xb"),
    ],
)
def test_escapes_of_excel_are_undone(stored: str, text: str) -> None:
    assert unescaped(stored) == text


def test_a_text_in_several_looks_is_read_without_reading_aids() -> None:
    item = etree.fromstring(
        "<si><r><t>De </t></r><r><rPr><b/></rPr><t>Eik</t></r><rPh><t>x</t></rPh></si>"
    )
    assert plain_text(item) == "De Eik"
