"""The summary for machines: every number of the workbook as JSON, every sheet as a CSV file."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sop_templates.domain.comparison import compare_answers, pairs, yearly_keys
from sop_templates.domain.coverage import (
    count_choices,
    count_items,
    counted_lists,
    counted_rows,
)
from sop_templates.domain.file_names import folded_name
from sop_templates.domain.groups import Group
from sop_templates.domain.list_counts import ThemeCounts, cross_count
from sop_templates.engine.summary import names
from sop_templates.engine.summary.groups import compared_groups, members
from sop_templates.engine.summary.sentences import delivery_for, key_sentences
from sop_templates.engine.summary.sheets import sheets
from sop_templates.engine.summary.values import School, Summary
from sop_templates.formats.excel.delimited import write_delimited
from sop_templates.formats.excel.report_values import CellValue, Link, Marked, Sheet
from sop_templates.language import dutch
from sop_templates.outcome import Severity

JSON_FILE = "overzicht.json"


def summary_data(summary: Summary) -> dict[str, Any]:
    """All that was counted, as JSON: keys of the model where it has them, Dutch words where not.

    Returns:
        `schools`, `undelivered`, `failed`, `sentences`, `offer` (by table and item), `lists`,
        `choices`, `groups` and, where a year before was given, `changes`.
    """
    model, records = summary.model, summary.records
    themes = ThemeCounts(model, records)
    data: dict[str, Any] = {
        "model": model.id,
        "version": model.version,
        "today": _day(summary.today),
        "boards": [{"name": one.name, "expected": one.expected} for one in summary.boards],
        "sentences": key_sentences(summary),
        "schools": [_school(one, summary) for one in summary.schools],
        "undelivered": [
            {"vestigingscode": one.code, "name": one.name, "board": one.board, "area": one.area}
            for one in summary.missing
        ],
        "failed": [one.as_json() for one in summary.failures],
        "offer": {
            field.key: {
                one.row.key: {
                    "label": one.row.label,
                    "by_option": dict(one.by_option),
                    "own_words": one.own_words,
                    "unanswered": one.unanswered,
                    "present": one.present,
                    "white": one.is_white,
                    "going_on": {done.field.key: done.times for done in themes.of(one.row)},
                }
                for one in count_items(field, records)
            }
            for field in counted_rows(model)
        },
        "lists": {
            field.key: {
                "rows": sum(len(one.get(field.key) or ()) for one in records),
                "by_choice": {
                    one.option: {"schools": one.schools, "times": one.times} | dict(one.by_other)
                    for one in cross_count(field, records)
                },
            }
            for field in counted_lists(model)
        },
        "choices": [
            {
                "key": one.field.key,
                "column": one.column.key if one.column else None,
                "option": one.option,
                "own_words": one.is_own,
                "schools": one.schools,
                "times": one.times,
            }
            for one in count_choices(model, records)
        ],
        "groups": [_group(one, summary) for one in compared_groups(summary)],
    }
    if summary.previous is not None:
        data["changes"] = list(_changes(summary, summary.previous))
    return data


def data_files(summary: Summary, folder: Path) -> list[tuple[Path, bytes]]:
    """The files for machines, in a folder: one JSON file, and a CSV file a sheet."""
    with dutch():
        text = json.dumps(summary_data(summary), ensure_ascii=False, indent=1)
        tables = [one for one in sheets(summary, folder) if one.name != names.FRONT]
        files = [(folder / JSON_FILE, f"{text}\n".encode())]
        files += [
            (folder / f"{folded_name(one.name).lower()}.csv", write_delimited(_records(one)))
            for one in tables
        ]
    return files


def _records(sheet: Sheet) -> Iterator[Sequence[str]]:
    """The rows of a sheet as text; its keys are the header where it has them."""
    yield sheet.keys or [column.header for column in sheet.columns]
    width = len(sheet.columns)
    for row in sheet.rows:
        cells = [_text(value) for value in row]
        yield [*cells, *([""] * (width - len(cells)))]


def _text(value: CellValue) -> str:
    if value is None:
        return ""
    if isinstance(value, Link | Marked):
        return value.text
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")  # as Dutch Excel reads it
    return value.isoformat() if isinstance(value, date) else str(value)


def _school(one: School, summary: Summary) -> dict[str, Any]:
    delivery = delivery_for(one, summary)
    return {
        "vestigingscode": one.code,
        "name": one.name,
        "board": one.board,
        "area": one.area,
        "file": one.file,
        "format": one.format,
        "year": one.year,
        "status": one.status,
        "ready_for": one.ready_for,
        "ready": one.ready,
        "missing": list(one.missing),
        "deadline": _day(delivery.deadline),
        "decided": _day(delivery.decided),
        "timing": delivery.timing.value,
        "days": delivery.days,
        "fixed_texts": dict(one.fixed_texts),
        "findings": {severity.value: one.count(severity) for severity in Severity},
    }


def _group(group: Group, summary: Summary) -> dict[str, Any]:
    some = members(group, summary)
    records = [one.answers for one in some]
    return {
        "by": group.field.key,
        "value": group.value or None,
        "schools": len(some),
        "statuses": dict(Counter(one.status for one in some)),
        "present": {
            field.key: {one.row.key: one.present for one in count_items(field, records)}
            for field in counted_rows(summary.model)
        },
    }


def _changes(summary: Summary, previous: Sequence[Any]) -> Iterator[dict[str, Any]]:
    without = yearly_keys(summary.model)
    for pair in pairs(previous, summary.records):
        if pair.before is None or pair.after is None:
            kind = "new school" if pair.before is None else "no SOP now"
            yield {"vestigingscode": pair.code, "name": pair.name, "kind": kind}
            continue
        for one in compare_answers(summary.model, pair.before, pair.after, without):
            yield {
                "vestigingscode": pair.code,
                "name": pair.name,
                "kind": one.kind.value,
                "key": one.field.key,
                "item": one.item or None,
                "column": one.column.key if one.column else None,
                "before": one.before or None,
                "after": one.after or None,
            }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
