"""Characters that Word keeps as a code in a symbol font: those that people really meet.

Check marks and boxes of old forms, the arrows and faces that AutoCorrect makes, bullets.
"""

from sop_templates.formats.stored_numbers import character, hexadecimal

_WINGDINGS = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "☐",
    0x72: "☐",
    0x78: "☒",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF3: "⇔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_SYMBOL = {
    0xA3: "≤",
    0xB3: "≥",
    0xB7: "•",
    0xB1: "±",
    0xB4: "\N{MULTIPLICATION SIGN}",
    0xAE: "→",
    0xDE: "⇒",
}
FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the codes of a symbol font


def symbol(font: str, code: str) -> str:
    """The character of a `w:sym`.

    Args:
        font: its font.
        code: hexadecimal, e.g. `F0FE`.

    Returns:
        The Unicode character that looks so; for one that is not known, the code as it stands; "" for
        a code that is none.
    """
    number = hexadecimal(code)
    plain = number - _PRIVATE.start if number in _PRIVATE else number
    return FONTS.get(font.casefold(), {}).get(plain) or character(number)
