"""What may be typed in the cells of an intake: drop-downs from a hidden sheet, dates, numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sop_templates.domain.model import Column, Field, FieldType, Model
from sop_templates.engine.intake.layout import CHOICES, FLAGS, at_sheet, explanation
from sop_templates.engine.intake.looks import KEY
from sop_templates.formats.excel.cells import column_letters
from sop_templates.formats.excel.sheets import Area, Cell, Entry, Sheet

FIRST_DATE = date(2000, 1, 1)
LAST_DATE = date(2099, 12, 31)
MANY = 100_000

Ranges = Mapping[tuple[str, ...], str]


def option_lists(model: Model) -> list[tuple[str, ...]]:
    """All lists of options that a model's fields use, each once."""
    found: dict[tuple[str, ...], None] = {}
    for one in model.fields:
        asked: list[Field | Column] = [one, *one.columns]
        found |= dict.fromkeys(each.options for each in asked if each.options)
        if one.type is FieldType.FLAG:
            found[FLAGS] = None
    return list(found)


def option_ranges(model: Model) -> dict[tuple[str, ...], str]:
    """Where each list of options stands, as a formula: `='Keuzes'!$A$1:$A$5`."""
    ranges = {}
    for column, options in enumerate(option_lists(model), 1):
        letters = column_letters(column)
        ranges[options] = f"={at_sheet(CHOICES)}${letters}$1:${letters}${len(options)}"
    return ranges


def choices_sheet(model: Model) -> Sheet:
    """The hidden sheet with the options: a list in the cell itself could hold no comma."""
    lists = option_lists(model)
    cells = [
        Cell(row, column, option, KEY)
        for column, options in enumerate(lists, 1)
        for row, option in enumerate(options, 1)
    ]
    return Sheet(CHOICES, sorted(cells, key=lambda cell: cell.row), hidden=True)


def entry(
    one: Field | Column, areas: Sequence[Area], ranges: Ranges, *, with_message: bool = False
) -> Entry | None:
    """What may be typed as an answer.

    Args:
        one: the field or column.
        areas: the cells for its answers.
        ranges: where the options stand.
        with_message: whether the explanation shows at the chosen cell, where it stands nowhere else.

    Returns:
        The rule; None where everything may be typed and nothing is to be said.
    """
    rule = _rule(one, tuple(areas), ranges)
    if with_message:
        return replace(rule, title=one.label, message=explanation(one))
    return rule if rule.kind != "any" else None


def _rule(one: Field | Column, areas: tuple[Area, ...], ranges: Ranges) -> Entry:
    if options := FLAGS if one.type is FieldType.FLAG else one.options:
        own_words = isinstance(one, Column) and one.open
        refusal = "" if own_words else "Kies een antwoord uit de lijst."
        return Entry(areas, "list", ranges[options], title=one.label, refusal=refusal)
    if one.type is FieldType.DATE:
        refusal = "Typ een datum, zoals 11-6-2026."
        return Entry(areas, "date", "", FIRST_DATE, LAST_DATE, one.label, refusal=refusal)
    if one.type is FieldType.NUMBER:
        low, high = one.limits.minimum or 0, one.limits.maximum or MANY
        refusal = f"Typ een heel getal van {low} tot {high}."
        return Entry(areas, "whole", "", low, high, one.label, refusal=refusal)
    if most := one.limits.max_characters:
        refusal = f"Dit antwoord is langer dan {most} tekens. Toch zo laten staan?"
        return Entry(areas, "length", "", 0, most, one.label, refusal=refusal, strict=False)
    return Entry(areas)
