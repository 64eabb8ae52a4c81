"""Errors: raised when work on a file, or the whole command, cannot go on."""

from pathlib import PurePath
from unicodedata import category

from sop_templates.language import _
from sop_templates.outcome import Kind

_UNSHOWN = ("Cc", "Cs", "Zl", "Zp")  # control characters, what is no character, ends of lines


def shown_name(file: str | PurePath) -> str:
    r"""The name of a file on one line, as any terminal can show it: `\n` for a line end in it."""
    return "".join(ascii(sign)[1:-1] if category(sign) in _UNSHOWN else sign for sign in str(file))


class SopError(Exception):
    """Work cannot go on; says what is wrong with which file and what to do.

    Attributes:
        kind: the definition, with its code.
        values: what fills the named places of the wording.
        file: the file concerned, as the user gave it, or `""`.
        exit_code: 3, nothing could be done.
    """

    exit_code = 3

    def __init__(self, kind: Kind, file: str | PurePath = "", **values: object) -> None:
        """Takes the kind, the file and the values for the named places of the wording."""
        super().__init__(kind.code)
        self.kind = kind
        self.file = str(file)
        self.values = values

    @property
    def code(self) -> str:
        """The stable code, e.g. `SOP001`."""
        return self.kind.code

    @property
    def message(self) -> str:
        """What is wrong and what to do, in the language in use."""
        words = [_(self.kind.message), _(self.kind.advice)]
        return " ".join(word for word in words if word).format(
            file=shown_name(self.file), **self.values
        )

    def __str__(self) -> str:
        """The message."""
        return self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles with its values: errors cross process borders in a batch."""
        return (_rebuilt, (type(self), self.kind, self.file, self.values))


class UsageError(SopError):
    """The command was called wrongly."""

    exit_code = 2


def _rebuilt(cls: type[SopError], kind: Kind, file: str, values: dict[str, object]) -> SopError:
    return cls(kind, file, **values)
