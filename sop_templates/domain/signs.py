"""The signs of files that no model is behind: what they call themselves and which words their parts use.

They stand in `model.toml` under `[own_format]`, so that a region can add its own without Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.model import Model

LISTS = ("names", "others", "elsewhere", "asides", "prompts", "voice", "schools", "bodies")
BY_KEY = ("words", "speech")
PAIRS = ("pairs", "turned")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lists of beginnings of words: a heading with one of each is told by them together."""

    tells: tuple[str, ...]
    goes_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What SOPs of a school's own making are known by; all in Dutch.

    Attributes:
        names: what such a document calls itself.
        others: what documents that are none call themselves, or begin with.
        elsewhere: headings that stand in those, and in no SOP.
        asides: headings above text that explains words, and tells nothing of the school.
        prompts: how lines begin that only ask for a text.
        voice: words by which a school speaks of itself.
        schools: words that stand in the names of schools; `-school` is the end of such a word.
        bodies: words that stand in the names of boards and others that are no schools.
        words: beginnings of the words that headings and texts on a chapter or field use, by the key
            of the chapter (`basis`) or field (`extra.grens`).
        speech: the same for texts alone: in a heading these say too little.
        pairs: by the same keys, words of headings that tell together, where nothing else does.
        turned: the same, whatever else is in the heading.
    """

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    speech: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pairs: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)
    turned: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)


def signs_from_data(data: Mapping[str, Any], model: Model) -> Signs:
    """The signs of a manifest.

    Args:
        data: `model.toml`, parsed.
        model: the model of the same manifest.

    Returns:
        The signs; none where the manifest has no `[own_format]`.

    Raises:
        ValueError: it names a chapter or field that the model lacks, an unknown word, or a pair that
            is none.
    """
    given = data.get("own_format", {})
    words, speech = (_by_key(given.get(name, {})) for name in BY_KEY)
    paired = {name: given.get(name, {}) for name in PAIRS}
    known = {one.key for one in model.chapters} | set(model.by_key)
    keys = (*words, *speech, *(key for one in paired.values() for key in one))
    faults = [f"own_format: unknown key {key!r}" for key in keys if key not in known]
    allowed = (*LISTS, *BY_KEY, *PAIRS)
    faults += [f"own_format: unknown word {one!r}" for one in given if one not in allowed]
    faults += [
        f"own_format: {name}.{key} needs the lists `tells` and `goes_with`"
        for name, one in paired.items()
        for key, given_pairs in one.items()
        if any(set(pair) != {"tells", "goes_with"} for pair in given_pairs)
    ]
    if faults:
        raise ValueError("; ".join(faults))
    lists: dict[str, tuple[str, ...]] = {name: tuple(given.get(name, ())) for name in LISTS}
    pairs, turned = (_pairs(paired[name]) for name in PAIRS)
    return Signs(words=words, speech=speech, pairs=pairs, turned=turned, **lists)


def _pairs(given: Mapping[str, Any]) -> dict[str, tuple[Pair, ...]]:
    return {
        key: tuple(Pair(tuple(one["tells"]), tuple(one["goes_with"])) for one in found)
        for key, found in given.items()
    }


def _by_key(given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in given.items()}
