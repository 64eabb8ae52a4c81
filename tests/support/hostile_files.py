"""Hostile and broken Word files, each made on the spot: from a good one, or from nothing."""

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sop_templates.formats.files import MEGABYTE
from sop_templates.formats.word.names import NAMESPACES
from tests.support.word_xml import unzipped, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(2048)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20
HTML = b"<!DOCTYPE html>\n<html><body>Log in om verder te gaan</body></html>"
BODY = "word/document.xml"
SETTINGS = "word/settings.xml"
CANARY = "GEHEIM-UIT-EEN-ANDER-BESTAND"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that somebody may send.

    Attributes:
        name: of the file.
        make: from a good file to this one.
        code: of the error that it must give; "" where it is read all the same.
        finding: code of what must be said of it where it is read; "" for nothing.
    """

    name: str
    make: Callable[[bytes], bytes]
    code: str = ""
    finding: str = ""


def always(data: bytes) -> Callable[[bytes], bytes]:
    """A file that has nothing to do with a good one."""
    return lambda _good: data


def cut(share: float) -> Callable[[bytes], bytes]:
    """The first part of the file."""
    return lambda good: good[: int(len(good) * share)]


def with_part(name: str, data: bytes) -> Callable[[bytes], bytes]:
    """The file with a part more, or another one of that name."""
    return lambda good: zipped(unzipped(good) | {name: data})


def in_part(name: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """The file with one part changed."""

    def changed(good: bytes) -> bytes:
        files = unzipped(good)
        return zipped(files | {name: change(files[name])})

    return changed


def with_entry(name: str, data: bytes) -> Callable[[bytes], bytes]:
    """The file with an entry more, be there one of that name already."""

    def added(good: bytes) -> bytes:
        out = BytesIO(good)
        with ZipFile(out, "a", ZIP_DEFLATED) as made:
            made.NameToInfo.clear()  # else it warns of what this is about
            made.writestr(_info(name), data)
        return out.getvalue()

    return added


def with_doctype(declaration: str, entity: str = "", system: str = "") -> Callable[[bytes], bytes]:
    """The XML with a document type declaration, of its own or elsewhere; its entity as first text."""
    where = f' SYSTEM "{system}"' if system else ""

    def declared(xml: bytes) -> bytes:
        head, mark, rest = xml.partition(b"?>")
        body = rest.replace(b"<w:body>", f"<w:body><w:p><w:r><w:t>{entity}".encode(), 1)
        if entity:
            body = body.replace(entity.encode(), entity.encode() + b"</w:t></w:r></w:p>", 1)
        return head + mark + f"<!DOCTYPE d{where} [{declaration}]>".encode() + body

    return declared


def laughing(levels: int = 12) -> str:
    """Entities that grow ten times with each level."""
    told = ['<!ENTITY l0 "ha">']
    told += [f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, levels)]
    return "".join(told)


def packed_zeros(size: int) -> bytes:
    """A zip entry's content that unpacks to so many zeros, made without having them in memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = bytes(MEGABYTE)
    return b"".join(packer.compress(block) for _ in range(size // MEGABYTE)) + packer.flush()


def bomb(size: int = 1024 * MEGABYTE, name: str = BODY) -> bytes:
    """A package whose one part unpacks to so much."""
    content = packed_zeros(size)
    return _raw_zip([(name, content, size, zlib.crc32(bytes(MEGABYTE)))])


def modest_bomb(parts: int = 40, each: int = 11) -> bytes:
    """A package of parts that each stay within bounds, and do not together."""
    size = each * MEGABYTE
    content = zlib.compress(bytes(range(256)) * (size // 256))[2:-4]
    return _raw_zip([(f"word/media/{at}.png", content, size, 0) for at in range(parts)])


def nested_bomb(good: bytes) -> bytes:
    """A good file with a zip in a zip in it: nothing unpacks those, so that they do no harm."""
    inside = bomb(256 * MEGABYTE)
    for _ in range(6):
        out = BytesIO()
        with ZipFile(out, "w", ZIP_STORED) as made:
            for at in range(3):
                made.writestr(_info(f"{at}.zip"), inside[: MEGABYTE // 2])
        inside = out.getvalue()
    out = BytesIO(good)
    with ZipFile(out, "a", ZIP_STORED) as made:
        made.writestr(_info("word/embeddings/oleObject1.zip"), inside)
    return out.getvalue()


def entries(count: int) -> bytes:
    """A package that lists so many entries and holds none of them."""
    listed = b"".join(_listing(f"{at}", 0, 0, 0, 0) for at in range(count))
    return b"PK\x03\x04" + bytes(26) + listed + _end(min(count, 0xFFFF), len(listed), 30)


def many_parts(count: int) -> Callable[[bytes], bytes]:
    """The file with so many small parts more."""
    return lambda good: zipped(unzipped(good) | {f"word/x{at}.xml": b"<a/>" for at in range(count)})


def deep(levels: int) -> bytes:
    """A document of elements in elements."""
    space = NAMESPACES["w"]
    names = b"<w:p>" * levels + b"</w:p>" * levels
    return b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space.encode(), names)


def crowded(unit: bytes, size: int) -> bytes:
    """A document that repeats a piece of XML up to a size in bytes."""
    space = NAMESPACES["w"].encode()
    inside = unit * (size // len(unit))
    return b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, inside)


def with_relations(good: bytes, part: str, relations: Mapping[str, tuple[str, str]]) -> bytes:
    """The file with external relationships of a part: id to kind and target."""
    files = unzipped(good)
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    space = NAMESPACES["rel"]
    told = "".join(
        f'<Relationship Id="{key}" Type="{NAMESPACES["r"]}/{kind}" Target="{target}"'
        ' TargetMode="External"/>'
        for key, (kind, target) in relations.items()
    )
    old = files.get(rels) or f'<Relationships xmlns="{space}"></Relationships>'.encode()
    new = old.replace(b"</Relationships>", f"{told}</Relationships>".encode())
    return zipped(files | {rels: new})


def _info(name: str) -> ZipInfo:
    return ZipInfo(name, (2026, 9, 1, 0, 0, 0))


def _listing(name: str, crc: int, packed: int, size: int, at: int) -> bytes:
    raw = name.encode()
    numbers = (20, 20, 0, 8, 0, 0x5A21, crc, packed, size, len(raw), 0, 0, 0, 0, 0, at)
    return b"PK\x01\x02" + struct.pack("<6H3I5H2I", *numbers) + raw


def _end(count: int, size: int, at: int) -> bytes:
    return b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, count, count, size, at, 0)


def _raw_zip(parts: Iterable[tuple[str, bytes, int, int]]) -> bytes:
    """A zip of contents that are packed already: name, content, size when unpacked, checksum."""
    out, listed, count = bytearray(), bytearray(), 0
    for name, content, size, crc in parts:
        raw = name.encode()
        listed += _listing(name, crc, len(content), size, len(out))
        head = (20, 0, 8, 0, 0x5A21, crc, len(content), size, len(raw), 0)
        out += b"PK\x03\x04" + struct.pack("<5H3I2H", *head) + raw + content
        count += 1
    return bytes(out + listed + _end(count, len(listed), len(out)))


def stored(good: bytes, parts: dict[str, bytes]) -> bytes:
    """The file with other parts, none of them packed: nothing about its sizes is remarkable."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as made:
        for name, data in (unzipped(good) | parts).items():
            made.writestr(_info(name), data)
    return out.getvalue()
