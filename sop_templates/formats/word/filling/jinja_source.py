"""How a story becomes a Jinja template: docxtpl's own dialect, with our filters where values go.

docxtpl is used here only, while a template is prepared: it turns what Word made of `{{ … }}` and
`{%tr … %}` into Jinja. What it does after rendering (line breaks and tabs of values, `{_{`) is put
into the template, so that a file needs one render and nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from sop_templates.formats.word.filling.control_cutting import FRESH, PLACE

_PATH = re.compile(r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*", re.IGNORECASE)
_LITERAL_SIGNS = {
    "{_{": "{{ '{{' }}",
    "}_}": "{{ '}}' }}",
    "{_%": "{{ '{%' }}",
    "%_}": "{{ '%}' }}",
}
_TEXT_STARTS = ("<w:t>", "<w:t ")
_RUN_STARTS = ("<w:r>", "<w:r ")
_LOOK, _LOOK_END = "<w:rPr>", "</w:rPr>"


@dataclass(slots=True)
class TextLooks:
    """The looks of runs that hold an owner's own expressions, each once."""

    looks: list[str] = field(default_factory=list)

    def position(self, look: str) -> int:
        """The position of a look; a new one is added."""
        if look not in self.looks:
            self.looks.append(look)
        return self.looks.index(look)


def story_source(story: etree._Element, expressions: Sequence[str], looks: TextLooks) -> str:
    """The Jinja template of a story whose controls were cut out.

    Args:
        story: its root.
        expressions: of all the template's controls, by the positions that stand in their places.
        looks: takes up the looks of runs with expressions.

    Returns:
        The template: a control is `{{ (value)|control_3(_added) }}`, an owner's own expression in
        a text `{{ (value)|text_0 }}`, a new number `{{ _added.number() }}`.

    Raises:
        TemplateSyntaxError: the owner's Jinja is faulty; its `source` is the template so far.
    """
    source = DocxTemplate("").patch_xml(etree.tostring(story, encoding="unicode"))
    for sign, literal in _LITERAL_SIGNS.items():
        source = source.replace(sign, literal)
    source = _with_text_filters(source, looks)
    source = source.replace(f'"{FRESH}"', '"{{ _added.number() }}"')
    first, *rest = source.split(f"<?{PLACE} ")
    pieces = [first]
    for piece in rest:
        position, _, behind = piece.partition("?>")
        value = subscripted(expressions[int(position)])
        pieces += [f"{{{{ ({value})|control_{position}(_added) }}}}", behind]
    return "".join(pieces)


def plain_source(part: etree._Element) -> str:
    """The Jinja template of a part without runs, such as the core properties."""
    source: str = DocxTemplate("").patch_xml(etree.tostring(part, encoding="unicode"))
    return source


def subscripted(expression: str) -> str:
    """A dotted path as subscripts: Jinja then finds a key at once, not after missing an attribute."""
    if not _PATH.fullmatch(expression):
        return expression
    first, *rest = expression.split(".")
    return first + "".join(f"['{name}']" for name in rest)


def _with_text_filters(source: str, looks: TextLooks) -> str:
    pieces: list[str] = []
    run = ""  # the text since the start of the last run
    is_open = False  # whether an expression is being wrapped
    for _, kind, value in _tokens(source):
        if kind == "variable_end" and is_open:
            is_open = False
            pieces.append(f")|text_{looks.position(_look(run))}")
        pieces.append(value)
        if kind == "data":
            start = max(value.rfind(sign) for sign in _RUN_STARTS)
            run = value[start:] if start >= 0 else run + value
        elif kind == "variable_begin" and _is_in_text(run):
            is_open = True
            pieces.append("(")
    return "".join(pieces)


def _tokens(source: str) -> list[tuple[int, str, str]]:
    try:
        return list(Environment(autoescape=True).lex(source))
    except TemplateSyntaxError as error:
        error.source = source
        raise


def _is_in_text(run: str) -> bool:
    """Whether what follows stands in a `w:t`, so that an element can stand there too."""
    tag = run[run.rfind("<") :]
    return tag.startswith(_TEXT_STARTS) and ">" in tag


def _look(run: str) -> str:
    start, end = run.find(_LOOK), run.find(_LOOK_END)
    return run[start : end + len(_LOOK_END)] if 0 <= start < end else ""
