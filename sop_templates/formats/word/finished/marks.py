"""The marks that are planted in a story's tree before its text is taken, and how a tape is cut at them.

A mark is one of `SIGNS`, a character that says what it is, and for some a number. They come out of the
tree in the order of the document, between the words.
"""

from lxml import etree

Elements = list[etree._Element]  # noqa: SLF001 - lxml names its element class so

SIGNS = tuple(
    map(chr, range(0xFDD0, 0xFDF0))
)  # noncharacters: XML may hold them, no text needs them

PARAGRAPH = "P"  # what follows ends a paragraph, row or cell: they need no mark for it
CONTROL, CONTROL_END = "S", "s"
TABLE, TABLE_END = "T", "t"
ROW, CELL = "R", "C"
BOX, BOX_END = "X", "x"
BOOKMARK, BOOKMARK_END = "B", "e"
LINK, LINK_END = "H", "h"
PICTURE = "D"
PLAIN, BOLD, ITALIC, BOLD_ITALIC = "0", "1", "2", "3"
NEUTRAL = "."

NUMBERED = frozenset((BOOKMARK, BOOKMARK_END, LINK))  # marks that a number follows, not text


class Planter:
    """Plants marks and counts them; keeps what the numbers in marks stand for.

    Attributes:
        sign: the character that every mark begins with.
        count: how many marks were planted.
        links: addresses, by number.
        bookmarks: names, by number.
    """

    def __init__(self, sign: str = SIGNS[0]) -> None:
        """Begins with no mark; takes the sign, which the text should not hold."""
        self.sign = sign
        self.count = 0
        self.links: list[str] = []
        self.bookmarks: list[str] = []

    def link(self, url: str) -> str:
        """The text of a mark where a link to the address begins."""
        self.links.append(url)
        self.count += 2
        return f"{self.sign}{LINK}{len(self.links) - 1}{self.sign}{NEUTRAL}"

    def bookmark(self, name: str, mark: str = BOOKMARK) -> str:
        """The text of a mark where a bookmark begins or ends."""
        self.bookmarks.append(name)
        self.count += 2
        return f"{self.sign}{mark}{len(self.bookmarks) - 1}{self.sign}{NEUTRAL}"

    def plain(self, mark: str) -> str:
        """The text of a mark without number."""
        self.count += 1
        return self.sign + mark

    def each(self, root: etree._Element, tag: str, start: str, end: str = "") -> Elements:
        """Marks where each element of that name begins, and ends if asked; gives them in order.

        Text that stood directly in or after such an element goes: it is no text of Word's.
        """
        found = list(root.iter(tag))
        before, after = self.sign + start, self.sign + end if end else None
        self.count += len(found) * (2 if after else 1)
        for one in found:
            one.text = before
            if after:
                one.tail = after
        return found
