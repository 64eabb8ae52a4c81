"""Mail-merge documents as people make them in Word, for tests: `letter("Beste ", *merge("school_naam"))`."""

from collections.abc import Iterable, Mapping

from lxml import etree

from sop_templates.formats.word.building.package import WORD, zipped
from sop_templates.formats.word.merging.letter_template import LetterTemplate, open_letter
from sop_templates.formats.word.names import element, part_bytes, plain_root, qn
from tests.support.word_xml import Content, Node, docx, e, field, p, r, unzipped

TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/header1.xml": f"{WORD}.header+xml",
    "word/footer1.xml": f"{WORD}.footer+xml",
    "word/footnotes.xml": f"{WORD}.footnotes+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
}


def merge(instruction: str, *result: Content) -> list[Node]:
    """A merge field with its marks, as Word writes it."""
    shown = result or (f"«{instruction.split(maxsplit=1)[0]}»",)
    return field(f" MERGEFIELD {instruction} ", *shown)


def simple(instruction: str, look: str = "") -> Node:
    """A merge field as `w:fldSimple`."""
    run = r(f"«{instruction.split(maxsplit=1)[0]}»", look=look)
    return element("w:fldSimple", {"w:instr": f" MERGEFIELD {instruction} "}, [run])


def code(text: str) -> Node:
    """A run with a piece of an instruction."""
    return element("w:r", children=[element("w:instrText", text=text)])


def mark(kind: str) -> Node:
    """A run with a field's mark: `begin`, `separate` or `end`."""
    return r(e("w:fldChar", fldCharType=kind))


def letter(
    *body: Content | list[Content],
    parts: Mapping[str, Iterable[Content]] | None = None,
    types: Mapping[str, str] | None = None,
) -> bytes:
    """A document with the list of its parts.

    Args:
        body: what stands in it; a string is a paragraph.
        parts: further parts by name, with the children of their root.
        types: media types that are not the usual ones.
    """
    files = unzipped(docx(*body, parts=parts))
    known = {**TYPES, **(types or {})}
    listed = plain_root("ct:Types")
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    listed.append(element("ct:Default", {"Extension": "rels", "ContentType": relations}))
    for name in files:
        if name in known:
            values = {"PartName": f"/{name}", "ContentType": known[name]}
            listed.append(element("ct:Override", values))
    files["[Content_Types].xml"] = part_bytes(listed)
    return zipped(files)


def opened(
    *body: Content | list[Content], parts: Mapping[str, Iterable[Content]] | None = None
) -> LetterTemplate:
    """A letter of that body, opened."""
    return open_letter(letter(*body, parts=parts), "brief.docx")


def filled(template: LetterTemplate, **values: str) -> dict[str, etree._Element]:
    """The roots of the parts with text, filled with a value for each field's name."""
    texts = {one.id: one.instruction.dressed(values[one.name]) for one in template.fields}
    files = template.fill(texts)
    return {name: etree.fromstring(files[name]) for name in template.stories}


def said(top: etree._Element) -> str:
    r"""What a reader sees: paragraphs divided by `¶`, breaks as `\n`, tabs as `\t`."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
    lines = []
    for paragraph in top.iter(qn("w:p")):
        inside = [one for run in paragraph.iter(qn("w:r")) for one in run]
        lines.append("".join(_shown(one, signs) for one in inside))
    return "¶".join(lines)


def _shown(one: Node, signs: Mapping[str, str]) -> str:
    text = one.text or "" if one.tag == qn("w:t") else ""
    return signs.get(str(one.tag), text)


__all__ = ["code", "filled", "letter", "mark", "merge", "opened", "p", "said", "simple"]
