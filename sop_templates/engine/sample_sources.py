"""The sources of a sample board: what its folder of TOML files holds."""

import tomllib
from pathlib import Path
from typing import Any

BOARD_FILE = "board.toml"
SOURCES = "bron"


def read_sample(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The sources of a sample board, from which its intake and Word files are made.

    Args:
        folder: holds `board.toml` and, one file a school, `bron/*.toml` with a table a section.

    Returns:
        The board as `board.toml` says it, and the answers of its schools by key, sorted by file
        name: values as they were written (dates as `datetime.date`), unanswered keys left out.

    Raises:
        OSError, tomllib.TOMLDecodeError: a file is missing or no TOML; a test keeps ours right.
    """
    sources = sorted((folder / SOURCES).glob("*.toml"))
    return _read(folder / BOARD_FILE), [_answers(_read(source)) for source in sources]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _answers(sections: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{section}.{name}": value
        for section, values in sections.items()
        for name, value in values.items()
    }
