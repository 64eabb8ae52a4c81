"""Makes the samples from their sources, and the library's letters and report; for `make samples`."""

import contextlib
import shutil
from pathlib import Path

from sop_templates.domain.answers import canonical
from sop_templates.engine.demo import BOARD, DAY, INTAKE
from sop_templates.engine.exporting import export
from sop_templates.engine.filling import fill
from sop_templates.engine.gathering import gather
from sop_templates.engine.intake.files import write_intake
from sop_templates.engine.letters.build import build_letters
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.summary.report import build_report_template
from sop_templates.engine.summary.summarising import summarise, write_summary
from sop_templates.formats.files import write_whole
from tests.support.planted_faults import FOLDER, SAMPLES, faulty_documents, read_faults

FAULTY = SAMPLES / FOLDER
SOURCE = SAMPLES / BOARD


def make_samples(target: Path) -> None:
    """Writes all that is made of the sample board's sources into a folder."""
    model = open_model()
    _, schools = read_sample(SOURCE)
    answers = [canonical(model, one)[0] for one in schools]
    if target != SOURCE:
        shutil.copyfile(SOURCE / "board.toml", target / "board.toml")
    with contextlib.chdir(target):  # so that what is made names no folder of this machine
        intake, word = Path(INTAKE), Path("word")
        write_whole(intake, write_intake(model, "board", answers), force=True)
        fill([intake], word, force=True, jobs=1)
        export(gather([word], jobs=1), Path("antwoorden.json"), force=True)
        summary = summarise([word], today=DAY, jobs=1)
        write_summary(summary, Path("bestuursoverzicht.xlsx"), force=True)


def make_faulty_documents(target: Path) -> None:
    """Writes the documents with planted faults into a folder."""
    for name, data in faulty_documents(read_faults()).items():
        write_whole(target / "word" / name, data, force=True)


def make_library() -> None:
    """Writes what the library holds beside its models: the letters, and the report's template."""
    build_letters(force=True)
    build_report_template(force=True)


if __name__ == "__main__":
    make_library()
    make_samples(SOURCE)
    make_faulty_documents(FAULTY)
