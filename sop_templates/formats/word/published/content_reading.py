"""What a paragraph of a public Word file shows: words in their looks, links, pictures, notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from sop_templates.formats.archive import Package
from sop_templates.formats.pictures import draw_anew
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.finished.document import Relation
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.meanings import Meanings
from sop_templates.formats.word.finished.symbols import symbol
from sop_templates.formats.word.names import qn
from sop_templates.formats.word.published.blocks import Content, Image, Raised, Words
from sop_templates.formats.word.published.shown_pictures import (
    EMU_A_PIXEL,
    MATH,
    VML_IMAGE,
    description,
    quarters_of,
)
from sop_templates.formats.word.published.trees import BOX, SIGNS, VAL, R, T

_LINK = qn("w:hyperlink")
_NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_PASSED = frozenset((qn("w:pPr"), qn("w:rPr"), BOX))
_RAISED: Mapping[str, Raised] = {"superscript": "super", "subscript": "sub"}
_MATH_TEXT = f"{{{MATH}}}t"


@dataclass(slots=True)
class ContentReader:
    """Reads the paragraphs of one story.

    Attributes:
        package: the public file.
        relations: of the story's part.
        meanings: of the file's styles.
        notes: kind and id of the notes that were referred to, in order.
    """

    package: Package
    relations: Mapping[str, Relation]
    meanings: Meanings
    notes: list[tuple[str, str]] = field(default_factory=list)

    def read(self, paragraph: etree._Element) -> Content:
        """What a paragraph shows; words that look alike are put together."""
        found: list[Words | Image] = []
        for one in self._walk(paragraph, Words("")):
            last = found[-1] if found else None
            if isinstance(one, Words) and isinstance(last, Words) and _alike(one, last):
                found[-1] = replace(last, text=last.text + one.text)
            else:
                found.append(one)
        return tuple(found)

    def _walk(self, holder: etree._Element, look: Words) -> Iterator[Words | Image]:
        for one in holder:
            if one.tag in _PASSED:
                continue
            if one.tag == R:
                yield from self._run(one, _looked(one, self.meanings, look))
            elif one.tag == _LINK:
                yield from self._walk(one, replace(look, url=self._url(one)))
            elif one.tag == _MATH_TEXT:
                yield replace(look, text=one.text or "")
            else:
                yield from self._walk(one, look)

    def _run(self, run: etree._Element, look: Words) -> Iterator[Words | Image]:
        for one in run:
            if one.tag == T:
                yield replace(look, text=one.text or "")
            elif one.tag in SIGNS:
                if one.tag != qn("w:br") or one.get(qn("w:type"), "textWrapping") == "textWrapping":
                    yield replace(look, text=SIGNS[str(one.tag)])
            elif one.tag == qn("w:sym"):
                sign = symbol(one.get(qn("w:font"), ""), one.get(qn("w:char"), ""))
                yield replace(look, text=sign)
            elif one.tag in _NOTES:
                self.notes.append((_NOTES[str(one.tag)], one.get(qn("w:id"), "")))
                yield replace(look, text="", raised="", note=len(self.notes))
            elif one.tag not in _PASSED:
                yield from self._images(one)

    def _images(self, holder: etree._Element) -> Iterator[Image]:
        for blip in holder.iter(qn("a:blip"), VML_IMAGE):
            key = blip.get(qn("r:embed"), "") or blip.get(qn("r:id"), "")
            relation = self.relations.get(key)
            if relation is None or relation.target not in self.package:
                continue
            data = self.package.read(relation.target)
            picture = draw_anew(data, quarters=quarters_of(blip))
            if picture is not None:
                yield Image(picture, description(holder), _width(holder))

    def _url(self, link: etree._Element) -> str:
        relation = self.relations.get(link.get(qn("r:id"), ""))
        return relation.target if relation is not None and relation.is_external else ""


def _looked(run: etree._Element, meanings: Meanings, look: Words) -> Words:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return look
    style = properties.find(qn("w:rStyle"))
    bold, italic = meanings.looks.get("" if style is None else style.get(VAL, ""), (False, False))
    own_bold, own_italic = properties.find(qn("w:b")), properties.find(qn("w:i"))
    raised = properties.find(qn("w:vertAlign"))
    return replace(
        look,
        bold=bold if own_bold is None else is_on(own_bold),
        italic=italic if own_italic is None else is_on(own_italic),
        struck=is_on(properties.find(qn("w:strike"))) or is_on(properties.find(qn("w:dstrike"))),
        raised="" if raised is None else _RAISED.get(raised.get(VAL, ""), ""),
    )


def _alike(one: Words, other: Words) -> bool:
    return not one.note and not other.note and replace(one, text="") == replace(other, text="")


def _width(holder: etree._Element) -> int:
    extent = next(holder.iter(qn("wp:extent")), None)
    value = "" if extent is None else extent.get("cx", "")
    return whole(value) // EMU_A_PIXEL
