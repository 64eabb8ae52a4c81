"""PDFs for tests, written out by hand: words at places on pages."""

from collections.abc import Iterable
from typing import NamedTuple


class At(NamedTuple):
    """Words at a place: points from the left and from the bottom, size of the letters, font."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False


def pdf(pages: Iterable[Iterable[At]], title: str = "") -> bytes:
    """A PDF with these words on its pages."""
    contents = [_stream(page) for page in pages]
    count = len(contents)
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
        f"<< /Title ({title}) /ModDate (D:20260512093000+02'00') >>".encode(),
    ]
    for number, content in enumerate(contents):
        fonts = "/Font << /F1 3 0 R /F2 4 0 R >>"
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        page += f"/Resources << {fonts} >> /Contents {7 + 2 * number} 0 R >>"
        objects.append(page.encode())
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    return _file(objects)


def _stream(page: Iterable[At]) -> bytes:
    lines = []
    for one in page:
        font = "/F2" if one.bold else "/F1"
        text = one.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        lines.append(f"BT {font} {one.size} Tf 1 0 0 1 {one.x} {one.y} Tm ({text}) Tj ET")
    return "\n".join(lines).encode("cp1252")


def _font(name: str) -> bytes:
    words = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
    return f"<< {words} /BaseFont /{name} >>".encode()


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1)
    return data + b"startxref\n%d\n%%%%EOF\n" % start
