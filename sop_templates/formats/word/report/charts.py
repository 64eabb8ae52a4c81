"""Charts in a Word file: a drawing in the text, the chart's own part, the workbook with its numbers."""

from dataclasses import dataclass
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart
from lxml import etree
from markupsafe import Markup

from sop_templates.formats.word.building.looks import ParagraphLook
from sop_templates.formats.word.building.story_elements import paragraph
from sop_templates.formats.word.names import NAMESPACES, element, qn

CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PIXEL: Final = 9525  # EMU


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that stands in the text.

    Attributes:
        xml: its part, `c:chartSpace`.
        workbook: an .xlsx file with its numbers, to change them in Word.
        alt: what a screen reader says.
        width: pixels.
        height: pixels.
    """

    xml: bytes
    workbook: bytes
    alt: str
    width: int
    height: int


def add_chart(chart: Chart, document: DocumentPart, number: int) -> Markup:
    """Adds a chart's parts to a document.

    Args:
        chart: the chart.
        document: the part that will show it.
        number: its own, from 1.

    Returns:
        The paragraph that shows it, for the template.
    """
    package = document.package
    book = Part(PackURI(f"/word/embeddings/cijfers{number}.xlsx"), WORKBOOK_TYPE, chart.workbook)
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, CHART_TYPE, b"", package)
    part._blob = _with_workbook(chart.xml, part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))  # noqa: SLF001 - its content names its own relationship
    shown = _drawing(chart, number, document.relate_to(part, RELATIONSHIP_TYPE.CHART))
    return Markup(etree.tostring(shown, encoding="unicode"))  # noqa: S704 - written by lxml, which escapes


def _with_workbook(xml: bytes, relation: str) -> bytes:
    """The chart with the relationship of its workbook; the schema wants it before `c:printSettings`."""
    space = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    data = element("c:externalData", children=[element("c:autoUpdate")])
    data[0].set("val", "0")
    data.set(qn("r:id"), relation)
    after = space.find(qn("c:printSettings"))
    space.insert(len(space) if after is None else space.index(after), data)
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drawing(chart: Chart, number: int, relation: str) -> etree._Element:
    size = {"cx": str(chart.width * PIXEL), "cy": str(chart.height * PIXEL)}
    about = {"id": str(number), "name": f"Grafiek {number}", "descr": chart.alt}
    shown = element("c:chart", {"r:id": relation})
    data = element("a:graphicData", {"uri": NAMESPACES["c"]}, [shown])
    inline = element(
        "wp:inline",
        dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
        [
            element("wp:extent", size),
            element("wp:docPr", about),
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", children=[data]),
        ],
    )
    run = element("w:r", children=[element("w:drawing", children=[inline])])
    return paragraph(ParagraphLook(after=160), run)
