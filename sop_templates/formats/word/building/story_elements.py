"""How headings, paragraphs and fixed texts of a model are written."""

from dataclasses import replace

from lxml import etree

from sop_templates.formats.word.building.control_elements import (
    block_control,
    fixed_control,
    inline_control,
    text_run,
)
from sop_templates.formats.word.building.looks import ParagraphLook, RunLook, paragraph_properties
from sop_templates.formats.word.building.model_values import (
    FixedBlock,
    Heading,
    Line,
    Passage,
    Text,
)
from sop_templates.formats.word.building.style_values import FIXED_BORDERS, TINT, UNNUMBERED
from sop_templates.formats.word.names import element
from sop_templates.richtext import Paragraph

LIST_STYLES = {"": "SopVasteTekst", "bullet": "ListBullet", "number": "ListNumber"}


def paragraph(look: ParagraphLook, *content: etree._Element) -> etree._Element:
    """A paragraph."""
    properties = paragraph_properties(look)
    parts = [] if properties is None else [properties]
    return element("w:p", children=[*parts, *content])


def heading(value: Heading) -> list[etree._Element]:
    """A heading in Word's own style; the style numbers it, an unnumbered one says so itself."""
    look = ParagraphLook(
        style=f"Heading{value.level}",
        page_break=value.new_page,
        list=None if value.numbered else (UNNUMBERED, 0),
        before=0 if value.new_page else None,
    )
    return [paragraph(look, text_run(value.text))]


def text(value: Text) -> list[etree._Element]:
    """A paragraph of literal text."""
    return [paragraph(ParagraphLook(style=value.style), text_run(value.text))]


def line(value: Line) -> list[etree._Element]:
    """A paragraph with an inline control."""
    return [paragraph(ParagraphLook(style=value.style), *inline_control(value.control))]


def passage(value: Passage) -> list[etree._Element]:
    """A rich text control around one paragraph; filling puts as many there as the answer has."""
    inside = paragraph(ParagraphLook(style=value.style), text_run(value.control.content))
    return block_control(value.control, [inside])


def fixed_block(value: FixedBlock) -> list[etree._Element]:
    """A fixed text in its locked control, and below it the line that says so."""
    inside = [_fixed_paragraph(one) for one in value.text]
    block = fixed_control(value.tag, value.title, value.bookmark, inside)
    if not value.note:
        return block
    return [*block, paragraph(ParagraphLook(style="SopNoot"), text_run(value.note))]


def _fixed_paragraph(value: Paragraph) -> etree._Element:
    runs = [
        text_run(run.text, RunLook(bold=run.bold or None, italic=run.italic or None))
        for run in value.runs
    ]
    look = ParagraphLook(style=LIST_STYLES[value.list])
    if value.list:  # the style is Word's own, so that the item carries the look of a fixed text
        look = replace(look, borders=FIXED_BORDERS, fill=TINT)
    return paragraph(look, *runs)
