"""Which sheets the board's workbook has, in their order."""

from pathlib import Path

from sop_templates.engine.summary_answers import answers_sheet
from sop_templates.engine.summary_findings import findings_sheet
from sop_templates.engine.summary_overview import overview_sheet
from sop_templates.engine.summary_values import Summary
from sop_templates.formats.excel.report_workbook import Sheet


def sheets(summary: Summary, folder: Path) -> list[Sheet]:
    """The sheets of the workbook, in Dutch.

    Args:
        summary: what the folder says.
        folder: where the workbook will stand: links to the schools' files start from it.
    """
    where = str(folder)
    return [overview_sheet(summary, where), answers_sheet(summary), findings_sheet(summary, where)]
