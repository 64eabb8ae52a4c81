"""How files of other word processors become `.docx`, by LibreOffice."""

from collections.abc import Sequence
from pathlib import Path

from sop_templates.errors import SopError
from sop_templates.formats.office_runs import (
    Conversion,
    Converted,
    Progress,
    Source,
    find_office,
    run_office,
)
from sop_templates.kinds.other_files import NEEDS_LIBREOFFICE, NOT_ANSWERED, NOT_OPENED

ENDINGS = (".odt", ".doc", ".rtf", ".ott", ".dot")
FILTER = "docx:MS Word 2007 XML"
PACKAGE = b"PK\x03\x04"


def make_docx(
    files: Sequence[Source], *, office: Path | None = None, progress: Progress | None = None
) -> list[Converted]:
    """The Word file of each file.

    Nothing that a file refers to is fetched, and no macro is run.

    Args:
        files: of one of the `ENDINGS`.
        office: the program; the machine's own where None.
        progress: told the number of files done, by the thread that calls this.

    Returns:
        One a file, in their order; where it could not be made, with the reason.
    """
    program = office or find_office()
    if program is None:
        return [Converted(one.name, b"", SopError(NEEDS_LIBREOFFICE, one.name)) for one in files]
    conversion = Conversion(FILTER, ".docx", _is_whole, NOT_OPENED, NOT_ANSWERED)
    return run_office(files, conversion, program, progress=progress)


def _is_whole(data: bytes) -> bool:
    return data.startswith(PACKAGE)
