"""The theme of a model: `word/theme/theme1.xml`, the palette that Word offers an owner.

The styles name their colours and font themselves; the theme gives the same ones in Word's menus, so
that a table or picture that is added later fits.
"""

from collections.abc import Sequence

from lxml import etree

from sop_templates.formats.word.building.style_values import ACCENT, FONT, GREY, INK, RULE, TINT
from sop_templates.formats.word.names import element, root

NAME = "SOP"
COLORS = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": ACCENT,
    "lt2": TINT,
    "accent1": ACCENT,
    "accent2": "3E7F5E",
    "accent3": "A65A1F",
    "accent4": "6B4E8E",
    "accent5": RULE,
    "accent6": GREY,
    "hlink": ACCENT,
    "folHlink": "6B4E8E",
}
LINE_WIDTHS = (6_350, 12_700, 19_050)  # English Metric Units: 0.5, 1 and 1.5 pt


def theme_part() -> etree._Element:
    """The `a:theme` of a model: colours, font, and the plain fills and lines that a theme must have."""
    theme = root("a:theme", ("a",), ignorable="")
    theme.set("name", NAME)
    theme.append(element("a:themeElements", children=[_colors(), _fonts(), _formats()]))
    return theme


def _colors() -> etree._Element:
    colors = [
        element(f"a:{name}", children=[element("a:srgbClr", {"val": color})])
        for name, color in COLORS.items()
    ]
    return element("a:clrScheme", {"name": NAME}, colors)


def _fonts() -> etree._Element:
    return element(
        "a:fontScheme",
        {"name": NAME},
        [
            element(
                f"a:{use}Font",
                children=[
                    element("a:latin", {"typeface": FONT}),
                    element("a:ea", {"typeface": ""}),
                    element("a:cs", {"typeface": ""}),
                ],
            )
            for use in ("major", "minor")
        ],
    )


def _formats() -> etree._Element:
    lines = [element("a:ln", {"w": str(width)}, [_fill()]) for width in LINE_WIDTHS]
    effects = [
        element("a:effectStyle", children=[element("a:effectLst")]) for _width in LINE_WIDTHS
    ]
    return element(
        "a:fmtScheme",
        {"name": NAME},
        [
            _three("fillStyleLst", [_fill() for _width in LINE_WIDTHS]),
            _three("lnStyleLst", lines),
            _three("effectStyleLst", effects),
            _three("bgFillStyleLst", [_fill() for _width in LINE_WIDTHS]),
        ],
    )


def _three(name: str, children: Sequence[etree._Element]) -> etree._Element:
    return element(f"a:{name}", children=children)


def _fill() -> etree._Element:
    return element("a:solidFill", children=[element("a:schemeClr", {"val": "phClr"})])
