"""How a control of a prepared template takes a value: strings made once, put together for each file.

A template is cut at its content controls, and each becomes a Jinja filter that answers with the whole
control as XML: with the value, or, where there is none, with its prompt.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from sop_templates.formats.word.filling.additions import Additions
from sop_templates.formats.word.filling.xml_text import LINE_BREAK, run_text
from sop_templates.formats.word.values import DateText, LinkText, ProseText, words_of
from sop_templates.richtext import Paragraph, Run

RUN_END = "</w:t></w:r>"
PARAGRAPH_END = "</w:p>"
BULLET = "- "
LINKED = 4  # from here on, the starts of runs are those of links

Filter = Callable[[object, Additions], str]


class Shape(StrEnum):
    """What a control takes: one text, a date, a tick, a line of runs, or paragraphs."""

    TEXT = "text"
    DATE = "date"
    TICK = "tick"
    LINE = "line"
    PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class ControlMarkup:
    """The strings of one control. Each file's control is `start`, its number, and what follows.

    Attributes:
        tag: its tag, or "".
        shape: what it takes.
        expression: the Jinja expression that stood in it.
        number: its number, or "" where it stands in a loop and needs a new one each time.
        start: up to the number.
        prompt: from behind the number to its end, without a value.
        filled: from behind the number to its end, parted where the value goes. LINE, PARAGRAPHS:
            before and after. TEXT: before, after, and before a text of several lines: that of a
            rich text control, because LibreOffice 7.4 prints line breaks of plain ones elsewhere.
            DATE: before the ISO date, before the words, after. TICK: the whole one with a tick,
            then before and after a text.
        runs: LINE and PARAGRAPHS: how a run starts: plain, bold, italic, both; then the same in a
            link.
        paragraphs: how a paragraph starts: plain, bullet item, numbered item before and after the
            number of its list. Without list styles the last three are "".
        nest: PARAGRAPHS: what the first paragraph's runs may be wrapped in (see `_nested`): up to a
            number, from there to the runs, behind them.
    """

    tag: str
    shape: Shape
    expression: str
    number: str
    start: str
    prompt: str
    filled: tuple[str, ...]
    runs: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    nest: tuple[str, ...] = ()


class Xml(str):
    """Text that is XML already: Jinja must not escape it."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text itself; what Jinja asks before it escapes."""
        return self


def control_filter(control: ControlMarkup) -> Filter:
    """The Jinja filter that gives the whole control for a value.

    A value that does not fit (a text where a date belongs) is shown as typed. It raises ValueError
    for characters that XML cannot hold.
    """
    if control.number:
        return _MAKERS[control.shape](control, control.start + control.number)
    numbered = _MAKERS[control.shape](control, "")
    start = control.start

    def fill(value: object, added: Additions) -> Xml:
        return Xml(start + added.number() + numbered(value, added))

    return fill


def _text_filter(control: ControlMarkup, start: str) -> Filter:
    before, after, before_lines = control.filled
    empty, before, before_lines = Xml(start + control.prompt), start + before, start + before_lines

    def fill(value: object, _: Additions) -> Xml:
        if value is None or value == "":
            return empty
        text = run_text(words_of(value))
        return Xml((before_lines if LINE_BREAK in text else before) + text + after)

    return fill


def _date_filter(control: ControlMarkup, start: str) -> Filter:
    before, between, after = control.filled
    empty, before = Xml(start + control.prompt), start + before

    def fill(value: object, _: Additions) -> Xml:
        if value is None or value == "":
            return empty
        date = f' w:fullDate="{value.iso}T00:00:00Z"' if isinstance(value, DateText) else ""
        return Xml(before + date + between + run_text(words_of(value)) + after)

    return fill


def _tick_filter(control: ControlMarkup, start: str) -> Filter:
    ticked, before, after = control.filled
    empty, full = Xml(start + control.prompt), Xml(start + ticked)

    def fill(value: object, _: Additions) -> Xml:
        if value is True:
            return full
        if not value:
            return empty
        return Xml(start + before + run_text(words_of(value)) + after)

    return fill


def _line_filter(control: ControlMarkup, start: str) -> Filter:
    before, after = control.filled
    empty, before = Xml(start + control.prompt), start + before

    def fill(value: object, added: Additions) -> Xml:
        if value is None or value == "":
            return empty
        return Xml(before + "".join(_runs(_line(value), control, added)) + after)

    return fill


def _paragraphs_filter(control: ControlMarkup, start: str) -> Filter:
    before, after = control.filled
    empty, before = Xml(start + control.prompt), start + before

    def fill(value: object, added: Additions) -> Xml:
        if value is None or value == "":
            return empty
        paragraphs = (
            value.paragraphs if isinstance(value, ProseText) else (Paragraph(_line(value)),)
        )
        return Xml(before + "".join(_written(paragraphs, control, added)) + after)

    return fill


_MAKERS = {
    Shape.TEXT: _text_filter,
    Shape.DATE: _date_filter,
    Shape.TICK: _tick_filter,
    Shape.LINE: _line_filter,
    Shape.PARAGRAPHS: _paragraphs_filter,
}


def _line(value: object) -> tuple[Run, ...]:
    """Any value as the runs of one paragraph; paragraphs become lines, list items get their sign."""
    if isinstance(value, LinkText):
        return (Run(str(value), url=value.url),)
    if not isinstance(value, ProseText):
        return (Run(words_of(value)),)
    runs: list[Run] = []
    for one in value.paragraphs:
        if runs:
            runs.append(Run("\n"))
        runs += _signed(one)
    return tuple(runs)


def _signed(one: Paragraph) -> tuple[Run, ...]:
    if not one.list:
        return one.runs
    return (Run(f"{one.number}. " if one.list == "number" else BULLET), *one.runs)


def _written(
    paragraphs: Iterable[Paragraph], control: ControlMarkup, added: Additions
) -> Iterator[str]:
    plain, bullet, number, number_end = control.paragraphs
    current = ""
    is_first = True
    for one in paragraphs:
        runs = one.runs
        if one.list == "number" and number:
            if one.number == 1 or not current:
                current = str(added.begin_list())
            yield number + current + number_end
        elif one.list == "bullet" and bullet:
            yield bullet
        else:
            yield plain
            runs = _signed(one)
        inside = "".join(_runs(runs, control, added))
        yield _nested(inside, control, added) if is_first and _needs_nest(runs) else inside
        yield PARAGRAPH_END
        is_first = False


def _runs(runs: Iterable[Run], control: ControlMarkup, added: Additions) -> Iterator[str]:
    for url, linked in groupby(runs, key=_url):
        first = LINKED if url else 0
        inside = "".join(
            [
                control.runs[first + run.bold + 2 * run.italic] + run_text(run.text) + RUN_END
                for run in linked
            ]
        )
        yield f'<w:hyperlink r:id="{added.link(url)}">{inside}</w:hyperlink>' if url else inside


def _needs_nest(runs: Iterable[Run]) -> bool:
    return any(run.url or run.bold or run.italic or "\n" in run.text for run in runs)


def _nested(inside: str, control: ControlMarkup, added: Additions) -> str:
    """What stands in the first paragraph, in a control of its own that nobody sees.

    In the first paragraph of a block-level control LibreOffice 7.4 loses line breaks, bold and italic,
    and prints `HYPERLINK "…"` before a link. In an inline control, also within the other, it keeps all three.
    Word drops this one (`w:temporary`) as soon as somebody types in it.
    """
    start, middle, end = control.nest
    return start + added.number() + middle + inside + end


def _url(run: Run) -> str:
    return run.url
