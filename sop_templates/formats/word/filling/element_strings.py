"""How elements stand in the text of a story: without the namespaces that its root declares already."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from sop_templates.formats.word.filling.schema_order import put
from sop_templates.formats.word.filling.template_looks import TemplateLooks
from sop_templates.formats.word.names import element, qn

MARK = "sop-mark"  # stands where a number or date goes, until the text is parted there
SPOT = f"<?{MARK} ?>"  # stands where a value goes

LIST_PROPERTIES = ("w:pStyle", "w:numPr", "w:ind")  # what a list style must decide alone
LOOKS = ((), ("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:b", "w:bCs", "w:i", "w:iCs"))
LINK_COLOR = "0563C1"  # Word's own, for a template without its style for links
PROMPT_COLOR = "666666"  # dark enough to be read on white

Namespaces = Mapping[Any, str]  # by prefix; None is the default one, which lxml's stubs forget


def written(one: etree._Element, namespaces: Namespaces) -> str:
    """The element as text, inside a root that declares these namespaces."""
    root = etree.Element("root", nsmap=dict(namespaces))
    root.append(one)
    text = etree.tostring(root, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("</")]


def spot() -> etree._Element:
    """What stands where a value goes: `SPOT`."""
    return etree.ProcessingInstruction(MARK)


def parted(text: str, mark: str) -> tuple[str, str]:
    """The text before and behind a mark that stands in it."""
    before, found, after = text.partition(mark)
    assert found, f"{mark!r} is missing in {text!r}"
    return before, after


def text_run(
    properties: etree._Element | None, *content: etree._Element, text: str = ""
) -> etree._Element:
    """A run with a copy of these properties and one `w:t`."""
    words = element("w:t", {"xml:space": "preserve"}, content, text=text)
    copied = [] if properties is None else [deepcopy(properties)]
    return element("w:r", children=[*copied, words])


def prompt_run(words: str, looks: TemplateLooks) -> etree._Element:
    """A run with a prompt."""
    properties = element("w:rPr")
    if looks.placeholder:
        put(properties, element("w:rStyle", {"w:val": looks.placeholder}))
    else:
        put(properties, element("w:color", {"w:val": PROMPT_COLOR}))
    return text_run(properties, text=words)


def run_starts(
    properties: etree._Element | None, looks: TemplateLooks, namespaces: Namespaces
) -> tuple[str, ...]:
    """How a run starts, up to its text: plain, bold, italic, both, and these four in a link."""
    plain = element("w:rPr") if properties is None else properties
    made = []
    for base in (plain, _linked(plain, looks)):
        for names in LOOKS:
            look = deepcopy(base)
            for name in names:
                put(look, element(name))
            run = text_run(look if len(look) else None, spot())
            made.append(parted(written(run, namespaces), SPOT)[0])
    return tuple(made)


def paragraph_starts(
    paragraph: etree._Element, looks: TemplateLooks, namespaces: Namespaces
) -> tuple[str, ...]:
    """How a paragraph starts: plain, bullet item, numbered item before and after its list's number.

    Those for which the template has no style are "".
    """
    plain = _paragraph_start(paragraph.find(qn("w:pPr")), namespaces)
    bullet = number = end = ""
    if looks.bullets:
        bullet = _paragraph_start(_listed(paragraph, looks.bullets), namespaces)
    if looks.numbers:
        properties = _listed(paragraph, looks.numbers)
        values = [element("w:ilvl", {"w:val": "0"}), element("w:numId", {"w:val": MARK})]
        put(properties, element("w:numPr", children=values))
        number, end = parted(_paragraph_start(properties, namespaces), MARK)
    return plain, bullet, number, end


def _linked(properties: etree._Element, looks: TemplateLooks) -> etree._Element:
    made = deepcopy(properties)
    if looks.link:
        put(made, element("w:rStyle", {"w:val": looks.link}))
        return made
    put(made, element("w:color", {"w:val": LINK_COLOR}))
    put(made, element("w:u", {"w:val": "single"}))
    return made


def _listed(paragraph: etree._Element, style: str) -> etree._Element:
    found = paragraph.find(qn("w:pPr"))
    properties = element("w:pPr") if found is None else deepcopy(found)
    for name in LIST_PROPERTIES:
        for old in properties.findall(qn(name)):
            properties.remove(old)
    put(properties, element("w:pStyle", {"w:val": style}))
    return properties


def _paragraph_start(properties: etree._Element | None, namespaces: Namespaces) -> str:
    parts = [] if properties is None else [deepcopy(properties)]
    made = element("w:p", children=[*parts, spot()])
    return parted(written(made, namespaces), SPOT)[0]
