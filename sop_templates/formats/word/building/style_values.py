"""The styles of a model: Word's own, restyled, and the few of ours that start with `Sop`."""

from dataclasses import dataclass
from typing import Final, Literal

from sop_templates.formats.word.building.looks import (
    PLAIN,
    STANDING,
    Border,
    ParagraphLook,
    RunLook,
)

FONT: Final = "Arial"  # on every system, or as Liberation Sans of the same widths
ACCENT: Final = "1B5E74"  # 7.3:1 on white
TINT: Final = "EAF2F5"
RULE: Final = "CCDCE2"
INK: Final = "222B2F"
GREY: Final = "5F6B70"  # 5.5:1 on white, 4.9:1 on the tint

HEADING_NUMBERS: Final = 1  # w:numId of Heading 1 and 2
BULLETS: Final = 2  # w:numId of List Bullet
NUMBERS: Final = 3  # w:numId of List Number
UNNUMBERED: Final = 4  # w:numId that takes a heading's number away

FIXED_BORDERS: Final = {  # a bar in the margin; the other sides give the tint some room
    "top": Border(TINT, size=8, space=4),
    "left": Border(ACCENT, size=24, space=8),
    "bottom": Border(TINT, size=8, space=4),
    "right": Border(TINT, size=8, space=4),
}

StyleKind = Literal["paragraph", "character"]


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style.

    Attributes:
        id: what documents name it by.
        name: what Word knows it by; Word's own in its English spelling.
        kind: paragraph or character.
        based_on: id of the style it builds on, or "".
        next: id of the style of the paragraph after it, or "" for its own.
        paragraph: how its paragraphs stand.
        run: how its text looks.
        is_quick: whether Word offers it in its gallery.
        priority: its place in Word's list.
    """

    id: str
    name: str
    kind: StyleKind = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    paragraph: ParagraphLook = STANDING
    run: RunLook = PLAIN
    is_quick: bool = True
    priority: int = 10

    @property
    def is_ours(self) -> bool:
        """Whether it is no style of Word."""
        return self.id.startswith("Sop")


def _heading(level: int, paragraph: ParagraphLook, run: RunLook) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        next="Normal",
        paragraph=paragraph,
        run=run,
        priority=9,
    )


NORMAL: Final = Style(
    "Normal",
    "Normal",
    based_on="",
    paragraph=ParagraphLook(after=110, line=266),
    run=RunLook(color=INK),
    priority=0,
)

STYLES: Final[tuple[Style, ...]] = (
    NORMAL,
    _heading(
        1,
        ParagraphLook(
            keep_next=True,
            keep_lines=True,
            list=(HEADING_NUMBERS, 0),
            before=400,
            after=120,
            outline=0,
        ),
        RunLook(bold=True, color=ACCENT, size=34),
    ),
    _heading(
        2,
        ParagraphLook(
            keep_next=True,
            keep_lines=True,
            list=(HEADING_NUMBERS, 1),
            before=240,
            after=80,
            outline=1,
        ),
        RunLook(bold=True, color=INK, size=23),
    ),
    _heading(
        3,
        ParagraphLook(keep_next=True, keep_lines=True, before=200, after=60, outline=2),
        RunLook(bold=True, color=ACCENT, size=21),
    ),
    Style(
        "Title",
        "Title",
        next="Subtitle",
        paragraph=ParagraphLook(before=640, after=360, line=240),
        run=RunLook(bold=True, caps=True, color=ACCENT, size=22, spacing=40),
    ),
    Style(
        "Subtitle",
        "Subtitle",
        next="Normal",
        paragraph=ParagraphLook(after=240),
        run=RunLook(color=GREY, size=28),
        priority=11,
    ),
    Style(
        "ListBullet",
        "List Bullet",
        paragraph=ParagraphLook(list=(BULLETS, 0), after=80),
        is_quick=True,
        priority=36,
    ),
    Style(
        "ListNumber",
        "List Number",
        paragraph=ParagraphLook(list=(NUMBERS, 0), after=80),
        is_quick=True,
        priority=36,
    ),
    Style(
        "Header",
        "header",
        paragraph=ParagraphLook(after=0, line=240),
        run=RunLook(color=GREY, size=17),
        is_quick=False,
        priority=99,
    ),
    Style(
        "Footer",
        "footer",
        paragraph=ParagraphLook(after=0, line=240),
        run=RunLook(color=GREY, size=17),
        is_quick=False,
        priority=99,
    ),
    Style(
        "PlaceholderText",
        "Placeholder Text",
        "character",
        "DefaultParagraphFont",
        run=RunLook(color=GREY),
        is_quick=False,
        priority=99,
    ),
    Style(
        "Hyperlink",
        "Hyperlink",
        "character",
        "DefaultParagraphFont",
        run=RunLook(color=ACCENT, underline=True),
        is_quick=False,
        priority=99,
    ),
    Style(
        "SopSchoolnaam",
        "SopSchoolnaam",
        next="SopSchooljaar",
        paragraph=ParagraphLook(after=60, line=240),
        run=RunLook(bold=True, color=INK, size=60),
    ),
    Style(
        "SopSchooljaar",
        "SopSchooljaar",
        next="Normal",
        paragraph=ParagraphLook(
            after=360, line=240, borders={"bottom": Border(ACCENT, size=18, space=14)}
        ),
        run=RunLook(color=GREY, size=32),
    ),
    Style(
        "SopOpschrift",
        "SopOpschrift",
        paragraph=ParagraphLook(keep_next=True, before=160, after=40, line=240),
        run=RunLook(color=GREY, size=17),
    ),
    Style(
        "SopIntro",
        "SopIntro",
        paragraph=ParagraphLook(keep_next=True, after=160),
        run=RunLook(color=GREY),
    ),
    Style("SopSamenvatting", "SopSamenvatting", run=RunLook(size=23)),
    Style(
        "SopVasteTekst",
        "SopVasteTekst",
        paragraph=ParagraphLook(fill=TINT, borders=FIXED_BORDERS),
    ),
    Style(
        "SopNoot",
        "SopNoot",
        paragraph=ParagraphLook(before=40, after=200, line=240),
        run=RunLook(color=GREY, size=16),
    ),
    Style(
        "SopCel",
        "SopCel",
        paragraph=ParagraphLook(before=40, after=40, line=245),
        run=RunLook(size=19),
    ),
    Style(
        "SopKop",
        "SopKop",
        based_on="SopCel",
        paragraph=ParagraphLook(keep_next=True),
        run=RunLook(bold=True, color=ACCENT, size=18),
    ),
    Style(
        "SopGroep",
        "SopGroep",
        based_on="SopCel",
        paragraph=ParagraphLook(keep_next=True, before=100),
        run=RunLook(bold=True, color=INK),
    ),
    Style("SopLabel", "SopLabel", based_on="SopCel", run=RunLook(color=GREY)),
    Style(
        "SopRuimte",
        "SopRuimte",
        paragraph=ParagraphLook(after=0, line=240),
        run=RunLook(size=12),
        is_quick=False,
    ),
)
