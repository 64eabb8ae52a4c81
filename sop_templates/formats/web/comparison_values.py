"""What a page with changes shows, as plain values: everything in them is text."""

from dataclasses import dataclass
from typing import Literal

Mark = Literal["", "removed", "added"]
Stretch = tuple[str, Mark]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in a table.

    Attributes:
        question: what was asked.
        item: the item or row that it is about, or "".
        word: what happened, in a word.
        stretches: the text, old and new together, each stretch with its mark.
        note: what to know about it, or "".
    """

    question: str
    item: str
    word: str
    stretches: tuple[Stretch, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShownSchool:
    """A school on the page.

    Attributes:
        id: of its section.
        title: its name, with its code.
        files: the two files, in a line.
        state: a sentence: how much changed, or that there is nothing to compare with.
        changes: what changed.
        yearly: what differs each year by itself.
        proposal: the lines of a text that says in the document what changed; the first stands over
            the others.
        proposed: the question that it answers, or "".
    """

    id: str
    title: str
    files: str
    state: str
    changes: tuple[ShownChange, ...] = ()
    yearly: tuple[ShownChange, ...] = ()
    proposal: tuple[str, ...] = ()
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """The page.

    Attributes:
        title: what was compared.
        lead: what it says together, in a sentence.
        schools: in order.
    """

    title: str
    lead: str
    schools: tuple[ShownSchool, ...]
