"""Rich text put together from the pieces of a tape."""

from collections.abc import Callable, Sequence

from sop_templates.formats.word.finished import marks
from sop_templates.formats.word.finished.paragraph_looks import ParagraphLook
from sop_templates.richtext import Paragraph, RichText, Run

_Look = tuple[bool, bool, str]  # bold, italic, address: as in a run

_PLAIN: _Look = (False, False, "")
_LOOKS = {
    marks.PLAIN: (False, False),
    marks.BOLD: (True, False),
    marks.ITALIC: (False, True),
    marks.BOLD_ITALIC: (True, True),
}
_CHANGES = frozenset((*_LOOKS, marks.LINK, marks.LINK_END))


class RichPieces:
    """Paragraphs in the making: takes pieces in order, gives rich text at the end."""

    def __init__(self, links: Sequence[str], look: Callable[[int], ParagraphLook]) -> None:
        """Takes the addresses by number, and how the look of a paragraph is found."""
        self._links = links
        self._look_of = look
        self._paragraphs: list[Paragraph] = []
        self._parts: list[tuple[_Look, str]] = []  # of the paragraph that is being made
        self._number = -1
        self._look = _PLAIN
        self._before = ParagraphLook()  # of the last paragraph that was made

    def begin(self, number: int) -> None:
        """Begins a paragraph, of that number in its story (-1: unknown, a plain one)."""
        self._finish()
        self._number = number

    def take(self, kind: str, text: str) -> None:
        """Takes a piece: its mark's character and what follows it."""
        if kind in _CHANGES:
            self.pass_by(kind, text)
        if not text or kind in marks.NUMBERED:
            return
        parts, look = self._parts, self._look
        if parts and parts[-1][0] == look:
            text = parts.pop()[1] + text
        parts.append((look, text))

    def pass_by(self, kind: str, text: str) -> None:
        """Notes what a piece begins or ends (a look, a link) without taking its text."""
        bold, italic, url = self._look
        if kind in _LOOKS:
            bold, italic = _LOOKS[kind]
        elif kind == marks.LINK:
            url = self._links[int(text)]
        elif kind == marks.LINK_END:
            url = ""
        self._look = (bold, italic, url)

    def paragraphs(self) -> RichText:
        """What was made."""
        self._finish()
        return tuple(self._paragraphs)

    def _finish(self) -> None:
        parts, self._parts = self._parts, []
        if not any([text.strip() for _, text in parts]):  # noqa: C419 - one or two, mostly
            return
        runs = tuple([Run(text, *look) for look, text in parts])
        look = self._look_of(self._number) if self._number >= 0 else ParagraphLook()
        number = 0
        if look.list == "number":
            number = self._paragraphs[-1].number + 1 if _goes_on(self._before, look) else 1
        self._before = look
        self._paragraphs.append(Paragraph(runs, look.list, number))


def _goes_on(before: ParagraphLook, after: ParagraphLook) -> bool:
    """Whether an item counts on from the one right before it, as Word counts."""
    if before.list != "number" or before.shape != after.shape:
        return False
    return before.numbering == after.numbering or not after.restarts
