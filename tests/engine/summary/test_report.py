"""The board's report in Word: its numbers, its words, its charts; valid, short, the same each time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.table import Table
from lxml import etree

from sop_templates.engine.models import open_model
from sop_templates.engine.summary.report import TEMPLATE, build_report_template, make_report
from sop_templates.engine.summary.values import Expected, Summary
from sop_templates.errors import SopError
from sop_templates.formats.word.names import NAMESPACES
from tests.support.generated import generated_answers
from tests.support.libreoffice import convert
from tests.support.plain_counts import (
    asked,
    first_choice,
    item_words,
    list_rows,
    options_of,
    white_items,
)
from tests.support.small_model import SMALL_MODEL
from tests.support.summaries import (
    generated_codes,
    generated_summary,
    last_year,
    sample_sources,
    sample_summary,
    school,
)
from tests.support.word_validity import assert_valid

MANY = 170
ANSWERS = sample_sources()[1]
TABLES = ("basis.aanbod", "basis.expertise", "basis.gebouw")
LISTS = {
    "Partners": ("basis.partners", "partner"),
    "Arrangementen": ("extra.arrangementen", "domein"),
    "Ontwikkeling": ("ontwikkeling.ambities", "thema"),
}
NASTY = '{{ 7*7 }} {% raw %} <w:p> R&D "=cmd" 🦉 שלום'


@dataclass(frozen=True)
class Case:
    report: bytes
    answers: Sequence[dict[str, Any]]


@pytest.fixture(scope="module")
def report() -> bytes:
    return make_report(sample_summary(last_year()))


@pytest.fixture(scope="module", params=["sample", "generated"])
def case(request: pytest.FixtureRequest, report: bytes) -> Case:
    """A report and the answers that it is about, as put in."""
    if request.param == "sample":
        return Case(report, ANSWERS)
    model = open_model()
    answers = [generated_answers(model, code) for code in generated_codes(MANY)]
    return Case(make_report(generated_summary(MANY)), answers)


def paragraphs(data: bytes) -> list[str]:
    return [one.text for one in Document(BytesIO(data)).paragraphs]


def tables(data: bytes) -> list[Table]:
    return list(Document(BytesIO(data)).tables)


def rows_of(table: Table) -> list[dict[str, str]]:
    head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [dict(zip(head, row, strict=True)) for row in rows]


def charts(data: bytes) -> list[Any]:
    with ZipFile(BytesIO(data)) as parts:
        names = sorted(
            (one for one in parts.namelist() if one.startswith("word/charts/chart")),
            key=lambda one: int(re.sub(r"\D", "", one)),
        )
        return [etree.fromstring(parts.read(name)) for name in names]


def drawn(chart: Any) -> dict[str, list[float]]:
    """The numbers that a chart shows, by the names of its series."""
    found = {}
    for series in chart.iterfind(".//c:ser", NAMESPACES):
        name = series.findtext("c:tx//c:v", namespaces=NAMESPACES)
        points = series.iterfind("c:val//c:pt/c:v", NAMESPACES)
        found[name] = [float(one.text) for one in points]
    return found


def test_each_chart_shows_the_plain_counts(case: Case) -> None:
    _, *offer = charts(case.report)
    for key, chart in zip(TABLES, offer, strict=True):
        items = [one["key"] for one in asked(key)["rows"]]
        options = options_of(key, first_choice(key)["key"])
        assert drawn(chart) == {
            option: [item_words(key, item, case.answers)[option] for item in items]
            for option in options
        }


def test_the_first_chart_shows_the_steps_of_the_route(case: Case) -> None:
    statuses = [one["vaststelling.status"] for one in case.answers]
    steps = options_of("vaststelling.status")
    assert drawn(charts(case.report)[0]) == {one: [statuses.count(one)] for one in steps}


def test_each_chart_has_words_for_who_does_not_see_it(report: bytes) -> None:
    with ZipFile(BytesIO(report)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    words = [one.get("descr", "") for one in body.iterfind(".//wp:docPr", NAMESPACES)]
    assert len(words) == len(charts(report))
    assert all(one.startswith("Staafdiagram van") for one in words)
    statuses = [one["vaststelling.status"] for one in ANSWERS]
    assert all(f"{step} {statuses.count(step)}" in words[0] for step in set(statuses))


def test_a_charts_numbers_can_be_changed_in_word(report: bytes) -> None:
    with ZipFile(BytesIO(report)) as parts:
        books = [one for one in parts.namelist() if one.endswith(".xlsx")]
        assert len(books) == len(charts(report))
        assert all(parts.read(one).startswith(b"PK") for one in books)
    for chart in charts(report):
        order = [etree.QName(one).localname for one in chart]
        assert order.index("externalData") < order.index("printSettings")


def test_white_spots_are_told_with_what_is_done_about_them(case: Case) -> None:
    shown = [
        row["Onderdeel"]
        for table in tables(case.report)
        for row in rows_of(table)
        if "Onderdeel" in row
    ]
    assert shown == [label for key in TABLES for label in white_items(key, case.answers)]


def test_sentences_tell_the_counts(case: Case) -> None:
    told = 0
    for key, sentence in _offer_sentences(case.report):
        options = re.findall("“(.+?)”", sentence)
        for row in asked(key)["rows"]:
            words = item_words(key, row["key"], case.answers)
            count = sum(words[option] for option in options)
            if shown := re.search(rf"(?<!\w){re.escape(row['label'])} \((\d+)\)", sentence):
                told += 1
                assert int(shown[1]) == count
            elif row["label"] in re.split(r", | en |: |\.$", sentence):
                told += 1
                assert count == (0 if "geen enkele" in sentence else len(case.answers))
    assert told > 5


def test_sentences_tell_how_much_was_not_answered(case: Case) -> None:
    sentences = list(_offer_sentences(case.report))
    for key in TABLES:
        rows = asked(key)["rows"]
        empty = sum(item_words(key, row["key"], case.answers)[""] for row in rows)
        told = f"Niet beantwoord: {empty} van de {len(rows) * len(case.answers)} antwoorden."
        assert ((key, told) in sentences) is (empty > 0)


def _offer_sentences(report: bytes) -> Iterator[tuple[str, str]]:
    """The sentences under the heading of each table, by the table's key."""
    names = dict(zip(("Aanbod", "Expertise", "Gebouw"), TABLES, strict=True))
    key = ""
    for one in Document(BytesIO(report)).paragraphs:
        if one.style is not None and (one.style.name or "").startswith("Heading"):
            key = names.get(one.text, "")
        elif key and one.style is not None and one.style.name == "List Bullet":
            yield key, one.text


def test_lists_are_counted_by_their_first_choice(case: Case) -> None:
    found = {}
    for table in tables(case.report):
        for row in rows_of(table):
            if "Keren" in row:
                found[next(iter(row)), next(iter(row.values()))] = (row["Scholen"], row["Keren"])
    for key, column in LISTS.values():
        label = next(one["label"] for one in asked(key)["columns"] if one["key"] == column)
        for option in options_of(key, column):
            times = sum(row.get(column) == option for row in list_rows(key, case.answers))
            schools = sum(
                any(row.get(column) == option for row in one.get(key, [])) for one in case.answers
            )
            shown = found.get((label, option))
            assert shown == ((str(schools), str(times)) if times else None)


def test_the_chase_list_names_who_has_a_step_to_take(report: bytes) -> None:
    rows = next(rows_of(one) for one in tables(report) if one.rows[0].cells[2].text == "Nog nodig")
    waiting = [
        one["school.naam"] for one in ANSWERS if one["vaststelling.status"] != "gepubliceerd"
    ]
    assert rows[0]["School"] == "De Letterloods"
    assert sorted(row["School"] for row in rows[1:]) == sorted(waiting)


def test_every_school_of_the_roster_stands_in_the_table(report: bytes) -> None:
    rows = next(rows_of(one) for one in tables(report) if one.rows[0].cells[1].text == "Status")
    assert len(rows) == len(sample_sources()[0]["schools"])
    given = {one["school.naam"]: one.get("vaststelling.mr_advies") for one in ANSWERS}
    for row in rows:
        assert row["Advies MR"] == (given.get(row["School"]) or "-")


def test_it_is_valid_and_short(report: bytes, tmp_path: Path) -> None:
    assert_valid(report, has_jinja=False)
    path = tmp_path / "report.docx"
    path.write_bytes(report)
    pages = convert(path, "pdf", tmp_path).read_bytes().count(b"/Type/Page/") or _pages(tmp_path)
    assert 4 <= pages <= 8


def _pages(folder: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b[^s]", (folder / "report.pdf").read_bytes()))


def test_a_school_without_last_year_gives_no_comparison() -> None:
    assert "Veranderd sinds vorig jaar" not in paragraphs(make_report(sample_summary()))


def test_names_come_out_as_typed() -> None:
    answers = {"school.vestigingscode": "12AB00", "school.naam": NASTY}
    data = make_report(Summary(SMALL_MODEL, [school(SMALL_MODEL, answers)]))
    assert_valid(data, audit=False)
    assert any(row.get("School") == NASTY for one in tables(data) for row in rows_of(one))


def test_it_can_be_made_of_nobody() -> None:
    summary = Summary(SMALL_MODEL, [], missing=[Expected("12AB00", "De Brug")])
    assert "De Brug" in [cell.text for one in tables(make_report(summary)) for cell in one._cells]


def test_the_same_summary_gives_the_same_bytes(report: bytes) -> None:
    assert make_report(sample_summary(last_year())) == report


def test_the_template_is_the_one_that_the_code_makes(tmp_path: Path) -> None:
    build_report_template(tmp_path / "vers.docx")
    assert (tmp_path / "vers.docx").read_bytes() == TEMPLATE.read_bytes()
    assert_valid(TEMPLATE.read_bytes())


def test_a_template_that_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "eigen.docx"
    made = Document(str(TEMPLATE))
    made.add_paragraph("Van onszelf")
    made.save(str(path))
    with pytest.raises(SopError):
        build_report_template(path)


def test_a_boards_own_template_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "eigen.docx"
    made = Document()
    made.add_paragraph("{{ bestuur }}: {{ scholen|length }} scholen")
    made.save(str(path))
    assert paragraphs(make_report(sample_summary(), path)) == [
        "Stichting Regenboogbestuur: 13 scholen"
    ]


@pytest.mark.parametrize(
    "text", ["{{ onbekend }}", "{{ bestuur", "{% for x in %}", "{{ ''.__class__.mro() }}"]
)
def test_a_template_that_asks_what_there_is_not_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "eigen.docx"
    made = Document()
    made.add_paragraph(text)
    made.save(str(path))
    with pytest.raises(SopError) as caught:
        make_report(sample_summary(), path)
    assert caught.value.code == "SOP790"
    assert "eigen.docx" in caught.value.message


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "eigen.docx"
    path.write_bytes(b"geen zip")
    with pytest.raises(SopError):
        make_report(sample_summary(), path)
