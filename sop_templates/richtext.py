"""Rich text: paragraphs and runs, the value that passes between Word, Excel and answers."""

from dataclasses import dataclass
from typing import Literal

ListKind = Literal["", "bullet", "number"]


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text in one look.

    Attributes:
        text: the characters; a line break is `\n`, a tab `\t`.
        bold: whether it is bold.
        italic: whether it is italic.
        url: the address of the link it stands in, or "".
    """

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item.

    Attributes:
        runs: its text.
        list: "" for a plain paragraph, else the kind of list it is an item of.
        number: 1 for the first item of a numbered list, 2 for the second; 0 elsewhere.
    """

    runs: tuple[Run, ...]
    list: ListKind = ""
    number: int = 0


RichText = tuple[Paragraph, ...]
