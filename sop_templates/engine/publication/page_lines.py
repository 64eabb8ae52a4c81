"""Lines, lists and pictures of a page, made of the blocks of a public Word file."""

from collections.abc import Iterator, Sequence
from unicodedata import bidirectional

from sop_templates.domain.file_names import folded_name
from sop_templates.formats.web.values import (
    Figure,
    Item,
    Items,
    Line,
    Pictures,
    Prose,
    Text,
)
from sop_templates.formats.web.writing import data_address
from sop_templates.formats.word.published.blocks import Content, Image, ParagraphBlock, Words

CAPTION = "caption"  # name of Word's own style, in small letters
FROM_RIGHT = ("R", "AL")
SHOWN_WIDTH = 720  # pixels: as wide as a page's text
WIDEST_ADDRESS = 60  # characters of an address that is shown as it is


class Anchors:
    """The ids of a page, each given once."""

    def __init__(self, taken: Sequence[str] = ()) -> None:
        """Takes the ids that the page has by itself."""
        self._taken = set(taken)

    def of(self, title: str) -> str:
        """An id made of the words of a title."""
        base = folded_name(title).lower()[:60].strip("-") or "deel"
        if not base[0].isalpha():
            base = f"deel-{base}"
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name)
        return name


def line_of(content: Content) -> Line:
    """A line of a page: words with their looks, pictures in them."""
    return _trimmed([_piece(one) for one in content])


def prose_of(block: ParagraphBlock) -> Prose | Pictures:
    """A paragraph, or its pictures where it has no words."""
    line = line_of(block.content)
    figures = tuple(one for one in line if isinstance(one, Figure))
    if figures and not any(
        isinstance(one, Text) and (one.text.strip() or one.note) for one in line
    ):
        return Pictures(figures)
    return Prose(line, any(bidirectional(sign) in FROM_RIGHT for sign in block.text))


def is_caption(block: ParagraphBlock) -> bool:
    """Whether a paragraph is the line that Word puts below a picture or table."""
    return block.style.casefold() == CAPTION


class Lists:
    """Items put together to lists, one in the other; a number goes on where its list was left."""

    def __init__(self) -> None:
        """Begins with no list."""
        self._counts: dict[tuple[str, int], int] = {}

    def of(self, blocks: Sequence[ParagraphBlock]) -> Iterator[Items]:
        """The lists of neighbouring items.

        Args:
            blocks: items that follow each other, of any depth.
        """
        at = 0
        while at < len(blocks):
            first = blocks[at]
            end = at + 1
            while end < len(blocks) and (
                blocks[end].depth > first.depth or _goes_on(blocks[end], first)
            ):
                end += 1
            yield self._list(blocks[at:end])
            at = end

    def _list(self, blocks: Sequence[ParagraphBlock]) -> Items:
        first = blocks[0]
        key = (first.family, first.depth)
        start = 1 if first.begins else self._counts.get(key, 0) + 1
        items: list[Item] = []
        at = 0
        while at < len(blocks):
            end = at + 1
            while end < len(blocks) and blocks[end].depth > first.depth:
                end += 1
            below = tuple(self.of(blocks[at + 1 : end]))
            items.append(Item(line_of(blocks[at].content), below))
            at = end
        self._counts[key] = start + len(items) - 1
        for deeper in [one for one in self._counts if one[0] == key[0] and one[1] > key[1]]:
            del self._counts[deeper]
        return Items(tuple(items), start if first.list == "number" else 0)


def _goes_on(block: ParagraphBlock, first: ParagraphBlock) -> bool:
    if block.depth != first.depth or block.list != first.list:
        return False
    return block.list == "bullet" or (block.family == first.family and not block.begins)


def _piece(one: Words | Image) -> Text | Figure:
    if isinstance(one, Image):
        return _figure(one)
    text = one.text.replace("\t", " ").replace("\u00ad", "")
    shown = _shown_address(text) if one.url and text.strip() == one.url else text
    return Text(shown, one.bold, one.italic, one.struck, one.raised, one.url, one.note)


def _shown_address(url: str) -> str:
    """A long address is told by its host: nobody has to listen to all its signs."""
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    shown = shown.removeprefix("tel:").rstrip("/")
    return shown if len(shown) <= WIDEST_ADDRESS else shown.partition("/")[0]


def _figure(one: Image) -> Figure:
    picture = one.picture
    width = min(one.width or picture.width, SHOWN_WIDTH)
    height = max(round(picture.height * width / picture.width), 1)
    source = data_address(picture.media_type, picture.data)
    return Figure(source, one.words, width, height)


def _trimmed(pieces: list[Text | Figure]) -> Line:
    """Without line breaks at its ends, which Word's users make for room."""
    while (
        pieces and isinstance(pieces[0], Text) and not pieces[0].text.strip() and not pieces[0].note
    ):
        pieces.pop(0)
    while (
        pieces
        and isinstance(pieces[-1], Text)
        and not pieces[-1].text.strip()
        and not pieces[-1].note
    ):
        pieces.pop()
    return tuple(pieces)
