"""What of a SOP belongs in the schoolgids, by the fields of its model that say so."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sop_templates.domain.dutch import parse_date, write_date
from sop_templates.domain.model import (
    SCHOOL_NAME,
    SCHOOL_YEAR,
    Chapter,
    Field,
    FieldType,
    Model,
)
from sop_templates.engine.publication.pages import day_of, summary_key, text_of
from sop_templates.formats.addresses import public_address
from sop_templates.formats.extracts import (
    Extract,
    ExtractBlock,
    ExtractFact,
    ExtractHeading,
    ExtractProse,
    ExtractTable,
)
from sop_templates.kinds.publication import NOT_ADVISED, NOT_HEARD
from sop_templates.outcome import Finding
from sop_templates.richtext import Paragraph, RichText, Run
from sop_templates.richtext_markup import parse

HEARD = "vaststelling.leerlingen"
MR_DATE, MR_ADVICE = "vaststelling.mr_datum", "vaststelling.mr_advies"
NO_ADVICE = "geen advies binnen termijn"
SAID_APART = (SCHOOL_NAME, SCHOOL_YEAR, HEARD)
ROW_HEAD = "Onderdeel"

Answers = Mapping[str, Any]


def make_extract(model: Model, answers: Answers, *, is_draft: bool = False) -> Extract:
    """The extract of a SOP.

    Args:
        model: of the SOP.
        answers: those that may be published, see `domain.publication.public_answers`.
        is_draft: whether it says that the SOP is not established.

    Returns:
        Its heading, where it comes from, the summary for parents, chapter by chapter what belongs
        in the schoolgids, and how pupils and the MR were heard.
    """
    name = text_of(answers, SCHOOL_NAME) or "onze school"
    title = f"Ondersteuning op {name}"
    blocks: list[ExtractBlock] = [
        ExtractHeading(title),
        _prose(_source(answers, is_draft=is_draft)),
    ]
    first = summary_key(model)
    if (summary := model.by_key.get(first)) and summary.in_schoolgids and answers.get(first):
        blocks += [ExtractHeading(summary.label, 1), ExtractProse(_rich(answers[first]))]
    fronts = [one for one in model.chapters if one.front]
    for chapter in [one for one in model.chapters if not one.front] + fronts:
        blocks += _chapter(chapter, answers, leave_out=(*SAID_APART, first))
    if said := list(_heard(answers)):
        blocks += [ExtractHeading("Leerlingen en medezeggenschap", 1), *map(_prose, said)]
    return Extract(title, tuple(blocks))


def extract_findings(model: Model, answers: Answers) -> Iterator[Finding]:
    """What the extract should say by law and cannot: how pupils were heard, when the MR advised."""
    heard = model.by_key.get(HEARD)
    if heard is not None and not answers.get(HEARD):
        yield Finding(NOT_HEARD, values={"label": heard.title}, key=HEARD)
    if MR_DATE in model.by_key and day_of(answers, MR_DATE) is None:
        yield Finding(NOT_ADVISED, key=MR_DATE)


def _source(answers: Answers, *, is_draft: bool) -> str:
    year = text_of(answers, SCHOOL_YEAR)
    which = f" {year}" if year else ""
    if is_draft:
        return (
            f"Deze tekst komt uit het concept van ons schoolondersteuningsprofiel{which}. "
            "Het schoolbestuur heeft het nog niet vastgesteld."
        )
    return f"Deze tekst komt uit ons schoolondersteuningsprofiel{which}."


def _heard(answers: Answers) -> Iterator[str]:
    if heard := text_of(answers, HEARD):
        yield f"Leerlingen zijn gehoord over het aanbod: {heard.rstrip('.')}."
    if day := day_of(answers, MR_DATE):
        yield (
            f"De medezeggenschapsraad (MR) heeft op {write_date(day)} geadviseerd over het "
            "ondersteuningsaanbod."
        )
    elif text_of(answers, MR_ADVICE) == NO_ADVICE:
        yield (
            "De medezeggenschapsraad (MR) is om advies gevraagd over het ondersteuningsaanbod en "
            "heeft binnen de termijn geen advies gegeven."
        )


def _chapter(
    chapter: Chapter, answers: Answers, leave_out: tuple[str, ...]
) -> Iterator[ExtractBlock]:
    fields = [
        one
        for one in chapter.fields
        if one.in_schoolgids and one.key not in leave_out and one.key in answers
    ]
    blocks = [block for one in fields for block in _field(one, answers[one.key])]
    if blocks:
        yield ExtractHeading(chapter.title, 1)
        yield from blocks


def _field(one: Field, value: Any) -> Iterator[ExtractBlock]:
    if value in (None, "", [], {}):
        return
    match one.type:
        case FieldType.RICH:
            yield ExtractHeading(one.label, 2)
            yield ExtractProse(_rich(str(value)))
        case FieldType.LIST:
            yield from _list(one, value)
        case FieldType.ROWS:
            yield from _rows(one, value)
        case FieldType.LINK:
            yield _link(one, value)
        case _:
            yield ExtractFact(one.label, _shown(value))


def _link(one: Field, value: Any) -> ExtractFact:
    if not isinstance(value, Mapping):
        return ExtractFact(one.label, str(value))
    url = public_address(value.get("url") or "")
    return ExtractFact(one.label, value.get("text") or url, url)


def _list(one: Field, rows: list[dict[str, Any]]) -> Iterator[ExtractBlock]:
    columns = [column for column in one.columns if any(row.get(column.key) for row in rows)]
    if not columns:
        return
    yield ExtractHeading(one.label, 2)
    if len(columns) == 1:
        items = [_shown(row.get(columns[0].key)) for row in rows]
        yield ExtractProse(tuple(Paragraph((Run(item),), "bullet") for item in items if item))
        return
    cells = tuple(tuple(_shown(row.get(column.key)) for column in columns) for row in rows)
    yield ExtractTable(one.label, tuple(column.label for column in columns), (("", cells),))


def _rows(one: Field, value: Mapping[str, Mapping[str, Any]]) -> Iterator[ExtractBlock]:
    answered = [row for row in one.rows if any((value.get(row.key) or {}).values())]
    if not answered:
        return
    groups = []
    for title, rows in groupby(answered, lambda row: row.group):
        cells = tuple(
            (row.label, *(_shown(value[row.key].get(column.key)) for column in one.columns))
            for row in rows
        )
        groups.append((title, cells))
    yield ExtractHeading(one.label, 2)
    heads = (ROW_HEAD, *(column.label for column in one.columns))
    yield ExtractTable(one.label, heads, tuple(groups))


def _shown(value: Any) -> str:
    text = "" if value is None else str(value)
    day = parse_date(text) if text[:4].isdecimal() and text[4:5] == "-" else None
    return write_date(day) if day else text


def _rich(text: str) -> RichText:
    """The paragraphs of a marked text; links that lead nowhere for parents are words only."""
    return tuple(
        Paragraph(
            tuple(
                Run(run.text, run.bold, run.italic, public_address(run.url) if run.url else "")
                for run in one.runs
            ),
            one.list,
            one.number,
        )
        for one in parse(text)
    )


def _prose(text: str) -> ExtractProse:
    return ExtractProse((Paragraph((Run(text),)),))
