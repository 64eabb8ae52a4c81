"""How a CSV file is written and read: its characters, its separator, cells that must not run.

Bounds on reading: 24 MB and a million cells, which take at most some 400 MB.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import islice

from sop_templates.errors import SopError
from sop_templates.formats.excel.cells import CellText, RowText, SheetText
from sop_templates.formats.files import MEGABYTE
from sop_templates.kinds.intakes import TABLE_TOO_BIG

MAX_TABLE = 24 * MEGABYTE  # a school takes some 10 kB
MAX_CELLS = 1_000_000  # empty ones too; a school has some 200
SEPARATORS = ";\t,|"  # Dutch Excel's own first: it wins a tie
SAMPLE = 30  # records that are looked at to find the separator
SAMPLE_CHARACTERS = 500_000  # in which they are looked for
SEPARATOR_LINE = "sep="  # Excel's own first line, telling the separator
GUARD = "'"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the wide ones run too

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

csv.field_size_limit(MAX_TABLE)  # a cell may hold more than csv's 131,072 characters


def read_delimited(data: bytes, name: str, most: int = MAX_CELLS) -> SheetText:
    """A CSV file as a sheet: every cell is text, a row's number is the one that Excel shows.

    Args:
        data: the whole file, in UTF-8, UTF-16 with a mark, or Windows-1252.
        name: what the sheet is called in messages.
        most: cells that it may have.

    Returns:
        The rows with at least one filled cell; the `'` before a cell that would run is taken off.

    Raises:
        SopError: it is too big.
    """
    if len(data) > MAX_TABLE:
        raise _too_big(name, most)
    separator, text = _separator(decoded(data))
    if text.count(separator) + max(text.count("\n"), text.count("\r")) > most:
        raise _too_big(name, most)
    rows = []
    for number, record in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), 1):
        cells = {
            column: CellText(unguarded(value))
            for column, value in enumerate(record, 1)
            if value.strip()
        }
        if cells:
            rows.append(RowText(number, cells))
    return SheetText(name, tuple(rows))


def write_delimited(records: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as Dutch Excel opens it: UTF-8 with a mark, `;`, a `'` before cells that would run."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=SEPARATORS[0], lineterminator="\r\n")
    writer.writerows([guarded(value) for value in record] for record in records)
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """The text with a `'` before it where a spreadsheet would run it (or would take a `'` off)."""
    return GUARD + text if text.lstrip(GUARD).startswith(RUNS) else text


def unguarded(text: str) -> str:
    """The opposite of `guarded`."""
    runs = text.startswith(GUARD) and text.lstrip(GUARD).startswith(RUNS)
    return text[1:] if runs else text


def decoded(data: bytes) -> str:
    """The characters of a text file: by its byte order mark, else UTF-8, else Windows-1252."""
    for mark, code in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(code, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:  # five bytes have no meaning in Windows-1252
        return data.decode("latin-1")


def _too_big(name: str, most: int) -> SopError:
    return SopError(TABLE_TOO_BIG, name, size=MAX_TABLE // MEGABYTE, cells=most)


def _separator(text: str) -> tuple[str, str]:
    """The separator, and the text without a line that only tells it."""
    first, newline, rest = text.partition("\n")
    told = first.strip()
    if told.lower().startswith(SEPARATOR_LINE) and len(told) == len(SEPARATOR_LINE) + 1:
        return told[-1], "\n" + rest if newline else ""
    start = text[:SAMPLE_CHARACTERS]
    return max(SEPARATORS, key=lambda one: _agreement(start, one)), text


def _agreement(text: str, separator: str) -> float:
    """The share of records that the separator parts into the same number of columns, at least two.

    Not the number of columns: in a table of two columns, texts with three commas each would win.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    widths = Counter(len(record) for record in islice(reader, SAMPLE) if record)
    if not widths:
        return 0
    (width, count), *_ = widths.most_common(1)
    return count / widths.total() if width > 1 else 0
