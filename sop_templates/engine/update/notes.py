"""What there is to say of an answer that an update did not write: its words, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.comparison import in_words
from sop_templates.domain.merging import Merging
from sop_templates.domain.model import FieldType
from sop_templates.engine.placement.placing import Origin
from sop_templates.language import N_
from sop_templates.outcome import NOWHERE, Kind, Place

SHOWN = 80  # characters of an answer in a message


@dataclass(frozen=True, slots=True)
class Note:
    """An answer of the intake that was not written, or a file that could not be worked on.

    Attributes:
        kind: what is the matter.
        values: the words of its message, without where the intake's answer stands.
        place: where in the Word file.
        tag: of the answer, "" for the whole file.
        key: of the field, "" for the whole file.
    """

    kind: Kind
    values: Mapping[str, str] = field(default_factory=dict)
    place: Place = NOWHERE
    tag: str = ""
    key: str = ""


def note_on(one: Merging, kind: Kind, origin: str) -> Note:
    """The note on an answer.

    Args:
        one: the answer.
        kind: why it was not written.
        origin: what it was found by in the file, "" where it was not found.
    """
    values = {"label": one.label, "ours": _shown(one, one.file), "theirs": _shown(one, one.intake)}
    return Note(kind, values, _place(one, origin), one.tag, one.field.key)


def _place(one: Merging, origin: str) -> Place:
    """Where an answer stands in the file."""
    if origin == Origin.BOOKMARK:
        return Place(N_('bookmark "{name}"'), (("name", one.field.bookmark),))
    if origin in (Origin.LABEL, Origin.HEADING):
        return Place(N_('at "{label}"'), (("label", one.label),))
    return Place.control(one.tag)


def _shown(one: Merging, value: Any) -> str:
    """An answer in a message: on one line, cut short."""
    if one.field.type is FieldType.LIST:
        rows = (
            [in_words(column, row.get(column.key)) for column in one.field.columns] for row in value
        )
        text = "; ".join(" - ".join(cell for cell in row if cell) for row in rows)
    else:
        text = in_words(one.column or one.field, value)
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
