"""The language of messages: English in the code, Dutch from the gettext catalogue.

`_` translates now, `N_` only marks a text for the catalogue so that it can be translated when
it is shown. Nothing that a school, a board or a parent reads depends on this: Word files and
workbooks are Dutch, see `dutch`.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

DOMAIN = "sop_templates"
LANGUAGES = ("nl", "en")

_current = "en"


def N_(text: str) -> str:  # noqa: N802 - the conventional name of a gettext marker
    """Marks a text for the catalogue and gives it back unchanged."""
    return text


def _(text: str) -> str:
    """The text in the language in use; English where the catalogue lacks it."""
    return _catalogue(_current).gettext(text) if text else ""


def use(language: str) -> None:
    """Sets the language of all messages from here on: `nl` or `en`."""
    global _current  # noqa: PLW0603 - a process speaks one language at a time, as gettext's own
    _current = language if language in LANGUAGES else "en"


def current() -> str:
    """The language in use: `nl` or `en`."""
    return _current


def preferred() -> str:
    """The language that `SOP_LANG` or else the system asks for: `nl`, or `en` for all others."""
    for name in ("SOP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "nl" if value.lower().startswith("nl") else "en"
    return "nl" if _windows_language().startswith("nl") else "en"


def _windows_language() -> str:
    """What Windows speaks to its user, e.g. `nl_NL`; it sets no `LANG`. "" on other systems."""
    if os.name != "nt":
        return ""
    import ctypes  # noqa: PLC0415 - 2 ms that no other system needs
    import locale  # noqa: PLC0415 - as above

    library = getattr(ctypes, "windll", None)
    return (
        locale.windows_locale.get(library.kernel32.GetUserDefaultUILanguage(), "")
        if library
        else ""
    )


@contextmanager
def dutch() -> Iterator[None]:
    """Speaks Dutch inside the block: for what is written into a document or a workbook."""
    before = _current
    use("nl")
    try:
        yield
    finally:
        use(before)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = Path(__file__).parent / "locale"
    return gettext.translation(DOMAIN, folder, [language], fallback=True)
