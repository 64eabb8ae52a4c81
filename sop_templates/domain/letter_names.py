"""What files of letters are called, and which file is a declaration or decision of which school."""

from collections.abc import Mapping
from typing import Any

from sop_templates.domain.file_names import ENDING, MAX_NAME, MAX_YEAR, WITHOUT_CODE, folded_name
from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR


def letter_file_name(answers: Mapping[str, Any], kind: str) -> str:
    """The name of a school's letter: `12AB00-aanbieding-mr-De-Regenboog-2026-2027.docx`.

    The code comes first and the kind second, so that a declaration that was printed, signed and
    scanned under the same name is found again.

    Args:
        answers: canonical answers of the school.
        kind: of the letter.

    Returns:
        ASCII letters, digits and hyphens, at most `MAX_NAME` characters.
    """
    code = folded_name(answers[SCHOOL_CODE]) or WITHOUT_CODE
    return _fitted(f"{code}-{folded_name(kind)}", answers[SCHOOL_NAME], answers[SCHOOL_YEAR])


def joint_file_name(kind: str, board: str, year: str | None) -> str:
    """The name of a letter for all schools, or of one file with the letters of all."""
    return _fitted(folded_name(kind), board, year)


def _fitted(start: str, name: str | None, year: str | None) -> str:
    end = f"-{folded_name(year)[:MAX_YEAR]}".rstrip("-") + ENDING
    start = start[: MAX_NAME - len(end)].rstrip("-")
    room = MAX_NAME - len(end) - len(start) - 1
    words = folded_name(name)[: max(room, 0)].strip("-")
    return f"{start}-{words}{end}" if words else f"{start}{end}"
