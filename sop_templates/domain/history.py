"""What earlier versions of a model asked, as `[[history]]` of `model.toml` says: renamed, split, dropped.

An entry tells what changed after a version; entries add up, so that a file of any earlier version can
be read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sop_templates.domain.manifest import field_from_data
from sop_templates.domain.manifest_faults import KEY_PATTERN
from sop_templates.domain.model import Chapter, Field, Model

# In `[[history.fields]]` a field's own `options`, `rows` and `columns` are those of then.
RENAMES = {"options_now": "options", "rows_now": "rows", "columns_now": "columns"}


@dataclass(frozen=True, slots=True)
class FormerField:
    """A field that a version had, and what became of it in the next one.

    Attributes:
        was: the field as it was.
        chapter: key of the chapter that it stood in.
        now: keys of the fields that took its place: one renamed it, more split it, none dropped it.
        options: choices that are called otherwise now.
        rows: keys of fixed rows that are called otherwise now.
        columns: keys of columns that are called otherwise now.
    """

    was: Field
    chapter: str
    now: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What changed between a version and the next.

    Attributes:
        until: the last version that was as told here.
        fields: what that version asked and the next one does not, or asks otherwise.
        added: keys of fields that the next version asks for the first time.
    """

    until: str
    fields: tuple[FormerField, ...] = ()
    added: tuple[str, ...] = ()


History = tuple[Change, ...]


def history_from_data(data: Mapping[str, Any], model: Model) -> History:
    """The history of a manifest, the oldest change first.

    Args:
        data: `model.toml`, parsed.
        model: the model of the same manifest.

    Raises:
        KeyError, ValueError: the history lacks a word, or names what there is not.
    """
    options = data.get("options", {})
    changes = [_change(one, options) for one in data.get("history", ())]
    changes.sort(key=lambda one: version_order(one.until))
    if faults := list(_faults(changes, model)):
        raise ValueError("; ".join(faults))
    return tuple(changes)


def version_order(version: str) -> tuple[int, ...]:
    """What versions are put in order by: the numbers in them, `2026.10` after `2026.9`."""
    return tuple(int(number) for number in re.findall(r"\d+", version))


def changes_since(history: History, version: str) -> History:
    """The changes that were made after a version, the oldest first."""
    order = version_order(version)
    return tuple(one for one in history if version_order(one.until) >= order)


def model_then(model: Model, changes: Sequence[Change]) -> Model:
    """The model as it asked before changes.

    Args:
        model: of today.
        changes: the oldest first.

    Returns:
        The same model with the fields of then, each where its successor stands, else at the end of
        its chapter.
    """
    for change in reversed(changes):
        chapters = tuple(_chapter_before(one, change) for one in model.chapters)
        model = replace(model, chapters=chapters)
    return model


def _chapter_before(chapter: Chapter, change: Change) -> Chapter:
    gone = {key for former in change.fields for key in former.now} | set(change.added)
    placed: set[str] = set()
    fields: list[Field] = []
    for one in chapter.fields:
        for former in change.fields:
            if one.key in former.now and former.was.key not in placed:
                placed.add(former.was.key)
                fields.append(former.was)
        if one.key not in gone:
            fields.append(one)
    for former in change.fields:
        is_here = former.chapter == chapter.key and not former.now
        if is_here and former.was.key not in placed:
            fields.append(former.was)
    return replace(chapter, fields=tuple(fields))


def _change(data: Mapping[str, Any], options: Mapping[str, Any]) -> Change:
    fields = tuple(_former(one, options) for one in data.get("fields", ()))
    return Change(data["until"], fields, tuple(data.get("added", ())))


def _former(data: Mapping[str, Any], options: Mapping[str, Any]) -> FormerField:
    one = field_from_data(
        {key: value for key, value in data.items() if key not in RENAMES}, options
    )
    renames = {name: dict(data.get(word, {})) for word, name in RENAMES.items()}
    return FormerField(
        was=one,
        chapter=data.get("chapter", one.section),
        now=tuple(data.get("now", ())),
        **renames,
    )


def _faults(changes: Iterable[Change], model: Model) -> Iterator[str]:
    """What the history names and there is not: each step leads to the next one, the last to today."""
    known = {one.key for one in model.fields}
    chapters = {one.key for one in model.chapters}
    for change in sorted(changes, key=lambda one: version_order(one.until), reverse=True):
        for former in change.fields:
            key = former.was.key
            if not KEY_PATTERN.fullmatch(key):
                yield f"history: key {key!r} is not of the form section.name"
            if not former.now and former.chapter not in chapters:
                yield f"history: {key} stood in unknown chapter {former.chapter!r}"
            yield from (
                f"history: {key} became unknown {now!r}" for now in former.now if now not in known
            )
        stray = [key for key in change.added if key not in known]
        yield from (f"history: unknown key {key!r} was added" for key in stray)
        known -= {now for former in change.fields for now in former.now} | set(change.added)
        known |= {former.was.key for former in change.fields}
