"""What stands around the text of a model: headers, footers, the section, settings, fonts."""

from lxml import etree

from sop_templates.formats.word.building import page
from sop_templates.formats.word.building.control_elements import text_run
from sop_templates.formats.word.building.looks import Border, ParagraphLook
from sop_templates.formats.word.building.story_elements import paragraph
from sop_templates.formats.word.building.style_values import ACCENT, FONT, RULE
from sop_templates.formats.word.names import element, root

HEADER_LOOK = ParagraphLook(
    style="Header", tabs=((page.TEXT_WIDTH, "right"),), borders={"bottom": Border(RULE, space=6)}
)
COMPATIBLE = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)  # as Word 2013 and later write for a new document
BAND_LOOK = ParagraphLook(style="Header", band=340, fill=ACCENT)
FOOTER_LOOK = ParagraphLook(style="Footer", tabs=((page.TEXT_WIDTH, "right"),))


def header_part(school: str, year: str) -> etree._Element:
    """The header of all pages but the first: the school at the left, its year at the right.

    Args:
        school: what stands there until Word looks up the style, a Jinja expression.
        year: likewise.
    """
    header = root("w:hdr")
    words = [
        *field("STYLEREF SopSchoolnaam", school),
        element("w:r", children=[element("w:tab")]),
        *field("STYLEREF SopSchooljaar", year),
    ]
    header.append(paragraph(HEADER_LOOK, *words))
    return header


def first_header_part() -> etree._Element:
    """The header of the front page, which has the school's name itself: a band of colour."""
    header = root("w:hdr")
    header.append(paragraph(BAND_LOOK))
    header.append(paragraph(ParagraphLook(style="Header")))
    return header


def footer_part(region: str) -> etree._Element:
    """The footer: whose model it is, and the page's number of how many."""
    footer = root("w:ftr")
    words = [
        text_run(region),
        element("w:r", children=[element("w:tab")]),
        text_run("Pagina "),
        *field("PAGE", "1"),
        text_run(" van "),
        *field("NUMPAGES", "1"),
    ]
    footer.append(paragraph(FOOTER_LOOK, *words))
    return footer


def field(code: str, result: str) -> list[etree._Element]:
    """A field of Word, with what it shows until Word computes it."""
    return [
        _field_mark("begin"),
        element("w:r", children=[element("w:instrText", text=f" {code} ")]),
        _field_mark("separate"),
        text_run(result),
        _field_mark("end"),
    ]


def section(header: str, first_header: str, footer: str) -> etree._Element:
    """The section: A4, margins, and the relationship ids of headers and footer."""
    references = [
        _reference("w:headerReference", "default", header),
        _reference("w:headerReference", "first", first_header),
        _reference("w:footerReference", "default", footer),
        _reference("w:footerReference", "first", footer),
    ]
    size = {"w:w": str(page.WIDTH), "w:h": str(page.HEIGHT)}
    margins = {
        "w:top": page.TOP,
        "w:right": page.SIDE,
        "w:bottom": page.BOTTOM,
        "w:left": page.SIDE,
        "w:header": page.HEADER,
        "w:footer": page.FOOTER,
        "w:gutter": 0,
    }
    return element(
        "w:sectPr",
        children=[
            *references,
            element("w:pgSz", size),
            element("w:pgMar", {name: str(value) for name, value in margins.items()}),
            element("w:titlePg"),
        ],
    )


def settings_part() -> etree._Element:
    """The settings: Word 2013 and later, Dutch, no protection and nothing that asks on opening."""
    settings = root("w:settings")
    settings.extend(
        [
            element("w:zoom", {"w:percent": "100"}),
            element("w:defaultTabStop", {"w:val": "709"}),
            element("w:characterSpacingControl", {"w:val": "doNotCompress"}),
            element("w:compat", children=[_compatible(*one) for one in COMPATIBLE]),
            element("w:themeFontLang", {"w:val": "nl-NL"}),
            element("w:decimalSymbol", {"w:val": ","}),
            element("w:listSeparator", {"w:val": ";"}),
        ]
    )
    return settings


def fonts_part() -> etree._Element:
    """The fonts that the styles name, with what may stand in for them."""
    fonts = root("w:fonts")
    fonts.append(
        element(
            "w:font",
            {"w:name": FONT},
            [
                element("w:altName", {"w:val": "Liberation Sans"}),
                element("w:panose1", {"w:val": "020B0604020202020204"}),
                element("w:charset", {"w:val": "00"}),
                element("w:family", {"w:val": "swiss"}),
                element("w:pitch", {"w:val": "variable"}),
            ],
        )
    )
    return fonts


def _compatible(name: str, value: str) -> etree._Element:
    values = {"w:name": name, "w:uri": "http://schemas.microsoft.com/office/word", "w:val": value}
    return element("w:compatSetting", values)


def _field_mark(kind: str) -> etree._Element:
    return element("w:r", children=[element("w:fldChar", {"w:fldCharType": kind})])


def _reference(name: str, kind: str, relation: str) -> etree._Element:
    return element(name, {"w:type": kind, "r:id": relation})
