"""Which file of a school is the newest: a folder may hold those of several years."""

from collections.abc import Iterable, Sequence

from sop_templates.domain.dutch import parse_school_year
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR
from sop_templates.engine.reading import ReadRecord

NO_YEAR = 0


def year_of(record: ReadRecord) -> str:
    """The school year that a file says, or ""."""
    return str(record.answers.get(SCHOOL_YEAR) or "")


def first_year(record: ReadRecord) -> int:
    """The calendar year in which its school year begins; `NO_YEAR` where it says none."""
    years = parse_school_year(year_of(record))
    return years[0] if years else NO_YEAR


def newest_of_each(records: Iterable[ReadRecord]) -> list[ReadRecord]:
    """One file a school, that of its last school year, in the order in which schools come first.

    A file without a vestigingscode counts by itself.
    """
    found: dict[object, ReadRecord] = {}
    for number, one in enumerate(records):
        school = one.answers.get(SCHOOL_CODE) or number
        other = found.get(school)
        if other is None or first_year(one) > first_year(other):
            found[school] = one
    return list(found.values())


def of_school(records: Sequence[ReadRecord], code: str) -> list[ReadRecord]:
    """The files of a school, the last year first."""
    own = [one for one in records if one.answers.get(SCHOOL_CODE) == code]
    return sorted(own, key=first_year, reverse=True)
