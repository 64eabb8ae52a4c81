"""How fast the task pane in Word lists the fields of a SOP of ten pages: Chromium, over a Word that we made."""

from pathlib import Path
from statistics import median

from tests.bench.timing import Limit
from tests.support.browser import run_script
from tests.support.flat_package import flat

SAMPLES = Path(__file__).parents[2] / "samples/regenboogbestuur/word"
TEN_PAGES = "99XX01"
TIMES = 7
MILLISECONDS = 300
PROPERTIES = {"sop.kind": "sop", "sop.model": "haaglanden"}


def measures() -> list[Limit]:
    """The one row: from asking Word for the document to the list that is shown."""
    (path,) = SAMPLES.glob(f"{TEN_PAGES}*")
    xml = flat(path.read_bytes())
    asked = {"xml": xml, "properties": PROPERTIES, "version": "1.9", "width": 320}
    opened = run_script("pane.mjs", [asked] * TIMES)
    times = [one["found"][0]["times"][0] for one in opened]
    name = "taakpaneel in Word: de velden van een SOP van 10 bladzijden"
    return [Limit(name, median(times), "ms", MILLISECONDS)]
