"""The manifest of a model: turns the data of `model.toml` into a `Model`, naming every fault."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sop_templates.domain.model import (
    SCHOOL_CODE,
    SCHOOL_NAME,
    SCHOOL_YEAR,
    STATUS,
    Chapter,
    Column,
    Field,
    FieldType,
    FixedText,
    Limits,
    Model,
    Need,
    Row,
)
from sop_templates.domain.route import Condition, Step, StepNeed

MAX_TITLE = 64  # characters: Word's limit for a control's title and tag
BOOKMARK_PATTERN = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")  # Word's: 40 characters, no space
KEY_PATTERN = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
RESERVED = frozenset(dir({}))  # Jinja would find the method of a dict before the answer
NEEDED_KEYS = (SCHOOL_NAME, SCHOOL_CODE, SCHOOL_YEAR, STATUS)
PROPOSALS = ("changes",)  # what a field's answer can be proposed from

Data = Mapping[str, Any]


def model_from_data(data: Data, fixed: Mapping[str, str]) -> Model:
    """The model of a manifest.

    Args:
        data: `model.toml`, parsed.
        fixed: the content of the files in `fixed/`, by name without ending.

    Returns:
        The model.

    Raises:
        KeyError, ValueError: the manifest lacks a word that every model has, or has an unknown one.
    """
    options = data.get("options", {})
    texts = {one["key"]: _fixed_text(one, fixed) for one in data.get("fixed", ())}
    return Model(
        id=data["id"],
        version=data["version"],
        name=data["name"],
        title=data["title"],
        region=data["region"],
        source=data["source"],
        contact=data["contact"],
        internal_title=data["internal_title"],
        chapters=tuple(_chapter(one, options) for one in data["chapters"]),
        fixed_texts=texts,
        route=tuple(_step(one) for one in data.get("route", ())),
        date_order=tuple(data.get("date_order", ())),
    )


def faults(model: Model) -> list[str]:
    """Everything in a model that would not work in Word, Excel or a template; English, one a line."""
    found = [
        f"key {key!r} is needed in every model" for key in NEEDED_KEYS if key not in model.by_key
    ]
    for one in model.fields:
        found += _field_faults(one)
    found += _doubles("key", [one.key for one in model.fields] + list(model.fixed_texts))
    marks = [one.bookmark for one in model.fields]
    marks += [one.bookmark for one in model.fixed_texts.values()]
    found += _doubles("bookmark", [mark.lower() for mark in marks])
    found += [
        f"bookmark {mark!r} must be a letter and at most 39 letters, digits and underscores"
        for mark in marks
        if not BOOKMARK_PATTERN.fullmatch(mark)
    ]
    placed = {key for chapter in model.chapters for key in chapter.fixed}
    found += [
        f"fixed text {key!r} stands in no chapter" for key in model.fixed_texts if key not in placed
    ]
    found += [
        f"chapter names unknown fixed text {key!r}" for key in placed - set(model.fixed_texts)
    ]
    return found + _theme_faults(model) + _route_faults(model)


def _theme_faults(model: Model) -> list[str]:
    known = {word for one in model.lists() for column in one.columns for word in column.options}
    return [
        f"{one.key}: theme {theme!r} of row {row.key!r} is no option of any list"
        for one in model.fixed_rows()
        for row in one.rows
        for theme in row.themes
        if theme not in known
    ]


def _route_faults(model: Model) -> list[str]:
    needs = [need for step in model.route for need in step.needs]
    conditions = [need.condition for need in needs if need.condition is not None]
    used = {need.key for need in needs} | {one.key for one in conditions} | set(model.date_order)
    found = [f"the route names unknown key {key!r}" for key in sorted(used - set(model.by_key))]
    if (status := model.by_key.get(STATUS)) is not None:
        stray = {step.status for step in model.route} - set(status.options)
        found += [f"the route names unknown status {one!r}" for one in sorted(stray)]
    for one in conditions:
        known = model.by_key[one.key].options if one.key in model.by_key else one.values
        found += [
            f"{one.key} has no option {value!r}" for value in one.values if value not in known
        ]
    return found


def _field_faults(one: Field) -> list[str]:
    found = []
    if not KEY_PATTERN.fullmatch(one.key):
        found.append(f"key {one.key!r} is not of the form section.name")
    names = [*one.key.split("."), *(row.key for row in one.rows), *(col.key for col in one.columns)]
    found += [f"{one.key}: {name!r} cannot be a name" for name in names if name in RESERVED]
    found += [
        f"{one.key}: tag {tag!r} is longer than {MAX_TITLE} characters"
        for tag in one.tags()
        if len(tag) > MAX_TITLE
    ]
    if len(one.title) > MAX_TITLE:
        found.append(f"{one.key}: give a `short` label of at most {MAX_TITLE} characters")
    if one.is_table and not one.columns:
        found.append(f"{one.key}: a table needs columns")
    if one.proposes and one.proposes not in PROPOSALS:
        found.append(f"{one.key}: nothing can be proposed from {one.proposes!r}")
    if one.proposes and one.type is not FieldType.RICH:
        found.append(f"{one.key}: only a rich text can be proposed")
    asked: list[tuple[str, Field | Column]] = [(one.key, one)]
    asked += [(f"{one.key}.{column.key}", column) for column in one.columns]
    found += [
        f"{name}: a choice needs options"
        for name, asks in asked
        if asks.type is FieldType.CHOICE and not asks.options
    ]
    found += [
        f"{one.key}: {word!r} is no option of column {column.key!r}"
        for column in one.columns
        for word in (*column.present, *column.partly, *column.absent)
        if word not in column.options
    ]
    found += _doubles(f"{one.key}: row", [row.key for row in one.rows])
    found += _doubles(f"{one.key}: column", [col.key for col in one.columns])
    return found + _doubles(f"{one.key}: option", [option.casefold() for option in one.options])


def _doubles(what: str, names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    found = []
    for name in names:
        if name in seen:
            found.append(f"{what} {name!r} occurs twice")
        seen.add(name)
    return found


def _chapter(data: Data, options: Data) -> Chapter:
    return Chapter(
        key=data["key"],
        title=data["title"],
        number=data.get("number", 0),
        star=data.get("star", False),
        front=data.get("front", False),
        intro=data.get("intro", ""),
        fixed=tuple(data.get("fixed", ())),
        fields=tuple(_field(one, options) for one in data.get("fields", ())),
        headings=tuple(data.get("headings", ())),
    )


def _field(data: Data, options: Data) -> Field:
    duo = data.get("duo", ())
    return Field(
        key=data["key"],
        label=data["label"],
        title=data.get("short", data["label"]),
        type=FieldType(data["type"]),
        bookmark=data["bookmark"],
        need=Need(data.get("need", "optional")),
        star=data.get("star", False),
        internal=data.get("internal", False),
        counted=data.get("counted", False),
        in_schoolgids=data.get("in_schoolgids", False),
        names_person=data.get("names_person", False),
        asks_boundary=data.get("asks_boundary", False),
        inspected=data.get("inspected", False),
        groups=data.get("groups", False),
        renewed=data.get("renewed", False),
        proposes=data.get("proposes", ""),
        sheet=data.get("sheet", ""),
        prompt=data.get("prompt", ""),
        options=_options(data, options),
        limits=_limits(data),
        columns=tuple(_column(one, options) for one in data.get("columns", ())),
        rows=tuple(_row(one) for one in data.get("rows", ())),
        default=data.get("default", ""),
        duo=(duo,) if isinstance(duo, str) else tuple(duo),
        duo_values=dict(data.get("duo_values", {})),
        other_labels=tuple(data.get("other_labels", ())),
    )


def _column(data: Data, options: Data) -> Column:
    return Column(
        key=data["key"],
        label=data["label"],
        type=FieldType(data.get("type", "text")),
        need=Need(data.get("need", "optional")),
        prompt=data.get("prompt", ""),
        options=_options(data, options),
        open=data.get("open", False),
        limits=_limits(data),
        present=tuple(data.get("present", ())),
        partly=tuple(data.get("partly", ())),
        absent=tuple(data.get("absent", ())),
    )


def _row(data: Data) -> Row:
    return Row(data["key"], data["label"], data.get("group", ""), tuple(data.get("themes", ())))


def _options(data: Data, options: Data) -> tuple[str, ...]:
    named = data.get("options", ())
    return tuple(options[named] if isinstance(named, str) else named)


def _limits(data: Data) -> Limits:
    return Limits(
        min_words=data.get("min_words"),
        max_words=data.get("max_words"),
        max_characters=data.get("max_characters"),
        minimum=data.get("minimum"),
        maximum=data.get("maximum"),
        pattern=data.get("pattern"),
    )


def _fixed_text(data: Data, fixed: Mapping[str, str]) -> FixedText:
    return FixedText(
        key=data["key"],
        title=data["title"],
        text=fixed[data["file"]].strip("\n"),
        bookmark=data["bookmark"],
        star=data.get("star", False),
    )


def _step(data: Data) -> Step:
    return Step(
        status=data["status"],
        ready_for=data.get("ready_for", ""),
        needs=tuple(_step_need(one) for one in data.get("needs", ())),
        at_once=data.get("at_once", False),
    )


def _step_need(data: Data) -> StepNeed:
    return StepNeed(data["key"], _condition(data), data.get("only_with_previous", False))


def _condition(data: Data) -> Condition | None:
    for word, negated in (("when", False), ("unless", True)):
        if word in data:
            ((key, values),) = data[word].items()
            return Condition(key, tuple(values), negated)
    return None
