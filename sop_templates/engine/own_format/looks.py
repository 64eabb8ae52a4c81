"""How most of a file is set, and which lines look unlike it: headings without a style stand out by that."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sop_templates.formats.written import Letters, Line

BIGGER = 1.0  # points: letters that much bigger than the text stand out
MOSTLY = 0.5  # of the words: a look that so many have is no heading's

Level = tuple[float, ...]  # compared as tuples: a smaller one stands above a bigger one

_STYLES = ("kop", "heading", "hoofdstuk", "titel", "title", "header")


@dataclass(frozen=True, slots=True)
class Looks:
    """How most of a file is set.

    Attributes:
        size: points of most of the text.
        colour: of most of it.
        bold, italic, framed: whether most of it is.
    """

    size: float
    colour: str
    bold: bool
    italic: bool
    framed: bool

    def stands_out(self, line: Line) -> bool:
        """Whether a line looks like a heading beside the text."""
        letters = line.letters
        named = any(word in line.style.casefold() for word in _STYLES)
        bold = letters.bold and not self.bold
        framed = letters.framed and not self.framed
        bigger = letters.size >= self.size + BIGGER
        return named or bold or framed or bigger or letters.capitals or letters.underlined

    def is_slight(self, line: Line) -> bool:
        """Whether a line differs from the text by its slope or colour: a heading, or only a remark."""
        italic = line.letters.italic and not self.italic
        return italic or line.letters.colour != self.colour


def looks_of(lines: Iterable[Line]) -> Looks:
    """How most of some lines are set."""
    sizes: Counter[float] = Counter()
    colours: Counter[str] = Counter()
    bold = italic = framed = total = 0
    for line in lines:
        count = len(line.text.split())
        letters = line.letters
        sizes[letters.size] += count
        colours[letters.colour] += count
        bold += count * letters.bold
        italic += count * letters.italic
        framed += count * letters.framed
        total += count
    least = MOSTLY * total
    size = max(sizes, key=lambda one: sizes[one], default=0.0)
    colour = max(colours, key=lambda one: colours[one], default="")
    return Looks(size, colour, bold > least, italic > least, framed > least)


def level_of(letters: Letters) -> Level:
    """The level of a heading that stands out: bigger ones first, then by what they have more."""
    looks = (letters.capitals, letters.framed, letters.bold, letters.underlined, letters.italic)
    return (2, -letters.size, *(not one for one in looks))
