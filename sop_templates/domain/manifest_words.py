"""The words that a manifest may use, and what each of them holds: a slip of the pen is named, not passed over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from sop_templates.language import N_, _

Data = Mapping[str, Any]


class Holds(Enum):
    """What a word of a manifest holds."""

    TEXT = N_("a text between quotes")
    NUMBER = N_("a whole number")
    YES_NO = N_("true or false")
    TEXTS = N_('a list of texts: ["…", "…"]')
    TEXT_OR_TEXTS = N_("a text between quotes, or a list of them")
    TABLE = N_("a table of its own")


@dataclass(frozen=True, slots=True)
class Words:
    """A kind of table in a manifest.

    Attributes:
        holds: what each of its words holds.
        inside: the kind of the tables that a word holds a list of.
    """

    holds: Mapping[str, Holds]
    inside: Mapping[str, "Words"] = field(default_factory=dict)


_LIMITS: dict[str, Holds] = {
    **dict.fromkeys(
        ("min_words", "max_words", "max_characters", "minimum", "maximum"), Holds.NUMBER
    ),
    "pattern": Holds.TEXT,
}
_COLUMN = Words(
    {
        **dict.fromkeys(("key", "label", "type", "need", "prompt"), Holds.TEXT),
        **dict.fromkeys(("present", "partly", "absent"), Holds.TEXTS),
        "options": Holds.TEXT_OR_TEXTS,
        "open": Holds.YES_NO,
        **_LIMITS,
    }
)
_ROW = Words({**dict.fromkeys(("key", "label", "group"), Holds.TEXT), "themes": Holds.TEXTS})
_FLAGS = (
    *("star", "internal", "counted", "in_schoolgids", "names_person"),
    *("asks_boundary", "inspected", "groups", "renewed"),
)
_FIELD_HOLDS: dict[str, Holds] = {
    **dict.fromkeys(("key", "label", "short", "type", "bookmark", "need", "proposes"), Holds.TEXT),
    **dict.fromkeys(("sheet", "prompt", "default"), Holds.TEXT),
    **dict.fromkeys(_FLAGS, Holds.YES_NO),
    **dict.fromkeys(("options", "duo"), Holds.TEXT_OR_TEXTS),
    "duo_values": Holds.TABLE,
    "other_labels": Holds.TEXTS,
    **_LIMITS,
}
_TABLES = {"columns": _COLUMN, "rows": _ROW}
_FIELD = Words(_FIELD_HOLDS, _TABLES)
_FORMER = Words(
    {
        **_FIELD_HOLDS,
        "now": Holds.TEXTS,
        "chapter": Holds.TEXT,
        **dict.fromkeys(("options_now", "rows_now", "columns_now"), Holds.TABLE),
    },
    _TABLES,
)
_CHAPTER = Words(
    {
        **dict.fromkeys(("key", "title", "intro"), Holds.TEXT),
        "number": Holds.NUMBER,
        **dict.fromkeys(("star", "front"), Holds.YES_NO),
        **dict.fromkeys(("fixed", "headings"), Holds.TEXTS),
    },
    {"fields": _FIELD},
)
_FIXED = Words(
    {**dict.fromkeys(("key", "title", "file", "bookmark"), Holds.TEXT), "star": Holds.YES_NO}
)
_NEED = Words(
    {
        "key": Holds.TEXT,
        "when": Holds.TABLE,
        "unless": Holds.TABLE,
        "only_with_previous": Holds.YES_NO,
    }
)
_STEP = Words(
    {"status": Holds.TEXT, "ready_for": Holds.TEXT, "at_once": Holds.YES_NO},
    {"needs": _NEED, "advises": _NEED},
)
_HISTORY = Words({"until": Holds.TEXT, "added": Holds.TEXTS}, {"fields": _FORMER})
MANIFEST = Words(
    {
        **dict.fromkeys(
            ("id", "version", "name", "title", "region", "source", "contact"), Holds.TEXT
        ),
        "internal_title": Holds.TEXT,
        "date_order": Holds.TEXTS,
        "max_pages": Holds.NUMBER,
        **dict.fromkeys(("options", "own_format"), Holds.TABLE),
    },
    {"chapters": _CHAPTER, "fixed": _FIXED, "route": _STEP, "history": _HISTORY},
)
_PLACED = Words({**_FIELD_HOLDS, "after": Holds.TEXT}, _TABLES)
VARIANT = Words(
    {**MANIFEST.holds, "based_on": Holds.TEXT, "left_out": Holds.TEXTS},
    {**MANIFEST.inside, "placed": _PLACED},
)
NAMES = ("key", "status", "until", "title")  # by what a table is named in a message


def word_faults(data: Data, words: Words = MANIFEST, where: str = "") -> Iterator[str]:
    """What is wrong in the words of a manifest, in the language in use, one a line.

    Args:
        data: the manifest, or a table in it.
        words: the kind of table that it is.
        where: how the table is named in a message.
    """
    for word, value in data.items():
        if word in words.inside:
            yield from _inside_faults(word, value, words.inside[word], where)
        elif word not in words.holds:
            yield where + _unknown(word, [*words.holds, *words.inside])
        elif not _fits(value, words.holds[word]):
            kind = _(words.holds[word].value)
            yield where + _("{word} = {value!r} must be {kind}").format(
                word=word, value=value, kind=kind
            )


def _inside_faults(word: str, value: object, words: Words, where: str) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        yield where + _("{word} must be tables, each with [[{word}]] above it").format(word=word)
        return
    for number, table in enumerate(value, start=1):
        name = next((table[one] for one in NAMES if isinstance(table.get(one), str)), "")
        yield from word_faults(table, words, f"{where}{word} {name or number}: ")


def _unknown(word: str, known: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - 4 ms that a good manifest need not wait

    near = get_close_matches(word, known, n=1)
    if near:
        return _("unknown word {word!r}; is it {near!r}?").format(word=word, near=near[0])
    return _("unknown word {word!r}").format(word=word)


def _fits(value: object, holds: Holds) -> bool:
    match holds:
        case Holds.TEXT:
            return isinstance(value, str)
        case Holds.NUMBER:
            return type(value) is int  # `true` is an `int` to Python
        case Holds.YES_NO:
            return isinstance(value, bool)
        case Holds.TABLE:
            return isinstance(value, dict)
        case _:
            is_text = holds is Holds.TEXT_OR_TEXTS and isinstance(value, str)
            is_list = isinstance(value, list) and all(isinstance(one, str) for one in value)
            return is_text or is_list
