"""What a school's files are called: its code, its name and the school year, in ASCII."""

from collections.abc import Mapping
from typing import Any
from unicodedata import combining, normalize

from sop_templates.domain.model import SCHOOL_CODE, SCHOOL_NAME, SCHOOL_YEAR

MAX_NAME = 120  # characters, the ending included: OneDrive and SharePoint count the whole path
MAX_YEAR = 20  # of these for what somebody wrote as school year
WITHOUT_CODE = "zonder-vestigingscode"
ENDING = ".docx"

# Letters that Unicode does not take apart; what is left over after folding is a hyphen.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "Æ": "AE",
        "æ": "ae",
        "Ø": "O",
        "ø": "o",
        "Œ": "OE",
        "œ": "oe",
        "Ð": "D",
        "ð": "d",
        "Þ": "Th",
        "þ": "th",
        "Đ": "D",
        "đ": "d",
        "Ł": "L",
        "ł": "l",
        "\u0131": "i",
        "\u2019": "",
        "'": "",
    }
)


def word_file_name(answers: Mapping[str, Any]) -> str:
    """The name of a school's Word file, e.g. `12AB00-De-Regenboog-sop-2026-2027.docx`.

    Args:
        answers: canonical answers.

    Returns:
        ASCII letters, digits and hyphens, at most `MAX_NAME` characters, unique by the code that it
        begins with; where the name is too long, it is cut.
    """
    code = folded_name(answers[SCHOOL_CODE]) or WITHOUT_CODE
    year = folded_name(answers[SCHOOL_YEAR])[:MAX_YEAR].strip("-")
    end = f"-sop-{year}{ENDING}" if year else f"-sop{ENDING}"
    room = MAX_NAME - len(end)
    code = code[:room].rstrip("-")
    name = folded_name(answers[SCHOOL_NAME])[: max(room - len(code) - 1, 0)].strip("-")
    return f"{code}-{name}{end}" if name else f"{code}{end}"


def folded_name(text: str | None) -> str:
    """A text as part of a file's name: ASCII letters and digits, single hyphens for all else."""
    apart = normalize("NFKD", (text or "").translate(_LETTERS))
    plain = (sign for sign in apart if not combining(sign))
    kept = (sign if sign.isascii() and sign.isalnum() else " " for sign in plain)
    return "-".join("".join(kept).split())
