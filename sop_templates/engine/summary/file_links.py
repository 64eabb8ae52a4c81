"""Links from a document that we make to the files of the schools beside it."""

import os
from pathlib import Path

from sop_templates.formats.excel.report_values import Link


def file_link(file: str, folder: str) -> Link | str:
    """A link to a file, relative to the folder of the workbook that holds it.

    Args:
        file: as the user gave it.
        folder: of the workbook, as the user gave it.

    Returns:
        The link, named after the file; the file as text where a link cannot be relative (another
        drive) or would be misread (`#` begins a place inside the file).
    """
    if "#" in file:
        return file
    try:
        way = os.path.relpath(file, folder or ".")
    except ValueError:
        return file
    return Link(Path(file).name, f"external:{Path(way).as_posix()}")
