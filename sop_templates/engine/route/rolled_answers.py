"""The answers of a school's new file: from this year's, DUO's and the comparison with the year before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sop_templates.domain.answers import Answers, place_in_word
from sop_templates.domain.comparison import compare_answers
from sop_templates.domain.dutch import parse_school_year
from sop_templates.domain.joining import fill_gaps
from sop_templates.domain.model import SCHOOL_CODE, Model
from sop_templates.domain.proposing import proposal_field, propose
from sop_templates.domain.rolling import find_old_years, renewed_keys, roll, with_facts
from sop_templates.engine.own_format.adopting import unsettled
from sop_templates.engine.reading import FORMAT_MODEL, ReadRecord
from sop_templates.engine.route.school_years import year_of
from sop_templates.kinds.fixed_texts import (
    LOCK_REMOVED,
    STAR_TEXT_CHANGED,
    STAR_TEXT_MISSING,
    TEXT_CHANGED,
    TEXT_MISSING,
    TEXT_TYPOGRAPHIC,
)
from sop_templates.kinds.rolling import (
    NOT_IN_DUO,
    NOTHING_TO_COMPARE,
    PROPOSED,
    TEXT_RENEWED,
    YEARS_BETWEEN,
)
from sop_templates.outcome import Finding

SETTLED = (LOCK_REMOVED, TEXT_TYPOGRAPHIC)  # by a new file
RENEWED = (STAR_TEXT_CHANGED, STAR_TEXT_MISSING, TEXT_CHANGED, TEXT_MISSING)


@dataclass(frozen=True, slots=True)
class Material:
    """What a school's new file is made from.

    Attributes:
        record: this year's file, read.
        year: the school year to come.
        texts: the board's standard answers, and the model's, for what is empty.
        has_duo: whether DUO's file was given.
        facts: what it tells of the school; None where it lacks the school.
        has_previous: whether files of the year before were given.
        previous: that of the school, None where it has none.
    """

    record: ReadRecord
    year: str
    texts: Mapping[str, Any] = field(default_factory=dict)
    has_duo: bool = False
    facts: Answers | None = None
    has_previous: bool = False
    previous: ReadRecord | None = None


@dataclass(frozen=True, slots=True)
class RolledAnswers:
    """The answers that the new file begins with.

    Attributes:
        answers: canonical.
        emptied: keys of the answers that begin anew.
        about_new: findings on the new file.
        about_old: findings on the file that it was made from: what was not read.
    """

    answers: Answers
    emptied: tuple[str, ...]
    about_new: tuple[Finding, ...]
    about_old: tuple[Finding, ...]


def rolled_answers(model: Model, material: Material) -> RolledAnswers:
    """The answers of a school's new file.

    Args:
        model: of the file, the newest version.
        material: what they are made from.
    """
    record = material.record
    rolled = roll(model, record.answers, material.year)
    renewed = renewed_keys(model)
    answers, about_facts = with_facts(model, rolled.answers, material.facts or {})
    # Before the gaps are filled: a standard text is no change that a school made.
    answers, about_proposal = _with_proposal(model, answers, material)
    texts = {key: text for key, text in material.texts.items() if key not in renewed}
    answers = fill_gaps(model, answers, texts)
    about_new = (
        *_about_years(material),
        *_about_duo(material),
        *about_facts,
        *about_proposal,
        *find_old_years(model, answers, year_of(record)),
    )
    about_old = tuple(one for one in _about_old(record) if one.key not in renewed)
    return RolledAnswers(answers, rolled.emptied, about_new, about_old)


def _about_old(record: ReadRecord) -> Iterator[Finding]:
    """The findings of the reading, as far as the new file does not settle them."""
    if record.format != FORMAT_MODEL:
        yield from unsettled(record.findings)
        return
    for one in record.findings:
        if one.kind in RENEWED:
            yield Finding(TEXT_RENEWED, one.place, {"title": one.values["title"]}, one.key)
        elif one.kind not in SETTLED:
            yield one


def _with_proposal(
    model: Model, answers: Answers, material: Material
) -> tuple[Answers, tuple[Finding, ...]]:
    """The answers with a text on what changed, where there is something to compare with."""
    field_ = proposal_field(model)
    if field_ is None or not material.has_previous:
        return answers, ()
    place, before = place_in_word(field_.key, None), material.previous
    if before is None:
        values = {"label": field_.label}
        return answers, (Finding(NOTHING_TO_COMPARE, place, values, field_.key),)
    since = year_of(before)
    text = propose(model, compare_answers(model, before.answers, answers), since)
    if not text:
        return answers, ()
    values = {"label": field_.label, "year": since or before.file}
    return answers | {field_.key: text}, (Finding(PROPOSED, place, values, field_.key),)


def _about_years(material: Material) -> Iterator[Finding]:
    now, wanted = (parse_school_year(one) for one in (year_of(material.record), material.year))
    if now and wanted and wanted[0] - now[0] > 1:
        yield Finding(
            YEARS_BETWEEN, values={"year": year_of(material.record), "wanted": material.year}
        )


def _about_duo(material: Material) -> Iterator[Finding]:
    code = material.record.answers.get(SCHOOL_CODE)
    if material.has_duo and material.facts is None and code:
        yield Finding(NOT_IN_DUO, values={"code": code}, key=SCHOOL_CODE)
