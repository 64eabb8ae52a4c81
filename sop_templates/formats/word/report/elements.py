"""How the blocks of a report's template are written: paragraphs, loops, tables, lines to sign."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml import etree

from sop_templates.formats.word.building.control_elements import text_run
from sop_templates.formats.word.building.looks import ParagraphLook
from sop_templates.formats.word.building.story_elements import paragraph
from sop_templates.formats.word.building.style_values import UNNUMBERED
from sop_templates.formats.word.building.table_elements import (
    LOOK,
    STYLE,
    Cell,
    column_widths,
    gap,
    table_row,
)
from sop_templates.formats.word.names import element
from sop_templates.formats.word.report.values import (
    Block,
    Picture,
    Points,
    Repeat,
    RowTable,
    Signing,
    Title,
    When,
    Words,
)

SIGNING_SHARES = (1, 2.4)
SIGNING_ROOM = 200  # twips above and below the label of a line to sign


def block_elements(block: Block) -> list[etree._Element]:
    """The elements of a block, in reading order."""
    return WRITERS[type(block)](block)


def _words(block: Words) -> list[etree._Element]:
    return [paragraph(ParagraphLook(style=block.style), text_run(block.text))]


def _title(block: Title) -> list[etree._Element]:
    look = ParagraphLook(
        style=f"Heading{block.level}",
        page_break=block.new_page,
        list=(UNNUMBERED, 0),
        before=0 if block.new_page else None,
    )
    return [paragraph(look, text_run(block.text))]


def _points(block: Points) -> list[etree._Element]:
    item = paragraph(ParagraphLook(style="ListBullet"), text_run("{{ zin }}"))
    return _repeated("zin", block.sentences, [item])


def _picture(block: Picture) -> list[etree._Element]:
    return [paragraph(ParagraphLook(), text_run(f"{{{{p {block.chart} }}}}"))]


def _repeat(block: Repeat) -> list[etree._Element]:
    inside = [one for part in block.blocks for one in block_elements(part)]
    return _repeated(block.name, block.values, inside)


def _when(block: When) -> list[etree._Element]:
    inside = [one for part in block.blocks for one in block_elements(part)]
    return [_tag(f"{{%p if {block.condition} %}}"), *inside, _tag("{%p endif %}")]


def _repeated(name: str, values: str, inside: Sequence[etree._Element]) -> list[etree._Element]:
    return [_tag(f"{{%p for {name} in {values} %}}"), *inside, _tag("{%p endfor %}")]


def _tag(text: str) -> etree._Element:
    return paragraph(ParagraphLook(), text_run(text))


def _row_table(block: RowTable) -> list[etree._Element]:
    widths = column_widths([column.share for column in block.columns])
    header = [
        Cell(width, (_cell(column.header, "SopKop", column.look == "number"),))
        for width, column in zip(widths, block.columns, strict=True)
    ]
    cells = [
        Cell(width, (_cell(column.cell, "SopCel", column.look == "number"),))
        for width, column in zip(widths, block.columns, strict=True)
    ]
    rows = [
        table_row(header, is_header=True),
        _loop_row(f"{{%tr for rij in {block.rows} %}}", widths),
        table_row(cells),
        _loop_row("{%tr endfor %}", widths),
    ]
    return [_table(widths, rows, block.caption, block.description), gap()]


def _signing(block: Signing) -> list[etree._Element]:
    widths = column_widths(SIGNING_SHARES)
    look = ParagraphLook(style="SopLabel", keep_next=True, before=SIGNING_ROOM, after=SIGNING_ROOM)
    rows = [
        table_row(
            [
                Cell(widths[0], (paragraph(look, text_run(label)),)),
                Cell(widths[1], (paragraph(ParagraphLook(style="SopCel")),)),
            ]
        )
        for label in block.labels
    ]
    table = _table(widths, rows, block.caption, block.description, has_header=False)
    return [table, gap()]


def _cell(text: str, style: str, is_number: bool) -> etree._Element:  # noqa: FBT001 - which side it stands on
    look = ParagraphLook(style=style, align="right" if is_number else "")
    return paragraph(look, text_run(text))


def _loop_row(tag: str, widths: Sequence[int]) -> etree._Element:
    words = paragraph(ParagraphLook(style="SopCel"), text_run(tag))
    return table_row([Cell(sum(widths), (words,), len(widths))])


def _table(
    widths: Sequence[int],
    rows: Sequence[etree._Element],
    caption: str,
    description: str,
    *,
    has_header: bool = True,
) -> etree._Element:
    look = LOOK if has_header else dict(LOOK) | {"w:val": "0600", "w:firstRow": "0"}
    properties = element(
        "w:tblPr",
        children=[
            element("w:tblStyle", {"w:val": STYLE}),
            element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblLook", look),
            element("w:tblCaption", {"w:val": caption}),
            element("w:tblDescription", {"w:val": description}),
        ],
    )
    columns = [element("w:gridCol", {"w:w": str(one)}) for one in widths]
    return element("w:tbl", children=[properties, element("w:tblGrid", children=columns), *rows])


WRITERS: Mapping[type, Callable[[Any], list[etree._Element]]] = {
    Words: _words,
    Title: _title,
    Points: _points,
    RowTable: _row_table,
    Picture: _picture,
    Repeat: _repeat,
    When: _when,
    Signing: _signing,
}
