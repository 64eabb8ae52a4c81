"""How an answer stands in a cell of a workbook or CSV file."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sop_templates.domain.answer_values import Asked, display
from sop_templates.domain.dutch import FIRST_YEAR
from sop_templates.domain.links import find_address
from sop_templates.domain.model import Field, FieldType, Model
from sop_templates.formats.excel.sheets import Content, Link
from sop_templates.formats.excel.workbook_writing import fits_cell, fits_link
from sop_templates.kinds.intakes import TOO_LONG_FOR_CELL
from sop_templates.outcome import Finding, Place

Answers = Mapping[str, Any]


def cell_content(asked: Asked, value: Any) -> Content:
    """What is put into a workbook's cell for an answer; None where it is empty or does not fit.

    Text is text (never a formula), a date and a number are Excel's own, a flag is `ja` or `nee`, a
    link a hyperlink; where Excel would spell the address differently, `text <address>`.
    """
    if isinstance(value, Mapping):
        link = Link(value.get("text") or "", value.get("url") or "")
        shown = find_address(link.text)
        if fits_link(link) and shown in (None, link.url):
            return link
    if asked.type is FieldType.DATE and (day := _date(value)) is not None:
        return day
    if asked.type is FieldType.NUMBER and isinstance(value, int) and not isinstance(value, bool):
        return value
    text = display(asked, value)
    return text if text and fits_cell(text) else None


def _date(value: Any) -> date | None:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return day if day.year >= FIRST_YEAR else None


def too_long(model: Model, records: Iterable[Answers]) -> tuple[Finding, ...]:
    """A finding for each answer that a cell of Excel cannot hold; `write_intake` leaves those out."""
    return tuple(
        Finding(
            TOO_LONG_FOR_CELL,
            Place.control(tag),
            {"tag": tag, "count": len(text)},
            key=one.key,
        )
        for answers in records
        for one in model.fields
        for tag, text in _texts(one, answers.get(one.key))
        if not fits_cell(text)
    )


def _texts(one: Field, value: Any) -> Iterable[tuple[str, str]]:
    if one.type is FieldType.LIST:
        for row in value or ():
            yield from ((f"{one.key}.{key}", str(text or "")) for key, text in row.items())
    elif one.type is FieldType.ROWS:
        for name, row in (value or {}).items():
            yield from ((f"{one.key}.{name}.{key}", str(text or "")) for key, text in row.items())
    else:
        yield one.key, display(one, value)


def cell_of(value: Any, row: str, column: str) -> Any:
    """The answer in a cell of fixed rows, or None."""
    return ((value or {}).get(row) or {}).get(column)
