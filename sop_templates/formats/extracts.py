"""The schoolgids extract as plain values; Word, HTML and Markdown are written from the same ones."""

from dataclasses import dataclass

from sop_templates.richtext import RichText


@dataclass(frozen=True, slots=True)
class ExtractHeading:
    """A heading: its words, and how many levels it stands below the extract's own heading."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ExtractProse:
    """Paragraphs and lists."""

    text: RichText


@dataclass(frozen=True, slots=True)
class ExtractFact:
    """A short question and its answer, with a safe address or ""."""

    label: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ExtractTable:
    """A table: its title, the heads of its columns, groups of rows with a subheading or ""."""

    title: str
    heads: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


ExtractBlock = ExtractHeading | ExtractProse | ExtractFact | ExtractTable


@dataclass(frozen=True, slots=True)
class Extract:
    """What belongs in a schoolgids.

    Attributes:
        title: of a document that holds nothing else.
        blocks: in reading order, the extract's own heading first.
    """

    title: str
    blocks: tuple[ExtractBlock, ...]
