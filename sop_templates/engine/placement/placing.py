"""The answers of a file while they are being placed: what was found where, what is still open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.own_format.left_over import LeftOver
from sop_templates.engine.placement.model_texts import ModelTexts
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.formats.word.finished.spans import ControlSpan
from sop_templates.language import N_
from sop_templates.outcome import Finding, Place


class Origin(StrEnum):
    """What an answer was found by, the most trusted first."""

    CONTROL = "control"
    BOOKMARK = "bookmark"
    LABEL = "label"
    HEADING = "heading"
    CONTENT = "content"  # by what a text speaks of: there was no heading to go by
    FRONT = "front page"
    FILE_NAME = "file name"


Tagged = dict[str, list[tuple[StoryAnswers, ControlSpan]]]


@dataclass(slots=True)
class Placing:
    """Answers in the making.

    Attributes:
        texts: the words of the model.
        stories: the body first.
        tagged: the controls by their tag, with the story that they stand in.
        raw: answers as they stand in the file, by key.
        origin: what the place of an answer was found by, by key, also of empty ones.
        fixed: the words of the fixed texts that were found, by key.
        unlocked: keys of the fixed texts whose control can be typed in.
        used: tables of the body that answer a field, by their first piece.
        questions: how many of the model's questions were seen as words.
        findings: what there is to say of it.
        left: words that a finding tells only the first of, whole.
    """

    texts: ModelTexts
    stories: list[StoryAnswers]
    tagged: Tagged = field(default_factory=dict)
    raw: dict[str, Any] = field(default_factory=dict)
    origin: dict[str, Origin] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    unlocked: set[str] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    questions: int = 0
    findings: list[Finding] = field(default_factory=list)
    left: list[LeftOver] = field(default_factory=list)

    @property
    def body(self) -> StoryAnswers:
        """The main story."""
        return self.stories[0]

    def put(self, one: Field, value: Any, origin: Origin) -> None:
        """Notes where the place of an answer is, and what stands there; the first answer counts.

        Args:
            one: the field.
            value: the raw answer; None, or an empty table, for none. Fixed rows add to those that
                were found before.
            origin: what it was found by.
        """
        if value in (None, [], {}):
            self.origin.setdefault(one.key, origin)
        elif one.type is FieldType.ROWS:
            self.origin.setdefault(one.key, origin)
            rows = self.raw.setdefault(one.key, {})
            for key, cells in value.items():
                rows[key] = cells | rows.get(key, {})
        elif one.key not in self.raw:
            self.raw[one.key] = value
            self.origin[one.key] = origin

    def is_open(self, one: Field) -> bool:
        """Whether no answer was found yet; fixed rows are open while a cell is."""
        if one.type is not FieldType.ROWS:
            return one.key not in self.raw
        rows = self.raw.get(one.key, {})
        return any(len(rows.get(row.key, ())) < len(one.columns) for row in one.rows)

    def open_fields(self) -> Iterator[Field]:
        """The fields without an answer, in the model's order."""
        return (one for one in self.texts.model.fields if self.is_open(one))

    def place(self, tag: str, row: int | None) -> Place:
        """Where the answer of a tag stands, for a message."""
        key = ".".join(tag.split(".")[:2])
        origin = self.origin.get(key, Origin.CONTROL)
        if row is not None:
            return Place.table_row(key, row)
        if origin is Origin.CONTROL:
            return Place.control(tag)
        asked = self.texts.model.by_key[key]
        if origin is Origin.BOOKMARK:
            return Place(N_('bookmark "{name}"'), (("name", asked.bookmark),))
        return Place(N_('at "{label}"'), (("label", asked.label),))
