"""Says what an owner's changes in Word broke: each field's control, lists, fixed texts, rendering.

Looks, order, extra text and pictures are the owner's; what filling and reading rest on is checked.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from sop_templates.domain.fixed_texts import compare, find_fixed_text_findings
from sop_templates.domain.manifest_faults import MAX_TITLE
from sop_templates.domain.model import Field, FieldType, Model
from sop_templates.engine.model_files.blocks import cell_control, field_control
from sop_templates.engine.model_files.build import TEMPLATE
from sop_templates.engine.model_files.control_check import control_findings, loop_findings
from sop_templates.engine.models import MANIFEST, open_history, open_signs
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole
from sop_templates.formats.word.building.control_values import Control
from sop_templates.formats.word.building.template_reading import (
    SECTION,
    Template,
    TemplateControl,
    read_template,
)
from sop_templates.formats.word.building.template_trial import trial_fault
from sop_templates.kinds.models import (
    CONTROL_DOUBLE,
    CONTROL_MISSING,
    DOUBLE_BOOKMARK,
    LONG_TITLE,
    NO_LABEL,
    NO_TEMPLATE,
    OTHER_MODEL,
    PROTECTED_TEMPLATE,
    TEMPLATE_FAILS,
    TRACKED_TEMPLATE,
    UNKNOWN_TAG,
)
from sop_templates.language import N_
from sop_templates.outcome import Finding, Place

FULL_LOCK = "sdtContentLocked"
DOCUMENT = Place(N_("the whole document"))
Found = Mapping[str, Sequence[TemplateControl]]


def check_model_folder(folder: Path, model: Model) -> tuple[Finding, ...]:
    """The findings on the Word file in a model's folder.

    Raises:
        SopError: there is none, or it cannot be opened.
        UsageError: what `model.toml` says of own formats or earlier versions has faults.
    """
    if (folder / MANIFEST).is_file():
        open_signs(str(folder))
        open_history(str(folder))
    path = folder / TEMPLATE
    if not path.is_file():
        raise SopError(NO_TEMPLATE, path)
    return tuple(one.in_file(str(path)) for one in check_model(model, read_whole(path), path.name))


def check_model(model: Model, template: bytes, file: str = TEMPLATE) -> tuple[Finding, ...]:
    """Whether a template still has all that filling and reading rest on.

    Args:
        model: what it must hold.
        template: the Word file.
        file: its name as the user gave it, for messages.

    Returns:
        A finding a fault, with place and advice (SOP505 to SOP523; SOP2xx on fixed texts), in the
        model's order; empty when all is well.

    Raises:
        SopError: it is no Word file, damaged or unsafe.
    """
    found = read_template(template, file)
    by_tag: dict[str, list[TemplateControl]] = {}
    for control in found.controls:
        by_tag.setdefault(control.tag, []).append(control)
    rules = (
        _identity(model, found),
        chain.from_iterable(_field(one, by_tag, found) for one in model.fields),
        _fixed_texts(model, by_tag),
        _unknown(model, found),
        _names(found),
        _document(found),
        _trials(model, template),
    )
    return tuple(chain.from_iterable(rules))


def expected_controls(field: Field) -> tuple[Control, ...]:
    """The controls that a field has in Word: one, one a column, or one a row and column."""
    if field.type is FieldType.LIST:
        return tuple(cell_control(field, column) for column in field.columns)
    if field.type is FieldType.ROWS:
        return tuple(
            cell_control(field, column, row.key) for row in field.rows for column in field.columns
        )
    return (field_control(field),)


def _identity(model: Model, found: Template) -> Iterator[Finding]:
    named = tuple(found.properties.get(f"sop.{one}", "?") for one in ("model", "version"))
    if named != (model.id, model.version):
        expected = f"{model.id} {model.version}"
        yield Finding(OTHER_MODEL, DOCUMENT, {"found": " ".join(named), "expected": expected})


def _field(field: Field, by_tag: Found, found: Template) -> Iterator[Finding]:
    if field.type is FieldType.LIST:
        sections = [one for one in by_tag.get(field.key, ()) if one.kind == SECTION]
        yield from _single(field.key, field.title, sections, partial(loop_findings, field))
    for control in expected_controls(field):
        check = partial(control_findings, field, control, found.prompts)
        yield from _single(control.tag, _told(field, control), by_tag.get(control.tag, ()), check)
    if field.label not in found.words:
        yield Finding(NO_LABEL, Place.control(field.key), {"label": field.label}, field.key)


def _single(
    tag: str, title: str, controls: Sequence[TemplateControl], check: Any
) -> Iterator[Finding]:
    place = Place.control(tag)
    if not controls:
        yield Finding(CONTROL_MISSING, place, {"title": title, "tag": tag})
    elif len(controls) > 1:
        values = {"title": title, "tag": tag, "count": len(controls)}
        yield Finding(CONTROL_DOUBLE, place, values)
    else:
        yield from check(controls[0])


def _told(field: Field, control: Control) -> str:
    return f"{field.title}: {control.title}" if field.is_table else control.title


def _fixed_texts(model: Model, by_tag: Found) -> Iterator[Finding]:
    held = {key: by_tag[key][0] for key in model.fixed_texts if key in by_tag}
    compared = {
        key: compare(model.fixed_texts[key].text, control.text) for key, control in held.items()
    }
    unlocked = {key for key, control in held.items() if control.lock != FULL_LOCK}
    yield from find_fixed_text_findings(model, compared, unlocked)


def _unknown(model: Model, found: Template) -> Iterator[Finding]:
    lists = {field.key for field in model.lists()}
    known = set(model.by_tag) | set(model.fixed_texts) | lists | {""}
    for tag in dict.fromkeys(one.tag for one in found.controls if one.tag not in known):
        yield Finding(UNKNOWN_TAG, Place.control(tag), {"tag": tag})


def _names(found: Template) -> Iterator[Finding]:
    for bookmark in found.double_bookmarks:
        yield Finding(DOUBLE_BOOKMARK, Place.named(bookmark), {"bookmark": bookmark})
    for control in found.controls:
        if len(control.title) > MAX_TITLE:
            values = {"title": control.title, "length": len(control.title), "limit": MAX_TITLE}
            yield Finding(LONG_TITLE, Place.control(control.tag), values)


def _document(found: Template) -> Iterator[Finding]:
    if found.is_protected:
        yield Finding(PROTECTED_TEMPLATE, DOCUMENT)
    if found.has_tracked_changes:
        yield Finding(TRACKED_TEMPLATE, DOCUMENT)


def _trials(model: Model, template: bytes) -> Iterator[Finding]:
    for name, is_full in ((N_("empty answers"), False), (N_("all answers"), True)):
        if reason := trial_fault(template, trial_answers(model, is_full=is_full)):
            values = {"answers": Place(name), "reason": reason}
            yield Finding(TEMPLATE_FAILS, DOCUMENT, values)


def trial_answers(model: Model, *, is_full: bool) -> dict[str, dict[str, Any]]:
    """Answers by section and name, with which a template is tried: all empty, or all given."""
    answers: dict[str, dict[str, Any]] = {}
    for field in model.fields:
        section, _, name = field.key.partition(".")
        answers.setdefault(section, {})[name] = _trial_answer(field, "x" if is_full else "")
    return answers


def _trial_answer(field: Field, text: str) -> Any:
    row = {column.key: text for column in field.columns}
    if field.type is FieldType.LIST:
        return [row, row] if text else []
    if field.type is FieldType.ROWS:
        return {one.key: row for one in field.rows}
    return bool(text) if field.type is FieldType.FLAG else text
