"""What a template says of looks: its styles for prompts, links and lists, its prompts, its numbering.

Styles are found by their name, which is the same in every language of Word; their ids are not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.names import qn

PLACEHOLDER = "placeholder text"
LINK = "hyperlink"
BULLETS = "list bullet"
NUMBERS = "list number"


@dataclass(frozen=True, slots=True)
class TemplateLooks:
    """Ids of styles, "" where the template has none of that name, and prompts.

    Attributes:
        placeholder: character style of prompts.
        link: character style of links.
        bullets: paragraph style of items with a bullet.
        numbers: paragraph style of numbered items; "" also where its numbering is missing.
        numbering: id (`w:abstractNumId`) of the numbering of that style, or "".
        prompts: paragraphs of each prompt, by the name of its building block.
    """

    placeholder: str = ""
    link: str = ""
    bullets: str = ""
    numbers: str = ""
    numbering: str = ""
    prompts: Mapping[str, tuple[str, ...]] | None = None

    def prompt(self, name: str) -> tuple[str, ...]:
        """The paragraphs of a prompt, `()` if there is none of that name."""
        return (self.prompts or {}).get(name, ())


def read_looks(
    styles: etree._Element | None,
    numbering: etree._Element | None,
    glossary: etree._Element | None,
) -> TemplateLooks:
    """The looks of a template, from the roots of its parts; None where it has no such part."""
    named = {} if styles is None else _styles_by_name(styles)
    numbers = named.get(NUMBERS)
    abstract = _abstract(numbers, numbering)
    return TemplateLooks(
        placeholder=_id(named.get(PLACEHOLDER)),
        link=_id(named.get(LINK)),
        bullets=_id(named.get(BULLETS)),
        numbers=_id(numbers) if abstract else "",
        numbering=abstract,
        prompts={} if glossary is None else _prompts(glossary),
    )


def _styles_by_name(styles: etree._Element) -> dict[str, etree._Element]:
    found = {}
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found[name.get(qn("w:val"), "").lower()] = style
    return found


def _id(style: etree._Element | None) -> str:
    return "" if style is None else style.get(qn("w:styleId"), "")


def _abstract(style: etree._Element | None, numbering: etree._Element | None) -> str:
    """The numbering definition that a style counts by."""
    if style is None or numbering is None:
        return ""
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    wanted = "" if number is None else number.get(qn("w:val"), "")
    for one in numbering.iter(qn("w:num")):
        link = one.find(qn("w:abstractNumId"))
        if one.get(qn("w:numId")) == wanted and link is not None:
            return link.get(qn("w:val"), "")
    return ""


def _prompts(glossary: etree._Element) -> dict[str, tuple[str, ...]]:
    found = {}
    for block in glossary.iter(qn("w:docPart")):
        name = block.find(f"{qn('w:docPartPr')}/{qn('w:name')}")
        body = block.find(qn("w:docPartBody"))
        if name is not None and body is not None:
            found[name.get(qn("w:val"), "")] = tuple(
                words for words in map(_words, body.iter(qn("w:p"))) if words
            )
    return found


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
