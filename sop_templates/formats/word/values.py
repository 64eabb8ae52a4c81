"""What a Word template is filled with: plain values, and texts that know more than their words.

A context is a dictionary of dictionaries, reached by the names of the template: text is `str`, a flag
`bool`, what nobody answered None, a list a list of dictionaries. A date, a link and a prose text are
texts too, so that an owner's own `{{ school.website }}` or `{% if … == 'sbo' %}` just works.
"""

from collections.abc import Mapping
from typing import Any, Self

from sop_templates.richtext import RichText

Context = Mapping[str, Any]

YES = "ja"
NO = "nee"


class DateText(str):
    """A date in words: `11 juni 2026`.

    Attributes:
        iso: the date as `2026-06-11`.
    """

    __slots__ = ("iso",)
    iso: str

    def __new__(cls, words: str, iso: str) -> Self:
        """Takes the words and the ISO date."""
        made = super().__new__(cls, words)
        made.iso = iso
        return made


class LinkText(str):
    """The words of a link.

    Attributes:
        url: its address, or "".
    """

    __slots__ = ("url",)
    url: str

    def __new__(cls, words: str, url: str) -> Self:
        """Takes the words and the address; without words the address is shown."""
        made = super().__new__(cls, words or url)
        made.url = url
        return made


class ProseText(str):
    """A text of several paragraphs, as plain lines.

    Attributes:
        paragraphs: the paragraphs and list items, with their looks.
    """

    __slots__ = ("paragraphs",)
    paragraphs: RichText

    def __new__(cls, paragraphs: RichText) -> Self:
        """Takes the paragraphs."""
        lines = ("".join([run.text for run in one.runs]) for one in paragraphs)
        made = super().__new__(cls, "\n".join(lines))
        made.paragraphs = paragraphs
        return made


class BlankRows(list[dict[str, Any]]):
    """The one blank row of a list that has no rows; as a condition it is false, as `[]` is."""

    __slots__ = ()

    def __bool__(self) -> bool:
        """Never: nothing was filled in."""
        return False


def words_of(value: object) -> str:
    """How a value reads in running text: nothing for None, `ja` or `nee` for a flag."""
    if type(value) is str:  # nearly always
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return str(value)
