"""Whether a story's Jinja is so plain that it can be written by a plan, and that plan."""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment

from sop_templates.formats.word.filling.story_plans import CONTROL, LOOP, NUMBER, TEXT, VALUE, Plan

_NAME = r"[a-z][a-z0-9_]*"
_PATH = rf"{_NAME}(?:\.{_NAME}|\['{_NAME}'\])*"
_FORMS = {
    CONTROL: re.compile(rf"\(({_PATH})\)\|control_(\d+)\(_added\)"),
    TEXT: re.compile(rf"\(\s*({_PATH})\s*\)\|text_(\d+)"),
    VALUE: re.compile(rf"({_PATH})"),
    NUMBER: re.compile(r"_added\.number\(\)"),
}
_FOR = re.compile(rf"for\s+({_NAME})\s+in\s+({_PATH})")
_WORD = re.compile(_NAME)
_JINJAS_OWN = frozenset(
    [
        "true",
        "false",
        "none",
        "loop",
        "self",
        "super",
        "caller",
        "varargs",
        "kwargs",
        "range",
        "dict",
        "lipsum",
        "cycler",
        "joiner",
        "namespace",
    ]
)
_TAGS = {"variable_begin": "{{", "block_begin": "{%"}


def find_plan(source: str) -> Plan | None:
    """The plan of a story, or None where it takes more than naming values and repeating rows."""
    plan: list[Any] = []
    opened = [plan]  # the plan that is being made, and those around it
    for kind, text in _pieces(source):
        if kind == "data":
            opened[-1].append(text)
        elif kind == "variable_begin":
            item = _item(text)
            if item is None:
                return None
            opened[-1].append(item)
        elif kind == "block_begin" and text == "endfor" and len(opened) > 1:
            opened.pop()
        elif (
            kind == "block_begin" and (loop := _FOR.fullmatch(text)) and _is_plain(loop[1], loop[2])
        ):
            inside: list[Any] = []
            opened[-1].append([LOOP, loop[1], _WORD.findall(loop[2]), inside])
            opened.append(inside)
        else:
            return None
    return plan if len(opened) == 1 else None


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    """Data, expressions and tags: what begins them, and their text; "" for all else."""
    begun = ""
    inside: list[str] = []
    for _, kind, value in Environment(autoescape=True).lex(source):
        if kind == "data":
            yield kind, value
        elif kind in _TAGS and value == _TAGS[kind]:
            begun, inside = kind, []
        elif kind in ("variable_end", "block_end"):
            cuts_spaces = value.startswith("-")
            yield ("", "") if cuts_spaces else (begun, "".join(inside).strip())
            begun = ""
        elif begun:
            inside.append(value)
        else:
            yield "", ""


def _item(expression: str) -> list[Any] | None:
    for kind, form in _FORMS.items():
        if (found := form.fullmatch(expression)) is None:
            continue
        if kind == NUMBER:
            return [NUMBER]
        path = _WORD.findall(found[1])
        if not _is_plain(path[0]):
            return None
        return [kind, *map(int, found.groups()[1:]), *path]
    return None


def _is_plain(*names: str) -> bool:
    return _JINJAS_OWN.isdisjoint(names)
