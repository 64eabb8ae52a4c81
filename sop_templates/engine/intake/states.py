"""How far an answer is: the formula that says it in the workbook, and what the formula gives now."""

from typing import Any

from sop_templates.domain.model import Field, FieldType, Need
from sop_templates.formats.excel.sheets import Formula

FILLED = "✓ ingevuld"
TO_FILL = {Need.REQUIRED: "verplicht", Need.ADVISED: "aanbevolen", Need.OPTIONAL: "optioneel"}
LIST_MARK = "- "
BLOCKS = 10
NEARLY = 0.000001  # binary fractions fall just short
FULL, FREE = "■", "□"


def word_count(cell: str, text: str) -> Formula:
    """The number of words in a cell, about as a person counts them: list marks are none."""
    words = f'TRIM(SUBSTITUTE(SUBSTITUTE({cell},CHAR(10)," "),"{LIST_MARK}"," "))'
    formula = f'=IF(LEN({words})=0,0,LEN({words})-LEN(SUBSTITUTE({words}," ",""))+1)'
    parts = text.replace("\n", " ").replace(LIST_MARK, " ").split(" ")
    return Formula(formula, sum(1 for part in parts if part))


def word_state(one: Field, words: Formula, count_cell: str) -> Formula:
    """How far a text with a limit of words is: `112 van 250 woorden`, `te lang: 312 van 250`."""
    low, high = one.limits.min_words or 0, one.limits.max_words
    empty = TO_FILL[one.need]
    count = int(words.value)
    of = f" van {high} woorden" if high else " woorden"
    formula = f'{count_cell}&"{of}"'
    value = f"{count}{of}"
    if low:
        short = f" woorden; minstens {low}"
        formula = f'IF({count_cell}<{low},{count_cell}&"{short}",{formula})'
        value = f"{count}{short}" if count < low else value
    if high:
        formula = f'IF({count_cell}>{high},"te lang: "&{count_cell}&"{of}",{formula})'
        value = f"te lang: {count}{of}" if count > high else value
    return Formula(f'=IF({count_cell}=0,"{empty}",{formula})', value if count else empty)


def wrong_length(cell: str) -> str:
    """A formula that holds where a state says that a text is too long or too short."""
    return f'=OR(LEFT({cell},7)="te lang",ISNUMBER(SEARCH("minstens",{cell})))'


def plain_state(one: Field, cell: str, *, filled: bool) -> Formula:
    """Whether an answer is there, and else whether it must be."""
    empty = TO_FILL[one.need]
    return Formula(f'=IF(LEN(TRIM({cell}))=0,"{empty}","{FILLED}")', FILLED if filled else empty)


def filled_count(cell: str, *, filled: bool) -> Formula:
    """1 where a cell is filled, else 0."""
    return Formula(f"=--(LEN(TRIM({cell}))>0)", int(filled))


def filled_cells(area: str) -> str:
    """The number of filled cells in an area, as part of a formula."""
    return f"SUMPRODUCT(--(LEN({area})>0))"


def is_filled(value: Any) -> bool:
    """Whether an answer (no table) is there; a flag always is, once written."""
    return value is not None and str(value).strip() != ""


def table_state(one: Field, done_cell: str, count: int, of: int) -> Formula:
    """How far a table is: `18 van 24 ingevuld`, or the number of rows of a list."""
    empty = TO_FILL[one.need]
    if one.type is FieldType.ROWS:
        words = f" van {of} ingevuld"
        return Formula(
            f'=IF({done_cell}=0,"{empty}",{done_cell}&"{words}")',
            f"{count}{words}" if count else empty,
        )
    formula = f'=IF({done_cell}=0,"{empty}",IF({done_cell}=1,"1 regel",{done_cell}&" regels"))'
    return Formula(formula, {0: empty, 1: "1 regel"}.get(count, f"{count} regels"))


def share_bar(cell: str, share: float) -> Formula:
    """A share from 0 to 1 as ten blocks, filled and open: it shows in any program and in print."""
    filled = int(share * BLOCKS + NEARLY)  # ten only where all is done
    count = f"INT({cell}*{BLOCKS}+{NEARLY})"
    formula = f'=REPT("{FULL}",{count})&REPT("{FREE}",{BLOCKS}-{count})'
    return Formula(formula, FULL * filled + FREE * (BLOCKS - filled))
