"""Knows what of the task pane in `addin/word/` is made: its icons, and what it knows of the models.

Run by `make addin`. The icons are a page with answers that are there and one that is not, drawn large
and made smaller, so that the lines stay clean.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from sop_templates.engine.addin.pane_fields import FILE, fields_json

FOLDER = Path(__file__).resolve().parent / "word"
SIZES = (16, 32, 64, 80)  # what the manifest asks for
LARGE = 640  # pixels in which is drawn; a multiple of every size
ACCENT, INK, GREEN, PAPER = "#17586e", "#17586e", "#1f6f5c", "#ffffff"
LINES = (0.30, 0.49, 0.68)  # heights of the three answers
LINE, BOX = 0.075, 0.12


def draw(size: int) -> bytes:
    """The icon of a size in pixels, as PNG; the same on every run."""
    picture = Image.new("RGBA", (LARGE, LARGE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    _page(pen)
    for place, height in enumerate(LINES):
        _answer(pen, height, is_filled=place < len(LINES) - 1)
    made = BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()


def _page(pen: ImageDraw.ImageDraw) -> None:
    edges = [_at(0.14), _at(0.06), _at(0.86), _at(0.94)]
    pen.rounded_rectangle(edges, radius=_at(0.07), fill=PAPER, outline=ACCENT, width=_at(0.065))


def _answer(pen: ImageDraw.ImageDraw, height: float, *, is_filled: bool) -> None:
    top, bottom = _at(height - LINE / 2), _at(height + LINE / 2)
    box = [_at(0.25), _at(height - BOX / 2), _at(0.25 + BOX), _at(height + BOX / 2)]
    if is_filled:
        pen.rectangle(box, fill=GREEN)
        pen.rectangle([_at(0.45), top, _at(0.75), bottom], fill=INK)
    else:
        pen.rectangle(box, outline=GREEN, width=_at(0.035))


def _at(share: float) -> int:
    return round(share * LARGE)


def main() -> None:
    """Makes all that is made."""
    (FOLDER / FILE).write_bytes(fields_json())
    for size in SIZES:
        (FOLDER / "icons" / f"icon-{size}.png").write_bytes(draw(size))


if __name__ == "__main__":
    main()
