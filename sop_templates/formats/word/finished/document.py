"""A finished Word file: which parts hold text, what they say, and what the file says of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.archive import Package, open_package, parse_xml
from sop_templates.formats.word.finished.final_view import Traces
from sop_templates.formats.word.finished.meanings import Meanings, read_meanings
from sop_templates.formats.word.finished.story import MAX_MARKS, Story, read_story
from sop_templates.formats.word.names import NAMESPACES, qn
from sop_templates.kinds.files import OTHER_PACKAGE
from sop_templates.language import N_, _

_OTHERS = (
    ("xl/workbook.xml", N_("an Excel workbook")),
    ("xl/workbook.bin", N_("an Excel workbook")),
    ("ppt/presentation.xml", N_("a PowerPoint presentation")),
    ("content.xml", N_("an OpenDocument file")),
    ("Index/Document.iwa", N_("a Pages document")),
)
_STRICT_NAMES = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        NAMESPACES["w"].encode(),
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        NAMESPACES["r"].encode(),
    ),
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MACROS = "vbaProject.bin"
_STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part.

    Attributes:
        kind: the last word of its type, e.g. `header`.
        target: the part it leads to, or an address outside.
        is_external: whether it leads outside the file.
    """

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A Word file, read.

    Attributes:
        file: its name as the user gave it.
        body: the main story.
        others: headers and footers that hold controls, notes that the body refers to.
        properties: custom document properties, as text.
        modified: when it was last saved, ISO 8601, or "".
        has_macros: whether it holds VBA; it is never run.
        package: its parts.
    """

    file: str
    body: Story
    others: tuple[Story, ...]
    properties: Mapping[str, str]
    modified: str
    has_macros: bool
    package: Package = field(repr=False)

    @property
    def stories(self) -> tuple[Story, ...]:
        """The body and the others."""
        return (self.body, *self.others)

    @property
    def traces(self) -> Traces:
        """What was found anywhere while the final view was taken."""
        found = [story.traces for story in self.stories]
        return Traces(
            tracked=any(one.tracked for one in found),
            comments=any(one.comments for one in found),
            hidden=any(one.hidden for one in found),
            other_files=any(one.other_files for one in found),
        )


def open_document(data: bytes, file: str = "") -> Document:
    """Reads a Word file.

    Args:
        data: the whole file.
        file: its name as the user gave it, for messages.

    Returns:
        The document, in its final view.

    Raises:
        SopError: it is no Word file, damaged or unsafe.
    """
    package = open_package(data, file)
    top = read_relations(package, "")
    main = next((one.target for one in top.values() if one.kind == "officeDocument"), "")
    xml = _main_part(package, main)
    relations = read_relations(package, main)
    meanings = _meanings(package, relations)
    return Document(
        file=file,
        body=read_story(main, xml, _urls(relations), meanings, file),
        others=tuple(_other_stories(package, relations, xml, meanings)),
        properties=_custom_properties(package, top),
        modified=_modified(package, top),
        has_macros=any(name.endswith(_MACROS) for name in package.names),
        package=package,
    )


def find_xml_part(document: Document, namespace: str) -> bytes | None:
    """The custom XML part whose root stands in a namespace; programs rename these parts.

    Args:
        document: which.
        namespace: of the root element.

    Returns:
        The part, or None.
    """
    for name in document.package.names:
        if name.startswith("customXml/") and name.endswith(".xml") and "/_rels/" not in name:
            data = document.package.read_xml(name)
            if namespace.encode() in data:
                root = parse_xml(data, name, document.file)
                if etree.QName(root).namespace == namespace:
                    return data
    return None


def read_glossary(document: Document) -> dict[str, str]:
    """The texts of the glossary's parts by their name: the prompts of controls.

    Args:
        document: which.

    Returns:
        Texts by name; empty where there is no glossary.
    """
    relations = read_relations(document.package, document.body.part)
    name = next((one.target for one in relations.values() if one.kind == "glossaryDocument"), "")
    if name not in document.package:
        return {}
    texts = {}
    for part in _transitional_xml(document.package, name).iter(qn("w:docPart")):
        named = part.find(f"{qn('w:docPartPr')}/{qn('w:name')}")
        body = part.find(qn("w:docPartBody"))
        if named is not None and body is not None:
            lines = [
                "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
                for paragraph in body.iter(qn("w:p"))
            ]
            texts[named.get(qn("w:val"), "")] = "\n".join(lines)
    return texts


def _main_part(package: Package, name: str) -> bytes:
    if name in package and name.startswith("word/"):
        return transitional(package.read_xml(name, MAX_MARKS))
    for part, what in _OTHERS:
        if part in package:
            raise SopError(OTHER_PACKAGE, package.file, what=_(what))
    if name not in package:
        raise SopError(OTHER_PACKAGE, package.file, what=_("a zip without a document"))
    return transitional(package.read_xml(name, MAX_MARKS))


def read_relations(package: Package, part: str) -> dict[str, Relation]:
    """The relationships of a part by their id; `""` is the package itself.

    Raises:
        SopError: the part that holds them is damaged or unsafe.
    """
    folder = dirname(part)
    name = f"{folder}/_rels/{part[len(folder) + 1 :]}.rels" if part else "_rels/.rels"
    if name not in package:
        return {}
    found = {}
    for one in package.xml(name).iterchildren(qn("rel:Relationship")):
        target = one.get("Target", "")
        external = one.get("TargetMode") == "External"
        if not external:
            target = normpath(join("/", folder, target)).lstrip("/")
        kind = one.get("Type", "").rpartition("/")[2]
        found[one.get("Id", "")] = Relation(kind, target, external)
    return found


def _urls(relations: Mapping[str, Relation]) -> dict[str, str]:
    return {
        key: one.target
        for key, one in relations.items()
        if one.is_external and one.kind == "hyperlink"
    }


def _meanings(package: Package, relations: Mapping[str, Relation]) -> Meanings:
    names = {one.kind: one.target for one in relations.values() if one.target in package}
    styles, numbering = (
        transitional(package.read_xml(names[kind])) if kind in names else b""
        for kind in ("styles", "numbering")
    )
    try:
        return read_meanings(styles, numbering)
    except SopError as error:  # meanings are kept for all files of one template, and know no name
        raise SopError(error.kind, package.file, **error.values) from error


def _other_stories(
    package: Package, relations: Mapping[str, Relation], body: bytes, meanings: Meanings
) -> Iterator[Story]:
    """Headers and footers that hold controls, notes that the body refers to."""
    for one in relations.values():
        if one.kind not in _STORIES or one.target not in package:
            continue
        notes = one.kind.endswith("notes")
        if notes and not _mentions(body, "footnoteReference", "endnoteReference"):
            continue
        data = transitional(package.read_xml(one.target, MAX_MARKS))
        if notes or _mentions(data, "sdt"):
            urls = _urls(read_relations(package, one.target))
            yield read_story(one.target, data, urls, meanings, package.file)


def _custom_properties(package: Package, top: Mapping[str, Relation]) -> dict[str, str]:
    name = next((one.target for one in top.values() if one.kind == "custom-properties"), "")
    if name not in package:
        return {}
    return {
        one.get("name", ""): "".join(str(text) for text in one.itertext())
        for one in package.xml(name).iterchildren(qn("op:property"))
    }


def _modified(package: Package, top: Mapping[str, Relation]) -> str:
    name = next((one.target for one in top.values() if one.kind == "core-properties"), "")
    if name not in package:
        return ""
    found = package.xml(name).find(qn("dcterms:modified"))
    return "" if found is None else (found.text or "").strip()


def _transitional_xml(package: Package, name: str) -> etree._Element:
    return parse_xml(transitional(package.read_xml(name)), name, package.file)


def transitional(data: bytes) -> bytes:
    """The part with the names of Word's usual format: "Strict Open XML" has its own ones for all."""
    if b"http://purl.oclc.org/ooxml/" not in data[:4096]:
        return data
    for strict, usual in _STRICT_NAMES:
        data = data.replace(strict, usual)
    return data


def _mentions(data: bytes, *names: str) -> bool:
    """Whether XML may hold one of these names: a part without them need not be parsed."""
    return data[:2] in _UTF_16 or any(name.encode() in data for name in names)
