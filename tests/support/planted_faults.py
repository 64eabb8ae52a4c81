"""The sample documents with faults in them: made of the sample board's schools and a list of what is wrong."""

import tomllib
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree

from sop_templates.domain.answers import canonical
from sop_templates.domain.file_names import word_file_name
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE
from sop_templates.engine.filling import standard_texts
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.word_files import open_word_model
from tests.support.word_editing import control_of, edited, parent, replaced

SAMPLES = Path(__file__).parents[2] / "samples"
FOLDER = "nakijken"
LIST = "fouten.toml"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a document, and what the check says of it.

    Attributes:
        school: its vestigingscode.
        tag: of the field, row or cell, or key of the fixed text.
        typed: what stands there; None where it is a fixed text.
        old, new: the words of the fixed text that are changed; "" where the text is gone.
        found: the codes.
    """

    school: str
    tag: str
    typed: Any
    old: str
    new: str
    found: tuple[str, ...]

    @property
    def key(self) -> str:
        """Of the field or fixed text as a whole."""
        return ".".join(self.tag.split(".")[:2])


def read_faults(folder: Path = SAMPLES / FOLDER) -> list[Fault]:
    """The faults that are planted in the documents of a folder."""
    data = tomllib.loads((folder / LIST).read_text(encoding="utf-8"))
    return [
        Fault(
            one["school"],
            one.get("veld") or one["tekst"],
            one.get("typt"),
            one.get("van", ""),
            one.get("naar", ""),
            tuple(one["vindt"]),
        )
        for one in data["fouten"]
    ]


def faulty_documents(faults: Iterable[Fault]) -> dict[str, bytes]:
    """The Word files of the schools with faults, by name."""
    board, schools = read_sample(SAMPLES / "regenboogbestuur")
    listed = list(faults)
    made = {}
    for school in schools:
        own = [one for one in listed if one.school == school[SCHOOL_CODE]]
        if own:
            model = open_model()
            texts = standard_texts(model, board["texts"])
            answers = fill_gaps(model, canonical(model, school)[0], texts)
            made[word_file_name(answers)] = _document(answers, own)
    return made


def _document(answers: Mapping[str, Any], faults: Iterable[Fault]) -> bytes:
    typed = dict(deepcopy(answers))
    for one in faults:
        if one.typed is not None:
            *path, last = one.tag.split(".")[1:]
            _place(typed, [one.key, *path[1:]] if path else [], last, one)
    data = open_word_model().fill(canonical(open_model(), typed)[0])
    for one in faults:
        if one.typed is None:
            data = edited(data, partial(_spoil, one))
    return data


def _place(answers: dict[str, Any], path: list[str], last: str, fault: Fault) -> None:
    typed = fault.typed.strip("\n") or None if isinstance(fault.typed, str) else fault.typed
    held: Any = answers
    for step in path:
        held = held[int(step) - 1] if isinstance(held, list) else held[step]
    held[last if path else fault.key] = typed


def _spoil(fault: Fault, top: etree._Element) -> None:
    control = control_of(top, fault.tag)
    if fault.old:
        replaced(fault.old, fault.new)(control)
    else:
        parent(control).remove(control)
