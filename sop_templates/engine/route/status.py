"""Where each school stands on the route: what is next, what is missing, who is late."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sop_templates.domain.delivery import Timing, deadline_for, is_decided
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR, Field, FieldType
from sop_templates.domain.ready import empty_rows
from sop_templates.engine.batch import Failure, Progress
from sop_templates.engine.gathering import Gathered, gather
from sop_templates.engine.school_files import gather_sops
from sop_templates.engine.summary.board_folders import find_boards
from sop_templates.engine.summary.sentences import delivery_for
from sop_templates.engine.summary.summarising import summary_of
from sop_templates.engine.summary.values import Expected, School, Summary
from sop_templates.outcome import Finding, Severity

EMAIL, CONTACT = "school.email", "school.directeur"

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lack:
    """An answer that the next step needs and that is empty.

    Attributes:
        key, title: of the question.
        empty, rows: for fixed rows, how many of how many are empty; 0 and 0 for other questions.
    """

    key: str
    title: str
    empty: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a school stands.

    Attributes:
        code, name: of the school.
        board: the board's name, or "".
        file: as the user gave it; "" where the school delivered nothing.
        year: the school year that it is about, or "".
        status: the step of the route it stands on; "" without a file.
        next_step: the step that comes, in words, Dutch; "" after the last and without a file.
        lacks: what that step still needs.
        errors: findings that are in the way of it, besides what is missing.
        is_decided: whether the board established it.
        deadline: the day on which it should be there, None where nothing tells it.
        timing: how it stands against that day.
        days: late (`LATE`, `OVERDUE`), left (`OPEN`) or early (`IN_TIME`).
        contact, email: whom to write to, as the school's own SOP says, or last year's; or "".
    """

    code: str
    name: str
    board: str
    file: str
    year: str
    status: str
    next_step: str
    lacks: tuple[Lack, ...]
    errors: tuple[Finding, ...]
    is_decided: bool
    deadline: date | None
    timing: Timing
    days: int
    contact: str
    email: str

    @property
    def is_delivered(self) -> bool:
        """Whether there is a file."""
        return bool(self.file)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is in the way of the next step."""
        return self.is_delivered and not self.lacks and not self.errors

    @property
    def days_late(self) -> int:
        """Days that the day of delivery has passed without a decision; 0 where it has not."""
        return self.days if self.timing is Timing.OVERDUE else 0

    def as_json(self) -> dict[str, Any]:
        """As `--json` gives it."""
        return {
            "vestigingscode": self.code,
            "name": self.name,
            "board": self.board,
            "file": self.file or None,
            "year": self.year or None,
            "status": self.status or None,
            "next_step": self.next_step or None,
            "ready": self.is_ready,
            "missing": [one.key for one in self.lacks],
            "errors": [one.as_json() for one in self.errors],
            "deadline": self.deadline.isoformat() if self.deadline else None,
            "timing": self.timing.value,
            "days": self.days,
        }


@dataclass(frozen=True, slots=True)
class RouteStatus:
    """Where all schools stand.

    Attributes:
        stands: who is waited for longest first.
        has_roster: whether a `board.toml` names the schools; without one nobody can be missing.
        findings: on `board.toml`.
        failures: files that could not be read.
    """

    stands: list[Stand]
    has_roster: bool
    findings: tuple[Finding, ...] = ()
    failures: Sequence[Failure] = field(default_factory=list)

    @property
    def delivered(self) -> list[Stand]:
        """The schools with a file."""
        return [one for one in self.stands if one.is_delivered]


def route_status(
    paths: Sequence[Path],
    *,
    today: date,
    model_name: str | None = None,
    previous: Sequence[Path] = (),
    jobs: int = 0,
    progress: Progress | None = None,
) -> RouteStatus:
    """Reads the Word files that paths name, and says where each school stands.

    Args:
        paths: files and folders; letters and minutes among them are passed over.
        today: the day of the question.
        model_name: of files that do not say theirs.
        previous: files and folders of the year before: they tell who had a SOP then, and whom to
            write to at a school that delivered nothing.
        jobs: the number of processes; 0 chooses.
        progress: told after each file.

    Raises:
        SopError: there is neither a Word file nor a roster, or a `board.toml` cannot be read.
    """
    gathered = gather_sops(paths, model_name=model_name, jobs=jobs, progress=progress)
    # A folder in which nothing lies yet still has a board above it.
    files = [one.file for one in gathered.records] or [str(one / "sop.docx") for one in paths]
    boards = find_boards(paths, files)
    if not (gathered.records or gathered.failures or any(one.schools for one in boards.boards)):
        gathered = gather(paths, model_name=model_name)  # says of each file why it is no SOP
    before = gather_sops(previous, model_name=model_name, jobs=jobs) if previous else None
    summary = summary_of(gathered, boards, today=today, model_name=model_name, previous=before)
    return RouteStatus(
        stands_of(summary, before), summary.has_roster, summary.findings, gathered.failures
    )


def stands_of(summary: Summary, before: Gathered | None = None) -> list[Stand]:
    """Where each school of a summary stands, those that did not deliver and are late first."""
    last_year = {
        str(one.answers.get(SCHOOL_CODE)): one.answers for one in (before.records if before else ())
    }
    years = Counter(one.year for one in summary.schools if one.year)
    year = years.most_common(1)[0][0] if years else ""
    stands = [_missing(one, summary, year, last_year.get(one.code, {})) for one in summary.missing]
    stands += [_delivered(one, summary, last_year.get(one.code, {})) for one in summary.schools]
    return sorted(stands, key=_urgency)


def _urgency(one: Stand) -> tuple[bool, int, bool, str]:
    return (one.is_decided, -one.days_late, one.is_delivered, one.code or "~")


def _delivered(school: School, summary: Summary, last_year: Answers) -> Stand:
    model, delivery = summary.model, delivery_for(school, summary)
    return Stand(
        code=school.code,
        name=school.name,
        board=school.board,
        file=school.file,
        year=school.year,
        status=school.status,
        next_step=school.ready_for,
        lacks=tuple(_lack(model.by_key[key], school.answers) for key in school.missing),
        errors=tuple(
            one
            for one in school.findings
            if one.severity is Severity.ERROR and one.key not in school.missing
        ),
        is_decided=is_decided(model, school.answers) or delivery.decided is not None,
        deadline=delivery.deadline,
        timing=delivery.timing,
        days=delivery.days,
        contact=_text(CONTACT, school.answers, last_year),
        email=_text(EMAIL, school.answers, last_year),
    )


def _lack(field: Field, answers: Answers) -> Lack:
    if field.type is not FieldType.ROWS:
        return Lack(field.key, field.title)
    empty = empty_rows(field, answers.get(field.key))
    return Lack(field.key, field.title, len(empty), len(field.rows))


def _missing(one: Expected, summary: Summary, year: str, last_year: Answers) -> Stand:
    board = summary.board(one.board)
    day = deadline_for({SCHOOL_YEAR: year}, board.deadline if board else None)
    timing, days = Timing.UNKNOWN, 0
    if day is not None and summary.today is not None:
        timing = Timing.OPEN if summary.today <= day else Timing.OVERDUE
        days = abs((summary.today - day).days)
    return Stand(
        code=one.code,
        name=one.name,
        board=one.board,
        file="",
        year=year,
        status="",
        next_step="",
        lacks=(),
        errors=(),
        is_decided=False,
        deadline=day,
        timing=timing,
        days=days,
        contact=_text(CONTACT, last_year),
        email=_text(EMAIL, last_year),
    )


def _text(key: str, *sources: Answers) -> str:
    return next((str(one[key]) for one in sources if one.get(key)), "")
