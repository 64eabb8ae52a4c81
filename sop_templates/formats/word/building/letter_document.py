"""How a letter is put together: blocks to a body, header and footer with merge fields, one file."""

from collections.abc import Iterator

from lxml import etree

from sop_templates.formats.word.building import page, page_parts
from sop_templates.formats.word.building.control_elements import text_run
from sop_templates.formats.word.building.glossary_part import glossary_part
from sop_templates.formats.word.building.letter_elements import letter_elements, words_runs
from sop_templates.formats.word.building.letter_values import Form, LetterDocument, Words
from sop_templates.formats.word.building.looks import ParagraphLook
from sop_templates.formats.word.building.model_document import (
    BODY,
    BODY_RELATIONS,
    BUILT,
    CUSTOM,
    GLOSSARY,
    GLOSSARY_RELATIONS,
    PACKAGE_RELATIONS,
    SIDE_PARTS,
    THEME,
)
from sop_templates.formats.word.building.numbering_part import numbering_part
from sop_templates.formats.word.building.numbers import number_parts
from sop_templates.formats.word.building.package import (
    OFFICE,
    PACKAGE,
    WORD,
    Part,
    files_checksum,
    package_files,
    zipped,
)
from sop_templates.formats.word.building.properties_parts import app_part, core_part, custom_part
from sop_templates.formats.word.building.story_elements import paragraph
from sop_templates.formats.word.building.styles_part import styles_part
from sop_templates.formats.word.building.theme_part import theme_part
from sop_templates.formats.word.names import element, part_bytes, root

FOOTER_LOOK = ParagraphLook(style="Footer", tabs=((page.TEXT_WIDTH, "right"),))


def build_letter_document(letter: LetterDocument) -> bytes:
    """The Word file of a letter: a main document for mail merge.

    Returns:
        The file; the same bytes for the same value. As with a model, the custom property
        `sop.built` carries a checksum over its other parts.
    """
    prompts = list(_prompts(letter))
    parts = [*_parts(letter), *(_glossary(prompts) if prompts else [])]
    number_parts([part.content for part in parts])
    relations = {
        "": PACKAGE_RELATIONS,
        BODY: BODY_RELATIONS if prompts else BODY_RELATIONS[:-1],  # the last one is the glossary
    }
    if prompts:
        relations[GLOSSARY] = GLOSSARY_RELATIONS
    files = package_files(parts, relations)
    built = (BUILT, files_checksum(files, CUSTOM))
    files[CUSTOM] = part_bytes(custom_part([*letter.properties, built]))
    return zipped(files)


def _parts(letter: LetterDocument) -> list[Part]:
    core = core_part(letter.title, letter.subject)
    return [
        Part("docProps/core.xml", f"{PACKAGE}.core-properties+xml", core),
        Part("docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_part()),
        Part(CUSTOM, f"{OFFICE}.custom-properties+xml", custom_part(letter.properties)),
        Part(BODY, f"{WORD}.document.main+xml", _body(letter)),
        Part("word/header1.xml", f"{WORD}.header+xml", _header(letter.header)),
        Part("word/header2.xml", f"{WORD}.header+xml", page_parts.first_header_part()),
        Part("word/footer1.xml", f"{WORD}.footer+xml", _footer(letter.footer)),
        Part(f"word/{THEME}", f"{OFFICE}.theme+xml", theme_part()),
        Part("word/numbering.xml", f"{WORD}.numbering+xml", numbering_part()),
        *_side_parts("word"),
    ]


def _glossary(prompts: list[str]) -> list[Part]:
    glossary = Part(GLOSSARY, f"{WORD}.document.glossary+xml", glossary_part(prompts))
    return [glossary, *_side_parts("word/glossary")]


def _side_parts(folder: str) -> list[Part]:
    contents = (styles_part(), page_parts.settings_part(), page_parts.fonts_part())
    return [
        Part(f"{folder}/{name}.xml", f"{WORD}.{name}+xml", content)
        for name, content in zip(SIDE_PARTS, contents, strict=True)
    ]


def _prompts(letter: LetterDocument) -> Iterator[str]:
    for block in letter.blocks:
        if isinstance(block, Form):
            yield from (row.control.prompt for row in block.rows if row.control is not None)


def _body(letter: LetterDocument) -> etree._Element:
    document = root("w:document")
    content = [one for block in letter.blocks for one in letter_elements(block)]
    content.append(page_parts.section("rId1", "rId2", "rId3"))
    document.append(element("w:body", children=content))
    return document


def _header(words: Words) -> etree._Element:
    header = root("w:hdr")
    header.append(paragraph(page_parts.HEADER_LOOK, *words_runs(words)))
    return header


def _footer(words: Words) -> etree._Element:
    footer = root("w:ftr")
    runs = [
        *words_runs(words),
        element("w:r", children=[element("w:tab")]),
        text_run("Pagina "),
        *page_parts.field("PAGE", "1"),
        text_run(" van "),
        *page_parts.field("NUMPAGES", "1"),
    ]
    footer.append(paragraph(FOOTER_LOOK, *runs))
    return footer
