"""How a control that was cut out of a template becomes the strings of its `ControlMarkup`.

Each variant (with its prompt, with a value) is built as elements from the owner's own control, so that
its looks stay, written once, and parted at the marks where number, date and value go.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.stored_numbers import character, hexadecimal
from sop_templates.formats.word.filling.control_markup import ControlMarkup, Shape
from sop_templates.formats.word.filling.element_strings import (
    MARK,
    SPOT,
    Namespaces,
    paragraph_starts,
    parted,
    prompt_run,
    run_starts,
    spot,
    text_run,
    written,
)
from sop_templates.formats.word.filling.schema_order import put, put_in_order
from sop_templates.formats.word.filling.template_looks import TemplateLooks
from sop_templates.formats.word.names import NAMESPACES, element, qn

DEFAULT_PROMPT = "Klik hier om iets in te vullen."
CHECK_FONT = "MS Gothic"
GLYPHS = {"w14:checkedState": "2612", "w14:uncheckedState": "2610"}  # Word's own ☒ and ☐

_DATE_MARK = f' w:fullDate="{MARK}"'
_SHAPES = {
    qn("w:text"): Shape.TEXT,
    qn("w:dropDownList"): Shape.TEXT,
    qn("w:comboBox"): Shape.TEXT,
    qn("w:date"): Shape.DATE,
    qn("w14:checkbox"): Shape.TICK,
}
_LEFT_OUT = tuple(map(qn, ("w:showingPlcHdr", "w:dataBinding", "w15:dataBinding")))


@dataclass(frozen=True, slots=True)
class Cut:
    """A control that was cut out.

    Attributes:
        control: the `w:sdt`; its one text is a Jinja expression.
        expression: that expression.
        number: its `w:id`, or "" where it needs a new one each time.
        namespaces: what the story's root declares.
    """

    control: etree._Element
    expression: str
    number: str
    namespaces: Namespaces

    @property
    def tag(self) -> str:
        """Its tag, or ""."""
        found = self.control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        return "" if found is None else found.get(qn("w:val"), "")

    @property
    def prompt_name(self) -> str:
        """The name of its prompt in the glossary, or ""."""
        way = map(qn, ("w:sdtPr", "w:placeholder", "w:docPart"))
        found = self.control.find("/".join(way))
        return "" if found is None else found.get(qn("w:val"), "")


def control_markup(cut: Cut, looks: TemplateLooks, prompt: str) -> ControlMarkup:
    """The strings of a control.

    Args:
        cut: the control.
        looks: the template's.
        prompt: what it shows while empty, where the template's glossary has no prompt for it.

    Returns:
        The strings.
    """
    control = _tidied(cut.control)
    shape = _shape(control)
    run = _text_runs(control)[0]
    own = run.find(qn("w:rPr"))
    prompts = looks.prompt(cut.prompt_name) or (prompt or DEFAULT_PROMPT,)
    runs: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    if shape in (Shape.LINE, Shape.PARAGRAPHS):
        runs = run_starts(own, looks, cut.namespaces)
    if shape is Shape.PARAGRAPHS:
        paragraphs = paragraph_starts(_paragraph(run), looks, cut.namespaces)
    variants = _variants(control, shape, [prompt_run(words, looks) for words in prompts])
    texts = [written(one, cut.namespaces) for one in variants]
    start, _ = parted(texts[0], MARK)
    empty, *filled = [parted(text, MARK)[1] for text in texts]
    return ControlMarkup(
        tag=cut.tag,
        shape=shape,
        expression=cut.expression,
        number=cut.number,
        start=start,
        prompt=empty,
        filled=_parted(filled, shape),
        runs=runs,
        paragraphs=paragraphs,
        nest=_nest(cut.namespaces) if shape is Shape.PARAGRAPHS else (),
    )


def _tidied(control: etree._Element) -> etree._Element:
    """A copy with its properties in order, a mark for its number, and bound to nothing."""
    made = deepcopy(control)
    properties = made.find(qn("w:sdtPr"))
    if properties is None:
        properties = element("w:sdtPr")
        made.insert(0, properties)
    for one in [child for child in properties if child.tag in _LEFT_OUT]:
        properties.remove(one)
    put(properties, element("w:id", {"w:val": MARK}))
    put_in_order(properties)
    return made


def _shape(control: etree._Element) -> Shape:
    for one in control[0]:
        if one.tag in _SHAPES:
            return _SHAPES[one.tag]
    content = control.find(qn("w:sdtContent"))
    assert content is not None
    is_block = next(content.iter(qn("w:p")), None) is not None
    return Shape.PARAGRAPHS if is_block else Shape.LINE


def _text_runs(control: etree._Element) -> list[etree._Element]:
    runs = control.iter(qn("w:r"))
    return [run for run in runs if any(text.text for text in run.iter(qn("w:t")))]


def _paragraph(run: etree._Element) -> etree._Element:
    return next(run.iterancestors(qn("w:p")))


def _variants(
    control: etree._Element, shape: Shape, prompts: Sequence[etree._Element]
) -> list[etree._Element]:
    """The control with its prompt, then as `ControlMarkup.filled` parts it."""
    own = _text_runs(control)[0].find(qn("w:rPr"))
    if shape is Shape.TICK:
        ticked = _glyph(control, own, "w14:checkedState")
        empty = _glyph(control, own, "w14:uncheckedState")
        text = text_run(own, spot())
        return [
            _with(control, [empty]),
            _with(control, [ticked], is_ticked=True),
            _with(control, [text]),
        ]
    if shape is Shape.PARAGRAPHS:
        return [_prompting(_with_paragraphs(control, prompts)), _with_paragraphs(control, [])]
    inside = spot() if shape is Shape.LINE else text_run(own, spot())
    filled = _with(control, [inside])
    if shape is Shape.DATE:
        for date in filled[0].iter(qn("w:date")):
            date.set(qn("w:fullDate"), MARK)
    if shape is not Shape.TEXT:
        return [_prompting(_with(control, prompts)), filled]
    rich = deepcopy(filled)
    for plain in list(rich[0].iterdescendants(qn("w:text"))):
        if (around := plain.getparent()) is not None:
            around.remove(plain)
    return [_prompting(_with(control, prompts)), filled, rich]


def _with(
    control: etree._Element, content: Sequence[etree._Element], *, is_ticked: bool = False
) -> etree._Element:
    """The control with this in place of its text."""
    made = deepcopy(control)
    first, *others = _text_runs(made)
    for one in content:
        first.addprevious(deepcopy(one))
    for run in (first, *others):
        _parent(run).remove(run)
    for checked in made[0].iter(qn("w14:checked")):
        checked.set(qn("w14:val"), "1" if is_ticked else "0")
    for date in made[0].iter(qn("w:date")):
        date.attrib.pop(qn("w:fullDate"), "")
    return made


def _with_paragraphs(control: etree._Element, runs: Sequence[etree._Element]) -> etree._Element:
    """The control with a paragraph for each run in place of its own; with a spot without runs."""
    made = deepcopy(control)
    paragraph = _paragraph(_text_runs(made)[0])
    properties = paragraph.find(qn("w:pPr"))
    kept = [] if properties is None else [properties]
    for run in runs:
        content = [*map(deepcopy, kept), deepcopy(run)]
        paragraph.addprevious(element("w:p", children=content))
    if not runs:
        paragraph.addprevious(spot())
    _parent(paragraph).remove(paragraph)
    return made


def _prompting(control: etree._Element) -> etree._Element:
    put(control[0], element("w:showingPlcHdr"))
    return control


def _glyph(control: etree._Element, own: etree._Element | None, state: str) -> etree._Element:
    """A run with the sign that the control names for that state."""
    found = next(control.iter(qn(state)), None)
    named = element(state) if found is None else found
    sign = character(hexadecimal(named.get(qn("w14:val")))) or chr(int(GLYPHS[state], 16))
    font = named.get(qn("w14:font"), CHECK_FONT)
    look = element("w:rPr") if own is None else deepcopy(own)
    names = dict.fromkeys(("w:ascii", "w:eastAsia", "w:hAnsi"), font)
    put(look, element("w:rFonts", {"w:hint": "eastAsia", **names}))
    return text_run(look, text=sign)


def _parted(texts: Sequence[str], shape: Shape) -> tuple[str, ...]:
    if shape is Shape.TICK:
        ticked, other = texts
        return ticked, *parted(other, SPOT)
    before, after = parted(texts[0], SPOT)
    if shape is Shape.DATE:
        return (*parted(before, _DATE_MARK), after)
    return (before, after, *(parted(text, SPOT)[0] for text in texts[1:]))


def _nest(namespaces: Namespaces) -> tuple[str, ...]:
    """A control that is not drawn, to wrap a first paragraph in; see `control_markup`."""
    parts = [element("w:id", {"w:val": MARK}), element("w:temporary")]
    if NAMESPACES["w15"] in namespaces.values():
        parts.append(element("w15:appearance", {"w15:val": "hidden"}))
    content = element("w:sdtContent", children=[spot()])
    made = element("w:sdt", children=[element("w:sdtPr", children=parts), content])
    start, rest = parted(written(made, namespaces), MARK)
    return start, *parted(rest, SPOT)


def _parent(one: etree._Element) -> etree._Element:
    parent = one.getparent()
    assert parent is not None
    return parent
