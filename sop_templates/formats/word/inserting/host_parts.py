"""The parts of the Word file that a text is put into: read as they lie, changed only where they must be."""

import io
import zipfile
from posixpath import dirname, join, relpath

from lxml import etree

from sop_templates.formats.archive import Package, open_package, parse_xml
from sop_templates.formats.word.building.package import COMPRESSION, OLDEST, WORD
from sop_templates.formats.word.finished.document import read_relations
from sop_templates.formats.word.names import RELATION, element, plain_root

TYPES = "[Content_Types].xml"
_KEEPING = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class HostParts:
    """The parts of a Word file, and what of them was changed.

    Attributes:
        package: the file.
        main: name of its main story.
        changed: new bytes by name, of the parts that are not as they were.
    """

    def __init__(self, data: bytes, file: str = "") -> None:
        """Opens the file.

        Raises:
            SopError: it is no Word file, damaged or unsafe.
        """
        self.package: Package = open_package(data, file)
        top = read_relations(self.package, "").values()
        main = next((one.target for one in top if one.kind == "officeDocument"), "")
        self.main = main or "word/document.xml"
        self.changed: dict[str, bytes] = {}
        self._file = file

    def root(self, name: str) -> etree._Element:
        """The root of a part, with all that stands in it."""
        data = self.changed.get(name) or self.package.read(name)
        parse_xml(data, name, self._file)  # refuses what is unsafe
        return etree.fromstring(data, _KEEPING)

    def find(self, kind: str) -> str:
        """The name of the part that the main story names by a kind of relationship, or ""."""
        found = read_relations(self.package, self.main).values()
        name = next((one.target for one in found if one.kind == kind and not one.is_external), "")
        return name if name in self.package else ""

    def put(self, name: str, root: etree._Element) -> None:
        """Keeps a changed part."""
        self.changed[name] = etree.tostring(
            root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def add_relation(self, kind: str, target: str, *, is_external: bool = False) -> str:
        """The id of a new relationship of the main story.

        Args:
            kind: last word of its type.
            target: an address, or the name of a part.
            is_external: whether it leads outside.
        """
        folder = dirname(self.main)
        name = f"{folder}/_rels/{self.main[len(folder) + 1 :]}.rels"
        known = name in self.package or name in self.changed
        root = self.root(name) if known else plain_root("rel:Relationships")
        taken = {one.get("Id") for one in root}
        number = next(
            number for number in range(1, len(taken) + 2) if f"rIdSop{number}" not in taken
        )
        values = {
            "Id": f"rIdSop{number}",
            "Type": f"{RELATION}/{kind}",
            "Target": target if is_external else relpath(target, folder),
        }
        if is_external:
            values["TargetMode"] = "External"
        root.append(element("rel:Relationship", values))
        self.put(name, root)
        return values["Id"]

    def add_part(self, kind: str, root: etree._Element) -> str:
        """Adds a part that the main story names, and gives its name."""
        name = join(dirname(self.main), f"{kind}.xml")
        types = self.root(TYPES)
        values = {"PartName": f"/{name}", "ContentType": f"{WORD}.{kind}+xml"}
        types.append(element("ct:Override", values))
        self.put(TYPES, types)
        self.put(name, root)
        self.add_relation(kind, name)
        return name

    def file(self) -> bytes:
        """The file: parts in their order, those that were not changed with the same bytes."""
        held = io.BytesIO()
        names = [*self.package.names, *(one for one in self.changed if one not in self.package)]
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as archive:
            for name in names:
                entry = zipfile.ZipInfo(name, OLDEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, self.changed.get(name) or self.package.read(name))
        return held.getvalue()
