"""Styles, numbering, settings, fonts and theme of the public file: what of them goes over, and in Dutch."""

from collections.abc import Callable, Mapping

from lxml import etree

from sop_templates.formats.word.names import NAMESPACES, element, qn
from sop_templates.formats.word.published.trees import VAL, drop, drop_all

DUTCH = "nl-NL"
_KEPT_SETTINGS = frozenset(
    qn(f"w:{name}")
    for name in (
        "defaultTabStop",
        "autoHyphenation",
        "consecutiveHyphenLimit",
        "hyphenationZone",
        "doNotHyphenateCaps",
        "evenAndOddHeaders",
        "mirrorMargins",
        "gutterAtTop",
        "characterSpacingControl",
        "footnotePr",
        "endnotePr",
        "compat",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
    )
)
_EMBEDDED_FONTS = tuple(
    qn(f"w:embed{name}") for name in ("Regular", "Bold", "Italic", "BoldItalic")
)


def _settle_settings(top: etree._Element) -> None:
    drop_all(one for one in top if one.tag not in _KEPT_SETTINGS)


def _settle_styles(top: etree._Element) -> None:
    """Says that the document is Dutch: a reader's voice and a PDF's language follow from it."""
    defaults = top.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = element("w:docDefaults")
        top.insert(0, defaults)
    run = defaults.find(qn("w:rPrDefault"))
    if run is None:
        run = element("w:rPrDefault")
        defaults.insert(0, run)
    look = run.find(qn("w:rPr"))
    if look is None:
        look = element("w:rPr")
        run.append(look)
    language = look.find(qn("w:lang"))
    if language is None:
        language = element("w:lang")
        look.append(language)
    language.set(VAL, DUTCH)


def _settle_numbering(top: etree._Element) -> None:
    """Takes bullets that are pictures away: their list shows Word's own bullet."""
    drop_all(top.iter(qn("w:numPicBullet")))
    drop_all(top.iter(qn("w:lvlPicBulletId")))


def _settle_fonts(top: etree._Element) -> None:
    drop_all(top.iter(*_EMBEDDED_FONTS))


def _settle_theme(top: etree._Element) -> None:
    """Takes pictures in fills of the theme away; nobody draws with them in a text document."""
    for one in list(top.iter(f"{{{NAMESPACES['a']}}}blipFill")):
        fill = element("a:solidFill", children=[element("a:schemeClr", {"val": "phClr"})])
        one.addprevious(fill)
        drop(one)


SIDE_PARTS: Mapping[str, Callable[[etree._Element], None]] = {
    "styles": _settle_styles,
    "numbering": _settle_numbering,
    "settings": _settle_settings,
    "fontTable": _settle_fonts,
    "theme": _settle_theme,
}
