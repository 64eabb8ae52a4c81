"""Where the schools stand: held against the sample board's own answers, and case by case."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.delivery import Timing
from sop_templates.engine.route.status import RouteStatus, Stand, route_status
from sop_templates.errors import SopError
from tests.support.school_files import write_file
from tests.support.summaries import SAMPLE, TODAY, sample_sources
from tests.support.word_editing import edited, replaced

CODE, NAME, YEAR = "school.vestigingscode", "school.naam", "school.schooljaar"
STATUS, DECIDED = "vaststelling.status", "vaststelling.bestuursdatum"
SCHOOL = {CODE: "12AB00", NAME: "De Brug", YEAR: "2026-2027"}
DEADLINE = date(2026, 7, 10)


@pytest.fixture(scope="module")
def sample() -> RouteStatus:
    return route_status([SAMPLE / "word"], today=TODAY)


def by_code(status: RouteStatus) -> dict[str, Stand]:
    return {one.code: one for one in status.stands}


def only(path: Path, today: date = TODAY, **more: Any) -> Stand:
    stands = route_status([path], today=today, **more).stands
    return next(one for one in stands if one.is_delivered or len(stands) == 1)


def test_every_school_of_the_roster_stands_somewhere(sample: RouteStatus) -> None:
    board, schools = sample_sources()
    assert {one.code for one in sample.stands} == {
        one["vestigingscode"] for one in board["schools"]
    }
    assert [one.code for one in sample.stands if not one.is_delivered] == ["99XX12"]
    assert {one.code: one.status for one in sample.delivered} == {
        one[CODE]: one[STATUS] for one in schools
    }


def test_who_is_late_is_told_by_the_boards_deadline(sample: RouteStatus) -> None:
    _, schools = sample_sources()
    undecided = {one[CODE] for one in schools if not one.get(DECIDED)}
    late = {one.code for one in sample.stands if one.timing is Timing.OVERDUE}
    assert late == undecided | {"99XX12"}
    assert {one.days_late for one in sample.stands if one.code in late} == {(TODAY - DEADLINE).days}
    in_time = {one[CODE] for one in schools if one.get(DECIDED) and one[DECIDED] <= DEADLINE}
    assert {one.code for one in sample.stands if one.timing is Timing.IN_TIME} == in_time


def test_who_is_waited_for_longest_comes_first(sample: RouteStatus) -> None:
    assert sample.stands[0].code == "99XX12"
    assert [one.is_decided for one in sample.stands] == sorted(
        one.is_decided for one in sample.stands
    )


def test_what_is_missing_is_named_and_counted(sample: RouteStatus) -> None:
    stand = by_code(sample)["99XX08"]
    assert [(one.key, one.title) for one in stand.lacks] == [
        ("vaststelling.mr_advies", "Advies MR")
    ]
    _, schools = sample_sources()
    source = next(one for one in schools if one[CODE] == "99XX11")
    rows = by_code(sample)["99XX11"].lacks[0]
    assert (rows.key, rows.rows) == ("basis.aanbod", 24)
    assert rows.empty == 24 - sum(
        bool(one.get("status")) for one in source["basis.aanbod"].values()
    )


def test_a_changed_fixed_text_is_in_the_way(tmp_path: Path) -> None:
    good = SAMPLE / "word" / "99XX01-De-Klokkentuin-sop-2026-2027.docx"
    assert only(good).is_ready
    changed = tmp_path / good.name
    changed.write_bytes(edited(good.read_bytes(), replaced("zorgplicht", "zorgtaak")))
    stand = only(changed)
    assert (stand.is_ready, stand.lacks) == (False, ())
    assert "vast.zorgplicht" in [one.key for one in stand.errors]


@pytest.mark.parametrize(
    ("today", "timing", "days", "late"),
    [
        (date(2026, 9, 1), Timing.OPEN, 0, 0),
        (date(2026, 9, 2), Timing.OVERDUE, 1, 1),
        (date(2026, 8, 1), Timing.OPEN, 31, 0),
    ],
)
def test_without_a_board_the_first_of_september_counts(
    tmp_path: Path, today: date, timing: Timing, days: int, late: int
) -> None:
    write_file(tmp_path, SCHOOL | {STATUS: "concept"})
    stand = only(tmp_path, today)
    assert (stand.timing, stand.days, stand.days_late) == (timing, days, late)


def test_a_decision_after_the_deadline_is_late_but_nobody_waits(tmp_path: Path) -> None:
    write_file(tmp_path, SCHOOL | {STATUS: "vastgesteld", DECIDED: "2026-09-04"})
    stand = only(tmp_path)
    assert (stand.timing, stand.days, stand.days_late) == (Timing.LATE, 3, 0)
    assert stand.is_decided


def test_last_year_tells_whom_to_write_to_and_who_must_evaluate(tmp_path: Path) -> None:
    before, now = tmp_path / "oud", tmp_path / "nieuw"
    for folder in (before, now):
        folder.mkdir()
    (now / "board.toml").write_text(
        'name = "B"\n[[schools]]\nvestigingscode = "12AB00"\nname = "De Brug"\n', encoding="utf-8"
    )
    last = SCHOOL | {YEAR: "2025-2026", "school.email": "post@brug.example"}
    write_file(before, last | {"school.directeur": "Schoolleider"})
    stand = only(now, previous=[before])
    assert (stand.is_delivered, stand.email, stand.contact) == (
        False,
        "post@brug.example",
        "Schoolleider",
    )
    assert stand.timing is Timing.UNKNOWN

    write_file(now, SCHOOL | {STATUS: "vastgesteld", DECIDED: "2026-08-01"})
    lacks = {one.key for one in only(now, previous=[before]).lacks}
    assert "ontwikkeling.evaluatiedatum" in lacks
    assert "ontwikkeling.evaluatiedatum" not in {one.key for one in only(now).lacks}


def test_a_folder_with_a_roster_and_no_file_still_tells_who_is_waited_for(tmp_path: Path) -> None:
    shutil.copy(SAMPLE / "board.toml", tmp_path)
    (tmp_path / "word").mkdir()
    stands = route_status([tmp_path / "word"], today=TODAY).stands
    assert len(stands) == 13
    assert not any(one.is_delivered for one in stands)
    assert {one.days_late for one in stands} == {(TODAY - DEADLINE).days}


def test_a_folder_with_nothing_at_all_stops(tmp_path: Path) -> None:
    with pytest.raises(SopError) as error:
        route_status([tmp_path], today=TODAY)
    assert error.value.code == "SOP002"


def test_machines_get_the_same(sample: RouteStatus) -> None:
    data = by_code(sample)["99XX08"].as_json()
    assert data["missing"] == ["vaststelling.mr_advies"]
    assert (data["timing"], data["days"], data["ready"]) == ("overdue", 67, False)
    assert data["deadline"] == "2026-07-10"
