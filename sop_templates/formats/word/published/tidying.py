"""What is left empty goes: rows without an answer, tables without rows, questions with nothing below.

Only what the model asked is tidied; a school's own tables and headings stay as they are.
"""

from lxml import etree

from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.finished.paragraph_looks import read_look
from sop_templates.formats.word.names import element, qn
from sop_templates.formats.word.published.guide import Meaning, Scope
from sop_templates.formats.word.published.private_parts import names_within
from sop_templates.formats.word.published.trees import (
    TBL,
    TC,
    TR,
    P,
    around,
    drop,
    drop_bare_tables,
    fill_cells,
    is_blank,
    words,
)

_SECTION = qn("w:sectPr")
_START = qn("w:bookmarkStart")
_NAME = qn("w:name")
_BREAKS = (qn("w:br"), qn("w:lastRenderedPageBreak"))
_ASKED = (Meaning.QUESTION, Meaning.CHAPTER)


def asked_tables(root: etree._Element, scope: Scope) -> list[etree._Element]:
    """The tables that answer questions of the model, while their controls are still there."""
    bookmarked: set[etree._Element] = set()
    opened: dict[str, str] = {}
    for one in root.iter(_START, qn("w:bookmarkEnd"), TBL):
        number = one.get(qn("w:id"), "")
        if one.tag == TBL:
            if opened and around(one, TBL) is None:
                bookmarked.add(one)
        elif one.tag == _START and one.get(_NAME, "") in scope.guide.known:
            opened[number] = one.get(_NAME, "")
        else:
            opened.pop(number, None)
    return [
        one for one in root.iter(TBL) if one in bookmarked or names_within(one) & scope.guide.known
    ]


def tidy(root: etree._Element, tables: list[etree._Element], scope: Scope) -> None:
    """Takes out what is empty.

    Args:
        root: of a story without controls and without what is private.
        tables: those that answer questions of the model.
        scope: tells what words are.
    """
    asked = set(tables)
    for table in [one for one in root.iter(TBL) if one in asked or _asks(one, scope)]:
        _tidy_table(table)
    drop_bare_tables(root)
    fill_cells(root)
    for holder in [root, *root.iter(qn("w:body"))]:
        _drop_unanswered(holder, scope)
    _settle_end(root)


def _asks(table: etree._Element, scope: Scope) -> bool:
    """Whether the first cells of most rows are questions: a table of facts without its controls."""
    rows = [one for one in table.iterchildren(TR) if not _is_header(one)]
    firsts = [cell for row in rows if (cell := row.find(TC)) is not None]
    asked = sum(scope.guide.meaning(words(one)) in _ASKED for one in firsts)
    return asked > len(firsts) / 2


def _tidy_table(table: etree._Element) -> None:
    group: etree._Element | None = None  # a subheading that has no row below it yet
    left = 0
    for row in list(table.iterchildren(TR)):
        cells = list(row.iterchildren(TC))
        if _is_header(row):
            continue
        if len(cells) == 1 and _width(cells[0]) > 1:
            _drop_group(group)
            group = None if is_blank(row) else row
            if group is None:
                drop(row)
        elif all(is_blank(cell) for cell in cells[1:]) and (len(cells) > 1 or is_blank(row)):
            drop(row)
        else:
            group = None
            left += 1
    _drop_group(group)
    if not left:
        drop(table)


def _drop_group(group: etree._Element | None) -> None:
    if group is not None:
        drop(group)


def _is_header(row: etree._Element) -> bool:
    header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
    return header is not None and header.get(qn("w:val"), "1") not in ("0", "false", "off")


def _width(cell: etree._Element) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    value = "1" if span is None else span.get(qn("w:val"), "1")
    return whole(value, 1)


def _drop_unanswered(holder: etree._Element, scope: Scope) -> None:
    """Drops questions of the model with nothing below, then chapters with nothing but their intro."""
    for meaning in _ASKED:
        waiting: list[etree._Element] = []  # a question or chapter and what may go with it
        for one in [one for one in holder if one.tag in (P, TBL)]:
            kind = _meaning(one, scope)
            level = _level(one, scope)
            if kind is meaning or (level and not 0 < _level_of(waiting, scope) < level):
                _drop_waiting(waiting)
                waiting = [one] if kind is meaning else []
            elif level or not _may_go(one, kind, meaning):
                waiting = []
            elif waiting:
                waiting.append(one)
        _drop_waiting(waiting)


def _drop_waiting(waiting: list[etree._Element]) -> None:
    for one in waiting:
        if next(one.iter(_SECTION), None) is None:
            drop(one)


def _meaning(block: etree._Element, scope: Scope) -> Meaning:
    text = words(block).strip() if block.tag == P else ""
    return scope.guide.meaning(text) if text else Meaning.TEXT


def _level(block: etree._Element, scope: Scope) -> int:
    """The heading level of a block from 1; 0 where it is no heading."""
    if block.tag != P or is_blank(block):
        return 0
    return read_look(block, scope.meanings).outline


def _level_of(waiting: list[etree._Element], scope: Scope) -> int:
    return _level(waiting[0], scope) if waiting else 0


def _may_go(block: etree._Element, kind: Meaning, waiting_for: Meaning) -> bool:
    if block.tag == TBL:
        return False
    return is_blank(block) or (waiting_for is Meaning.CHAPTER and kind is Meaning.INTRO)


def _settle_end(root: etree._Element) -> None:
    """Takes empty paragraphs off the end; a section that was left empty gives its place up."""
    body = root.find(qn("w:body"))
    if body is None:
        return
    while True:
        last = next((one for one in reversed(body) if one.tag in (P, TBL)), None)
        if last is None or last.tag == TBL or not is_blank(last):
            break
        section = last.find(f"{qn('w:pPr')}/{_SECTION}")
        if section is not None:
            for one in body.findall(_SECTION):
                drop(one)
            body.append(section)
        drop(last)
    blocks = [one for one in body if one.tag in (P, TBL)]
    if not blocks or blocks[-1].tag == TBL:
        place = len(body) - (len(body) > 0 and body[-1].tag == _SECTION)
        body.insert(place, element("w:p"))  # Word wants a paragraph after the last table
