"""Brings a Word file up to date with an intake: what the school changed stays, what the intake changed is written.

What is written is read back before it counts: an answer that would not come out as it is, is left out.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sop_templates.domain.answers import Answers
from sop_templates.domain.merging import (
    Decision,
    Merging,
    answers_after,
    base_after,
    known_base,
    merge,
    with_standard_texts,
)
from sop_templates.domain.model import SCHOOL_NAME, Field, FieldType, Model
from sop_templates.engine.models import open_model
from sop_templates.engine.placement.model_texts import ModelTexts, open_texts
from sop_templates.engine.placement.placing import Origin
from sop_templates.engine.reading import FORMAT_OWN, ReadRecord, read_bytes, read_kept_base
from sop_templates.engine.update.changes import change_of
from sop_templates.engine.update.notes import Note, note_on
from sop_templates.engine.word_files import translations, word_context
from sop_templates.formats.word.updating.changes import Obstacle
from sop_templates.formats.word.updating.file_update import (
    FileChanges,
    change_file,
    is_signed,
    is_strict,
)
from sop_templates.kinds import updating as kinds
from sop_templates.outcome import Finding, Kind

_OBSTACLES = {
    Obstacle.NO_PLACE: kinds.NO_PLACE,
    Obstacle.TRACKED: kinds.HOLDS_CHANGES,
    Obstacle.COMMENTS: kinds.HOLDS_COMMENTS,
    Obstacle.CONTENT: kinds.HOLDS_MORE,
    Obstacle.TABLE: kinds.TABLE_CHANGED,
}
_DECISIONS = {Decision.CONFLICT: kinds.BOTH_CHANGED, Decision.DIFFERS: kinds.DIFFERS}
_BY_WORDS = (Origin.LABEL.value, Origin.HEADING.value)

Where = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Update:
    """What an update makes of a file.

    Attributes:
        data: the new file; None where it stays as it is.
        written: tags of the answers that were written; a list counts as one.
        notes: what was not written, and why.
    """

    data: bytes | None = None
    written: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def findings(self, where: Where) -> Iterator[Finding]:
        """What there is to say.

        Args:
            where: from a tag to where the intake's answer stands, to be shown.
        """
        for one in self.notes:
            values: dict[str, object] = dict(one.values)
            if one.tag:
                values["where"] = where(one.tag)
            yield Finding(one.kind, one.place, values, one.key or None)


def update_bytes(
    data: bytes,
    intake: Mapping[str, Any],
    *,
    texts: Mapping[str, Any] | None = None,
    denied: Collection[str] = (),
    now: datetime,
    file: str = "",
    model_name: str | None = None,
) -> Update:
    """Brings a Word file up to date with an intake.

    Args:
        data: the file.
        intake: canonical answers of the school.
        texts: canonical standard answers by key, for questions that nobody ever answered.
        denied: keys of the flags to which the intake says no in so many words.
        now: when it is saved, where an answer is written.
        file: its name, for messages.
        model_name: the model of the intake.

    Returns:
        What becomes of the file.

    Raises:
        SopError: the file cannot be read, is unsafe, or is no SOP.
    """
    record = read_bytes(data, file, model_name)
    words = open_texts(model_name or record.model)
    if note := _refusal(data, record, words.model):
        return Update(notes=(note,))
    base = known_base(words.model, read_kept_base(data, file))
    ours, theirs = _both(words.model, base or {}, record, intake, texts or {})
    merged = merge(words.model, base, ours, theirs, denied)
    return _Updating(words, record, merged, base or {}).update(data, now)


def _refusal(data: bytes, record: ReadRecord, model: Model) -> Note | None:
    """Why a file as a whole is left as it is, or None."""
    if (found := open_model(record.model).id) != model.id:
        return Note(kinds.OTHER_MODEL, {"found": found, "asked": model.id})
    if record.format == FORMAT_OWN:
        return Note(kinds.OWN_FORMAT)
    if is_signed(data, record.file):
        return Note(kinds.SIGNED)
    return Note(kinds.STRICT) if is_strict(data, record.file) else None


def _both(
    model: Model,
    base: Mapping[str, Any],
    record: ReadRecord,
    intake: Mapping[str, Any],
    texts: Mapping[str, Any],
) -> tuple[Answers, Answers]:
    """The answers of the file and of the intake, as they are merged.

    A field that is gone from the file was not emptied by the school: its answer counts as unchanged,
    so that one of the intake finds no place and is told.
    """
    gone = [one for one in model.fields if one.key not in record.origin]
    ours = record.answers | {one.key: _unchanged(one, base, record.answers) for one in gone}
    standard = {key: text for key, text in texts.items() if key in record.origin}
    return ours, with_standard_texts(model, base, ours, intake, standard)


def _unchanged(one: Field, base: Mapping[str, Any], blank: Answers) -> Any:
    if one.type is not FieldType.ROWS:
        return base.get(one.key, blank[one.key])
    known = base.get(one.key, {})
    return {row: cells | known.get(row, {}) for row, cells in blank[one.key].items()}


@dataclass(frozen=True, slots=True)
class _Updating:
    """A file beside what becomes of its answers."""

    words: ModelTexts
    record: ReadRecord
    merged: Sequence[Merging]
    base: Answers

    def update(self, data: bytes, now: datetime) -> Update:
        """The file with what can be written; each round leaves out what the last one could not."""
        origin, merged = self.record.origin, self.merged
        refused = {
            one.tag: kinds.NO_PLACE for one in merged if origin.get(one.field.key) in _BY_WORDS
        }
        while True:
            base = base_after(merged, refused)
            wanted = [one for one in merged if _is_written(one, refused)]
            notes = tuple(self._notes(refused))
            if not wanted and base == self.base:
                return Update(notes=notes)
            expected = answers_after(self.record.answers, merged, refused)
            what = self._changes(expected, wanted, base, now)
            made = change_file(data, what, self.words.is_prompt, self.record.file)
            found = {tag: _OBSTACLES[obstacle] for tag, obstacle in made.refused.items()}
            found = found or dict.fromkeys(
                self._misread(made.data, expected, wanted), kinds.NOT_READ_BACK
            )
            if not found:
                return Update(made.data, tuple(one.tag for one in wanted), notes)
            refused |= found

    def _changes(
        self, answers: Answers, wanted: Sequence[Merging], base: Answers, now: datetime
    ) -> FileChanges:
        context = word_context(translations(self.words.model), answers)
        named = self.record.answers[SCHOOL_NAME]
        is_renamed = named and answers[SCHOOL_NAME] != named
        return FileChanges(
            changes=tuple(change_of(one, context, self.record.origin) for one in wanted),
            kept=json.dumps(base, ensure_ascii=False, separators=(",", ":")),
            modified=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if wanted else "",
            renamed={named: " ".join(answers[SCHOOL_NAME].split("\n"))} if is_renamed else {},
        )

    def _misread(self, data: bytes, expected: Answers, wanted: Sequence[Merging]) -> list[str]:
        """Tags of what was written and is not read back; all of them where something else changed."""
        answers = read_bytes(data, self.record.file, self.words.name).answers
        wrong = {key for key, value in expected.items() if answers[key] != value}
        tags = [one.tag for one in wanted if one.field.key in wrong]
        return tags if tags or not wrong else [one.tag for one in wanted]

    def _notes(self, refused: Mapping[str, Kind]) -> Iterator[Note]:
        for one in self.merged:
            kind = _DECISIONS.get(one.decision)
            if one.decision is Decision.WRITE:
                kind = refused.get(one.tag)
            if kind is not None:
                yield note_on(one, kind, self.record.origin.get(one.field.key, ""))


def _is_written(one: Merging, refused: Mapping[str, Kind]) -> bool:
    return one.decision is Decision.WRITE and one.tag not in refused
