"""What stands in a file and in no field of the model: kept whole, so that somebody can place it."""

from dataclasses import dataclass

from sop_templates.outcome import NOWHERE, Place
from sop_templates.richtext import RichText

FIRST_WORDS = 12  # of a text, in a message
MOST = 40  # findings: what comes after is named in one


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A stretch of text that belongs to no field.

    Attributes:
        heading: the heading that it stands under, or "".
        rich: its paragraphs; () for pictures only.
        pictures: names or descriptions of the pictures in it.
        place: where it stands.
    """

    heading: str
    rich: RichText
    pictures: tuple[str, ...] = ()
    place: Place = NOWHERE

    @property
    def first_words(self) -> str:
        """Its first words, for a message."""
        return first_words(" ".join(run.text for one in self.rich for run in one.runs))


def first_words(text: str) -> str:
    """The first words of a text, on one line."""
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")
