"""The signs of files that no model is behind: what they call themselves and which words their parts use.

They stand in `model.toml` under `[own_format]`, so that a region can add its own without Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.model import Model

LISTS = ("names", "others", "elsewhere", "schools")


@dataclass(frozen=True, slots=True)
class Signs:
    """What SOPs of a school's own making are known by; all in Dutch.

    Attributes:
        names: what such a document calls itself.
        others: what documents that are none call themselves, or begin with.
        elsewhere: headings that stand in those, and in no SOP.
        schools: words that stand in the names of schools.
        words: beginnings of the words that a chapter's text or a field's heading uses, by the key
            of the chapter (`basis`) or field (`extra.grens`).
    """

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def signs_from_data(data: Mapping[str, Any], model: Model) -> Signs:
    """The signs of a manifest.

    Args:
        data: `model.toml`, parsed.
        model: the model of the same manifest.

    Returns:
        The signs; none where the manifest has no `[own_format]`.

    Raises:
        ValueError: it names a chapter or field that the model lacks, or an unknown word.
    """
    given = data.get("own_format", {})
    words = {key: tuple(beginnings) for key, beginnings in given.get("words", {}).items()}
    known = {one.key for one in model.chapters} | set(model.by_key)
    faults = [f"own_format.words: unknown key {key!r}" for key in words if key not in known]
    faults += [
        f"own_format: unknown word {word!r}" for word in given if word not in (*LISTS, "words")
    ]
    if faults:
        raise ValueError("; ".join(faults))
    return Signs(words=words, **{name: tuple(given.get(name, ())) for name in LISTS})
