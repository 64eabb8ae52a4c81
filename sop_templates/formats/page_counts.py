"""How many pages Word files take, as LibreOffice sets them."""

from collections.abc import Sequence
from io import BytesIO

from sop_templates.formats.office_runs import Conversion, Progress, Source, find_office, run_office
from sop_templates.formats.pdf_office import is_whole
from sop_templates.kinds.pdf import NO_PDF, OFFICE_HUNG

PATIENCE = 12.0  # seconds without a new file, twice; there is an estimate to fall back on
TO_PDF = "pdf:writer_pdf_Export"


def count_pages(
    files: Sequence[Source], *, jobs: int = 0, progress: Progress | None = None
) -> list[int | None]:
    """The pages of each file.

    Nothing that a file refers to is fetched, and no macro is run.

    Args:
        files: Word files.
        jobs: the number of processes; 0 chooses, at most one a core.
        progress: told the number of files done.

    Returns:
        One a file, in their order; None where LibreOffice is missing or could not set the file.
    """
    program = find_office()
    if program is None:
        return [None] * len(files)
    conversion = Conversion(TO_PDF, ".pdf", is_whole, NO_PDF, OFFICE_HUNG)
    made = run_office(files, conversion, program, jobs=jobs, patience=PATIENCE, progress=progress)
    return [_pages_of(one.data) if one.error is None else None for one in made]


def _pages_of(pdf: bytes) -> int:
    from pypdf import PdfReader  # noqa: PLC0415 - slow to import, and only needed here

    return len(PdfReader(BytesIO(pdf)).pages)
