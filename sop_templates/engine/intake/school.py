"""The school form: a sheet a chapter with question, answer, explanation and state side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sop_templates.domain.model import Chapter, Field, FieldType, Model, Need
from sop_templates.engine.intake.entries import Ranges, entry
from sop_templates.engine.intake.layout import (
    START,
    SheetNames,
    at_sheet,
    chapter_title,
    explanation,
    link_to,
)
from sop_templates.engine.intake.looks import (
    BACK,
    EXPLANATION,
    GROUP,
    HEADER,
    KEY,
    LINK_CELL,
    OPEN_ANSWER,
    QUESTION,
    STATE,
    SUBTITLE,
    TITLE,
    WRONG_STATE,
    answer_look,
    height_of,
    line_count,
)
from sop_templates.engine.intake.places import ANSWER, ASKED, HELP, KEYS, STAND
from sop_templates.engine.intake.states import (
    filled_count,
    is_filled,
    plain_state,
    table_state,
    word_count,
    word_state,
    wrong_length,
)
from sop_templates.engine.intake.table import TableCount, table_count
from sop_templates.engine.intake.values import Answers, cell_content
from sop_templates.formats.excel.cells import address
from sop_templates.formats.excel.palette import ACCENT
from sop_templates.formats.excel.sheets import (
    Area,
    Cell,
    Columns,
    Entry,
    Formula,
    Highlight,
    Link,
    Sheet,
)

WORDS, DONE, OF, MUST_DONE, MUST_OF = (
    6,
    7,
    8,
    9,
    10,
)  # hidden: what the states and shares are made of
HEAD = 4
FIRST = HEAD + 1
HEADERS = ("Vraag", "Antwoord", "Uitleg", "Stand")
WIDTHS = (36, 74, 46, 20)
PROSE_LINES = 7  # of an empty answer in prose; the row grows with what is typed
BACK_WORDS = "← Terug naar Start"


@dataclass(frozen=True, slots=True)
class ChapterRows:
    """Where the questions of a chapter stand on its sheet: the row of each field, and the last."""

    rows: Mapping[str, int]
    internal: int  # row of the heading above the internal fields, 0 where there are none
    last: int


def chapter_rows(chapter: Chapter) -> ChapterRows:
    """The rows of a chapter's sheet; internal fields stand last, under a heading of their own."""
    open_ones = [one for one in chapter.fields if not one.internal]
    internal = [one for one in chapter.fields if one.internal]
    rows = {one.key: row for row, one in enumerate(open_ones, FIRST)}
    heading = FIRST + len(open_ones) if internal else 0
    rows |= {one.key: row for row, one in enumerate(internal, heading + 1)}
    return ChapterRows(rows, heading, max(rows.values()))


def chapter_sheet(
    model: Model, chapter: Chapter, names: SheetNames, ranges: Ranges, answers: Answers
) -> Sheet:
    """The sheet of a chapter, with the answers that are known."""
    where = chapter_rows(chapter)
    cells = list(_head(chapter))
    if where.internal:
        words = f"{model.internal_title}: dit komt niet op de website"
        cells.append(Cell(where.internal, ASKED, words, GROUP, columns=len(HEADERS)))
    entries: list[Entry | None] = []
    highlights = []
    for one in chapter.fields:
        row = where.rows[one.key]
        if one.is_table:
            cells += _table_row(one, row, names, answers)
            continue
        cells += _question_row(one, row, answers.get(one.key))
        area = Area(row, ANSWER, row, ANSWER)
        entries.append(entry(one, [area], ranges))
        if one.need is Need.REQUIRED:
            highlights.append(Highlight(area, f"=LEN(TRIM({address(row, ANSWER)}))=0", OPEN_ANSWER))
    stand = Area(FIRST, STAND, where.last, STAND)
    highlights.append(Highlight(stand, wrong_length(address(FIRST, STAND)), WRONG_STATE))
    return Sheet(
        names.chapters[chapter.key],
        sorted(cells, key=lambda cell: (cell.row, cell.column)),
        columns=_columns(),
        heights={
            1: 34,
            2: 18 if chapter.intro else 4,
            HEAD: 22,
            **({where.internal: 22} if where.internal else {}),
        },
        first_heights={
            where.rows[one.key]: _height(one, answers.get(one.key)) for one in chapter.fields
        },
        entries=tuple(one for one in entries if one is not None),
        highlights=tuple(highlights),
        freeze=(FIRST, ANSWER),
        print_area=Area(1, ASKED, where.last, STAND),
        repeat_rows=HEAD,
        tab_color=ACCENT,
        start=(FIRST, ANSWER),
    )


def _height(one: Field, value: Any) -> float:
    """The height of a question's row: room for its words, and for prose some lines to begin with."""
    texts = (one.label, "" if one.is_table else str(value or ""), explanation(one))
    lines = [line_count(text, width) for text, width in zip(texts, WIDTHS, strict=False)]
    return height_of(max(*lines, PROSE_LINES if one.type is FieldType.RICH else 1))


def _columns() -> tuple[Columns, ...]:
    shown = tuple(
        Columns(ASKED + place, ASKED + place, width) for place, width in enumerate(WIDTHS)
    )
    return (Columns(KEYS, KEYS, 2, hidden=True), *shown, Columns(WORDS, MUST_OF, 4, hidden=True))


def _head(chapter: Chapter) -> Iterator[Cell]:
    yield Cell(1, ASKED, chapter_title(chapter), TITLE, columns=len(HEADERS))
    yield Cell(2, ASKED, chapter.intro, SUBTITLE, columns=len(HEADERS))
    yield Cell(3, ASKED, Link(BACK_WORDS, link_to(START)), BACK)
    for place, words in enumerate(HEADERS):
        yield Cell(HEAD, ASKED + place, words, HEADER)


def _question_row(one: Field, row: int, value: Any) -> Iterator[Cell]:
    answer = address(row, ANSWER)
    content = cell_content(one, value)
    filled = is_filled(content)
    yield Cell(row, KEYS, one.key, KEY)
    yield Cell(row, ASKED, one.label, QUESTION)
    yield Cell(row, ANSWER, content, answer_look(one))
    yield Cell(row, HELP, explanation(one), EXPLANATION)
    if one.limits.max_words or one.limits.min_words:
        words = word_count(answer, str(content or ""))
        yield Cell(row, STAND, word_state(one, words, address(row, WORDS)), STATE)
        yield Cell(row, WORDS, words, KEY)
    else:
        yield Cell(row, STAND, plain_state(one, answer, filled=filled), STATE)
    if one.need is not Need.OPTIONAL:
        done = filled_count(answer, filled=filled)
        yield from _counts(one, row, done, 1)


def _counts(one: Field, row: int, done: Formula, of: int) -> Iterator[Cell]:
    yield Cell(row, DONE, done, KEY)
    yield Cell(row, OF, of, KEY)
    if one.need is Need.REQUIRED:
        yield Cell(row, MUST_DONE, done, KEY)
        yield Cell(row, MUST_OF, of, KEY)


def _table_row(one: Field, row: int, names: SheetNames, answers: Answers) -> Iterator[Cell]:
    name = names.tables[one.key]
    count = table_count(one, at_sheet(name), answers.get(one.key))
    shown = address(row, WORDS)
    words = f"Invullen op blad {name} →"
    yield Cell(row, ASKED, one.label, QUESTION)
    yield Cell(row, ANSWER, Link(words, link_to(name)), LINK_CELL)
    yield Cell(row, HELP, explanation(one), EXPLANATION)
    yield Cell(row, STAND, table_state(one, shown, int(count.filled.value), count.of), STATE)
    yield Cell(row, WORDS, count.filled, KEY)
    yield from _counts(one, row, *_done(one, shown, count))


def _done(one: Field, shown: str, count: TableCount) -> tuple[Formula, int]:
    if one.type is FieldType.ROWS:
        return Formula(f"={shown}", count.filled.value), count.of
    return Formula(f"=--({shown}>0)", int(bool(count.filled.value))), 1
