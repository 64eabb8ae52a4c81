"""How the tables of a model are written: fixed column widths, header rows, descriptions."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.building.control_elements import (
    bookmarked,
    inline_control,
    repeating_item,
    repeating_section,
    text_run,
)
from sop_templates.formats.word.building.control_values import Control
from sop_templates.formats.word.building.looks import ParagraphLook, shading
from sop_templates.formats.word.building.model_values import (
    Facts,
    ListTable,
    RowsTable,
    TableColumn,
)
from sop_templates.formats.word.building.page import TEXT_WIDTH
from sop_templates.formats.word.building.story_elements import paragraph
from sop_templates.formats.word.names import element, qn

STYLE = "SopTabel"
LOOK = {  # which parts of the style count: a first row, no bands
    "w:val": "0620",
    "w:firstRow": "1",
    "w:lastRow": "0",
    "w:firstColumn": "0",
    "w:lastColumn": "0",
    "w:noHBand": "1",
    "w:noVBand": "1",
}
SHORT = 10  # rows of a table that is not worth breaking over two pages


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its width in twips, its content, how many columns it spans, its background."""

    width: int
    content: tuple[etree._Element, ...]
    span: int = 1
    fill: str = ""


def facts_table(value: Facts) -> list[etree._Element]:
    """Labels at the left, controls at the right."""
    widths = _widths(value.columns)
    rows = [_header_row(value.columns, widths)]
    for fact in value.facts:
        label = Cell(widths[0], (_words(fact.label, "SopLabel"),))
        rows.append(table_row([label, Cell(widths[1], (_cell_control(fact.control),))]))
    _keep_rows_together(rows)
    return [_table(widths, rows, value.caption, value.description)]


def list_table(value: ListTable) -> list[etree._Element]:
    """A header row, then the repeating section with the loop around its one row."""
    widths = _widths(value.columns)
    cells = [
        Cell(width, (_cell_control(control),))
        for width, control in zip(widths, value.controls, strict=True)
    ]
    span = len(widths)
    loop = [
        _loop_row(f"{{%tr for row in {value.loop} %}}", sum(widths), span),
        repeating_item(table_row(cells)),
        _loop_row("{%tr endfor %}", sum(widths), span),
    ]
    rows = [_header_row(value.columns, widths), repeating_section(value.tag, value.title, loop)]
    table = _table(widths, rows, value.title, value.description)
    return bookmarked([table], value.bookmark)


def rows_table(value: RowsTable) -> list[etree._Element]:
    """A header row, then a row a label, with a merged row where a group begins."""
    widths = _widths(value.columns)
    rows = [_header_row(value.columns, widths)]
    for row in value.rows:
        if row.group:
            group = Cell(sum(widths), (_words(row.group, "SopGroep"),), len(widths))
            rows.append(table_row([group]))
        label = Cell(widths[0], (_words(row.label, "SopCel"),))
        answers = [
            Cell(width, (_cell_control(control),))
            for width, control in zip(widths[1:], row.controls, strict=True)
        ]
        rows.append(table_row([label, *answers]))
    _keep_rows_together(rows)
    table = _table(widths, rows, value.title, value.description)
    return bookmarked([table], value.bookmark)


def gap() -> etree._Element:
    """A small paragraph before or after a table, where no heading gives room."""
    return paragraph(ParagraphLook(style="SopRuimte"))


def column_widths(shares: Sequence[float]) -> list[int]:
    """Widths in twips that add up to the text's width exactly.

    Args:
        shares: of the width, in any unit.
    """
    total = sum(shares)
    ends = [round(TEXT_WIDTH * sum(shares[: at + 1]) / total) for at in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def table_row(cells: Sequence[Cell], *, is_header: bool = False) -> etree._Element:
    """A row that stays on one page; a header row comes back on each page."""
    flags = [element("w:cantSplit")] + ([element("w:tblHeader")] if is_header else [])
    properties = element("w:trPr", children=flags)
    return element("w:tr", children=[properties, *(_cell(cell) for cell in cells)])


def _widths(columns: Sequence[TableColumn]) -> list[int]:
    return column_widths([column.share for column in columns])


def _header_row(columns: Sequence[TableColumn], widths: Sequence[int]) -> etree._Element:
    cells = [
        Cell(width, (_words(column.label, "SopKop"),))
        for column, width in zip(columns, widths, strict=True)
    ]
    return table_row(cells, is_header=True)


def _loop_row(tag: str, width: int, span: int) -> etree._Element:
    return table_row([Cell(width, (_words(tag, "SopCel"),), span)])


def _cell(cell: Cell) -> etree._Element:
    properties = [element("w:tcW", {"w:w": str(cell.width), "w:type": "dxa"})]
    if cell.span > 1:
        properties.append(element("w:gridSpan", {"w:val": str(cell.span)}))
    if cell.fill:
        properties.append(shading(cell.fill))
    return element("w:tc", children=[element("w:tcPr", children=properties), *cell.content])


def _words(text: str, style: str) -> etree._Element:
    return paragraph(ParagraphLook(style=style), text_run(text))


def _cell_control(control: Control) -> etree._Element:
    return paragraph(ParagraphLook(style="SopCel"), *inline_control(control))


def _keep_rows_together(rows: Sequence[etree._Element]) -> None:
    """Keeps a short table on one page; of a long one the first rows, and the last ones."""
    kept = rows[:-1] if len(rows) <= SHORT else [*rows[:3], *rows[-3:-1]]
    for row in kept:
        for properties in row.iter(qn("w:pPr")):
            if properties.find(qn("w:keepNext")) is None:
                properties.insert(1, element("w:keepNext"))


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
    grid = element(
        "w:tblGrid", children=[element("w:gridCol", {"w:w": str(one)}) for one in widths]
    )
    return element("w:tbl", children=[properties, grid, *rows])
