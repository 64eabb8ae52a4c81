"""Files for tests of publication: sample schools, marked answers, a hostile SOP, a foreign schoolgids."""

import base64
import io
import struct
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import docx as python_docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn as python_docx_qn
from lxml import etree, html
from PIL import Image

from sop_templates.domain.answers import canonical
from sop_templates.domain.file_names import word_file_name
from sop_templates.domain.model import STATUS, FieldType
from sop_templates.engine.sample_sources import read_sample
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.word.names import RELATION, qn
from tests.support.generated import generated_answers
from tests.support.word_xml import unzipped, zipped

WORD = open_word_model()
MODEL = WORD.model
SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples" / "regenboogbestuur"


@cache
def sample_files() -> Mapping[str, bytes]:
    """The Word files of the sample board's schools, by name."""
    board, schools = read_sample(SAMPLES)
    found = {}
    for raw in schools:
        answers, _ = canonical(MODEL, {**board["texts"], **raw})
        found[word_file_name(answers)] = WORD.fill(answers)
    return found


def established_answers() -> dict[str, Any]:
    """Answers of a school whose SOP may be published."""
    return generated_answers(MODEL, "99XX00") | {
        STATUS: "vastgesteld",
        "vaststelling.teamdatum": "2026-03-02",
        "vaststelling.mr_datum": "2026-04-02",
        "vaststelling.mr_advies": "positief",
        "vaststelling.bestuursdatum": "2026-05-02",
        "vaststelling.namens": "voorzitter college van bestuur",
        "ontwikkeling.evaluatiedatum": "2026-02-02",
    }


def marked_answers() -> tuple[dict[str, Any], dict[str, str], dict[str, str]]:
    """Answers with a word of its own in each field that is internal or may name a person.

    Returns:
        The answers; the internal fields by their word; the persons' fields that are not internal.
    """
    answers = established_answers()
    internal: dict[str, str] = {}
    persons: dict[str, str] = {}
    for number, one in enumerate(MODEL.fields):
        if not (one.internal or one.names_person) or one.type is FieldType.FLAG:
            continue
        if one.key == STATUS:
            continue  # it decides whether anything is published at all
        word = f"MERK{number:02}TEKEN"
        (internal if one.internal else persons)[word] = one.key
        answers[one.key] = _marked(one.type, word)
    return answers, internal, persons


def _marked(kind: FieldType, word: str) -> Any:
    if kind is FieldType.LINK:
        return {"text": f"hier {word}", "url": f"https://{word.lower()}.example/{word}"}
    if kind is FieldType.RICH:
        return f"Eerst {word}.\n\n- punt {word}\n\nTot slot **{word}**."
    return word


def values(page: bytes, path: str) -> list[str]:
    """The texts or attributes of a page that an XPath leads to."""
    found = html.fromstring(page).xpath(path)
    assert isinstance(found, list)
    return [str(one) for one in found]


def text_of_parts(data: bytes) -> str:
    """All that stands in any part of a Word file, names of parts included."""
    parts = unzipped(data)
    return "\n".join([*parts, *(part.decode("utf-8", "replace") for part in parts.values())])


def png(width: int = 8, height: int = 8, colour: tuple[int, int, int] = (20, 90, 120)) -> bytes:
    """A picture of one colour."""
    held = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(held, "PNG")
    return held.getvalue()


def bomb() -> bytes:
    """A PNG of some kilobytes that says to be 40,000 pixels wide and high."""
    side = 40_000
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(side // 8 + 1) * 64)
    made = b"\x89PNG\r\n\x1a\n"
    for name, data in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")):
        made += struct.pack(">I", len(data)) + name + data
        made += struct.pack(">I", zlib.crc32(name + data))
    return made


def picture_run(key: str, words: str = "", *, crop: str = "", link: bool = False) -> etree._Element:
    """A run with a picture that a relationship's id leads to.

    Args:
        key: of the relationship.
        words: its description.
        crop: `l` and `r` of what is cut off, in thousandths of a per cent, as in `50000 0`.
        link: whether the picture lies outside the file.
    """
    left, _, right = crop.partition(" ")
    cut = f'<a:srcRect l="{left}" r="{right}"/>' if crop else ""
    names = " ".join(
        f'xmlns:{prefix}="{uri}"'
        for prefix, uri in (
            ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
            ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
            ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
            ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
            ("r", RELATION),
        )
    )
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return etree.fromstring(
        f'<w:r {names}><w:drawing><wp:inline><wp:extent cx="1905000" cy="1905000"/>'
        f'<wp:docPr id="1" name="x" descr="{escaped}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:blipFill><a:blip r:{"link" if link else "embed"}="{key}"/>{cut}</pic:blipFill>'
        "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def with_parts(
    data: bytes, parts: Mapping[str, bytes], relations: Mapping[str, tuple[str, str, bool]]
) -> bytes:
    """A Word file with more parts and relationships of its main story.

    Args:
        data: the file.
        parts: bytes by name.
        relations: kind, target and whether it is outside, by id.
    """
    files = unzipped(data) | dict(parts)
    name = "word/_rels/document.xml.rels"
    root = etree.fromstring(files[name])
    for key, (kind, target, outside) in relations.items():
        made = etree.SubElement(root, qn("rel:Relationship"))
        made.attrib.update({"Id": key, "Type": f"{RELATION}/{kind}", "Target": target})
        if outside:
            made.set("TargetMode", "External")
    files[name] = etree.tostring(root)
    return zipped(files)


def with_blocks(data: bytes, *blocks: etree._Element, after: str = "visie.visie") -> bytes:
    """A Word file with more blocks, after the control of a field."""
    files = unzipped(data)
    root = etree.fromstring(files["word/document.xml"])
    control = next(
        one
        for one in root.iter(qn("w:sdt"))
        if (tag := one.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")) is not None
        and tag.get(qn("w:val")) == after
    )
    for block in reversed(blocks):
        control.addnext(block)
    files["word/document.xml"] = etree.tostring(root)
    return zipped(files)


def foreign_schoolgids(*, bookmark: str = "sop", words: str = "[hier komt het SOP]") -> bytes:
    """A schoolgids in looks of its own, with a bookmark around a paragraph."""
    made = python_docx.Document()
    made.add_heading("Schoolgids 2026-2027", 0)
    made.add_heading("Onze school", 1)
    made.add_paragraph("Welkom op school.")
    made.add_paragraph("een punt", style="List Bullet")
    made.add_paragraph("een stap", style="List Number")
    made.add_table(2, 2, style="Light Grid Accent 1")
    made.add_heading("Ondersteuning", 1)
    paragraph = made.add_paragraph(words)._p
    for name, place in (("w:bookmarkStart", 0), ("w:bookmarkEnd", len(paragraph))):
        mark = OxmlElement(name)
        mark.set(python_docx_qn("w:id"), "7")
        if name == "w:bookmarkStart":
            mark.set(python_docx_qn("w:name"), bookmark)
        paragraph.insert(place + (name == "w:bookmarkEnd"), mark)
    made.add_heading("Contact", 1)
    made.add_paragraph("Bel ons gerust.")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


SVG = base64.b64decode(
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0iYWxlcnQoMSkiLz4="
)
