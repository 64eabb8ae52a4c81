"""How an extract is written as Word's elements, in the looks of the file that they go into."""

from collections.abc import Iterator, Sequence

from lxml import etree

from sop_templates.formats.extracts import (
    Extract,
    ExtractBlock,
    ExtractFact,
    ExtractHeading,
    ExtractProse,
    ExtractTable,
)
from sop_templates.formats.word.inserting.host_looks import HostLooks
from sop_templates.formats.word.inserting.host_parts import HostParts
from sop_templates.formats.word.names import element
from sop_templates.richtext import Paragraph, RichText, Run

DEEPEST = 6
FIFTIETHS = 5000  # of a per cent: the whole width of the page
LIST_STYLE = "List Paragraph"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
TEXT_WIDTH = 9000  # twips, about; the width in per cent counts where a page is wider
NARROW, WIDE = (
    10,
    40,
)  # characters of a column's longest text: what it is held to have at least, most


class ExtractWriter:
    """Writes the elements of one extract."""

    def __init__(self, parts: HostParts, looks: HostLooks, level: int) -> None:
        """Takes the file's parts and looks, and the level of the extract's own heading."""
        self._parts = parts
        self._looks = looks
        self._level = level
        self._links: dict[str, str] = {}

    def write(self, extract: Extract) -> list[etree._Element]:
        """The paragraphs and tables, a paragraph last."""
        found = [one for block in extract.blocks for one in self._block(block)]
        if not found or found[-1].tag.endswith("}tbl"):
            found.append(element("w:p"))
        return found

    def _block(self, block: ExtractBlock) -> Iterator[etree._Element]:
        match block:
            case ExtractHeading():
                style = self._looks.heading(min(self._level + block.depth, DEEPEST))
                yield self._paragraph([Run(block.text)], style)
            case ExtractProse():
                yield from self._prose(block.text)
            case ExtractFact():
                yield self._paragraph(
                    [Run(f"{block.label}: ", bold=True), Run(block.text, url=block.url)]
                )
            case ExtractTable():
                yield self._table(block)
                yield element("w:p")

    def _prose(self, text: RichText) -> Iterator[etree._Element]:
        number, kind = "", ""
        for one in text:
            if one.list and (one.list != kind or one.number == 1):
                number = self._looks.list_number(one.list)
            kind = one.list
            yield self._item(one, number) if one.list else self._paragraph(one.runs)

    def _item(self, one: Paragraph, number: str) -> etree._Element:
        style = self._looks.paragraph(LIST_STYLE)
        properties = [element("w:pStyle", {"w:val": style})] if style else []
        place = [element("w:ilvl", {"w:val": "0"}), element("w:numId", {"w:val": number})]
        properties.append(element("w:numPr", children=place))
        return element(
            "w:p", children=[element("w:pPr", children=properties), *self._runs(one.runs)]
        )

    def _paragraph(self, runs: Sequence[Run], style: str = "") -> etree._Element:
        children = []
        if style:
            children.append(element("w:pPr", children=[element("w:pStyle", {"w:val": style})]))
        return element("w:p", children=[*children, *self._runs(runs)])

    def _runs(self, runs: Sequence[Run]) -> Iterator[etree._Element]:
        for run in runs:
            made = self._run(run)
            if run.url:
                key = self._links.get(run.url) or self._parts.add_relation(
                    "hyperlink", run.url, is_external=True
                )
                self._links[run.url] = key
                made = element("w:hyperlink", {"r:id": key, "w:history": "1"}, [made])
            yield made

    def _run(self, run: Run) -> etree._Element:
        looks = []
        if run.url and (style := self._looks.character("hyperlink")):
            looks.append(element("w:rStyle", {"w:val": style}))
        if run.bold:
            looks += [element("w:b"), element("w:bCs")]
        if run.italic:
            looks += [element("w:i"), element("w:iCs")]
        if run.url and not self._looks.character("hyperlink"):
            looks += [element("w:color", {"w:val": "0563C1"}), element("w:u", {"w:val": "single"})]
        children = [element("w:rPr", children=looks)] if looks else []
        for place, line in enumerate(run.text.split("\n")):
            if place:
                children.append(element("w:br"))
            children.append(element("w:t", text=line))
        return element("w:r", children=children)

    def _table(self, table: ExtractTable) -> etree._Element:
        columns = len(table.heads)
        shares = _shares(table)
        rows = [self._row(table.heads, shares, is_head=True)]
        for title, lines in table.groups:
            if title:
                rows.append(self._group(title, columns))
            rows += [self._row(line, shares) for line in lines]
        width = {"w:w": str(FIFTIETHS), "w:type": "pct"}
        look = {"w:val": "0620", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0"}
        look |= {"w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1"}
        properties = [element("w:tblW", width)]
        if self._looks.table:
            properties.insert(0, element("w:tblStyle", {"w:val": self._looks.table}))
        else:
            line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"}
            sides = [element(f"w:{side}", line) for side in SIDES]
            properties.append(element("w:tblBorders", children=sides))
        properties.append(element("w:tblLook", look))
        properties.append(element("w:tblCaption", {"w:val": table.title}))
        grid = [element("w:gridCol", {"w:w": str(round(TEXT_WIDTH * share))}) for share in shares]
        return element(
            "w:tbl",
            children=[
                element("w:tblPr", children=properties),
                element("w:tblGrid", children=grid),
                *rows,
            ],
        )

    def _row(
        self, cells: Sequence[str], shares: Sequence[float], *, is_head: bool = False
    ) -> etree._Element:
        marks = [element("w:cantSplit")] + ([element("w:tblHeader")] if is_head else [])
        made = [element("w:trPr", children=marks)]
        for text, share in zip(cells, shares, strict=True):
            width = {"w:w": str(round(share * FIFTIETHS)), "w:type": "pct"}
            made.append(self._cell(text, element("w:tcW", width), is_bold=is_head))
        return element("w:tr", children=made)

    def _group(self, title: str, columns: int) -> etree._Element:
        width = element("w:tcW", {"w:w": str(FIFTIETHS), "w:type": "pct"})
        cell = self._cell(
            title, width, element("w:gridSpan", {"w:val": str(columns)}), is_bold=True
        )
        return element(
            "w:tr", children=[element("w:trPr", children=[element("w:cantSplit")]), cell]
        )

    def _cell(self, text: str, *properties: etree._Element, is_bold: bool) -> etree._Element:
        runs = [Run(text, bold=is_bold)] if text else []
        return element(
            "w:tc", children=[element("w:tcPr", children=properties), self._paragraph(runs)]
        )


def _shares(table: ExtractTable) -> list[float]:
    """How wide each column is, as part of the whole, by its longest text."""
    lines = [table.heads, *(line for _, rows in table.groups for line in rows)]
    longest = [max(map(len, column)) for column in zip(*lines, strict=True)]
    weights = [min(max(length, NARROW), WIDE) for length in longest]
    return [weight / sum(weights) for weight in weights]
