"""Which `board.toml` is whose: of a folder, or of a folder of boards' folders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sop_templates.domain.board import Board
from sop_templates.engine.boards import BOARD_FILE, read_board
from sop_templates.outcome import Finding


@dataclass(frozen=True, slots=True)
class BoardFolders:
    """The boards that were found, and where.

    Attributes:
        boards: in the order of their folders.
        findings: on what their files say.
        by_folder: each board by its folder.
    """

    boards: tuple[Board, ...] = ()
    findings: tuple[Finding, ...] = ()
    by_folder: dict[Path, Board] = field(default_factory=dict)

    def of(self, file: str) -> Board | None:
        """The board of a file: of the nearest folder beside or above it; None where there is none."""
        folders = Path(file).resolve().parents
        return next((self.by_folder[one] for one in folders if one in self.by_folder), None)


def find_boards(paths: Sequence[Path], files: Sequence[str]) -> BoardFolders:
    """The boards of a summary.

    Args:
        paths: files and folders that the user named: every `board.toml` below them counts, also one
            whose schools delivered nothing.
        files: the Word files that were read: the nearest `board.toml` above each counts.

    Raises:
        SopError: a `board.toml` cannot be read.
    """
    below = {
        one.resolve().parent
        for path in paths
        if path.is_dir()
        for one in path.rglob(BOARD_FILE)
        if one.is_file()
    }
    above = {folder for one in files for folder in _nearest(Path(one).resolve())}
    by_folder: dict[Path, Board] = {}
    findings: list[Finding] = []
    for folder in sorted(below | above):
        by_folder[folder], found = read_board(folder / BOARD_FILE)
        findings += found
    return BoardFolders(tuple(by_folder.values()), tuple(findings), by_folder)


def _nearest(file: Path) -> Iterator[Path]:
    for folder in file.parents:
        if (folder / BOARD_FILE).is_file():
            yield folder
            return
