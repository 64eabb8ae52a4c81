"""Pictures from outside are drawn anew: small, without metadata, really cut."""

import io

import pytest
from PIL import Image

from sop_templates.formats.pictures import MAX_SIDE, draw_anew
from tests.support.publication import SVG, bomb, png


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def halves() -> bytes:
    """Left red, right blue."""
    image = Image.new("RGB", (100, 40), (200, 0, 0))
    image.paste((0, 0, 200), (50, 0, 100, 40))
    held = io.BytesIO()
    image.save(held, "PNG")
    return held.getvalue()


def test_a_small_picture_keeps_its_size() -> None:
    made = draw_anew(png(30, 20))
    assert made is not None
    assert (made.width, made.height, made.media_type) == (30, 20, "image/png")


def test_a_big_picture_is_made_small() -> None:
    made = draw_anew(png(4000, 1000))
    assert made is not None
    assert (made.width, made.height) == (MAX_SIDE, 400)


def test_what_is_cut_off_is_not_in_the_file() -> None:
    made = draw_anew(halves(), cut=(0.5, 0, 1, 1))
    assert made is not None
    colours = opened(made.data).convert("RGB").getcolors() or []
    assert [colour for _, colour in colours] == [(0, 0, 200)]


def test_a_turned_picture_is_turned() -> None:
    made = draw_anew(halves(), quarters=1)
    assert made is not None
    assert (made.width, made.height) == (40, 100)
    assert opened(made.data).convert("RGB").getpixel((20, 5)) == (200, 0, 0)


def test_a_photo_loses_what_the_camera_said() -> None:
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "GEHEIMEPLEK"
    Image.new("RGB", (50, 50), (1, 2, 3)).save(held, "JPEG", exif=exif, comment=b"JANNAAM")
    made = draw_anew(held.getvalue())
    assert made is not None
    assert made.media_type == "image/jpeg"
    assert b"GEHEIMEPLEK" in held.getvalue()
    assert b"GEHEIMEPLEK" not in made.data
    assert b"JANNAAM" not in made.data


def test_text_chunks_of_a_png_go() -> None:
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - only here

    held, info = io.BytesIO(), PngInfo()
    info.add_text("Author", "JANNAAM")
    Image.new("RGBA", (9, 9), (1, 2, 3, 100)).save(held, "PNG", pnginfo=info)
    made = draw_anew(held.getvalue())
    assert made is not None
    assert b"JANNAAM" not in made.data
    assert opened(made.data).mode == "RGBA"


@pytest.mark.parametrize("data", [b"", b"no picture", SVG, bomb(), png()[:40]])
def test_what_is_no_picture_or_too_big_is_none(data: bytes) -> None:
    assert draw_anew(data) is None
