"""Writes the answers that were read: JSON for machines, CSV for tables, a workbook that is an intake."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sop_templates.domain.model import Model
from sop_templates.engine.batch import Failure
from sop_templates.engine.gathering import Gathered
from sop_templates.engine.intake.csv_tables import write_tables
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord
from sop_templates.errors import UsageError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.batches import UNKNOWN_ENDING
from sop_templates.kinds.reading import TWO_MODELS

ENDINGS = (".json", ".csv", ".xlsx")


def records_json(records: Sequence[ReadRecord], failures: Sequence[Failure]) -> dict[str, Any]:
    """The result of `sop read` for machines: the records, and what could not be read."""
    return {
        "records": [one.as_json() for one in records],
        "failed": [one.as_json() for one in failures],
    }


def export(gathered: Gathered, path: Path, *, force: bool = False) -> list[Path]:
    """Writes the answers in the form that the ending of the path asks.

    Args:
        gathered: what was read.
        path: `.json`, `.csv` (one file for the fields and one a list beside it) or `.xlsx` (an
            intake: the school form for one school, the board form for more).
        force: whether files that exist are overwritten.

    Returns:
        The files that were written.

    Raises:
        UsageError: another ending, or files of several models for one table.
        SopError: a file exists, or cannot be written.
    """
    check_ending(path)
    if path.suffix.lower() == ".json":
        write_whole(path, _json_pieces(gathered), force=force)
        return [path]
    model = _only_model(gathered.records)
    answers = [one.answers for one in gathered.records]
    if path.suffix.lower() == ".csv":
        return write_tables(model, answers, path, force=force)
    form = "school" if len(answers) == 1 else "board"
    write_whole(path, write_intake(model, form, answers), force=force)
    return [path]


def _only_model(records: Sequence[ReadRecord]) -> Model:
    """The model of all records; one of another would lose answers without a word."""
    models = {one.model: open_model(one.model) for one in records} or {"": open_model()}
    if len({one.id for one in models.values()}) > 1:
        raise UsageError(TWO_MODELS, models=", ".join(sorted(one.id for one in models.values())))
    return next(iter(models.values()))


def _json_pieces(gathered: Gathered) -> Iterator[bytes]:
    """What `records_json` gives, record by record: that of a country is bigger than what it is made of."""
    yield b"{"
    parts: tuple[tuple[str, Sequence[ReadRecord | Failure]], ...] = (
        ("records", gathered.records),
        ("failed", gathered.failures),
    )
    for place, (name, items) in enumerate(parts):
        yield f'{"," * place}\n  "{name}": ['.encode()
        for number, one in enumerate(items):
            text = json.dumps(one.as_json(), ensure_ascii=False, indent=2).replace("\n", "\n    ")
            yield f"{',' * (number > 0)}\n    {text}".encode()
        yield b"\n  ]" if items else b"]"
    yield b"\n}\n"


def check_ending(path: Path) -> None:
    """Raises UsageError where the path's ending is none that `export` writes."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(UNKNOWN_ENDING, path, endings=" ".join(ENDINGS))
