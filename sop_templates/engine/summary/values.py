"""What a folder of SOPs says together: its schools, who should have delivered, what could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR, Model
from sop_templates.engine.batch import Failure
from sop_templates.outcome import Finding, Severity

OWN_FORMAT = "own"

Answers = Mapping[str, Any]


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
        ready: whether nothing is missing for that step, and no finding is an error.
        missing: keys of the answers that this step still needs.
        findings: of the reading and of all rules.
        pages: as the program that saved the file counted them; None where it did not.
        board: name of the board whose folder it lies in, "" without `board.toml`.
        area: the werkgebied, by the board's roster or else by the school itself; or "".
    """

    file: str
    format: str
    answers: Answers
    fixed_texts: Mapping[str, str]
    status: str
    ready_for: str
    ready: bool
    missing: tuple[str, ...] = ()
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
class BoardPart:
    """A board of the summary.

    Attributes:
        name: in words.
        contact: whom schools ask, or "".
        deadline: its own day of delivery; None is 1 September of the school year's first year.
        expected: the number of schools on its roster; 0 without one.
    """

    name: str
    contact: str = ""
    deadline: date | None = None
    expected: int = 0


@dataclass(frozen=True)
class Summary:
    """What a folder says together.

    Attributes:
        model: the one that the counts are about.
        schools: that delivered, in the order of their codes.
        missing: schools of the rosters that did not, in the order of the rosters.
        boards: each `board.toml` that was found.
        today: the day of the check, None where that is not known.
        failures: files that could not be read.
        findings: on the folder as a whole.
        previous: the records of the year before; None where there is nothing to compare with.
    """

    model: Model
    schools: Sequence[School]
    missing: Sequence[Expected] = ()
    boards: tuple[BoardPart, ...] = ()
    today: date | None = None
    failures: Sequence[Failure] = ()
    findings: tuple[Finding, ...] = ()
    previous: Sequence[Answers] | None = None

    @cached_property
    def records(self) -> list[Answers]:
        """The answers of the schools, in their order."""
        return [one.answers for one in self.schools]

    @property
    def has_roster(self) -> bool:
        """Whether a `board.toml` names schools; without one nobody can be missing."""
        return any(one.expected for one in self.boards)

    @property
    def has_many_boards(self) -> bool:
        """Whether it is about more than one board."""
        return len(self.boards) > 1

    @cached_property
    def has_areas(self) -> bool:
        """Whether schools are told apart by area."""
        areas = [one.area for one in self.schools] + [one.area for one in self.missing]
        return any(areas)

    @property
    def year(self) -> str:
        """The school year, or several."""
        return ", ".join(sorted({one.year for one in self.schools if one.year}))

    @property
    def owner(self) -> str:
        """The board in words, or how many there are; "" where it is not known."""
        if self.has_many_boards:
            return f"{len(self.boards)} schoolbesturen"
        return self.boards[0].name if self.boards else ""

    @cached_property
    def by_board(self) -> Mapping[str, list[School]]:
        """The schools by the name of their board, in their order."""
        found: dict[str, list[School]] = {}
        for one in self.schools:
            found.setdefault(one.board, []).append(one)
        return found

    def board(self, name: str) -> BoardPart | None:
        """The board of that name, or None."""
        return self._boards.get(name)

    @cached_property
    def _boards(self) -> Mapping[str, BoardPart]:
        return {one.name: one for one in self.boards}

    def as_json(self) -> dict[str, Any]:
        """The schools and their findings, as `sop summary --json` gives them."""
        return {
            "model": self.model.id,
            "boards": [one.name for one in self.boards],
            "files": [
                {
                    "file": one.file,
                    "vestigingscode": one.code,
                    "status": one.status,
                    "ready_for": one.ready_for,
                    "ready": one.ready,
                    "findings": [finding.as_json() for finding in one.findings],
                }
                for one in self.schools
            ],
            "undelivered": [
                {"vestigingscode": one.code, "name": one.name, "board": one.board}
                for one in self.missing
            ],
            "failed": [one.as_json() for one in self.failures],
        }
