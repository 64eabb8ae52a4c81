"""Lines of a school's own file: where they stand, as rich text, left over, or changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sop_templates.engine.own_format.left_over import LeftOver
from sop_templates.formats.written import Box, Cell, Grid, Line, Part, Writing
from sop_templates.language import N_
from sop_templates.outcome import NOWHERE, Place
from sop_templates.richtext import Paragraph, RichText, Run


def under(heading: str) -> Place:
    """The place of a text, by the heading that it stands under."""
    return Place(N_('under "{heading}"'), (("heading", " ".join(heading.split())),))


def rich_line(line: Line) -> RichText:
    """The paragraphs of a line, also where it was put together from pieces."""
    if line.rich:
        return line.rich
    return (Paragraph((Run(line.text),), line.list),) if line.text else ()


def left_over(heading: str, lines: Iterable[Line], with_pictures: Iterable[Line] = ()) -> LeftOver:
    """Lines as what belongs to no field.

    Args:
        heading: that they stand under, or "".
        lines: whose words are left over.
        with_pictures: whose pictures are.
    """
    rich = tuple(part for line in lines for part in rich_line(line))
    pictures = tuple(one for line in with_pictures for one in line.pictures)
    place = under(heading) if heading else NOWHERE
    return LeftOver(heading, rich, pictures, place)


def changed(writing: Writing, change: Callable[[Line], Line | None]) -> Writing:
    """The file with other lines.

    Args:
        writing: the file.
        change: gives what a line becomes, None to take it away.
    """

    def lines(given: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(made for one in given if (made := change(one)) is not None)

    def part(one: Part) -> Iterator[Part]:
        if isinstance(one, Line):
            yield from lines([one])
        elif isinstance(one, Box):
            yield Box(lines(one.lines))
        else:
            rows = tuple(
                tuple(Cell(lines(cell.lines), cell.column) for cell in row) for row in one.rows
            )
            yield Grid(rows, one.number)

    parts = tuple(made for one in writing.parts for made in part(one))
    return replace(writing, parts=parts, notes=lines(writing.notes))
