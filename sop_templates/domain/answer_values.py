"""One value of each type: from what somebody wrote to the canonical answer, and back to what is shown."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from math import isnan
from typing import Any

from sop_templates.domain.dutch import (
    FIRST_YEAR,
    fold,
    parse_date,
    parse_number,
    parse_school_year,
    write_date,
    write_school_year,
)
from sop_templates.domain.links import is_malformed, make_link, read_link, write_link
from sop_templates.domain.model import SCHOOL_CODE, Column, Field, FieldType
from sop_templates.kinds.answers import (
    CONTROL_CHARACTER,
    MALFORMED_LINK,
    NO_DATE,
    NO_FLAG,
    NO_NUMBER,
    NO_SCHOOL_YEAR,
    NUMBER_TOO_LARGE,
    TOO_LONG,
    UNKNOWN_OPTION,
    WRONG_SHAPE,
    YEARS_APART,
)
from sop_templates.markup.runs import composed
from sop_templates.outcome import Kind
from sop_templates.richtext import Paragraph
from sop_templates.richtext_markup import canonical as canonical_rich
from sop_templates.richtext_markup import write as write_rich

Asked = Field | Column
Reading = tuple[Any, Kind | None]  # the answer, and what is wrong with it

MAX_CELL = 32_767  # UTF-16 units: what a cell of Excel holds
MAX_DIGITS = 15  # of a number in Excel
YES, NO = "ja", "nee"

# What XML 1.0 cannot hold (section 2.2, Char), line ends set apart.
REFUSED = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_YES = frozenset(("ja", "j", "x", "waar", "true", "1", "yes", "v", "☒", "☑", "✓", "✔"))
_NO = frozenset(("nee", "n", "onwaar", "false", "0", "no", "-", "☐"))
_LARGEST = 10**MAX_DIGITS - 1
_BITS_OF_A_TEXT = (
    1000  # longer whole numbers are no text that somebody wrote; Python refuses to write them
)


def read_value(asked: Asked, raw: object) -> Reading:
    """The canonical answer that a raw value is.

    Args:
        asked: the field or column; not a table.
        raw: as it came out of Word, Excel or JSON: a text, number, flag, date, datetime, link as
            dictionary, rich text as tuple of paragraphs, None or NaN for nothing.

    Returns:
        The answer and None; or, where it does not fit, the text as written (None where no file
        can hold it) and the kind of what is wrong. Reading the answer again gives the same.
    """
    if isinstance(raw, str):
        return _read_text(asked, raw)
    if raw is None:
        return blank_value(asked), None
    if asked.type is FieldType.LINK and isinstance(raw, Mapping):
        return _read_link_parts(raw)
    if asked.type is FieldType.RICH and (markup := markup_of(raw)) is not None:
        return _read_text(asked, markup, is_written=True)
    if asked.type is FieldType.DATE and isinstance(raw, datetime):
        raw = raw.date()
    text = text_of(raw)
    return (blank_value(asked), WRONG_SHAPE) if text is None else _read_text(asked, text)


def blank_value(asked: Asked) -> Any:
    """The answer of a scalar that nobody answered."""
    return False if asked.type is FieldType.FLAG else None


def display(asked: Asked, value: object) -> str:
    """What Word and Excel show for an answer; `read_value` makes the same answer of it.

    A date in Dutch words, `ja` or `nee`, a link as its text or as `text <address>`, rich text in its
    markup, "" for no answer. A text that did not fit is shown as it is.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if asked.type is FieldType.DATE and isinstance(value, str):
        day = parse_date(value)
        return value if day is None else write_date(day)
    if isinstance(value, Mapping):
        return write_link({"text": value.get("text") or "", "url": value.get("url")})
    return str(value)


def markup_of(raw: object) -> str | None:
    """Rich text as its markup; None for any other kind of value."""
    if not isinstance(raw, tuple):
        return None
    paragraphs = tuple(one for one in raw if isinstance(one, Paragraph))
    return write_rich(paragraphs) if len(paragraphs) == len(raw) else None


def text_of(raw: object) -> str | None:
    """A number, flag, date or time as somebody would type it; None for any other kind of value."""
    if isinstance(raw, bool):
        return YES if raw else NO
    if isinstance(raw, int | float):
        return _digits(raw)
    if isinstance(raw, datetime):
        clock = raw.time()
        return write_date(raw) if clock == time.min else f"{write_date(raw)} {clock:%H:%M}"
    if isinstance(raw, date | time):
        return write_date(raw) if isinstance(raw, date) else f"{raw:%H:%M}"
    return raw if isinstance(raw, str) else None


def _digits(raw: float) -> str | None:
    if isinstance(raw, int):
        return str(raw) if raw.bit_length() < _BITS_OF_A_TEXT else None
    if isnan(raw):
        return ""  # how tables of other programs say that a cell is empty
    if abs(raw) <= _LARGEST and raw.is_integer():
        return str(int(raw))
    return str(raw).replace(".", ",")


def _read_text(asked: Asked, raw: str, *, is_written: bool = False) -> Reading:
    """Reads a text; where rich text was just written so, it is canonical once its signs are composed."""
    text = raw
    if not (raw.isascii() and raw.isprintable()):
        text = composed(raw)
        if REFUSED.search(text):
            return blank_value(asked), CONTROL_CHARACTER
    if asked.type is FieldType.RICH:
        text = text if is_written and text == raw else canonical_rich(text)
    elif "\n" in text:
        text = "\n".join([line.rstrip() for line in text.split("\n")]).strip()
    else:
        text = text.strip()
    if not text:
        return blank_value(asked), None
    value, kind = _READERS[asked.type](asked, text)
    return value, kind or (TOO_LONG if is_too_long(text) else None)


def is_too_long(text: str) -> bool:
    """Whether a cell of a workbook cannot hold the text."""
    return len(text) > MAX_CELL // 2 and units(text) > MAX_CELL


def units(text: str) -> int:
    """The length of a text as Excel counts it: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _read_rich(_asked: Asked, text: str) -> Reading:
    return text, None


def _read_line(asked: Asked, text: str) -> Reading:
    """A text; in the case and spacing that its pattern asks, where that is all that it lacks."""
    pattern = asked.limits.pattern
    if pattern is None:
        is_code = isinstance(asked, Field) and asked.key == SCHOOL_CODE
        return text.upper() if is_code else text, None
    fits = _pattern(pattern).fullmatch
    upper = text.upper()
    spellings = (text, upper, "".join(upper.split()))
    return next((one for one in spellings if fits(one)), text), None


def _read_choice(asked: Asked, text: str) -> Reading:
    if text in asked.options:
        return text, None
    known = _options(asked.options)
    option = known.get(_loose(text)) or known.get(_bare(text))
    if option is not None:
        return option, None
    own_words = isinstance(asked, Column) and asked.open
    return text, None if own_words else UNKNOWN_OPTION


def _read_flag(_asked: Asked, text: str) -> Reading:
    folded = fold(text)
    if folded in _YES or folded in _NO:
        return folded in _YES, None
    return text, NO_FLAG


def _read_number(_asked: Asked, text: str) -> Reading:
    number = parse_number(text)
    if number is None:
        return text, NO_NUMBER
    return (number, None) if abs(number) <= _LARGEST else (text, NUMBER_TOO_LARGE)


def _read_date(_asked: Asked, text: str) -> Reading:
    day = parse_date(text)
    return (text, NO_DATE) if day is None else (day.isoformat(), None)


def _read_year(_asked: Asked, text: str) -> Reading:
    years = parse_school_year(text)
    if years is None or years[0] < FIRST_YEAR:
        return text, NO_SCHOOL_YEAR
    first, second = years
    return (write_school_year(first), None) if second == first + 1 else (text, YEARS_APART)


def _read_link(_asked: Asked, text: str) -> Reading:
    link = read_link(text)
    return link, MALFORMED_LINK if is_malformed(link) else None


def _read_link_parts(raw: Mapping[Any, Any]) -> Reading:
    parts = [text_of(part) for part in (raw.get("text") or "", raw.get("url") or "")]
    if None in parts or not {"text", "url"} & set(raw):
        return None, WRONG_SHAPE
    text, url = (composed(part or "").strip() for part in parts)
    if REFUSED.search(text) or REFUSED.search(url):
        return None, CONTROL_CHARACTER
    text = "\n".join([line.rstrip() for line in text.split("\n")])
    link = make_link(text, url)
    if not link["text"]:
        return None, None
    if is_too_long(write_link(link)):
        return link, TOO_LONG
    return link, MALFORMED_LINK if is_malformed(link) else None


_READERS: Mapping[FieldType, Callable[[Asked, str], Reading]] = {
    FieldType.TEXT: _read_line,
    FieldType.RICH: _read_rich,
    FieldType.CHOICE: _read_choice,
    FieldType.FLAG: _read_flag,
    FieldType.NUMBER: _read_number,
    FieldType.DATE: _read_date,
    FieldType.YEAR: _read_year,
    FieldType.LINK: _read_link,
}


@lru_cache(maxsize=1024)
def _options(options: tuple[str, ...]) -> Mapping[str, str]:
    """The options by how they may be typed: without spaces, or without any sign (`nvt`)."""
    bare = [_bare(option) for option in options]
    unsigned = {
        spelling: option
        for option, spelling in zip(options, bare, strict=True)
        if spelling and bare.count(spelling) == 1
    }
    return unsigned | {_loose(option): option for option in options}


def _loose(text: str) -> str:
    return fold(text).replace(" ", "")


def _bare(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isalnum())


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
