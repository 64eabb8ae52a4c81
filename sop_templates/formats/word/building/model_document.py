"""How a Word model is put together: blocks to elements, elements to parts, parts to a file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

from lxml import etree

from sop_templates.formats.archive import open_package
from sop_templates.formats.word.building import page_parts, story_elements, table_elements
from sop_templates.formats.word.building.control_values import Control
from sop_templates.formats.word.building.glossary_part import glossary_part
from sop_templates.formats.word.building.model_values import (
    Block,
    Facts,
    FixedBlock,
    Heading,
    Line,
    ListTable,
    ModelDocument,
    Passage,
    RowsTable,
    Text,
)
from sop_templates.formats.word.building.numbering_part import numbering_part
from sop_templates.formats.word.building.numbers import number_parts
from sop_templates.formats.word.building.package import (
    OFFICE,
    PACKAGE,
    WORD,
    Part,
    Relation,
    files_checksum,
    office_relation,
    package_files,
    package_relation,
    zipped,
)
from sop_templates.formats.word.building.properties_parts import app_part, core_part, custom_part
from sop_templates.formats.word.building.styles_part import styles_part
from sop_templates.formats.word.building.template_reading import custom_properties
from sop_templates.formats.word.building.theme_part import theme_part
from sop_templates.formats.word.names import element, part_bytes, root

BUILT = "sop.built"
CUSTOM = "docProps/custom.xml"
BODY = "word/document.xml"
GLOSSARY = "word/glossary/document.xml"
THEME = "theme/theme1.xml"
SIDE_PARTS = ("styles", "settings", "fontTable")

PACKAGE_RELATIONS = (
    office_relation("officeDocument", BODY),
    package_relation("metadata/core-properties", "docProps/core.xml"),
    office_relation("extended-properties", "docProps/app.xml"),
    office_relation("custom-properties", CUSTOM),
)
BODY_RELATIONS = (
    office_relation("header", "header1.xml"),
    office_relation("header", "header2.xml"),
    office_relation("footer", "footer1.xml"),
    *(office_relation(name, f"{name}.xml") for name in SIDE_PARTS),
    office_relation("numbering", "numbering.xml"),
    office_relation("theme", THEME),
    office_relation("glossaryDocument", "glossary/document.xml"),
)
GLOSSARY_RELATIONS = tuple(office_relation(name, f"{name}.xml") for name in SIDE_PARTS)
WRITERS: Mapping[type, Callable[[Any], list[etree._Element]]] = {
    Heading: story_elements.heading,
    Text: story_elements.text,
    Line: story_elements.line,
    Passage: story_elements.passage,
    FixedBlock: story_elements.fixed_block,
    Facts: table_elements.facts_table,
    ListTable: table_elements.list_table,
    RowsTable: table_elements.rows_table,
}
TABLES = (Facts, ListTable, RowsTable)
RELATIONS: dict[str, Sequence[Relation]] = {
    "": PACKAGE_RELATIONS,
    BODY: BODY_RELATIONS,
    GLOSSARY: GLOSSARY_RELATIONS,
}


def build_model_document(model: ModelDocument) -> bytes:
    """The Word file of a model: a docxtpl template inside content controls.

    Args:
        model: what it consists of.

    Returns:
        The file; the same bytes for the same value. The custom property `sop.built` carries a
        checksum over all its other parts.
    """
    parts = _parts(model)
    number_parts([part.content for part in parts])
    files = package_files(parts, RELATIONS)
    built = (BUILT, files_checksum(files, CUSTOM))
    files[CUSTOM] = part_bytes(custom_part([*model.properties, built]))
    return zipped(files)


def is_own_work(data: bytes, file: str = "") -> bool:
    """Whether a Word file is as `build_model_document` wrote it, by the checksum that it carries.

    Raises:
        SopError: it is no Office file, damaged or unsafe.
    """
    package = open_package(data, file)
    built = custom_properties(package).get(BUILT)
    if built is None:
        return False
    return built == files_checksum({name: package.read(name) for name in package.names}, CUSTOM)


def block_elements(block: Block) -> list[etree._Element]:
    """The elements of a block, in reading order."""
    return WRITERS[type(block)](block)


def controls_of(block: Block) -> Iterator[Control]:
    """The answers' controls of a block, in reading order."""
    match block:
        case Line() | Passage():
            yield block.control
        case Facts():
            yield from (fact.control for fact in block.facts)
        case ListTable():
            yield from block.controls
        case RowsTable():
            yield from (control for row in block.rows for control in row.controls)


def _parts(model: ModelDocument) -> list[Part]:
    controls = chain.from_iterable(controls_of(block) for block in model.blocks)
    prompts = [control.prompt for control in controls if control.prompt]
    return [
        Part(
            "docProps/core.xml",
            f"{PACKAGE}.core-properties+xml",
            core_part(model.title, model.subject),
        ),
        Part("docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_part()),
        Part(CUSTOM, f"{OFFICE}.custom-properties+xml", custom_part(model.properties)),
        Part(BODY, f"{WORD}.document.main+xml", _body(model)),
        Part(
            "word/header1.xml",
            f"{WORD}.header+xml",
            page_parts.header_part(model.school, model.year),
        ),
        Part("word/header2.xml", f"{WORD}.header+xml", page_parts.first_header_part()),
        Part("word/footer1.xml", f"{WORD}.footer+xml", page_parts.footer_part(model.region)),
        Part(f"word/{THEME}", f"{OFFICE}.theme+xml", theme_part()),
        Part("word/numbering.xml", f"{WORD}.numbering+xml", numbering_part()),
        Part(GLOSSARY, f"{WORD}.document.glossary+xml", glossary_part(prompts)),
        *_side_parts("word"),
        *_side_parts("word/glossary"),
    ]


def _side_parts(folder: str) -> list[Part]:
    contents = (styles_part(), page_parts.settings_part(), page_parts.fonts_part())
    return [
        Part(f"{folder}/{name}.xml", f"{WORD}.{name}+xml", content)
        for name, content in zip(SIDE_PARTS, contents, strict=True)
    ]


def _body(model: ModelDocument) -> etree._Element:
    document = root("w:document")
    content = []
    for block, following in zip_longest(model.blocks, model.blocks[1:]):
        content += block_elements(block)
        if _needs_gap(block, following):
            content.append(table_elements.gap())
    content.append(page_parts.section("rId1", "rId2", "rId3"))
    document.append(element("w:body", children=content))
    return document


def _needs_gap(block: Block, following: Block | None) -> bool:
    if isinstance(block, TABLES):
        return not isinstance(following, Heading)  # Word wants a paragraph after the last table too
    return isinstance(block, Passage) and isinstance(following, TABLES)
