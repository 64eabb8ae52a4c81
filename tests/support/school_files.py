"""Word files of schools for tests, filled from answers."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import canonical
from sop_templates.domain.file_names import word_file_name
from sop_templates.engine.models import open_model
from sop_templates.engine.word_files import open_word_model

Answers = Mapping[str, Any]


def write_files(folder: Path, records: Iterable[Answers]) -> list[Path]:
    """A Word file for each record, under its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_file(folder, one) for one in records]


def write_file(folder: Path, given: Answers, name: str = "") -> Path:
    """A Word file with these answers, all others empty."""
    answers, _ = canonical(open_model(), given)
    path = folder / (name or word_file_name(answers))
    path.write_bytes(open_word_model().fill(answers))
    return path
