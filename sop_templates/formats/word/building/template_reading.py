"""What stands in a template: its controls with place, kind and lock, bookmarks, prompts, properties."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from lxml import etree

from sop_templates.formats.archive import Package, open_package
from sop_templates.formats.word.names import prefixed, qn

DOCUMENT = "word/document.xml"
GLOSSARY = "word/glossary/document.xml"
SETTINGS = "word/settings.xml"
CUSTOM = "docProps/custom.xml"
SECTION = "repeatingSection"
ITEM = "repeatingSectionItem"
RICH = "richText"
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "w:text": "text",
        "w:richText": RICH,
        "w:dropDownList": "dropDownList",
        "w:comboBox": "comboBox",
        "w:date": "date",
        "w:picture": "picture",
        "w:group": "group",
        "w:docPartObj": "buildingBlock",
        "w:docPartList": "buildingBlock",
        "w14:checkbox": "checkbox",
        "w15:repeatingSection": SECTION,
        "w15:repeatingSectionItem": ITEM,
    }
)
LEVELS: Mapping[str, str] = MappingProxyType(
    {
        "w:p": "inline",
        "w:tr": "cell",
        "w:tbl": "row",
        "w:tc": "block",
        "w:body": "block",
        "w:hdr": "block",
        "w:ftr": "block",
    }
)
TRACKED = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
BREAKS: Mapping[str, str] = MappingProxyType(
    {
        qn("w:br"): "\n",
        qn("w:tab"): "\t",
        qn("w:noBreakHyphen"): "-",
    }
)


@dataclass(frozen=True, slots=True)
class TemplateControl:
    r"""A content control of a template.

    Attributes:
        tag: what it is found by, or "".
        title: what Word shows above it, or "".
        kind: `text`, `richText`, `dropDownList`, `comboBox`, `date`, `checkbox`, `repeatingSection`,
            `repeatingSectionItem` or another.
        level: `block`, `row`, `cell` or `inline`.
        lock: the value of `w:lock`, or "".
        options: what a choice offers.
        prompt: the name of its prompt in the glossary, or "".
        text: its characters, paragraphs divided by `\n`.
        sections: tags of the repeating sections that it stands in, inmost first.
        bookmarks: names of the bookmarks that it stands in.
        is_bound: whether it is bound to a data store.
        items: of a repeating section, how many it has.
    """

    tag: str
    title: str
    kind: str
    level: str
    lock: str
    options: tuple[str, ...]
    prompt: str
    text: str
    sections: tuple[str, ...]
    bookmarks: tuple[str, ...]
    is_bound: bool
    items: int


@dataclass(frozen=True, slots=True)
class Template:
    """What stands in a template.

    Attributes:
        controls: of the body, in reading order.
        double_bookmarks: names that stand more than once, sorted.
        prompts: the text of each prompt of the glossary, by name.
        properties: custom properties, by name.
        words: text of every paragraph of the body, trimmed.
        is_protected: whether it asks Word to refuse typing.
        has_tracked_changes: whether changes wait to be accepted.
    """

    controls: tuple[TemplateControl, ...]
    double_bookmarks: tuple[str, ...]
    prompts: Mapping[str, str]
    properties: Mapping[str, str]
    words: frozenset[str]
    is_protected: bool
    has_tracked_changes: bool


def read_template(data: bytes, file: str | PurePath = "") -> Template:
    """What stands in a template.

    Args:
        data: the file.
        file: its name as the user gave it, for messages.

    Raises:
        SopError: it is no Word file, damaged or unsafe.
    """
    package = open_package(data, file)
    for name in package.names:
        package.read(name)  # damaged ones are refused here: docxtpl opens them all, its own way
    body = package.xml(DOCUMENT)
    names = Counter(one.get(qn("w:name"), "").lower() for one in body.iter(qn("w:bookmarkStart")))
    settings = _optional(package, SETTINGS)
    return Template(
        controls=tuple(_controls(body)),
        double_bookmarks=tuple(sorted(name for name, times in names.items() if times > 1)),
        prompts=dict(_prompts(_optional(package, GLOSSARY))),
        properties=custom_properties(package),
        words=frozenset(text_of(one).strip() for one in body.iter(qn("w:p"))),
        is_protected=settings is not None and _enforced(settings),
        has_tracked_changes=next(body.iter(*map(qn, TRACKED)), None) is not None,
    )


def custom_properties(package: Package) -> dict[str, str]:
    """The custom properties of an opened package, by name; empty where it has none."""
    top = _optional(package, CUSTOM)
    if top is None:
        return {}
    return {
        one.get("name", ""): "".join(str(text) for text in one.itertext())
        for one in top.iter(qn("op:property"))
    }


def text_of(top: etree._Element) -> str:
    r"""The characters below an element: paragraphs and line breaks as `\n`, none at the beginning."""
    return "".join(_pieces(top)).removeprefix("\n")


def _pieces(top: etree._Element) -> Iterator[str]:
    for one in top.iter(qn("w:p"), qn("w:r")):
        if one.tag == qn("w:p"):
            yield "\n"
            continue
        for child in one:
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in BREAKS:
                yield BREAKS[str(child.tag)]


def _optional(package: Package, name: str) -> etree._Element | None:
    return package.xml(name) if name in package else None


def _controls(body: etree._Element) -> Iterator[TemplateControl]:
    open_marks: dict[str, str] = {}
    for one in body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:sdt")):
        if one.tag == qn("w:sdt"):
            yield _control(one, tuple(open_marks.values()))
        elif one.tag == qn("w:bookmarkStart"):
            open_marks[one.get(qn("w:id"), "")] = one.get(qn("w:name"), "")
        else:
            open_marks.pop(one.get(qn("w:id"), ""), None)


def _control(control: etree._Element, bookmarks: tuple[str, ...]) -> TemplateControl:
    properties = control.find(qn("w:sdtPr"))
    if properties is None:
        properties = etree.Element(qn("w:sdtPr"))
    content = control.find(qn("w:sdtContent"))
    placeholder = properties.find(qn("w:placeholder"))
    return TemplateControl(
        tag=_value(properties, "w:tag"),
        title=_value(properties, "w:alias"),
        kind=_kind(properties),
        level=_level(control),
        lock=_value(properties, "w:lock"),
        options=tuple(_shown(one) for one in properties.iter(qn("w:listItem"))),
        prompt="" if placeholder is None else _value(placeholder, "w:docPart"),
        text="" if content is None else text_of(content),
        sections=tuple(_sections(control)),
        bookmarks=bookmarks,
        is_bound=properties.find(qn("w:dataBinding")) is not None,
        items=0 if content is None else len(content.findall(qn("w:sdt"))),
    )


def _shown(item: etree._Element) -> str:
    return item.get(qn("w:displayText")) or item.get(qn("w:value")) or ""


def _kind(properties: etree._Element) -> str:
    names = (prefixed(str(one.tag)) for one in properties)
    return next((TYPES[name] for name in names if name in TYPES), RICH)


def _level(control: etree._Element) -> str:
    names = (prefixed(str(one.tag)) for one in control.iterancestors())
    return next((LEVELS[name] for name in names if name in LEVELS), "block")


def _sections(control: etree._Element) -> Iterator[str]:
    for above in control.iterancestors(qn("w:sdt")):
        properties = above.find(qn("w:sdtPr"))
        if properties is not None and _kind(properties) == SECTION:
            yield _value(properties, "w:tag")


def _prompts(glossary: etree._Element | None) -> Iterator[tuple[str, str]]:
    for part in () if glossary is None else glossary.iter(qn("w:docPart")):
        properties, body = part.find(qn("w:docPartPr")), part.find(qn("w:docPartBody"))
        if properties is not None and body is not None:
            yield _value(properties, "w:name"), text_of(body)


def _enforced(settings: etree._Element) -> bool:
    protection = settings.find(qn("w:documentProtection"))
    return protection is not None and protection.get(qn("w:enforcement")) in ("1", "true", "on")


def _value(top: etree._Element, name: str) -> str:
    found = top.find(qn(name))
    return "" if found is None else found.get(qn("w:val"), "")
