"""The summary of another region's model: other keys, other words, no route; hostile answers too."""

import csv
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import pytest
from lxml import html
from openpyxl import load_workbook

from sop_templates.domain.model import Chapter, Column, Field, FieldType, Model, Need, Row
from sop_templates.engine.summary.names import table_names
from sop_templates.engine.summary.summarising import write_summary
from sop_templates.engine.summary.values import BoardPart, Expected, Summary
from tests.support.small_model import SCHOOL, SMALL_MODEL
from tests.support.summaries import TODAY, school
from tests.support.word_validity import assert_valid

NASTY = "=cmd|'/c calc'!A1 <w:p> R&D {{ 7*7 }} {% raw %} </script> \"x\"\nregel 2 🦉 שלום"
HAS = Column(
    "heeft",
    "Heeft?",
    FieldType.CHOICE,
    options=('zegt "ja"', "half", "geen", "weet niet"),
    present=('zegt "ja"',),
    partly=("half",),
    absent=("geen",),
)
KIND = Column("soort", "Soort", FieldType.CHOICE, options=("taal", "rekenen"), open=True)
NOTE = Column("uitleg", "Uitleg")


def _field(key: str, kind: FieldType, **more: Any) -> Field:
    name = key.partition(".")[2]
    values = {"label": f"Vraag {name}", "title": f"Vraag {name}", "bookmark": f"b_{name}"[:40]}
    return Field(key=key, type=kind, counted=True, **values | more)


ROWS = (Row("a", "Taal & lezen", themes=("taal",)), Row("b", NASTY[:40]), Row("c", "Rest", "Groep"))
FOREIGN = replace(
    SMALL_MODEL,
    id="elders",
    route=(),
    date_order=(),
    chapters=(
        SCHOOL,
        Chapter(
            "zorg",
            "Zorg",
            fields=(
                _field("zorg.route", FieldType.ROWS, columns=(HAS, NOTE), rows=ROWS),
                _field("zorg.leeg", FieldType.ROWS, columns=(HAS,)),
                _field("zorg.plannen", FieldType.LIST, columns=(KIND, HAS, NOTE)),
                _field("zorg.per_school", FieldType.LIST, columns=(NOTE,)),
                _field("ander.plannen", FieldType.LIST, columns=(KIND, NOTE)),
                _field("zorg.grens", FieldType.RICH, inspected=True),
                _field("zorg.wijk", FieldType.TEXT, groups=True),
                _field("zorg.aantal", FieldType.NUMBER),
                _field(
                    "vaststelling.status",
                    FieldType.CHOICE,
                    options=("begin", "klaar"),
                    need=Need.REQUIRED,
                ),
            ),
        ),
    ),
)


def summary_of(model: Model, word: str) -> Summary:
    def given(code: str, wijk: str, heeft: str | None) -> dict[str, Any]:
        return {
            "school.naam": word,
            "school.vestigingscode": code,
            "zorg.route": {row.key: {"heeft": heeft, "uitleg": word} for row in ROWS},
            "zorg.plannen": [{"soort": word, "heeft": "half", "uitleg": word}],
            "ander.plannen": [{"soort": "taal", "uitleg": None}],
            "zorg.per_school": [{"uitleg": word}],
            "zorg.grens": word,
            "zorg.wijk": wijk,
            "zorg.aantal": 12,
            "vaststelling.status": "klaar",
        }

    one, two = given("12AB00", word, "half"), given("12AB01", "Zuid", "geen")
    return Summary(
        model,
        [school(model, one, board="Boog", area=word), school(model, two, board=word)],
        [Expected("12AB02", word, "Boog")],
        (BoardPart("Boog", word, None, 2), BoardPart(word)),
        TODAY,
        previous=[two | {"zorg.grens": "Vroeger anders"}],
    )


def test_names_of_sheets_never_clash() -> None:
    assert list(table_names(FOREIGN).values()) == ["Route 2", "Plannen", "Per school", "Plannen 2"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("elders")
    files = (out / "s.xlsx", out / "r.docx", out / "p.html", out)
    write_summary(
        summary_of(FOREIGN, NASTY), files[0], report=files[1], page=files[2], data=files[3]
    )
    return out


def test_the_workbook_counts_its_tables_and_keeps_every_text(folder: Path) -> None:
    with catch_warnings():  # openpyxl does not know the data bars of Excel 2010
        simplefilter("ignore", UserWarning)
        book = load_workbook(BytesIO((folder / "s.xlsx").read_bytes()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert sum(cell.value == NASTY for cell in cells) > 10
    counts = {row[1]: row for row in book["Route 2"].iter_rows(values_only=True)}
    assert counts["Taal & lezen"][2:6] == (0, 1, 1, 0)
    assert "witte vlek" in counts["Taal & lezen"]


def test_the_report_is_valid_and_keeps_every_text(folder: Path) -> None:
    data = (folder / "r.docx").read_bytes()
    assert_valid(data, audit=False)


def test_the_page_shows_every_text_and_runs_none(folder: Path) -> None:
    page: Any = html.document_fromstring((folder / "p.html").read_bytes())
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//*[@id='kaarten']/li/h3")[0].text == NASTY
    assert {one.get("data-thema") for one in page.xpath("//*[@id='ander-plannen']//tbody/tr")} == {
        "taal"
    }


def test_the_tables_for_machines_guard_what_would_run(folder: Path) -> None:
    text = (folder / "vergelijking.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=";"))
    assert [row[4] for row in rows[1:]] == ["nieuwe school", "gewijzigd"]
    assert rows[1][1].startswith("'=cmd")
