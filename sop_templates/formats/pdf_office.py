"""How PDF is made by LibreOffice: tagged, with bookmarks, equal for equal files where that is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sop_templates.errors import SopError
from sop_templates.formats.office_runs import (
    PATIENCE,
    Conversion,
    Converted,
    Progress,
    Source,
    find_office,
    run_office,
)
from sop_templates.kinds.pdf import NO_LIBREOFFICE, NO_PDF, OFFICE_HUNG

__all__ = ["Converted", "WordFile", "find_office", "is_whole", "make_pdfs"]

# Tagged, with bookmarks, and checked by LibreOffice against PDF/UA-1 (ISO 14289-1).
FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_PDF_DATE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}(?:Z'|[+-]\d\d'\d\d')")
_XMP_DATE = re.compile(rb"(?<=<xmp:CreateDate>)[-0-9T:]{19}(?:Z|[+-]\d\d:\d\d)(?=<)")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_TRAILER = 1024  # bytes at the end in which a PDF names itself and says that it is whole


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file to make a PDF of.

    Attributes:
        name: as it is told to people.
        data: the whole `.docx`.
        made: the moment that its PDF names; then equal files give equal PDF by the same
            LibreOffice. None leaves the moment of making in it.
    """

    name: str
    data: bytes = field(repr=False)
    made: datetime | None = None


def make_pdfs(
    files: Sequence[WordFile],
    *,
    office: Path | None = None,
    jobs: int = 0,
    patience: float = PATIENCE,
    progress: Progress | None = None,
) -> list[Converted]:
    """The PDF of each file: tagged, with bookmarks, fonts in it.

    Nothing that a file refers to is fetched, and no macro is run.

    Args:
        files: Word files.
        office: the program; the machine's own where None.
        jobs: the number of processes; 0 chooses, at most one a core.
        patience: seconds without progress after which a process is ended.
        progress: told the number of files done, by the thread that calls this.

    Returns:
        One a file, in their order; where it could not be made, with the reason.

    Raises:
        SopError: there is no LibreOffice.
    """
    if not files:
        return []
    program = office or find_office()
    if program is None:
        raise SopError(NO_LIBREOFFICE)
    sources = [Source(one.name, one.data) for one in files]
    conversion = Conversion(FILTER, ".pdf", is_whole, NO_PDF, OFFICE_HUNG)
    made = run_office(sources, conversion, program, jobs=jobs, patience=patience, progress=progress)
    return [_with_moment(pdf, file) for pdf, file in zip(made, files, strict=True)]


def is_whole(pdf: bytes) -> bool:
    """Whether a PDF begins and ends as one: LibreOffice may break off while it writes."""
    return pdf.startswith(b"%PDF") and b"%%EOF" in pdf[-_TRAILER:]


def _with_moment(pdf: Converted, file: WordFile) -> Converted:
    if file.made is None or not pdf.data:
        return pdf
    return Converted(pdf.name, _settled(pdf.data, file.made, file.data), pdf.error)


def _settled(pdf: bytes, made: datetime, source: bytes) -> bytes:
    """The PDF with the given moment and a name made of its source; each as long as before."""
    moment = made.astimezone(UTC)
    identity = sha256(source).hexdigest()[:32].upper().encode()
    pdf = _PDF_DATE.sub(lambda found: _fitted(f"{moment:%Y%m%d%H%M%S}", found[0], b"'"), pdf)
    pdf = _XMP_DATE.sub(lambda found: _fitted(f"{moment:%Y-%m-%dT%H:%M:%S}", found[0], b":"), pdf)
    return pdf[:-_TRAILER] + _IDENTITY.sub(identity, pdf[-_TRAILER:])


def _fitted(words: str, before: bytes, sign: bytes) -> bytes:
    zone = before[len(words) :]  # its length must stay, or the places named in the file are wrong
    return words.encode() + (zone if zone.startswith(b"Z") else b"+00" + sign + b"00" + zone[6:])
