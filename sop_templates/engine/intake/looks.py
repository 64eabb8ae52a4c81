"""The looks of the intake: one quiet palette, the same as in the Word model."""

from dataclasses import replace

from sop_templates.domain.model import Column, Field, FieldType
from sop_templates.formats.excel.palette import (
    ACCENT,
    GREY,
    INK,
    OPEN,
    RULE,
    TINT,
    WHITE,
    WRONG,
)
from sop_templates.formats.excel.sheets import DUTCH_DATE, TEXT, Look

LETTERS_PER_DIGIT = (
    1.08  # an average letter of Arial is narrower than a digit; lines break at words
)
LINE_HEIGHT = 12.75  # points
PADDING = 5
INDENT = 1.5  # as Excel counts widths

KEY = Look(size=8, color=GREY)
TITLE = Look(size=18, bold=True, color=ACCENT, down="vcenter")
SUBTITLE = Look(color=GREY, wrap=True)
BODY = Look(color=INK, wrap=True, indent=1)
BOLD = Look(color=INK, bold=True, wrap=True, indent=1)
HEADER = Look(bold=True, color=WHITE, fill=ACCENT, wrap=True, down="vcenter", indent=1)
GROUP = Look(bold=True, color=ACCENT, fill=TINT, wrap=True, down="vcenter", indent=1)
QUESTION = Look(bold=True, color=INK, wrap=True, rule=RULE, indent=1)
EXPLANATION = Look(size=9, color=GREY, wrap=True, rule=RULE, indent=1)
STATE = Look(size=9, color=GREY, wrap=True, rule=RULE, indent=1)
NUMBER = Look(size=9, color=GREY, across="center", rule=RULE)
LOOKED_UP = Look(color=GREY, wrap=True, rule=RULE, indent=1)
LINK = Look(color=ACCENT, underline=True, wrap=True)
LINK_CELL = replace(LINK, rule=RULE, indent=1)
BACK = Look(size=9, color=ACCENT, underline=True)
SHARE = Look(size=9, color=INK, number_format="0%", across="center", rule=RULE)
TABLE_TEXT = Look(size=9, color=GREY, wrap=True, rule=RULE, indent=1, down="vcenter")
TABLE_LINK = replace(TABLE_TEXT, size=10, color=ACCENT, underline=True)
TABLE_SHARE = replace(SHARE, down="vcenter")
TABLE_BAR = replace(TABLE_TEXT, color=ACCENT, wrap=False)

_ANSWER = Look(color=INK, wrap=True, border=RULE, unlocked=True, number_format=TEXT, indent=1)
_LOOKS = {
    FieldType.DATE: replace(_ANSWER, number_format=DUTCH_DATE, across="left"),
    FieldType.NUMBER: replace(_ANSWER, number_format="0", across="left"),
    FieldType.LINK: replace(_ANSWER, color=ACCENT),
}

OPEN_ANSWER = Look(fill=OPEN)
WRONG_STATE = Look(color=WRONG, bold=True)


def answer_look(one: Field | Column) -> Look:
    """The look of the cell for an answer: text stays text, a date shows in Dutch."""
    return _LOOKS.get(one.type, _ANSWER)


def line_count(text: str, width: float) -> int:
    """About how many lines a text takes in a cell.

    Args:
        text: its line breaks count too.
        width: of the cell, as Excel counts it (digits of the workbook's font).
    """
    most = max(1, int((width - INDENT) * LETTERS_PER_DIGIT))
    return sum(max(1, -(-len(line) // most)) for line in text.split("\n"))


def height_of(lines: int) -> float:
    """The height of a row for so many lines, in points."""
    return lines * LINE_HEIGHT + PADDING
