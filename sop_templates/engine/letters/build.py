"""Makes the library's letters from their texts, and knows where they are."""

from pathlib import Path

from sop_templates.engine.letters.texts import read_letter_texts
from sop_templates.engine.models import LIBRARY
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.formats.word.building.letter_document import build_letter_document
from sop_templates.formats.word.building.model_document import is_own_work
from sop_templates.kinds.letters import NO_LETTER
from sop_templates.kinds.models import EDITED_TEMPLATE

LETTERS = LIBRARY / "brieven"


def letter_names() -> list[str]:
    """The letters of the library, sorted."""
    return sorted(path.stem for path in LETTERS.glob("*.toml"))


def letter_file(name: str) -> Path:
    """The Word file of a letter of the library.

    Raises:
        UsageError: there is no such letter.
    """
    if name not in letter_names():
        raise UsageError(NO_LETTER, name=name, known=", ".join(letter_names()))
    return LETTERS / f"{name}.docx"


def build_letters(folder: Path = LETTERS, *, force: bool = False) -> list[Path]:
    """Writes the Word file of each letter beside its texts.

    Args:
        folder: holds the texts, a `.toml` a letter.
        force: whether a Word file that was changed by hand is overwritten.

    Returns:
        The files; the same bytes each time for the same texts.

    Raises:
        UsageError: a text has faults.
        SopError: a Word file was changed by hand, or cannot be written.
    """
    made = []
    for source in sorted(folder.glob("*.toml")):
        data = build_letter_document(read_letter_texts(source))
        path = source.with_suffix(".docx")
        if path.exists() and not force and not is_own_work(read_whole(path), path.name):
            raise SopError(EDITED_TEMPLATE, path)
        write_whole(path, data, force=True)
        made.append(path)
    return made


def copy_letter(name: str, path: Path, *, force: bool = False) -> None:
    """Writes a letter of the library to a file of one's own, to restyle in Word.

    Raises:
        UsageError: there is no such letter.
        SopError: the file exists, or cannot be written.
    """
    write_whole(path, read_whole(letter_file(name)), force=force)
