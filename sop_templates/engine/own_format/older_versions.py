"""Reads files of an earlier version of the model: by the questions of then, carried over to those of today."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sop_templates.domain.history import (
    Change,
    FormerField,
    History,
    changes_since,
    model_then,
)
from sop_templates.domain.model import Field, FieldType, Model
from sop_templates.engine.models import open_history
from sop_templates.engine.own_format.left_over import LeftOver, first_words
from sop_templates.engine.placement.model_texts import ModelTexts, open_texts
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.formats.word.finished.document import Document
from sop_templates.kinds.older_versions import DROPPED, RENAMED, SPLIT
from sop_templates.language import N_
from sop_templates.outcome import Finding, Place
from sop_templates.richtext import Paragraph, RichText, Run
from sop_templates.richtext_markup import parse, plain

_PROSE = (FieldType.RICH, FieldType.TEXT)


@dataclass(slots=True)
class CarriedOver:
    """The answers of an earlier version, by the questions of today.

    Attributes:
        raw: answers by key.
        origin: what each was found by, by key, also of empty ones.
        before: for keys that were another's then, that one.
        left: answers that nothing asks for any more.
        findings: what was carried, split and dropped.
    """

    raw: dict[str, Any]
    origin: dict[str, Origin]
    before: dict[str, str] = field(default_factory=dict)
    left: list[LeftOver] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def place(self, placing: Placing, tag: str, row: int | None) -> Place:
        """Where the answer of a tag of today stands in the file."""
        key = ".".join(tag.split(".")[:2])
        former = self.before.get(key)
        if former is None:
            return placing.place(tag, row)
        return Place.control(former) if row is None else Place.table_row(former, row)


def changes_for(name: str, version: str, document: Document) -> History:
    """The changes that were made to a model since a file was made.

    Args:
        name: of the model.
        version: that the file says; where it says none, the fields in it tell.
        document: the file.

    Returns:
        The changes, the oldest first; none for a file of today's version.
    """
    history = open_history(name)
    if not history:
        return ()
    if version:
        return changes_since(history, version)
    marks = {tag for story in document.stories for tag in story.tags}
    marks |= {mark for story in document.stories for mark in story.spans.bookmarks}
    for number, change in enumerate(history):
        if any(_is_of_then(former, marks) for former in change.fields):
            return history[number:]
    return ()


def texts_then(name: str, changes: History) -> ModelTexts:
    """The words of a model as it was before changes."""
    return _texts_then(name, changes[0].until) if changes else open_texts(name)


@cache
def _texts_then(name: str, until: str) -> ModelTexts:
    texts = open_texts(name)
    model = model_then(texts.model, changes_since(open_history(name), until))
    prompts = {one.prompt for one in model.fields}
    prompts |= {column.prompt for one in model.fields for column in one.columns}
    return ModelTexts(model, name, texts.prompts | prompts - {""})


def carry_over(placing: Placing, model: Model, changes: Sequence[Change]) -> CarriedOver:
    """Carries what was read by the questions of then to those of today.

    Args:
        placing: what was read.
        model: of today.
        changes: since the file was made, the oldest first.
    """
    carried = CarriedOver(dict(placing.raw), dict(placing.origin))
    labels: list[str] = []
    for number, change in enumerate(changes):
        after = model_then(model, changes[number + 1 :])
        labels += _step(carried, change, after)
    if labels:
        values = {"version": changes[0].until, "labels": "; ".join(labels)}
        carried.findings.insert(0, Finding(RENAMED, values=values))
    return carried


def _step(carried: CarriedOver, change: Change, after: Model) -> Iterator[str]:
    """One change; gives what was asked otherwise, as `then → now`."""
    taken = {one.was.key: carried.raw.pop(one.was.key, None) for one in change.fields}
    origins = {one.was.key: carried.origin.pop(one.was.key, None) for one in change.fields}
    before = {one.was.key: carried.before.pop(one.was.key, one.was.key) for one in change.fields}
    for former in change.fields:
        key = former.was.key
        value, origin = taken[key], origins[key]
        for now in former.now[:1]:
            if origin is not None:
                carried.origin.setdefault(now, origin)
            if now != key:
                carried.before[now] = before[key]
        if _is_blank(value):
            continue
        if not former.now or not _put(carried, former, after.by_key[former.now[0]], value):
            _drop(carried, former, value)
            continue
        target = after.by_key[former.now[0]]
        if len(former.now) > 1:
            others = [after.by_key[now].title for now in former.now]
            values = {"label": former.was.title, "labels": "; ".join(others)}
            carried.findings.append(Finding(SPLIT, Place.control(key), values, target.key))
        else:
            yield f"{former.was.title} → {target.title}"


def _is_blank(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_blank, value.values()))
    return value in (None, "", [], ())


def _put(carried: CarriedOver, former: FormerField, target: Field, value: Any) -> bool:
    """Gives an answer of then to a field; False where it does not fit there."""
    made = _translated(former, target, value)
    if made is None:
        return False
    there = carried.raw.get(target.key)
    if there is None:
        carried.raw[target.key] = made
    elif target.type in (FieldType.RICH, FieldType.LIST):
        carried.raw[target.key] = (
            (*_rich(there), *_rich(made)) if target.type is FieldType.RICH else [*there, *made]
        )
    else:
        return False
    return True


def _translated(former: FormerField, target: Field, value: Any) -> Any:
    """An answer in the terms of the field that takes it; None where there are none."""
    was = former.was.type
    if was is target.type:
        return _renamed(former, value)
    if target.type is FieldType.RICH:
        return _as_rich(former.was, value)
    if was is FieldType.RICH:
        return None if target.is_table else plain(_rich(value))
    return None if former.was.is_table or target.is_table else value


def _renamed(former: FormerField, value: Any) -> Any:
    """An answer of the same type, its rows, columns and options as they are called now."""
    if former.was.type is FieldType.LIST:
        return [_cells(former, row) for row in value]
    if former.was.type is FieldType.ROWS:
        return {former.rows.get(key, key): _cells(former, cells) for key, cells in value.items()}
    return former.options.get(value, value) if isinstance(value, str) else value


def _cells(former: FormerField, cells: Mapping[str, Any]) -> dict[str, Any]:
    return {
        former.columns.get(key, key): former.options.get(value, value)
        if isinstance(value, str)
        else value
        for key, value in cells.items()
    }


def _drop(carried: CarriedOver, former: FormerField, value: Any) -> None:
    one = former.was
    rich = _as_rich(one, value)
    place = Place(N_('at "{label}"'), (("label", one.label),))
    carried.left.append(LeftOver(one.label, rich, place=place))
    values = {"label": one.title, "words": first_words(plain(rich))}
    carried.findings.append(Finding(DROPPED, Place.control(one.key), values))


def _as_rich(one: Field, value: Any) -> RichText:
    """Any answer as text to read."""
    if one.type is FieldType.LIST:
        rows = [" · ".join(_texts(row.values())) for row in value]
        return tuple(Paragraph((Run(row),), "bullet") for row in rows if row)
    if one.type is FieldType.ROWS:
        labels = {row.key: row.label for row in one.rows}
        rows = [
            f"{labels.get(key, key)}: {' · '.join(_texts(cells.values()))}"
            for key, cells in value.items()
        ]
        return tuple(Paragraph((Run(row),), "bullet") for row in rows)
    if isinstance(value, Mapping):
        return (Paragraph((Run(str(value.get("text") or ""), url=str(value.get("url") or "")),)),)
    return _rich(value)


def _rich(value: Any) -> RichText:
    if isinstance(value, tuple):
        return value
    return parse(value) if isinstance(value, str) else (Paragraph((Run(str(value)),)),)


def _texts(values: Collection[Any]) -> Iterator[str]:
    return (_text(value) for value in values if value not in (None, ""))


def _text(value: Any) -> str:
    return plain(value) if isinstance(value, tuple) else str(value)


def _is_of_then(former: FormerField, marks: Collection[str]) -> bool:
    """Whether a file has a field of then that is none of today: by its tag or its bookmark."""
    one = former.was
    is_renamed = one.key not in former.now
    return is_renamed and (one.bookmark in marks or any(tag in marks for tag in one.tags()))
