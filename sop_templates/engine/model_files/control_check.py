"""What is wrong with one control of a template, beside what its field asks for."""

from collections.abc import Iterator, Mapping

from sop_templates.domain.model import Field
from sop_templates.formats.word.building.control_values import Control, ControlKind
from sop_templates.formats.word.building.template_reading import RICH, TemplateControl
from sop_templates.kinds.models import (
    BOUND_CONTROL,
    BROKEN_LOOP,
    NO_BOOKMARK,
    WRONG_EXPRESSION,
    WRONG_KIND,
    WRONG_LEVEL,
    WRONG_LOCK,
    WRONG_OPTIONS,
    WRONG_PROMPT,
)
from sop_templates.language import N_
from sop_templates.outcome import Finding, Kind, Place

LOCKED = "sdtLocked"
NOTHING = Place(N_("nothing"))  # in the language in use when it is shown
Faults = Iterator[tuple[Kind, dict[str, object]]]


def control_findings(
    field: Field, expected: Control, prompts: Mapping[str, str], found: TemplateControl
) -> Iterator[Finding]:
    """The faults of a field's control.

    Args:
        field: whose control it is.
        expected: what it should be.
        prompts: the text of each prompt of the glossary, by name.
        found: what it is.
    """
    place = Place.control(expected.tag)
    rules = (
        _shape(expected, found),
        _template_tag(field, expected, found),
        _options(expected, found),
        _bookmark(field, found),
        _prompt(expected, prompts, found),
    )
    for rule in rules:
        for kind, values in rule:
            yield Finding(kind, place, {"title": expected.title, **values}, field.key)


def loop_findings(field: Field, found: TemplateControl) -> Iterator[Finding]:
    """The faults of a list's repeating section: one row, between the tags of its loop."""
    first, last = loop_tags(field)
    lines = [line.strip() for line in found.text.split("\n")]
    whole = found.items == 1 and lines[0] == first and lines[-1] == last
    if not whole or found.level != "row":
        values = {"title": field.title, "expected": f"{first} … {last}"}
        yield Finding(BROKEN_LOOP, Place.control(field.key), values, field.key)
    for kind, more in _bookmark(field, found):
        yield Finding(kind, Place.control(field.key), {"title": field.title, **more}, field.key)


def loop_tags(field: Field) -> tuple[str, str]:
    """The template tags before and after the row of a list."""
    return f"{{%tr for row in {field.key} %}}", "{%tr endfor %}"


def _shape(expected: Control, found: TemplateControl) -> Faults:
    kind = _word_kind(expected)
    if found.kind != kind:
        yield WRONG_KIND, {"found": found.kind, "expected": kind}
    lock = LOCKED if expected.is_locked else ""
    if found.lock != lock:
        yield WRONG_LOCK, {"found": found.lock or NOTHING, "expected": lock or NOTHING}
    level = "block" if expected.kind is ControlKind.RICH else "inline"
    if found.level != level:
        yield WRONG_LEVEL, {"found": found.level, "expected": level}
    if found.is_bound:
        yield BOUND_CONTROL, {}


def _word_kind(expected: Control) -> str:
    return RICH if expected.kind is ControlKind.LINK else expected.kind.value


def _template_tag(field: Field, expected: Control, found: TemplateControl) -> Faults:
    stray = found.sections != (() if expected.is_locked else (field.key,))
    if found.text.strip() != expected.content or stray:
        yield WRONG_EXPRESSION, {"found": repr(found.text), "expected": expected.content}


def _options(expected: Control, found: TemplateControl) -> Faults:
    if found.options != expected.options:
        told = (", ".join(one) or NOTHING for one in (found.options, expected.options))
        yield WRONG_OPTIONS, dict(zip(("found", "expected"), told, strict=True))


def _bookmark(field: Field, found: TemplateControl) -> Faults:
    if field.bookmark not in found.bookmarks:
        yield NO_BOOKMARK, {"bookmark": field.bookmark}


def _prompt(expected: Control, prompts: Mapping[str, str], found: TemplateControl) -> Faults:
    if expected.prompt and prompts.get(found.prompt, "") != expected.prompt:
        yield WRONG_PROMPT, {"expected": expected.prompt}
