"""Answers of one school from several sources: what each adds, and where two disagree."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.answers import Answers, is_empty
from sop_templates.domain.model import Field, FieldType, Model


@dataclass(frozen=True, slots=True)
class Joined:
    """The answers of two sources together.

    Attributes:
        answers: canonical.
        conflicts: tags whose answers differ; `answers` has those of the leading source.
    """

    answers: Answers
    conflicts: tuple[str, ...]


def join(model: Model, leading: Mapping[str, Any], other: Mapping[str, Any]) -> Joined:
    """The answers of the leading source, filled up from the other where it is silent.

    Fixed rows are joined cell by cell; a list counts as one answer, because its rows have no key.

    Args:
        model: whose fields.
        leading: canonical answers that count where both answer.
        other: canonical answers.
    """
    answers: Answers = {}
    conflicts: list[str] = []
    for one in model.fields:
        if one.type is FieldType.ROWS:
            answers[one.key] = _joined_rows(one, leading[one.key], other[one.key], conflicts)
        else:
            answers[one.key] = _joined(one, leading[one.key], other[one.key], conflicts)
    return Joined(answers, tuple(conflicts))


def fill_gaps(model: Model, answers: Mapping[str, Any], texts: Mapping[str, Any]) -> Answers:
    """The answers, with standard texts where they are empty; fixed rows are left alone."""
    return {
        one.key: texts[one.key]
        if one.key in texts and one.type is not FieldType.ROWS and is_empty(one, answers[one.key])
        else answers[one.key]
        for one in model.fields
    }


def _joined(one: Field, leading: Any, other: Any, conflicts: list[str]) -> Any:
    if one.type is FieldType.FLAG:
        return leading or other
    if is_empty(one, leading):
        return other
    if not is_empty(one, other) and leading != other:
        conflicts.append(one.key)
    return leading


def _joined_rows(
    one: Field, leading: Mapping[str, Any], other: Mapping[str, Any], conflicts: list[str]
) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for row in one.rows:
        rows[row.key] = {}
        for column in one.columns:
            mine, theirs = leading[row.key][column.key], other[row.key][column.key]
            rows[row.key][column.key] = theirs if mine is None else mine
            if None not in (mine, theirs) and mine != theirs:
                conflicts.append(f"{one.key}.{row.key}.{column.key}")
    return rows
