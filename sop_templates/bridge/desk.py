"""What a person at Excel sees while a button works: the status bar, a message box, and what Excel refused."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sop_templates.language import _

if TYPE_CHECKING:  # an optional extra: only Excel's own Python needs it
    import xlwings as xw

TITLE = "SOP"


@dataclass(frozen=True, slots=True)
class Desk:
    """The Excel in which a button was pressed."""

    app: "xw.App"

    def tell(self, words: str) -> None:
        """Shows words in the status bar."""
        self.app.status_bar = f"{TITLE}: {words}"

    def progress(self, words: str) -> Callable[[int, int], None]:
        """What a batch tells its progress, shown in the status bar behind these words."""

        def show(done: int, total: int) -> None:
            self.tell(_("{words} {done} of {total}").format(words=words, done=done, total=total))

        return show

    def done(self) -> None:
        """Gives the status bar back to Excel."""
        self.app.status_bar = False

    def say(self, words: str) -> None:
        """Shows a message and waits until it was read."""
        self.app.alert(words, TITLE, mode="info")

    def warn(self, words: str) -> None:
        """Shows what went wrong and waits until it was read."""
        self.app.alert(words, TITLE, mode="critical")

    def ask(self, words: str) -> str:
        """What a person answers: `yes`, `no` or `cancel`."""
        return self.app.alert(words, TITLE, buttons="yes_no_cancel", mode="info") or "cancel"


def refusals() -> tuple[type[Exception], ...]:
    """What is raised when Excel does not do as asked: a protected sheet, a cell that is being edited.

    Of Windows and the Mac each, where the module that talks to Excel is loaded.
    """
    import xlwings  # noqa: PLC0415 - an optional extra

    found: list[type[Exception]] = [xlwings.XlwingsError]
    for module, name in (("pywintypes", "com_error"), ("appscript.reference", "CommandError")):
        if module in sys.modules:
            found.append(getattr(sys.modules[module], name))
    return tuple(found)
