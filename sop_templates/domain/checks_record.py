"""A record under check: its answers, its texts ready for searching, and where each of them stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sop_templates.domain.answers import Where, place_in_word
from sop_templates.domain.model import Column, Field, FieldType, Limits, Model
from sop_templates.domain.ready import Readiness, readiness
from sop_templates.outcome import Finding, Kind

Answers = Mapping[str, Any]

LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Text:
    """A text that somebody wrote, in a field or a cell.

    Attributes:
        field: the field, or the table it stands in.
        column: the column of the table, or None.
        label: how it is named in a message.
        value: as written, with its markup.
        plain: as read, without stars and addresses.
        lower: the same in lower case.
        tag: of its control.
        row: number of the list's row from 1, or None.
    """

    field: Field
    column: Column | None
    label: str
    value: str
    plain: str
    lower: str
    tag: str
    row: int | None = None

    @property
    def limits(self) -> Limits:
        """The bounds of the text."""
        return self.field.limits if self.column is None else self.column.limits


@dataclass(frozen=True, slots=True)
class Record:
    """What every rule gets to see.

    Attributes:
        model: what was asked.
        answers: canonical answers.
        today: the day of the check.
        readiness: how far it is on its route.
        texts: all texts, in the model's order.
        all_lower: the texts in lower case, one a line: a word that is not in it, is nowhere.
        own_format: whether it is a school's own format.
        where: from a tag (and row) to the place in the file.
    """

    model: Model
    answers: Answers
    today: date
    readiness: Readiness
    texts: tuple[Text, ...]
    all_lower: str
    own_format: bool
    where: Where

    def finding(self, kind: Kind, field: Field, **values: object) -> Finding:
        """A finding on a field as a whole."""
        return Finding(
            kind, self.where(field.key, None), {"label": label_of(field), **values}, field.key
        )

    def text_finding(self, kind: Kind, text: Text, **values: object) -> Finding:
        """A finding on a text."""
        return Finding(
            kind, self.where(text.tag, text.row), {"label": text.label, **values}, text.field.key
        )


def label_of(field: Field) -> str:
    """The field's name inside a sentence: a question without its question mark."""
    return field.title.removesuffix("?")


def record_of(
    model: Model,
    answers: Answers,
    today: date,
    *,
    had_previous: bool | None = None,
    own_format: bool = False,
    where: Where = place_in_word,
) -> Record:
    """The record that the rules look at.

    Args:
        model: what was asked.
        answers: canonical answers.
        today: the day of the check.
        had_previous: whether the school had a SOP the year before; None is not known.
        own_format: whether it is a school's own format, of which the letter asks the ★ parts only.
        where: from a tag (and a list's row from 1) to the place in the file.
    """
    texts = tuple(_texts(model, answers))
    return Record(
        model,
        answers,
        today,
        readiness(model, answers, had_previous, own_format=own_format),
        texts,
        "\n".join([one.lower for one in texts]),
        own_format,
        where,
    )


def _texts(model: Model, answers: Answers) -> Iterator[Text]:
    for field in model.fields:
        value = answers.get(field.key)
        if not value:
            continue
        if field.type is FieldType.LIST and isinstance(value, list):
            for number, row in enumerate(value, start=1):
                yield from _cells(field, row, field.key, number)
        elif field.type is FieldType.ROWS and isinstance(value, Mapping):
            for row in field.rows:
                yield from _cells(
                    field, value.get(row.key) or {}, f"{field.key}.{row.key}", None, row.label
                )
        elif isinstance(value, str) and field.type in (FieldType.TEXT, FieldType.RICH):
            plain = _plain(value) if field.type is FieldType.RICH else value
            yield Text(field, None, label_of(field), value, plain, plain.lower(), field.key)


def _cells(
    field: Field, cells: Mapping[str, Any], tag: str, number: int | None, row_label: str = ""
) -> Iterator[Text]:
    for column in field.columns:
        value = cells.get(column.key)
        if isinstance(value, str) and value and (column.open or column.type is FieldType.TEXT):
            label = ", ".join(filter(None, (label_of(field), row_label, column.label)))
            yield Text(
                field, column, label, value, value, value.lower(), f"{tag}.{column.key}", number
            )


def _plain(value: str) -> str:
    """A rich text without stars and addresses: near enough to search in, far faster than parsing."""
    if "](" in value:
        value = LINK.sub(r"\1", value)
    return value.replace("*", "") if "*" in value else value
