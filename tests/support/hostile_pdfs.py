"""Small PDFs that draw very much, put together by hand."""

import zlib

LINE = b"BT /F1 12 Tf 50 700 Td (Visie op passend onderwijs) Tj ET\n"
NOTHING = b"q Q\n"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def drawing(content: bytes, *, pages: int = 1, form: bytes = b"") -> bytes:
    """A PDF whose pages all draw the same, with a form that the content may draw as `/X0 Do`."""
    kids = b" ".join([b"3 0 R"] * pages)
    resources = b"<</Font<</F1 5 0 R>>/XObject<</X0 6 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources%s>>"
    about = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources" + resources
    return _written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
            page % resources,
            _stream(content),
            FONT,
            _stream(form, about),
        ]
    )


def _stream(data: bytes, about: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (about, len(packed))
    return head + b"stream\n" + packed + b"\nendstream"


def _written(objects: list[bytes]) -> bytes:
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(made + b"startxref\n%d\n%%%%EOF" % start)
