"""Addresses of an OpenDocument text, put back where LibreOffice loses them on the way to Word.

LibreOffice 7.4 drops the address of a link that stands in a content control when it opens an `.odt`:
the link is there in the `.docx`, and leads nowhere. The `.odt` itself still has the address.
"""

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.word.building.package import zipped
from sop_templates.formats.word.names import qn

CONTENT = "content.xml"
BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
_LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
_ADDRESS = "{http://www.w3.org/1999/xlink}href"


def with_links(docx: bytes, odt: bytes, file: str) -> bytes:
    """A Word file that LibreOffice made of an `.odt`, with the addresses that it lost.

    Args:
        docx: what LibreOffice made.
        odt: what it was made of.
        file: its name, for messages.

    Returns:
        The Word file; as it was where no link leads nowhere.

    Raises:
        SopError: one of the two is damaged or unsafe.
    """
    word, source = open_package(docx, file), open_package(odt, file)
    if RELATIONS not in word or CONTENT not in source:
        return docx
    relations = word.xml(RELATIONS)
    lost = {
        one.get("Id", ""): one
        for one in relations
        if one.get("Type", "").endswith("/hyperlink") and not one.get("Target")
    }
    if not lost:
        return docx
    addresses = _addresses(source)
    for key, words in _links(word):
        if key in lost and addresses[words]:
            lost.pop(key).set("Target", addresses[words].pop(0))
    parts = {name: word.read(name) for name in word.names}
    return zipped(parts | {RELATIONS: etree.tostring(relations, encoding="UTF-8")})


def _addresses(source: Package) -> defaultdict[str, list[str]]:
    """The addresses of the links by their words, in the order of the text."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in source.xml(CONTENT).iter(_LINK):
        if address := one.get(_ADDRESS):
            found[_words(one)].append(address)
    return found


def _links(word: Package) -> Iterator[tuple[str, str]]:
    """The links of the body: the id of their relationship, and their words."""
    for one in word.xml(BODY).iter(qn("w:hyperlink")):
        yield one.get(qn("r:id"), ""), _words(one)


def _words(one: etree._Element) -> str:
    return "".join("".join(map(str, one.itertext())).split())
