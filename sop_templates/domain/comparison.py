"""What changed between two records of a school: field by field, item by item, row by row."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeVar

from sop_templates.domain.delivery import day_of
from sop_templates.domain.dutch import fold, write_date
from sop_templates.domain.links import say_the_same
from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_NAME,
    SCHOOL_YEAR,
    STATUS,
    Column,
    Field,
    FieldType,
    Model,
)

Answers = Mapping[str, Any]
ListRow = Mapping[str, Any]
Item = TypeVar("Item")

# Bounds on what a strange file may cost.
MOST_PAIRS = 2500  # pairs of rows that are looked at for likeness
LOOKED_AT = 300  # characters of a row
ALIKE = 0.6  # share of letters in common from which two list rows are one row that was changed


class ChangeKind(StrEnum):
    """What happened to an answer."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        field: the field.
        kind: what happened.
        item: the fixed row's label, or what names the list row; "" for a field without rows.
        column: the column that changed; None for a field without columns or a whole list row.
        before: the old answer in words, "" for none: dates in Dutch, rich text in its markup.
        after: the new one.
    """

    field: Field
    kind: ChangeKind
    item: str = ""
    column: Column | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """The records of one school; None where it has none."""

    code: str
    name: str
    before: Answers | None
    after: Answers | None


def compare_answers(
    model: Model, before: Answers, after: Answers, without: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    """All differences between two records, in the order of the fields.

    Args:
        model: whose fields are compared; an answer of another model's field counts as none.
        before: canonical answers.
        after: canonical answers.
        without: keys of fields that are passed over.

    Returns:
        A change a field; of fixed rows a change an item and column; of lists a change a row that
        came or went, and a change a cell of a row that stayed. Another order of rows is no change.
    """
    found: list[Change] = []
    for field in model.fields:
        if field.key in without:
            continue
        old, new = before.get(field.key), after.get(field.key)
        if field.type is FieldType.FLAG:  # a model without it says no
            old, new = bool(old), bool(new)
        if say_the_same(old, new):
            continue
        if field.type is FieldType.ROWS:
            found += _items(field, old or {}, new or {})
        elif field.type is FieldType.LIST:
            found += _list_rows(field, old or [], new or [])
        else:
            found += _one(field, "", None, in_words(field, old), in_words(field, new))
    return tuple(found)


def yearly_keys(model: Model) -> frozenset[str]:
    """The fields that differ each year by themselves: school year, dates, advice, decision, status.

    They are those that the route asks, and those that the model says next year begins without.
    """
    needs = {need.key for step in model.route for need in step.needs}
    renewed = {one.key for one in model.fields if one.renewed}
    return frozenset({SCHOOL_YEAR, STATUS} | needs | renewed | set(model.date_order))


def pairs(before: Sequence[Answers], after: Sequence[Answers]) -> list[Pair]:
    """The records of two years, school by school; see `pair_up`."""
    return [_pair(*both) for both in pair_up(before, after, lambda one: one)]


def pair_up(
    before: Sequence[Item], after: Sequence[Item], answers_of: Callable[[Item], Answers]
) -> list[tuple[Item | None, Item | None]]:
    """What belongs to one school, then and now.

    Args:
        before: what there was, at most one a school.
        after: what there is, at most one a school.
        answers_of: the answers of either.

    Returns:
        First the schools of now in their order, then those that are gone. A school is known by its
        vestigingscode; where one of two has none, by a name that only they have.
    """
    places: dict[int, int] = {}  # of what there is, to what there was
    for known in (_by_code, _by_name):
        old = known(before, answers_of, set(places.values()))
        for name, (place, has_code) in known(after, answers_of, set(places)).items():
            there = old.get(name)
            if there is not None and (known is _by_code or not (has_code and there[1])):
                places[place] = there[0]
    now: list[tuple[Item | None, Item | None]] = [
        (before[places[place]] if place in places else None, one) for place, one in enumerate(after)
    ]
    kept = set(places.values())
    return now + [(one, None) for place, one in enumerate(before) if place not in kept]


def in_words(field: Field | Column, value: Any) -> str:
    """An answer as people read it; "" for none."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if value is None:
        return ""
    if isinstance(value, Mapping):
        text, url = value.get("text") or "", value.get("url") or ""
        return f"{text} <{url}>" if text and url and text != url else url or text
    if field.type is FieldType.DATE and (day := day_of(value)) is not None:
        return write_date(day)
    return str(value)


def _pair(before: Answers | None, after: Answers | None) -> Pair:
    one = after if after is not None else before or {}
    return Pair(str(one.get(SCHOOL_CODE) or ""), str(one.get(SCHOOL_NAME) or ""), before, after)


def _by_code(
    items: Sequence[Item], answers_of: Callable[[Item], Answers], without: Collection[int]
) -> dict[str, tuple[int, bool]]:
    """The place of each item that has a code, by it."""
    codes = [str(answers_of(one).get(SCHOOL_CODE) or "") for one in items]
    return {
        code: (place, True) for place, code in enumerate(codes) if code and place not in without
    }


def _by_name(
    items: Sequence[Item], answers_of: Callable[[Item], Answers], without: Collection[int]
) -> dict[str, tuple[int, bool]]:
    """The place of each item whose name no other has, by that name, and whether it has a code."""
    names = [fold(str(answers_of(one).get(SCHOOL_NAME) or "")) for one in items]
    counts = Counter(name for place, name in enumerate(names) if place not in without)
    return {
        name: (place, bool(answers_of(items[place]).get(SCHOOL_CODE)))
        for place, name in enumerate(names)
        if name and counts[name] == 1 and place not in without
    }


def _one(
    field: Field, item: str, column: Column | None, before: str, after: str
) -> Iterator[Change]:
    if before == after:
        return
    kind = ChangeKind.CHANGED
    if not before or not after:
        kind = ChangeKind.REMOVED if before else ChangeKind.ADDED
    yield Change(field, kind, item, column, before, after)


def _items(field: Field, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for row in field.rows:
        was, now = old.get(row.key) or {}, new.get(row.key) or {}
        for column in field.columns:
            words = [in_words(column, one.get(column.key)) for one in (was, now)]
            yield from _one(field, row.label, column, *words)


def _list_rows(field: Field, old: Sequence[ListRow], new: Sequence[ListRow]) -> Iterator[Change]:
    matched = _matched(field, old, new)
    for place, row in enumerate(new):
        if place not in matched:
            yield Change(field, ChangeKind.ADDED, _name(field, row), after=_line(field, row))
            continue
        was = old[matched[place]]
        for column in field.columns:
            words = [in_words(column, one.get(column.key)) for one in (was, row)]
            yield from _one(field, _name(field, row), column, *words)
    stayed = set(matched.values())
    for place, row in enumerate(old):
        if place not in stayed:
            yield Change(field, ChangeKind.REMOVED, _name(field, row), before=_line(field, row))


def _matched(field: Field, old: Sequence[ListRow], new: Sequence[ListRow]) -> dict[int, int]:
    """Places of the new rows to places of the old ones: equal rows, then equal names, then alike."""
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for words_of in (_line, _folded_name):
        places: dict[str, list[int]] = {}
        for one in free:
            places.setdefault(words_of(field, old[one]), []).append(one)
        for place, row in enumerate(new):
            words = words_of(field, row)
            if place not in found and words and (there := places.get(words)):
                found[place] = there.pop(0)
                del free[found[place]]
    left = [place for place in range(len(new)) if place not in found]
    if len(left) * len(free) > MOST_PAIRS:
        return found
    for place in left:
        match = next((one for one in free if _is_alike(field, old[one], new[place])), None)
        if match is not None:
            found[place] = match
            del free[match]
    return found


def _is_alike(field: Field, one: ListRow, other: ListRow) -> bool:
    words = [" ".join(_texts(field, row)).casefold()[:LOOKED_AT] for row in (one, other)]
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    # The quick one first: it is never the lower of the two, and most rows are told apart by it.
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _texts(field: Field, row: ListRow) -> list[str]:
    """The cells in the school's own words; choices alone make no two rows alike."""
    texts = [in_words(one, row.get(one.key)) for one in field.columns if not one.options]
    return texts if any(texts) else [_line(field, row)]


def _name(field: Field, row: ListRow) -> str:
    """What names a row: its first cell in words of the school's own, else its first cell."""
    own = [one for one in field.columns if one.open or not one.options]
    named = (in_words(one, row.get(one.key)) for one in (*own[:1], *field.columns))
    return next((words for words in named if words), "")


def _folded_name(field: Field, row: ListRow) -> str:
    return fold(_name(field, row))


def _line(field: Field, row: ListRow) -> str:
    words = (in_words(one, row.get(one.key)) for one in field.columns)
    return "; ".join(word for word in words if word)
