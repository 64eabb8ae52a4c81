"""PDF of 20 SOPs, beside `soffice --convert-to pdf` once a file."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from sop_templates.domain.answers import canonical
from sop_templates.engine.models import open_model
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.pdf_office import WordFile, find_office, make_pdfs
from tests.bench.timing import Measure, by_turns

SAMPLES = Path(__file__).parents[2] / "samples" / "regenboogbestuur"
FILES = 20
GOAL = 5
ROUNDS = 7  # three minutes: the peer takes a second a file


def measures() -> list[Measure]:
    """The one row."""
    office = find_office()
    assert office is not None, "LibreOffice is not installed"
    model, template = open_model(), open_word_model()
    _, schools = read_sample(SAMPLES)
    answers = [canonical(model, one)[0] for one in schools]
    files = [
        WordFile(f"{number}.docx", template.fill(answers[number % len(answers)]))
        for number in range(FILES)
    ]
    with TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / one.name for one in files]
        for source, one in zip(sources, files, strict=True):
            source.write_bytes(one.data)

        def ours() -> None:
            assert all(pdf.data for pdf in make_pdfs(files, office=office))

        def theirs() -> None:
            for source in sources:
                profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
                words = [str(office), profile, "--headless", "--convert-to", "pdf"]
                words += ["--outdir", str(folder), str(source)]
                subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - the peer

        times = by_turns(ours, theirs, ROUNDS)
    return [Measure(f"PDF of {FILES} SOPs", "soffice, one call a file", *times, GOAL, faster=True)]
