"""The text of VBA modules as olevba, a reader that is not ours, takes it out of a file."""

import warnings
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # oletools uses names that pyparsing has renamed
    from oletools.olevba import VBA_Parser


def modules_of(package: bytes) -> dict[str, str]:
    """Each module's text by its name, with plain line ends."""
    parser = VBA_Parser("addin.xlam", data=package)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = {
            Path(name).stem: code.replace("\r\n", "\n")
            for _, _, name, code in parser.extract_macros()
        }
    parser.close()
    return found
