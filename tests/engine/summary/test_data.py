"""The summary for machines: the same numbers as JSON, the same sheets as CSV."""

import csv
import json
from pathlib import Path

import pytest

from sop_templates.engine.summary.data import summary_data
from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.summarising import write_summary
from sop_templates.engine.summary.values import Summary
from sop_templates.errors import SopError
from tests.support.plain_counts import asked, going_on, having, item_words, list_rows, white_items
from tests.support.small_model import SMALL_MODEL
from tests.support.summaries import last_year, sample_sources, sample_summary, school

ANSWERS = sample_sources()[1]


def test_the_numbers_equal_a_plain_count() -> None:
    data = summary_data(sample_summary())
    for key in ("basis.aanbod", "basis.expertise", "basis.gebouw"):
        white = white_items(key, ANSWERS)
        for item in asked(key)["rows"]:
            found = data["offer"][key][item["key"]]
            words = item_words(key, item["key"], ANSWERS)
            assert found["by_option"] == {one: words[one] for one in found["by_option"]}
            assert found["present"] == having(key, item["key"], ANSWERS)
            assert found["white"] is (item["label"] in white)
            for other, times in found["going_on"].items():
                assert times == going_on(other, item.get("themes", ()), ANSWERS)
    for key, found in data["lists"].items():
        assert found["rows"] == len(list_rows(key, ANSWERS))
    assert [one["vestigingscode"] for one in data["undelivered"]] == ["99XX12"]


def test_changes_are_told_where_there_is_a_year_before() -> None:
    assert "changes" not in summary_data(sample_summary())
    changes = summary_data(sample_summary(last_year()))["changes"]
    assert {"vestigingscode": "99XX11", "name": "De Turfschuit", "kind": "new school"} in changes
    assert {"vestigingscode": "99XX12", "name": "De Letterloods", "kind": "no SOP now"} in changes


def test_each_sheet_is_a_csv_file(tmp_path: Path) -> None:
    summary = sample_summary()
    files = write_summary(summary, None, data=tmp_path)
    assert len(files) == len(sheets(summary, tmp_path))
    assert json.loads(files[0].read_text(encoding="utf-8"))["model"] == "haaglanden"
    text = (tmp_path / "antwoorden.csv").read_text(encoding="utf-8-sig")
    header, *rows = list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
    assert len(rows) == len(ANSWERS)
    place = header.index("extra.grens")
    assert rows[0][place].strip() == ANSWERS[0]["extra.grens"].strip()


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(tmp_path: Path) -> None:
    answers = {"school.vestigingscode": "12AB00", "school.naam": "=cmd|'/c calc'!A1"}
    write_summary(Summary(SMALL_MODEL, [school(SMALL_MODEL, answers)]), None, data=tmp_path)
    assert "'=cmd" in (tmp_path / "overzicht.csv").read_text(encoding="utf-8-sig")


def test_files_that_exist_are_kept(tmp_path: Path) -> None:
    (tmp_path / "overzicht.json").write_text("{}")
    with pytest.raises(SopError):
        write_summary(sample_summary(), None, data=tmp_path)
