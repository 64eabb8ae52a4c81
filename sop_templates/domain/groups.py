"""Schools by board, municipality and area: by each field that the model groups them by."""

from collections.abc import Sequence
from dataclasses import dataclass

from sop_templates.domain.coverage import Answers
from sop_templates.domain.model import Field, Model


@dataclass(frozen=True, slots=True)
class Group:
    """The schools that gave one answer.

    Attributes:
        field: what they are grouped by.
        value: their answer; "" for the schools without one.
        places: their places in the records, from 0.
    """

    field: Field
    value: str
    places: tuple[int, ...]


def groups(model: Model, records: Sequence[Answers]) -> list[Group]:
    """All groups: by field in the model's order, by answer in the alphabet, those without one last.

    A field that nobody answered gives no group.
    """
    found = []
    for field in model.fields:
        if not field.groups:
            continue
        by_value: dict[str, list[int]] = {}
        for place, answers in enumerate(records):
            by_value.setdefault(str(answers.get(field.key) or "").strip(), []).append(place)
        if set(by_value) == {""}:
            continue
        values = sorted(by_value, key=lambda one: (not one, one.casefold(), one))
        found += [Group(field, value, tuple(by_value[value])) for value in values]
    return found
