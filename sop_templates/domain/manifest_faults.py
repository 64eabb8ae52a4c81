"""What is wrong in a model that would not work in Word, Excel or a template."""

import re
from collections.abc import Iterable

from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_NAME,
    SCHOOL_YEAR,
    STATUS,
    Column,
    Field,
    FieldType,
    Model,
)
from sop_templates.language import _

MAX_TITLE = 64  # characters: Word's limit for a control's title and tag
BOOKMARK_PATTERN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")  # Word's: 40 characters, no space
KEY_PATTERN = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
RESERVED = frozenset(dir({}))  # Jinja would find the method of a dict before the answer
NEEDED_KEYS = (SCHOOL_NAME, SCHOOL_CODE, SCHOOL_YEAR, STATUS)
PROPOSALS = ("changes",)  # what a field's answer can be proposed from


def faults(model: Model) -> list[str]:
    """Everything that is wrong in a model, in the language in use, one a line."""
    found = [
        _("key {key!r} is needed in every model").format(key=key)
        for key in NEEDED_KEYS
        if key not in model.by_key
    ]
    for one in model.fields:
        found += _field_faults(one)
    keys = [one.key for one in model.fields] + list(model.fixed_texts)
    found += [_("key {name!r} occurs twice").format(name=name) for name in _doubles(keys)]
    return (
        found
        + _bookmark_faults(model)
        + _fixed_faults(model)
        + _theme_faults(model)
        + _route_faults(model)
    )


def _bookmark_faults(model: Model) -> list[str]:
    marks = [one.bookmark for one in model.fields]
    marks += [one.bookmark for one in model.fixed_texts.values()]
    twice = _doubles([mark.lower() for mark in marks])
    found = [_("bookmark {name!r} occurs twice").format(name=name) for name in twice]
    words = _("bookmark {name!r} must be a letter and at most 39 letters, digits and underscores")
    return found + [
        words.format(name=mark) for mark in marks if not BOOKMARK_PATTERN.fullmatch(mark)
    ]


def _fixed_faults(model: Model) -> list[str]:
    placed = {key for chapter in model.chapters for key in chapter.fixed}
    found = [
        _("fixed text {key!r} stands in no chapter").format(key=key)
        for key in model.fixed_texts
        if key not in placed
    ]
    unknown = sorted(placed - set(model.fixed_texts))
    return found + [
        _("chapter names unknown fixed text {key!r}").format(key=key) for key in unknown
    ]


def _theme_faults(model: Model) -> list[str]:
    known = {word for one in model.lists() for column in one.columns for word in column.options}
    words = _("{key}: theme {theme!r} of row {row!r} is no option of any list")
    return [
        words.format(key=one.key, theme=theme, row=row.key)
        for one in model.fixed_rows()
        for row in one.rows
        for theme in row.themes
        if theme not in known
    ]


def _route_faults(model: Model) -> list[str]:
    needs = [need for step in model.route for need in (*step.needs, *step.advises)]
    conditions = [need.condition for need in needs if need.condition is not None]
    used = {need.key for need in needs} | {one.key for one in conditions} | set(model.date_order)
    unknown = sorted(used - set(model.by_key))
    found = [_("the route names unknown key {key!r}").format(key=key) for key in unknown]
    if (status := model.by_key.get(STATUS)) is not None:
        stray = sorted({step.status for step in model.route} - set(status.options))
        found += [
            _("the route names unknown status {status!r}").format(status=one) for one in stray
        ]
    for one in conditions:
        known = model.by_key[one.key].options if one.key in model.by_key else one.values
        words = _("{key} has no option {value!r}")
        found += [
            words.format(key=one.key, value=value) for value in one.values if value not in known
        ]
    return found


def _field_faults(one: Field) -> list[str]:
    names = [*one.key.split("."), *(row.key for row in one.rows), *(col.key for col in one.columns)]
    told = [
        *(_("{name!r} cannot be a name").format(name=name) for name in names if name in RESERVED),
        *_title_faults(one),
        *_kind_faults(one),
        *_option_faults(one),
    ]
    for words, keys in (
        (_("row {name!r} occurs twice"), [row.key for row in one.rows]),
        (_("column {name!r} occurs twice"), [column.key for column in one.columns]),
        (_("option {name!r} occurs twice"), [option.casefold() for option in one.options]),
    ):
        told += [words.format(name=name) for name in _doubles(keys)]
    told = [f"{one.key}: {words}" for words in told]
    if not KEY_PATTERN.fullmatch(one.key):
        told.insert(0, _("key {key!r} is not of the form section.name").format(key=one.key))
    return told + _choice_faults(one)


def _title_faults(one: Field) -> list[str]:
    words = _("tag {tag!r} is longer than {limit} characters")
    found = [words.format(tag=tag, limit=MAX_TITLE) for tag in one.tags() if len(tag) > MAX_TITLE]
    if len(one.title) > MAX_TITLE:
        found.append(
            _("give a `short` label of at most {limit} characters").format(limit=MAX_TITLE)
        )
    return found


def _kind_faults(one: Field) -> list[str]:
    found = []
    if one.is_table and not one.columns:
        found.append(_("a table needs columns"))
    if one.proposes and one.proposes not in PROPOSALS:
        found.append(_("nothing can be proposed from {word!r}").format(word=one.proposes))
    if one.proposes and one.type is not FieldType.RICH:
        found.append(_("only a rich text can be proposed"))
    return found


def _option_faults(one: Field) -> list[str]:
    words = _("{word!r} is no option of column {column!r}")
    return [
        words.format(word=word, column=column.key)
        for column in one.columns
        for word in (*column.present, *column.partly, *column.absent)
        if word not in column.options
    ]


def _choice_faults(one: Field) -> list[str]:
    asked: list[tuple[str, Field | Column]] = [(one.key, one)]
    asked += [(f"{one.key}.{column.key}", column) for column in one.columns]
    return [
        f"{name}: {_('a choice needs options')}"
        for name, asks in asked
        if asks.type is FieldType.CHOICE and not asks.options
    ]


def _doubles(names: Iterable[str]) -> list[str]:
    """The names that occur more than once, each time but the first."""
    seen: set[str] = set()
    found = []
    for name in names:
        if name in seen:
            found.append(name)
        seen.add(name)
    return found
