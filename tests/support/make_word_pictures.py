"""Makes the pictures of the Word model in `docs/pictures/`: `python -m tests.support.make_word_pictures`.

Needs LibreOffice and poppler's `pdftoppm`.
"""

import subprocess
import tempfile
from pathlib import Path

from sop_templates.domain.answers import Answers, blank, canonical
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.word_files import open_word_model
from tests.support.libreoffice import convert

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
DOTS = 70  # an inch
BLANK = {1: "word-blank-front", 2: "word-blank-questions"}
FILLED = {
    1: "word-filled-front",
    3: "word-filled-questions",
    4: "word-filled-table",
    9: "word-internal",
}


def main() -> None:
    """Writes each picture anew."""
    model = open_model()
    board, schools = read_sample(ROOT / "samples" / "regenboogbestuur")
    school, _ = canonical(model, {"school.bestuur": board["name"], **schools[0]})
    _draw(blank(model), BLANK)
    _draw(school, FILLED)


def _draw(answers: Answers, wanted: dict[int, str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "sop.docx"
        source.write_bytes(open_word_model().fill(answers))
        pdf = convert(source, "pdf", folder)
        for page, picture in wanted.items():
            _draw_page(pdf, page, PICTURES / picture)


def _draw_page(pdf: Path, page: int, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    number = str(page)
    command = ["pdftoppm", "-png", "-r", str(DOTS), "-f", number, "-l", number, "-singlefile"]
    subprocess.run([*command, str(pdf), str(target)], check=True)  # noqa: S603 - a fixed program


if __name__ == "__main__":
    main()
