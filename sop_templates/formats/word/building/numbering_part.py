"""The numbering of a model: `word/numbering.xml`.

Four definitions, each with one instance of the same number: Heading 1 and 2 (`HEADING_NUMBERS`), List
Bullet (`BULLETS`), List Number (`NUMBERS`), and one without a number for headings that have none. A style names its `w:num`, which names its
`w:abstractNum`; who fills in a numbered list adds a `w:num` on List Number's `w:abstractNum`, found
by that way, with a `w:startOverride` of 1.
"""

from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.building.looks import (
    PLAIN,
    ParagraphLook,
    RunLook,
    paragraph_properties,
    run_properties,
)
from sop_templates.formats.word.building.style_values import (
    ACCENT,
    BULLETS,
    HEADING_NUMBERS,
    NUMBERS,
    UNNUMBERED,
)
from sop_templates.formats.word.names import element, root


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering.

    Attributes:
        format: `decimal`, `bullet` or `none`.
        text: what stands before the paragraph; `%1` is the number of the first level.
        style: id of the style that has this level, or "".
        left: indent of the paragraph, twips; what stands before it hangs out by as much.
        look: of what stands before it.
    """

    format: str
    text: str
    style: str
    left: int
    look: RunLook = PLAIN


LEVELS = {
    HEADING_NUMBERS: (
        Level("decimal", "%1", "Heading1", 567),
        Level("decimal", "%1.%2", "Heading2", 567, RunLook(color=ACCENT)),
    ),
    BULLETS: (Level("bullet", "•", "ListBullet", 357, RunLook(color=ACCENT)),),
    NUMBERS: (Level("decimal", "%1.", "ListNumber", 357, RunLook(color=ACCENT)),),
    UNNUMBERED: (Level("none", "", "", 0),),
}


def numbering_part() -> etree._Element:
    """The `w:numbering` of a model: definitions first, then their instances."""
    numbering = root("w:numbering")
    numbering.extend(_definition(number, levels) for number, levels in LEVELS.items())
    numbering.extend(_instance(number) for number in LEVELS)
    return numbering


def _definition(number: int, levels: tuple[Level, ...]) -> etree._Element:
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    return element(
        "w:abstractNum",
        {"w:abstractNumId": str(number)},
        [
            element("w:nsid", {"w:val": f"5A0F000{number}"}),
            element("w:multiLevelType", {"w:val": kind}),
            element("w:tmpl", {"w:val": f"5A0F001{number}"}),
            *(_level(at, level) for at, level in enumerate(levels)),
        ],
    )


def _level(at: int, level: Level) -> etree._Element:
    parts = [element("w:start", {"w:val": "1"}), element("w:numFmt", {"w:val": level.format})]
    if level.style:
        parts.append(element("w:pStyle", {"w:val": level.style}))
    if level.format == "none":
        parts.append(element("w:suff", {"w:val": "nothing"}))
    parts.append(element("w:lvlText", {"w:val": level.text}))
    parts.append(element("w:lvlJc", {"w:val": "left"}))
    looks = (
        paragraph_properties(ParagraphLook(left=level.left, hanging=level.left)),
        run_properties(level.look),
    )
    return element("w:lvl", {"w:ilvl": str(at)}, parts + [one for one in looks if one is not None])


def _instance(number: int) -> etree._Element:
    definition = element("w:abstractNumId", {"w:val": str(number)})
    return element("w:num", {"w:numId": str(number)}, [definition])
