"""Makes the pictures of the task pane in `docs/pictures/`: `python -m tests.support.make_pane_pictures`.

Needs Node and Chromium. Below the pane lies a Word that we made, not Microsoft's.
"""

from pathlib import Path

from sop_templates.domain.answers import blank
from sop_templates.engine.models import open_model
from sop_templates.engine.word_files import open_word_model
from tests.support.browser import run_script
from tests.support.flat_package import flat
from tests.support.word_strip import with_typed

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
SAMPLES = ROOT / "samples" / "regenboogbestuur" / "word"
PROPERTIES = {"sop.kind": "sop", "sop.model": "haaglanden"}
WIDTH = 320
ROWS = "[data-veld='basis.aanbod'] details > summary"


def main() -> None:
    """Writes each picture anew."""
    (path,) = SAMPLES.glob("99XX02*")
    data = with_typed(path.read_bytes(), "visie.populatie", "woord " * 260)
    _draw(data, {"picture": PICTURES / "word-pane-list.png"})
    empty = open_word_model().fill(blank(open_model()))
    _draw(empty, {"click": "#volgende"}, {"picture": PICTURES / "word-pane-blank.png"})
    _draw(empty, {"click": ROWS}, {"picture": PICTURES / "word-pane-rows.png"})


def _draw(data: bytes, *steps: dict[str, str | Path]) -> None:
    told = [{name: str(value) for name, value in step.items()} for step in steps]
    asked = {"xml": flat(data), "properties": PROPERTIES, "version": "1.9", "width": WIDTH}
    run_script("pane.mjs", [{**asked, "steps": told}])


if __name__ == "__main__":
    main()
