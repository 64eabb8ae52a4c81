"""Files that are not of Word's usual kind: which ones LibreOffice turns into Word, many at a time."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from sop_templates.errors import SopError
from sop_templates.formats.archive import open_package
from sop_templates.formats.files import read_whole
from sop_templates.formats.office_conversion import ENDINGS as OFFICE_ENDINGS
from sop_templates.formats.office_conversion import PACKAGE, make_docx
from sop_templates.formats.office_runs import Converted, Source

PDF = ".pdf"
WORD_ENDINGS = (".docx", ".docm", ".dotx")
ENDINGS = (*WORD_ENDINGS, *OFFICE_ENDINGS, PDF)

MAIN_PART = "word/document.xml"


def needs_office(path: PurePath) -> bool:
    """Whether a file is of a kind that LibreOffice turns into Word, by its ending."""
    return path.suffix.lower() in OFFICE_ENDINGS


def turn_into_word(paths: Sequence[Path]) -> list[Converted]:
    """What LibreOffice makes of files, in one go.

    Args:
        paths: of files that need it.

    Returns:
        One a file, in their order; where there is none, with the reason. A `.docx` that is only
        called otherwise comes back as it is.
    """
    done: dict[int, Converted] = {}
    waiting: list[tuple[int, Source]] = []
    for number, path in enumerate(paths):
        try:
            data = _safe(path)
        except SopError as error:
            done[number] = Converted(str(path), b"", error)
            continue
        if _is_word(data):
            done[number] = Converted(str(path), data)
        else:
            waiting.append((number, Source(str(path), data, path.suffix.lower())))
    made = make_docx([source for _, source in waiting]) if waiting else []
    done |= {number: one for (number, _), one in zip(waiting, made, strict=True)}
    return [done[number] for number in range(len(paths))]


def _safe(path: Path) -> bytes:
    """The bytes of a file; a package must be one that is safe to unpack."""
    data = read_whole(path)
    if data.startswith(PACKAGE):
        open_package(data, path)
    return data


def _is_word(data: bytes) -> bool:
    return data.startswith(PACKAGE) and MAIN_PART in open_package(data)
