"""How an Office package (a zip of parts) is opened without trusting it.

Bounds: a file of 64 MB (`files.MAX_FILE`), 4,000 parts, 400 MB unpacked in all of which only the
parts that are asked for are ever unpacked, 12 MB in one XML part, and 1.5 million marks (`<` and `=`)
in all XML parts that are read of one file together, which are trees of at most some 350 MB. The text of
a Word file is read within closer bounds, see `word.finished.story`.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats.files import MEGABYTE
from sop_templates.kinds.files import (
    BROKEN_XML,
    DAMAGED,
    DUPLICATE_PART,
    EMPTY_FILE,
    HAS_DTD,
    IS_ENCRYPTED,
    IS_MARKUP,
    IS_OLD_OFFICE,
    IS_PDF,
    IS_PICTURE,
    NO_PART,
    NOT_A_PACKAGE,
    TOO_MANY_PARTS,
    UNPACKS_TOO_BIG,
    UNSAFE_PART_NAME,
)
from sop_templates.language import N_, _
from sop_templates.outcome import Kind

MAX_PARTS = 4000
MAX_UNPACKED = 400 * MEGABYTE
MAX_PART = 128 * MEGABYTE  # a picture
MAX_XML = 12 * MEGABYTE
MAX_MARKS = 1_500_000  # elements and attributes, counted by their `<` and `=`
COUNTED_FROM = MEGABYTE // 2  # an XML part smaller than this is not counted but guessed at
BYTES_A_MARK = 6  # of XML that is dense; Word's own has 13
MAX_RATIO = 250  # unpacked to packed; repeated table rows reach 60
RATIO_FROM = MEGABYTE  # a part smaller than this may pack as well as it likes

_LISTED = b"PK\x01\x02"  # begins each line of a zip's directory
_ENCRYPTED_FLAG = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_HEIF = b"ftyp"  # from the fifth byte on: photos of a phone
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_PROLOG = 4096  # bytes in which a document type declaration is looked for before parsing
_ZIP_FAULTS = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)

_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_blank_text=True,  # how somebody indented the elements; text of one space stays
    remove_comments=True,
    remove_pis=True,
    collect_ids=False,
)


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package whose directory was found safe; its parts are unpacked when asked for.

    Attributes:
        file: the file's name as the user gave it.
        names: the names of its parts, in the order of the file, without folders.
    """

    file: str
    names: tuple[str, ...]
    _zip: ZipFile = field(repr=False)
    _parts: Mapping[str, ZipInfo] = field(repr=False)
    _marks: dict[str, int] = field(default_factory=dict, repr=False)  # of the XML parts read so far

    def __contains__(self, name: str) -> bool:
        """Whether it has a part of that name."""
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            SopError: there is no such part, or it is damaged.
        """
        try:
            return self._zip.read(self._parts[name])
        except KeyError as error:
            raise SopError(NO_PART, self.file, part=name) from error
        except _ZIP_FAULTS as error:
            raise SopError(DAMAGED, self.file, reason=name) from error

    def read_xml(self, name: str, most: int = MAX_MARKS) -> bytes:
        """The bytes of an XML part, unless all that were read of this file are too much together.

        Args:
            name: of the part.
            most: marks that it and the parts read before it may hold together; see `MAX_MARKS`.

        Raises:
            SopError: there is no such part, or it is damaged or too big.
        """
        info = self._parts.get(name)
        if info is not None and info.file_size > MAX_XML:
            raise _too_big(self.file, name, info.file_size)
        data = self.read(name)
        is_small = len(data) < COUNTED_FROM
        self._marks[name] = len(data) // BYTES_A_MARK if is_small else _count_marks(data)
        if sum(self._marks.values()) > most:
            raise _too_big(self.file, name, len(data))
        return data

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part, without comments and processing instructions.

        Raises:
            SopError: there is no such part, or it is damaged, too big or has a DTD.
        """
        return parse_xml(self.read_xml(name), name, self.file)


def open_package(data: bytes, file: str | PurePath = "") -> Package:
    """Opens a package and checks its directory; unpacks nothing.

    Args:
        data: the whole file.
        file: its name as the user gave it, for messages.

    Returns:
        The package.

    Raises:
        SopError: it is something else (each with its own kind), damaged, or unsafe.
    """
    name = str(file)
    if data[:4] != b"PK\x03\x04":
        raise _foreign(data, name)
    if (count := data.count(_LISTED)) > MAX_PARTS:  # before zipfile makes an object of each
        raise SopError(TOO_MANY_PARTS, name, count=count, limit=MAX_PARTS)
    try:
        archive = ZipFile(BytesIO(data))
    except _ZIP_FAULTS as error:
        raise SopError(DAMAGED, name, reason=_("the list of its parts is missing")) from error
    infos = archive.infolist()
    _check_sizes(infos, len(data), name)
    parts: dict[str, ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        _check_entry(info, name)
        folded = info.filename.casefold()  # part names differ by more than case
        if folded in seen:
            raise SopError(DUPLICATE_PART, name, part=info.filename)
        seen.add(folded)
        if not info.filename.endswith("/"):
            parts[info.filename] = info
    return Package(name, tuple(parts), archive, parts)


def parse_xml(data: bytes, part: str = "", file: str | PurePath = "") -> etree._Element:
    """The root element of XML from outside: no entities, no DTD, nothing fetched, depth bounded.

    Args:
        data: the XML.
        part: the name of the part it is, for messages.
        file: the name of the file it comes from, for messages.

    Returns:
        The root, without comments and processing instructions.

    Raises:
        SopError: it is no XML, too big, or has a document type declaration.
    """
    if len(data) > MAX_XML or (len(data) > MAX_MARKS and _count_marks(data) > MAX_MARKS):
        raise _too_big(file, part, len(data))
    if any(word in data[:_PROLOG] for word in _DOCTYPES):
        raise SopError(HAS_DTD, file, part=part)
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SopError(BROKEN_XML, file, part=part, reason=str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:  # further on, or in another encoding
        raise SopError(HAS_DTD, file, part=part)
    return root


def _count_marks(data: bytes) -> int:
    return data.count(b"<") + data.count(b"=")


def _check_entry(info: ZipInfo, file: str) -> None:
    name = info.filename
    outside = name.startswith("/") or ".." in name.split("/")
    # zipfile cuts a name at a NUL and turns the system's own separator into `/`
    if outside or "\\" in name or ":" in name or name != info.orig_filename:
        raise SopError(UNSAFE_PART_NAME, file, part=repr(info.orig_filename))
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise SopError(IS_ENCRYPTED, file)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise SopError(DAMAGED, file, reason=name)


def _check_sizes(infos: list[ZipInfo], packed: int, file: str) -> None:
    for info in infos:
        ratio = info.file_size // max(info.compress_size, 1)
        if info.file_size > MAX_PART or (info.file_size > RATIO_FROM and ratio > MAX_RATIO):
            raise _too_big(file, info.filename, info.file_size)
    total = sum(info.file_size for info in infos)
    # parts that together are bigger than the file overlap: one stretch of bytes named many times
    overlap = sum(info.compress_size for info in infos) > packed
    if total > MAX_UNPACKED or overlap:
        raise _too_big(file, infos[-1].filename, total)


def _too_big(file: str | PurePath, part: str, size: int) -> SopError:
    return SopError(UNPACKS_TOO_BIG, file, part=part, size=size // MEGABYTE)


def _foreign(data: bytes, file: str) -> SopError:
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        return SopError(EMPTY_FILE, file)
    if data.startswith(_OLE):
        return SopError(IS_ENCRYPTED if _ENCRYPTED_STREAM in data else IS_OLD_OFFICE, file)
    if what := _text_kind(start):
        return SopError(IS_MARKUP, file, what=_(what))
    return SopError(_foreign_kind(data, start), file)


def _foreign_kind(data: bytes, start: bytes) -> Kind:
    if start.startswith(b"%PDF"):
        return IS_PDF
    if data.startswith(_PICTURES) or data[4:8] == _HEIF:
        return IS_PICTURE
    return NOT_A_PACKAGE


def _text_kind(start: bytes) -> str:
    if start.startswith(b"{\\rtf"):
        return N_("a file in Rich Text Format (.rtf)")
    if start.startswith(b"<"):
        return N_("a web page or XML")
    if start and not start.startswith(b"%PDF") and _is_text(start):
        return N_("plain text")
    return ""


def _is_text(start: bytes) -> bool:
    return all(byte >= ord(" ") or byte in b"\t\r\n\f" for byte in start)
