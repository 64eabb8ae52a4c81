"""Checks an intake before Word files are made of it: what is missing or wrong in each school's answers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from sop_templates.domain.answers import canonical
from sop_templates.domain.checks import check_answers, in_order
from sop_templates.domain.checks_record import record_of
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME
from sop_templates.domain.rules import NO_RULES, apply_rules
from sop_templates.engine.boards import find_board
from sop_templates.engine.intake.files import read_intake
from sop_templates.engine.models import DEFAULT_MODEL, open_model
from sop_templates.outcome import Finding, Severity


@dataclass(frozen=True, slots=True)
class CheckedSchool:
    """What the check says of a school of an intake.

    Attributes:
        code: its vestigingscode, or "".
        name: or "".
        file: the intake, as the user gave it.
        status: the step of the route it stands on; the first where the intake says none.
        ready_for: the next step in words, Dutch; "" after the last.
        ready: whether nothing is missing for that step, and no finding is an error.
        findings: on its answers, in the order of the fields, with the cells where they stand.
    """

    code: str
    name: str
    file: str
    status: str
    ready_for: str
    ready: bool
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """How it is named in a table: the intake without its folder, and the school."""
        return f"{PurePath(self.file).name}: {self.school}"

    @property
    def school(self) -> str:
        """Its code and name, as far as they are there."""
        return f"{self.code} {self.name}".strip()

    def as_json(self) -> dict[str, Any]:
        """As `sop check --json` gives it: as a Word file, and which school of the intake it is."""
        return {
            "file": self.file,
            "school": self.school,
            "status": self.status,
            "ready_for": self.ready_for,
            "ready": self.ready,
            "findings": [one.as_json() for one in self.findings],
        }


@dataclass(frozen=True, slots=True)
class CheckedIntake:
    """What the check of an intake says: of each school, and of the file as a whole."""

    schools: tuple[CheckedSchool, ...]
    findings: tuple[Finding, ...]


def check_intake(path: Path, *, today: date, model_name: str | None = None) -> CheckedIntake:
    """Reads an intake and checks the answers of each of its schools.

    Args:
        path: an intake of either form, or a board's own table.
        today: the day of the check.
        model_name: whose questions; None takes the model that the file names, else the default.

    Returns:
        The schools with the findings of all rules and of values that do not fit, as the board of the
        nearest `board.toml` wants them, and what there is to say of the file. What the board answers
        for its schools is not missing.

    Raises:
        SopError: the file cannot be read, or holds neither an intake nor a table of schools.
    """
    result = read_intake(path, model_name)
    model = open_model(model_name or result.model or DEFAULT_MODEL)
    board, about_board = find_board([path], model)
    rules = NO_RULES if board is None else board.rules
    texts, _ = canonical(model, {} if board is None else board.texts)
    given = {} if board is None else {key: texts[key] for key in board.texts if key in texts}
    schools: list[CheckedSchool] = []
    for read in result.records:
        answers, unfit = canonical(model, read.raw, read.place)
        record = record_of(model, fill_gaps(model, answers, given), today, where=read.place)
        found = apply_rules(in_order([*unfit, *check_answers(record)], model), rules)
        wrong = any(one.severity is Severity.ERROR for one in found)
        way = record.readiness
        schools.append(
            CheckedSchool(
                answers[SCHOOL_CODE] or "",
                answers[SCHOOL_NAME] or "",
                str(path),
                way.status,
                way.ready_for,
                way.ready and not wrong,
                tuple(one.in_file(str(path)) for one in found),
            )
        )
    return CheckedIntake(tuple(schools), (*about_board, *result.findings))
