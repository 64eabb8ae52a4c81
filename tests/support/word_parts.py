"""A Word file opened for the validity rules: its parts by name, XML parsed once."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree

from sop_templates.formats.word.names import qn

CONTENT_TYPES = "[Content_Types].xml"
GLOSSARY = "word/glossary/document.xml"
STORY_ROOTS = frozenset(
    qn(name) for name in ("w:document", "w:hdr", "w:ftr", "w:footnotes", "w:endnotes", "w:comments")
)


@dataclass(frozen=True)
class Parts:
    """The parts of a Word file.

    Attributes:
        names: all of them.
        xml: the roots of the XML ones, by name.
    """

    names: frozenset[str]
    xml: dict[str, etree._Element]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold text of the document, without the glossary."""
        return ((name, top) for name, top in self.xml.items() if top.tag in STORY_ROOTS)

    def texts(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts that hold text, the glossary too."""
        yield from self.stories()
        if GLOSSARY in self.xml:
            yield GLOSSARY, self.xml[GLOSSARY]

    def relations(self, source: str) -> dict[str, etree._Element]:
        """The relationships that start from a part (`""`: from the package), by id."""
        top = self.xml.get(join(dirname(source), "_rels", f"{source.rpartition('/')[2]}.rels"))
        return {} if top is None else {one.get("Id", ""): one for one in top}


def open_parts(data: bytes) -> Parts:
    """Opens a Word file that we made ourselves."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        xml = {
            name: etree.fromstring(archive.read(name))
            for name in names
            if name.endswith((".xml", ".rels"))
        }
    return Parts(frozenset(names), xml)


def target(source: str, relation: etree._Element) -> str:
    """The name of the part that a relationship points to."""
    path = relation.get("Target", "")
    return path[1:] if path.startswith("/") else normpath(join(dirname(source), path))


def source_of(relations: str) -> str:
    """The part that the relationships in `x/_rels/y.rels` start from: `x/y`."""
    folder, name = dirname(dirname(relations)), relations.rpartition("/")[2].removesuffix(".rels")
    return join(folder, name) if folder else name


def value(top: etree._Element, path: str) -> str:
    """The `w:val` of the first child element of that prefixed name, or ""."""
    found = top.find(qn(path))
    return "" if found is None else found.get(qn("w:val"), "")


def text_of(top: etree._Element) -> str:
    """The characters of all runs below an element."""
    return "".join(one.text or "" for one in top.iter(qn("w:t")))
