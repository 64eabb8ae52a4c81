"""How styles are written: `word/styles.xml`, for the document and for its glossary."""

from lxml import etree

from sop_templates.formats.word.building.looks import (
    Border,
    ParagraphLook,
    RunLook,
    paragraph_properties,
    run_properties,
    shading,
)
from sop_templates.formats.word.building.style_values import FONT, RULE, STYLES, TINT, Style
from sop_templates.formats.word.names import element, root

# The colour stands in Normal: LibreOffice puts what stands here over a prompt's own.
DEFAULT_RUN = RunLook(font=FONT, size=21, language="nl-NL")
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def styles_part() -> etree._Element:
    """The `w:styles` of a model."""
    styles = root("w:styles")
    styles.append(_defaults())
    styles.extend(_style(style) for style in STYLES)
    styles.append(_default_character())
    styles.append(_no_list())
    styles.extend(_table_styles())
    return styles


def _defaults() -> etree._Element:
    run = run_properties(DEFAULT_RUN)
    paragraph = paragraph_properties(ParagraphLook(after=0, line=240))
    assert run is not None
    assert paragraph is not None
    return element(
        "w:docDefaults",
        children=[
            element("w:rPrDefault", children=[run]),
            element("w:pPrDefault", children=[paragraph]),
        ],
    )


def _style(style: Style) -> etree._Element:
    values = {"w:type": style.kind, "w:styleId": style.id}
    if style.id == "Normal":
        values["w:default"] = "1"
    if style.is_ours:
        values["w:customStyle"] = "1"
    parts = [element("w:name", {"w:val": style.name})]
    if style.based_on:
        parts.append(element("w:basedOn", {"w:val": style.based_on}))
    if style.next:
        parts.append(element("w:next", {"w:val": style.next}))
    parts.append(element("w:uiPriority", {"w:val": str(style.priority)}))
    if style.is_quick:
        parts.append(element("w:qFormat"))
    looks = (paragraph_properties(style.paragraph), run_properties(style.run))
    parts += [look for look in looks if look is not None]
    return element("w:style", values, parts)


def _default_character() -> etree._Element:
    return element(
        "w:style",
        {"w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"},
        [
            element("w:name", {"w:val": "Default Paragraph Font"}),
            element("w:uiPriority", {"w:val": "1"}),
            element("w:semiHidden"),
            element("w:unhideWhenUsed"),
        ],
    )


def _no_list() -> etree._Element:
    return element(
        "w:style",
        {"w:type": "numbering", "w:default": "1", "w:styleId": "NoList"},
        [
            element("w:name", {"w:val": "No List"}),
            element("w:uiPriority", {"w:val": "99"}),
            element("w:semiHidden"),
            element("w:unhideWhenUsed"),
        ],
    )


def _table_styles() -> list[etree._Element]:
    plain = _table_style("TableNormal", "Normal Table", "", {}, is_default=True)
    grid = _table_style(
        "TableGrid", "Table Grid", "TableNormal", dict.fromkeys(SIDES, Border(RULE))
    )
    lines = {side: Border(RULE) for side in ("top", "bottom", "insideH")}
    table = _table_style("SopTabel", "SopTabel", "TableGrid", lines)
    cell = element("w:tcPr", children=[shading(TINT)])
    table.append(element("w:tblStylePr", {"w:type": "firstRow"}, [cell]))
    return [plain, grid, table]


def _table_style(
    style_id: str, name: str, based_on: str, lines: dict[str, Border], *, is_default: bool = False
) -> etree._Element:
    values = {"w:type": "table", "w:styleId": style_id}
    if is_default:
        values["w:default"] = "1"
    elif style_id.startswith("Sop"):
        values["w:customStyle"] = "1"
    parts = [element("w:name", {"w:val": name})]
    if based_on:
        parts.append(element("w:basedOn", {"w:val": based_on}))
    parts.append(element("w:uiPriority", {"w:val": "99" if is_default else "59"}))
    if is_default:
        parts += [element("w:semiHidden"), element("w:unhideWhenUsed")]
    properties = [element("w:tblInd", {"w:w": "0", "w:type": "dxa"})]
    if lines:
        sides = [lines.get(side, Border(RULE, 0)).element(f"w:{side}") for side in SIDES]
        properties.append(element("w:tblBorders", children=sides))
    properties.append(_margins())
    return element("w:style", values, [*parts, element("w:tblPr", children=properties)])


def _margins() -> etree._Element:
    sides = {"top": "0", "left": "108", "bottom": "0", "right": "108"}
    return element(
        "w:tblCellMar",
        children=[
            element(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in sides.items()
        ],
    )
