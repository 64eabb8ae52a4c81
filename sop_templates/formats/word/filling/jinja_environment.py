"""The Jinja that templates are filled with: sandboxed, strict, everything escaped; its faults in words."""

import re
from collections.abc import Sequence

from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import SandboxedEnvironment

from sop_templates.errors import SopError
from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.control_markup import Filter, Xml
from sop_templates.formats.word.filling.prepared import Story
from sop_templates.formats.word.filling.story_plans import (
    TextFilter,
    Writer,
    attribute_text,
    plan_source,
)
from sop_templates.formats.word.values import Context
from sop_templates.kinds.templates import FAILING_EXPRESSION, FAULTY_JINJA, UNKNOWN_NAME

NEAR = 60  # characters of the text around a fault
CONTROL = "control_"  # what the names of the filters of controls begin with
TEXT = "text_"

# what an expression that Jinja lets pass can raise: {{ school.naam + 1 }}, {{ 1 / 0 }}
_FAILURES = (TemplateError, TypeError, ArithmeticError)
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


class JinjaStories:
    """The stories of a template that take Jinja, each compiled once."""

    def __init__(self, controls: Sequence[Filter], texts: Sequence[TextFilter], file: str) -> None:
        """Takes what fills the controls and the owner's own expressions, and the template's name.

        There is no `safe`: a value goes into XML escaped, or through a control's filter.
        """
        self._file = file
        self._environment = _Environment(
            autoescape=True, undefined=StrictUndefined, finalize=_shown, keep_trailing_newline=True
        )
        filters = self._environment.filters
        filters.pop("safe")
        filters |= {f"{CONTROL}{number}": fill for number, fill in enumerate(controls)}
        filters |= {f"{TEXT}{number}": _marked(fill) for number, fill in enumerate(texts)}
        self._writers: dict[str, Writer] = {}

    def writer(self, story: Story) -> Writer:
        """What writes a story.

        Raises:
            SopError: its Jinja is faulty.
        """
        if story.name not in self._writers:
            self._writers[story.name] = self._made(story)
        return self._writers[story.name]

    def _made(self, story: Story) -> Writer:
        part, file = story.name, self._file
        source = story.source if story.plan is None else plan_source(story.plan)
        try:
            template = self._environment.from_string(source)
        except TemplateSyntaxError as error:
            raise faulty_jinja(self._environment, source, error, part=part, file=file) from error

        def write(context: Context, added: Additions) -> str:
            try:
                return template.render(context, _added=added)
            except UndefinedError as error:
                raise SopError(UNKNOWN_NAME, file, part=part, reason=error.message) from error
            except _FAILURES as error:
                raise SopError(FAILING_EXPRESSION, file, part=part, reason=str(error)) from error

        return write


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


def _marked(fill: TextFilter) -> TextFilter:
    return lambda value: Xml(fill(value))


def _shown(value: object) -> object:
    """What an expression outside of a run puts into its place; what is XML already stays."""
    if hasattr(value, "__html__") or not isinstance(value, str | bool | None):
        return value
    return Xml(attribute_text(value))
