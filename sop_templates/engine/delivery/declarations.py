"""The signed declarations of MRs in a folder: found by their name, and told from blank forms."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sop_templates.domain.handover import DECLARATION
from sop_templates.engine.controls import list_controls
from sop_templates.engine.school_files import found_files
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole
from sop_templates.formats.word.building.control_elements import CHECKED
from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.merging.content_mark import content_mark
from sop_templates.formats.word.merging.letter_template import CONTENT_MARK
from sop_templates.language import N_, _

WORD = ".docx"
ENDINGS = (".pdf", WORD, ".jpg", ".jpeg", ".png")
ADVICE_BOX, TICKED = "verklaring.advies.", chr(int(CHECKED, 16))  # in our form
YEAR = re.compile(r"(?<!\d)\d{4}-\d{4}(?!\d)")  # a school year in a file's name


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is no signed declaration; in words of the language that is in use when it is told."""

    words: str

    def __str__(self) -> str:
        """The words."""
        return _(self.words)


BLANK = Fault(N_("it is the form as it was made, with nothing filled in"))
NOT_WHAT_IT_SAYS = Fault(N_("it is not what the ending of its name says"))


@dataclass(frozen=True, slots=True)
class Declaration:
    """A file that is called a declaration of the MR.

    Attributes:
        path: where it is.
        data: its content.
        fault: why it is no signed declaration, or None.
        advice: what is ticked in our form, where it was filled in in Word; else "".
    """

    path: Path
    data: bytes = field(repr=False)
    fault: Fault | SopError | None = None
    advice: str = ""


def is_declaration(path: Path) -> bool:
    """Whether a file is called a declaration: a code, a hyphen, `adviesverklaring`, anything."""
    _code, _hyphen, rest = path.stem.partition("-")
    return rest.casefold().startswith(DECLARATION)


def find_declarations(paths: Sequence[Path], year: str) -> dict[str, list[Declaration]]:
    """The declarations that folders hold, by the code that their name begins with, in capitals.

    A declaration may be in several files: the pages of a scan. Files whose name says another school
    year are passed over.

    Args:
        paths: folders, and files among which declarations may be.
        year: the school year.

    Raises:
        SopError: a path does not exist.
    """
    found: dict[str, list[Declaration]] = {}
    for path in found_files(paths, ENDINGS):
        named = YEAR.search(path.stem)
        if is_declaration(path) and (named is None or named[0] == year):
            code = path.stem.partition("-")[0].upper()
            found.setdefault(code, []).append(_read(path))
    return found


def _read(path: Path) -> Declaration:
    try:
        data = read_whole(path)
        fault = FAULTS[path.suffix.lower()](data, str(path))
    except SopError as error:
        return Declaration(path, b"", error)
    advice = "" if fault or path.suffix.lower() != WORD else _ticked(path)
    return Declaration(path, data, fault, advice)


def _ticked(path: Path) -> str:
    """The advice that is ticked in our form; "" where it is another file, or none or several are."""
    boxes = [one for one in list_controls(path) if one.tag.startswith(ADVICE_BOX)]
    ticked = [one.title for one in boxes if one.text == TICKED]
    return ticked[0] if len(ticked) == 1 else ""


def _word_fault(data: bytes, file: str) -> Fault | None:
    """Why a Word file is no signed declaration: it is a form in which nothing was changed."""
    document = open_document(data, file)
    made = document.properties.get(CONTENT_MARK)
    body = document.package.xml(document.body.part)
    return BLANK if made == content_mark(body) else None


def _beginning(*signs: bytes) -> Callable[[bytes, str], Fault | None]:
    return lambda data, _file: None if data.startswith(signs) else NOT_WHAT_IT_SAYS


FAULTS: Mapping[str, Callable[[bytes, str], Fault | None]] = {
    ".pdf": _beginning(b"%PDF"),
    WORD: _word_fault,
    ".jpg": _beginning(b"\xff\xd8\xff"),
    ".jpeg": _beginning(b"\xff\xd8\xff"),
    ".png": _beginning(b"\x89PNG"),
}
