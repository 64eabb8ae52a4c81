"""How a paragraph is set: its letters' size, weight and colour, its ground, by its runs and styles.

Own formats mark their headings by this where they use no heading styles.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml import etree

from sop_templates.formats.archive import parse_xml
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.names import qn
from sop_templates.formats.written import Letters

NEARLY_ALL = 0.9  # of the letters of a line: a full stop that is not bold does not count
WORD_SIZE = 10.0  # points: what Word takes where no style says a size
_HALF_POINTS = 2
_MAX_CHAIN = 20  # styles based on styles; a circle ends here

_VAL, _P, _R, _R_PR = qn("w:val"), qn("w:p"), qn("w:r"), qn("w:rPr")
_P_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_BOLD, _CAPS, _UNDERLINE, _SIZE = qn("w:b"), qn("w:caps"), qn("w:u"), qn("w:sz")
_ITALIC, _COLOUR, _SHADE, _BORDER = qn("w:i"), qn("w:color"), qn("w:shd"), qn("w:pBdr")
_FILL = qn("w:fill")
_R_STYLE, _P_PR = qn("w:rStyle"), qn("w:pPr")
_NO_COLOURS = frozenset(
    ("", "auto", "000000", "FFFFFF")
)  # of letters or ground: nothing that stands out


@dataclass(frozen=True, slots=True)
class _Look:
    """What is said of letters; None is not said."""

    size: float | None = None
    bold: bool | None = None
    capitals: bool | None = None
    underlined: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    framed: bool | None = None

    def over(self, other: "_Look") -> "_Look":
        """This look, and the other's where it says nothing."""
        return _Look(
            other.size if self.size is None else self.size,
            other.bold if self.bold is None else self.bold,
            other.capitals if self.capitals is None else self.capitals,
            other.underlined if self.underlined is None else self.underlined,
            other.italic if self.italic is None else self.italic,
            other.colour if self.colour is None else self.colour,
            other.framed if self.framed is None else self.framed,
        )


_NOTHING = _Look()


@dataclass(frozen=True, slots=True)
class LetterStyles:
    """What the styles of a file say of letters, by their id; "" is the default paragraph style."""

    looks: Mapping[str, _Look] = field(default_factory=dict)

    def letters(self, paragraph: etree._Element) -> tuple[Letters, int]:
        """How a paragraph is set.

        Args:
            paragraph: a `w:p`.

        Returns:
            Its letters, and how many characters at its beginning are bold where not all are.
        """
        style = paragraph.find(_P_STYLE)
        under = self.looks.get("" if style is None else style.get(_VAL, ""), _NOTHING)
        own = paragraph.find(_P_PR)
        under = under if own is None else _ground(own).over(under)
        looks = [(text, self._run(run).over(under)) for run, text in _runs(paragraph)]
        words = "".join(text for text, _ in looks).strip()
        if not words:
            return Letters(under.size or WORD_SIZE), 0
        sizes: Counter[float] = Counter()
        colours: Counter[str] = Counter()
        for text, look in looks:
            sizes[look.size or WORD_SIZE] += len(text)
            colours[look.colour or ""] += len(text)
        bold = _share(looks, "bold")
        letters = Letters(
            size=sizes.most_common(1)[0][0],
            bold=bold >= NEARLY_ALL,
            capitals=words == words.upper() != words.lower() or _share(looks, "capitals") == 1,
            underlined=_share(looks, "underlined") >= NEARLY_ALL,
            framed=bool(under.framed),
            italic=_share(looks, "italic") >= NEARLY_ALL,
            colour=colours.most_common(1)[0][0],
        )
        return letters, 0 if letters.bold else _lead(looks)

    def _run(self, run: etree._Element) -> _Look:
        properties = run.find(_R_PR)
        if properties is None:
            return _NOTHING
        look = _look(properties)
        style = properties.find(_R_STYLE)
        return look if style is None else look.over(self.looks.get(style.get(_VAL, ""), _NOTHING))


def _share(looks: list[tuple[str, _Look]], name: str) -> float:
    """The part of the letters that has a look, white space aside."""
    count = sum(len("".join(text.split())) for text, _ in looks)
    having = sum(len("".join(text.split())) for text, look in looks if getattr(look, name))
    return having / count if count else 0.0


def _lead(looks: list[tuple[str, _Look]]) -> int:
    length = 0
    for text, look in looks:
        if not look.bold and text.strip():
            break
        length += len(text)
    return length


def _runs(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The runs of a paragraph with their words; not those of text boxes in it."""
    for run in paragraph.iter(_R):
        around = next(run.iterancestors(_P), None)
        if around is paragraph:
            text = "".join(one.text or "" for one in run.iterchildren(qn("w:t")))
            if text:
                yield run, text


@lru_cache(maxsize=4)  # these are big, and differ from school to school
def read_letter_styles(data: bytes) -> LetterStyles:
    """What the styles part says of letters; b"" where the file has none."""
    if not data:
        return LetterStyles()
    root = parse_xml(data, "styles")
    by_id = {one.get(qn("w:styleId"), ""): one for one in root.iterchildren(qn("w:style"))}
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{_R_PR}")
    under = _NOTHING if defaults is None else _look(defaults)
    looks = {}
    for key, one in by_id.items():
        look = _NOTHING
        for style in _chain(one, by_id):
            properties = style.find(_R_PR)
            if properties is not None:
                look = look.over(_look(properties))
            if (ground := style.find(_P_PR)) is not None:
                look = look.over(_ground(ground))
        is_paragraph = one.get(qn("w:type"), "paragraph") == "paragraph"
        looks[key] = look.over(under) if is_paragraph else look
        if is_paragraph and one.get(qn("w:default"), "0") in ("1", "true"):
            looks[""] = replace(looks[key])
    return LetterStyles({"": under} | looks)


def _chain(one: etree._Element, by_id: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    following: etree._Element | None = one
    for _ in range(_MAX_CHAIN):
        if following is None:
            return
        yield following
        based = following.find(qn("w:basedOn"))
        following = None if based is None else by_id.get(based.get(_VAL, ""))


def _look(properties: etree._Element) -> _Look:
    bold, caps = properties.find(_BOLD), properties.find(_CAPS)
    line, size = properties.find(_UNDERLINE), properties.find(_SIZE)
    italic, colour = properties.find(_ITALIC), properties.find(_COLOUR)
    return _Look(
        size=None if size is None else _points(size.get(_VAL, "")),
        bold=None if bold is None else is_on(bold),
        capitals=None if caps is None else is_on(caps),
        underlined=None if line is None else line.get(_VAL, "none") != "none",
        italic=None if italic is None else is_on(italic),
        colour=None if colour is None else _colour(colour.get(_VAL, "")),
    )


def _ground(properties: etree._Element) -> _Look:
    """What the properties of a paragraph say of a frame or ground."""
    shade = properties.find(_SHADE)
    if shade is not None and _colour(shade.get(_FILL, "")):
        return _Look(framed=True)
    border = properties.find(_BORDER)
    return _NOTHING if border is None else _Look(framed=len(border) > 0)


def _colour(value: str) -> str:
    return "" if value.upper() in _NO_COLOURS or value in _NO_COLOURS else value.upper()


def _points(half_points: str) -> float | None:
    points = whole(half_points)
    return points / _HALF_POINTS if points else None
