"""How the blocks of a letter are written: lines, points, tables, boxes to tick, forms to sign."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from sop_templates.formats.word.building.control_elements import inline_control, text_run
from sop_templates.formats.word.building.control_values import Control
from sop_templates.formats.word.building.letter_values import (
    Bullets,
    Form,
    FormRow,
    LetterBlock,
    LetterColumn,
    LetterHeading,
    LetterTable,
    LineLook,
    Lines,
    MergeCode,
    Reference,
    Ticks,
    Words,
)
from sop_templates.formats.word.building.looks import ParagraphLook, RunLook, run_properties
from sop_templates.formats.word.building.page_parts import field
from sop_templates.formats.word.building.story_elements import paragraph
from sop_templates.formats.word.building.style_values import ACCENT, GREY, UNNUMBERED
from sop_templates.formats.word.building.table_elements import (
    LOOK,
    STYLE,
    Cell,
    column_widths,
    gap,
    table_row,
)
from sop_templates.formats.word.names import element, qn

REFERENCE_TAB = 1_400  # twips: where the words of a reference begin
TICK_TAB = 425
BEFORE_ADDRESS = 560
BEFORE_REFERENCE = 480
SIGNING_ROOM = 1_000  # above the name of who signs a letter

PLAIN = RunLook()
LOOKS: Mapping[LineLook, tuple[ParagraphLook, RunLook]] = {
    "text": (ParagraphLook(), PLAIN),
    "sender": (ParagraphLook(after=0, line=250), RunLook(color=GREY, size=19)),
    "address": (ParagraphLook(after=0, line=259), PLAIN),
    "closing": (ParagraphLook(after=0, keep_next=True, keep_lines=True), PLAIN),
    "signed": (ParagraphLook(after=0, keep_lines=True), PLAIN),
    "enclosures": (ParagraphLook(after=0, line=245), RunLook(color=GREY, size=18)),
    "title": (ParagraphLook(style="Title"), PLAIN),
    "name": (ParagraphLook(style="SopSchoolnaam"), RunLook(size=44)),
    "year": (ParagraphLook(style="SopSchooljaar", after=280), RunLook(size=24)),
    "note": (ParagraphLook(style="SopNoot"), PLAIN),
}
# The first line of some stands out, or stands apart from what is above it.
FIRST: Mapping[LineLook, tuple[ParagraphLook, RunLook]] = {
    "sender": (ParagraphLook(after=40), RunLook(bold=True, color=ACCENT, size=28)),
    "address": (ParagraphLook(before=BEFORE_ADDRESS, after=0, line=259), PLAIN),
    "closing": (ParagraphLook(before=200, after=0, keep_next=True, keep_lines=True), PLAIN),
    "signed": (ParagraphLook(before=SIGNING_ROOM, after=0, keep_lines=True), PLAIN),
    "enclosures": (
        ParagraphLook(before=320, after=20, keep_next=True),
        RunLook(bold=True, color=GREY, size=18),
    ),
}


def words_runs(words: Words, look: RunLook = PLAIN) -> list[etree._Element]:
    """The runs of words: texts, and merge fields that show their name."""
    runs: list[etree._Element] = []
    for one in words:
        if isinstance(one, str):
            runs.append(text_run(one, look))
        else:
            runs += _field_runs(one, look)
    return runs


def letter_elements(block: LetterBlock) -> list[etree._Element]:
    """The elements of a block, in reading order."""
    return WRITERS[type(block)](block)


def _lines(block: Lines) -> list[etree._Element]:
    usual = LOOKS[block.look]
    looks = [FIRST.get(block.look, usual), *([usual] * len(block.lines))]
    return [
        paragraph(stand, *words_runs(words, look))
        for words, (stand, look) in zip(block.lines, looks, strict=False)
    ]


def _heading(block: LetterHeading) -> list[etree._Element]:
    look = ParagraphLook(style="Heading1", list=(UNNUMBERED, 0), before=280, after=80)
    return [paragraph(look, text_run(block.text, RunLook(size=25)))]


def _reference(block: Reference) -> list[etree._Element]:
    made = []
    for at, (label, words) in enumerate(block.rows):
        look = ParagraphLook(
            before=0 if at else BEFORE_REFERENCE,
            after=20 if at < len(block.rows) - 1 else 400,
            line=250,
            left=REFERENCE_TAB,
            hanging=REFERENCE_TAB,
            tabs=((REFERENCE_TAB, "left"),),
        )
        tab = element("w:r", children=[element("w:tab")])
        made.append(paragraph(look, text_run(label, RunLook(color=GREY)), tab, *words_runs(words)))
    return made


def _bullets(block: Bullets) -> list[etree._Element]:
    look = ParagraphLook(style="ListBullet", after=40)
    return [paragraph(look, *words_runs(words)) for words in block.items]


def _table_block(block: LetterTable) -> list[etree._Element]:
    widths = column_widths([column.share for column in block.columns])
    rows = [_header(block.columns, widths)]
    for cells in block.rows:
        paragraphs = [_in_cell(words, at) for at, words in enumerate(cells)]
        made = [Cell(width, (one,)) for width, one in zip(widths, paragraphs, strict=True)]
        rows.append(table_row(made))
    return [_table(widths, rows, block.caption, block.description), _room()]


def _room() -> etree._Element:
    """A small paragraph that keeps a table and the text beside it apart."""
    return paragraph(ParagraphLook(style="SopRuimte", after=60, keep_next=True))


def _in_cell(words: Words, column: int) -> etree._Element:
    return paragraph(ParagraphLook(style="SopCel" if column else "SopLabel"), *words_runs(words))


def _ticks(block: Ticks) -> list[etree._Element]:
    look = ParagraphLook(
        before=40,
        after=60,
        left=TICK_TAB,
        hanging=TICK_TAB,
        tabs=((TICK_TAB, "left"),),
        keep_next=True,
    )
    tab = element("w:r", children=[element("w:tab")])
    return [
        paragraph(look, *inline_control(box, RunLook(size=26)), deepcopy(tab), text_run(box.title))
        for box in block.boxes
    ]


def _form(block: Form) -> list[etree._Element]:
    widths = column_widths([column.share for column in block.columns])
    rows = [_header(block.columns, widths), *(_form_row(row, widths) for row in block.rows)]
    for row in rows[:-1]:  # a form is signed on one page
        for properties in row.iter(qn("w:pPr")):
            if properties.find(qn("w:keepNext")) is None:
                properties.insert(1, element("w:keepNext"))
    return [_room(), _table(widths, rows, block.caption, block.description), gap()]


def _form_row(row: FormRow, widths: Sequence[int]) -> etree._Element:
    label = paragraph(ParagraphLook(style="SopLabel"), text_run(row.label))
    inside = words_runs(row.words)
    if row.control is not None:
        inside += _empty_control(row.control)
    room = paragraph(ParagraphLook(style="SopCel"), *inside)
    made = table_row([Cell(widths[0], (label,)), Cell(widths[1], (room,))])
    properties = made.find(qn("w:trPr"))
    if row.height and properties is not None:
        height = {"w:val": str(row.height), "w:hRule": "atLeast"}
        properties.append(element("w:trHeight", height))
    return made


def _empty_control(control: Control) -> list[etree._Element]:
    """A control that shows its prompt, as Word has it before anything is typed."""
    made = inline_control(control)
    properties = made[0].find(qn("w:sdtPr"))
    run = made[0].find(f"{qn('w:sdtContent')}/{qn('w:r')}")
    assert properties is not None
    assert run is not None
    shown = properties.find(qn("w:placeholder"))
    assert shown is not None
    shown.addnext(element("w:showingPlcHdr"))
    style = element("w:rStyle", {"w:val": "PlaceholderText"})
    run.insert(0, element("w:rPr", children=[style]))
    return made


def _header(columns: Sequence[LetterColumn], widths: Sequence[int]) -> etree._Element:
    cells = [
        Cell(width, (paragraph(ParagraphLook(style="SopKop"), text_run(column.label)),))
        for column, width in zip(columns, widths, strict=True)
    ]
    return table_row(cells, is_header=True)


def _table(
    widths: Sequence[int], rows: Sequence[etree._Element], caption: str, description: str
) -> etree._Element:
    properties = element(
        "w:tblPr",
        children=[
            element("w:tblStyle", {"w:val": STYLE}),
            element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblLook", LOOK),
            element("w:tblCaption", {"w:val": caption}),
            element("w:tblDescription", {"w:val": description}),
        ],
    )
    columns = [element("w:gridCol", {"w:w": str(width)}) for width in widths]
    return element("w:tbl", children=[properties, element("w:tblGrid", children=columns), *rows])


def _field_runs(one: MergeCode, look: RunLook) -> list[etree._Element]:
    """A field whose every run has the look, as Word writes it: the value takes it from them."""
    runs = field(one.code, one.shown)
    for run in runs:
        properties = run_properties(look)
        if properties is not None:
            run.insert(0, properties)
    return runs


WRITERS: Mapping[type, Callable[[Any], list[etree._Element]]] = {
    Lines: _lines,
    LetterHeading: _heading,
    Reference: _reference,
    Bullets: _bullets,
    LetterTable: _table_block,
    Ticks: _ticks,
    Form: _form,
}
