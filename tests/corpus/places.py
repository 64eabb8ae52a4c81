"""Whole Word files around a case: its blocks in the body, a header, a footer, a note or a text box."""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from functools import partial

from lxml import etree

from sop_templates.formats.word.names import (
    IGNORABLE,
    NAMESPACES,
    RELATION,
    element,
    part_bytes,
    qn,
)
from tests.support.word_xml import Node, e, p, r, unzipped, zipped

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
STRICT = (
    (NAMESPACES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (RELATION, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)
CHANGES = [
    qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "cellDel", "pPrChange")
]  # each has a number of its own in a story
SITE = "https://voorbeeld.nl"
LINK = "rLink"  # a relationship to `SITE` that each story has
SHAPE = {
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "ooit": "https://voorbeeld.nl/ooit",  # of a program that is not there yet
}

Blocks = Sequence[Node]


def in_body(blocks: Blocks) -> bytes:
    """A file with the blocks in its body."""
    return _file(blocks)


def in_margin(kind: str, blocks: Blocks) -> bytes:
    """A file with the blocks in its header (`header`) or footer."""
    reference = element(f"w:{kind}Reference", {"w:type": "default", "r:id": "rStory"})
    name = {"header": "w:hdr", "footer": "w:ftr"}[kind]
    return _file([p("romp")], (kind, _story(name, [*blocks, p()])), section=[reference])


def in_note(kind: str, blocks: Blocks) -> bytes:
    """A file with the blocks in a footnote or endnote (`footnote`, `endnote`)."""
    mark = p("romp", r(e(f"w:{kind}Reference", id="2")))
    separators = [
        e(f"w:{kind}", p(r(e(f"w:{name}"))), id=number, type=name)
        for number, name in (("-1", "separator"), ("0", "continuationSeparator"))
    ]
    note = e(f"w:{kind}", *blocks, p(), id="2")
    return _file([mark], (f"{kind}s", _story(f"w:{kind}s", [*separators, note])))


def in_text_box(blocks: Blocks) -> bytes:
    """A file with the blocks in a text box, which Word writes twice: for new programs and old ones."""
    return _file([p("romp", text_box(blocks))])


def text_box(blocks: Blocks, number: int = 1) -> Node:
    """A run with a text box as Word writes it."""
    content = e("w:txbxContent", *blocks, p())
    inline = element("wp:inline", children=_frame(number, deepcopy(content)))
    box = shape("v:shape", shape("v:textbox", content), style="width:226.8pt;height:56.7pt")
    return alternatives(e("w:drawing", inline), e("w:pict", box))


def alternatives(new: Node, old: Node, needs: str = "wps") -> Node:
    """A run with something for the programs that understand a namespace of `SHAPE`, and for others."""
    choice = element("mc:Choice", children=[new])
    choice.set("Requires", needs)
    fallback = element("mc:Fallback", children=[old])
    return r(element("mc:AlternateContent", children=[choice, fallback]))


def drawing(number: int = 1) -> Node:
    """A run with a drawing that stands beside the text; where, it says in text that nobody sees."""
    yes_or_no = ("behindDoc", "locked", "layoutInCell", "allowOverlap")
    anchor = element("wp:anchor", {"relativeHeight": "1", **dict.fromkeys(yes_or_no, "0")})
    anchor.append(element("wp:simplePos", {"x": "0", "y": "0"}))
    for way in ("H", "V"):
        offset = element("wp:posOffset", text="12345")
        anchor.append(element(f"wp:position{way}", {"relativeFrom": "page"}, [offset]))
    extent, *rest = _frame(number)
    anchor.extend([extent, element("wp:wrapNone"), *rest])
    return r(e("w:drawing", anchor))


def _frame(number: int, content: Node | None = None) -> list[Node]:
    """The size, name and shape of a drawing, with text in it where there is content."""
    size = {"cx": "2880000", "cy": "720000"}
    place = element("a:xfrm", children=[element("a:off", {"x": "0", "y": "0"})])
    place.append(element("a:ext", size))
    form = element("a:prstGeom", {"prst": "rect"}, [element("a:avLst")])
    text = [] if content is None else [shape("wps:txbx", content)]
    parts = [shape("wps:cNvSpPr"), shape("wps:spPr", place, form), *text, shape("wps:bodyPr")]
    data = element("a:graphicData", {"uri": SHAPE["wps"]}, [shape("wps:wsp", *parts)])
    graphic = element("a:graphic", children=[data])
    named = element("wp:docPr", {"id": str(number), "name": f"Kader {number}"})
    return [element("wp:extent", size), named, graphic]


def shape(name: str, *content: Node, **attributes: str) -> Node:
    """An element of a shape, of new programs (`wps:`) or old ones (`v:`)."""
    prefix, _, local = name.partition(":")
    made = etree.Element(f"{{{SHAPE[prefix]}}}{local}", attributes, {prefix: SHAPE[prefix]})
    made.extend(content)
    return made


def strict(data: bytes) -> bytes:
    """The file with the names of "Strict Open XML" instead of those of Word's usual format."""
    files = unzipped(data)
    for usual, other in STRICT:
        files = {name: part.replace(usual.encode(), other.encode()) for name, part in files.items()}
    return zipped(files)


PLACES: dict[str, Callable[[Blocks], bytes]] = {
    "body": in_body,
    "header": partial(in_margin, "header"),
    "footer": partial(in_margin, "footer"),
    "footnote": partial(in_note, "footnote"),
    "endnote": partial(in_note, "endnote"),
    "text box": in_text_box,
    "body, Strict Open XML": lambda blocks: strict(in_body(blocks)),
}


def _story(name: str, blocks: Iterable[Node]) -> bytes:
    prefixes = ("w", "r", "w14", "w15", "mc", "wp")
    declared = {prefix: NAMESPACES[prefix] for prefix in prefixes} | SHAPE
    made = etree.Element(qn(name), {qn("mc:Ignorable"): IGNORABLE}, declared)
    made.extend(list(blocks))
    for number, one in enumerate(made.iter(*CHANGES), 100):
        one.set(qn("w:id"), str(number))
    return part_bytes(made)


def _file(
    body: Blocks, story: tuple[str, bytes] | None = None, section: Iterable[Node] = ()
) -> bytes:
    size = e("w:pgSz", w="11906", h="16838")
    last = e("w:sectPr", *section, size)
    parts = {"word/document.xml": _story("w:document", [e("w:body", *body, p(), last)])}
    kinds = {"word/document.xml": "document.main"}
    relations = [("rStory", story[0], f"{story[0]}.xml")] if story else []
    if story:
        name = f"word/{story[0]}.xml"
        parts[name], kinds[name] = story[1], story[0]
        parts[f"word/_rels/{story[0]}.xml.rels"] = _relations([])
    parts["word/_rels/document.xml.rels"] = _relations([*relations, *GLOSSARY])
    parts["word/glossary/document.xml"] = _story("w:glossaryDocument", [_glossary()])
    kinds["word/glossary/document.xml"] = "document.glossary"
    top = _relations([("r1", "officeDocument", "word/document.xml")], link=False)
    return zipped({"[Content_Types].xml": _types(kinds), "_rels/.rels": top, **parts})


GLOSSARY = [("rGlossary", "glossaryDocument", "glossary/document.xml")]
PROMPT_PART, PROMPT = "Vraag", "Klik om uw antwoord te typen."


def _glossary() -> Node:
    """The glossary part with the prompt that controls of the corpus may have."""
    category = e("w:category", e("w:name", val="General"), e("w:gallery", val="placeholder"))
    properties = e("w:docPartPr", e("w:name", val=PROMPT_PART), category)
    return e("w:docParts", e("w:docPart", properties, e("w:docPartBody", p(PROMPT))))


def _relations(rows: Iterable[tuple[str, str, str]], *, link: bool = True) -> bytes:
    top = etree.Element(qn("rel:Relationships"))
    for key, kind, target in rows:
        attributes = {"Id": key, "Type": f"{RELATION}/{kind}", "Target": target}
        etree.SubElement(top, qn("rel:Relationship"), attributes)
    if link:
        outside = {"Target": SITE, "TargetMode": "External", "Type": f"{RELATION}/hyperlink"}
        etree.SubElement(top, qn("rel:Relationship"), {"Id": LINK, **outside})
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8")


def _types(kinds: dict[str, str]) -> bytes:
    top = etree.Element(qn("ct:Types"))
    etree.SubElement(top, qn("ct:Default"), {"Extension": "rels", "ContentType": RELATIONS})
    etree.SubElement(top, qn("ct:Default"), {"Extension": "xml", "ContentType": "application/xml"})
    for name, kind in kinds.items():
        attributes = {"PartName": f"/{name}", "ContentType": f"{TYPE}.{kind}+xml"}
        etree.SubElement(top, qn("ct:Override"), attributes)
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8")
