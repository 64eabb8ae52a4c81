"""Tables of a page: heads, groups and cells, and which of the model's answers they tell of."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sop_templates.domain.links import find_address
from sop_templates.domain.model import Column, Field, FieldType
from sop_templates.engine.placement.model_texts import ModelTexts, key_of
from sop_templates.formats.addresses import public_address
from sop_templates.formats.web.values import (
    Block,
    Fact,
    Facts,
    Grid,
    GridCell,
    GridGroup,
    Item,
    Items,
    Prose,
    Text,
    Tone,
)
from sop_templates.formats.word.published.blocks import Block as WordBlock
from sop_templates.formats.word.published.blocks import Cell, Row, TableBlock

_TELEPHONE = re.compile(r"(?:\+\d{2}|0)[\d\s()-]{7,16}\d")  # Dutch numbers have ten digits
LABELS = 2  # columns of a table of facts: question and answer

Show = Callable[[Sequence[WordBlock]], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Tables:
    """Makes a page's tables.

    Attributes:
        texts: the words of the model.
        show: makes the blocks of a cell.
    """

    texts: ModelTexts
    show: Show

    def of(self, table: TableBlock, heading: str) -> Iterator[Block]:
        """A table as a page shows it.

        Args:
            table: as Word has it.
            heading: the heading above it.

        Yields:
            Facts where it is questions and answers, its blocks where it is one cell, else a grid.
        """
        if len(table.rows) == 1 and len(table.rows[0].cells) == 1:
            yield from self.show(table.rows[0].cells[0].blocks)
        elif self._is_facts(table):
            yield self._facts(table)
        elif self._is_list(table, heading):
            yield Items(tuple(_item(self.show(row.cells[0].blocks)) for row in _answers(table)))
        else:
            yield self._grid(table, heading)

    def field_of(self, table: TableBlock, heading: str) -> Field | None:
        """The list or fixed rows that a table answers, by its bookmark or the question above it."""
        for one in self.texts.model.fields:
            if one.is_table and one.bookmark in table.bookmarks:
                return one
        found = self.texts.find_fields(heading, alike=False) if heading else ()
        return next((one for one in found if one.is_table), None)

    def _is_facts(self, table: TableBlock) -> bool:
        rows = _answers(table)
        if not rows or any(len(row.cells) != LABELS for row in rows):
            return False
        asked = sum(bool(self.texts.find_fields(row.cells[0].text)) for row in rows)
        return asked > len(rows) / 2

    def _asking(self, table: TableBlock) -> list[Row]:
        """The rows of a table, a header that is a question itself among them."""
        return [
            row
            for row in table.rows
            if not row.is_header or self.texts.find_fields(row.cells[0].text, alike=False)
        ]

    def _is_list(self, table: TableBlock, heading: str) -> bool:
        """Whether it answers a list of one column: its header says no more than the question."""
        field = self.field_of(table, heading)
        is_list = field is not None and field.type is FieldType.LIST and len(field.columns) == 1
        return is_list and all(len(row.cells) == 1 for row in table.rows)

    def _facts(self, table: TableBlock) -> Facts:
        rows = [row for row in self._asking(table) if row.cells[1].blocks]
        return Facts(tuple(fact(row.cells[0].text, self.show(row.cells[1].blocks)) for row in rows))

    def _grid(self, table: TableBlock, heading: str) -> Grid:
        field = self.field_of(table, heading)
        columns = max((sum(cell.across for cell in row.cells) for row in table.rows), default=0)
        heads = [row for row in table.rows if row.is_header]
        rows = _answers(table)
        names = [cell.text for cell in heads[0].cells] if len(heads) == 1 else []
        whole = [*heads, *rows]
        is_plain = len(heads) == 1 and not any(
            cell.down > 1 or (cell.across > 1 and not _is_group(row, columns))
            for row in whole
            for cell in row.cells
        )
        named = table.first_column_heads or (field is not None and field.type is FieldType.ROWS)
        cells = _Cells(self.show, field, tuple(names) if is_plain else (), named)
        return Grid(
            caption=table.title or heading,
            heads=tuple(cells.heads(row) for row in heads),
            groups=tuple(_groups(rows, columns, cells)),
            columns=columns,
            is_plain=is_plain,
        )


@dataclass(frozen=True, slots=True)
class _Cells:
    """Makes the cells of one table."""

    show: Show
    field: Field | None
    names: tuple[str, ...]
    first_names_row: bool

    def heads(self, row: Row) -> tuple[GridCell, ...]:
        return tuple(
            GridCell(self.show(one.blocks), across=one.across, down=one.down) for one in row.cells
        )

    def row(self, row: Row) -> tuple[GridCell, ...]:
        return tuple(self._cell(place, one) for place, one in enumerate(row.cells))

    def _cell(self, place: int, cell: Cell) -> GridCell:
        name = self.names[place] if place < len(self.names) else ""
        return GridCell(
            blocks=self.show(cell.blocks),
            column=name,
            is_head=place == 0 and self.first_names_row,
            across=cell.across,
            down=cell.down,
            tone=self._tone(name, cell.text),
        )

    def _tone(self, name: str, text: str) -> Tone:
        if self.field is None or not name:
            return ""
        key = key_of(name)
        column = next((one for one in self.field.columns if key_of(one.label) == key), None)
        return "" if column is None else _tone_of(column, text)


def _answers(table: TableBlock) -> list[Row]:
    return [row for row in table.rows if not row.is_header]


def _item(blocks: tuple[Block, ...]) -> Item:
    first = blocks[0] if blocks else None
    return Item(first.line, blocks[1:]) if isinstance(first, Prose) else Item((), blocks)


def fact(label: str, blocks: tuple[Block, ...]) -> Fact:
    """A short question with its answer; a mail address or telephone number becomes a link."""
    if len(blocks) == 1 and isinstance(blocks[0], Prose) and len(blocks[0].line) == 1:
        only = blocks[0].line[0]
        if isinstance(only, Text) and not only.url and (url := _address_of(only.text.strip())):
            return Fact(label, (replace(blocks[0], line=(replace(only, url=url),)),))
    return Fact(label, blocks)


def _address_of(text: str) -> str:
    if _TELEPHONE.fullmatch(text):
        digits = "".join(sign for sign in text if sign.isdecimal())
        return f"tel:{'+' if text.startswith('+') else ''}{digits}"
    return public_address(find_address(text) or "")


def _tone_of(column: Column, text: str) -> Tone:
    tones: tuple[tuple[Tone, tuple[str, ...]], ...] = (
        ("present", column.present),
        ("partly", column.partly),
        ("absent", column.absent),
    )
    return next((tone for tone, options in tones if text in options), "")


def _groups(rows: Sequence[Row], columns: int, cells: _Cells) -> Iterator[GridGroup]:
    title, held = "", list[tuple[GridCell, ...]]()
    for row in rows:
        if _is_group(row, columns):
            if held or title:
                yield GridGroup(tuple(held), title)
            title, held = row.cells[0].text, []
        else:
            held.append(cells.row(row))
    if held or title:
        yield GridGroup(tuple(held), title)


def _is_group(row: Row, columns: int) -> bool:
    """Whether a row is a subheading: one cell over all columns."""
    return len(row.cells) == 1 and columns > 1 and row.cells[0].across == columns
