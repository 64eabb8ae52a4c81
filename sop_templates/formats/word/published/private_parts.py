"""What is not public goes out of a story: by control, by bookmark, from the last page on, by its question.

When in doubt more goes rather than less: a paragraph or table row that holds something private goes
as a whole, for somebody may have typed beside the field.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from sop_templates.formats.word.finished.paragraph_looks import read_look
from sop_templates.formats.word.names import element, qn
from sop_templates.formats.word.published.cleaning import unwrap_controls
from sop_templates.formats.word.published.guide import Meaning, Scope
from sop_templates.formats.word.published.trees import (
    SDT,
    SDT_PR,
    TBL,
    TC,
    TR,
    VAL,
    P,
    R,
    around,
    before,
    drop,
    drop_all,
    is_blank,
    words,
)

PAIR = 2  # cells: a label and its answer
_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_NAME, _ID = qn("w:name"), qn("w:id")
_PROMPT_STYLE = "PlaceholderText"
_STOPS = (Meaning.QUESTION, Meaning.CHAPTER, Meaning.INTRO)


def take_out_private(root: etree._Element, scope: Scope) -> None:
    """Takes out all that the guide says is not public, and every prompt; unwraps the controls.

    Args:
        root: of a story that was cleaned, with its controls.
        scope: what is not public; its loss takes up the questions in words whose answers went.
    """
    _empty_prompts(root)
    for one in [one for one in root.iter(SDT) if tag_of(one) in scope.guide.tags]:
        _take_out([one], scope)
    for name in scope.guide.bookmarks:
        _take_out(list(_within_bookmark(root, name)), scope)
    unwrap_controls(root)
    _drop_last_page(root, scope)
    _drop_by_words(root, scope)
    for one in list(root.iter(P)):
        if scope.guide.meaning(words(one)) is Meaning.PROMPT:
            drop_all(one.iter(R))
    _drop_bookmarks(root, scope)


def tag_of(control: etree._Element) -> str:
    """The tag of a `w:sdt`, or ""."""
    tag = control.find(f"{SDT_PR}/{qn('w:tag')}")
    return "" if tag is None else tag.get(VAL, "")


def names_within(one: etree._Element) -> frozenset[str]:
    """The tags of controls and names of bookmarks in an element."""
    found = {tag.get(VAL, "") for tag in one.iter(qn("w:tag"))}
    return frozenset(found | {mark.get(_NAME, "") for mark in one.iter(_START)})


def _empty_prompts(root: etree._Element) -> None:
    for flag in root.iter(qn("w:showingPlcHdr")):
        control = around(flag, SDT)
        if control is not None and flag.get(VAL, "1") not in ("0", "false", "off"):
            drop_all(control.iter(R))
    for style in list(root.iter(qn("w:rStyle"))):
        if style.get(VAL) == _PROMPT_STYLE and (run := around(style, R)) is not None:
            drop(run)


def _within_bookmark(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The paragraphs and tables that a bookmark stands around or in, in all its stretches."""
    numbers = {one.get(_ID) for one in root.iter(_START) if one.get(_NAME) == name}
    opened: set[str | None] = set()
    for one in root.iter(_START, _END, P, TBL, R):
        number = one.get(_ID)
        if one.tag == _START and number in numbers:
            opened.add(number)
            if (paragraph := around(one, P)) is not None:
                yield paragraph
        elif one.tag == _END:
            opened.discard(number)
        elif opened and one.tag in (P, TBL):
            yield one
        elif opened and (paragraph := around(one, P)) is not None:
            yield paragraph


def _take_out(found: Iterable[etree._Element], scope: Scope) -> None:
    for one in found:
        if one.getparent() is None and one.tag != qn("w:document"):
            continue  # gone already, with something around it
        inner = one if one.tag in (P, TBL) else around(one, P)
        target = one if inner is None else inner
        row = around(target, TR)
        if row is not None:
            _clear_row(row, target, scope)
        else:
            _drop_with_question(target, scope)


def _clear_row(row: etree._Element, target: etree._Element, scope: Scope) -> None:
    """Drops a row; where it answers a public question as well, only the cell and its label."""
    cells = [one for one in row.iter(TC) if around(one, TR) is row]
    private = next((one for one in cells if one is target or target in one.iter()), None)
    others = [one for one in cells if one is not private]
    if private is not None and any(names_within(one) & scope.guide.known for one in others):
        place = cells.index(private)
        label = cells[place - 1] if place else None
        if label is not None and not names_within(label) & scope.guide.known:
            _empty(label)
        _empty(private)
    else:
        drop(row)


def _empty(cell: etree._Element) -> None:
    drop_all(one for one in cell if one.tag != qn("w:tcPr"))
    cell.append(element("w:p"))


def _drop_with_question(target: etree._Element, scope: Scope) -> None:
    """Drops a block, and the question above it where that is private."""
    block = target
    while (control := around(block, SDT)) is not None:
        block = control
    for above in list(before(block)):
        text = words(above).strip()
        if above.tag == P and text:
            if scope.guide.meaning(text) is Meaning.PRIVATE:
                drop(above)
            break
        if above.tag == TBL:
            break
    drop(target)


def _drop_last_page(root: etree._Element, scope: Scope) -> None:
    """Drops all from the heading of the last page on, whatever it stands in; the last section stays."""
    heading = next(
        (one for one in root.iter(P) if scope.guide.meaning(words(one)) is Meaning.LAST_PAGE), None
    )
    if heading is None:
        return
    section: etree._Element | None = None
    place = heading
    after: list[etree._Element] = [heading]
    while place.tag != qn("w:body") and (parent := place.getparent()) is not None:
        after += list(place.itersiblings())
        place = parent
    for one in after:
        if one.tag == qn("w:sectPr"):
            continue
        if section is None:
            section = next(one.iter(qn("w:sectPr")), None)
        if one.tag not in (qn("w:tcPr"), qn("w:trPr"), qn("w:tblPr")):
            drop(one)
    if section is not None and place.tag == qn("w:body"):
        drop_all(place.iterchildren(qn("w:sectPr")))
        place.append(section)  # what stands before the last page keeps its paper


def _drop_by_words(root: etree._Element, scope: Scope) -> None:
    for row in list(root.iter(TR)):
        _drop_in_row(row, scope)
    for holder in [root, *root.iter(qn("w:body"), TC, qn("w:txbxContent"))]:
        _drop_in_flow(holder, scope)


def _drop_in_row(row: etree._Element, scope: Scope) -> None:
    """Drops label and answer that stand side by side."""
    cells = list(row.iterchildren(TC))
    step = PAIR if _may_be_header(row, len(cells)) else 1
    found = [
        place
        for place in range(0, len(cells) - 1, step)
        if scope.guide.meaning(words(cells[place])) is Meaning.PRIVATE
    ]
    if not found or _is_header(row):
        return
    scope.loss.private_words += [words(cells[place]).strip() for place in found]
    if len(cells) <= PAIR * len(found) + 1:
        drop(row)
        return
    for place in found:
        _empty(cells[place])
        _empty(cells[place + 1])


def _may_be_header(row: etree._Element, cells: int) -> bool:
    """Whether the words of a row may head columns: then only each second one can be a label."""
    is_first = next(row.itersiblings(TR, preceding=True), None) is None
    return is_first and cells > PAIR


def _is_header(row: etree._Element) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def _drop_in_flow(holder: etree._Element, scope: Scope) -> None:
    """Drops private questions with all that follows until the next question or heading."""
    is_private = False
    blocks = [one for one in holder if one.tag in (P, TBL)]
    if holder.tag == TC and sum(not is_blank(one) for one in blocks) == 1:
        return  # a label or the head of a column: what it asks stands in another cell
    for one in blocks:
        text = words(one).strip() if one.tag == P else ""
        meaning = scope.guide.meaning(text) if text else Meaning.TEXT
        if meaning in (Meaning.PRIVATE, Meaning.PRIVATE_LINE):
            scope.loss.private_words.append(text.splitlines()[0])
            is_private = meaning is Meaning.PRIVATE
            drop(one)
        elif meaning in _STOPS or (text and read_look(one, scope.meanings).outline):
            is_private = False
        elif is_private:
            drop(one)


def _drop_bookmarks(root: etree._Element, scope: Scope) -> None:
    """Drops the bookmarks of what went, those that Word keeps for itself, and halves of pairs."""
    starts = {one.get(_ID): one.get(_NAME, "") for one in root.iter(_START)}
    ends = {one.get(_ID) for one in root.iter(_END)}
    public = {
        number
        for number, name in starts.items()
        if number in ends and name not in scope.guide.bookmarks and name != "_GoBack"
    }
    drop_all(one for one in root.iter(_START, _END) if one.get(_ID) not in public)
