"""A file of a school's own as sections: what stands under which heading, whatever makes it a heading.

A heading may be a line, a cell beside or above its text, or a box. What stands in a table or a box
ends with it.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from sop_templates.domain.model import Field
from sop_templates.engine.own_format.cells import (
    HEAD_WORDS,
    are_titles,
    is_head,
    is_line,
    is_prose,
    row_line,
)
from sop_templates.engine.own_format.contents import repeated_of, without_contents
from sop_templates.engine.own_format.frames import is_mark, unframed
from sop_templates.engine.own_format.headings import (
    PLAIN,
    Headings,
    before_of,
    count_words,
    following_of,
)
from sop_templates.engine.own_format.looks import Level
from sop_templates.engine.own_format.words import Subject
from sop_templates.engine.placement.model_texts import WORD_PROMPTS
from sop_templates.formats.written import Box, Cell, Grid, Line, Writing

OVER_ROWS: Level = (4,)
IN_TABLE: Level = (5,)

PutFact = Callable[[str, str, Sequence[Line]], Field | None]


@dataclass(slots=True)
class Section:
    """What stands under a heading.

    Attributes:
        heading: its words, "" before the first one.
        level: how deep it stands.
        parent: the section around it, or None.
        lines: its own lines, without those of sections in it.
        subjects: what its heading is about, as far as the model knows.
        line: the heading itself, or None.
        is_aside: whether it explains words, and tells nothing of the school.
        prompts: the `id` of each of its lines that only asks for a text.
    """

    heading: str = ""
    level: Level = ()
    parent: "Section | None" = None
    lines: list[Line] = field(default_factory=list)
    subjects: tuple[Subject, ...] = ()
    line: Line | None = None
    is_aside: bool = False
    prompts: set[int] = field(default_factory=set)

    @property
    def words(self) -> int:
        """How many words its lines have."""
        return count_words(self.lines)


def sections_of(
    writing: Writing,
    headings: Headings,
    *,
    put_fact: PutFact,
    above: AbstractSet[int] = frozenset(),
) -> list[Section]:
    """The sections of a file in reading order; the first one has no heading.

    Args:
        writing: the file.
        headings: tells its headings.
        put_fact: takes the answer behind a label, and says which field it answers; None for none.
        above: the `id` of each heading whose text was taken out.
    """
    builder = _Builder(headings, put_fact, repeated_of(writing), above)
    lines: list[Line] = []
    for part in unframed(writing.parts, headings.words):
        if isinstance(part, Line):
            lines.append(part)
            continue
        builder.flow(lines)
        lines = []
        if isinstance(part, Box):
            builder.island(part.lines)
        else:
            builder.grid(part)
    builder.flow(lines)
    builder.add_notes(writing.notes)
    return builder.sections


class _Builder:
    """Sections in the making, with those that are open."""

    def __init__(
        self,
        headings: Headings,
        put_fact: PutFact,
        repeated: frozenset[str],
        above: AbstractSet[int],
    ) -> None:
        self.headings = headings
        self.words = headings.words
        self.put_fact = put_fact
        self.repeated = repeated
        self.above = above
        self.sections = [Section()]
        self.opened: list[Section] = []

    @property
    def current(self) -> Section:
        return self.opened[-1] if self.opened else self.sections[0]

    def flow(self, lines: Sequence[Line]) -> None:
        """Takes lines that stand below each other."""
        told = without_contents(lines, self.repeated)
        for place, one in enumerate(told):
            parted = [one] if self.current.is_aside else self.headings.apart(one)
            for number, line in enumerate(parted):
                following = parted[number + 1] if number + 1 < len(parted) else None
                before = parted[number - 1] if number else before_of(told, place)
                level = self.headings.level(line, following or following_of(told, place), before)
                self._take(line, PLAIN if level is None and id(line) in self.above else level)

    def _take(self, line: Line, level: Level | None) -> None:
        """Takes a line: a heading, a short answer or text."""
        if level is not None:
            self.open(line, level)
        elif line.text not in WORD_PROMPTS and not self._fact(line):
            self._put(line)

    def _put(self, line: Line) -> None:
        self.current.lines.append(line)
        if self.words.speech.is_prompt(line.text):
            self.current.prompts.add(id(line))

    def island(self, lines: Sequence[Line]) -> None:
        """Takes lines that stand apart: headings among them reach no further."""
        before = list(self.opened)
        begun = self.current
        if begun.lines and not self._begins_with_heading(lines):
            self._new(Section(level=IN_TABLE))
        self.flow(lines)
        self._close(before)

    def open(self, line: Line, level: Level) -> None:
        """Begins a section under a heading."""
        while self.opened and self.opened[-1].level >= level:
            self.opened.pop()
        text = " ".join(line.text.split())
        self._new(Section(text, level, subjects=self._subjects(text), line=line))

    def grid(self, grid: Grid) -> None:
        """Takes a table: a form, a frame around text, or columns under heads."""
        before = list(self.opened)
        heads: dict[int, Cell] = {}
        for place, cells in enumerate(grid.rows):
            below = grid.rows[place + 1] if place + 1 < len(grid.rows) else ()
            filled = [cell for cell in cells if cell.text]
            if self._are_heads(filled, below):
                heads = {cell.column: cell for cell in filled}
            elif len(cells) > 1 and any(cell.column in heads for cell in filled):
                self._under_heads(filled, heads)
            elif len(cells) == 1 and filled and below and is_line(filled[0]):
                heads = {}
                self.open(next(one for one in filled[0].lines if one.text), OVER_ROWS)
            else:
                heads = {}
                self._row(filled, is_first=place == 0)
        self._close(before)

    def add_notes(self, notes: Sequence[Line]) -> None:
        """Takes foot- and endnotes: they belong to no section that one can tell."""
        if notes:
            self.opened = []
            self._new(Section(lines=list(notes)))

    def _new(self, section: Section) -> None:
        section.parent = self.opened[-1] if self.opened else None
        in_aside = section.parent is not None and section.parent.is_aside
        section.is_aside = in_aside or self.words.speech.is_aside(section.heading)
        self.sections.append(section)
        self.opened.append(section)

    def _close(self, before: list[Section]) -> None:
        """Ends the sections of a table or box; a heading without text waits for what follows."""
        last = self.current
        if not last.heading or last.lines or last in before:
            self.opened = before

    def _begins_with_heading(self, lines: Sequence[Line]) -> bool:
        for place, line in enumerate(lines):
            if line.text:
                return self.headings.level(line, following_of(lines, place)) is not None
        return True

    def _fact(self, line: Line) -> bool:
        """Takes `Directeur: …`, if it is the answer to a short question."""
        for sign in (":", "\t"):
            label, found, answer = line.text.partition(sign)
            if found and answer.strip() and "\n" not in answer:
                return self.put_fact(label, answer.strip(), [line]) is not None
        return False

    def _row(self, cells: Sequence[Cell], *, is_first: bool) -> None:
        """Takes a row of a form or frame."""
        cells = self._without_facts(cells)
        if len(cells) > 1 and is_mark(cells[0]):
            cells = cells[1:]
        if len(cells) < 2:  # noqa: PLR2004 - nothing beside it
            self.flow([line for cell in cells for line in cell.lines])
            return
        head, *others = cells
        if not is_head(head) or self._is_frame(head):
            for cell in cells:
                before = list(self.opened)
                self.flow(cell.lines)
                self._close(before)
        elif is_prose(others) or (
            self.words.subjects(head.text) and not (is_first and are_titles(cells))
        ):
            self._beside(head, others)
        else:
            self.current.lines.append(row_line(cells))

    def _is_frame(self, cell: Cell) -> bool:
        """Whether a cell holds a heading and the text under it: then it stands for itself."""
        filled = [line for line in cell.lines if line.text]
        if len(filled) < 2:  # noqa: PLR2004 - a heading and a text
            return False
        first, second = filled[:2]
        return (
            self.headings.level(first, second) is not None
            and self.headings.level(second, None) is None
            and len(second.text.split()) > len(first.text.split())
        )

    def _beside(self, head: Cell, others: Sequence[Cell]) -> None:
        before = list(self.opened)
        self._new(self._headed(head))
        for line in (one for cell in others for one in cell.lines if one.text):
            self._put(line)
        self.opened = before

    def _under_heads(self, cells: Sequence[Cell], heads: dict[int, Cell]) -> None:
        for cell in cells:
            before = list(self.opened)
            if cell.column in heads:
                self._new(self._headed(heads[cell.column]))
            self.flow(cell.lines)
            self.opened = before

    def _headed(self, head: Cell) -> Section:
        text = " ".join(head.text.split())
        return Section(text, IN_TABLE, subjects=self._subjects(text), line=head.lines[0])

    def _subjects(self, heading: str) -> tuple[Subject, ...]:
        """What a heading is about; one that names the document is its title."""
        if self.words.names_sop(heading) and not self.words.knows(heading):
            return ()
        return self.words.subjects(heading)

    def _are_heads(self, cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
        """Whether cells name what stands below each: several parts of the model, and text under them."""
        if len(cells) < 2 or not all(map(is_head, cells)):  # noqa: PLR2004 - columns
            return False
        known = [cell for cell in cells if self.words.subjects(cell.text)]
        return len(known) > 1 and any(not is_head(cell) for cell in below)

    def _without_facts(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells that are left when labels and the short answers beside them are taken."""
        left: list[Cell] = []
        place = 0
        while place < len(cells):
            one = cells[place]
            beside = cells[place + 1] if place + 1 < len(cells) else None
            is_short = beside is not None and len(beside.text.split()) <= HEAD_WORDS
            if (
                beside is not None
                and is_short
                and self.put_fact(one.text, beside.text, beside.lines)
            ):
                place += 2
                continue
            left.append(one)
            place += 1
        return left
