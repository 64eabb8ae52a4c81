"""Answers for property tests: of every type, valid ones with odd and hostile values among them."""

from typing import Any

from hypothesis import strategies as st

from sop_templates.domain.model import Column, Field, FieldType
from sop_templates.engine.models import open_model

ODD = (
    "{{ 7*7 }}",
    "{% raw %}{% endraw %}",
    "<w:p>&amp;</w:p>",
    "\"'`&<>",
    "=cmd|'/c calc'!A1",
    "een\n\ntwee\n- drie\n1. vier\n2. vijf",
    "**vet** en *schuin* en [site](https://example.org/a?b=1&c=2)",
    "tab\tin de regel",
    "zachte\u00adhyphen en vaste\u2011hyphen",
    "👩‍👩‍👧 שלום مرحبا 你好",
    "☐ ja ☒ nee",
    "\ufdd0P\ufdd0s",
    "x" * 3000,
)
TEXTS = st.text(max_size=40) | st.sampled_from(ODD)
NO_CHOICE = TEXTS.filter(lambda text: "☐" not in text)  # boxes in a choice are read as a choice


def drawn_changes(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Raw answers to some questions of a model, to be laid over a whole record.

    Args:
        name: of the model; its values would make a strategy too long to print.
    """
    fields = open_model(name).by_key
    return st.lists(st.sampled_from(list(fields)), max_size=8, unique=True).flatmap(
        lambda keys: st.fixed_dictionaries({key: _value(fields[key]) for key in keys})
    )


def _value(one: Field) -> st.SearchStrategy[Any]:
    if one.type is FieldType.LIST:
        row = st.fixed_dictionaries({column.key: _cell(column) for column in one.columns})
        return st.lists(row, max_size=4)
    if one.type is FieldType.ROWS:
        cells = st.fixed_dictionaries({column.key: _cell(column) for column in one.columns})
        return st.dictionaries(st.sampled_from([row.key for row in one.rows]), cells, max_size=4)
    return st.none() | _scalar(one)


def _scalar(one: Field) -> st.SearchStrategy[Any]:
    kinds: dict[FieldType, st.SearchStrategy[Any]] = {
        FieldType.FLAG: st.booleans(),
        FieldType.NUMBER: st.integers(-(10**6), 10**6) | TEXTS,
        FieldType.DATE: st.dates() | TEXTS,
        FieldType.LINK: st.fixed_dictionaries({"text": TEXTS, "url": TEXTS}) | TEXTS,
        FieldType.CHOICE: st.sampled_from(one.options or ("",)) | NO_CHOICE,
    }
    return kinds.get(one.type, TEXTS)


def _cell(column: Column) -> st.SearchStrategy[Any]:
    if column.options:
        return st.none() | st.sampled_from(column.options) | NO_CHOICE
    return st.none() | TEXTS
