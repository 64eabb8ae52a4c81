"""Fills the Word file of a model with answers: translates them into what a template takes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sop_templates.domain.dutch import write_date
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_YEAR, Field, FieldType, Model
from sop_templates.engine.models import DEFAULT_MODEL, model_folder, open_model
from sop_templates.errors import SopError
from sop_templates.formats.word.filling.prepared import Prepared, pack_prepared, unpack_prepared
from sop_templates.formats.word.filling.template import WordTemplate
from sop_templates.formats.word.values import BlankRows, DateText, LinkText, ProseText
from sop_templates.kinds.models import NO_TEMPLATE
from sop_templates.richtext_markup import parse

TEMPLATE = "model.docx"
PREPARED = "model.prepared"  # beside it: what was prepared, so that filling one file starts at once

Answers = Mapping[str, Any]
Translate = Callable[[Any], Any]
Translation = tuple[str, str, str, Translate | None]  # section, name, key; None leaves it as it is


@dataclass(frozen=True, slots=True)
class WordModel:
    """The Word file of a model, ready to be filled.

    Attributes:
        model: what it asks.
        template: its prepared template.
        translations: how each answer is put into the template's terms.
    """

    model: Model
    template: WordTemplate
    translations: tuple[Translation, ...]

    def fill(self, answers: Answers) -> bytes:
        """The Word file with these answers; the same bytes for the same answers.

        Args:
            answers: canonical answers, every key of the model; blank ones give the blank model.

        Returns:
            The file. Unanswered fields show their prompts, lists have at least one row, custom
            properties say what it is, and a custom XML part keeps the answers.

        Raises:
            SopError: the template uses a name that the model lacks.
            ValueError: an answer holds a character that XML cannot hold; canonical ones do not.
        """
        properties = {
            "sop.kind": "sop",
            "sop.model": self.model.id,
            "sop.version": self.model.version,
            "sop.vestigingscode": answers[SCHOOL_CODE] or "",
            "sop.schooljaar": answers[SCHOOL_YEAR] or "",
        }
        kept = json.dumps(answers, ensure_ascii=False, separators=(",", ":"))
        return self.template.fill(word_context(self.translations, answers), properties, kept)


@cache
def open_word_model(name: str = DEFAULT_MODEL) -> WordModel:
    """The Word file of the model of that name or folder, ready to be filled.

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults.
        SopError: it has no Word file, or one that cannot be filled.
    """
    model = open_model(name)
    path = model_folder(name) / TEMPLATE
    if not path.is_file():
        raise SopError(NO_TEMPLATE, path)
    template = path.read_bytes()
    prepared = _kept_prepared(path.with_name(PREPARED), template) or prepare(model, template, path)
    return WordModel(model, WordTemplate(template, prepared, str(path)), translations(model))


def prepare(model: Model, template: bytes, file: str | Path = TEMPLATE) -> Prepared:
    """Prepares the Word file of a model.

    Raises:
        SopError: it is no Word file, or its Jinja is faulty.
    """
    from sop_templates.formats.word.filling.preparation import (  # noqa: PLC0415 - loads docxtpl
        prepare_template,
    )

    return prepare_template(template, str(file), _prompts(model))


def prepared_file(model: Model, template: bytes) -> bytes:
    """What belongs beside a model's Word file as `model.prepared`; the same bytes each time.

    Raises:
        SopError: the template is no Word file, or its Jinja is faulty.
    """
    return pack_prepared(prepare(model, template))


def word_context(of_model: tuple[Translation, ...], answers: Answers) -> dict[str, dict[str, Any]]:
    """The answers as a template reaches them: `visie.visie`, `basis.aanbod.mdo.status`.

    Args:
        of_model: what `translations` gives for the model.
        answers: canonical answers, every key of the model.
    """
    context: dict[str, dict[str, Any]] = {}
    for section, name, key, translate in of_model:
        value = answers[key]
        if translate is not None and value is not None:
            value = translate(value)
        context.setdefault(section, {})[name] = value
    return context


def _kept_prepared(path: Path, template: bytes) -> Prepared | None:
    return unpack_prepared(path.read_bytes(), template) if path.is_file() else None


def _prompts(model: Model) -> dict[str, str]:
    prompts = {one.key: one.prompt for one in model.fields}
    for one in model.fields:
        columns = {column.key: column.prompt for column in one.columns}
        prompts |= {tag: columns[tag.rpartition(".")[2]] for tag in one.tags() if columns}
    return prompts


def translations(model: Model) -> tuple[Translation, ...]:
    """How the answers of a model are put into the terms of a template, in its order."""
    return tuple(
        (one.section, one.key.partition(".")[2], one.key, _translation(one)) for one in model.fields
    )


def _translation(one: Field) -> Translate | None:
    if not one.is_table:
        return _TYPES.get(one.type)
    columns = {column.key: _TYPES[column.type] for column in one.columns if column.type in _TYPES}
    if one.type is FieldType.LIST:
        blank = {column.key: None for column in one.columns}
        return lambda rows: _rows(rows, blank, columns)
    return (lambda rows: _fixed_rows(rows, columns)) if columns else None


def _rows(
    rows: list[dict[str, Any]], blank: dict[str, Any], columns: Mapping[str, Translate]
) -> list[dict[str, Any]]:
    if not rows:
        return BlankRows([blank])
    return [_row(row, columns) for row in rows] if columns else rows


def _fixed_rows(
    rows: Mapping[str, dict[str, Any]], columns: Mapping[str, Translate]
) -> dict[str, dict[str, Any]]:
    return {key: _row(row, columns) for key, row in rows.items()}


def _row(row: dict[str, Any], columns: Mapping[str, Translate]) -> dict[str, Any]:
    translated = {
        key: translate(row[key]) for key, translate in columns.items() if row[key] is not None
    }
    return row | translated


def _date(iso: str) -> str:
    """A date in words; what is no date stays as somebody wrote it."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return DateText(write_date(day), iso) if day.isoformat() == iso else iso


def _link(value: Mapping[str, str | None] | str) -> str:
    return value if isinstance(value, str) else LinkText(value["text"] or "", value["url"] or "")


def _prose(text: str) -> str:
    return ProseText(parse(text))


_TYPES: Mapping[FieldType, Translate] = {
    FieldType.RICH: _prose,
    FieldType.DATE: _date,
    FieldType.LINK: _link,
    FieldType.NUMBER: str,
}
