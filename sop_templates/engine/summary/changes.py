"""The sheets *Vergelijking*: what changed since last year, by school and by item."""

from collections.abc import Iterator, Mapping
from typing import Any

from sop_templates.domain.comparison import (
    Change,
    ChangeKind,
    Pair,
    compare_answers,
    pairs,
    yearly_keys,
)
from sop_templates.domain.coverage import (
    Meaning,
    choice_column,
    counted_rows,
    item_answer,
    meaning_of,
)
from sop_templates.domain.model import Column, Field, FieldType, Row
from sop_templates.domain.word_diff import shortened, word_diff
from sop_templates.engine.route.change_words import GONE_SCHOOL, NEW_SCHOOL, WORDS, asked
from sop_templates.engine.summary import names
from sop_templates.engine.summary.columns import COUNT_TAB, title
from sop_templates.engine.summary.dutch_counts import has, joined, schools, some
from sop_templates.engine.summary.values import Summary
from sop_templates.formats.excel.report_values import CellValue, Shade, Sheet, TableColumn

Answers = Mapping[str, Any]

NAMED = 8  # items or schools that a sentence names at most
LONG = 160  # characters from which only what is around the change is shown
KIND_AT = 4
COLUMNS = (
    TableColumn("Code", 9),
    TableColumn("School", 32),
    TableColumn("Vraag", 36, "long"),
    TableColumn("Onderdeel", 34, "long"),
    TableColumn("Wat", 15),
    TableColumn("Vorig jaar", 56, "long"),
    TableColumn("Nu", 56, "long"),
)


def change_sheets(summary: Summary) -> list[Sheet]:
    """The sheets; none where there is nothing to compare with."""
    if summary.previous is None:
        return []
    found = pairs(summary.previous, summary.records)
    return [changes_sheet(found, summary), item_changes_sheet(found, summary)]


def change_sentences(summary: Summary) -> list[str]:
    """What changed since last year in a few sentences; none where there is nothing to compare with."""
    if summary.previous is None:
        return []
    found = pairs(summary.previous, summary.records)
    both = [one for one in found if one.before is not None and one.after is not None]
    without = yearly_keys(summary.model)
    counts = [len(_compared(one, summary, without)) for one in both]
    changed = sum(count > 0 for count in counts)
    sentences = [
        (
            f"{schools(len(both)).capitalize()} {has(len(both))} ook een SOP van vorig jaar; bij {changed} "
            f"daarvan veranderde iets, samen {some(sum(counts), 'wijziging', 'wijzigingen')}."
        )
    ]
    if came := [one.name for one in found if one.before is None]:
        sentences.append(f"Zonder SOP van vorig jaar: {joined(came, NAMED)}.")
    if gone := [one.name or one.code for one in found if one.after is None]:
        sentences.append(f"Vorig jaar wel een SOP, nu niet: {joined(gone, NAMED)}.")
    for field in counted_rows(summary.model):
        sentences += _moved(field, both, summary)
    return sentences


def changes_sheet(found: list[Pair], summary: Summary) -> Sheet:
    """A row a change, school by school."""
    both = [one for one in found if one.before is not None and one.after is not None]
    came = sum(one.before is None for one in found)
    gone = len(found) - len(both) - came
    return Sheet(
        name=names.CHANGES,
        title=title("Wat is er veranderd sinds vorig jaar", summary),
        intro=(
            (
                f"{schools(len(both))} vergeleken; {came} zonder SOP van vorig jaar, {gone} zonder SOP van "
                "dit jaar."
            ),
            (
                "Wat elk jaar anders is (datums, advies, besluit, status) staat er niet bij. Van een lange "
                "tekst staat hier alleen wat rond de wijziging staat."
            ),
        ),
        columns=COLUMNS,
        rows=_rows(found, summary),
        frozen=2,
        shades=(
            Shade(WORDS[ChangeKind.ADDED], "good", KIND_AT, KIND_AT),
            Shade(WORDS[ChangeKind.REMOVED], "bad", KIND_AT, KIND_AT),
            Shade(WORDS[ChangeKind.CHANGED], "partial", KIND_AT, KIND_AT),
            Shade(NEW_SCHOOL, "muted", KIND_AT, KIND_AT),
            Shade(GONE_SCHOOL, "muted", KIND_AT, KIND_AT),
        ),
        tab=COUNT_TAB,
    )


def item_changes_sheet(found: list[Pair], summary: Summary) -> Sheet:
    """A row an item: how many schools have it, then and now, and which came and went."""
    tables = names.table_names(summary.model)
    both = [one for one in found if one.before is not None and one.after is not None]
    return Sheet(
        name=names.ITEM_CHANGES,
        title=title("Wat scholen hebben, vorig jaar en nu", summary),
        intro=(f"Geteld over de {schools(len(both))} met een SOP in beide jaren.",),
        columns=(
            TableColumn("Tabel", 16),
            TableColumn("Onderdeel", 38),
            TableColumn("Vorig jaar", 12, "number"),
            TableColumn("Nu", 12, "number"),
            TableColumn("Verschil", 12, "number"),
            TableColumn("Erbij", 50, "long"),
            TableColumn("Eraf", 50, "long"),
        ),
        rows=[
            _item_row(tables[field.key], field, column, row, both)
            for field in counted_rows(summary.model)
            if (column := choice_column(field)) is not None
            for row in field.rows
        ],
        frozen=2,
        tab=COUNT_TAB,
    )


def _rows(found: list[Pair], summary: Summary) -> Iterator[list[CellValue]]:
    without = yearly_keys(summary.model)
    for pair in found:
        if pair.before is None or pair.after is None:
            word = NEW_SCHOOL if pair.before is None else GONE_SCHOOL
            yield [pair.code, pair.name, None, None, word]
            continue
        for one in _compared(pair, summary, without):
            before, after = _shown(one)
            yield [pair.code, pair.name, asked(one), one.item, WORDS[one.kind], before, after]


def _compared(pair: Pair, summary: Summary, without: frozenset[str]) -> tuple[Change, ...]:
    return compare_answers(summary.model, pair.before or {}, pair.after or {}, without)


def _moved(field: Field, both: list[Pair], summary: Summary) -> Iterator[str]:
    """Which items more schools have than last year, and which fewer."""
    column = choice_column(field)
    assert column is not None, field.key  # `counted_rows` gives no other fields
    moved = {
        row.label: sum(_has(field, column, row, one.after) for one in both)
        - sum(_has(field, column, row, one.before) for one in both)
        for row in field.rows
    }
    name = names.table_names(summary.model)[field.key]
    if more := [f"{label} (+{count})" for label, count in moved.items() if count > 0]:
        yield f"{name}, meer scholen: {joined(more, NAMED)}."
    if fewer := [f"{label} ({count})" for label, count in moved.items() if count < 0]:
        yield f"{name}, minder scholen: {joined(fewer, NAMED)}."


def _shown(change: Change) -> tuple[str, str]:
    is_long = (
        change.field.type is FieldType.RICH and max(len(change.before), len(change.after)) > LONG
    )
    if not is_long or change.kind is not ChangeKind.CHANGED:
        return change.before, change.after
    pieces = word_diff(change.before, change.after)
    return shortened(pieces, "added"), shortened(pieces, "removed")


def _item_row(
    table: str, field: Field, column: Column, row: Row, both: list[Pair]
) -> list[CellValue]:
    had = [_has(field, column, row, one.before) for one in both]
    have = [_has(field, column, row, one.after) for one in both]
    came = [one.name for one, then, now in zip(both, had, have, strict=True) if now and not then]
    gone = [one.name for one, then, now in zip(both, had, have, strict=True) if then and not now]
    return [
        table,
        row.label,
        sum(had),
        sum(have),
        sum(have) - sum(had),
        joined(came) if came else None,
        joined(gone) if gone else None,
    ]


def _has(field: Field, column: Column, row: Row, answers: Answers | None) -> bool:
    word = item_answer(field, column, answers or {}, row.key)
    return meaning_of(column, word) is Meaning.PRESENT
