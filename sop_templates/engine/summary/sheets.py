"""Which sheets the board's workbook has, in their order."""

from pathlib import Path

from sop_templates.domain.coverage import counted_lists, counted_rows
from sop_templates.domain.list_counts import ThemeCounts
from sop_templates.engine.summary.answers import answers_sheet
from sop_templates.engine.summary.boards import boards_sheet
from sop_templates.engine.summary.changes import change_sheets
from sop_templates.engine.summary.choices import choices_sheet
from sop_templates.engine.summary.findings import findings_sheet
from sop_templates.engine.summary.front import front_sheet
from sop_templates.engine.summary.groups import group_sheets
from sop_templates.engine.summary.lists import list_sheets
from sop_templates.engine.summary.offer import offer_sheet, school_offer_sheet
from sop_templates.engine.summary.overview import overview_sheet
from sop_templates.engine.summary.route import route_sheet
from sop_templates.engine.summary.texts import texts_sheet
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import Sheet


def sheets(summary: Summary, folder: Path) -> list[Sheet]:
    """The sheets of the workbook, in Dutch; their rows are made when they are written.

    Args:
        summary: what the folder says.
        folder: where the workbook will stand: links to the schools' files start from it.
    """
    where = str(folder)
    others = [
        overview_sheet(summary, where),
        route_sheet(summary),
        findings_sheet(summary, where),
        *([boards_sheet(summary)] if summary.has_many_boards else []),
        *group_sheets(summary),
        *_tables(summary),
        choices_sheet(summary),
        *change_sheets(summary),
        answers_sheet(summary),
    ]
    return [front_sheet(others, summary), *others]


def _tables(summary: Summary) -> list[Sheet]:
    themes = ThemeCounts(summary.model, summary.records)
    found: list[Sheet] = []
    for field in counted_rows(summary.model):
        found += [offer_sheet(field, summary, themes), school_offer_sheet(field, summary)]
    for field in counted_lists(summary.model):
        found += list_sheets(field, summary)
    if (texts := texts_sheet(summary)) is not None:
        found.append(texts)
    return found
