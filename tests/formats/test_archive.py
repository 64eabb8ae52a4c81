"""Opening packages: each way of being no good Office file has its own kind."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from sop_templates.errors import SopError
from sop_templates.formats import archive
from sop_templates.formats.archive import Package, open_package, parse_xml
from sop_templates.kinds import files
from sop_templates.outcome import Kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(parts: Iterable[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as made:
        for name, data in parts:
            made.writestr(name, data)
    return out.getvalue()


def read_all(data: bytes) -> None:
    package = open_package(data, "x.docx")
    for name in package.names:
        package.xml(name)


def refused(data: bytes) -> Kind:
    with pytest.raises(SopError) as caught:
        read_all(data)
    assert str(caught.value)  # its words and values fit
    return caught.value.kind


def test_a_package_gives_its_parts() -> None:
    package = open_package(zipped([("word/document.xml", b"<a>\xc3\xa9</a>"), ("word/", b"")]))
    assert package.names == ("word/document.xml",)
    assert "word/document.xml" in package
    assert package.xml("word/document.xml").text == "é"


def test_a_part_that_is_not_there_is_named() -> None:
    package = open_package(zipped([("a.xml", b"<a/>")]), "x.docx")
    with pytest.raises(SopError, match=r"word/styles\.xml is missing"):
        package.xml("word/styles.xml")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", files.EMPTY_FILE),
        (b"%PDF-1.7\n", files.IS_PDF),
        (OLE, files.IS_OLD_OFFICE),
        (OLE + "EncryptedPackage".encode("utf-16-le"), files.IS_ENCRYPTED),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", files.IS_MARKUP),
        (b"{\\rtf1", files.IS_MARKUP),
        (b"Beste collega,\r\n", files.IS_MARKUP),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", files.IS_PICTURE),
        (b"\x00\x00\x00\x18ftypheic", files.IS_PICTURE),
        (b"\x00\x01\x02\x03", files.NOT_A_PACKAGE),
        (b"PK\x05\x06" + bytes(18), files.NOT_A_PACKAGE),
    ],
)
def test_what_is_no_package_is_named_for_what_it_is(data: bytes, kind: Kind) -> None:
    assert refused(data) is kind


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_package_is_damaged(share: float) -> None:
    whole = zipped([("word/document.xml", bytes(range(256)) * 40)], ZIP_STORED)
    assert refused(whole[: int(len(whole) * share)]) is files.DAMAGED


def test_a_package_with_a_changed_byte_is_damaged() -> None:
    whole = bytearray(zipped([("word/document.xml", b"<a>" + b"x" * 99 + b"</a>")], ZIP_STORED))
    whole[80] ^= 1
    assert refused(bytes(whole)) is files.DAMAGED


def test_a_part_that_says_to_be_smaller_than_it_is_is_damaged() -> None:
    whole = zipped([("a.xml", b"<a>" + b" " * 5000 + b"</a>")])
    size = struct.pack("<I", 5007)
    assert whole.count(size) == 2  # before the part and in the directory
    assert refused(whole.replace(size, struct.pack("<I", 100))) is files.DAMAGED


def test_a_part_that_unpacks_to_much_more_than_it_packs_is_refused_unopened() -> None:
    assert refused(zipped([("word/document.xml", bytes(20_000_000))])) is files.UNPACKS_TOO_BIG


def test_parts_that_are_big_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1000)
    small = [(f"{one}.xml", bytes(range(200))) for one in range(6)]
    assert refused(zipped(small)) is files.UNPACKS_TOO_BIG


def test_parts_that_lie_over_each_other_are_refused() -> None:
    whole = zipped([("a.xml", b"x" * 999)], ZIP_STORED)
    at = whole.index(b"PK\x01\x02")
    entry = whole[at : whole.index(b"PK\x05\x06")]
    other = entry.replace(b"a.xml", b"b.xml")
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(entry) * 2, at, 0)
    assert refused(whole[:at] + entry + other + end) is files.UNPACKS_TOO_BIG


def test_many_parts_are_refused() -> None:
    many = [(f"{one}.xml", b"") for one in range(archive.MAX_PARTS + 1)]
    assert refused(zipped(many)) is files.TOO_MANY_PARTS


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["word/document.xml", "Word/Document.xml"])
def test_a_part_that_occurs_twice_is_refused(second: str) -> None:
    assert (
        refused(zipped([("word/document.xml", b"<a/>"), (second, b"<b/>")])) is files.DUPLICATE_PART
    )


@pytest.mark.parametrize(
    "name", ["../a.xml", "/a.xml", "word/../../a.xml", "word\\a.xml", "C:a.xml"]
)
def test_a_part_that_points_outside_is_refused(name: str) -> None:
    assert refused(zipped([(name, b"<a/>")])) is files.UNSAFE_PART_NAME


def test_an_encrypted_part_is_said_to_be_so() -> None:
    whole = bytearray(zipped([("a.xml", b"<a/>")]))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(whole)) is files.IS_ENCRYPTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_is_refused(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert refused(zipped([("a.xml", text.encode(encoding))])) is files.HAS_DTD


@pytest.mark.parametrize("xml", [b"<a>", b"<a></b>", b"", b"tekst", b"<a>" * 5000 + b"</a>" * 5000])
def test_xml_that_is_broken_or_very_deep_is_refused(xml: bytes) -> None:
    with pytest.raises(SopError) as caught:
        parse_xml(xml, "word/document.xml", "x.docx")
    assert caught.value.kind is files.BROKEN_XML


def test_xml_with_too_many_elements_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(SopError) as caught:
        parse_xml(b"<a>" + b"<b/>" * archive.MAX_MARKS + b"</a>", "word/document.xml", "x.docx")
    assert caught.value.kind is files.UNPACKS_TOO_BIG


def test_parts_that_hold_too_many_elements_together_are_refused() -> None:
    half = b"<a>" + b"<b/>" * (archive.MAX_MARKS // 2) + b"</a>"
    parts = [(f"{one}.xml", half) for one in range(3)]
    package = open_package(zipped(parts, ZIP_STORED), "x.docx")
    assert package.read_xml("0.xml") == package.read_xml("0.xml") == half
    with pytest.raises(SopError) as caught:
        read_all(zipped(parts, ZIP_STORED))
    assert caught.value.kind is files.UNPACKS_TOO_BIG


def test_a_directory_of_a_million_parts_is_refused_before_it_is_read() -> None:
    listed = b"PK\x01\x02" + bytes(42)
    assert refused(b"PK\x03\x04" + bytes(26) + listed * 1_000_000) is files.TOO_MANY_PARTS


def test_comments_and_instructions_are_left_out() -> None:
    root = parse_xml(b"<a><?x y?>een<!-- geen -->twee</a>")
    assert (len(root), root.text) == (0, "eentwee")


def test_a_package_says_which_file_it_is() -> None:
    package: Package = open_package(zipped([("a.xml", zlib.compress(b"x"))]), "map/x.docx")
    with pytest.raises(SopError, match=r"map/x\.docx.*a\.xml"):
        package.xml("a.xml")
