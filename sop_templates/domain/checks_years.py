"""Texts that name a school year which is over: what an earlier year's SOP leaves behind."""

import re
from collections.abc import Iterator, Mapping

from sop_templates.domain.checks_record import Record
from sop_templates.domain.checks_wording import sentences
from sop_templates.domain.dutch import find_school_years, parse_school_year, write_school_year
from sop_templates.domain.model import SCHOOL_YEAR, Field, FieldType
from sop_templates.kinds.answers_checks import OLDER_YEAR
from sop_templates.outcome import Finding

# A sentence on what was, or since when something is, names an earlier year with reason.
ON_THE_PAST = re.compile(
    r"\b(?:vorig\w*|afgelopen|sinds|vanaf|al in|eerder\w*|evalua\w*|geëvalueerd|heeft|hebben|had|hadden"
    r"|was|waren|werd|werden|zijn er|is er|ge\w+(?:d|t|en)|begon\w*|deed|deden|bleek|kwam\w*|ging\w*)\b"
)


def check_older_years(record: Record) -> Iterator[Finding]:
    """SOP165: a school year before the SOP's own; one finding a field.

    What is written anew each year may look back, and so may a sentence on what was.
    """
    years = parse_school_year(str(record.answers.get(SCHOOL_YEAR) or ""))
    if years is None or record.own_format:
        return
    told: set[str] = set()
    for field, words in _sentences(record):
        older = [first for first, _ in find_school_years(words) if first < years[0]]
        if older and field.key not in told and not ON_THE_PAST.search(words.lower()):
            told.add(field.key)
            yield record.finding(OLDER_YEAR, field, year=write_school_year(older[0]))


def _sentences(record: Record) -> Iterator[tuple[Field, str]]:
    """The sentences that may name a year, and the words and addresses of links."""
    for text in record.texts:
        if "20" in text.plain and not text.field.renewed:
            yield from ((text.field, one) for one in sentences(text.plain))
    for field in record.model.fields:
        value = record.answers.get(field.key)
        if field.type is FieldType.LINK and isinstance(value, Mapping) and not field.renewed:
            yield from ((field, str(value.get(one) or "")) for one in ("text", "url"))
