"""How a plain Word document is put together: headings, sentences and a school's own rich text."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.building import page_parts, story_elements
from sop_templates.formats.word.building.control_elements import text_run
from sop_templates.formats.word.building.looks import ParagraphLook, RunLook
from sop_templates.formats.word.building.model_document import (
    BODY,
    BODY_RELATIONS,
    CUSTOM,
    PACKAGE_RELATIONS,
    SIDE_PARTS,
    THEME,
)
from sop_templates.formats.word.building.model_values import Heading, Text
from sop_templates.formats.word.building.numbering_part import numbering_part
from sop_templates.formats.word.building.numbers import number_parts
from sop_templates.formats.word.building.package import (
    OFFICE,
    PACKAGE,
    WORD,
    Part,
    package_files,
    zipped,
)
from sop_templates.formats.word.building.properties_parts import app_part, core_part, custom_part
from sop_templates.formats.word.building.styles_part import styles_part
from sop_templates.formats.word.building.theme_part import theme_part
from sop_templates.formats.word.names import element, root
from sop_templates.richtext import Paragraph, RichText, Run

BULLETS = "ListBullet"


@dataclass(frozen=True, slots=True)
class Prose:
    """Rich text; numbers of a list are written out, addresses stand behind their words."""

    text: RichText


PlainBlock = Heading | Text | Prose


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """A plain document.

    Attributes:
        title: for the properties.
        subject: likewise.
        footer: what stands at the left of the footer.
        blocks: in reading order.
        properties: custom properties, name and text.
    """

    title: str
    subject: str
    footer: str
    blocks: tuple[PlainBlock, ...]
    properties: tuple[tuple[str, str], ...] = ()


def build_plain_document(document: PlainDocument) -> bytes:
    """The Word file; the same bytes for the same value."""
    parts = _parts(document)
    number_parts([part.content for part in parts])
    relations = {"": PACKAGE_RELATIONS, BODY: BODY_RELATIONS[:-1]}  # the last one is the glossary
    return zipped(package_files(parts, relations))


def _parts(document: PlainDocument) -> list[Part]:
    core = core_part(document.title, document.subject)
    sides = (styles_part(), page_parts.settings_part(), page_parts.fonts_part())
    return [
        Part("docProps/core.xml", f"{PACKAGE}.core-properties+xml", core),
        Part("docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_part()),
        Part(CUSTOM, f"{OFFICE}.custom-properties+xml", custom_part(document.properties)),
        Part(BODY, f"{WORD}.document.main+xml", _body(document)),
        Part("word/header1.xml", f"{WORD}.header+xml", _empty_header()),
        Part("word/header2.xml", f"{WORD}.header+xml", page_parts.first_header_part()),
        Part("word/footer1.xml", f"{WORD}.footer+xml", page_parts.footer_part(document.footer)),
        Part(f"word/{THEME}", f"{OFFICE}.theme+xml", theme_part()),
        Part("word/numbering.xml", f"{WORD}.numbering+xml", numbering_part()),
        *(
            Part(f"word/{name}.xml", f"{WORD}.{name}+xml", content)
            for name, content in zip(SIDE_PARTS, sides, strict=True)
        ),
    ]


def _body(document: PlainDocument) -> etree._Element:
    top = root("w:document")
    content = [one for block in document.blocks for one in _elements(block)]
    content.append(page_parts.section("rId1", "rId2", "rId3"))
    top.append(element("w:body", children=content))
    return top


def _empty_header() -> etree._Element:
    header = root("w:hdr")
    header.append(story_elements.paragraph(ParagraphLook(style="Header")))
    return header


def _elements(block: PlainBlock) -> Iterator[etree._Element]:
    if isinstance(block, Heading):
        yield from story_elements.heading(block)
    elif isinstance(block, Text):
        yield from story_elements.text(block)
    else:
        yield from (_paragraph(one) for one in block.text)


def _paragraph(one: Paragraph) -> etree._Element:
    number = [text_run(f"{one.number}. ")] if one.list == "number" else []
    style = BULLETS if one.list == "bullet" else ""
    runs = [made for run in one.runs for made in _runs(run)]
    return story_elements.paragraph(ParagraphLook(style=style), *number, *runs)


def _runs(run: Run) -> Iterator[etree._Element]:
    """A run, its line breaks as Word's own; an address stands behind the words that it is not."""
    look = RunLook(bold=run.bold or None, italic=run.italic or None)
    for place, line in enumerate(run.text.split("\n")):
        if place:
            yield element("w:r", children=[element("w:br")])
        if line:
            yield text_run(line, look)
    if run.url and run.url != run.text:
        yield text_run(f" <{run.url}>")
