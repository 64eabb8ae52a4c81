"""What is to be kept from the public in a Word file, told in words and names only."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from sop_templates.formats.word.finished.meanings import Meanings


class Meaning(StrEnum):
    """What the words of a paragraph or cell are."""

    TEXT = "text"
    LAST_PAGE = "last page"  # all from here on is not public
    PRIVATE = "private"  # a question whose answer is not public
    PRIVATE_LINE = "private line"  # such a question with its answer behind it
    QUESTION = "question"
    CHAPTER = "chapter"
    INTRO = "intro"  # other words of the model
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Guide:
    """What is taken out.

    Attributes:
        tags: controls that are not public.
        bookmarks: names of bookmarks around what is not public.
        known: tags and bookmarks of public questions: what is empty there is tidied away.
        meaning: tells what words are.
    """

    tags: frozenset[str]
    bookmarks: frozenset[str]
    known: frozenset[str]
    meaning: Callable[[str], Meaning] = field(repr=False)


@dataclass(slots=True)
class Loss:
    """What the public file lacks beside what the guide asked.

    Attributes:
        pictures: how many pictures could not be shown (a format of drawings, damaged, too big).
        drawings: how many charts, diagrams and objects of other programs were left out.
        links: addresses that were taken off their words.
        unnamed: how many pictures have no words for who cannot see them.
        private_words: the questions in words whose answers were left out.
    """

    pictures: int = 0
    drawings: int = 0
    links: list[str] = field(default_factory=list)
    unnamed: int = 0
    private_words: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the work on one file knows.

    Attributes:
        guide: what is taken out.
        loss: takes up what else is missing.
        meanings: of the file's styles and numbering.
    """

    guide: Guide
    loss: Loss
    meanings: Meanings
