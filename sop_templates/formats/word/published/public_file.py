"""The public Word file: made of a finished one, part by part, of what is known to be fit for everybody.

Only stories, styles, numbering, fonts' names, theme and pictures go over, each cleaned. What is not
named here does not come along: comments, kept answers, properties, glossary, macros, data sources.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.archive import parse_xml
from sop_templates.formats.word.building.package import OFFICE, PACKAGE, WORD, zipped
from sop_templates.formats.word.finished.document import (
    Document,
    Relation,
    read_relations,
    transitional,
)
from sop_templates.formats.word.finished.meanings import read_meanings
from sop_templates.formats.word.names import (
    PACKAGE_RELATION,
    RELATION,
    element,
    part_bytes,
    plain_root,
    qn,
    root,
)
from sop_templates.formats.word.published.cleaning import clean
from sop_templates.formats.word.published.guide import Guide, Loss, Scope
from sop_templates.formats.word.published.private_parts import take_out_private
from sop_templates.formats.word.published.relations import PublicParts, Relations
from sop_templates.formats.word.published.settled_fields import settle_fields
from sop_templates.formats.word.published.shown_pictures import settle_pictures
from sop_templates.formats.word.published.side_parts import SIDE_PARTS
from sop_templates.formats.word.published.tidying import asked_tables, tidy
from sop_templates.formats.word.published.trees import drop, take_attribute, unwrap

BODY = "word/document.xml"
STORIES = ("header", "footer", "footnotes", "endnotes")
MAIN = f"{WORD}.document.main+xml"
IMAGES = {"png": "image/png", "jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class About:
    """What the public file says of itself.

    Attributes:
        title: of the document.
        subject: what it is, or "".
        author: an organisation, never a person, or "".
        modified: ISO 8601, or "".
        notice: a line at the top of the text, or "".
    """

    title: str
    subject: str = ""
    author: str = ""
    modified: str = ""
    notice: str = ""


def make_public(document: Document, guide: Guide, about: About) -> tuple[bytes, Loss]:
    """The public Word file.

    Args:
        document: a finished Word file.
        guide: what is not public in it.
        about: what the public file says of itself.

    Returns:
        The file, the same for the same input, and what it lacks.

    Raises:
        SopError: a part is damaged or unsafe.
    """
    loss = Loss()
    return _Making(document, guide, loss).make(about), loss


class _Making:
    """The public file in the making."""

    def __init__(self, document: Document, guide: Guide, loss: Loss) -> None:
        self.document = document
        self.package = document.package
        self.given = read_relations(self.package, document.body.part)
        self.parts = PublicParts(loss)
        styles = self._raw("styles")
        meanings = read_meanings(styles, self._raw("numbering"))
        self.hidden = meanings.hidden_styles
        self.scope = Scope(guide, loss, meanings)

    def make(self, about: About) -> bytes:
        relations = Relations(self.parts)
        body = self._story(self.document.body.part, self.given, relations)
        names = self._other_stories(relations)
        for one in list(body.iter(qn("w:headerReference"), qn("w:footerReference"))):
            key = names.get(one.get(qn("r:id"), ""))
            if key:
                one.set(qn("r:id"), key)
            else:
                drop(one)
        for kind, settle in SIDE_PARTS.items():
            if data := self._raw(kind):
                top = parse_xml(data, kind, self.document.file)
                settle(top)
                name = f"word/{kind}.xml"
                self._put(name, top, _type_of(kind))
                relations.part(kind, name)
        if about.notice:
            _announce(body, about.notice)
        self._put(BODY, body, MAIN, relations)
        return zipped(self.parts.files | _frame(self.parts, about))

    def _raw(self, kind: str) -> bytes:
        name = next((one.target for one in self.given.values() if one.kind == kind), "")
        return transitional(self.package.read(name)) if name in self.package else b""

    def _other_stories(self, relations: Relations) -> dict[str, str]:
        """Headers, footers and notes; gives their new ids by their old ones."""
        names: dict[str, str] = {}
        for number, (key, one) in enumerate(self.given.items(), 1):
            if one.kind not in STORIES or one.is_external or one.target not in self.package:
                continue
            own = Relations(self.parts)
            top = self._story(one.target, read_relations(self.package, one.target), own)
            name = (
                f"word/{one.kind}.xml"
                if one.kind.endswith("notes")
                else f"word/{one.kind}{number}.xml"
            )
            self._put(name, top, f"{WORD}.{one.kind}+xml", own)
            names[key] = relations.part(one.kind, name)
        return names

    def _story(
        self, part: str, given: Mapping[str, Relation], relations: Relations
    ) -> etree._Element:
        """A story, cleaned, without what is private, empty or unsafe."""
        top = parse_xml(transitional(self.package.read(part)), part, self.document.file)
        clean(top, self.hidden)
        tables = asked_tables(top, self.scope)
        take_out_private(top, self.scope)
        _settle_links(top, given, relations)
        settle_fields(top, relations)
        settle_pictures(top, self._reader(given), relations)
        tidy(top, tables, self.scope)
        return top

    def _reader(self, given: Mapping[str, Relation]) -> Callable[[str], bytes]:
        def read(key: str) -> bytes:
            one = given.get(key)
            if one is None or one.is_external or one.target not in self.package:
                return b""
            return self.package.read(one.target)

        return read

    def _put(
        self, name: str, top: etree._Element, media: str, relations: Relations | None = None
    ) -> None:
        self.parts.files[name] = part_bytes(top)
        self.parts.types[name] = media
        if relations:
            folder, _, last = name.rpartition("/")
            self.parts.files[f"{folder}/_rels/{last}.rels"] = part_bytes(relations.root())


def _settle_links(top: etree._Element, given: Mapping[str, Relation], relations: Relations) -> None:
    for link in list(top.iter(qn("w:hyperlink"))):
        for name in ("w:tgtFrame", "w:docLocation", "w:history", "w:tooltip"):
            take_attribute(link, qn(name))
        key = take_attribute(link, qn("r:id"))
        if not key:
            continue  # to a place in the document itself
        place = take_attribute(link, qn("w:anchor"))
        one = given.get(key)
        url = "" if one is None or not one.is_external else one.target
        made = relations.link(f"{url}#{place}" if url and place else url)
        if made:
            link.set(qn("r:id"), made)
        else:
            unwrap(link)


def _announce(top: etree._Element, notice: str) -> None:
    """Puts a line before everything else, framed so that nobody passes it by."""
    sides = [
        element(f"w:{side}", {"w:val": "single", "w:sz": "8", "w:space": "4", "w:color": "7A5200"})
        for side in ("top", "left", "bottom", "right")
    ]
    look = element("w:pPr", children=[element("w:pBdr", children=sides)])
    run = element("w:r", children=[element("w:rPr", children=[element("w:b")])])
    run.append(element("w:t", text=notice))
    body = top.find(qn("w:body"))
    if body is not None:
        body.insert(0, element("w:p", children=[look, run]))


def _type_of(kind: str) -> str:
    return f"{OFFICE}.theme+xml" if kind == "theme" else f"{WORD}.{kind}+xml"


def _frame(parts: PublicParts, about: About) -> dict[str, bytes]:
    """Content types, the package's relationships, and what the file says of itself."""
    types = plain_root("ct:Types")
    defaults = {"rels": f"{PACKAGE}.relationships+xml", "xml": "application/xml", **IMAGES}
    for ending, media in defaults.items():
        types.append(element("ct:Default", {"Extension": ending, "ContentType": media}))
    core = "docProps/core.xml"
    for name, media in {**parts.types, core: f"{PACKAGE}.core-properties+xml"}.items():
        types.append(element("ct:Override", {"PartName": f"/{name}", "ContentType": media}))
    top = plain_root("rel:Relationships")
    targets = (
        (f"{RELATION}/officeDocument", BODY),
        (f"{PACKAGE_RELATION}/metadata/core-properties", core),
    )
    for number, (kind, target) in enumerate(targets, 1):
        values = {"Id": f"rId{number}", "Type": kind, "Target": target}
        top.append(element("rel:Relationship", values))
    return {
        "[Content_Types].xml": part_bytes(types),
        "_rels/.rels": part_bytes(top),
        core: part_bytes(_core(about)),
    }


def _core(about: About) -> etree._Element:
    core = root("cp:coreProperties", ("cp", "dc", "dcterms", "xsi"), ignorable="")
    values = (
        ("dc:title", about.title),
        ("dc:subject", about.subject),
        ("dc:creator", about.author),
    )
    core.extend(element(name, text=text) for name, text in values if text)
    core.append(element("dc:language", text="nl-NL"))
    if about.modified:
        for name in ("dcterms:created", "dcterms:modified"):
            core.append(element(name, {"xsi:type": "dcterms:W3CDTF"}, text=about.modified))
    return core
