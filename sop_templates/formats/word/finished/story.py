"""A story (body, header, footer, notes) as plain values: what stands where, in words or as rich text.

Reading the worst file that passes takes less than 400 MB and two seconds; a SOP takes 5 MB.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from sop_templates.formats.archive import parse_xml
from sop_templates.formats.word.finished import marks
from sop_templates.formats.word.finished.control_properties import (
    ControlProperties,
    control_level,
    full_date,
    is_checked,
    read_properties,
)
from sop_templates.formats.word.finished.final_view import Traces, is_on, take_final_view
from sop_templates.formats.word.finished.grids import Merges, read_merges
from sop_templates.formats.word.finished.meanings import Meanings
from sop_templates.formats.word.finished.paragraph_looks import ParagraphLook, read_look
from sop_templates.formats.word.finished.rich_pieces import RichPieces
from sop_templates.formats.word.finished.spans import NOTHING_APART, Apart, Spans, find_spans
from sop_templates.formats.word.finished.tape import ForeignSignError, Tape, free_sign, lay_tape
from sop_templates.formats.word.names import qn
from sop_templates.richtext import RichText

_VAL = qn("w:val")
MAX_MARKS = (
    400_000  # `<` and `=` of all stories; a SOP has 20,000, a book of 300 pages some 300,000
)
_SILENCE = 8  # pieces without words that are looked at; between two paragraphs there are less


@dataclass(frozen=True, slots=True)
class Story:
    """A story, read.

    Texts are taken from stretches of its tape, the `start` and `end` of any span. Controls that are
    set `apart` (fields of their own) are left out of the text of what they lie in.

    Attributes:
        part: the part it is, e.g. `word/document.xml`.
        spans: where everything lies.
        tags: the tags of its controls, "" where they have none.
        showing_prompts: numbers of the controls that say that they show their prompt.
        dates: ISO dates by number of control, of those that hold a day.
        checks: ticked or not by number of control, of those that are check boxes.
        merges: how the cells of its tables are merged.
        traces: what was found while the final view was taken.
    """

    part: str
    spans: Spans
    tags: tuple[str, ...]
    showing_prompts: frozenset[int]
    dates: Mapping[int, str]
    checks: Mapping[int, bool]
    merges: Merges
    traces: Traces
    _tape: Tape = field(repr=False)
    _meanings: Meanings = field(repr=False)

    @property
    def end(self) -> int:
        """The number of pieces of its tape: where a stretch of all of it ends."""
        return len(self._tape.pieces)

    def text(self, start: int, end: int, apart: Apart = NOTHING_APART) -> str:
        r"""The words of a stretch: a line (`\n`) for each paragraph and line break."""
        pieces = self._tape.pieces
        if end - start == 1:
            first = pieces[start]
            return "" if first[:1] in marks.NUMBERED else first[1:]
        found: list[str] = []
        begun = False
        for at in self._walk(start, end, apart):
            kind, text = pieces[at][:1], pieces[at][1:]
            if kind == marks.PARAGRAPH:
                if begun or found:
                    found.append("\n")
                begun = True
            if text and kind not in marks.NUMBERED:
                found.append(text)
        return "".join(found)

    def rich(self, start: int, end: int, apart: Apart = NOTHING_APART) -> RichText:
        """The paragraphs of a stretch with their looks, lists and links; blank ones are left out."""
        return self.rich_of([(start, end)], apart)

    def rich_of(
        self, stretches: Iterable[tuple[int, int]], apart: Apart = NOTHING_APART
    ) -> RichText:
        """The paragraphs of several stretches, one after the other: a list may go on in the next."""
        pieces = self._tape.pieces
        found = RichPieces(self._tape.links, self.look)
        for start, end in stretches:
            found.begin(self.paragraph_at(start))
            for at in range(self._paragraph_start(start), start):
                found.pass_by(pieces[at][:1], pieces[at][1:])
            for at in self._walk(start, end, apart):
                kind, text = pieces[at][:1], pieces[at][1:]
                if kind == marks.PARAGRAPH:
                    found.begin(self.paragraph_at(at))
                found.take(kind, text)
        return found.paragraphs()

    def next_words(self, at: int) -> int:
        """The first piece from a piece on that may hold words; a few pieces further at most."""
        pieces = self._tape.pieces
        last = min(at + _SILENCE, len(pieces))
        while at < last and (len(pieces[at]) == 1 or pieces[at][:1] in marks.NUMBERED):
            at += 1
        return at

    def paragraph_at(self, at: int) -> int:
        """The number of the innermost paragraph that a piece lies in, or -1."""
        paragraphs = self.spans.paragraphs
        place = bisect_right(paragraphs, (at, self.end + 1)) - 1
        inside = place >= 0 and at < paragraphs[place].end
        return paragraphs[place].number if inside else -1

    def _paragraph_start(self, at: int) -> int:
        """The first piece of the paragraph that a piece lies in; the piece itself outside any."""
        paragraphs = self.spans.paragraphs
        place = bisect_right(paragraphs, (at, self.end + 1)) - 1
        return paragraphs[place].start if place >= 0 and at < paragraphs[place].end else at

    def look(self, number: int) -> ParagraphLook:
        """Style, heading level and list of a paragraph, by its number; plain for words outside any."""
        if number < 0:
            return ParagraphLook()
        return read_look(self._tape.paragraphs[number], self._meanings)

    def element(self, number: int) -> etree._Element:
        """The `w:p` of a paragraph, by its number, for what its look alone does not tell."""
        return self._tape.paragraphs[number]

    def properties(self, number: int) -> ControlProperties:
        """The properties of a control, by its number."""
        return read_properties(self._tape.controls[number])

    def level(self, number: int) -> str:
        """What a control stands around: `block`, `inline`, `row` or `cell`, by its number."""
        return control_level(self._tape.controls[number])

    def _walk(self, start: int, end: int, apart: Apart) -> Iterable[int]:
        """The pieces of a stretch that are its text: no text boxes, no controls set apart."""
        nested = bisect_right(apart.starts, start) != bisect_left(apart.starts, end)
        return self._parts(start, end, apart) if nested or self.spans.boxes else range(start, end)

    def _parts(self, start: int, end: int, apart: Apart) -> Iterator[int]:
        ends = {**self.spans.boxes, **apart.ends}
        at = start
        while at < end:
            if at != start:
                at = ends.get(at, at)
            yield at
            at += 1


def read_story(
    part: str, data: bytes, urls: Mapping[str, str], meanings: Meanings, file: str
) -> Story:
    """Reads a story.

    Args:
        part: the name of its part.
        data: its XML.
        urls: addresses outside, by relationship id.
        meanings: of styles and numbering.
        file: for messages.

    Returns:
        The story in its final view.

    Raises:
        SopError: the XML is damaged or unsafe.
    """
    root = parse_xml(data, part, file)
    traces = take_final_view(root, meanings.hidden_styles)
    try:
        tape = lay_tape(root, urls, meanings.looks)
    except ForeignSignError:
        root = parse_xml(data, part, file)
        take_final_view(root, meanings.hidden_styles)
        tape = lay_tape(root, urls, meanings.looks, free_sign(root))
    number_of = {control: number for number, control in enumerate(tape.controls)}
    by_control = {_owner(one): one.get(_VAL, "") for one in root.iter(qn("w:tag"))}
    dates = {_owner(one): full_date(one) for one in root.iter(qn("w:date"))}
    checks = {_owner(one): is_checked(one) for one in root.iter(qn("w14:checkbox"))}
    showing = [_owner(one) for one in root.iter(qn("w:showingPlcHdr")) if is_on(one)]
    return Story(
        part=part,
        spans=find_spans(tape.pieces, tape.bookmarks),
        tags=tuple(by_control.get(control, "") for control in tape.controls),
        showing_prompts=frozenset(number_of[one] for one in showing if one in number_of),
        dates={number_of[one]: day for one, day in dates.items() if day and one in number_of},
        checks={number_of[one]: bool(on) for one, on in checks.items() if one in number_of},
        merges=read_merges(root, tape.rows, tape.cells),
        traces=traces,
        _tape=tape,
        _meanings=meanings,
    )


def _owner(property_: etree._Element) -> etree._Element | None:
    """The control that a property is of."""
    properties = property_.getparent()
    return None if properties is None else properties.getparent()
