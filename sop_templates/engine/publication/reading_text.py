"""A school's rich text as plain text to read: bullets and numbers stay, stars and addresses do not."""

from collections.abc import Iterator

from sop_templates.richtext import Paragraph
from sop_templates.richtext_markup import parse

BULLET = "•"


def reading_text(text: str) -> str:
    """The words of a marked text; items of a list on a line each, an empty line between paragraphs."""
    return "".join(_lines(parse(text))).strip()


def _lines(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    before = ""
    for one in paragraphs:
        words = "".join(run.text for run in one.runs)
        mark = {"bullet": f"{BULLET} ", "number": f"{one.number}. "}.get(one.list, "")
        yield "\n" if one.list and one.list == before else "\n\n"
        yield mark + words
        before = one.list
