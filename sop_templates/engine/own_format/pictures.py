"""Which pictures a school put into its file: a new file of the model has no place for them."""

from collections import Counter
from functools import cache
from pathlib import Path

from sop_templates.engine.models import model_folder
from sop_templates.engine.word_files import TEMPLATE
from sop_templates.formats.files import read_whole
from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.finished.lines import read_writing


def find_own_pictures(path: Path, model_name: str) -> tuple[str, ...]:
    """The pictures of a Word file that its model's Word file lacks.

    Args:
        path: the file.
        model_name: the model that it is made on.

    Returns:
        What each shows, or else what it is called, in order; those in headers and footers left out.

    Raises:
        SopError: the file cannot be read.
    """
    found = _pictures(path)
    if not found:
        return ()
    known = Counter(_of_model(model_name))
    own = []
    for one in found:
        if known[one]:
            known[one] -= 1
        else:
            own.append(one)
    return tuple(own)


@cache
def _of_model(model_name: str) -> tuple[str, ...]:
    path = model_folder(model_name) / TEMPLATE
    return _pictures(path) if path.is_file() else ()


def _pictures(path: Path) -> tuple[str, ...]:
    document = open_document(read_whole(path), str(path))
    writing = read_writing(document)
    return tuple(name for line in writing.lines() for name in line.pictures)
