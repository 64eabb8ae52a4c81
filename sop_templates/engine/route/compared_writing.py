"""Writes a comparison in the form that the ending of a file's name asks."""

from pathlib import Path

from sop_templates.engine.route.compared_book import comparison_book
from sop_templates.engine.route.compared_page import comparison_page
from sop_templates.engine.route.comparing import Compared
from sop_templates.errors import UsageError
from sop_templates.formats.files import write_whole
from sop_templates.kinds.batches import UNKNOWN_ENDING

WORKBOOK, PAGE = ".xlsx", ".html"


def check_ending(path: Path) -> None:
    """Raises UsageError where the path's ending is none that `write_comparison` writes."""
    if path.suffix.lower() not in (WORKBOOK, PAGE):
        raise UsageError(UNKNOWN_ENDING, path, endings=f"{WORKBOOK} {PAGE}")


def write_comparison(compared: Compared, path: Path, *, force: bool = False) -> None:
    """Writes the workbook or the page.

    Raises:
        UsageError: another ending.
        SopError: the file exists and `force` was not given, or it cannot be written.
    """
    check_ending(path)
    if path.suffix.lower() == PAGE:
        data = comparison_page(compared)
    else:
        data = comparison_book(compared, str(path.parent))
    write_whole(path, data, force=force)
