"""A Word file as one XML document ("flat OPC"), as Word's `getOoxml` gives it to an add-in."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
LEFT_OUT = ("docProps/", "customXml/", "word/header", "word/footer")  # getOoxml of a body has none


def flat(data: bytes) -> str:
    """The parts that Word gives with a document's body, in one document."""
    top = etree.Element(f"{{{PKG}}}package", nsmap={"pkg": PKG})
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")) or name.startswith(LEFT_OUT):
                continue
            if name != "[Content_Types].xml":
                part = etree.SubElement(top, f"{{{PKG}}}part", {f"{{{PKG}}}name": f"/{name}"})
                etree.SubElement(part, f"{{{PKG}}}xmlData").append(
                    etree.fromstring(archive.read(name))
                )
    return etree.tostring(top, encoding="unicode")
