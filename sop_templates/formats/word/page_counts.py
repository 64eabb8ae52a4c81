"""How many pages a Word file has, as the program that saved it counted them."""

from pathlib import Path

from sop_templates.errors import SopError
from sop_templates.formats.archive import open_package
from sop_templates.formats.files import read_whole
from sop_templates.formats.word.names import qn

PART = "docProps/app.xml"


def count_pages(path: Path) -> int | None:
    """The pages of a Word file; None where it does not say, as a file that no program saved yet.

    What is wrong with the file itself is told where it is read, not here.
    """
    try:
        properties = open_package(read_whole(path), path).xml(PART)
    except SopError:
        return None
    words = properties.findtext(qn("ep:Pages")) or ""
    return int(words) if words.isascii() and words.isdigit() and int(words) else None
