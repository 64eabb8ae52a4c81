"""Checks all that the paths of a command name: Word files in files and folders, and intakes by their ending."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sop_templates.engine.batch import Failure, Progress, run_batch
from sop_templates.engine.boards import find_board
from sop_templates.engine.checking import CheckedFile, check_batch
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.intake.check import CheckedSchool, check_intake
from sop_templates.engine.intake.files import ENDINGS
from sop_templates.engine.lengths import find_lengths
from sop_templates.outcome import Finding


@dataclass(frozen=True, slots=True)
class CheckedPaths:
    """What the check of files and intakes says.

    Attributes:
        files: the Word files.
        schools: those of the intakes.
        about: what there is to say of the board's settings and of intakes as a whole.
        failures: files that could not be read.
    """

    files: tuple[CheckedFile, ...]
    schools: tuple[CheckedSchool, ...]
    about: tuple[Finding, ...]
    failures: tuple[Failure, ...]

    @property
    def each(self) -> tuple[CheckedFile | CheckedSchool, ...]:
        """The Word files and the schools of intakes."""
        return (*self.files, *self.schools)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings."""
        return (*self.about, *(finding for one in self.each for finding in one.findings))

    def as_json(self) -> dict[str, Any]:
        """As `sop check --json` gives it."""
        return {
            "files": [one.as_json() for one in self.each],
            "findings": [one.as_json() | {"file": one.file} for one in self.about],
            "failed": [one.as_json() for one in self.failures],
        }


def check_paths(
    paths: Sequence[Path],
    *,
    today: date,
    model_name: str | None = None,
    jobs: int = 0,
    progress: Progress | None = None,
) -> CheckedPaths:
    """Checks Word files and intakes.

    Args:
        paths: files, and folders of Word files. An intake (`.xlsx`, `.xlsm`, `.csv`) is checked where
            it is named itself: in a folder lie workbooks of many kinds.
        today: the day of the check.
        model_name: the model; None takes what each file says, else the default.
        jobs: as of `run_batch`.
        progress: told after each Word file.

    Raises:
        SopError: a path does not exist, or the folders hold no Word file.
    """
    intakes = [one for one in paths if one.suffix.lower() in ENDINGS and not one.is_dir()]
    others = [one for one in paths if one not in intakes]
    gathered = Gathered([], [], [])
    if others:
        gathered = gather(others, model_name=model_name, jobs=jobs, progress=progress)
    lengths = find_lengths(gathered.records, jobs=jobs, progress=progress)
    board, about = find_board(paths)
    work = partial(check_intake, today=today, model_name=model_name)
    batch = run_batch(work, intakes, jobs=1)
    told = list(about)
    told += [one for intake in batch.results for one in intake.findings if one not in told]
    return CheckedPaths(
        tuple(check_batch(gathered.records, board, today=today, lengths=lengths.findings)),
        tuple(school for intake in batch.results for school in intake.schools),
        tuple(told),
        (*gathered.failures, *lengths.failures, *batch.failures),
    )
