"""A manifest that is based on another: what it says itself, over what the other says."""

from collections.abc import Mapping, Sequence
from typing import Any

from sop_templates.language import _

Data = Mapping[str, Any]

BASED_ON = "based_on"
LEFT_OUT, PLACED, AFTER = "left_out", "placed", "after"


def varied(base: Data, own: Data) -> dict[str, Any]:
    """The manifest of a model that is based on another.

    Args:
        base: the other manifest, whole.
        own: the words of this one: each takes the place of the other's; `left_out` are keys of fields
            that it does not ask, `[[placed]]` fields that it asks otherwise (the same key) or besides
            (below the field that `after` names).

    Returns:
        The whole manifest, without the words of variation.

    Raises:
        ValueError: it leaves out or places below what there is not.
    """
    words = {key: value for key, value in own.items() if key not in (BASED_ON, LEFT_OUT, PLACED)}
    left_out, placed = own.get(LEFT_OUT, ()), own.get(PLACED, ())
    known = [field["key"] for chapter in base["chapters"] for field in chapter.get("fields", ())]
    if wrong := list(_faults(known, left_out, placed)):
        raise ValueError("; ".join(wrong))
    chapters = [_chapter(one, left_out, placed) for one in base["chapters"]]
    return {**base, "chapters": chapters, **_own_format(base, left_out), **words}


def _faults(known: Sequence[str], left_out: Sequence[str], placed: Sequence[Data]) -> list[str]:
    words = _("{word}: there is no field {key!r}")
    below = [one[AFTER] for one in placed if AFTER in one]
    new = [one["key"] for one in placed]
    found = [words.format(word=LEFT_OUT, key=key) for key in left_out if key not in known]
    found += [words.format(word=AFTER, key=key) for key in below if key not in [*known, *new]]
    return found + [
        _("{key}: say with `after` below which field it stands").format(key=one["key"])
        for one in placed
        if AFTER not in one and one["key"] not in known
    ]


def _chapter(chapter: Data, left_out: Sequence[str], placed: Sequence[Data]) -> dict[str, Any]:
    own = {one["key"]: one for one in placed if AFTER not in one}
    fields = [own.get(one["key"], one) for one in chapter.get("fields", ())]
    for one in placed:
        at = next((at for at, field in enumerate(fields) if field["key"] == one.get(AFTER)), None)
        if at is not None:
            fields.insert(at + 1, {word: value for word, value in one.items() if word != AFTER})
    return {**chapter, "fields": [one for one in fields if one["key"] not in left_out]}


def _own_format(base: Data, left_out: Sequence[str]) -> dict[str, Any]:
    """The words of own formats, without those of fields that are left out."""
    if "own_format" not in base:
        return {}
    by_key = {
        name: {key: words for key, words in value.items() if key not in left_out}
        for name, value in base["own_format"].items()
        if isinstance(value, Mapping)
    }
    return {"own_format": {**base["own_format"], **by_key}}
