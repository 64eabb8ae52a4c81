"""Where each answer of an intake stands, empty ones too: told by the keys that both forms carry.

The school form has the keys of answers in its first column and those of tables in its first row; the
board form has all keys in the first row, and the schools below it by their code.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sop_templates.domain.model import SCHOOL_CODE, Field, FieldType, Model
from sop_templates.engine.intake import board as intake_board
from sop_templates.engine.intake.places import ANSWER, TABLE_FIRST
from sop_templates.engine.intake.records import Spot
from sop_templates.formats.excel.cells import RowText, SheetText

KEYS = 1  # the row and the column in which keys stand


@dataclass(slots=True)
class TableSpots:
    """A sheet on which a row is a school, or an item of a list.

    Attributes:
        sheet: its name.
        columns: the column of each tag.
        code: the column of the school's code; 0 in a school form.
        rows: the rows that each school has filled, by its code (`""` in a school form).
        free: the first row below all that is filled.
    """

    sheet: str
    columns: Mapping[str, int]
    code: int
    rows: dict[str, list[int]] = field(default_factory=dict)
    free: int = 0

    def take_row(self, school: str) -> int:
        """A new row for a school, below all others."""
        row = self.free
        self.free += 1
        self.rows.setdefault(school, []).append(row)
        return row


@dataclass(frozen=True, slots=True)
class Spots:
    """The cells of an intake.

    Attributes:
        cells: of a school form, each answer that is no list by its tag.
        schools: of a board form, each sheet with a row a school, by the tags on it.
        lists: each list's sheet by its key.
    """

    cells: Mapping[str, Spot]
    schools: Mapping[str, TableSpots]
    lists: Mapping[str, TableSpots]

    @property
    def is_board(self) -> bool:
        """Whether it is a board form."""
        return bool(self.schools)

    def spot(self, school: str, tag: str) -> Spot | None:
        """The cell of an answer that is no list, or None.

        Args:
            school: its code; nothing in a school form.
            tag: of the answer.
        """
        if not self.is_board:
            return self.cells.get(tag)
        table = self.schools.get(tag)
        if table is None or school not in table.rows:
            return None
        return Spot(table.sheet, table.rows[school][0], table.columns[tag])


def find_spots(model: Model, sheets: Sequence[SheetText]) -> Spots:
    """The cells of the answers of an intake; none where the sheets are no intake of that model.

    Args:
        model: what it asks.
        sheets: as they stand, hidden rows and columns too.
    """
    cells: dict[str, Spot] = {}
    schools: dict[str, TableSpots] = {}
    lists: dict[str, TableSpots] = {}
    for sheet in sheets:
        tags = _tags_on_top(model, sheet)
        one = _table_of(model, tags)
        if one is not None:
            lists[one.key] = _item_table(sheet, tags)
        elif SCHOOL_CODE in tags:
            schools = dict.fromkeys(tags, _school_table(sheet, tags)) | schools
        else:
            cells |= _keyed_cells(model, sheet)
    return Spots(cells, schools, lists)


def _tags_on_top(model: Model, sheet: SheetText) -> dict[str, int]:
    top = next((row for row in sheet.rows if row.number == KEYS), None)
    if top is None:
        return {}
    texts = {column: top.text(column) for column in top.cells}
    return {text: column for column, text in texts.items() if text in model.by_tag}


def _table_of(model: Model, tags: Mapping[str, int]) -> Field | None:
    """The list whose items stand on a sheet with these tags, or None."""
    fields = (model.by_tag[tag] for tag in tags)
    return next((one for one in fields if one.type is FieldType.LIST), None)


def _school_table(sheet: SheetText, tags: Mapping[str, int]) -> TableSpots:
    code = tags[SCHOOL_CODE]
    table = TableSpots(sheet.name, tags, code, free=_below(sheet, tags, intake_board.FIRST))
    for row in _used(sheet, tags, intake_board.FIRST):
        table.rows.setdefault(row.text(code), []).append(row.number)
    return table


def _item_table(sheet: SheetText, tags: Mapping[str, int]) -> TableSpots:
    """A list's sheet; a row with the school's code and nothing more is no item of it."""
    code = tags.get(SCHOOL_CODE, 0)
    first = intake_board.FIRST if code else TABLE_FIRST[FieldType.LIST]
    items = {tag: column for tag, column in tags.items() if tag != SCHOOL_CODE}
    table = TableSpots(sheet.name, tags, code, free=_below(sheet, tags, first))
    for row in _used(sheet, items, first):
        table.rows.setdefault(row.text(code) if code else "", []).append(row.number)
    return table


def _used(sheet: SheetText, tags: Mapping[str, int], first: int) -> Iterator[RowText]:
    for row in sheet.rows:
        if row.number >= first and any(row.text(column) for column in tags.values()):
            yield row


def _below(sheet: SheetText, tags: Mapping[str, int], first: int) -> int:
    return max((row.number + 1 for row in _used(sheet, tags, first)), default=first)


def _keyed_cells(model: Model, sheet: SheetText) -> Iterator[tuple[str, Spot]]:
    columns: dict[int, str] = {}
    for row in sheet.rows:
        key = row.text(KEYS)
        if row.number == KEYS:
            columns = _columns_of_rows(model, row)
        elif key in model.by_key and not model.by_key[key].is_table:
            yield key, Spot(sheet.name, row.number, ANSWER)
        elif columns:
            for column, name in columns.items():
                if f"{key}.{name}" in model.by_tag:
                    yield f"{key}.{name}", Spot(sheet.name, row.number, column)


def _columns_of_rows(model: Model, top: RowText) -> dict[int, str]:
    """The columns of a sheet with fixed rows: `basis.aanbod.*.status` gives `status`."""
    found = {}
    for column in top.cells:
        key, star, name = top.text(column).partition(".*.")
        if star and key in model.by_key:
            found[column] = name
    return found
