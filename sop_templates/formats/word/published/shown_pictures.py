"""Pictures in a story: drawn anew and really cut, so that what is not shown is not in the file either.

Charts, diagrams, objects of other programs and drawings in a vector format are left out: they hold
data that nobody sees, and programs that open them have been attacked by them.
"""

from collections.abc import Callable

from lxml import etree

from sop_templates.formats.pictures import MAX_SIDE, WHOLE, Box, draw_anew
from sop_templates.formats.stored_numbers import signed, whole
from sop_templates.formats.word.names import NAMESPACES, qn
from sop_templates.formats.word.published.relations import Relations
from sop_templates.formats.word.published.trees import around, drop, drop_all, take_attribute

VML = "urn:schemas-microsoft-com:vml"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
VML_IMAGE = f"{{{VML}}}imagedata"
DRAWN_HERE = (PIC, f"{SHAPES}Shape", f"{SHAPES}Group", f"{SHAPES}Canvas")
EMU_A_PIXEL = 9525  # DrawingML's unit at 96 dots an inch
SHARP = 2  # dots of a good screen for each such pixel
QUARTER = 5_400_000  # of a turn, in sixty-thousandths of a degree
HUNDRED = 100_000  # per cent, in the thousandths that DrawingML counts them in

_DRAWING, _PICT, _OBJECT = qn("w:drawing"), qn("w:pict"), qn("w:object")
_BLIP, _EMBED, _ID = qn("a:blip"), qn("r:embed"), qn("r:id")
_LINKS = tuple(f"{{{NAMESPACES['a']}}}{name}" for name in ("hlinkClick", "hlinkHover"))
_VML_REACHES_OUT = ("href", "src", "target", "{urn:schemas-microsoft-com:office:office}href")

Read = Callable[[str], bytes]  # the bytes behind a relationship's id; b"" for none inside the file


def settle_pictures(root: etree._Element, read: Read, relations: Relations) -> None:
    """Draws the pictures of a story anew and leaves out what is none.

    Args:
        root: of the story; its relationships are still those of the file it comes from.
        read: gives what such a relationship leads to.
        relations: of the public part; takes the pictures up.
    """
    loss = relations.parts.loss
    for one in list(root.iter(_OBJECT)):
        loss.drawings += 1
        drop(one)
    for data in list(root.iter(f"{{{NAMESPACES['a']}}}graphicData")):
        if data.get("uri") not in DRAWN_HERE and (drawing := around(data, _DRAWING)) is not None:
            loss.drawings += 1
            drop(drawing)
    drop_all(root.iter(*_LINKS))
    for one in list(root.iter(_BLIP)):
        _settle(one, _EMBED, read, relations)
    for one in list(root.iter(VML_IMAGE)):
        _settle(one, _ID, read, relations)
    for one in root.iter(f"{{{VML}}}*"):
        for name in _VML_REACHES_OUT:
            take_attribute(one, name)
    loss.unnamed += sum(_lacks_words(one) for one in root.iter(_DRAWING))


def description(drawing: etree._Element) -> str:
    """What a picture's words for who cannot see it say; "" for none or a mere decoration."""
    told = drawing.find(f".//{qn('wp:docPr')}")
    if told is None or _is_decoration(told):
        return ""
    return (told.get("descr") or told.get("title") or "").strip()


def _lacks_words(drawing: etree._Element) -> bool:
    told = drawing.find(f".//{qn('wp:docPr')}")
    is_picture = next(drawing.iter(_BLIP), None) is not None
    return is_picture and not description(drawing) and (told is None or not _is_decoration(told))


def _is_decoration(told: etree._Element) -> bool:
    return any(one.get("val") in ("1", "true") for one in told.iter(f"{{{DECORATIVE}}}decorative"))


def _settle(one: etree._Element, name: str, read: Read, relations: Relations) -> None:
    given = one.get(name, "")
    data = read(given) if given else b""
    picture = draw_anew(data, cut=_cut(one), side=_side(one)) if data else None
    key = relations.picture(picture) if picture else ""
    if not key:
        relations.parts.loss.pictures += 1
        if (shown := around(one, _DRAWING, _PICT)) is not None:
            drop(shown)
        return
    _forget(one)
    one.set(name, key)


def _forget(one: etree._Element) -> None:
    """Takes away what the picture is no longer: cut, linked, with effects and an SVG beside it."""
    take_attribute(one, qn("r:link"))
    take_attribute(one, qn("r:href"))
    for child in list(one):
        drop(child)
    filling = one.getparent()
    if filling is not None:
        drop_all(filling.iterchildren(qn("a:srcRect")))


def quarters_of(blip: etree._Element) -> int:
    """How many quarter turns to the right a picture is shown with."""
    shape = around(blip, f"{{{PIC}}}pic")
    look = None if shape is None else shape.find(f"{{{PIC}}}spPr/{qn('a:xfrm')}")
    turn = "0" if look is None else look.get("rot", "0")
    return round(signed(turn) / QUARTER) % 4


def _cut(blip: etree._Element) -> Box:
    filling = blip.getparent()
    cut = None if filling is None else filling.find(qn("a:srcRect"))
    if cut is None:
        return WHOLE
    left, top, right, bottom = (_share(cut.get(side)) for side in ("l", "t", "r", "b"))
    if left + right >= 1 or top + bottom >= 1:
        return WHOLE
    return (left, top, 1 - right, 1 - bottom)


def _share(value: str | None) -> float:
    """A part of a side that is cut off; a negative one is a border and cuts nothing."""
    return min(whole(value) / HUNDRED, 1.0)


def _side(blip: etree._Element) -> int:
    """The most pixels that the picture is shown with on a sharp screen."""
    drawing = around(blip, _DRAWING)
    extent = None if drawing is None else drawing.find(f".//{qn('wp:extent')}")
    sizes = [] if extent is None else [extent.get("cx", ""), extent.get("cy", "")]
    pixels = [whole(size) * SHARP // EMU_A_PIXEL for size in sizes]
    return max(pixels, default=0) or MAX_SIDE
