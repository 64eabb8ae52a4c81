"""Gaps: what is required, advised or expected and still empty."""

from collections.abc import Iterator, Mapping

from sop_templates.domain.answers import is_empty
from sop_templates.domain.checks_record import Record
from sop_templates.domain.model import Column, Field, FieldType, Need
from sop_templates.domain.ready import empty_rows, has_gap
from sop_templates.domain.short_lists import in_short
from sop_templates.kinds.answers_checks import (
    ADVISED_EMPTY,
    CELLS_EMPTY,
    INSPECTED_MISSING,
    REQUIRED_EMPTY,
    ROWS_EMPTY,
)
from sop_templates.kinds.route import NEEDED_NEXT
from sop_templates.outcome import Finding

SHOWN_ROWS = 6


def check_required(record: Record) -> Iterator[Finding]:
    """SOP101, SOP141: what should be there by now and is empty."""
    for key in record.readiness.due:
        field = record.model.by_key[key]
        rows = empty_rows(field, record.answers.get(key)) if field.rows else ()
        if 0 < len(rows) < len(field.rows):
            labels = [row.label for row in field.rows if row.key in rows]
            yield record.finding(ROWS_EMPTY, field, rows=in_short(labels, SHOWN_ROWS))
        else:
            yield record.finding(REQUIRED_EMPTY, field)


def check_next_step(record: Record) -> Iterator[Finding]:
    """SOP401: what the next step needs and may come until then."""
    due = set(record.readiness.due)
    for key in record.readiness.missing:
        if key not in due:
            field = record.model.by_key[key]
            yield record.finding(NEEDED_NEXT, field, ready_for=record.readiness.ready_for)


def check_advised(record: Record) -> Iterator[Finding]:
    """SOP140: what is advised by now and empty; nothing is advised to a school with its own format."""
    if record.own_format:
        return
    for field in record.model.fields:
        if field.key in record.readiness.early:
            continue
        if field.need is Need.ADVISED and is_empty(field, record.answers.get(field.key)):
            yield record.finding(ADVISED_EMPTY, field)


def check_inspected(record: Record) -> Iterator[Finding]:
    """SOP143: in an own format, what the inspectorate expects beside the ★ parts."""
    if not record.own_format:
        return
    for field in record.model.fields:
        if field.inspected and has_gap(field, record.answers.get(field.key)):
            yield record.finding(INSPECTED_MISSING, field)


def check_cells(record: Record) -> Iterator[Finding]:
    """SOP142: cells that are empty in rows that are used; one finding a column.

    In fixed rows only choices count: a row without an explanation is a whole answer. A school's own
    format has no rows that must be whole.
    """
    if record.own_format:
        return
    for field in record.model.fields:
        value = record.answers.get(field.key)
        if not field.is_table or is_empty(field, value):
            continue
        for column in field.columns:
            rows = _rows_without(field, column, value)
            if rows:
                yield record.finding(
                    CELLS_EMPTY, field, column=column.label, rows=in_short(rows, SHOWN_ROWS)
                )


def _rows_without(field: Field, column: Column, value: object) -> list[str]:
    """Names of the rows in which an advised or required cell is empty."""
    if column.need is Need.OPTIONAL:
        return []
    if isinstance(value, list):
        return [str(number) for number, row in enumerate(value, 1) if not row.get(column.key)]
    needed_already = field.need is Need.REQUIRED and column.need is Need.REQUIRED  # SOP141 tells
    if not isinstance(value, Mapping) or column.type is not FieldType.CHOICE or needed_already:
        return []
    return [row.label for row in field.rows if not (value.get(row.key) or {}).get(column.key)]
