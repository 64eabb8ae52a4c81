"""The sections of a school's page, made of its public Word file: summary first, then chapters."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sop_templates.domain.model import SCHOOL_NAME, SCHOOL_YEAR, Chapter, Field, FieldType, Model
from sop_templates.engine.model_files.blocks import FIXED_NOTE
from sop_templates.engine.placement.model_texts import ModelTexts, key_of
from sop_templates.engine.publication.page_grids import Tables, fact
from sop_templates.engine.publication.page_lines import (
    Anchors,
    Lists,
    is_caption,
    line_of,
    prose_of,
)
from sop_templates.formats.web.values import (
    Aside,
    Block,
    Facts,
    Pictures,
    Section,
    Subheading,
)
from sop_templates.formats.word.published.blocks import Block as WordBlock
from sop_templates.formats.word.published.blocks import (
    BoxBlock,
    ParagraphBlock,
    Reading,
    TableBlock,
)
from sop_templates.richtext_markup import parse, plain

OWN_IDS = ("inhoud", "inhoud-kop", "noten")  # of the page's frame
DEEPEST = 6  # heading levels that HTML has
DRAFT_NOTE = "Concept. Dit profiel is nog niet vastgesteld. De inhoud kan nog veranderen."
TITLES = ("title", "subtitle")  # Word's own styles, in small letters


@dataclass(frozen=True, slots=True)
class Sections:
    """What a page shows below its head.

    Attributes:
        summary: for parents, or None.
        opening: what stands before the first chapter.
        chapters: the chapters.
        notes: foot- and endnotes.
    """

    summary: Section | None
    opening: tuple[Section, ...]
    chapters: tuple[Section, ...]
    notes: tuple[tuple[Block, ...], ...]


def make_sections(reading: Reading, texts: ModelTexts, name: str, year: str) -> Sections:
    """The sections of a school's page.

    Args:
        reading: what its public Word file shows.
        texts: the words of its model.
        name: of the school, which the page's head shows.
        year: school year, likewise.
    """
    composer = _Composer(texts, {key_of(name), key_of(year)}, _top_level(reading, texts))
    for block in _gathered(reading.blocks):
        composer.take(block)
    return composer.sections(reading)


def _top_level(reading: Reading, texts: ModelTexts) -> int:
    """The heading level of chapters: the highest in use; a document's title has no level."""
    levels = [
        one.level
        for one in reading.blocks
        if isinstance(one, ParagraphBlock)
        and one.level
        and key_of(texts.model.title) not in key_of(one.text)
    ]
    return min(levels, default=1)


Gathered = WordBlock | tuple[ParagraphBlock, ...]  # items of a list together


def _gathered(blocks: Sequence[WordBlock]) -> list[Gathered]:
    found: list[Gathered] = []
    items: list[ParagraphBlock] = []
    for one in (*blocks, None):
        if isinstance(one, ParagraphBlock) and one.list and not one.level:
            items.append(one)
            continue
        if items:
            found.append(tuple(items))
            items = []
        if one is not None:
            found.append(one)
    return found


@dataclass(slots=True)
class _Draft:
    """A section in the making."""

    title: str = ""
    id: str = ""
    number: str = ""
    is_chapter: bool = False
    is_summary: bool = False
    blocks: list[Block] = field(default_factory=list)

    def made(self) -> Section:
        return Section(self.id, self.title, tuple(_polished(self.blocks)), self.number)


class _Composer:
    """Takes blocks in reading order and puts them into sections."""

    def __init__(self, texts: ModelTexts, shown_above: set[str], top: int) -> None:
        self.texts = texts
        self.top = top
        self.anchors = Anchors(OWN_IDS)
        self.lists = Lists()
        self.tables = Tables(texts, self.show)
        self.drafts = [_Draft()]
        self.level = 2  # of the heading that came last
        self.heading = ""  # its words
        self.label = ""  # a short question that waits for its answer
        self._counts: list[int] = []
        self._above = shown_above | {key_of(texts.model.title), key_of(DRAFT_NOTE)}
        self._front = _front_words(texts.model)
        self._fixed = frozenset(
            key_of(line)
            for one in texts.model.fixed_texts.values()
            for line in plain(parse(one.text)).splitlines()
        )

    def take(self, block: Gathered) -> None:
        if isinstance(block, ParagraphBlock):
            self._paragraph(block)
        elif isinstance(block, TableBlock):
            self._put(*self.tables.of(block, self.heading))
        elif isinstance(block, BoxBlock):
            self._put(Aside(self.show(block.blocks)))
        else:
            made: list[Block] = list(self.lists.of(block))
            self._put(*self._apart(made, [one.text for one in block]))

    def show(self, blocks: Sequence[WordBlock]) -> tuple[Block, ...]:
        """The blocks of a cell or box, without headings: a cell has no chapters."""
        found: list[Block] = []
        for one in _gathered(blocks):
            if isinstance(one, ParagraphBlock):
                found.append(prose_of(one))
            elif isinstance(one, TableBlock):
                found += self.tables.of(one, "")
            elif isinstance(one, BoxBlock):
                found += self.show(one.blocks)
            else:
                found += self.lists.of(one)
        return tuple(found)

    def sections(self, reading: Reading) -> Sections:
        made = [one for one in self.drafts if one.blocks]
        summary = next((one for one in made if one.is_summary), None)
        first = next((at for at, one in enumerate(made) if one.is_chapter), len(made))
        return Sections(
            summary=summary.made() if summary else None,
            opening=tuple(one.made() for one in made[:first] if one is not summary),
            chapters=tuple(one.made() for one in made[first:] if one is not summary),
            notes=tuple(self.show(blocks) for blocks in reading.notes),
        )

    def _paragraph(self, block: ParagraphBlock) -> None:
        text = block.text.strip()
        key = key_of(text)
        if block.style.casefold() in TITLES and (key in self._above or not self._has_chapter()):
            return
        if block.level and text:
            self._head(block, text, key)
        elif self._is_shown_above(key):
            return
        elif is_caption(block) and self._last_is_picture():
            pictures = self.drafts[-1].blocks.pop()
            assert isinstance(pictures, Pictures)
            self.drafts[-1].blocks.append(replace(pictures, caption=line_of(block.content)))
        elif text and self._asks(text):
            self.label = text
        elif key == key_of(FIXED_NOTE) and self._last_is_aside():
            aside = self.drafts[-1].blocks.pop()
            assert isinstance(aside, Aside)
            self.drafts[-1].blocks.append(replace(aside, note=text))
        else:
            self._put(*self._apart([prose_of(block)], [text]))

    def _is_shown_above(self, key: str) -> bool:
        """Whether it is the name or year of the school, or the question for it, on the front page."""
        if self._has_chapter():
            return False
        model = self.texts.model
        labels = {key_of(model.by_key[one].label) for one in (SCHOOL_NAME, SCHOOL_YEAR)}
        return key in self._above or key in labels

    def _has_chapter(self) -> bool:
        return any(one.is_chapter for one in self.drafts)

    def _asks(self, text: str) -> bool:
        found = self.texts.find_fields(text, alike=False)
        return any(not one.is_table and one.type is not FieldType.RICH for one in found)

    def _head(self, block: ParagraphBlock, text: str, key: str) -> None:
        self._finish_label()
        self.heading = text
        number = self._number(block)
        is_summary, is_front = key in self._front.summary, key in self._front.facts
        if not self._has_chapter() and (is_summary or is_front):
            self._begin(_Draft(text, self.anchors.of(text), is_summary=is_summary))
        elif not self._has_chapter() and any(word and word in key for word in self._above):
            return  # the name of the school or of the document, as a heading
        elif block.level <= self.top:
            self._begin(_Draft(text, self.anchors.of(text), number, is_chapter=True))
        elif not self.drafts[-1].title:
            self._begin(_Draft(text, self.anchors.of(text), number))
        else:
            self.level = min(block.level - self.top + 2, self.level + 1, DEEPEST)
            line = line_of(block.content)
            self._put(Subheading(line, max(self.level, 3), self.anchors.of(text), number))

    def _begin(self, draft: _Draft) -> None:
        self.level = 2
        self.drafts.append(draft)

    def _number(self, block: ParagraphBlock) -> str:
        """The number that Word shows before a heading, counted over as Word does."""
        if not block.is_counted:
            return ""
        self._counts = self._counts[: block.level]
        self._counts += [0] * (block.level - len(self._counts))
        self._counts[-1] += 1
        return ".".join(map(str, self._counts))

    def _put(self, *blocks: Block) -> None:
        if self.label and blocks:
            label, self.label = self.label, ""
            self.drafts[-1].blocks.append(Facts((fact(label, blocks),)))
        else:
            self.drafts[-1].blocks += blocks

    def _finish_label(self) -> None:
        self.label = ""

    def _apart(self, made: Sequence[Block], lines: Sequence[str]) -> Sequence[Block]:
        """Fixed texts stand apart, those that follow each other together."""
        if not all(key_of(line) in self._fixed for line in lines if line.strip()) or not lines:
            return made
        if self._last_is_aside() and not self.label:
            aside = self.drafts[-1].blocks.pop()
            assert isinstance(aside, Aside)
            return [replace(aside, blocks=(*aside.blocks, *made))]
        return [Aside(tuple(made))]

    def _last_is_aside(self) -> bool:
        blocks = self.drafts[-1].blocks
        return bool(blocks) and isinstance(blocks[-1], Aside)

    def _last_is_picture(self) -> bool:
        blocks = self.drafts[-1].blocks
        return bool(blocks) and isinstance(blocks[-1], Pictures)


@dataclass(frozen=True, slots=True)
class _Front:
    """Keys of the headings on the front page: of the summary, and of the school's facts."""

    summary: frozenset[str]
    facts: frozenset[str]


def _front_words(model: Model) -> _Front:
    fronts: list[Chapter] = [one for one in model.chapters if one.front]
    written: list[Field] = [
        one for chapter in fronts for one in chapter.fields if one.type is FieldType.RICH
    ]
    return _Front(
        frozenset(key_of(one.label) for one in written),
        frozenset(key_of(words) for one in fronts for words in (one.title, *one.headings)),
    )


def _polished(blocks: Sequence[Block]) -> list[Block]:
    """Neighbouring facts as one list of facts."""
    found: list[Block] = []
    for one in blocks:
        last = found[-1] if found else None
        if isinstance(one, Facts) and isinstance(last, Facts):
            found[-1] = Facts((*last.facts, *one.facts))
        else:
            found.append(one)
    return found
