"""Makes the pictures of the intake in `docs/pictures/`: `python -m tests.support.make_intake_pictures`.

Needs LibreOffice and poppler's `pdftoppm` and `pdftotext`.
"""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sop_templates.domain.answers import canonical
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from tests.support.libreoffice import convert

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
DOTS = 90  # an inch
EMPTIED = (
    "visie.populatie",
    "extra.grens",
    "school.email",
)  # so that the pictures show open answers


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture: the sheet, its file's name, how much of the page it shows (inches), which page of it."""

    sheet: str
    picture: str
    width: float
    height: float
    page: int = 1


SCHOOL = (
    Wanted("Start", "intake-school-start", 8.27, 7.4),
    Wanted("Visie", "intake-school-questions", 11.69, 6.4),
    Wanted("Aanbod", "intake-school-rows", 8.27, 6.3),
    Wanted("Arrangementen", "intake-school-list", 11.69, 4.0),
)
BOARD = (
    Wanted("Start", "intake-board-start", 8.27, 7.6),
    Wanted("Scholen", "intake-board-schools", 11.69, 7.2),
    Wanted("Partners", "intake-board-list", 11.69, 5.0),
)


def main() -> None:
    """Writes each picture anew."""
    model = open_model()
    board, schools = read_sample(ROOT / "samples" / "regenboogbestuur")
    records = [canonical(model, {"school.bestuur": board["name"], **one})[0] for one in schools]
    half: dict[str, Any] = records[0] | dict.fromkeys(EMPTIED)
    half["basis.aanbod"] = half["basis.aanbod"] | {"taal": {"status": None, "toelichting": None}}
    _draw(write_intake(model, "school", [half]), SCHOOL)
    _draw(write_intake(model, "board", records), BOARD)


def _draw(data: bytes, wanted: tuple[Wanted, ...]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "intake.xlsx"
        source.write_bytes(data)
        pdf = convert(source, "pdf", folder)
        sheets = _sheets(pdf)
        for one in wanted:
            pages = [page for page, sheet in enumerate(sheets, 1) if sheet == one.sheet]
            _draw_page(pdf, pages[one.page - 1], one)


def _sheets(pdf: Path) -> list[str]:
    """The sheet that each page shows, by its footer: the file's name, the sheet, the page."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - a fixed program
    return [page.rstrip().splitlines()[-1].split()[1] for page in text.split("\f") if page.strip()]


def _draw_page(pdf: Path, page: int, one: Wanted) -> None:
    size = [
        "-x",
        "0",
        "-y",
        "0",
        "-W",
        str(int(one.width * DOTS)),
        "-H",
        str(int(one.height * DOTS)),
    ]
    pages = ["-f", str(page), "-l", str(page), "-singlefile"]
    command = [
        "pdftoppm",
        "-png",
        "-r",
        str(DOTS),
        *size,
        *pages,
        str(pdf),
        str(PICTURES / one.picture),
    ]
    subprocess.run(command, check=True)  # noqa: S603 - a fixed program


if __name__ == "__main__":
    main()
