"""What the task pane in Word knows of models: `fields.json`, made from them and from our reading rules.

The pane holds no field name, option, limit or list of signs of its own. A test makes the file anew and
compares it with `addin/word/fields.json`.
"""

import json
from collections.abc import Iterable
from typing import Any

from sop_templates.domain.checks_limits import ESTIMATE_OFF
from sop_templates.domain.dutch import SIGNS
from sop_templates.domain.fixed_texts import BULLETS, FOLDS
from sop_templates.domain.model import (
    SCHOOL_NAME,
    SCHOOL_YEAR,
    STATUS,
    Chapter,
    Column,
    Field,
    FixedText,
    Limits,
    Model,
    Row,
)
from sop_templates.domain.route import Step, StepNeed
from sop_templates.engine.models import DEFAULT_MODEL, model_names, open_model
from sop_templates.engine.placement.model_texts import EDGES, NUMBERING, WORD_PROMPTS
from sop_templates.engine.reading import KIND, MODEL, SOP, TEMPLATE, VERSION
from sop_templates.formats.word import page_estimate
from sop_templates.formats.word.finished.symbols import FONTS

FILE = "fields.json"


def pane_fields(names: Iterable[str] = ()) -> dict[str, Any]:
    """What the pane must know.

    Args:
        names: models beside those of the library, by name or folder.

    Returns:
        Plain values for JSON: `models` by id, `reading` (signs and prompts that the reader goes by),
        `properties` (by which a file says what it is), `pages` (measures of the estimate).

    Raises:
        UsageError: there is no such model, or its `model.toml` has faults.
    """
    models = [open_model(name) for name in dict.fromkeys((*model_names(), *names))]
    return {
        "models": {one.id: _model(one) for one in models},
        "default": DEFAULT_MODEL,
        "properties": {
            "kind": KIND,
            "model": MODEL,
            "version": VERSION,
            "sop": SOP,
            "template": TEMPLATE,
        },
        "pages": _page_measures(),
        "reading": {
            "prompts": list(WORD_PROMPTS),
            "signs": _signs(SIGNS),
            "fixedSigns": _signs(FOLDS),
            "bullets": BULLETS,
            "edges": EDGES,
            "numbering": NUMBERING.pattern,
            "symbols": {
                font: {f"{code:02X}": sign for code, sign in signs.items()}
                for font, signs in FONTS.items()
            },
        },
    }


def fields_json(names: Iterable[str] = ()) -> bytes:
    """`fields.json` as a file; the same models give the same bytes."""
    made = json.dumps(pane_fields(names), ensure_ascii=False, indent=1)
    return f"{made}\n".encode()


def _page_measures() -> dict[str, Any]:
    """By what the pages of a document are estimated, and how far that may be off."""
    return {
        "off": ESTIMATE_OFF,
        "paper": list(page_estimate.A4),
        "margin": page_estimate.MARGIN,
        "size": page_estimate.SIZE,
        "leading": page_estimate.LEADING,
        "sign": page_estimate.SIGN,
        "tab": page_estimate.TAB,
        "cellSides": page_estimate.CELL_SIDES,
        "cellEdges": page_estimate.CELL_EDGES,
    }


def _signs(table: dict[int, Any]) -> dict[str, str]:
    """What each sign is read as, "" for nothing."""
    return {chr(sign): other or "" for sign, other in table.items()}


def _model(model: Model) -> dict[str, Any]:
    return {
        "id": model.id,
        "version": model.version,
        "name": model.name,
        "contact": model.contact,
        "internalTitle": model.internal_title,
        "maxPages": model.max_pages,
        "keys": {"school": SCHOOL_NAME, "year": SCHOOL_YEAR, "status": STATUS},
        "chapters": [_chapter(one) for one in model.chapters],
        "fixedTexts": [_fixed_text(one) for one in model.fixed_texts.values()],
        "route": [_step(one) for one in model.route],
    }


def _chapter(one: Chapter) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": one.title,
        "number": one.number,
        "fields": [_field(field) for field in one.fields],
    }


def _field(one: Field) -> dict[str, Any]:
    return {
        "key": one.key,
        "label": one.label,
        "type": one.type.value,
        "need": one.need.value,
        "star": one.star,
        "internal": one.internal,
        "renewed": one.renewed,
        "prompt": one.prompt,
        "bookmark": one.bookmark,
        "options": list(one.options),
        "limits": _limits(one.limits),
        "columns": [_column(column) for column in one.columns],
        "rows": [_row(row) for row in one.rows],
    }


def _column(one: Column) -> dict[str, Any]:
    return {
        "key": one.key,
        "label": one.label,
        "type": one.type.value,
        "need": one.need.value,
        "prompt": one.prompt,
        "options": list(one.options),
        "open": one.open,
        "limits": _limits(one.limits),
    }


def _row(one: Row) -> dict[str, Any]:
    return {"key": one.key, "label": one.label, "group": one.group}


def _limits(one: Limits) -> dict[str, Any]:
    """The bounds that there are."""
    named = {
        "minWords": one.min_words,
        "maxWords": one.max_words,
        "maxCharacters": one.max_characters,
        "minimum": one.minimum,
        "maximum": one.maximum,
        "pattern": one.pattern,
    }
    return {name: bound for name, bound in named.items() if bound is not None}


def _fixed_text(one: FixedText) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": one.title,
        "bookmark": one.bookmark,
        "star": one.star,
        "text": one.text,
    }


def _step(one: Step) -> dict[str, Any]:
    return {
        "status": one.status,
        "readyFor": one.ready_for,
        "atOnce": one.at_once,
        "needs": [_need(need) for need in one.needs],
    }


def _need(one: StepNeed) -> dict[str, Any]:
    condition = one.condition and {
        "key": one.condition.key,
        "values": list(one.condition.values),
        "negated": one.condition.negated,
    }
    return {"key": one.key, "condition": condition, "onlyWithPrevious": one.only_with_previous}
