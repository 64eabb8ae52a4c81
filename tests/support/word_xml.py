"""A tiny shorthand for the XML of Word files, for tests: `p(r("one"), br())`, `sdt("tag", p("x"))`.

A string among the children of a paragraph or a run's wrapper is a run with that text.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from sop_templates.formats.word.names import NAMESPACES, RELATION, element, qn

Node = etree._Element
Content = Node | str

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ROOTS = {
    "word/document.xml": "w:document",
    "word/header1.xml": "w:hdr",
    "word/footer1.xml": "w:ftr",
    "word/footnotes.xml": "w:footnotes",
    "word/endnotes.xml": "w:endnotes",
    "word/styles.xml": "w:styles",
    "word/numbering.xml": "w:numbering",
    "word/glossary/document.xml": "w:glossaryDocument",
}
KINDS = {
    "word/header1.xml": "header",
    "word/footer1.xml": "footer",
    "word/footnotes.xml": "footnotes",
    "word/endnotes.xml": "endnotes",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/glossary/document.xml": "glossaryDocument",
}


def e(name: str, /, *content: Content, **attributes: str) -> Node:
    """An element; attributes without prefix get the element's own (`val="1"` is `w:val`)."""
    prefix = name.partition(":")[0]
    named = {f"{prefix}:{key}": value for key, value in attributes.items()}
    return element(name, named, [r(one) if isinstance(one, str) else one for one in content])


def t(text: str) -> Node:
    return element("w:t", {"xml:space": "preserve"}, text=text)


def r(*content: Content, look: str = "") -> Node:
    """A run; `look` names properties as in `b i`, or `b=0`, or `rStyle=Strong`."""
    inside = [t(one) if isinstance(one, str) else one for one in content]
    return element("w:r", children=[*looks("w:rPr", look), *inside])


def p(*content: Content, look: str = "", mark: Iterable[Node] = ()) -> Node:
    """A paragraph; `look` as of a run (`pStyle=Heading1`); `mark` are properties of its mark."""
    properties = looks("w:pPr", look)
    if marked := list(mark):
        properties = properties or [element("w:pPr")]
        properties[0].append(element("w:rPr", children=marked))
    return element(
        "w:p",
        children=[*properties, *(r(one) if isinstance(one, str) else one for one in content)],
    )


def looks(name: str, look: str) -> list[Node]:
    if not look:
        return []
    made = []
    for word in look.split():
        key, equals, value = word.partition("=")
        if key == "list":
            number = e("w:numId", val=value)
            made.append(e("w:numPr", e("w:ilvl", val="0"), number))
        else:
            made.append(e(f"w:{key}", **({"val": value} if equals else {})))
    return [element(name, children=made)]


def br() -> Node:
    return e("w:br")


def sdt(
    tag: str, *content: Content, prompt: bool = False, extra: Iterable[Node] = (), title: str = ""
) -> Node:
    """A content control; `extra` are further properties, its type for one."""
    properties = [e("w:alias", val=title)] if title else []
    properties += [e("w:tag", val=tag)] if tag else []
    properties += [e("w:showingPlcHdr")] if prompt else []
    return e("w:sdt", e("w:sdtPr", *properties, *extra), e("w:sdtContent", *content))


def checkbox(*, checked: bool) -> Node:
    return e("w14:checkbox", e("w14:checked", val="1" if checked else "0"))


def date(day: str = "") -> Node:
    return e("w:date", **({"fullDate": f"{day}T00:00:00Z"} if day else {}))


def tbl(*rows: Content) -> Node:
    return e("w:tbl", *rows)


def tr(*cells: Content, header: bool = False) -> Node:
    """A row; a string is a cell with a paragraph of that text."""
    properties = [e("w:trPr", e("w:tblHeader"))] if header else []
    return e("w:tr", *properties, *(tc(one) if isinstance(one, str) else one for one in cells))


def tc(*content: Content, look: str = "") -> Node:
    """A cell; a string is a paragraph, `look` names its properties (`gridSpan=2`)."""
    inside = [p(one) if isinstance(one, str) else one for one in content]
    return e("w:tc", *looks("w:tcPr", look), *inside)


def bookmarked(name: str, *content: Content, number: str = "1") -> list[Content]:
    """The content between a bookmark's start and end."""
    return [e("w:bookmarkStart", id=number, name=name), *content, e("w:bookmarkEnd", id=number)]


def deleted(text: str) -> Node:
    """A tracked deletion of text."""
    run = element("w:r", children=[element("w:delText", text=text)])
    return e("w:del", run, id="1", author="x")


def field(instruction: str, *result: Content) -> list[Node]:
    """A field code with its result."""
    code = element("w:r", children=[element("w:instrText", text=instruction)])
    marks = [r(e("w:fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    runs = [r(one) if isinstance(one, str) else one for one in result]
    return [marks[0], code, marks[1], *runs, marks[2]]


def text_box(*content: Content, twice: bool = True) -> Node:
    """A run with a text box, as Word writes it: for new programs, and again for old ones."""
    inside = e("w:txbxContent", *content)
    old = e("w:pict", deepcopy(inside))
    new = e("w:drawing", e("wp:inline", inside))
    if not twice:
        return r(new)
    return r(e("mc:AlternateContent", e("mc:Choice", new), e("mc:Fallback", old)))


def docx(
    *body: Content | list[Content],
    parts: Mapping[str, Iterable[Content]] | None = None,
    properties: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    modified: str = "",
) -> bytes:
    """A Word file.

    Args:
        body: what stands in it; lists are laid out flat.
        parts: further parts by name, with the children of their root.
        properties: custom properties.
        links: addresses by relationship id.
        modified: when it was saved.
    """
    flat: list[Content] = []
    for one in body:
        flat += one if isinstance(one, list) else [one]
    paragraphs = [p(one) if isinstance(one, str) else one for one in flat]
    made = {"word/document.xml": [e("w:body", *paragraphs)], **(parts or {})}
    files = {name: etree.tostring(e(ROOTS[name], *content)) for name, content in made.items()}
    relations = [(f"r{at}", KINDS[name], f"/{name}") for at, name in enumerate(parts or {})]
    files["word/_rels/document.xml.rels"] = _relations(relations, links or {})
    top = [("r1", "officeDocument", "word/document.xml")]
    if properties:
        top.append(("r2", "custom-properties", "docProps/custom.xml"))
        files["docProps/custom.xml"] = _custom(properties)
    if modified:
        top.append(("r3", "metadata/core-properties", "docProps/core.xml"))
        core = element("cp:coreProperties", children=[element("dcterms:modified", text=modified)])
        files["docProps/core.xml"] = etree.tostring(core)
    files["_rels/.rels"] = _relations(top, {})
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _relations(rows: Iterable[tuple[str, str, str]], links: Mapping[str, str]) -> bytes:
    root = element("rel:Relationships")
    for key, kind, target in rows:
        made = etree.SubElement(root, qn("rel:Relationship"))
        made.attrib.update({"Id": key, "Type": f"{RELATION}/{kind}", "Target": target})
    for key, url in links.items():
        made = etree.SubElement(root, qn("rel:Relationship"))
        kind = f"{RELATION}/hyperlink"
        made.attrib.update({"Id": key, "Type": kind, "Target": url, "TargetMode": "External"})
    return etree.tostring(root)


def _custom(properties: Mapping[str, str]) -> bytes:
    root = etree.Element(qn("op:Properties"), nsmap={"vt": NAMESPACES["vt"]})
    for name, value in properties.items():
        made = etree.SubElement(root, qn("op:property"), {"name": name})
        etree.SubElement(made, qn("vt:lpwstr")).text = value
    return etree.tostring(root)
