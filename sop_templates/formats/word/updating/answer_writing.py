"""How an answer is put into a control, paragraph or cell that is there: in the looks that it has.

The markup is that of the filler: the control is made bare, with one run in the school's look, and goes
through the same builder as the controls of a template.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.control_markup import control_filter
from sop_templates.formats.word.filling.control_strings import Cut, control_markup
from sop_templates.formats.word.filling.element_strings import (
    LIST_PROPERTIES,
    Namespaces,
    text_run,
)
from sop_templates.formats.word.filling.template_looks import TemplateLooks
from sop_templates.formats.word.finished.control_properties import control_level
from sop_templates.formats.word.finished.meanings import Meanings
from sop_templates.formats.word.finished.paragraph_looks import read_look
from sop_templates.formats.word.names import element, qn
from sop_templates.formats.word.updating.trees import (
    END,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    START,
    TC,
    TC_PR,
    VAL,
    P,
    R,
    bookmarks_in,
    content_of,
    drop,
    is_showing_prompt,
    number_of,
    pieces,
    replace,
    words,
)
from sop_templates.formats.word.values import ProseText

SAMPLE = "x"  # stands in a bare control where the answer goes

_STRESS = tuple(map(qn, ("w:b", "w:bCs", "w:i", "w:iCs")))
_LINK_LOOK = tuple(map(qn, ("w:color", "w:u")))
_STYLE = qn("w:rStyle")
_LINK = qn("w:hyperlink")
_CHOICES = tuple(map(qn, ("w:dropDownList", "w:comboBox")))
_LAST_VALUE = qn("w:lastValue")


@dataclass(frozen=True, slots=True)
class Pen:
    """What writing in one story of a file takes.

    Attributes:
        looks: of the file: styles for prompts, links and lists, its prompts.
        meanings: of its styles and numbering.
        added: what the file is given: numbers, links, numbered lists.
        is_prompt: whether a text is a prompt.
        namespaces: what the story declares, and the one for links.
    """

    looks: TemplateLooks
    meanings: Meanings
    added: Additions
    is_prompt: Callable[[str], bool]
    namespaces: Namespaces

    def is_blank(self, tops: Sequence[etree._Element]) -> bool:
        """Whether elements show nothing, or a prompt."""
        text = words(tops)
        return not text or self.is_prompt(text)

    def shown(self, tops: Sequence[etree._Element]) -> str:
        """The words of elements; "" for a prompt."""
        return "" if self.is_blank(tops) else words(tops)


def write_control(
    pen: Pen, control: etree._Element, value: object, prompt: str = "", *, is_copy: bool = False
) -> None:
    """Puts a value in place of what a control holds; None brings its prompt back.

    Args:
        pen: of the story.
        control: in the story's tree, where a new one takes its place.
        value: as in `formats.word.values`.
        prompt: what it shows while empty, where the file's glossary has no prompt for it.
        is_copy: whether it is the copy of another one: it gets a number of its own.
    """
    marks = [] if is_copy else bookmarks_in([control])
    made = _rendered(pen, _bare(pen, control, value), value, prompt, is_copy=is_copy)
    content = content_of(made)
    assert content is not None
    put_bookmarks(marks, content, content)
    replace(control, made)


def runs_for(
    pen: Pen, tops: Sequence[etree._Element], value: object, default: etree._Element | None
) -> list[etree._Element]:
    """The value as runs and links, in the look of the words in `tops`, or else in the default one."""
    look = _run_look(pen, tops, default, value)
    return _contents(pen, [text_run(look, text=SAMPLE)], value)


def paragraphs_for(pen: Pen, old: Sequence[etree._Element], value: object) -> list[etree._Element]:
    """The value as paragraphs, in the look of those that it takes the place of."""
    run = text_run(_run_look(pen, old, None, value), text=SAMPLE)
    return _contents(pen, [_paragraph(pen, old, run)], value)


def put_bookmarks(
    marks: Iterable[etree._Element], first: etree._Element, last: etree._Element
) -> None:
    """Puts starts of bookmarks at the beginning of one element, and ends at the end of another."""
    place = sum(one.tag in (P_PR, TC_PR) for one in first)
    for mark in marks:
        copied = deepcopy(mark)
        copied.tail = None
        if mark.tag == START:
            first.insert(place, copied)
            place += 1
        elif mark.tag == END:
            last.append(copied)


def _contents(pen: Pen, sample: Sequence[etree._Element], value: object) -> list[etree._Element]:
    """What a rich text control with such a sample would hold."""
    content = element("w:sdtContent", children=sample)
    control = element("w:sdt", children=[element("w:sdtPr"), content])
    made = content_of(_rendered(pen, control, value, "", is_copy=True))
    assert made is not None
    return list(made)


def _rendered(
    pen: Pen, bare: etree._Element, value: object, prompt: str, *, is_copy: bool
) -> etree._Element:
    number = "" if is_copy else number_of(bare)
    markup = control_markup(Cut(bare, "", number, pen.namespaces), pen.looks, prompt)
    text = control_filter(markup)(value, pen.added)
    frame = etree.tostring(etree.Element("root", nsmap=dict(pen.namespaces)), encoding="unicode")
    return etree.fromstring(frame.removesuffix("/>") + ">" + text + "</root>")[0]


def _bare(pen: Pen, control: etree._Element, value: object) -> etree._Element:
    """The control with one run of sample text for all that it holds."""
    content = content_of(control)
    old = [] if content is None else list(content)
    properties = control.find(SDT_PR)
    default = None if properties is None else properties.find(R_PR)
    run = text_run(_run_look(pen, old, default, value), text=SAMPLE)
    names: Namespaces = control.nsmap
    made = etree.Element(SDT, nsmap=dict(names))
    made.extend([deepcopy(one) for one in control if one.tag != SDT_CONTENT])
    inside = etree.SubElement(made, SDT_CONTENT)
    cell = next((one for one in old if one.tag == TC), None)
    if cell is not None:
        inside = etree.SubElement(inside, TC)
        inside.extend([deepcopy(one) for one in cell.iterchildren(TC_PR)])
    if cell is not None or _is_block(control, old):
        run = _paragraph(pen, [one for top in old for one in top.iter(P)], run)
    inside.append(run)
    for choice in made.iter(*_CHOICES):
        choice.attrib.pop(_LAST_VALUE, "")
    return made


def _is_block(control: etree._Element, content: Sequence[etree._Element]) -> bool:
    if any(one.tag == P for top in content for one in top.iter(P, R)):
        return True
    return not any(True for top in content for _ in top.iter(R)) and (
        control_level(control) == "block"
    )


def _paragraph(pen: Pen, old: Sequence[etree._Element], run: etree._Element) -> etree._Element:
    """A paragraph with that run, in the look of the first that is neither heading nor item."""
    chosen = None
    for one in old:
        look = read_look(one, pen.meanings)
        if not look.list and not look.outline:
            chosen = one.find(P_PR)
            break
    else:
        first = old[0].find(P_PR) if old else None
        if first is not None and read_look(old[0], pen.meanings).list:
            chosen = deepcopy(first)
            for name in LIST_PROPERTIES:
                for listed in chosen.findall(qn(name)):
                    drop(listed)
    kept = [] if chosen is None else [deepcopy(chosen)]
    return element("w:p", children=[*kept, run])


def _run_look(
    pen: Pen, tops: Sequence[etree._Element], default: etree._Element | None, value: object
) -> etree._Element | None:
    """The look of the first words in elements, without what is a prompt's, a link's, or stress."""
    found = None if pen.is_blank(tops) else _first_run(tops)
    look = default if found is None else found.find(R_PR)
    if look is None:
        return None
    made = deepcopy(look)
    styles = {pen.looks.placeholder, pen.looks.link} - {""}
    superfluous = [one for one in made.findall(_STYLE) if one.get(VAL) in styles]
    is_link = found is not None and any(True for _ in found.iterancestors(_LINK))
    if is_link and not pen.looks.link:
        superfluous += [one for name in _LINK_LOOK for one in made.findall(name)]
    if isinstance(value, ProseText):
        superfluous += [one for name in _STRESS for one in made.findall(name)]
    for one in superfluous:
        drop(one)
    return made if len(made) else None


def _first_run(tops: Sequence[etree._Element]) -> etree._Element | None:
    for top in tops:
        for piece in pieces(top):
            if not any(is_showing_prompt(one) for one in piece.iterancestors(SDT)):
                return piece.getparent()
    return None
