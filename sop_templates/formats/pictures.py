"""How a picture from outside is made small and harmless: its pixels are drawn anew, nothing else stays.

What a camera or an editor keeps beside the pixels (place, date, owner, what lies outside the cut)
goes. Formats that are drawings or programs (SVG, EMF, WMF) are refused.
"""

import warnings
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

MAX_BYTES = 40 * 1024 * 1024  # of a picture's file
MAX_PIXELS = 50_000_000  # a photo of a good camera has half of it; its bitmap takes 200 MB
MAX_SIDE = 1600  # pixels: as wide as a page on a sharp screen
PHOTO_QUALITY = 82  # of JPEG, 1 to 95
AS_PHOTO = 150_000  # bytes: a PNG without transparency that is bigger is written as a photo too
WHOLE = (0.0, 0.0, 1.0, 1.0)
READ_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
QUARTERS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is safe to pass on.

    Attributes:
        data: the file.
        media_type: `image/png` or `image/jpeg`.
        width: pixels.
        height: pixels.
    """

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int

    @property
    def ending(self) -> str:
        """`png` or `jpeg`."""
        return self.media_type.partition("/")[2]


def draw_anew(
    data: bytes, *, cut: Box = WHOLE, quarters: int = 0, side: int = MAX_SIDE
) -> Picture | None:
    """The picture, cut and made small.

    Args:
        data: a file in one of `READ_FORMATS`.
        cut: left, top, right, bottom of what is shown, as parts of the whole.
        quarters: how many quarter turns to the right it is shown with.
        side: most pixels of its longer side; a smaller picture stays as it is.

    Returns:
        The picture without metadata, or None where it is no such picture, damaged or too big.
    """
    if len(data) > MAX_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata: it is not used
            return _drawn(data, cut, quarters, max(1, min(side, MAX_SIDE)))
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, MemoryError):
        return None  # Pillow's ways to say that a file is damaged or none of these formats
    except Image.DecompressionBombError:
        return None


def _drawn(data: bytes, cut: Box, quarters: int, side: int) -> Picture | None:
    with Image.open(BytesIO(data), formats=READ_FORMATS) as opened:
        if opened.width * opened.height > MAX_PIXELS:
            return None
        is_photo = opened.format == "JPEG"
        image = _plain(opened)
    left, top, right, bottom = cut
    if cut != WHOLE:
        image = image.crop(
            (
                round(left * image.width),
                round(top * image.height),
                max(round(right * image.width), round(left * image.width) + 1),
                max(round(bottom * image.height), round(top * image.height) + 1),
            )
        )
    if quarters % 4:
        image = image.transpose(QUARTERS[quarters % 4])
    image.thumbnail((side, side))
    return _written(image, is_photo=is_photo)


def _plain(image: Image.Image) -> Image.Image:
    """The first frame in plain colours, with transparency only where it is used."""
    image.load()
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    least, _ = clear.getchannel("A").getextrema()
    return clear if least != 255 else clear.convert("RGB")  # noqa: PLR2004 - wholly opaque


def _written(image: Image.Image, *, is_photo: bool) -> Picture:
    if not is_photo:
        data = _saved(image, "PNG", optimize=True)
        if len(data) <= AS_PHOTO or image.mode != "RGB":
            return Picture(data, "image/png", image.width, image.height)
    data = _saved(image.convert("RGB"), "JPEG", quality=PHOTO_QUALITY, optimize=True)
    return Picture(data, "image/jpeg", image.width, image.height)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    held = BytesIO()
    image.info.clear()  # else comments and profiles would be written again
    image.save(held, form, **options)
    return held.getvalue()
