"""The buttons of the Excel ribbon: each does on the open workbook what a `sop` command does on files.

Only the xlwings API of the open workbook is used, and xlwings is loaded when a button is pressed: it
is an optional extra.
"""

import os
from pathlib import Path

from sop_templates import language
from sop_templates.errors import SopError
from sop_templates.kinds.addin import EXCEL_REFUSED
from sop_templates.kinds.batches import UNEXPECTED


def press(button: str, folder: str = "") -> None:
    """Does what a button asks and tells what came of it, or what went wrong, in Dutch.

    Called by the macros, in the interpreter that `sop addin install` chose.

    Args:
        button: the tag of the button: a name of `buttons.BUTTONS`.
        folder: the folder that was chosen, as hexadecimal digits of its characters; "" without.
    """
    import xlwings  # noqa: PLC0415 - an optional extra

    from sop_templates.bridge.buttons import BUTTONS, Press  # noqa: PLC0415 - needs xlwings
    from sop_templates.bridge.desk import Desk, refusals  # noqa: PLC0415 - as above

    language.use("nl")
    book = xlwings.Book.caller()
    desk = Desk(book.app)
    try:
        if words := BUTTONS[button](Press(desk, book, _folder(folder))):
            desk.say(words)
    except SopError as error:
        desk.warn(_words(error))
    except refusals() as error:
        desk.warn(_words(SopError(EXCEL_REFUSED, reason=str(error))))
    except Exception as error:  # a traceback tells a quality officer nothing
        if os.environ.get("SOP_DEBUG"):
            raise
        desk.warn(_words(SopError(UNEXPECTED, fault=f"{type(error).__name__}: {error}")))
    finally:
        desk.done()


def main() -> None:
    """What xlwings' own "Run main" button does with an intake: fills the Word files."""
    press("fill")


def _words(error: SopError) -> str:
    return f"{error.message} [{error.code}]"


def _folder(digits: str) -> Path | None:
    return Path(bytes.fromhex(digits).decode("utf-16-be")) if digits else None
