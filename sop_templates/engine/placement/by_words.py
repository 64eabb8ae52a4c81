"""Answers that are found by the words around them, where control and bookmark are gone.

The visible question stands above an answer (a heading, then paragraphs or a table), before it on the
same line (`Postcode: 2500 AA`) or in the cell beside it. Where no question is left, the heading of one
of the four parts gives its text to the part's own question.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from sop_templates.domain.model import Field
from sop_templates.engine.placement.by_paragraphs import Paragraphs, place_line
from sop_templates.engine.placement.doubles import is_anchored, tell_double
from sop_templates.engine.placement.fixed_texts import place_fixed_texts_by_words
from sop_templates.engine.placement.placing import Origin, Placing
from sop_templates.engine.placement.tables import TableAnswers, read_tables
from sop_templates.formats.word.finished.spans import TableSpan

ENOUGH = 0.5  # likeness of a table to a field: half of its columns, or the question right above it
MOST_TABLES = 300  # a SOP has some 15; what a stranger's file has more is named, not placed


def place_by_words(placing: Placing) -> None:
    """Places what is left of a file; answers that were found already stay."""
    place_fixed_texts_by_words(placing)
    _place_tables(placing)
    _place_cells(placing)
    Paragraphs(placing).place()


def _place_tables(placing: Placing) -> None:
    """Gives each table to the open field that it is most like."""
    body = placing.body
    fields = [
        one for one in placing.open_fields() if one.is_table and one.key not in placing.origin
    ]
    tables = [one for one in body.story.spans.tables if one.start not in placing.used]
    questions = _questions(placing)
    likeness = []
    for table in tables[:MOST_TABLES]:
        above = questions[bisect_left(questions, (table.start,)) - 1][1:]
        for one in fields:
            like = TableAnswers(body, one, table).likeness() + (ENOUGH if one.key in above else 0)
            if like >= ENOUGH:
                likeness.append((like, -table.start, table, one))
    for _, _, table, one in sorted(likeness, key=lambda found: found[:2], reverse=True):
        if table.start not in placing.used and one.key not in placing.origin:
            parts = [table, *_continued(placing, one, table, questions)]
            placing.put(one, read_tables(body, one, parts), Origin.LABEL)
            placing.used.update(part.start for part in parts)
    _tell_copies(placing, tables[:MOST_TABLES])


def _tell_copies(placing: Placing, tables: Iterable[TableSpan]) -> None:
    """Tells the tables that stand in the file again and say something else; the same ones count once."""
    answered = [
        one for one in placing.texts.model.fields if one.is_table and one.key in placing.raw
    ]
    for table in tables:
        likely = (one for one in answered if table.start not in placing.used)
        for one in likely:
            if TableAnswers(placing.body, one, table).likeness() >= 1:
                tell_double(placing, one, read_tables(placing.body, one, [table]))
                placing.used.add(table.start)


def _continued(
    placing: Placing, one: Field, first: TableSpan, questions: list[tuple[int | str, ...]]
) -> Iterator[TableSpan]:
    """The tables under the same question that go on where a table of the field was cut in two.

    Either nothing is between, and they are as wide; or they have the field's header again.
    """
    story, before = placing.body.story, first
    asked = bisect_left(questions, (first.start,))
    tables = [table for table in story.spans.tables if table.depth == first.depth]
    for table in tables[bisect_left(tables, first.end, key=lambda table: table.start) :]:
        if table.start in placing.used or bisect_left(questions, (table.start,)) != asked:
            return
        answers, other = (TableAnswers(placing.body, one, part) for part in (table, before))
        goes_on = not story.text(before.end, table.start).strip()
        if not (goes_on and answers.width() == other.width()) and answers.likeness() < 1:
            return
        yield table
        before = table


def _questions(placing: Placing) -> list[tuple[int | str, ...]]:
    """The paragraphs with words outside tables: first piece, and keys of the fields they ask for."""
    story = placing.body.story
    found: list[tuple[int | str, ...]] = [(-1,)]
    for one in story.spans.paragraphs:
        if not one.tables and (text := story.text(one.start, one.end).strip()):
            fields = placing.texts.find_fields(text)
            found.append((one.start, *(field.key for field in fields)))
    return found


def _place_cells(placing: Placing) -> None:
    """Answers in the cell beside their question, or behind it in the same cell."""
    body = placing.body
    for table in body.story.spans.tables[:MOST_TABLES]:
        if table.start in placing.used:
            continue  # its cells have no question of their own
        for line in body.story.merges.grid(table.rows()):
            cells = list(dict.fromkeys(cell for cell in line if cell is not None))
            for label, value in zip_longest(cells, cells[1:]):
                text = body.story.text(label.start, label.end)
                fields = placing.texts.find_fields(text)
                if not fields:
                    place_line(placing, label.start, label.end, text)
                elif value is not None:
                    is_question = bool(body.left(label.start, label.end))
                    placing.questions += 1
                    body.take(label.start, label.end)
                    placing.used.add(table.start)
                    if is_question or placing.is_open(fields[0]):
                        _place(placing, fields[0], value.start, value.end, Origin.LABEL)


def _place(placing: Placing, one: Field, start: int, end: int, origin: Origin) -> None:
    """Puts what stands in a stretch where the field is still open; else it may be a copy."""
    if one.is_table:
        return
    if placing.is_open(one):
        placing.put(one, placing.body.answer(one, start, end), origin)
    elif is_anchored(placing, one, start, end) or not placing.body.left(start, end):
        return
    else:
        tell_double(placing, one, placing.body.answer(one, start, end))
    placing.body.take(start, end)
