"""Small Word templates for tests, written out as XML; their styles have Dutch ids, as Dutch Word gives.

`template(body)` is a Word file, `control(…)` a content control in its body, `filled(…)` the root of the
document that comes out.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from sop_templates.formats.word.filling.preparation import prepare_template
from sop_templates.formats.word.filling.template import WordTemplate
from sop_templates.formats.word.names import NAMESPACES, RELATION, qn

NAMES = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r", "w14", "w15", "wp", "mc")
)
PLACEHOLDER, LINK, BULLETS, NUMBERS = (
    "Tekstvantijdelijkeaanduiding",
    "Hyperlink",
    "Lijstopsomteken",
    "Lijstnummering",
)
STYLES = f"""<w:styles {NAMES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="{PLACEHOLDER}"><w:name w:val="Placeholder Text"/></w:style>
<w:style w:type="character" w:styleId="{LINK}"><w:name w:val="Hyperlink"/></w:style>
<w:style w:type="paragraph" w:styleId="{BULLETS}"><w:name w:val="List Bullet"/><w:pPr><w:numPr>
<w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="{NUMBERS}"><w:name w:val="List Number"/><w:pPr><w:numPr>
<w:numId w:val="2"/></w:numPr></w:pPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {NAMES}>
<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""
GLOSSARY = f"""<w:glossaryDocument {NAMES}><w:docParts><w:docPart><w:docPartPr>
<w:name w:val="VRAAG"/></w:docPartPr><w:docPartBody><w:p><w:r><w:t>Vul hier iets in.</w:t></w:r></w:p>
</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"""
WIDTH = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
CORE = (
    f'<cp:coreProperties xmlns:cp="{NAMESPACES["cp"]}" xmlns:dc="{NAMESPACES["dc"]}">'
    "<dc:title>Over {{ school.naam }}</dc:title></cp:coreProperties>"
)
TYPES = {
    "word/document.xml": "document.main",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/header1.xml": "header",
    "word/glossary/document.xml": "document.glossary",
}


def template(
    body: str, *, header: str = "", parts: Mapping[str, str] | None = None, names: str = NAMES
) -> bytes:
    """A Word file.

    Args:
        body: what stands in `w:body`.
        header: what stands in its header; "" for none.
        parts: more parts, or others than the usual ones; "" leaves one out.
        names: the namespaces that the document declares.
    """
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    document = f'<w:document {names} mc:Ignorable="w14 w15"><w:body>{body}<w:sectPr/></w:body></w:document>'
    content = {
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/glossary/document.xml": GLOSSARY,
        "word/header1.xml": f"<w:hdr {NAMES}>{header}</w:hdr>" if header else "",
        "docProps/core.xml": CORE,
    }
    content = {name: text for name, text in (content | dict(parts or {})).items() if text}
    package = {"[Content_Types].xml": _types(content), **_relations(content), **content}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in package.items():
            archive.writestr(name, text if text.startswith("<?xml") else start + text)
    return held.getvalue()


def control(
    content: str, *, kind: str = "", tag: str = "", prompt: str = "VRAAG", number: int = 5
) -> str:
    """A content control; `kind` is its type element, `content` runs or paragraphs."""
    named = f'<w:alias w:val="Vraag"/><w:tag w:val="{tag}"/>' if tag else ""
    asked = f'<w:placeholder><w:docPart w:val="{prompt}"/></w:placeholder>' if prompt else ""
    properties = f'{named}<w:id w:val="{number}"/>{asked}{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def run(text: str, look: str = "") -> str:
    """A run, with its properties as XML."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t>{text}</w:t></w:r>"


def paragraph(*content: str, look: str = "") -> str:
    """A paragraph, with its properties as XML."""
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{''.join(content)}</w:p>"


def row(*cells: str) -> str:
    """A table's row, each cell with one paragraph of this content."""
    return f"<w:tr>{''.join(f'<w:tc>{WIDTH}{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str, columns: int = 1) -> str:
    """A table."""
    grid = '<w:gridCol w:w="1000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def filled_file(
    file: bytes, context: Mapping[str, Any], prompts: Mapping[str, str] | None = None
) -> bytes:
    """The Word file that a template gives for a context."""
    return WordTemplate(file, prepare_template(file, prompts=prompts)).fill(context, {}, "{}")


def part(file: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def filled(body: str, context: Mapping[str, Any] | None = None, **values: Any) -> etree._Element:
    """The root of the document that a template with this body gives.

    Args:
        body: of the template.
        context: the values by section; else `values` stand in the section `v`.
        values: as above.
    """
    school = {"school": {"naam": "De Brug"}}
    return part(filled_file(template(body), school | dict(context or {"v": values})))


def texts(root: etree._Element) -> str:
    r"""The text of a story, with `\n` for a line break, `\t` for a tab and `¶` behind a paragraph."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    pieces = []
    for paragraph_ in root.iter(qn("w:p")):
        inside = paragraph_.iter(qn("w:t"), *signs)
        pieces += [*(signs.get(one.tag, one.text or "") for one in inside), "¶"]
    return "".join(pieces)


def _types(content: Mapping[str, str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{word}.{kind}+xml"/>'
        for name, kind in TYPES.items()
        if name in content
    )
    defaults = (
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/>'
    )
    return f'<Types xmlns="{NAMESPACES["ct"]}">{defaults}{overrides}</Types>'


def _relations(content: Mapping[str, str]) -> dict[str, str]:
    package = NAMESPACES["rel"].removesuffix("relationships")
    core = f"{package}relationships/metadata/core-properties"
    top = [(f"{RELATION}/officeDocument", "word/document.xml"), (core, "docProps/core.xml")]
    if "docProps/custom.xml" in content:
        top.append((f"{RELATION}/custom-properties", "docProps/custom.xml"))
    kinds = {
        "styles": "styles.xml",
        "numbering": "numbering.xml",
        "header": "header1.xml",
        "glossaryDocument": "glossary/document.xml",
    }
    word = [
        (f"{RELATION}/{kind}", target)
        for kind, target in kinds.items()
        if f"word/{target}" in content
    ]
    return {
        "_rels/.rels": _relationships(top),
        "word/_rels/document.xml.rels": _relationships(word),
    }


def _relationships(targets: list[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{relations}</Relationships>'
