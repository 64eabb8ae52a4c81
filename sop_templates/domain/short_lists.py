"""Names in a message: the first few, and how many more there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from sop_templates.language import _


@dataclass(frozen=True, slots=True)
class ShortList:
    """A few names and the number of others; worded when it is shown, by `str()`."""

    names: tuple[str, ...]
    more: int

    def __str__(self) -> str:
        """E.g. `De Wilg, De Regenboog and 4 more`."""
        shown = ", ".join(self.names)
        if not self.more:
            return shown
        return _("{shown} and {count} more").format(shown=shown, count=self.more)


def in_short(names: Sequence[str], most: int) -> ShortList:
    """The names; of more than `most` only the first ones."""
    return ShortList(tuple(names[:most]), max(len(names) - most, 0))
