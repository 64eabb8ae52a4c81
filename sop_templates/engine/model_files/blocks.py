"""What of a model stands where in Word: its chapters and fields as blocks, front page to last page."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sop_templates import richtext_markup
from sop_templates.domain.model import (
    SCHOOL_NAME,
    SCHOOL_YEAR,
    Chapter,
    Column,
    Field,
    FieldType,
    FixedText,
    Model,
)
from sop_templates.formats.word.building.control_values import Control, ControlKind
from sop_templates.formats.word.building.model_values import (
    Block,
    Fact,
    Facts,
    FixedBlock,
    FixedRow,
    Heading,
    Line,
    ListTable,
    Passage,
    RowsTable,
    TableColumn,
    Text,
)

KINDS = {
    FieldType.TEXT: ControlKind.TEXT,
    FieldType.NUMBER: ControlKind.TEXT,
    FieldType.YEAR: ControlKind.TEXT,
    FieldType.RICH: ControlKind.RICH,
    FieldType.CHOICE: ControlKind.CHOICE,
    FieldType.FLAG: ControlKind.CHECKBOX,
    FieldType.DATE: ControlKind.DATE,
    FieldType.LINK: ControlKind.LINK,
}
FRONT_LINES = {SCHOOL_NAME: "SopSchoolnaam", SCHOOL_YEAR: "SopSchooljaar"}
EXAMPLE = "Bijvoorbeeld "  # a prompt that gives an example asks for a few words
FIXED_NOTE = "Vaste tekst van de regio, gelijk in elk profiel"
INTERNAL_NOTE = (
    "Deze bladzijde gaat naar bestuur en samenwerkingsverband en wordt niet gepubliceerd."
)

# Widths of columns, in characters that fit on a line.
LABEL_SHARE = 28
FACT_SHARES = (38, 56)
LONG_TEXT_SHARE, TEXT_SHARE, EXAMPLE_SHARE = 44, 28, 16
CHOICE_SHARES = (14, 19)  # at least and at most, by the longest option


def model_blocks(model: Model) -> tuple[Block, ...]:
    """All blocks of a model's Word file, in reading order."""
    blocks: list[Block] = [Text(model.title, "Title")]
    begins_page = False
    for chapter in model.chapters:
        if chapter.front:
            blocks += _front(chapter)
            begins_page = True
        else:
            blocks += _chapter(model, chapter, new_page=begins_page)
            begins_page = False
    return (*blocks, *_internal(model))


def field_control(field: Field) -> Control:
    """The control of a field that is no table."""
    kind = KINDS[field.type]
    return Control(
        tag=field.key,
        title=field.title,
        kind=kind,
        content=f"{{{{ {field.key} }}}}",
        prompt="" if kind is ControlKind.CHECKBOX else field.prompt,
        options=field.options,
        bookmark=field.bookmark,
    )


def cell_control(field: Field, column: Column, row: str = "") -> Control:
    """The control of a table's cell.

    Args:
        field: a list or fixed rows.
        column: the cell's column.
        row: key of a fixed row, or "" for the row of a list's loop.
    """
    place = f"{field.key}.{row}" if row else "row"
    tag = f"{field.key}.{row}.{column.key}" if row else f"{field.key}.{column.key}"
    kind = ControlKind.OPEN_CHOICE if column.open else KINDS[column.type]
    return Control(
        tag=tag,
        title=column.label,
        kind=kind,
        content=f"{{{{ {place}.{column.key} }}}}",
        prompt=column.prompt,
        options=column.options,
        is_locked=bool(row),
    )


def _front(chapter: Chapter) -> Iterator[Block]:
    public = [field for field in chapter.fields if not field.internal]
    for field in public:
        if field.key in FRONT_LINES:
            yield from _line(field, FRONT_LINES[field.key])
    others = [field for field in public if field.key not in FRONT_LINES]
    written = [field for field in others if not _is_short(field)]
    yield from _fields(written, chapter.title, numbered=False, style="SopSamenvatting")
    if facts := [field for field in others if _is_short(field)]:
        yield Heading(chapter.title, 2, numbered=False)
        yield from _fields(facts, chapter.title, numbered=False)


def _chapter(model: Model, chapter: Chapter, *, new_page: bool) -> Iterator[Block]:
    numbered = chapter.number > 0
    yield Heading(chapter.title, 1, numbered=numbered, new_page=new_page)
    if chapter.intro:
        yield Text(chapter.intro, "SopIntro")
    for at, key in enumerate(chapter.fixed):
        fixed = model.fixed_texts[key]
        if at:
            yield Heading(fixed.title, 2, numbered=numbered)
        yield _fixed_block(fixed)
    public = [field for field in chapter.fields if not field.internal]
    yield from _fields(public, chapter.title, numbered=numbered)


def _internal(model: Model) -> Iterator[Block]:
    fields = [field for field in model.fields if field.internal]
    if fields:
        yield Heading(model.internal_title, 1, numbered=False, new_page=True)
        yield Text(INTERNAL_NOTE, "SopIntro")
        yield from _fields(fields, model.internal_title, numbered=False)


def _fields(
    fields: Iterable[Field], caption: str, *, numbered: bool, style: str = "Normal"
) -> Iterator[Block]:
    for is_short, together in groupby(fields, _is_short):
        held = list(together)
        if is_short and len(held) == 1:
            yield from _line(held[0], "Normal")
        elif is_short:
            yield _facts(held, caption)
        for field in () if is_short else held:
            yield Heading(field.label, 2, numbered=numbered)
            yield _long(field, style)


def _line(field: Field, style: str) -> Iterator[Block]:
    yield Text(field.label, "SopOpschrift")
    yield Line(field_control(field), style)


def _facts(fields: Iterable[Field], caption: str) -> Facts:
    facts = tuple(Fact(field.label, field_control(field)) for field in fields)
    columns = (TableColumn("Onderdeel", FACT_SHARES[0]), TableColumn("Antwoord", FACT_SHARES[1]))
    return Facts(facts, columns, caption, "Links wat gevraagd wordt, rechts het antwoord.")


def _is_short(field: Field) -> bool:
    return field.type is not FieldType.RICH and not field.is_table


def _long(field: Field, style: str) -> Block:
    if field.type is FieldType.RICH:
        return Passage(field_control(field), style)
    if field.type is FieldType.LIST:
        return ListTable(
            tag=field.key,
            title=field.title,
            bookmark=field.bookmark,
            columns=tuple(TableColumn(one.label, _share(one)) for one in field.columns),
            controls=tuple(cell_control(field, one) for one in field.columns),
            loop=field.key,
            description=_description(field, "Een regel per onderdeel"),
        )
    return _rows(field)


def _rows(field: Field) -> RowsTable:
    columns = [
        TableColumn("Onderdeel", LABEL_SHARE),
        *(TableColumn(one.label, _share(one)) for one in field.columns),
    ]
    rows = []
    group = ""
    for row in field.rows:
        controls = tuple(cell_control(field, one, row.key) for one in field.columns)
        rows.append(FixedRow(row.label, controls, row.group if row.group != group else ""))
        group = row.group
    description = _description(field, "Vaste regels")
    return RowsTable(field.title, field.bookmark, tuple(columns), tuple(rows), description)


def _share(column: Column) -> float:
    """How wide a column is beside others, by what it offers or asks."""
    if column.options and not column.open:
        least, most = CHOICE_SHARES
        return min(max(least, *map(len, column.options)), most)
    if column.prompt.startswith(EXAMPLE):
        return EXAMPLE_SHARE
    return LONG_TEXT_SHARE if column.limits.max_words else TEXT_SHARE


def _description(field: Field, what: str) -> str:
    return f"{what}, met de kolommen {', '.join(one.label.lower() for one in field.columns)}."


def _fixed_block(fixed: FixedText) -> FixedBlock:
    text = richtext_markup.parse(fixed.text)
    return FixedBlock(fixed.key, fixed.title, fixed.bookmark, text, FIXED_NOTE)
