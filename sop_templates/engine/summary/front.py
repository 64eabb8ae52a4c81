"""The first sheet, *Samenvatting*: what the counts say in a few sentences, and where to read on."""

from collections.abc import Sequence

from sop_templates.domain.dutch import write_date
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import FRONT_TAB
from sop_templates.engine.summary.sentences import key_sentences
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import Link, Sheet, TableColumn

TITLE = "Schoolondersteuningsprofielen"


def front_sheet(others: Sequence[Sheet], summary: Summary) -> Sheet:
    """The sentences, then a table of contents.

    Args:
        others: the sheets of the workbook, in their order.
        summary: what the folder says.
    """
    about = [summary.owner, summary.year]
    if summary.today is not None:
        about.append(f"stand van {write_date(summary.today)}")
    return Sheet(
        name=names.FRONT,
        title=TITLE,
        intro=(
            " · ".join(one for one in about if one),
            "",
            *(f"•  {sentence}" for sentence in key_sentences(summary)),
        ),
        columns=(TableColumn("Blad", 30), TableColumn("Wat er staat", 110, "long")),
        rows=[[Link(one.name, f"internal:'{one.name}'!A1"), one.intro[0]] for one in others],
        frozen=0,
        prints="page",
        tab=FRONT_TAB,
    )
