"""The route under check: dates in order, of this time, and in step with status and advice."""

from collections.abc import Iterator
from datetime import date

from sop_templates.domain.checks_record import Record, label_of
from sop_templates.domain.dutch import (
    parse_school_year,
    school_year_of,
    write_date,
)
from sop_templates.domain.model import SCHOOL_YEAR, Field, FieldType
from sop_templates.kinds.route import (
    DATES_OUT_OF_ORDER,
    FUTURE_DATE,
    GIVEN_WITHOUT,
    STALE_DATE,
    STATUS_BEHIND,
    YEAR_FAR_AHEAD,
    YEAR_PASSED,
)
from sop_templates.outcome import Finding


def check_order(record: Record) -> Iterator[Finding]:
    """SOP402: a date before the one that comes earlier on the route; empty ones are passed over."""
    earlier: tuple[Field, date] | None = None
    for key in record.model.date_order:
        field = record.model.by_key[key]
        day = date_of(record, field)
        if day is None:
            continue
        if earlier is not None and day < earlier[1]:
            yield record.finding(
                DATES_OUT_OF_ORDER,
                field,
                date=write_date(day),
                earlier_label=label_of(earlier[0]),
                earlier_date=write_date(earlier[1]),
            )
        earlier = (field, day)


def check_days(record: Record) -> Iterator[Finding]:
    """SOP403, SOP404: dates that have yet to come, or are more than a year too early."""
    year = _first_year(record)
    for field in record.model.fields:
        if field.type is not FieldType.DATE or (day := date_of(record, field)) is None:
            continue
        if day > record.today:
            yield record.finding(FUTURE_DATE, field, date=write_date(day))
        elif year is not None and _first_year_of(day) < year - 1:
            label = record.answers[SCHOOL_YEAR]
            yield record.finding(STALE_DATE, field, date=write_date(day), year=label)


def check_school_year(record: Record) -> Iterator[Finding]:
    """SOP405, SOP406: a school year that is over, or that is not even the next one."""
    year = _first_year(record)
    if year is None:
        return
    current = school_year_of(record.today)
    ahead = year - _first_year_of(record.today)
    if ahead < 0 or ahead > 1:
        kind = YEAR_PASSED if ahead < 0 else YEAR_FAR_AHEAD
        field = record.model.by_key[SCHOOL_YEAR]
        yield record.finding(kind, field, year=record.answers[SCHOOL_YEAR], current=current)


def check_pairs(record: Record) -> Iterator[Finding]:
    """SOP407: an answer whose need hangs on another one, that is empty (a date without advice)."""
    for step in record.model.route:
        for need in step.needs:
            if need.condition is None or not record.answers.get(need.key):
                continue
            if not record.answers.get(need.condition.key):
                other = record.model.by_key[need.condition.key]
                yield record.finding(
                    GIVEN_WITHOUT, record.model.by_key[need.key], other_label=label_of(other)
                )


def check_status(record: Record) -> Iterator[Finding]:
    """SOP408: the date of a later step is filled in, the status still says an earlier one."""
    if record.own_format:
        return
    passed = False
    for step in record.model.route:
        if passed and step.at_once:
            for key in record.model.date_order:
                if any(need.key == key for need in step.needs):
                    yield from _dated(record, record.model.by_key[key], step.status)
            return
        passed = passed or step.status == record.readiness.status


def date_of(record: Record, field: Field) -> date | None:
    """The answer as a date; None when it is empty or not written as one."""
    value = record.answers.get(field.key)
    if not isinstance(value, str) or not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None  # it has its finding already, from the reading


def _dated(record: Record, field: Field, status: str) -> Iterator[Finding]:
    if field.type is not FieldType.DATE or (day := date_of(record, field)) is None:
        return
    yield record.finding(
        STATUS_BEHIND,
        field,
        status=record.readiness.status,
        next_status=status,
        date=write_date(day),
    )


def _first_year(record: Record) -> int | None:
    year = record.answers.get(SCHOOL_YEAR)
    years = parse_school_year(year) if isinstance(year, str) else None
    return None if years is None else years[0]


def _first_year_of(day: date) -> int:
    return int(school_year_of(day)[:4])
