"""How a filled package is written: new parts packed, all others copied as they lie in the template.

The zip is written here and not by `zipfile` because most of it is the same in each file: those bytes
are put together once. Every date is the first that a zip can hold, so that equal answers give equal
bytes. Format: PKWARE's APPNOTE.TXT 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
"""

import struct
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

LEVEL = 3
OLDEST = 0x0021  # 1 January 1980
DEFLATED = 8
VERSION = 20  # needed to unpack: deflate and folders
UTF8 = 0x0800  # the name is UTF-8

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it lies in a zip.

    Attributes:
        name: of the part.
        data: its bytes, packed.
        method: how: `DEFLATED`, or 0 for not at all.
        checksum: CRC-32 of its bytes, unpacked.
        size: their number.
    """

    name: str
    data: bytes
    method: int
    checksum: int
    size: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """The part of a zip that is the same in each file.

    Attributes:
        data: its bytes.
        directory: the entries of its parts.
        count: their number.
    """

    data: bytes
    directory: bytes
    count: int


NOTHING = Beginning(b"", b"", 0)


def packed(name: str, text: str) -> Packed:
    """A new part, packed."""
    data = text.encode()
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(
        name, packer.compress(data) + packer.flush(), DEFLATED, zlib.crc32(data), len(data)
    )


def copied(package: bytes, leave_out: Collection[str] = ()) -> dict[str, Packed]:
    """The parts of a package as they lie in it, by name."""
    with ZipFile(BytesIO(package)) as archive:
        infos = [one for one in archive.infolist() if not one.is_dir()]
    parts = {}
    for one in infos:
        if one.filename in leave_out:
            continue
        fields = _LOCAL.unpack_from(package, one.header_offset)
        start = one.header_offset + _LOCAL.size + fields[-2] + fields[-1]
        data = package[start : start + one.compress_size]
        parts[one.filename] = Packed(one.filename, data, one.compress_type, one.CRC, one.file_size)
    return parts


def beginning(parts: Mapping[str, Packed]) -> Beginning:
    """The beginning of a zip: the types of its parts, as packages begin, then the rest by name."""
    names = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name))
    data, directory, count = _appended(NOTHING, [parts[name] for name in names])
    return Beginning(data, directory, count)


def zipped(start: Beginning, parts: Collection[Packed]) -> bytes:
    """A whole zip: its beginning, then these parts."""
    data, directory, count = _appended(start, parts)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(data), 0)
    return data + directory + end


def _appended(start: Beginning, parts: Collection[Packed]) -> tuple[bytes, bytes, int]:
    pieces, entries, offset = [start.data], [start.directory], len(start.data)
    for one in parts:
        name = one.name.encode()
        flags = 0 if one.name.isascii() else UTF8
        common = (flags, one.method, 0, OLDEST, one.checksum, len(one.data), one.size, len(name))
        local = _LOCAL.pack(b"PK\x03\x04", VERSION, *common, 0)
        pieces += [local, name, one.data]
        entries += [
            _ENTRY.pack(b"PK\x01\x02", VERSION, VERSION, *common, 0, 0, 0, 0, 0, offset),
            name,
        ]
        offset += len(local) + len(name) + len(one.data)
    return b"".join(pieces), b"".join(entries), start.count + len(parts)
