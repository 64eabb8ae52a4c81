"""How text looks: run and paragraph properties, in the order that the schema asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from sop_templates.formats.word.building import page
from sop_templates.formats.word.names import element

Alignment = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class RunLook:
    """Properties of a run; what is not named comes from the style.

    Attributes:
        style: id of a character style, or "".
        font: a font's name, or "".
        bold: whether bold; None leaves it to the style.
        italic: whether italic; None leaves it to the style.
        color: `RRGGBB`, or "".
        size: half points, 0 for the style's.
        spacing: twentieths of a point between characters.
        caps: whether shown in capitals.
        underline: whether underlined; None leaves it to the style.
        language: e.g. `nl-NL`, or "".
    """

    style: str = ""
    font: str = ""
    bold: bool | None = None
    italic: bool | None = None
    color: str = ""
    size: int = 0
    spacing: int = 0
    caps: bool = False
    underline: bool | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A line at a side of a paragraph, cell or table.

    Attributes:
        color: `RRGGBB`.
        size: eighths of a point; 0 draws none.
        space: points between line and text.
    """

    color: str
    size: int = 4
    space: int = 0

    def element(self, side: str) -> etree._Element:
        """The line at that side: `w:top`, `w:left`, `w:bottom`, `w:right`, and so on."""
        if not self.size:
            return element(side, {"w:val": "nil"})
        return element(
            side,
            {
                "w:val": "single",
                "w:sz": str(self.size),
                "w:space": str(self.space),
                "w:color": self.color,
            },
        )


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """Properties of a paragraph; what is not named comes from the style.

    Attributes:
        style: id of a paragraph style, or "".
        keep_next: stays on one page with the next paragraph.
        keep_lines: its lines stay on one page.
        page_break: begins a page.
        band: twips of height of a band across the top of the page that it is; 0 for none.
        list: id and level of its numbering (id 0 takes the style's number away), or None.
        borders: lines by side, `top`, `left`, `bottom`, `right`.
        fill: background, `RRGGBB`, or "".
        tabs: position in twips and alignment of each tab stop.
        before: twips above; None leaves it to the style.
        after: twips below; None leaves it to the style.
        line: 240ths of a line; 0 leaves it to the style.
        left: twips of indent at the left; None leaves it to the style.
        right: twips of indent at the right.
        hanging: twips that the first line hangs out.
        align: where lines are set.
        outline: outline level 0 to 8, or None.
    """

    style: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    band: int = 0
    list: tuple[int, int] | None = None
    borders: Mapping[str, Border] | None = None
    fill: str = ""
    tabs: tuple[tuple[int, str], ...] = ()
    before: int | None = None
    after: int | None = None
    line: int = 0
    left: int | None = None
    right: int = 0
    hanging: int = 0
    align: Alignment = ""
    outline: int | None = None


def run_properties(look: RunLook) -> etree._Element | None:
    """The `w:rPr` of a look, or None where it says nothing."""
    parts: list[etree._Element] = []
    if look.style:
        parts.append(element("w:rStyle", {"w:val": look.style}))
    if look.font:
        names = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
        parts.append(element("w:rFonts", dict.fromkeys(names, look.font)))
    parts += _switch(("w:b", "w:bCs"), on=look.bold) + _switch(("w:i", "w:iCs"), on=look.italic)
    if look.caps:
        parts.append(element("w:caps"))
    if look.color:
        parts.append(element("w:color", {"w:val": look.color}))
    if look.spacing:
        parts.append(element("w:spacing", {"w:val": str(look.spacing)}))
    parts += [element(name, {"w:val": str(look.size)}) for name in ("w:sz", "w:szCs") if look.size]
    if look.underline is not None:
        parts.append(element("w:u", {"w:val": "single" if look.underline else "none"}))
    if look.language:
        parts.append(element("w:lang", {"w:val": look.language, "w:eastAsia": look.language}))
    return element("w:rPr", children=parts) if parts else None


def paragraph_properties(look: ParagraphLook) -> etree._Element | None:
    """The `w:pPr` of a look, or None where it says nothing."""
    parts: list[etree._Element] = []
    if look.style:
        parts.append(element("w:pStyle", {"w:val": look.style}))
    flags = (
        ("w:keepNext", look.keep_next),
        ("w:keepLines", look.keep_lines),
        ("w:pageBreakBefore", look.page_break),
    )
    parts += [element(name) for name, is_on in flags if is_on]
    if look.band:
        parts.append(_band(look.band))
    parts += _numbering(look) + _borders(look)
    if look.fill:
        parts.append(shading(look.fill))
    if look.tabs:
        parts.append(element("w:tabs", children=[_tab(*tab) for tab in look.tabs]))
    parts += _distances(look)
    if look.align:
        parts.append(element("w:jc", {"w:val": look.align}))
    if look.outline is not None:
        parts.append(element("w:outlineLvl", {"w:val": str(look.outline)}))
    return element("w:pPr", children=parts) if parts else None


def shading(fill: str) -> etree._Element:
    """A plain background, `RRGGBB`."""
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})


def _switch(names: tuple[str, ...], *, on: bool | None) -> list[etree._Element]:
    if on is None:
        return []
    return [element(name, {} if on else {"w:val": "0"}) for name in names]


def _band(height: int) -> etree._Element:
    """A frame at the page's upper edge, as wide as the page."""
    values = {
        "w:w": str(page.WIDTH),
        "w:h": str(height),
        "w:hRule": "exact",
        "w:wrap": "around",
        "w:vAnchor": "page",
        "w:hAnchor": "page",
        "w:x": "1",
        "w:y": "1",
    }
    return element("w:framePr", values)


def _numbering(look: ParagraphLook) -> list[etree._Element]:
    if look.list is None:
        return []
    number, level = look.list
    values = [element("w:ilvl", {"w:val": str(level)}), element("w:numId", {"w:val": str(number)})]
    return [element("w:numPr", children=values)]


def _borders(look: ParagraphLook) -> list[etree._Element]:
    if not look.borders:
        return []
    sides = [side for side in ("top", "left", "bottom", "right") if side in look.borders]
    lines = [look.borders[side].element(f"w:{side}") for side in sides]
    return [element("w:pBdr", children=lines)]


def _tab(position: int, align: str) -> etree._Element:
    return element("w:tab", {"w:val": align, "w:pos": str(position)})


def _distances(look: ParagraphLook) -> list[etree._Element]:
    spacing = {
        name: str(value)
        for name, value in (("w:before", look.before), ("w:after", look.after))
        if value is not None
    }
    if look.band:
        spacing |= {"w:line": str(look.band), "w:lineRule": "exact"}
    if look.line:
        spacing |= {"w:line": str(look.line), "w:lineRule": "auto"}
    indent = {} if look.left is None else {"w:left": str(look.left)}
    if look.right:
        indent["w:right"] = str(look.right)
    if look.hanging:
        indent["w:hanging"] = str(look.hanging)
    parts = (("w:spacing", spacing), ("w:ind", indent))
    return [element(name, values) for name, values in parts if values]


PLAIN = RunLook()
STANDING = ParagraphLook()
