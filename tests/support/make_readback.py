"""Writes `docs/readback.md`: what each reader makes of every case of the corpus.

`python -m tests.support.make_readback`, after `pip install docx-plus docxcast`.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from tests.corpus.cases import Case, cases
from tests.corpus.places import PLACES, in_body
from tests.corpus.readers import OURS, READERS, Reader, Verdict, shown

PAGE = Path(__file__).parents[2] / "docs" / "readback.md"
WRONG = "wrong"
HEAD = """\
# What comes back out of a Word file

Written by `python -m tests.support.make_readback`; do not edit.

Each line is one way in which people and programs leave a content control behind.
The files are built by `tests/corpus/cases.py`, the right answers stand in `tests/corpus/right_answers.json`.
Anybody may use both for a reader of their own.

The rules come from ECMA-376 and MS-DOCX: what Word shows with all changes accepted is what a control says.

## The readers

"""
BODY = """
## Every case, in the body

“⏎” is a line end, “⇥” a tab.
“right” is said of a reader that gives exactly this answer for each control, once.
“not there” means that there is no such control any more.

"""
ELSEWHERE = """
## The same cases elsewhere

How many of the {count} cases are read right where they stand in another part of the file.

"""


def page(readers: Sequence[Reader] = READERS) -> str:
    """The page, with a column for each of the readers."""
    every = cases()
    about = [["reader", "version", "made for, and how it is used here"]]
    about += [[one.name, one.version or "this one", one.made_for] for one in readers]
    told = [["case", "right answer", *(one.name for one in readers)]]
    for case in every:
        data = in_body(case.blocks())
        told.append([case.title, _answers(case), *(_cell(one, data, case) for one in readers)])
    counts = [["where", *(one.name for one in readers)]]
    counts += [[place, *(str(_count(one, place, every)) for one in readers)] for place in PLACES]
    tables = [_table(one) for one in (about, told, counts)]
    parts = [HEAD, tables[0], BODY, tables[1]]
    return "".join([*parts, ELSEWHERE.format(count=len(every)), tables[2]])


def _cell(reader: Reader, data: bytes, case: Case) -> str:
    verdict = _verdict(reader, data, case)
    return reader.right if verdict.is_right else f"{WRONG}: {verdict.said}"


def _count(reader: Reader, place: str, every: Sequence[Case]) -> int:
    make = PLACES[place]
    return sum(_verdict(reader, make(one.blocks()), one).is_right for one in every)


def _verdict(reader: Reader, data: bytes, case: Case) -> Verdict:
    try:
        return reader.judge(data, case)
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        if reader is OURS:
            raise
        return Verdict(is_right=False, said=f"{type(error).__name__}")


def _answers(case: Case) -> str:
    told = [f"{tag}: {shown([answer])}" for tag, answer in case.answers.items()]
    return "; ".join([*told, *(f"{tag}: not there" for tag in case.absent)])


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *others = rows
    lines = [head, ["---"] * len(head), *others]
    return "".join(f"| {' | '.join(_escaped(cell) for cell in line)} |\n" for line in lines)


def _escaped(cell: str) -> str:
    if "`" in cell:
        return cell
    for sign in "\\|<*_{":
        cell = cell.replace(sign, f"\\{sign}")
    return cell


if __name__ == "__main__":
    try:
        PAGE.write_text(page(), encoding="utf-8")
    except (ModuleNotFoundError, PackageNotFoundError) as error:
        sys.exit(f"{error.name} is missing: pip install docx-plus docxcast")
