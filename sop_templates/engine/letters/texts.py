"""The texts of the library's letters: reads `brieven/*.toml` into what a letter consists of."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sop_templates.errors import UsageError
from sop_templates.formats.word.building.control_elements import UNCHECKED
from sop_templates.formats.word.building.control_values import Control, ControlKind
from sop_templates.formats.word.building.letter_values import (
    NO_PROMPT,
    Bullets,
    Form,
    FormRow,
    LetterBlock,
    LetterColumn,
    LetterDocument,
    LetterHeading,
    LetterTable,
    Lines,
    MergeCode,
    Reference,
    Ticks,
    Words,
)
from sop_templates.kinds.letters import BROKEN_LETTER_TEXTS

ONLY = "sop.only"  # custom property: the schools that a letter is about, e.g. `established`
OPEN, CLOSE = "«", "»"
EMPTY_BOX = chr(int(UNCHECKED, 16))
CONTROL_KINDS = {"text": ControlKind.TEXT, "date": ControlKind.DATE}

Data = Mapping[str, Any]


def read_letter_texts(path: Path) -> LetterDocument:
    """A letter of the library.

    Args:
        path: its `.toml`; the name without ending is the letter's.

    Returns:
        What it consists of; its custom properties say that it is a letter, and which.

    Raises:
        UsageError: the file is no TOML, or lacks a word that its block needs.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return _letter(path.stem, data)
    except KeyError as error:
        raise UsageError(BROKEN_LETTER_TEXTS, path, faults=f"{error} missing") from error
    except (TypeError, ValueError) as error:
        raise UsageError(BROKEN_LETTER_TEXTS, path, faults=str(error)) from error


def _letter(name: str, data: Data) -> LetterDocument:
    return LetterDocument(
        title=data["title"],
        subject=data["subject"],
        header=_words(data["header"]),
        footer=_words(data["footer"]),
        blocks=tuple(BLOCKS[one["kind"]](one) for one in data["blocks"]),
        properties=_properties(name, data),
    )


def _properties(name: str, data: Data) -> tuple[tuple[str, str], ...]:
    found = [("sop.kind", "letter"), ("sop.letter", name)]
    if "only" in data:
        found.append((ONLY, data["only"]))
    return tuple(found)


def _words(text: str) -> Words:
    """A text in pieces: `«school_naam»` is a merge field, `«school_plaats|te |.»` one with text around it."""
    found: list[str | MergeCode] = []
    for at, piece in enumerate(text.split(OPEN)):
        code, closed, rest = piece.partition(CLOSE)
        if at and not closed:
            fault = f"{OPEN}{piece[:40]} has no {CLOSE}"
            raise ValueError(fault)
        found += [MergeCode(*code.split("|")), rest] if at else [piece]
    return tuple(one for one in found if one)


def _all_words(texts: Sequence[str]) -> tuple[Words, ...]:
    return tuple(_words(text) for text in texts)


def _lines(data: Data) -> Lines:
    return Lines(data["look"], _all_words(data["lines"]))


def _heading(data: Data) -> LetterHeading:
    return LetterHeading(data["text"])


def _reference(data: Data) -> Reference:
    return Reference(tuple((label, _words(text)) for label, text in data["rows"]))


def _bullets(data: Data) -> Bullets:
    return Bullets(_all_words(data["items"]))


def _table(data: Data) -> LetterTable:
    rows = tuple(_all_words(cells) for cells in data["rows"])
    return LetterTable(_columns(data), rows, data["caption"], data["description"])


def _columns(data: Data) -> tuple[LetterColumn, ...]:
    return tuple(LetterColumn(label, share) for label, share in data["columns"])


def _ticks(data: Data) -> Ticks:
    return Ticks(
        tuple(
            Control(f"{data['tag']}.{at}", words, ControlKind.CHECKBOX, EMPTY_BOX)
            for at, words in enumerate(data["options"], 1)
        )
    )


def _form(data: Data) -> Form:
    label, room = _columns(data)
    rows = tuple(_form_row(one) for one in data["rows"])
    return Form((label, room), rows, data["caption"], data["description"])


def _form_row(data: Data) -> FormRow:
    control = None
    if "control" in data:
        kind = CONTROL_KINDS[data["control"]]
        control = Control(data["tag"], data["label"], kind, NO_PROMPT, prompt=NO_PROMPT)
    return FormRow(data["label"], _words(data.get("text", "")), control, data.get("height", 0))


BLOCKS: Mapping[str, Callable[[Data], LetterBlock]] = {
    "lines": _lines,
    "heading": _heading,
    "reference": _reference,
    "bullets": _bullets,
    "table": _table,
    "ticks": _ticks,
    "form": _form,
}
