"""How the parts of an Office file are put together: content types, relationships, a zip of fixed bytes."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.names import (
    PACKAGE_RELATION,
    RELATION,
    element,
    part_bytes,
    plain_root,
)

OLDEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold: the same on every build
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "application/vnd.openxmlformats-officedocument"
PACKAGE = "application/vnd.openxmlformats-package"
COMPRESSION = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package.

    Attributes:
        name: path in the zip, e.g. `word/styles.xml`.
        content_type: its media type.
        content: its root.
    """

    name: str
    content_type: str
    content: etree._Element


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: what kind, to which target (relative to its source's folder)."""

    kind: str
    target: str


def office_relation(name: str, target: str) -> Relation:
    """A relationship of Office's own namespace, e.g. `styles`."""
    return Relation(f"{RELATION}/{name}", target)


def package_relation(name: str, target: str) -> Relation:
    """A relationship of the package's namespace, e.g. `metadata/core-properties`."""
    return Relation(f"{PACKAGE_RELATION}/{name}", target)


def package_files(
    parts: Sequence[Part], relations: Mapping[str, Sequence[Relation]]
) -> dict[str, bytes]:
    """The files of the zip, by name.

    Args:
        parts: the parts.
        relations: by the name of the part they start from; `""` is the package.
    """
    files = {part.name: part_bytes(part.content) for part in parts}
    files["[Content_Types].xml"] = part_bytes(_content_types(parts))
    for source, targets in relations.items():
        files[_relations_name(source)] = part_bytes(_relationships(targets))
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of the files: sorted by name, dated 1980, the same on every machine with the same zlib."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the machine's own stands in the file
            archive.writestr(entry, files[name])
    return held.getvalue()


def files_checksum(files: Mapping[str, bytes], leave_out: str) -> str:
    """SHA-256 over names and content of all files but one, as hexadecimal digits."""
    digest = hashlib.sha256()
    for name in sorted(set(files) - {leave_out}):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()


def _content_types(parts: Sequence[Part]) -> etree._Element:
    types = plain_root("ct:Types")
    defaults = (("rels", f"{PACKAGE}.relationships+xml"), ("xml", "application/xml"))
    for extension, media in defaults:
        types.append(element("ct:Default", {"Extension": extension, "ContentType": media}))
    for part in sorted(parts, key=lambda part: part.name):
        names = {"PartName": f"/{part.name}", "ContentType": part.content_type}
        types.append(element("ct:Override", names))
    return types


def _relationships(targets: Sequence[Relation]) -> etree._Element:
    made = plain_root("rel:Relationships")
    for number, relation in enumerate(targets, 1):
        values = {"Id": f"rId{number}", "Type": relation.kind, "Target": relation.target}
        made.append(element("rel:Relationship", values))
    return made


def _relations_name(source: str) -> str:
    folder, slash, name = source.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"
