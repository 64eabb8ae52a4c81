"""The rule set: all rules on one record, in the order in which they are told.

A rule is a function from a `Record` to its findings; its first line names the codes. What each code
means, with an example, is told by `sop explain` and docs/bevindingen.md. Whether a value fits its
field at all (an unknown option, no date) is found when it is read, see `answers`; the words of the
fixed texts are compared in `fixed_texts`; texts that schools share are found in `checks_shared`.
"""

from collections.abc import Callable, Iterable

from sop_templates.domain import (
    checks_gaps,
    checks_limits,
    checks_persons,
    checks_route,
    checks_wording,
    checks_years,
)
from sop_templates.domain.checks_record import Record
from sop_templates.domain.model import Model
from sop_templates.outcome import Finding

Rule = Callable[[Record], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    checks_gaps.check_required,
    checks_gaps.check_next_step,
    checks_gaps.check_advised,
    checks_gaps.check_inspected,
    checks_gaps.check_cells,
    checks_limits.check_words,
    checks_limits.check_characters,
    checks_limits.check_rows,
    checks_limits.check_numbers,
    checks_limits.check_forms,
    checks_limits.check_links,
    checks_route.check_school_year,
    checks_route.check_order,
    checks_route.check_days,
    checks_route.check_pairs,
    checks_route.check_status,
    checks_wording.check_boundaries,
    checks_wording.check_refusals,
    checks_wording.check_leftovers,
    checks_wording.check_consent,
    checks_years.check_older_years,
    checks_persons.check_citizen_numbers,
    checks_persons.check_birth_dates,
    checks_persons.check_pupil_names,
)


def check_answers(record: Record) -> tuple[Finding, ...]:
    """The findings of all rules on a record, as a reader meets them: field by field."""
    return in_order([one for rule in RULES for one in rule(record)], record.model)


def in_order(findings: Iterable[Finding], model: Model) -> tuple[Finding, ...]:
    """The findings in the order of the model's fields; first those on no field, last on fixed texts."""
    place = {one.key: number for number, one in enumerate(model.fields)}
    after = len(place)
    return tuple(
        sorted(findings, key=lambda one: -1 if one.key is None else place.get(one.key, after))
    )
