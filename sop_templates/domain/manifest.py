"""The manifest of a model: turns the data of `model.toml` into a `Model`."""

from collections.abc import Mapping
from typing import Any

from sop_templates.domain.manifest_words import word_faults
from sop_templates.domain.model import (
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

Data = Mapping[str, Any]


def model_from_data(data: Data, fixed: Mapping[str, str]) -> Model:
    """The model of a manifest.

    Args:
        data: `model.toml`, parsed.
        fixed: the content of the files in `fixed/`, by name without ending.

    Returns:
        The model.

    Raises:
        KeyError, ValueError: the manifest lacks a word that every model has, or has an unknown one,
            or one that holds something of another kind.
    """
    if wrong := list(word_faults(data)):
        raise ValueError("; ".join(wrong))
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
        max_pages=data.get("max_pages"),
    )


def _chapter(data: Data, options: Data) -> Chapter:
    return Chapter(
        key=data["key"],
        title=data["title"],
        number=data.get("number", 0),
        star=data.get("star", False),
        front=data.get("front", False),
        intro=data.get("intro", ""),
        fixed=tuple(data.get("fixed", ())),
        fields=tuple(field_from_data(one, options) for one in data.get("fields", ())),
        headings=tuple(data.get("headings", ())),
    )


def field_from_data(data: Data, options: Data) -> Field:
    """A field as the manifest writes it; `options` are the named lists of choices."""
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
        advises=tuple(_step_need(one) for one in data.get("advises", ())),
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
