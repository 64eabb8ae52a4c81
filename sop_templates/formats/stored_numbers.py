"""What numbers in the XML of files from outside mean: anything may stand where one belongs.

Python converts no text of more than 4,300 digits and raises, and takes signs, spaces and digits of other
scripts for numbers, which no Office program writes.
"""

MAX_DIGITS = 18  # no number of an Office file is longer
_HEX = frozenset("0123456789abcdefABCDEF")
_SHOWN = (range(0x20, 0xD800), range(0xE000, 0xFDD0), range(0xFDF0, 0xFFFE))
_ABOVE = range(0x10000, 0x110000)
_BREAKS = (0x09, 0x0A, 0x0D)


def whole(words: str | None, otherwise: int = 0) -> int:
    """A whole number of 0 and more as XML holds it; `otherwise` where no such number stands there."""
    if not words or len(words) > MAX_DIGITS or not words.isascii() or not words.isdigit():
        return otherwise
    return int(words)


def signed(words: str | None, otherwise: int = 0) -> int:
    """As `whole`, of a number that may be negative."""
    if words and words.startswith("-"):
        number = whole(words[1:], -1)
        return otherwise if number < 0 else -number
    return whole(words, otherwise)


def hexadecimal(words: str | None, otherwise: int = 0) -> int:
    """As `whole`, of a hexadecimal number such as `F0FE`."""
    if not words or len(words) > MAX_DIGITS or not _HEX.issuperset(words):
        return otherwise
    return int(words, 16)


def character(number: int) -> str:
    """The character of that number, or "" where XML cannot hold one of it."""
    is_shown = number in _ABOVE or number in _BREAKS or any(number in part for part in _SHOWN)
    return chr(number) if is_shown else ""
