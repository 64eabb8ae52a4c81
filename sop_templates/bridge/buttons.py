"""What each button does with the open workbook: one function a button, named by the button's tag."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sop_templates.bridge.desk import Desk
from sop_templates.bridge.help_sheet import show_help

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw


@dataclass(frozen=True, slots=True)
class Press:
    """A press of a button.

    Attributes:
        desk: where the person is told how it goes.
        book: the workbook that was open in front.
        folder: the folder that was chosen, where the button asks for one.
    """

    desk: Desk
    book: "xw.Book"
    folder: Path | None = None


def help_page(press: Press) -> str:
    """Shows what the buttons do."""
    show_help(press.book)
    return ""


# The tags of the ribbon; each function gives back what is said at the end, or "".
BUTTONS: Mapping[str, Callable[[Press], str]] = {"help_page": help_page}
