"""Which file of a school is the newest: a folder may hold those of several years."""

from collections.abc import Iterable

from sop_templates.domain.dutch import parse_school_year, write_school_year
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR
from sop_templates.engine.reading import ReadRecord
from sop_templates.errors import UsageError
from sop_templates.kinds.boards import NO_YEAR

WITHOUT_YEAR = 0


def year_of(record: ReadRecord) -> str:
    """The school year that a file says, or ""."""
    return str(record.answers.get(SCHOOL_YEAR) or "")


def first_year(record: ReadRecord) -> int:
    """The calendar year in which its school year begins; `WITHOUT_YEAR` where it says none."""
    years = parse_school_year(year_of(record))
    return years[0] if years else WITHOUT_YEAR


def newest_of_each(records: Iterable[ReadRecord]) -> list[ReadRecord]:
    """One file a school, that of its last school year, in the order in which schools come first.

    A file without a vestigingscode counts by itself.
    """
    return [files[0] for files in by_school(records)]


def by_school(records: Iterable[ReadRecord]) -> list[list[ReadRecord]]:
    """The files of each school, the last year first; a file without a vestigingscode by itself."""
    found: dict[object, list[ReadRecord]] = {}
    for number, one in enumerate(records):
        found.setdefault(one.answers.get(SCHOOL_CODE) or number, []).append(one)
    return [sorted(files, key=first_year, reverse=True) for files in found.values()]


def asked_year(text: str) -> str:
    """The school year that somebody asked for, in its one spelling.

    Raises:
        UsageError: it is none.
    """
    years = parse_school_year(text)
    if years is None or years[1] != years[0] + 1:
        raise UsageError(NO_YEAR, year=text)
    return write_school_year(years[0])
