"""Dates and the route: each rule with one record that it finds and near ones that it lets go."""

from datetime import date
from typing import Any

import pytest

from sop_templates.domain.checks_route import (
    check_days,
    check_order,
    check_pairs,
    check_school_year,
    check_status,
)
from tests.support.under_check import codes, found

TEAM, MR, BOARD = "vaststelling.teamdatum", "vaststelling.mr_datum", "vaststelling.bestuursdatum"
ADVICE, STATUS = "vaststelling.mr_advies", "vaststelling.status"
YEAR = {"school.schooljaar": "2026-2027"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({TEAM: "2026-05-20", MR: "2026-06-11", BOARD: "2026-07-01"}, []),
        ({TEAM: "2026-06-11", MR: "2026-06-11"}, []),
        ({TEAM: "2026-05-20", BOARD: "2026-07-01"}, []),
        ({MR: "2026-06-11", BOARD: "2026-06-02"}, [BOARD]),
        ({TEAM: "2026-06-11", BOARD: "2026-06-02"}, [BOARD]),
        ({TEAM: "2026-06-11", MR: "2026-06-01", BOARD: "2026-06-05"}, [MR]),
        ({TEAM: "juni 2026", MR: "2026-06-01"}, []),
    ],
)
def test_dates_follow_the_route(answers: dict[str, Any], expected: list[str]) -> None:
    assert [one.key for one in found(check_order, answers)] == expected


def test_dates_out_of_order_are_both_told_in_dutch() -> None:
    (finding,) = found(check_order, {MR: "2026-06-11", BOARD: "2026-06-02"})
    assert (finding.code, finding.message) == (
        "SOP402",
        "Vastgesteld door het schoolbestuur is 2 juni 2026; that is before Datum advies MR, 11 juni 2026.",
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-15", []),
        ("2026-09-16", ["SOP403"]),
        ("2062-06-11", ["SOP403"]),
        ("2025-08-01", []),
        ("2025-07-31", ["SOP404"]),
        ("0206-06-11", ["SOP404"]),
        ("juni 2026", []),
        (None, []),
    ],
)
def test_dates_are_of_this_time(day: str | None, expected: list[str]) -> None:
    assert codes(check_days, {**YEAR, MR: day}) == expected


def test_without_a_school_year_no_date_is_too_old() -> None:
    assert codes(check_days, {MR: "1999-01-01"}) == []


@pytest.mark.parametrize(
    ("year", "today", "expected"),
    [
        ("2026-2027", date(2026, 9, 15), []),
        ("2026-2027", date(2026, 5, 1), []),
        ("2026-2027", date(2027, 7, 31), []),
        ("2026-2027", date(2027, 8, 1), ["SOP405"]),
        ("2024-2025", date(2026, 9, 15), ["SOP405"]),
        ("2027-2028", date(2026, 9, 15), []),
        ("2062-2063", date(2026, 9, 15), ["SOP406"]),
        ("volgend jaar", date(2026, 9, 15), []),
        (None, date(2026, 9, 15), []),
    ],
)
def test_the_school_year_is_this_one_or_the_next(
    year: str | None, today: date, expected: list[str]
) -> None:
    assert codes(check_school_year, {"school.schooljaar": year}, today) == expected


def test_a_date_of_advice_needs_the_advice() -> None:
    (finding,) = found(check_pairs, {MR: "2026-06-11"})
    assert (finding.code, finding.message) == (
        "SOP407",
        "Datum advies MR is filled in, but Advies MR is empty.",
    )


def test_advice_with_its_date_is_a_pair() -> None:
    assert codes(check_pairs, {MR: "2026-06-11", ADVICE: "positief"}) == []
    assert codes(check_pairs, {ADVICE: "positief"}) == [], "its date is a gap, no loose end"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("concept", ["SOP408"]),
        ("bij MR", ["SOP408"]),
        (None, ["SOP408"]),
        ("vastgesteld", []),
        ("gepubliceerd", []),
    ],
)
def test_a_status_may_be_behind_the_dates(status: str | None, expected: list[str]) -> None:
    assert codes(check_status, {STATUS: status, BOARD: "2026-07-01"}) == expected


def test_an_evaluation_is_no_sign_of_a_later_step() -> None:
    assert (
        codes(check_status, {STATUS: "concept", "ontwikkeling.evaluatiedatum": "2026-03-01"}) == []
    )
