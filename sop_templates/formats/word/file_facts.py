"""What a Word file says of itself: how many pages it has, and which of our own kinds it is."""

from dataclasses import dataclass
from pathlib import Path

from sop_templates.errors import SopError
from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.files import read_whole
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.building.template_reading import custom_properties
from sop_templates.formats.word.names import qn

APP = "docProps/app.xml"
KIND = "sop.kind"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself.

    Attributes:
        pages: as the program that saved it counted them; None where it does not say.
        kind: the custom property `sop.kind` of files that we made, or "".
    """

    pages: int | None = None
    kind: str = ""


def read_file_facts(path: Path) -> FileFacts:
    """The facts of a Word file; none of a file that cannot be read, for that is told elsewhere."""
    try:
        package = open_package(read_whole(path), path)
        return FileFacts(_pages(package), custom_properties(package).get(KIND, ""))
    except SopError:
        return FileFacts()


def _pages(package: Package) -> int | None:
    if APP not in package:
        return None
    words = package.xml(APP).findtext(qn("ep:Pages")) or ""
    return whole(words) or None
