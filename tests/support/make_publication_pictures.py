"""Makes the pictures of pages in `docs/pictures/`: `python -m tests.support.make_publication_pictures`.

Needs Node, Chromium and `npm ci --prefix tests/browser`.
"""

import tempfile
from datetime import date
from pathlib import Path

from PIL import Image

from sop_templates.engine.publication.publishing import Choices, publish
from tests.support.browser import run_script
from tests.support.publication import sample_files

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 64  # of a picture: enough for text on calm surfaces, and a third of the size
DESK, PHONE = (1180, 900), (390, 900)


def _job(name: str, page: Path, size: tuple[int, int], **more: object) -> dict[str, object]:
    width, height = size
    out = str(PICTURES / f"{name}.png")
    return {"page": str(page), "out": out, "width": width, "height": height, **more}


def main() -> None:
    """Writes each picture anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "word").mkdir()
        for file, data in sample_files().items():
            (folder / "word" / file).write_bytes(data)
        site = folder / "site"
        publish([folder / "word"], site, Choices(finder=True), today=date(2026, 9, 1))
        school, finder = next(site.glob("99XX04*.html")), site / "zoeken.html"
        jobs = [
            _job("publication-page", school, DESK),
            _job("publication-table", school, DESK, top=5150),
            _job("publication-phone", school, PHONE),
            _job("publication-phone-table", school, PHONE, top=8300),
            _job("publication-finder", finder, DESK, choose={"#nood": "basis-aanbod-tos"}),
        ]
        run_script("picture.mjs", jobs)
    for one in jobs:
        path = Path(str(one["out"]))
        with Image.open(path) as drawn:
            drawn.convert("RGB").quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main()
