"""Counts of answers in plain Python, from the answers as put in and the model's TOML alone.

None of our own code is used here: what the summary, the report and the page say is held against it.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

MODEL_FILE = Path(__file__).parents[2] / "sop_templates" / "library" / "haaglanden" / "model.toml"

Answers = Mapping[str, Any]
Data = Mapping[str, Any]


def model_data() -> dict[str, Any]:
    """`model.toml`, parsed."""
    return tomllib.loads(MODEL_FILE.read_text(encoding="utf-8"))


def asked(key: str) -> dict[str, Any]:
    """A field of the model, as written."""
    fields = (one for chapter in model_data()["chapters"] for one in chapter.get("fields", ()))
    return next(one for one in fields if one["key"] == key)


def keys_of(kind: str) -> list[str]:
    """The keys of the counted fields of a type."""
    fields = (one for chapter in model_data()["chapters"] for one in chapter.get("fields", ()))
    return [one["key"] for one in fields if one["type"] == kind and one.get("counted")]


def options_of(key: str, column: str = "") -> list[str]:
    """The options of a field or of a column of it."""
    field: Data = asked(key)
    if column:
        field = next(one for one in field["columns"] if one["key"] == column)
    options = field["options"]
    return list(model_data()["options"][options] if isinstance(options, str) else options)


def first_choice(key: str) -> dict[str, Any]:
    """The first column with options of a table."""
    return next(one for one in asked(key)["columns"] if "options" in one)


def item_words(key: str, item: str, records: Sequence[Answers]) -> Counter[str]:
    """How often each word was answered for an item; `""` is no answer."""
    column = first_choice(key)["key"]
    words: Counter[str] = Counter()
    for one in records:
        cells = (one.get(key) or {}).get(item) or {}
        words[cells.get(column) or ""] += 1
    return words


def having(key: str, item: str, records: Sequence[Answers]) -> int:
    """How many schools have an item."""
    words = item_words(key, item, records)
    return sum(words[one] for one in first_choice(key)["present"])


def white_items(key: str, records: Sequence[Answers]) -> list[str]:
    """The labels of the items that no school has though some say that they lack it."""
    column = first_choice(key)
    found = []
    for row in asked(key)["rows"]:
        words = item_words(key, row["key"], records)
        lacking = sum(words[one] for one in (*column["partly"], *column["absent"]))
        if lacking and not having(key, row["key"], records):
            found.append(row["label"])
    return found


def list_rows(key: str, records: Sequence[Answers]) -> list[dict[str, Any]]:
    """All rows of a list."""
    return [row for one in records for row in one.get(key) or []]


def going_on(key: str, themes: Sequence[str], records: Sequence[Answers]) -> int:
    """The rows of a list under one of the themes, without what stopped or was postponed."""
    column = first_choice(key)["key"]
    state = next(one for one in asked(key)["columns"] if "absent" in one)
    return sum(
        row.get(column) in themes and row.get(state["key"]) not in state["absent"]
        for row in list_rows(key, records)
    )
