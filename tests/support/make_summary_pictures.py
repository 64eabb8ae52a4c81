"""Makes the pictures of the summary in `docs/pictures/`: `python -m tests.support.make_summary_pictures`.

Needs LibreOffice, poppler's `pdftoppm` and `pdftotext`, Node, Chromium and `npm ci --prefix tests/browser`.
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

from sop_templates.engine.summary.summarising import write_summary
from tests.support.browser import run_script
from tests.support.libreoffice import convert
from tests.support.summaries import sample_summary

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 200  # of a picture
MARGIN = 24  # pixels of white around a sheet
SHEETS = {
    "Samenvatting": "summary-front",
    "Overzicht": "summary-overview",
    "Aanbod": "summary-offer",
    "Aanbod per school": "summary-offer-schools",
    "Ontwikkeling": "summary-plans",
}
REPORT = {1: "summary-report-first", 3: "summary-report-offer"}
WIDTH = 1280  # pixels of a picture at most
TOS = "basis.aanbod.tos"


def main() -> None:
    """Writes each picture anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, report, page = (folder / one for one in ("s.xlsx", "r.docx", "p.html"))
        write_summary(sample_summary(), book, report=report, page=page)
        pdf = convert(book, "pdf", folder / "book")
        for number, sheet in enumerate(_sheets(pdf), start=1):
            if picture := SHEETS.get(sheet):
                _draw(pdf, number, picture, 130)
        pdf = convert(report, "pdf", folder / "report")
        for number, picture in REPORT.items():
            _draw(pdf, number, picture, 72)
        _draw_page(page)


def _sheets(pdf: Path) -> list[str]:
    """The sheet of each page, by its footer; of a sheet's second page `""`."""
    words = _run("pdftotext", "-layout", str(pdf), "-").decode().split("\f")
    names = [page.rstrip().rpartition("\n")[2].partition("  ")[0].strip() for page in words if page]
    return [name if name not in names[:place] else "" for place, name in enumerate(names)]


def _draw(pdf: Path, page: int, picture: str, dots: int) -> None:
    out = pdf.parent / picture
    _run("pdftoppm", *f"-r {dots} -f {page} -l {page} -singlefile -png".split(), str(pdf), str(out))
    with Image.open(out.with_suffix(".png")) as drawn:
        _save(_trimmed(drawn.convert("RGB")), picture)


def _trimmed(drawn: Image.Image) -> Image.Image:
    """The picture without the white around it; the footer stays out of a sheet."""
    width, height = drawn.size
    body = drawn if width < height else drawn.crop((0, 0, width, int(height * 0.92)))
    white = Image.new("RGB", body.size, "#FFFFFF")
    left, top, right, bottom = ImageChops.difference(body, white).getbbox() or (0, 0, *body.size)
    right, bottom = min(right + MARGIN, body.width), min(bottom + MARGIN, body.height)
    return body.crop((max(left - MARGIN, 0), max(top - MARGIN, 0), right, bottom))


def _save(drawn: Image.Image, picture: str) -> None:
    if drawn.width > WIDTH:
        size = (WIDTH, round(drawn.height * WIDTH / drawn.width))
        drawn = drawn.resize(size, Image.Resampling.LANCZOS)
    drawn.quantize(COLOURS).save(PICTURES / f"{picture}.png", optimize=True)


def _draw_page(page: Path) -> None:
    jobs = [
        _job(page, "summary-page", 1180, 820),
        _job(page, "summary-page-need", 1180, 820, top=2620, choose={"#onderdeel": TOS}),
        _job(page, "summary-page-phone", 390, 820),
        _job(page, "summary-page-phone-offer", 390, 820, top=1500),
    ]
    run_script("picture.mjs", jobs)
    for one in jobs:
        path = Path(str(one["out"]))
        with Image.open(path) as drawn:
            _save(drawn.convert("RGB"), path.stem)


def _job(page: Path, picture: str, width: int, height: int, **more: object) -> dict[str, object]:
    out = str(PICTURES / f"{picture}.png")
    return {"page": str(page), "out": out, "width": width, "height": height, **more}


def _run(*words: str) -> bytes:
    return subprocess.run(words, check=True, capture_output=True).stdout  # noqa: S603 - fixed programs


if __name__ == "__main__":
    main()
