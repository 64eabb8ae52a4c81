"""Whether a SOP is in time: its dates and its status held against the day of delivery."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sop_templates.domain.coverage import Answers
from sop_templates.domain.dutch import parse_school_year
from sop_templates.domain.model import SCHOOL_YEAR, STATUS, Model

USUAL_DEADLINE = (9, 1)  # month and day in the school year's first year; a board's own leads


class Timing(StrEnum):
    """How a SOP stands against its deadline."""

    IN_TIME = "in time"  # decided on, on the day or before
    LATE = "late"  # decided on after it
    OVERDUE = "overdue"  # not decided on, and the day has passed
    OPEN = "open"  # not decided on, and there is time
    UNKNOWN = "unknown"  # no deadline, or decided on without a date


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a SOP stands against its deadline.

    Attributes:
        deadline: the day, None where nothing tells it.
        decided: the day of the decision, the last date of the route.
        timing: in one word.
        days: days late (`LATE`, `OVERDUE`) or left (`OPEN`); days early (`IN_TIME`).
    """

    deadline: date | None
    decided: date | None
    timing: Timing
    days: int = 0


def delivery_of(
    model: Model, answers: Answers, deadline: date | None, today: date | None
) -> Delivery:
    """How a school's SOP stands.

    Args:
        model: whose route; the last key of its date order is the day of the decision.
        answers: canonical answers.
        deadline: the board's own, or None; see `deadline_for`.
        today: the day of the check; None is not known, so that nothing is overdue.
    """
    day = deadline_for(answers, deadline)
    decided = day_of(answers.get(model.date_order[-1])) if model.date_order else None
    if day is None:
        return Delivery(None, decided, Timing.UNKNOWN)
    if decided is not None:
        timing = Timing.IN_TIME if decided <= day else Timing.LATE
        return Delivery(day, decided, timing, abs((decided - day).days))
    if is_decided(model, answers) or today is None:
        return Delivery(day, None, Timing.UNKNOWN)
    timing = Timing.OPEN if today <= day else Timing.OVERDUE
    return Delivery(day, None, timing, abs((today - day).days))


def is_decided(model: Model, answers: Answers) -> bool:
    """Whether the status says that the decision was made: a step that is true at once, or a later one."""
    reached = [step.status for step in model.route if step.at_once]
    return answers.get(STATUS) in reached


def deadline_for(answers: Answers, own: date | None) -> date | None:
    """The day on which a SOP should be there.

    Args:
        answers: whose school year counts.
        own: the board's deadline, or None. One of more than a year before the usual day was meant
            for an earlier round: `board.toml` is easily forgotten.

    Returns:
        The board's, else 1 September of the school year's first year; None where nothing tells it.
    """
    usual = usual_deadline(answers)
    if own is None or usual is None:
        return own or usual
    return own if own > usual.replace(year=usual.year - 1) else usual


def usual_deadline(answers: Answers) -> date | None:
    """1 September of the school year's first year; None without a school year."""
    year = answers.get(SCHOOL_YEAR)
    years = parse_school_year(year) if isinstance(year, str) else None
    return None if years is None else date(years[0], *USUAL_DEADLINE)


def day_of(value: object) -> date | None:
    """A date answer as a day; None where it is empty or not written as one."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
