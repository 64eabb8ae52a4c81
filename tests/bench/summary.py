"""The summary of a country: our workbook beside XlsxWriter writing the same cells, nothing computed."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

from sop_templates.engine.models import open_model
from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.values import BoardPart, School, Summary
from sop_templates.formats.excel.report_values import CellValue, Link, Sheet
from sop_templates.formats.excel.report_workbook import write_report
from sop_templates.kinds.answers_checks import ADVISED_EMPTY
from sop_templates.outcome import Finding, Place
from tests.bench.timing import Measure, by_turns
from tests.support.generated import generated_answers
from tests.support.summaries import generated_codes

SCHOOLS = 6_122  # primary school sites in the Netherlands, by DUO's file
BOARDS = 900
ROUNDS = 7  # of three quarters of a minute each
FINDINGS = 4  # a school

Cells = list[tuple[str, list[Sequence[CellValue]]]]


def measures(schools: int = SCHOOLS) -> list[Measure]:
    """The summary workbook with all sheets."""
    summary = country(schools)
    cells: Cells = [(one.name, [list(row) for row in _rows(one)]) for one in _sheets(summary)]
    ours, theirs = by_turns(lambda: _ours(summary), lambda: _theirs(cells), rounds=ROUNDS)
    name = f"summary workbook of {schools} schools"
    return [Measure(name, "XlsxWriter, the same cells", ours, theirs, 2, faster=False)]


def country(schools: int) -> Summary:
    """Schools with generated answers, of many boards, each with a few findings."""
    model = open_model()
    random = Random(1)  # noqa: S311 - the same answers each time
    found = []
    for code in generated_codes(schools):
        answers = generated_answers(model, code)
        number = random.randrange(BOARDS)
        answers |= {
            "school.bestuur": f"Bestuur {number}",
            "school.werkgebied": f"Gebied {number % 40}",
        }
        found.append(
            School(
                file=f"word/{code}.docx",
                format="model",
                answers=answers,
                fixed_texts=dict.fromkeys(model.fixed_texts, "intact"),
                status=answers["vaststelling.status"],
                ready_for="",
                ready=True,
                findings=_findings(model.fields[:FINDINGS]),
                board=answers["school.bestuur"],
                area=answers["school.werkgebied"],
            )
        )
    boards = tuple(BoardPart(f"Bestuur {number}", expected=7) for number in range(BOARDS))
    return Summary(model, found, boards=boards, today=date(2026, 9, 15))


def _findings(fields: Sequence[Any]) -> tuple[Finding, ...]:
    return tuple(
        Finding(ADVISED_EMPTY, Place.control(one.key), {"label": one.title}, key=one.key)
        for one in fields
    )


def _sheets(summary: Summary) -> list[Sheet]:
    return sheets(summary, Path("uit"))


def _rows(sheet: Sheet) -> list[Sequence[CellValue]]:
    head = [column.header for column in sheet.columns]
    return [*([sheet.keys] if sheet.keys else []), head, *sheet.rows, sheet.totals]


def _ours(summary: Summary) -> int:
    return len(write_report(_sheets(summary), "Overzicht", back="Samenvatting", lean=True))


def _theirs(cells: Cells) -> int:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_urls": False})
    look = book.add_format({"bottom": 4})
    for name, rows in cells:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                _write(sheet, number, place, value, look)
    book.close()
    return len(target.getvalue())


def _write(sheet: Any, row: int, column: int, value: CellValue, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value[:32_767], look)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, look)
    elif isinstance(value, Link):
        sheet.write_url(row, column, value.url, look, value.text)
    else:
        sheet.write_datetime(row, column, value, look)
