"""Answers as CSV files: one for the fields, and beside it one for each list."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sop_templates.domain.answer_values import display
from sop_templates.domain.model import SCHOOL_CODE, Field, Model
from sop_templates.engine.intake.table_files import list_file
from sop_templates.engine.intake.values import cell_of
from sop_templates.errors import SopError
from sop_templates.formats.excel.delimited import write_delimited
from sop_templates.formats.files import write_whole
from sop_templates.kinds.files import FILE_EXISTS

Answers = Mapping[str, Any]


def write_tables(
    model: Model, records: Sequence[Answers], path: Path, *, force: bool = False
) -> list[Path]:
    """Writes the CSV files, with keys as headers; `read_intake` reads them back.

    Args:
        model: whose fields.
        records: canonical answers; more than one each need a vestigingscode for their lists.
        path: of the file of the fields, which ends in `.csv`.
        force: whether files that exist are replaced.

    Returns:
        The paths: the file of the fields, then those of the lists.

    Raises:
        SopError: one of them exists already and none was written, or one cannot be written.
    """
    files = {path: field_table(model, records)}
    files |= {list_file(path, one.key): list_table(one, records) for one in model.lists()}
    taken = next((each for each in files if each.exists()), None)
    if taken is not None and not force:
        raise SopError(FILE_EXISTS, taken)
    for each, rows in files.items():
        write_whole(each, write_delimited(rows), force=force)
    return list(files)


def field_table(model: Model, records: Sequence[Answers]) -> Iterator[list[str]]:
    """A header row of keys, then a row a record; fixed rows have a column for each cell."""
    scalars = list(model.scalars())
    rows = list(model.fixed_rows())
    yield [one.key for one in scalars] + [tag for one in rows for tag in one.tags()]
    for answers in records:
        cells = [display(one, answers.get(one.key)) for one in scalars]
        yield cells + [
            display(column, cell_of(answers.get(one.key), row.key, column.key))
            for one in rows
            for row in one.rows
            for column in one.columns
        ]


def list_table(one: Field, records: Sequence[Answers]) -> Iterator[list[str]]:
    """A header row with the vestigingscode and the columns of the list, then a row an item."""
    yield [SCHOOL_CODE, *one.tags()]
    for answers in records:
        for item in answers.get(one.key) or ():
            code = str(answers.get(SCHOOL_CODE) or "")
            yield [code, *(display(column, item.get(column.key)) for column in one.columns)]
