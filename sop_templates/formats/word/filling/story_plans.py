"""How a story is written whose Jinja only names values and repeats rows: without Jinja.

Most templates ask no more, and then loading and compiling Jinja would take nearly all of the time in
which one file is filled from the command line. Whatever else an owner writes is Jinja's, and so is
whatever goes wrong here: it then tells what.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.control_markup import Filter
from sop_templates.formats.word.filling.xml_text import LINE_BREAK, escaped, escaped_attribute
from sop_templates.formats.word.values import Context, words_of

CONTROL, TEXT, VALUE, NUMBER, LOOP = "control", "text", "value", "number", "loop"

# A plan is a list, as JSON can hold it: a piece of the story as it stands, or a list of a word and
# what belongs to it: ["control", 3, "school", "naam"] and ["text", 0, "school", "naam"] a position
# among the template's controls or looks and a path, ["value", "school", "naam"] a path, ["number"],
# ["loop", "row", ["visie", "sterk"], […]] a name, the path of its rows and the plan of each.
Plan = Sequence[Any]
Scope = Mapping[str, Any]
Step = Callable[[Scope, Additions, list[str]], None]
Writer = Callable[[Context, Additions], str]
TextFilter = Callable[[object], str]

NOT_PLANNED = (
    LookupError,
    TypeError,
    AttributeError,
)  # what a path that only Jinja can follow raises


def make_writer(plan: Plan, controls: Sequence[Filter], texts: Sequence[TextFilter]) -> Writer:
    """What writes a story by its plan.

    Args:
        plan: the plan.
        controls: what fills each control of the template.
        texts: what fills an owner's own expression, by its look.

    Returns:
        A function that gives the story for a context, or raises one of `NOT_PLANNED`.
    """
    steps = _steps(plan, controls, texts)

    def write(context: Context, added: Additions) -> str:
        pieces: list[str] = []
        _run(steps, context, added, pieces)
        return "".join(pieces)

    return write


def plan_source(plan: Plan) -> str:
    """The Jinja that a plan stands for."""
    return "".join(map(_source, plan))


def text_filter(look: str) -> TextFilter:
    """What fills an owner's own expression in a run; does what docxtpl does after rendering.

    Args:
        look: the run's `w:rPr`, or "".
    """
    tab = f'</w:t></w:r><w:r>{look}<w:tab/></w:r><w:r>{look}<w:t xml:space="preserve">'

    def fill(value: object) -> str:
        text = str(value) if hasattr(value, "__html__") else escaped(words_of(value))
        return text.replace("\t", tab).replace("\n", LINE_BREAK)

    return fill


def attribute_text(value: object) -> str:
    """What fills an expression outside of a run, in an attribute or a property."""
    return escaped_attribute(words_of(value))


def _run(steps: Iterable[str | Step], scope: Scope, added: Additions, pieces: list[str]) -> None:
    for step in steps:
        if isinstance(step, str):
            pieces.append(step)
        else:
            step(scope, added, pieces)


def _steps(plan: Plan, controls: Sequence[Filter], texts: Sequence[TextFilter]) -> list[str | Step]:
    steps: list[str | Step] = []
    for item in plan:
        if isinstance(item, str):
            steps.append(item)
        elif item[0] == LOOP:
            _, name, path, inside = item
            steps.append(_loop(name, path, _steps(inside, controls, texts)))
        elif item[0] == CONTROL:
            steps.append(_control(item[2:], controls[item[1]]))
        elif item[0] == NUMBER:
            steps.append(_write_number)
        else:
            fill = attribute_text if item[0] == VALUE else texts[item[1]]
            steps.append(_value(item[1:] if item[0] == VALUE else item[2:], fill))
    return steps


def _write_number(_: Scope, added: Additions, pieces: list[str]) -> None:
    pieces.append(added.number())


def _control(path: Sequence[str], fill: Filter) -> Step:
    first, *rest = path

    def write(scope: Scope, added: Additions, pieces: list[str]) -> None:
        value = scope[first]
        for name in rest:
            value = value[name]
        pieces.append(fill(value, added))

    return write


def _value(path: Sequence[str], fill: TextFilter) -> Step:
    return _control(path, lambda value, _: fill(value))


def _loop(name: str, path: Sequence[str], steps: Iterable[str | Step]) -> Step:
    first, *rest = path

    def write(scope: Scope, added: Additions, pieces: list[str]) -> None:
        rows = scope[first]
        for one in rest:
            rows = rows[one]
        for row in rows:
            _run(steps, {**scope, name: row}, added, pieces)

    return write


def _source(item: str | Sequence[Any]) -> str:
    if isinstance(item, str):
        return item
    kind = item[0]
    if kind == NUMBER:
        return "{{ _added.number() }}"
    if kind == LOOP:
        inside = plan_source(item[3])
        return f"{{% for {item[1]} in {_path(item[2])} %}}{inside}{{% endfor %}}"
    if kind == VALUE:
        return f"{{{{ {_path(item[1:])} }}}}"
    argument = "(_added)" if kind == CONTROL else ""
    return f"{{{{ ({_path(item[2:])})|{kind}_{item[1]}{argument} }}}}"


def _path(names: Sequence[str]) -> str:
    return names[0] + "".join(f"['{name}']" for name in names[1:])
