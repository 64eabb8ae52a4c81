"""What a merge field of a letter may ask: answers by key or label, what follows from them, own words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum

from sop_templates.domain.dutch import fold
from sop_templates.domain.letter_words import DERIVED
from sop_templates.domain.model import FieldType, Model

WORD_LIMIT = 40  # characters of a merge field's name that Word makes of a header in a workbook
OF_SCHOOLS = (
    "scholen"  # what a field begins with that is asked of each school in one letter for all
)
SUGGESTIONS = 3
LIKENESS = 0.6  # difflib's ratio; below it a suggestion is about something else

_OTHER_SIGNS = re.compile(r"[^0-9a-z]+")


class Origin(StrEnum):
    """Where the value of a merge field comes from."""

    ANSWER = "answer"  # a field of the model that is no table
    CELL = "cell"  # a cell of a table with fixed rows
    COLUMN = "column"  # a column of a list: its row is repeated
    DERIVED = "derived"  # what follows from answers, board and day
    SETTING = "setting"  # given with the command


@dataclass(frozen=True, slots=True)
class Source:
    """What a merge field stands for.

    Attributes:
        origin: where its value comes from.
        key: the model's key or tag, the name of what is derived, or of a setting.
        label: what people call it, Dutch.
        of_schools: whether it is asked of every school in one letter for all.
    """

    origin: Origin
    key: str
    label: str
    of_schools: bool = False

    @property
    def repeats(self) -> str:
        """What its table row is repeated for: the schools, or the key of a list; "" for nothing."""
        if self.of_schools:
            return OF_SCHOOLS
        return self.key.rpartition(".")[0] if self.origin is Origin.COLUMN else ""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """All names that a letter for a model may use.

    Attributes:
        sources: by name, folded: small letters and digits, single spaces for all else.
        shown: for each of them how it is best written.
    """

    sources: Mapping[str, Source] = field(repr=False)
    shown: Mapping[str, str] = field(repr=False)

    def find(self, name: str) -> Source | None:
        """What a name stands for, or None.

        Args:
            name: a key (`school.naam`, `school_naam`), a label (`Naam school`), a derived or a
                given name, each also cut at `WORD_LIMIT` characters; with `scholen_` before it,
                the same of every school.
        """
        words = folded(name)
        found = self.sources.get(words)
        if found is not None:
            return found
        first, _, rest = words.partition(" ")
        inner = self.sources.get(rest) if first == OF_SCHOOLS else None
        if inner is None or inner.origin is Origin.COLUMN:
            return None
        return replace(inner, of_schools=True)

    def suggest(self, name: str) -> list[str]:
        """The names that are most like one that was not found, the best first."""
        first, _, rest = folded(name).partition(" ")
        before = f"{OF_SCHOOLS}_" if first == OF_SCHOOLS else ""
        words = rest if before else folded(name)
        found = get_close_matches(words, list(self.sources), SUGGESTIONS * 2, LIKENESS)
        names = dict.fromkeys(f"{before}{self.shown[one]}" for one in found)
        return list(names)[:SUGGESTIONS]


def field_names(model: Model, settings: Iterable[str] = ()) -> FieldNames:
    """The names for letters of a model.

    Args:
        model: whose answers they ask.
        settings: names of values that are given with the command; they go before all others.
    """
    sources: dict[str, Source] = {}
    shown: dict[str, str] = {}
    for names in (_given(settings), _derived(model), _keys(model)):
        for name, source in names:
            for one in (folded(name), folded(name[:WORD_LIMIT])):
                sources.setdefault(one, source)
                shown.setdefault(one, name)
    for one, source in _sure_labels(model):
        sources.setdefault(one, source)
        shown.setdefault(one, source.key.replace(".", "_"))
    return FieldNames(sources, shown)


def folded(name: str) -> str:
    """A name as names are compared: `School.Naam` and `school_naam` are `school naam`."""
    return _OTHER_SIGNS.sub(" ", fold(name)).strip()


def _given(settings: Iterable[str]) -> Iterator[tuple[str, Source]]:
    for name in settings:
        yield name, Source(Origin.SETTING, name, name)


def _derived(model: Model) -> Iterator[tuple[str, Source]]:
    for name, one in DERIVED.items():
        if not one.keys or any(key in model.by_key for key in one.keys):
            yield name, Source(Origin.DERIVED, name, one.label)


def _keys(model: Model) -> Iterator[tuple[str, Source]]:
    for one in model.fields:
        for tag in one.tags():
            name = tag.replace(".", "_")
            if one.type is FieldType.LIST:
                yield name, Source(Origin.COLUMN, tag, one.label)
            elif one.type is FieldType.ROWS:
                row = one.row(tag.split(".")[-2])
                yield name, Source(Origin.CELL, tag, row.label if row else one.label)
            else:
                yield name, Source(Origin.ANSWER, tag, one.label)


def _sure_labels(model: Model) -> list[tuple[str, Source]]:
    """The labels that only one field or list column has, folded."""
    found: dict[str, Source | None] = {}
    for label, source in _labels(model):
        for one in dict.fromkeys((folded(label), folded(folded(label)[:WORD_LIMIT]))):
            found[one] = source if found.get(one, source) == source else None
    return [(one, source) for one, source in found.items() if source is not None]


def _labels(model: Model) -> Iterator[tuple[str, Source]]:
    # `naam` alone is a column of a list, but who writes it may well mean the school's.
    others = {folded(one.key.rpartition(".")[2]) for one in model.scalars()}
    for one in model.fields:
        if one.type is FieldType.LIST:
            for column in one.columns:
                source = Source(Origin.COLUMN, f"{one.key}.{column.key}", one.label)
                names: Sequence[str] = (column.label, column.key, f"{one.label} {column.label}")
                plain = dict.fromkeys(map(folded, names))
            yield from ((name, source) for name in plain if name not in others)
        elif not one.is_table:
            source = Source(Origin.ANSWER, one.key, one.label)
            yield from ((name, source) for name in dict.fromkeys((one.label, one.title)))
