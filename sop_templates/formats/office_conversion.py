"""How files of other word processors become `.docx`, by LibreOffice."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sop_templates.errors import SopError
from sop_templates.formats.odt_links import with_links
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
OPEN_DOCUMENT = (".odt", ".ott")
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
    made = run_office(files, conversion, program, progress=progress)
    return [_mended(one, source) for one, source in zip(made, files, strict=True)]


def _mended(made: Converted, source: Source) -> Converted:
    """What was made, with what LibreOffice lost on the way."""
    if made.error is not None or source.ending not in OPEN_DOCUMENT:
        return made
    try:
        return replace(made, data=with_links(made.data, source.data, source.name))
    except SopError as error:
        return Converted(made.name, b"", error)


def _is_whole(data: bytes) -> bool:
    return data.startswith(PACKAGE)
