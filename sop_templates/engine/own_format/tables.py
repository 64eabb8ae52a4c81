"""Tables of a school's own file that are plainly a table of the model: its columns, its rows."""

from collections.abc import Iterable

from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.own_format.format import TableAnswer
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.engine.placement.tables import TableAnswers

COLUMNS = 2  # of a list that a header must name: one word heads many tables
SHARE = 0.6  # of the columns of a list that it must name
ROWS = 1.5  # likeness of fixed rows: their column, and half of the rows


def table_answers(answers: StoryAnswers, fields: Iterable[Field]) -> list[TableAnswer]:
    """What the tables of a file answer, each table and field once.

    Args:
        answers: the file's body beside the model.
        fields: of the model.
    """
    open_fields = [one for one in fields if one.is_table]
    found: list[TableAnswer] = []
    for number, table in enumerate(answers.story.spans.tables):
        if table.depth:
            continue
        likely = [
            (like, one, read)
            for one in open_fields
            if (like := _likeness(read := TableAnswers(answers, one, table), one))
        ]
        if likely:
            _, field, reader = max(likely, key=lambda one: one[0])
            is_list = field.type is FieldType.LIST
            value = reader.read_list() if is_list else reader.read_fixed_rows()
            if value:
                found.append(TableAnswer(field, value, number))
                open_fields.remove(field)
    return found


def _likeness(table: TableAnswers, field: Field) -> float:
    """How surely a table is the field's; 0 where it is not."""
    if field.type is FieldType.ROWS:
        like = table.likeness()
        return like if like >= ROWS else 0.0
    header = table.header()
    named = 0 if header is None else len(header.columns)
    share = named / len(field.columns)
    return share if named >= COLUMNS and share >= SHARE else 0.0
