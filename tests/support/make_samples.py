"""Makes the samples from their sources: intake, Word files, answers and summary; for `make samples`."""

import shutil
import sys
from pathlib import Path

from sop_templates.domain.answers import canonical
from sop_templates.engine.demo import BOARD, DAY, INTAKE
from sop_templates.engine.exporting import export
from sop_templates.engine.filling import fill
from sop_templates.engine.gathering import gather
from sop_templates.engine.intakes import write_intake
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.summary import summarise, write_summary
from sop_templates.formats.files import write_whole

SOURCE = Path(__file__).parents[2] / "samples" / BOARD


def make_samples(target: Path) -> None:
    """Writes all that is made of the sample board's sources into a folder."""
    model = open_model()
    _, schools = read_sample(SOURCE)
    answers = [canonical(model, one)[0] for one in schools]
    write_whole(target / INTAKE, write_intake(model, "board", answers), force=True)
    if target != SOURCE:
        shutil.copyfile(SOURCE / "board.toml", target / "board.toml")
    fill([target / INTAKE], target / "word", force=True, jobs=1)
    gathered = gather([target / "word"], jobs=1)
    export(gathered, target / "antwoorden.json", force=True)
    write_summary(
        summarise([target / "word"], today=DAY, jobs=1),
        target / "bestuursoverzicht.xlsx",
        force=True,
    )


if __name__ == "__main__":
    make_samples(Path(sys.argv[1]) if sys.argv[1:] else SOURCE)
