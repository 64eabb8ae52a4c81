"""How people in the Netherlands write dates, numbers and school years, and when two words are the same."""

import re
from collections.abc import Iterator
from datetime import date
from unicodedata import combining, normalize

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
FIRST_MONTH = 8  # a school year begins on 1 August (Wet op het primair onderwijs, article 1)
FIRST_YEAR = 1900  # Excel stores no date before it
CENTURY = 2000  # what two digits of a year belong to

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()}
_MONTH_NUMBERS |= {"mrt": 3, "sept": 9}
_WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
_WEEKDAY_NUMBERS |= {name[:2]: number for name, number in _WEEKDAY_NUMBERS.items()}

_TIME = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}}){_TIME}", re.ASCII
)
_DIGITS = re.compile(
    rf"(?P<day>\d{{1,2}})(?P<by>[-/. ])(?P<month>\d{{1,2}})(?P=by)(?P<year>\d{{4}}|\d{{2}}){_TIME}",
    re.ASCII,
)
_WORDS = re.compile(
    r"(?:(?P<weekday>[a-z]+)\.?,? )?(?P<day>\d{1,2})(?:e|ste|de)?[ -](?P<month>[a-z]+)\.?[ -](?P<year>\d{4})",
    re.ASCII,
)
_WHOLE = re.compile(
    r"(?P<sign>-?)(?:(?P<grouped>\d{1,3}(?:[. ]\d{3}){1,99})(?:,0+)?|(?P<digits>\d{1,400})(?:[.,]0{1,2})?)",
    re.ASCII,
)
_SCHOOL_YEAR = re.compile(
    r"(?:schooljaar )?(?P<first>\d{4}) ?(?:-|/|t/m|tot) ?'?(?P<second>\d{4}|\d{2})", re.ASCII
)
_NAMED_YEAR = re.compile(
    r"(?<!\d)(20\d\d)\s?(?:[-\u2010-\u2015/_]|t/m|tot)\s?(?:(20\d\d)|'?(\d\d))(?!\d)", re.IGNORECASE
)
SIGNS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u201b\u2032\u0060\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"')
)


def fold(text: str) -> str:
    """The text as it is compared: small letters, no accents, one space between words, plain signs.

    `" ĳsbergen  Crèche"` gives `"ijsbergen creche"`; curly quotes become straight, dashes hyphens.
    """
    text = text.casefold()
    if not text.isascii():
        # Signs first: an acute accent would fall apart in a space and an accent.
        parts = normalize("NFKD", text.translate(SIGNS))
        plain = "".join([sign for sign in parts if not combining(sign)])
        text = plain.translate(SIGNS).casefold()  # a letter of another font shows its case now
    return " ".join(text.split())


def parse_date(text: str) -> date | None:
    """The date that a text says, or None.

    Understood are `11 juni 2026`, `do 11 jun. 2026`, `11-6-2026`, `11/06/26` (always day first,
    always this century), `2026-06-11`, each of the last with or without a time of day behind it. A
    weekday that is not the date's own makes it no date: one of the two is a slip.
    """
    text = fold(text)
    match = _ISO.fullmatch(text) or _DIGITS.fullmatch(text) or _WORDS.fullmatch(text)
    if not match:
        return None
    found = match.groupdict()
    written = found["month"]
    month = int(written) if written.isdigit() else _MONTH_NUMBERS.get(written, 0)
    year = int(found["year"]) if len(found["year"]) > 2 else CENTURY + int(found["year"])  # noqa: PLR2004 - digits
    try:
        day = date(year, month, int(found["day"]))
    except ValueError:
        return None
    weekday = found.get("weekday")
    fits = weekday is None or _WEEKDAY_NUMBERS.get(weekday) == day.weekday()
    return day if fits and year >= FIRST_YEAR else None


def write_date(day: date) -> str:
    """The date in words, e.g. `11 juni 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def parse_number(text: str) -> int | None:
    """The whole number that a text says, or None.

    Thousands may be parted by a full stop or space (`1.234`); decimals may be zeros (`285,0`).
    """
    match = _WHOLE.fullmatch(fold(text))
    if not match:
        return None
    digits = match["digits"] or match["grouped"].replace(".", "").replace(" ", "")
    return int(match["sign"] + digits)


def parse_school_year(text: str) -> tuple[int, int] | None:
    """The two years that a text names (`2026-2027`, `2026/27`, `2026 t/m 2027`), or None.

    The second one is given as written: whether it follows the first is the caller's to judge.
    """
    match = _SCHOOL_YEAR.fullmatch(fold(text))
    if not match:
        return None
    first, second = int(match["first"]), match["second"]
    if len(second) < 4:  # noqa: PLR2004 - digits
        next_year = str(first + 1)
        second = next_year if next_year.endswith(second) else f"{first // 100}{second}"
    return first, int(second)


def find_school_years(text: str) -> Iterator[tuple[int, int]]:
    """The school years that a text names: the year in which each begins, and where in the text.

    `2025-2026`, `2025/26`, `2025 t/m 2026`; years that do not follow each other are a longer time.
    """
    for found in _NAMED_YEAR.finditer(text):
        first = int(found[1])
        if found[2] == str(first + 1) or found[3] == str(first + 1)[2:]:
            yield first, found.start()


def write_school_year(first: int) -> str:
    """The school year that begins in a year: 2026 gives `2026-2027`."""
    return f"{first:04}-{first + 1:04}"


def school_year_of(day: date) -> str:
    """The school year that a day belongs to, e.g. `2026-2027`."""
    return write_school_year(day.year - (day.month < FIRST_MONTH))
