"""Reading 300 filled-in school intakes, answers checked for their types, beside openpyxl's opening."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.files import read_intake, write_intake
from sop_templates.engine.models import open_model
from tests.bench.timing import ROUNDS, Measure, by_turns
from tests.support.generated import generated_answers

FILES = 300
GOAL = 5.0


def measures() -> list[Measure]:
    """The row of the table; every round reads another part of the files, both ways the same."""
    with TemporaryDirectory() as name:
        files = _made(Path(name))
        size = -(-FILES // (ROUNDS + 1))  # one call each to warm up
        parts = [files[start : start + size] for start in range(0, FILES, size)]
        ours, theirs = by_turns(
            partial(_each, _read, cycle(parts)),
            partial(_each, openpyxl.load_workbook, cycle(parts)),
        )
    return [
        Measure(
            f"{size} van {FILES} ingevulde vragenlijsten lezen",
            "openpyxl load_workbook",
            ours,
            theirs,
            GOAL,
            faster=True,
        )
    ]


def _made(folder: Path) -> list[Path]:
    model = open_model()
    files = []
    for number in range(FILES):
        code = f"{number // 100:02}XX{number % 100:02}"
        answers, _ = canonical(model, generated_answers(model, code))
        files.append(folder / f"{code}.xlsx")
        files[-1].write_bytes(write_intake(model, "school", [answers]))
    return files


def _each(work: Callable[[Path], object], parts: Iterator[list[Path]]) -> None:
    for path in next(parts):
        work(path)


def _read(path: Path) -> None:
    result = read_intake(path)
    for record in result.records:
        canonical(open_model(), record.raw, record.place)
