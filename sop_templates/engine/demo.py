"""The main job on the shipped sample board, from intake to summary, so that anybody can see it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sop_templates.engine.boards import BOARD_FILE
from sop_templates.engine.exporting import export
from sop_templates.engine.filling import fill
from sop_templates.engine.gathering import gather
from sop_templates.engine.summary.summarising import summarise, write_summary
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.kinds.batches import NO_SAMPLES
from sop_templates.language import N_

BOARD = "regenboogbestuur"
INTAKE = "intake.xlsx"
DAY = date(2026, 9, 15)  # the day on which the sample board looks: the demo says the same each year


@dataclass(frozen=True, slots=True)
class DemoStep:
    """A step of the demo.

    Attributes:
        title: what was done, English, to be translated.
        path: where it is.
        count: how many schools it holds.
    """

    title: str
    path: Path
    count: int


def samples_folder() -> Path:
    """The folder of the samples: in the installed package, or beside it in a checkout.

    Raises:
        SopError: it is in neither place.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "samples", package.parent / "samples"):
        if (folder / BOARD / INTAKE).is_file():
            return folder
    raise SopError(NO_SAMPLES, package / "samples")


def run_demo(out: Path, *, force: bool = False, jobs: int = 0) -> list[DemoStep]:
    """Does the whole main job on the sample board.

    Args:
        out: the folder for all that is made.
        force: whether files that exist are overwritten.
        jobs: the number of processes; 0 chooses.

    Returns:
        The steps: the intake, the Word files, the answers read back (for machines and as an
        intake again), the board's summary.

    Raises:
        SopError: a file exists and `force` was not given, or cannot be written.
    """
    source = samples_folder() / BOARD
    intake, word = out / INTAKE, out / "word"
    for name in (INTAKE, BOARD_FILE):
        write_whole(out / name, read_whole(source / name), force=force)
    filled = fill([intake], word, force=force, jobs=jobs)
    steps = [
        DemoStep(N_("The board's intake"), intake, len(filled.files)),
        DemoStep(N_("A Word file for each school"), word, len(filled.files)),
    ]
    gathered = gather([word], jobs=jobs)
    for name, title in (
        ("antwoorden.json", N_("The answers read back, for machines")),
        ("antwoorden.xlsx", N_("The answers read back, as an intake again")),
    ):
        export(gathered, out / name, force=force)
        steps.append(DemoStep(title, out / name, len(gathered.records)))
    summary = summarise([word], today=DAY, jobs=jobs)
    write_summary(summary, out / "bestuursoverzicht.xlsx", force=force)
    title = N_("The board's summary")
    return [*steps, DemoStep(title, out / "bestuursoverzicht.xlsx", len(summary.schools))]
