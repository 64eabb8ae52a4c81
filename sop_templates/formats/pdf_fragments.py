"""The pieces of text of a PDF, each with its place, size and weight, read without trusting the file.

Bounds: 64 MB of file (`files.MAX_FILE`), `MAX_PAGES` pages, `MAX_CHARACTERS` characters, `MAX_STEPS` and
`MAX_DRAWN` bytes of drawing, `MAX_SECONDS`; pypdf itself unpacks no stream to more than 75 MB.
"""

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import hypot
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, Any

from sop_templates.errors import SopError
from sop_templates.kinds.other_files import BROKEN_PDF

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAGIC = b"%PDF"
MAX_PAGES = 300
MAX_CHARACTERS = 2_000_000
MAX_STEPS = 1_000_000  # operators of all pages together; a page of text has some 1,000
MAX_DRAWN = 4_000_000  # bytes of one page; a page of text has some 20 kB, a map a million
MAX_SECONDS = 60  # a page of text takes 0.05; a small file may draw the same page a thousand times
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-]\d\d)'?(\d\d)?)?", re.ASCII)
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text on one line.

    Attributes:
        text: its characters.
        page: from 1.
        x: points from the left edge to its beginning.
        y: points from the bottom edge to its line.
        size: points of its letters.
        bold: whether its font is a heavy one.
        lead: how many characters at its beginning are heavy, where not all are.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool
    lead: int = 0


@dataclass(frozen=True, slots=True)
class PdfContent:
    """What a PDF holds.

    Attributes:
        fragments: in the order in which they were written.
        pages: how many pages it has.
        title: what its properties call it, or "".
        modified: when it was last saved, ISO 8601, or "".
    """

    fragments: tuple[Fragment, ...]
    pages: int
    title: str = ""
    modified: str = ""


def read_fragments(data: bytes, file: str | PurePath = "") -> PdfContent:
    """The pieces of text of a PDF.

    Args:
        data: the whole file.
        file: its name, for messages.

    Raises:
        SopError: it is damaged, locked by a password, or too big.
    """
    from pypdf.errors import DeprecationError, PyPdfError  # noqa: PLC0415 - 150 ms, only where a PDF is read

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is nobody's concern
    # A PDF is a program of sorts: a damaged one makes pypdf stumble anywhere.
    stumbles = (
        PyPdfError,
        DeprecationError,  # what a newer pypdf no longer takes
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
        struct.error,
        zlib.error,
    )
    try:
        return _content(data)
    except stumbles as error:
        raise SopError(BROKEN_PDF, file) from error


def _content(data: bytes) -> PdfContent:
    from pypdf import PdfReader  # noqa: PLC0415 - as above

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    pages = len(reader.pages)
    if pages > MAX_PAGES:
        raise ValueError(pages)
    fragments: list[Fragment] = []
    left, steps = MAX_CHARACTERS, _Steps(MAX_STEPS, monotonic() + MAX_SECONDS)
    for number, page in enumerate(reader.pages, 1):
        steps.take()
        if sum(_sizes(page)) > MAX_DRAWN:
            raise ValueError(number)
        found = _Page(number)
        page.extract_text(visitor_text=found.take, visitor_operand_before=steps.take)
        fragments += found.fragments
        left -= sum(len(one.text) for one in found.fragments)
        if left < 0:
            raise ValueError(number)
    return PdfContent(tuple(fragments), pages, *_about(reader))


def _sizes(page: "PageObject") -> Iterator[int]:
    """The bytes of what a page draws, and of the forms that it may draw in it: pypdf takes them apart whole."""
    contents = page.get_contents()
    yield 0 if contents is None else len(contents.get_data())
    waiting: list[Any] = [page]
    seen: set[int] = set()
    while waiting:
        for one in _entry(_entry(waiting.pop(), "/Resources"), "/XObject").values():
            form = one.get_object()
            is_form = isinstance(form, dict) and form.get("/Subtype") == "/Form"
            if is_form and id(form) not in seen:
                seen.add(id(form))  # pypdf keeps what it has read: the same form is the same object
                yield len(form.get_data())
                waiting.append(form)


def _entry(dictionary: Any, key: str) -> Any:
    """What stands in a PDF's dictionary under a key; an empty one where nothing does."""
    found = dictionary.get(key)
    return {} if found is None else found.get_object()


class _Steps:
    """Counts what a PDF draws, until it is too much or takes too long."""

    def __init__(self, left: int, end: float) -> None:
        self.left = left
        self.end = end

    def take(self, *_: object) -> None:
        """Takes an operator, whichever it is."""
        self.left -= 1
        if self.left < 0 or monotonic() > self.end:
            raise ValueError(self.left)


def _about(reader: "PdfReader") -> Iterator[str]:
    """Title and moment of the last change; dates are read leniently, for programs write them oddly."""
    about = reader.metadata
    title = None if about is None else about.title
    yield " ".join(title.split()) if isinstance(title, str) else ""
    written = None if about is None else about.modification_date_raw or about.creation_date_raw
    yield _moment(written) if isinstance(written, str) else ""


def _moment(written: str) -> str:
    """A date of PDF (`D:20261124082943+01'00'`) as ISO 8601, "" where it is none."""
    match = _DATE.match(written)
    if match is None:
        return ""
    year, month, day, hour, minute, second, hours, minutes = match.groups(default="00")
    zone = f"{hours}:{minutes}" if hours[0] in "+-" else "Z"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"


class _Page:
    """A page while pypdf visits its text."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.fragments: list[Fragment] = []

    def take(
        self, text: str, around: Sequence[float], own: Sequence[float], font: Any, size: float
    ) -> None:
        """Takes a piece: the matrices are those of PDF, six numbers each."""
        name = str(font.get("/BaseFont", "")).casefold() if font else ""
        bold = any(word in name for word in _HEAVY)
        scale = hypot(own[2], own[3]) * hypot(around[2], around[3])
        x, y = _moved(own[4], own[5], around)
        line_height = size * scale
        for number, line in enumerate(text.split("\n")):
            if line.strip():
                place = y - number * line_height
                self.fragments.append(
                    Fragment(line.strip(), self.number, x, place, round(line_height, 1), bold)
                )


def _moved(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    a, b, c, d, right, up = matrix
    return a * x + c * y + right, b * x + d * y + up
