"""Makes the pictures of the letters in `docs/pictures/`: `python -m tests.support.make_letter_pictures`.

Needs LibreOffice and poppler's `pdftoppm`.
"""

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from sop_templates.engine.demo import samples_folder
from sop_templates.engine.letters.writing import write_letters
from tests.support.libreoffice import convert

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
BOARD = samples_folder() / "regenboogbestuur"
SCHOOL = "99XX04"
TODAY = date(2026, 4, 2)
DOTS = 70  # an inch
LETTERS = {
    "aanbieding-mr": "letter-request",
    "adviesverklaring-mr": "letter-declaration",
    "vaststellingsbesluit": "letter-decision",
    "aanbieding-sppoh": "letter-delivery",
}


def main() -> None:
    """Writes each picture anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, picture in LETTERS.items():
            made = write_letters(kind, [BOARD], folder, today=TODAY).files
            chosen = next(one for one in made if one.code in (SCHOOL, ""))
            pdf = convert(Path(chosen.file), "pdf", folder)
            command = ["pdftoppm", "-png", "-r", str(DOTS), "-singlefile", str(pdf)]
            subprocess.run([*command, str(PICTURES / picture)], check=True)  # noqa: S603 - a fixed program


if __name__ == "__main__":
    main()
