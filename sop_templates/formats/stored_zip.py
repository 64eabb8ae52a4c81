"""A zip of files as they are: nothing packed, so that equal files give equal bytes everywhere.

What goes in is packed already (Word, Excel, PDF, pictures); packing it again would save nothing.
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sop_templates.formats.word.building.package import OLDEST


def stored_zip(files: Mapping[str, bytes]) -> bytes:
    """The zip, with the files in their order, each dated 1980."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, OLDEST)
            entry.create_system = 0  # else the machine's own stands in it
            archive.writestr(entry, data)
    return held.getvalue()
