"""In time or late: the decision and the status against the day of delivery."""

from datetime import date
from typing import Any

import pytest

from sop_templates.domain.delivery import Timing, deadline_for, delivery_of
from sop_templates.engine.models import open_model

MODEL = open_model()
DEADLINE = date(2026, 7, 10)
TODAY = date(2026, 9, 15)
DECISION, STATUS = "vaststelling.bestuursdatum", "vaststelling.status"


@pytest.mark.parametrize(
    ("answers", "today", "timing", "days"),
    [
        ({DECISION: "2026-07-10"}, TODAY, Timing.IN_TIME, 0),
        ({DECISION: "2026-07-01"}, TODAY, Timing.IN_TIME, 9),
        ({DECISION: "2026-07-12"}, TODAY, Timing.LATE, 2),
        ({STATUS: "concept"}, TODAY, Timing.OVERDUE, 67),
        ({STATUS: "concept"}, date(2026, 7, 10), Timing.OPEN, 0),
        ({STATUS: "vastgesteld"}, TODAY, Timing.UNKNOWN, 0),
        ({DECISION: "in juli"}, TODAY, Timing.OVERDUE, 67),
        ({STATUS: "concept"}, None, Timing.UNKNOWN, 0),
    ],
)
def test_a_sop_is_held_against_the_day_of_delivery(
    answers: dict[str, Any], today: date | None, timing: Timing, days: int
) -> None:
    delivery = delivery_of(MODEL, answers, DEADLINE, today)
    assert (delivery.timing, delivery.days) == (timing, days)


def test_without_a_board_the_first_of_september_counts() -> None:
    delivery = delivery_of(MODEL, {"school.schooljaar": "2026-2027"}, None, TODAY)
    assert (delivery.deadline, delivery.timing) == (date(2026, 9, 1), Timing.OVERDUE)


def test_without_any_day_nothing_is_late() -> None:
    assert delivery_of(MODEL, {}, None, TODAY).timing is Timing.UNKNOWN


@pytest.mark.parametrize(
    ("own", "day"),
    [
        (date(2026, 7, 10), date(2026, 7, 10)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2025, 9, 2), date(2025, 9, 2)),
        (date(2025, 9, 1), date(2026, 9, 1)),
        (date(2025, 7, 10), date(2026, 9, 1)),
        (None, date(2026, 9, 1)),
    ],
)
def test_a_deadline_of_an_earlier_round_does_not_count(own: date | None, day: date) -> None:
    assert deadline_for({"school.schooljaar": "2026-2027"}, own) == day


def test_without_a_school_year_the_boards_own_day_counts() -> None:
    assert deadline_for({}, date(2020, 7, 10)) == date(2020, 7, 10)
