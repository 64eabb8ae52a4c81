"""The `board.toml` of the new year's folder: the same board, without last year's deadline."""

from dataclasses import replace
from pathlib import Path

from sop_templates.domain.dutch import write_date
from sop_templates.engine.boards import BOARD_FILE, write_board
from sop_templates.engine.summary.board_folders import BoardFolders
from sop_templates.kinds.rolling import BOARD_WITHOUT_DEADLINE
from sop_templates.outcome import Finding


def carry_board(boards: BoardFolders, out: Path) -> tuple[Path | None, tuple[Finding, ...]]:
    """Writes the board's file into the folder of the new year, where no other counts there.

    Args:
        boards: of the files of this year; nothing is written where there are none, or several.
        out: the folder.

    Returns:
        The path, None where nothing was written; and what there is to say of it.

    Raises:
        SopError: it cannot be written.
    """
    where = out.resolve()
    if any((folder / BOARD_FILE).exists() for folder in (where, *where.parents)):
        return None, ()
    if len(boards.boards) != 1:
        return None, ()
    (board,) = boards.boards
    path = out / BOARD_FILE
    write_board(replace(board, deadline=None), path)
    if board.deadline is None:
        return path, ()
    told = Finding(
        BOARD_WITHOUT_DEADLINE, values={"day": write_date(board.deadline)}, file=str(path)
    )
    return path, (told,)
