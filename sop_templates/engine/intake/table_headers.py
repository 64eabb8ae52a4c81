"""What the header of a column in a table may mean: keys, labels, labels that are nearly right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from sop_templates.domain.answer_values import Asked
from sop_templates.domain.dutch import fold
from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_NAME,
    Field,
    FieldType,
    Model,
    Row,
)

NEAR = 90  # of 100: one wrong letter in ten
CLEAR = 5  # by how much the nearest label must be nearer than the next
SHORTEST = 5  # letters of a header that is compared by likeness


@dataclass(frozen=True, slots=True)
class Target:
    """What a column answers.

    Attributes:
        tag: the key, `basis.aanbod.mdo.status` for a cell of fixed rows, `visie.sterk.kwaliteit`
            for a column of a list.
        one: the field.
        asked: what its cells answer: the field, or the column of the list or fixed rows.
        label: in words.
        row: the fixed row.
    """

    tag: str
    one: Field
    asked: Asked
    label: str
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for a header: `sure`, `near` (to be told), `several` (none is chosen) or `none`."""

    kind: Literal["sure", "near", "several", "none"]
    targets: tuple[Target, ...] = ()


NOTHING = Match("none")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The headers that a table may have.

    Attributes:
        table: the list whose rows the table holds; None for a table of schools.
        sure: targets by their keys, labels and titles, folded.
        near: targets by other words for them.
    """

    table: Field | None
    sure: dict[str, dict[str, Target]] = field(default_factory=dict)
    near: dict[str, dict[str, Target]] = field(default_factory=dict)

    def find(self, header: str) -> Match:
        """What a header means, by its words or by likeness."""
        match = self.known(header)
        return match if match.kind != "none" else self._alike(squeezed(header))

    def known(self, header: str) -> Match:
        """What a header means by its words."""
        name = squeezed(header)
        sure, near = self.sure.get(name, {}), self.near.get(name, {})
        found = sure | near
        return _match("sure" if sure else "near", found.values()) if found else NOTHING

    def _alike(self, name: str) -> Match:
        if len(name) < SHORTEST:
            return NOTHING
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - costs 30 ms; only odd headers need it

        found = process.extract(
            name, self.sure.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=6
        )
        if not found:
            return NOTHING
        best = found[0][1]
        close = [label for label, score, _ in found if score > best - CLEAR]
        targets = {tag: target for label in close for tag, target in self.sure[label].items()}
        return _match("near", targets.values())


def _match(kind: Literal["sure", "near"], targets: Iterable[Target]) -> Match:
    found = tuple(targets)
    return Match(kind if len(found) == 1 else "several", found)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """The letters and digits of a text, folded: as headers are compared."""
    return "".join(sign for sign in fold(text) if sign.isalnum())


_known: dict[int, tuple[Model, tuple[Vocabulary, ...]]] = {}


def vocabularies(model: Model) -> tuple[Vocabulary, ...]:
    """The headers of a table of schools, then those of a table of each list."""
    if id(model) not in _known:
        lists = (_list_vocabulary(model, one) for one in model.lists())
        _known[id(model)] = (model, (_school_vocabulary(model), *lists))
    return _known[id(model)][1]


def _school_vocabulary(model: Model) -> Vocabulary:
    made = Vocabulary(None)
    names = [one.key.rpartition(".")[2] for one in model.scalars()]
    for one in model.scalars():
        target = Target(one.key, one, one, one.label)
        duo = one.duo if len(one.duo) == 1 and not one.duo_values else ()
        _add(made.sure, target, one.key, one.label, one.title, *duo)
        name = one.key.rpartition(".")[2]
        _add(made.near, target, *one.other_labels, *([name] if names.count(name) == 1 else []))
    for one in model.fixed_rows():
        for target in _cells(one):
            assert target.row is not None
            words = f"{target.row.label} {target.asked.label}"
            _add(made.sure, target, target.tag, target.label, words)
            _add(made.near, target, *([target.row.label] if target.asked is one.columns[0] else []))
    for one in model.lists():
        if len(one.columns) == 1:  # several lines in one cell
            target = Target(one.key, one, one, one.label)
            _add(made.sure, target, one.key, one.label, one.title)
            _add(made.near, target, *one.other_labels)
    return made


def _cells(one: Field) -> Iterator[Target]:
    several = len(one.columns) > 1
    for row in one.rows:
        for column in one.columns:
            label = f"{row.label}: {column.label}" if several else row.label
            yield Target(f"{one.key}.{row.key}.{column.key}", one, column, label, row)


def _list_vocabulary(model: Model, one: Field) -> Vocabulary:
    made = Vocabulary(one)
    for key in (SCHOOL_CODE, SCHOOL_NAME):
        asked = model.by_key[key]
        _add(made.sure, Target(key, asked, asked, asked.label), key, asked.label, asked.title)
    for column in one.columns:
        target = Target(f"{one.key}.{column.key}", one, column, column.label)
        _add(made.sure, target, target.tag, column.label, f"{one.label} {column.label}")
        _add(made.near, target, column.key)
    return made


def _add(names: dict[str, dict[str, Target]], target: Target, *words: str) -> None:
    for word in words:
        if name := squeezed(word):
            names.setdefault(name, {})[target.tag] = target


def is_list(target: Target) -> bool:
    """Whether a column holds several items of a list in one cell, a line each."""
    return isinstance(target.asked, Field) and target.asked.type is FieldType.LIST
