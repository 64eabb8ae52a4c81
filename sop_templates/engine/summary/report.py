"""The board's report in Word: its template, of the library or the board's own, filled in."""

from pathlib import Path

from sop_templates.engine.models import LIBRARY
from sop_templates.engine.summary.report_blocks import report_document
from sop_templates.engine.summary.report_values import report_values
from sop_templates.engine.summary.values import Summary
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.formats.word.building.model_document import is_own_work
from sop_templates.formats.word.report.document import build_report_document
from sop_templates.formats.word.report.rendering import render_report
from sop_templates.kinds.models import EDITED_TEMPLATE
from sop_templates.language import dutch

TEMPLATE = LIBRARY / "bestuur" / "bestuursrapport.docx"


def make_report(summary: Summary, template: Path = TEMPLATE) -> bytes:
    """The report, in Dutch.

    Args:
        summary: what the folder says.
        template: a docxtpl template.

    Raises:
        SopError: the template cannot be read or filled in.
    """
    with dutch():
        return render_report(read_whole(template), report_values(summary), template.name)


def build_report_template(path: Path = TEMPLATE, *, force: bool = False) -> None:
    """Writes the library's template; the same bytes each time.

    Raises:
        SopError: it was changed by hand and `force` was not given, or it cannot be written.
    """
    if path.exists() and not force and not is_own_work(read_whole(path), path.name):
        raise SopError(EDITED_TEMPLATE, path)
    write_whole(path, build_report_document(report_document()), force=True)
