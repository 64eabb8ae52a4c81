"""The list of reminders: who is on it, what it says, and that a mail merge can read it."""

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sop_templates.engine.route.reminders import (
    COLUMNS,
    MOST,
    lacking_in_words,
    needs_reminder,
    write_reminders,
)
from sop_templates.engine.route.status import RouteStatus, route_status
from sop_templates.errors import SopError, UsageError
from tests.support.school_files import write_file
from tests.support.summaries import SAMPLE, TODAY, sample_sources

CODE, STATUS, DECIDED = "school.vestigingscode", "vaststelling.status", "vaststelling.bestuursdatum"


@pytest.fixture(scope="module")
def sample() -> RouteStatus:
    return route_status([SAMPLE / "word"], today=TODAY)


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def sheet_rows(path: Path) -> list[dict[str, Any]]:
    sheet: Any = load_workbook(path).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_who_is_established_in_time_is_not_on_it_and_all_others_are(
    sample: RouteStatus, tmp_path: Path
) -> None:
    count = write_reminders(sample.stands, tmp_path / "h.csv")
    rows = csv_rows(tmp_path / "h.csv")
    _, schools = sample_sources()
    undecided = {one[CODE] for one in schools if not one.get(DECIDED)}
    assert {one["vestigingscode"] for one in rows} == undecided | {"99XX12"}
    assert count == len(rows)
    emails = {one[CODE]: one.get("school.email", "") for one in schools}
    assert all(one["email"] == emails.get(one["vestigingscode"], "") for one in rows)


def test_the_workbook_and_the_table_say_the_same(sample: RouteStatus, tmp_path: Path) -> None:
    for name in ("h.csv", "h.xlsx"):
        write_reminders(sample.stands, tmp_path / name)
    there = [
        {key: str(value or "") for key, value in row.items()}
        for row in sheet_rows(tmp_path / "h.xlsx")
    ]
    assert there == csv_rows(tmp_path / "h.csv")
    assert sheet_rows(tmp_path / "h.xlsx")[0]["dagen_te_laat"] == 67


def test_word_takes_the_header_for_merge_fields() -> None:
    names = [one.header for one in COLUMNS]
    assert all(name.replace("_", "").isalpha() and len(name) <= 40 for name in names)
    assert len(set(names)) == len(names)


def test_what_is_missing_can_stand_in_a_letter(sample: RouteStatus) -> None:
    words = {one.code: lacking_in_words(one) for one in sample.stands}
    assert words["99XX12"] == (
        "Het schoolondersteuningsprofiel voor 2026-2027 is nog niet aangeleverd."
    )
    assert words["99XX08"] == "Nog invullen (1 vraag): Advies MR."
    assert words["99XX06"] == "Alles is ingevuld. De volgende stap: de MR."
    assert words["99XX11"].startswith("Nog invullen (5 vragen): ")
    assert words["99XX11"].endswith("; en nog 2.")
    assert all(len(one) <= MOST for one in words.values())


def test_a_mistake_is_told_in_dutch_and_fits(tmp_path: Path) -> None:
    answers = {
        CODE: "12AB00",
        "school.schooljaar": "2026-2027",
        "vaststelling.mr_datum": "2026-06-11",
        DECIDED: "2026-06-02",
        STATUS: "vastgesteld",
    }
    write_file(tmp_path, answers)
    (stand,) = route_status([tmp_path], today=TODAY).stands
    words = lacking_in_words(stand)
    assert needs_reminder(stand)
    assert "Nog herstellen: " in words
    assert "11 juni 2026" in words
    assert len(words) <= MOST


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(tmp_path: Path) -> None:
    write_file(tmp_path, {CODE: "12AB00", "school.naam": "=cmd|'/c calc'!A1"}, "a.docx")
    stands = route_status([tmp_path / "a.docx"], today=TODAY).stands
    write_reminders(stands, tmp_path / "h.csv")
    assert csv_rows(tmp_path / "h.csv")[0]["school"].startswith("'=cmd")
    write_reminders(stands, tmp_path / "h.xlsx")
    cell = load_workbook(tmp_path / "h.xlsx").worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", "=cmd|'/c calc'!A1")


def test_nothing_is_overwritten_and_another_ending_is_refused(
    sample: RouteStatus, tmp_path: Path
) -> None:
    write_reminders(sample.stands, tmp_path / "h.csv")
    with pytest.raises(SopError):
        write_reminders(sample.stands, tmp_path / "h.csv")
    with pytest.raises(UsageError):
        write_reminders(sample.stands, tmp_path / "h.pdf")
