"""The Jinja that templates are filled with: sandboxed, strict, everything escaped; its faults in words."""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from sop_templates.errors import SopError
from sop_templates.formats.word.filling.control_markup import Xml, control_filter
from sop_templates.formats.word.filling.prepared import Prepared, Story
from sop_templates.formats.word.filling.xml_text import LINE_BREAK, checked, escaped
from sop_templates.formats.word.values import words_of
from sop_templates.kinds.templates import FAULTY_JINJA

NEAR = 60  # characters of the text around a fault
CONTROL = "control_"  # what the names of the filters of controls begin with

_FILTERED = re.compile(r"{{\s*\((.*?)\)\|(?:text|control)_\d+(?:\(_added\))?\s*}}")


class _Generator(CodeGenerator):
    """Writes what a control's filter gives straight out: no `finalize`, no escaping around it.

    It is XML already (`Xml`), so this only saves time; Jinja's native types do the same.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if not _is_control(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if not _is_control(node):
            super()._output_child_post(node, frame, finalize)


class _Environment(SandboxedEnvironment):
    code_generator_class = _Generator


def make_environment(prepared: Prepared) -> SandboxedEnvironment:
    """The environment for the stories of a template, with the filters of its controls.

    There is no `safe`: a value goes into XML escaped, or through a control's filter.
    """
    environment = _Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, keep_trailing_newline=True
    )
    filters = environment.filters
    filters.pop("safe")
    filters |= {
        f"{CONTROL}{number}": control_filter(control)
        for number, control in enumerate(prepared.controls)
    }
    filters |= {f"text_{number}": _text(look) for number, look in enumerate(prepared.text_looks)}
    return environment


def compiled(environment: SandboxedEnvironment, story: Story, file: str) -> Template:
    """The compiled template of a story.

    Raises:
        SopError: its Jinja is faulty.
    """
    try:
        return environment.from_string(story.source)
    except TemplateSyntaxError as error:
        raise faulty_jinja(environment, story.source, error, part=story.name, file=file) from error


def faulty_jinja(
    environment: Environment, source: str, error: TemplateSyntaxError, *, part: str, file: str
) -> SopError:
    """The error to raise for a fault of Jinja, with the text of the paragraph where it is."""
    lines = source.replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ")
    try:
        environment.compile(lines, raw=True)
    except TemplateSyntaxError as again:
        error = again
    near = _words(lines.splitlines()[error.lineno - 1])
    return SopError(
        FAULTY_JINJA, file, part=part, reason=(error.message or "").rstrip("."), near=near
    )


def _words(line: str) -> str:
    """The text between the tags of a line, its expressions without our filters."""
    pieces = (piece.rpartition(">")[2] for piece in line.split("<"))
    return _FILTERED.sub(r"{{\1}}", "".join(pieces))[:NEAR]


def _is_control(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Filter) and node.name.startswith(CONTROL)


def _shown(value: object) -> object:
    """What an expression outside of a text puts into its place."""
    if isinstance(value, Markup | Xml):
        return value
    if value is None or isinstance(value, bool):
        return words_of(value)
    return checked(value) if isinstance(value, str) else value


def _text(look: str) -> Callable[[Any], Xml]:
    """The filter for an owner's own expression in a text; does what docxtpl does after rendering."""
    tab = f'</w:t></w:r><w:r>{look}<w:tab/></w:r><w:r>{look}<w:t xml:space="preserve">'

    def fill(value: object) -> Xml:
        text = str(value) if isinstance(value, Markup) else escaped(words_of(value))
        return Xml(text.replace("\t", tab).replace("\n", LINE_BREAK))

    return fill
