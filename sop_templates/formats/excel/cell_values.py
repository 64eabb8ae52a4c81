"""What a stored cell shows: shared strings, `_xHHHH_` escapes, serial dates, number formats."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from math import isfinite

from lxml import etree

from sop_templates.formats.excel.cells import CellValue

# Numbers of Excel's own formats that show a date or a time (ECMA-376 Part 1, 18.8.30, numFmt).
BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
GENERAL = "General"
DATE = "date"  # stands for the code of any of them
LAST_SERIAL = 2_958_466  # the day after 31 December 9999
LEAP_BUG = 60  # Excel counts 29 February 1900, a day that never was
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zones
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - as above
WHOLE_UP_TO = 1e15  # Excel keeps 15 digits

ESCAPE = "_x"
ESCAPE_LENGTH = len("_x000D_")
UNDERSCORE = "_x005F"


def plain_text(node: etree._Element) -> str:
    """The text of a string item (`si`, `is`), runs joined, without the reading aids of `rPh`."""
    plain = len(node) == 1 and len(node[0]) == 0  # almost always: one `t`
    text = node[0].text or "" if plain else "".join(_run_texts(node))
    return unescaped(text) if ESCAPE in text else text


def _run_texts(node: etree._Element) -> list[str]:
    found = []
    for child in node:
        name = etree.QName(child).localname
        if name == "t":
            found.append(child.text or "")
        elif name == "r":
            found += [part.text or "" for part in child if etree.QName(part).localname == "t"]
    return found


def unescaped(text: str) -> str:
    """Text with Excel's `_xHHHH_` escapes undone: `_x000D_` is a return, `_x005F_x000D_` is typed.

    The escape of the underscore swallows the whole word behind it, as XlsxWriter writes it, so that
    `_x0041_x0042_` survives.
    """
    pieces = []
    start = 0
    while (found := text.find(ESCAPE, start)) >= 0:
        pieces.append(text[start:found])
        word = text[found : found + ESCAPE_LENGTH]
        typed = text[found + len(UNDERSCORE) :][:ESCAPE_LENGTH]
        if word == f"{UNDERSCORE}_" and _is_escape(typed):
            pieces.append(typed)
            start = found + len(UNDERSCORE) + ESCAPE_LENGTH
        elif _is_escape(word):
            pieces.append(chr(int(word[2:6], 16)))
            start = found + ESCAPE_LENGTH
        else:
            pieces.append(ESCAPE)
            start = found + len(ESCAPE)
    pieces.append(text[start:])
    return "".join(pieces)


def escaped(text: str) -> str:
    """Text as it is stored, so that a word that looks like an escape comes back as typed."""
    pieces = []
    start = 0
    while (found := text.find(ESCAPE, start)) >= 0:
        pieces.append(text[start:found])
        word = text[found : found + ESCAPE_LENGTH]
        taken = word if _is_escape(word) else ESCAPE
        pieces.append(f"{UNDERSCORE}{word}" if taken == word else ESCAPE)
        start = found + len(taken)
    pieces.append(text[start:])
    return "".join(pieces)


def _is_escape(word: str) -> bool:
    digits = word[2:6]
    hexadecimal = all(one in "0123456789abcdefABCDEF" for one in digits)
    return len(word) == ESCAPE_LENGTH and word.endswith("_") and hexadecimal


def number(stored: str, code: str, *, since_1904: bool = False) -> CellValue:
    """The value of a stored number under its number format.

    Args:
        stored: the number as it lies in the file.
        code: the format's code; `date` for one of Excel's own date formats.
        since_1904: whether dates count from 1904, as workbooks of old Macs do.

    Returns:
        An int or float, a date or datetime, text for a time of day (`08:30`) and for a number
        with leading zeros (`0518` under the format `0000`).
    """
    try:
        value = float(stored)
    except ValueError:
        return stored
    if not isfinite(value):
        return stored
    if code == GENERAL:
        return _whole(value)
    if code.strip("0") == "" and len(code) > 1 and value.is_integer():
        return str(int(value)).zfill(len(code))
    if is_date_code(code) and 0 <= value < LAST_SERIAL:
        return _moment(value, since_1904=since_1904)
    return _whole(value)


def _whole(value: float) -> int | float:
    return int(value) if abs(value) < WHOLE_UP_TO and value.is_integer() else value


def _moment(serial: float, *, since_1904: bool) -> str | date | datetime:
    seconds = round((serial % 1) * 86_400)
    if serial < 1:
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    days = int(serial) + (0 if since_1904 or serial > LEAP_BUG else 1)
    moment = (EPOCH_1904 if since_1904 else EPOCH) + timedelta(days=days, seconds=seconds)
    return moment if seconds else moment.date()


def iso_moment(stored: str) -> CellValue:
    """The date or moment of a cell that holds it in ISO 8601; the text where it does not."""
    try:
        moment = datetime.fromisoformat(stored).replace(tzinfo=None)
    except ValueError:
        return stored
    return moment if moment.time() != time.min else moment.date()


def is_date_code(code: str) -> bool:
    """Whether a number format shows a date or time: has a d, m, y, h or s outside literal text."""
    section = "".join(_signs(code)).partition(";")[0]
    return code == DATE or any(letter in "dmyhs" for letter in section)


def _signs(code: str) -> Iterator[str]:
    """The letters of a format code without quoted, escaped and bracketed ones."""
    letters = iter("".join(code.lower().split('"')[::2]))
    for letter in letters:
        if letter in "\\_*":
            next(letters, None)
        elif letter == "[":
            _pass_over(letters)
        else:
            yield letter


def _pass_over(letters: Iterator[str]) -> None:
    for letter in letters:
        if letter == "]":
            return
