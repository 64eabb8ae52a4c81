"""How the template of a report is put together: blocks to a body, parts to one file of fixed bytes."""

from lxml import etree

from sop_templates.formats.word.building import page_parts
from sop_templates.formats.word.building.model_document import (
    BODY,
    BODY_RELATIONS,
    BUILT,
    CUSTOM,
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
from sop_templates.formats.word.building.styles_part import styles_part
from sop_templates.formats.word.building.theme_part import theme_part
from sop_templates.formats.word.names import element, part_bytes, root
from sop_templates.formats.word.report.elements import block_elements
from sop_templates.formats.word.report.values import ReportDocument


def build_report_document(report: ReportDocument) -> bytes:
    """The Word file of a report's template.

    Returns:
        The file; the same bytes for the same value. As with a model, the custom property
        `sop.built` carries a checksum over its other parts.
    """
    parts = _parts(report)
    number_parts([part.content for part in parts])
    relations = {"": PACKAGE_RELATIONS, BODY: BODY_RELATIONS[:-1]}  # the last one is the glossary
    files = package_files(parts, relations)
    built = (BUILT, files_checksum(files, CUSTOM))
    files[CUSTOM] = part_bytes(custom_part([*report.properties, built]))
    return zipped(files)


def _parts(report: ReportDocument) -> list[Part]:
    core = core_part(report.title, report.subject)
    header = page_parts.header_part(report.owner, report.year)
    sides = (styles_part(), page_parts.settings_part(), page_parts.fonts_part())
    return [
        Part("docProps/core.xml", f"{PACKAGE}.core-properties+xml", core),
        Part("docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_part()),
        Part(CUSTOM, f"{OFFICE}.custom-properties+xml", custom_part(report.properties)),
        Part(BODY, f"{WORD}.document.main+xml", _body(report)),
        Part("word/header1.xml", f"{WORD}.header+xml", header),
        Part("word/header2.xml", f"{WORD}.header+xml", page_parts.first_header_part()),
        Part("word/footer1.xml", f"{WORD}.footer+xml", page_parts.footer_part(report.footer)),
        Part(f"word/{THEME}", f"{OFFICE}.theme+xml", theme_part()),
        Part("word/numbering.xml", f"{WORD}.numbering+xml", numbering_part()),
        *(
            Part(f"word/{name}.xml", f"{WORD}.{name}+xml", content)
            for name, content in zip(SIDE_PARTS, sides, strict=True)
        ),
    ]


def _body(report: ReportDocument) -> etree._Element:
    document = root("w:document")
    content = [one for block in report.blocks for one in block_elements(block)]
    content.append(page_parts.section("rId1", "rId2", "rId3"))
    document.append(element("w:body", children=content))
    return document
