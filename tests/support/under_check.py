"""One rule on a few answers of the Haaglanden model: what a test of a rule needs."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sop_templates.domain.checks_record import Record, record_of
from sop_templates.engine.models import open_model
from sop_templates.outcome import Finding

TODAY = date(2026, 9, 15)
Rule = Callable[[Record], Iterable[Finding]]


def found(
    rule: Rule, answers: dict[str, Any], today: date = TODAY, **options: Any
) -> list[Finding]:
    """What the rule finds in these answers; all others are empty."""
    return list(rule(record_of(open_model(), answers, today, **options)))


def codes(rule: Rule, answers: dict[str, Any], today: date = TODAY, **options: Any) -> list[str]:
    """The codes of what it finds."""
    return [one.code for one in found(rule, answers, today, **options)]
