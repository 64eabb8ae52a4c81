"""How merged answers become changes of a Word file: in its terms, with the words that its tables are known by."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from sop_templates.domain.merging import Merging
from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.placement.model_texts import find_alike, key_of
from sop_templates.engine.placement.placing import Origin
from sop_templates.engine.placement.tables import row_labels
from sop_templates.formats.word.updating.changes import (
    AnswerChange,
    CellChange,
    Change,
    ListChange,
    TableWords,
)


def change_of(
    one: Merging, context: Mapping[str, Mapping[str, Any]], origin: Mapping[str, str]
) -> Change:
    """The change that writes an answer.

    Args:
        one: the answer.
        context: all answers as `word_context` gives them.
        origin: what each was found by in the file.
    """
    asked = one.field
    value = context[asked.section][asked.key.partition(".")[2]]
    if asked.type is FieldType.LIST:
        return ListChange(_table_words(asked), tuple(value))
    if one.row is not None and one.column is not None:
        row, column = one.row.key, one.column.key
        return CellChange(_table_words(asked), row, column, value[row][column])
    by_bookmark = origin.get(asked.key) == Origin.BOOKMARK
    return AnswerChange(asked.key, asked.bookmark, value, by_bookmark)


def _table_words(asked: Field) -> TableWords:
    columns = {key_of(one.label): one.key for one in asked.columns}
    rows = {label: row.key for label, row in row_labels(asked).items()}
    return TableWords(
        key=asked.key,
        bookmark=asked.bookmark,
        columns=tuple(one.key for one in asked.columns),
        column_of=partial(_named, columns),
        row_of=partial(_named, rows),
        prompts={one.key: one.prompt for one in asked.columns},
    )


def _named(names: Mapping[str, str], text: str) -> str:
    """What words name, also where they are only alike."""
    key = key_of(text)
    return names.get(key) or names.get(find_alike(key, names), "")
