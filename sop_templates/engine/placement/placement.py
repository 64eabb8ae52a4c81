"""Where each answer of a model stands in a Word file, in the order of trust.

Control, then bookmark, then the visible question, then the chapter's heading (`placed_by_words`). An
anchor that holds no words is passed by for one that does: somebody may have typed beside the field.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from sop_templates.domain.model import Field, FieldType
from sop_templates.engine.placement.by_words import place_by_words
from sop_templates.engine.placement.doubles import put_first, shown
from sop_templates.engine.placement.fixed_texts import place_fixed_texts
from sop_templates.engine.placement.loose_texts import find_loose, loose_findings
from sop_templates.engine.placement.model_texts import ModelTexts
from sop_templates.engine.placement.pictures import picture_findings
from sop_templates.engine.placement.placing import Origin, Placing, Tagged
from sop_templates.engine.placement.story_answers import StoryAnswers
from sop_templates.engine.placement.tables import TableAnswers, read_tables, tables_of
from sop_templates.formats.word.finished.document import Document
from sop_templates.formats.word.finished.spans import ControlSpan, Span, TableSpan
from sop_templates.kinds.reading import PROMPT_OR_TEXT
from sop_templates.outcome import Finding, Kind, Place


def place_answers(texts: ModelTexts, document: Document) -> Placing:
    """Finds the answers of a model in a Word file.

    Args:
        texts: the words of the model.
        document: the file, read.

    Returns:
        Raw answers with their origin, the fixed texts, and findings: words that belong to no field
        among them.
    """
    stories = [StoryAnswers(one, texts, texts.own_tags) for one in document.stories]
    placing = Placing(texts, stories, _by_tag(stories))
    for one in texts.model.fields:
        _PLACERS.get(one.type, _place_scalar)(placing, one)
    place_fixed_texts(placing)
    _place_by_bookmarks(placing)
    if find_loose(placing):
        _place_beside_controls(placing)
        place_by_words(placing)
        placing.findings += loose_findings(placing)
    placing.findings += picture_findings(placing)
    return placing


def _by_tag(stories: list[StoryAnswers]) -> Tagged:
    tagged: Tagged = {}
    for one in stories:
        for control, tag in zip(one.story.spans.controls, one.story.tags, strict=True):
            if tag:
                tagged.setdefault(tag, []).append((one, control))
    return tagged


def _place_scalar(placing: Placing, one: Field) -> None:
    found = (
        _control_answer(placing, one, story, control)
        for story, control in placing.tagged.get(one.key, ())
    )
    put_first(placing, one, found, Origin.CONTROL)


def _control_answer(placing: Placing, one: Field, story: StoryAnswers, control: ControlSpan) -> Any:
    story.take(control.start, control.end)
    if control.number in story.story.showing_prompts:
        if words := story.unlike_prompt(control):
            values = {"label": one.title, "words": shown(words)}
            placing.findings.append(_finding(PROMPT_OR_TEXT, one, values))
        return None
    return story.answer(one, control.start, control.end, control.number)


def _place_list(placing: Placing, one: Field) -> None:
    tags = (one.key, *one.tags())
    found = [pair for tag in tags for pair in placing.tagged.get(tag, ())]
    for story in placing.stories:
        pieces = [control.start for owner, control in found if owner is story]
        if not pieces:
            continue
        tables = tables_of(story.story.spans.tables, pieces)
        if tables:
            copies = _copies(story, one, tables)
            found_rows = (read_tables(story, one, parts) for parts in copies)
            put_first(placing, one, found_rows, Origin.CONTROL)
            if story is placing.body:
                placing.used.update(table.start for table in tables)
        else:
            placing.put(one, _loose_rows(story, one), Origin.CONTROL)


def _copies(story: StoryAnswers, one: Field, tables: list[TableSpan]) -> list[list[TableSpan]]:
    """Tables of a list by the question above them: under one they are parts, under each a copy."""
    copies = [tables[:1]]
    for before, table in pairwise(tables):
        lines = story.story.text(before.end, table.start).splitlines()
        if any(one in story.texts.find_fields(line, alike=False) for line in lines):
            copies.append([])
        copies[-1].append(table)
    return copies


def _loose_rows(story: StoryAnswers, one: Field) -> list[dict[str, Any]]:
    """Rows from controls whose table is gone: a column that comes again begins a new row."""
    columns = {tag: column for tag in one.tags() if (column := one.column(tag.rpartition(".")[2]))}
    rows: list[dict[str, Any]] = [{}]
    for control in story.story.spans.controls:
        column = columns.get(story.story.tags[control.number])
        if column is None:
            continue
        if column.key in rows[-1]:
            rows.append({})
        rows[-1][column.key] = story.answer(column, control.start, control.end, control.number)
        story.take(control.start, control.end)
    return [row for row in rows if any(value is not None for value in row.values())]


def _place_fixed_rows(placing: Placing, one: Field) -> None:
    rows: dict[str, dict[str, Any]] = {}
    pieces: dict[int, list[int]] = {}
    missing = False
    for row in one.rows:
        for column in one.columns:
            found = placing.tagged.get(f"{one.key}.{row.key}.{column.key}", ())
            missing = missing or not found
            for story, control in found:
                pieces.setdefault(id(story), []).append(control.start)
                value = story.answer(column, control.start, control.end, control.number)
                cells = rows.setdefault(row.key, {})
                if value is None or cells.setdefault(column.key, value) == value:
                    story.take(control.start, control.end)
    if pieces:
        placing.put(one, rows, Origin.CONTROL)
        for table in tables_of(placing.body.story.spans.tables, pieces.get(id(placing.body), ())):
            placing.used.add(table.start)
            if missing:
                found_rows = TableAnswers(placing.body, one, table).read_fixed_rows()
                placing.put(one, found_rows, Origin.CONTROL)


def _place_beside_controls(placing: Placing) -> None:
    """Words that were typed in the cells of fixed rows, but not in their controls."""
    for one in placing.texts.model.fixed_rows():
        if one.key not in placing.origin or not placing.is_open(one):
            continue
        pieces = [
            control.start
            for tag in one.tags()
            for story, control in placing.tagged.get(tag, ())
            if story is placing.body
        ]
        for table in tables_of(placing.body.story.spans.tables, pieces):
            rows = TableAnswers(placing.body, one, table).read_fixed_rows()
            placing.put(one, rows, placing.origin[one.key])


def _place_by_bookmarks(placing: Placing) -> None:
    stories = [one for one in placing.stories if one.story.spans.bookmarks]
    for one in list(placing.open_fields()) if stories else ():
        if one.is_table and one.key in placing.origin:
            continue
        found = (
            value
            for story in stories
            for span in story.story.spans.bookmarks.get(one.bookmark, ())
            for value in _marked_answers(placing, one, story, span)
        )
        if one.type is FieldType.ROWS:
            for rows in found:
                placing.put(one, rows, Origin.BOOKMARK)
        else:
            put_first(placing, one, found, Origin.BOOKMARK)


def _marked_answers(placing: Placing, one: Field, story: StoryAnswers, span: Span) -> Iterator[Any]:
    """What a bookmark's stretch answers: nothing where it lies around no table of a table's field."""
    if not one.is_table:
        story.take(span.start, span.end)
        yield story.answer(one, span.start, span.end)
    elif tables := list(_tables_across(story, span.start, span.end)):
        if story is placing.body:
            placing.used.update(table.start for table in tables)
        yield read_tables(story, one, tables)


def _tables_across(story: StoryAnswers, start: int, end: int) -> Iterator[TableSpan]:
    """The outermost tables that a stretch lies around or in."""
    across = [one for one in story.story.spans.tables if one.start < end and one.end > start]
    outermost = min((one.depth for one in across), default=0)
    return (one for one in across if one.depth == outermost)


def _finding(kind: Kind, one: Field, values: Mapping[str, object]) -> Finding:
    return Finding(kind, Place.control(one.key), values, one.key)


_PLACERS = {FieldType.LIST: _place_list, FieldType.ROWS: _place_fixed_rows}
