"""Dates, numbers and school years are understood as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.dutch import (
    fold,
    parse_date,
    parse_number,
    parse_school_year,
    school_year_of,
    write_date,
    write_school_year,
)

JUNE_11 = date(2026, 6, 11)


@pytest.mark.parametrize(
    "text",
    [
        "11 juni 2026",
        "donderdag 11 juni 2026",
        "Donderdag, 11 juni 2026",
        "do. 11 jun. 2026",
        " 11\u00a0JUNI  2026 ",
        "11e juni 2026",
        "11-jun-2026",
        "11-6-2026",
        "11/06/26",
        "11.06.2026",
        "11 06 2026",
        "11\u20136\u20132026",
        "2026-06-11",
        "2026/6/11",
        "2026-06-11T00:00:00",
        "2026-06-11 12:30:00.000+02:00",
        "11-6-2026 0:00",
    ],
)
def test_a_date_is_understood_in_many_forms(text: str) -> None:
    assert parse_date(text) == JUNE_11


@pytest.mark.parametrize(
    "text",
    [
        "",
        "juni 2026",
        "vrijdag 11 juni 2026",
        "31-2-2026",
        "11 juno 2026",
        "6/11",
        "11-6/2026",
        "11-6-0026",
        "46184",
        "voor 11 juni 2026",
        "0-0-2026",
    ],
)
def test_what_is_no_date_or_two_dates_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_written_date_reads_back(day: date) -> None:
    assert parse_date(write_date(day)) == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("285", 285),
        (" 285 ", 285),
        ("285,0", 285),
        ("285.0", 285),
        ("285,00", 285),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u202f234", 1234),
        ("12.345.678,0", 12_345_678),
        ("007", 7),
        ("-5", -5),
        ("\u22125", -5),
    ],
)
def test_a_whole_number_is_understood_in_dutch(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "ca. 300", "<5", "285,5", "1.23", "1,234", "1E5", "0x10", "12.34.567", "9" * 500]
)
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(-(10**15), 10**15))
def test_a_number_reads_back_with_and_without_full_stops(number: int) -> None:
    assert parse_number(str(number)) == number
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026-2027", (2026, 2027)),
        ("2026/2027", (2026, 2027)),
        ("2026 \u2013 2027", (2026, 2027)),
        ("2026-27", (2026, 2027)),
        ("2026/'27", (2026, 2027)),
        ("1999-00", (1999, 2000)),
        ("schooljaar 2026 t/m 2027", (2026, 2027)),
        ("2026-2028", (2026, 2028)),
        ("2026-25", (2026, 2025)),
    ],
)
def test_a_school_year_is_its_two_years(text: str, years: tuple[int, int]) -> None:
    assert parse_school_year(text) == years


@pytest.mark.parametrize("text", ["", "2026", "26-27", "2026-2027-2028", "dit jaar"])
def test_what_names_no_two_years_is_no_school_year(text: str) -> None:
    assert parse_school_year(text) is None


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
    ],
)
def test_a_school_year_begins_in_august(day: date, year: str) -> None:
    assert school_year_of(day) == year


@given(st.integers(1000, 9998))
def test_a_written_school_year_reads_back(first: int) -> None:
    assert parse_school_year(write_school_year(first)) == (first, first + 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Op  Orde ", "op orde"),
        ("CRÈCHE", "creche"),
        ("\u0133s", "ijs"),
        ("\u2018t Hof", "'t hof"),
        ("a \u2013 b", "a - b"),
        ("e\u0301e\u0301n", "een"),
        ("a\u00a0b", "a b"),
    ],
)
def test_folded_texts_are_the_same_but_for_looks(one: str, other: str) -> None:
    assert fold(one) == other


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
