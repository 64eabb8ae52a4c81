"""How the school form is read: by the keys in its hidden first column and row, wherever they stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sop_templates.domain.manifest_faults import KEY_PATTERN
from sop_templates.domain.model import Column, Field, FieldType, Model
from sop_templates.engine.intake.layout import CHOICES, MERGE, START, explanation
from sop_templates.engine.intake.places import (
    ANSWER,
    ASKED,
    FIRST_COLUMN,
    KEYS,
    LABEL,
    TABLE_FIRST,
)
from sop_templates.engine.intake.records import Draft, Notes, Spot, raw_value
from sop_templates.engine.intake.table_headers import squeezed
from sop_templates.formats.excel.cells import RowText, SheetText

FEWEST = 2  # keys; a table whose first column has a key for its header has one
SERVICE = (START, CHOICES, MERGE)  # sheets of ours without answers


def read_school_form(sheets: Sequence[SheetText], model: Model, notes: Notes) -> Draft | None:
    """The answers of a school form.

    Args:
        sheets: of the workbook.
        model: whose keys.
        notes: where unknown keys and faulty cells are told.

    Returns:
        The record; None where the sheets have no keys in their first column.
    """
    keys = {row.text(KEYS) for sheet in sheets for row in sheet.rows} & set(model.by_key)
    if len(keys) < FEWEST:
        return None
    draft = Draft(notes)
    for sheet in sheets:
        table = model.by_key.get(_corner(sheet))
        if table is not None and table.is_table:
            _read_table(sheet, table, draft)
        elif not _read_chapter(sheet, model, draft) and sheet.rows:
            notes.leave_sheet(sheet.name)
    return draft


def _corner(sheet: SheetText) -> str:
    return sheet.rows[0].text(KEYS) if sheet.rows and sheet.rows[0].number == 1 else ""


def _read_chapter(sheet: SheetText, model: Model, draft: Draft) -> bool:
    """Reads a sheet of questions; False where it has no key in its first column."""
    found = False
    for row in sheet.rows:
        key = row.text(KEYS)
        one = model.by_key.get(key)
        if one is None or one.is_table:
            if KEY_PATTERN.fullmatch(key) and row.text(ANSWER):
                draft.notes.unknown.append(row.text(ASKED) or key)
            continue
        found = True
        spot = Spot(sheet.name, row.number, ANSWER)
        draft.raw[key] = raw_value(one, row.cells.get(ANSWER), spot, draft.notes)
        draft.spots[key, None] = spot
    return found


def _read_table(sheet: SheetText, one: Field, draft: Draft) -> None:
    """Reads a list or fixed rows from a sheet of its own."""
    top, *rows = sheet.rows
    names = {column: top.text(column).rpartition(".")[2] for column in top.cells if column != KEYS}
    columns = {place: name for place, name in names.items() if one.column(name)}
    draft.spots[one.key, None] = Spot(
        sheet.name, TABLE_FIRST[one.type], min(columns, default=FIRST_COLUMN)
    )
    if one.type is FieldType.LIST:
        _read_list(sheet, one, columns, _below_head(one, columns, rows), draft)
    else:
        _read_rows(sheet, one, columns, rows, draft)


def _below_head(one: Field, columns: Mapping[int, str], rows: Sequence[RowText]) -> list[RowText]:
    """The rows of a list under its labels and prompts."""
    first = TABLE_FIRST[FieldType.LIST]
    head = 0
    for number, row in enumerate(rows[: 2 * first], 1):
        if all(_is_head(row.text(place), one.column(name)) for place, name in columns.items()):
            head = number
    return [row for row in rows[head:] if head or row.number >= first]


def _is_head(text: str, column: Column | None) -> bool:
    """Whether a cell holds the label or the prompt of its column."""
    if column is None or not text:
        return False
    return squeezed(text) in (squeezed(column.label), squeezed(explanation(column)))


def _read_list(
    sheet: SheetText,
    one: Field,
    columns: Mapping[int, str],
    rows: Iterable[RowText],
    draft: Draft,
) -> None:
    items: list[dict[str, Any]] = []
    for row in rows:
        if not any(column in row.cells for column in columns):
            continue
        item = {}
        for place, name in columns.items():
            column = one.column(name)
            assert column is not None
            spot = Spot(sheet.name, row.number, place)
            item[name] = raw_value(column, row.cells.get(place), spot, draft.notes)
            draft.spots[f"{one.key}.{name}", len(items) + 1] = spot
        items.append(item)
    draft.raw[one.key] = items


def _read_rows(
    sheet: SheetText,
    one: Field,
    columns: Mapping[int, str],
    rows: Iterable[RowText],
    draft: Draft,
) -> None:
    answers: dict[str, dict[str, Any]] = {}
    for row in rows:
        section, _, name = row.text(KEYS).rpartition(".")
        if section != one.key:
            continue
        if one.row(name) is None:
            draft.notes.unknown.append(row.text(LABEL) or name)
            continue
        if not answers and columns:  # above it stands a subheading
            draft.spots[one.key, None] = Spot(sheet.name, row.number, min(columns))
        answers[name] = {}
        for place, key in columns.items():
            column = one.column(key)
            assert column is not None
            spot = Spot(sheet.name, row.number, place)
            answers[name][key] = raw_value(column, row.cells.get(place), spot, draft.notes)
            draft.spots[f"{one.key}.{name}.{key}", None] = spot
    draft.raw[one.key] = answers
