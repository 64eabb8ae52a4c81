"""What a folder of SOPs says together: its schools, who should have delivered, what could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.engine.batch import Failure
from sop_templates.outcome import Finding, Severity

OWN_FORMAT = "own"


@dataclass(frozen=True, slots=True)
class School:
    """A school that delivered its SOP.

    Attributes:
        file: as the user gave it.
        format: `model`, `own` or `older`.
        answers: canonical answers.
        fixed_texts: state of each fixed text by its key.
        status: the step of the route it stands on.
        ready_for: the next step in words, Dutch; "" after the last.
        ready: whether nothing is missing for that step.
        findings: of the reading and of all rules.
        pages: as the file itself says it; None where it does not.
        board: name of the board whose folder it lies in, "" without `board.toml`.
        area: as the board's roster has it, or "".
    """

    file: str
    format: str
    answers: Mapping[str, Any]
    fixed_texts: Mapping[str, str]
    status: str
    ready_for: str
    ready: bool
    findings: tuple[Finding, ...] = ()
    pages: int | None = None
    board: str = ""
    area: str = ""

    @property
    def code(self) -> str:
        """The vestigingscode, or ""."""
        return str(self.answers.get(SCHOOL_CODE) or "")

    @property
    def name(self) -> str:
        """The name of the school, or else of its file."""
        return str(self.answers.get(SCHOOL_NAME) or self.file)

    @property
    def year(self) -> str:
        """The school year, or ""."""
        return str(self.answers.get(SCHOOL_YEAR) or "")

    def count(self, severity: Severity) -> int:
        """How many findings are that bad."""
        return sum(one.severity is severity for one in self.findings)


@dataclass(frozen=True, slots=True)
class Expected:
    """A school of a board's roster without a file."""

    code: str
    name: str
    board: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a folder says together.

    Attributes:
        model: the one that the counts are about.
        schools: that delivered, in the order of their codes.
        missing: schools of the rosters that did not.
        has_roster: whether a `board.toml` names schools; without one nobody can be missing.
        boards: names of the boards.
        deadline: the day of delivery, where there is one for all.
        today: the day of the check.
        failures: files that could not be read.
        findings: on the folder as a whole.
    """

    model: Model
    schools: Sequence[School]
    missing: Sequence[Expected] = ()
    has_roster: bool = False
    boards: tuple[str, ...] = ()
    deadline: date | None = None
    today: date | None = None
    failures: Sequence[Failure] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def title(self) -> str:
        """The board and the school year in words, as far as they are known."""
        years = sorted({one.year for one in self.schools if one.year})
        return " ".join([*self.boards[:1], *years]) if len(self.boards) < 2 else " ".join(years)  # noqa: PLR2004
