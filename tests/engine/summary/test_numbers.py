"""Every number in the workbook equals a plain count of the answers as they were put in."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import pytest
from openpyxl import load_workbook

from sop_templates.engine.models import open_model
from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_workbook import write_report
from tests.support.generated import generated_answers
from tests.support.plain_counts import (
    asked,
    first_choice,
    going_on,
    having,
    item_words,
    keys_of,
    list_rows,
    options_of,
    white_items,
)
from tests.support.summaries import (
    TODAY,
    generated_codes,
    generated_summary,
    sample_sources,
    sample_summary,
)

MANY = 170
SHEETS = {
    "basis.aanbod": "Aanbod",
    "basis.expertise": "Expertise",
    "basis.gebouw": "Gebouw",
    "basis.partners": "Partners",
    "extra.arrangementen": "Arrangementen",
    "ontwikkeling.ambities": "Ontwikkeling",
}
TABLES = ("basis.aanbod", "basis.expertise", "basis.gebouw")
CROSSES = {
    "basis.partners": ("partner", "frequentie"),
    "extra.arrangementen": ("domein", "status"),
    "ontwikkeling.ambities": ("thema", "status"),
}


@dataclass(frozen=True)
class Case:
    summary: Summary
    answers: Sequence[dict[str, Any]]
    book: Any

    def rows(self, sheet: str, first: str) -> list[dict[str, Any]]:
        """The rows of a sheet's table, by their headers."""
        values = list(self.book[sheet].iter_rows(values_only=True))
        at = next(number for number, row in enumerate(values) if row[0] == first)
        return [dict(zip(values[at], row, strict=True)) for row in values[at + 1 :]]

    def titles(self, sheet: str) -> list[str]:
        """What stands over the table."""
        return [cell.value for cell in self.book[sheet]["A"][:6] if cell.value]


def _case(summary: Summary, answers: Sequence[dict[str, Any]]) -> Case:
    data = write_report(sheets(summary, Path("uit")), "Overzicht")
    with catch_warnings():  # openpyxl does not know the data bars of Excel 2010
        simplefilter("ignore", UserWarning)
        return Case(summary, answers, load_workbook(BytesIO(data)))


@pytest.fixture(scope="module", params=["sample", "generated"])
def case(request: pytest.FixtureRequest) -> Case:
    if request.param == "sample":
        return _case(sample_summary(), sample_sources()[1])
    model = open_model()
    answers = [generated_answers(model, code) for code in generated_codes(MANY)]
    return _case(generated_summary(MANY), answers)


@pytest.mark.parametrize("key", TABLES)
def test_each_item_is_counted_by_option(case: Case, key: str) -> None:
    name = SHEETS[key]
    first = "Groep" if asked(key)["rows"][0].get("group") else name
    rows = {row[name]: row for row in case.rows(name, first)}
    assert len(rows) == len(asked(key)["rows"])
    for item in asked(key)["rows"]:
        row, words = rows[item["label"]], item_words(key, item["key"], case.answers)
        options = options_of(key, first_choice(key)["key"])
        assert {one: row[one] for one in options} == {one: words[one] for one in options}
        assert row["geen antwoord"] == words[""]
        assert row["Heeft het"] == having(key, item["key"], case.answers)
        assert row["Aandeel"] == pytest.approx(row["Heeft het"] / len(case.answers))


@pytest.mark.parametrize("key", TABLES)
def test_white_spots_are_marked_with_what_is_done_about_them(case: Case, key: str) -> None:
    name = SHEETS[key]
    first = "Groep" if asked(key)["rows"][0].get("group") else name
    white = white_items(key, case.answers)
    for row, item in zip(case.rows(name, first), asked(key)["rows"], strict=True):
        assert (row["Wit?"] == "witte vlek") is (row[name] in white)
        for other in ("extra.arrangementen", "ontwikkeling.ambities"):
            if themes := item.get("themes"):
                assert row[SHEETS[other]] == going_on(other, themes, case.answers)
    assert all(any(label in line for line in case.titles(name)) for label in white)


@pytest.mark.parametrize("key", TABLES)
def test_each_school_has_its_own_word_for_each_item(case: Case, key: str) -> None:
    column = first_choice(key)["key"]
    rows = case.rows(f"{SHEETS[key]} per school", "Code")
    for row, given in zip(rows, case.answers, strict=False):
        for item in asked(key)["rows"]:
            cells = given.get(key, {}).get(item["key"], {})
            assert row[item["label"]] == cells.get(column)
    totals = rows[-1]
    assert [totals[item["label"]] for item in asked(key)["rows"]] == [
        having(key, item["key"], case.answers) for item in asked(key)["rows"]
    ]


@pytest.mark.parametrize("key", CROSSES)
def test_lists_are_crossed_by_two_choices(case: Case, key: str) -> None:
    first, second = CROSSES[key]
    label = next(one["label"] for one in asked(key)["columns"] if one["key"] == first)
    rows = {row[label]: row for row in case.rows(SHEETS[key], label)}
    given = list_rows(key, case.answers)
    for option in options_of(key, first):
        mine = [row for row in given if row.get(first) == option]
        assert rows[option]["Keren"] == len(mine)
        for other in options_of(key, second):
            assert rows[option][other] == sum(row.get(second) == other for row in mine)
        schools = [
            any(row.get(first) == option for row in one.get(key, [])) for one in case.answers
        ]
        assert rows[option]["Scholen"] == sum(schools)
    assert rows["Totaal"]["Keren"] == len(given)
    assert rows["Totaal"]["Scholen"] == sum(bool(one.get(key)) for one in case.answers)


@pytest.mark.parametrize("key", keys_of("list"))
def test_every_row_of_a_list_is_shown_with_its_school(case: Case, key: str) -> None:
    name = SHEETS.get(key)
    rows = case.rows(f"{name} per school" if name else "Sterk", "Code")
    columns = asked(key)["columns"]
    shown = [(row["Code"], *(row[one["label"]] for one in columns)) for row in rows]
    given = [
        (one["school.vestigingscode"], *(row.get(column["key"]) for column in columns))
        for one in case.answers
        for row in one.get(key, [])
    ]
    assert shown == given


def test_all_choices_are_counted(case: Case) -> None:
    found = {
        (row["Vraag"], row["Kolom"], row["Antwoord"]): (row["Scholen"], row["Keren"])
        for row in case.rows("Tellingen", "Vraag")
    }
    for key in keys_of("choice"):
        title = asked(key).get("short", asked(key)["label"])
        given = Counter(one.get(key) for one in case.answers)
        for option in options_of(key):
            assert found.pop((title, None, option)) == (given[option], given[option])
        if given[None]:
            assert found.pop((title, None, "(niet ingevuld)")) == (given[None], None)
    for key in (*keys_of("list"), *keys_of("rows")):
        for column in (one for one in asked(key)["columns"] if "options" in one):
            for option, count in _chosen(key, column["key"], case.answers).items():
                title = asked(key).get("short", asked(key)["label"])
                assert found.pop((title, column["label"], option)) == count
    flags = [asked(key)["label"] for key in keys_of("flag")]
    assert all(vraag in flags or count == (0, 0) for (vraag, _, _), count in found.items())


def _chosen(key: str, column: str, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    times: Counter[str] = Counter()
    schools: Counter[str] = Counter()
    for one in records:
        value = one.get(key) or {}
        rows = value if isinstance(value, list) else value.values()
        words = [row[column] for row in rows if row.get(column)]
        times.update(words)
        schools.update(set(words))
    return {word: (schools[word], times[word]) for word in times}


def test_areas_are_counted_apart(case: Case) -> None:
    values = list(case.book["Per gebied"].iter_rows(values_only=True))
    present = {row[:2]: row[2:] for row in values}
    rows = {(row["Indeling"], row["Groep"]): row for row in case.rows("Gebieden", "Indeling")}
    assert rows.keys() < present.keys()
    for key, title in (("school.gemeente", "Gemeente"), ("school.werkgebied", "Werkgebied")):
        for value in {one.get(key) for one in case.answers}:
            mine = [one for one in case.answers if one.get(key) == value]
            counts = [
                having(table, item["key"], mine)
                for table in TABLES
                for item in asked(table)["rows"]
            ]
            assert present[title, value or "(niet ingevuld)"] == (len(mine), *counts)
            row = rows[title, value or "(niet ingevuld)"]
            assert row["Aantal leerlingen"] == sum(
                one.get("school.leerlingen") or 0 for one in mine
            )
            for status in options_of("vaststelling.status"):
                assert row[status] == sum(one["vaststelling.status"] == status for one in mine)


def test_dates_are_held_against_the_deadline(case: Case) -> None:
    rows = {row["Code"]: row for row in case.rows("Route", "Code")}
    for one in case.answers:
        row = rows[one["school.vestigingscode"]]
        deadline = row["Uiterste datum"].date()
        decided = _date(one.get("vaststelling.bestuursdatum"))
        assert _date(row["Vastgesteld door het schoolbestuur"]) == decided
        if decided is not None:
            days = (decided - deadline).days
            assert row["Op tijd?"] == ("op tijd" if days <= 0 else "te laat vastgesteld")
        else:
            assert row["Op tijd?"] == "te laat"
            assert row["Dagen"] == f"{(TODAY - deadline).days} dagen te laat"


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]  # a date or None


def test_the_overview_counts_each_answer_of_the_route(case: Case) -> None:
    rows = case.rows("Overzicht", "Code")
    totals = rows[-1]
    for key in ("vaststelling.mr_advies", "vaststelling.mr_datum", "vaststelling.bestuursdatum"):
        given = sum(bool(one.get(key)) for one in case.answers)
        assert totals[asked(key)["label"]] == f"{given} ingevuld"
    assert totals["Aangeleverd"] == f"{len(case.answers)} ja"
    for severity in ("Fouten", "Waarschuwingen", "Tips"):
        counts = [row[severity] or 0 for row in rows[:-1]]
        assert totals[severity] == sum(counts)
    words = Counter(row["Ernst"] for row in case.rows("Signalen", "Code"))
    shown = (words["fout"], words["waarschuwing"], words["tip"])
    assert shown == (totals["Fouten"], totals["Waarschuwingen"], totals["Tips"])


def test_the_boundaries_stand_side_by_side_in_the_schools_own_words(case: Case) -> None:
    keys = ("extra.verwijzing", "extra.grens", "extra.vervolg")
    rows = {row["Code"]: row for row in case.rows("Grenzen en verwijzing", "Code")}
    for given in case.answers:
        row = rows[given["school.vestigingscode"]]
        for key in keys:
            shown = row[asked(key).get("short", asked(key)["label"])]
            if text := given.get(key):
                assert set(re.findall(r"\w{5,}", shown)) <= set(re.findall(r"\w{5,}", text))
                assert len(shown) > len(text) / 2
