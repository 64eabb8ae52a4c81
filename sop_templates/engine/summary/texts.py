"""The sheet *Grenzen en verwijzing*: what the inspectorate expects in every SOP, side by side."""

from collections.abc import Iterator, Sequence

from sop_templates.domain.model import Field
from sop_templates.engine.publication.reading_text import reading_text
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import COUNT_TAB, school_cells, school_columns, title
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import CellValue, Shade, Sheet, TableColumn

EMPTY = "niet ingevuld"


def texts_sheet(summary: Summary) -> Sheet | None:
    """A row a school, a column a question; None where the model marks no such question."""
    fields = [one for one in summary.model.fields if one.inspected and not one.is_table]
    if not fields:
        return None
    front = school_columns(summary)
    columns = (*front, *(TableColumn(one.title, 64, "long") for one in fields))
    return Sheet(
        name=names.TEXTS,
        title=title(names.TEXTS, summary),
        intro=("Wat de scholen zelf schreven, naast elkaar. Opmaak is weggelaten.",),
        columns=columns,
        rows=_rows(fields, summary),
        frozen=2,
        shades=(Shade(EMPTY, "bad", len(front), len(columns) - 1),),
        prints="a3",
        tab=COUNT_TAB,
    )


def _rows(fields: Sequence[Field], summary: Summary) -> Iterator[list[CellValue]]:
    for one in summary.schools:
        texts = (reading_text(str(one.answers.get(field.key) or "")) for field in fields)
        yield [*school_cells(one, summary), *(text or EMPTY for text in texts)]
