"""Cells of tables in a school's own file: which are heads, and a row of short ones as a line."""

from collections.abc import Sequence

from sop_templates.engine.own_format.headings import count_words
from sop_templates.formats.written import Cell, Line
from sop_templates.richtext import Paragraph, Run

PROSE_WORDS, SENTENCE_WORDS = 20, 8  # least of text beside a head that the model does not know
COLUMNS, TITLE_WORDS = 3, 4  # a table of so many has titles above them, of so few words each
HEAD_WORDS, HEAD_LINES = 25, 3  # most of a cell that heads what stands beside or below it


def is_head(cell: Cell) -> bool:
    """Whether a cell is short enough to head what stands beside or below it."""
    filled = [line for line in cell.lines if line.text]
    return len(filled) <= HEAD_LINES and count_words(filled) <= HEAD_WORDS


def is_line(cell: Cell) -> bool:
    """Whether a cell over all columns is a heading of what stands below it."""
    filled = [line for line in cell.lines if line.text]
    return len(filled) == 1 and is_head(cell) and filled[0].text[-1] not in ".;,"


def are_titles(cells: Sequence[Cell]) -> bool:
    """Whether cells are the titles of columns: three or more, a few words each."""
    return len(cells) >= COLUMNS and all(len(cell.text.split()) <= TITLE_WORDS for cell in cells)


def is_prose(cells: Sequence[Cell]) -> bool:
    """Whether cells hold text, and not a word or number: a sentence, or many words."""
    count = sum(count_words(cell.lines) for cell in cells)
    return count >= PROSE_WORDS or (count >= SENTENCE_WORDS and cells[-1].text[-1:] in ".!?")


def row_line(cells: Sequence[Cell]) -> Line:
    """A row of short cells as a line: `Logopedie: wekelijks · in school`."""
    texts = [" ".join(cell.text.split()) for cell in cells]
    text = f"{texts[0]}: {' · '.join(texts[1:])}"
    pictures = tuple(one for cell in cells for line in cell.lines for one in line.pictures)
    return Line(text, (Paragraph((Run(text),), "bullet"),), list="bullet", pictures=pictures)
