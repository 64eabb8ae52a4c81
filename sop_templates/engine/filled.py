"""What a round of filling is about, and what became of each school in it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import Answers
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME
from sop_templates.engine.batch import Failure
from sop_templates.outcome import Finding

DONE, SKIPPED, UPDATED, UNCHANGED = "done", "skipped", "updated", "unchanged"


@dataclass(frozen=True, slots=True)
class FilledFile:
    """What became of one school.

    Attributes:
        file: the path of its Word file.
        code: the vestigingscode.
        name: the school's name, or "".
        state: `done`, or `skipped` because the file exists; of an update also `updated`, or
            `unchanged` where no answer was written.
        written: tags of the answers that an update wrote; a list counts as one.
    """

    file: str
    code: str
    name: str
    state: str
    written: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        told = {"file": self.file, "code": self.code, "name": self.name, "state": self.state}
        return told if self.state != UPDATED else {**told, "written": list(self.written)}


@dataclass(frozen=True, slots=True)
class FillResult:
    """What `sop fill` did.

    Attributes:
        files: a school each, in the order of the intakes.
        failures: schools and intakes that could not be worked on.
        findings: on intakes, columns and answers.
    """

    files: list[FilledFile]
    failures: list[Failure]
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Round:
    """What an update of a folder is the same in for all schools.

    Attributes:
        model: the name of the model.
        out: the folder of the Word files.
        texts: the board's standard answers by key.
        now: when updated files are saved.
    """

    model: str
    out: Path
    texts: Answers
    now: datetime


def named(answers: Answers) -> str:
    """How a school is called where it fails: its code and name."""
    return f"{answers[SCHOOL_CODE]} {answers[SCHOOL_NAME] or ''}".strip()
