"""The pages with all schools: a plain list, and the one in which parents look for what a child needs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Column, Field, Model
from sop_templates.engine.publication.pages import description, page_writer, text_of
from sop_templates.formats.web.values import Entry, Need, NeedGroup, Offer, Tone

INDEX, FINDER = "index.html", "zoeken.html"
LIST_TEMPLATE, FINDER_TEMPLATE, FINDER_SCRIPT = "overzicht.html", "zoeken.html", "zoeken.js"
KIND, CONCEPT, PLACE = "school.schoolsoort", "school.onderwijsconcept", "school.plaats"

Answers = Mapping[str, Any]


def entry_of(
    model: Model, answers: Answers, *, page: str, pdf: str = "", is_draft: bool = False
) -> Entry:
    """A school's entry in lists.

    Args:
        model: of its SOP.
        answers: those that may be published.
        page: address of its page.
        pdf: address of its PDF, or "".
        is_draft: whether its SOP is not established.
    """
    name = text_of(answers, SCHOOL_NAME) or page
    asked = [one for one in model.fixed_rows() if one.key in answers and _status(one)]
    return Entry(
        name=name,
        place=text_of(answers, PLACE),
        kind=text_of(answers, KIND),
        concept=text_of(answers, CONCEPT),
        year=text_of(answers, SCHOOL_YEAR),
        page=page,
        pdf=pdf,
        description=description(model, answers, name),
        offers=tuple(offer for one in asked for offer in _offers(one, answers.get(one.key))),
        groups=tuple(group for one in asked for group in _groups(one)),
        is_draft=is_draft,
    )


def index_page(entries: Sequence[Entry], board: str, *, finder: str = "") -> bytes:
    """The list of all schools.

    Args:
        entries: sorted.
        board: its name, or "".
        finder: address of the page to look for what a child needs, or "".
    """
    return page_writer().write(LIST_TEMPLATE, entries=entries, board=board, finder=finder)


def finder_page(entries: Sequence[Entry], board: str, *, index: str) -> bytes:
    """The page in which parents look for schools that offer what a child needs.

    Args:
        entries: sorted.
        board: its name, or "".
        index: address of the list of all schools.

    Returns:
        HTML with one small script of its own; without it, all schools are shown with their offer.
    """
    offered = {offer.need for one in entries for offer in one.offers}
    return page_writer().write(
        FINDER_TEMPLATE,
        FINDER_SCRIPT,
        entries=entries,
        board=board,
        index=index,
        groups=list(_joined(entries, offered)),
        places=sorted({one.place for one in entries if one.place}, key=str.casefold),
        kinds=sorted({one.kind for one in entries if one.kind}),
    )


def _joined(entries: Sequence[Entry], offered: set[str]) -> Iterator[NeedGroup]:
    """All groups of needs that any school was asked about and some school offers, each once."""
    found: dict[str, dict[str, Need]] = {}
    for one in entries:
        for group in one.groups:
            needs = found.setdefault(group.title, {})
            for need in group.needs:
                if need.id in offered:
                    needs.setdefault(need.id, need)
    yield from (NeedGroup(title, tuple(needs.values())) for title, needs in found.items() if needs)


def _status(field: Field) -> Column | None:
    """The column that says whether something is there."""
    return next((one for one in field.columns if one.present or one.partly), None)


def _groups(field: Field) -> Iterator[NeedGroup]:
    for title, rows in groupby(field.rows, lambda row: row.group):
        needs = tuple(Need(_need(field, row.key), row.label) for row in rows)
        yield NeedGroup(title or field.title, needs)


def _offers(field: Field, rows: Any) -> Iterator[Offer]:
    column = _status(field)
    if column is None or not isinstance(rows, Mapping):
        return
    notes = [one.key for one in field.columns if one is not column]
    for row in field.rows:
        cells = rows.get(row.key) or {}
        status = cells.get(column.key)
        tone: Tone = (
            "present" if status in column.present else "partly" if status in column.partly else ""
        )
        if status and tone:
            note = " ".join(str(cells[key]) for key in notes if cells.get(key))
            yield Offer(_need(field, row.key), tone, str(status), note)


def _need(field: Field, row: str) -> str:
    return f"{field.key}.{row}".replace(".", "-")
