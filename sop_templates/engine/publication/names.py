"""What the files of a publication are called: as the Word files that we make, else as the file was."""

from collections.abc import Sequence
from pathlib import Path

from sop_templates.domain.file_names import ENDING, MAX_NAME, folded_name, word_file_name
from sop_templates.domain.model import SCHOOL_CODE
from sop_templates.engine.reading import ReadRecord


def public_stems(records: Sequence[ReadRecord]) -> list[str]:
    """A name without ending for each file, no two alike, also where case does not count.

    Args:
        records: the files, read; one without a vestigingscode is called as its Word file.
    """
    taken: set[str] = set()
    stems = []
    for record in records:
        base = stem = _stem(record)
        number = 1
        while stem.lower() in taken:
            number += 1
            stem = f"{base}-{number}"
        taken.add(stem.lower())
        stems.append(stem)
    return stems


def _stem(record: ReadRecord) -> str:
    if record.answers.get(SCHOOL_CODE):
        return word_file_name(record.answers).removesuffix(ENDING)
    return folded_name(Path(record.file).stem)[:MAX_NAME].strip("-") or "sop"
