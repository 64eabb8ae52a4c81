"""Rules on content controls: numbers, levels, order of properties, lengths, items, prompts, dates."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from sop_templates.formats.word.names import prefixed, qn
from tests.support.word_parts import GLOSSARY, Parts, text_of, value

MAX_NAME = 64
BIGGEST = 2**31
ORDER = (
    "w:rPr",
    "w:alias",
    "w:tag",
    "w:id",
    "w:lock",
    "w:placeholder",
    "w:temporary",
    "w:showingPlcHdr",
    "w:dataBinding",
    "w:label",
    "w:tabIndex",
)  # CT_SdtPr of ISO 29500-1, A.1; after these comes the type
TYPES = frozenset(
    {
        "w:equation",
        "w:comboBox",
        "w:date",
        "w:docPartObj",
        "w:docPartList",
        "w:dropDownList",
        "w:picture",
        "w:richText",
        "w:text",
        "w:citation",
        "w:group",
        "w:bibliography",
        "w14:checkbox",
        "w15:repeatingSection",
        "w15:repeatingSectionItem",
    }
)
EXTRAS = frozenset({"w15:appearance", "w15:color", "w15:dataBinding", "w15:webExtensionLinked"})
ANYWHERE = frozenset({"w:sdt", "w:bookmarkStart", "w:bookmarkEnd", "w:ins", "w:del", "w:proofErr"})
CONTENT = {
    "block": frozenset({"w:p", "w:tbl"}),
    "row": frozenset({"w:tr"}),
    "cell": frozenset({"w:tc"}),
    "inline": frozenset({"w:r", "w:hyperlink", "w:fldSimple"}),
}
LEVELS = {
    "w:body": "block",
    "w:tc": "block",
    "w:hdr": "block",
    "w:ftr": "block",
    "w:docPartBody": "block",
    "w:tbl": "row",
    "w:tr": "cell",
    "w:p": "inline",
    "w:hyperlink": "inline",
}


def control_ids(parts: Parts) -> Iterator[str]:
    """Numbers that are missing, doubled in the package, or no signed 32-bit number."""
    numbers: list[str] = []
    for name, control in _controls(parts):
        number = value(control, "w:id")
        numbers.append(number)
        try:
            fits = -BIGGEST <= int(number) < BIGGEST
        except ValueError:
            fits = False
        if not fits:
            yield f"{name}: control {_name(control)} has the number {number!r}"
    yield from (
        f"control number {one} twice" for one, times in Counter(numbers).items() if times > 1
    )


def control_levels(parts: Parts) -> Iterator[str]:
    """Content that does not fit the place: a run where a paragraph belongs, or the reverse; or none."""
    for name, control in _controls(parts):
        sdt = control.getparent()
        content = None if sdt is None else sdt.find(qn("w:sdtContent"))
        if content is None or not len(content):
            yield f"{name}: control {_name(control)} has no content"
            continue
        level = _level(content)
        for child in content:
            if prefixed(str(child.tag)) not in CONTENT[level] | ANYWHERE:
                yield f"{name}: {prefixed(str(child.tag))} in the {level} control {_name(control)}"


def property_order(parts: Parts) -> Iterator[str]:
    """Properties that stand in another order than the schema's, twice, or are unknown."""
    for name, control in _controls(parts):
        names = [prefixed(str(one.tag)) for one in control]
        ranks = [_rank(one) for one in names]
        if ranks != sorted(ranks):
            yield f"{name}: properties of control {_name(control)} stand as {', '.join(names)}"
        if len(set(names)) < len(names) or len(TYPES & set(names)) > 1:
            yield f"{name}: properties of control {_name(control)} stand twice: {', '.join(names)}"
        yield from (f"{name}: {one} in control {_name(control)}" for one in names if _rank(one) < 0)


def name_lengths(parts: Parts) -> Iterator[str]:
    """Titles and tags over Word's 64 characters."""
    for name, control in _controls(parts):
        for what in ("w:alias", "w:tag"):
            if len(value(control, what)) > MAX_NAME:
                yield f"{name}: {what} {value(control, what)!r} is over {MAX_NAME} characters"


def list_items(parts: Parts) -> Iterator[str]:
    """Items of a choice that stand twice or are empty."""
    for name, control in _controls(parts):
        items = list(control.iter(qn("w:listItem")))
        for key in ("w:displayText", "w:value"):
            texts = [one.get(qn(key), "").strip().casefold() for one in items]
            if "" in texts or len(set(texts)) < len(texts):
                yield f"{name}: choice {_name(control)} has an item twice or empty"
                break


def prompts(parts: Parts) -> Iterator[str]:
    """Prompts that the glossary lacks, and controls that say they show one but show something else."""
    known = {value(one, "w:name"): text for one, text in _glossary(parts)}
    for name, control in _controls(parts):
        placeholder = control.find(qn("w:placeholder"))
        part = "" if placeholder is None else value(placeholder, "w:docPart")
        if part and part not in known:
            yield f"{name}: prompt {part} of control {_name(control)} is not in the glossary"
        if part in known and control.find(qn("w:showingPlcHdr")) is not None:
            shown = text_of(next(control.iterancestors(qn("w:sdt"))))
            if shown != known[part]:
                yield f"{name}: control {_name(control)} shows {shown[:40]!r} as its prompt"


def dates(parts: Parts) -> Iterator[str]:
    """Dates that are none."""
    for name, control in _controls(parts):
        date = control.find(qn("w:date"))
        full = None if date is None else date.get(qn("w:fullDate"))
        if full is not None:
            try:
                dt.datetime.fromisoformat(full)
            except ValueError:
                yield f"{name}: control {_name(control)} has the date {full!r}"


def _controls(parts: Parts) -> Iterator[tuple[str, etree._Element]]:
    return ((name, one) for name, top in parts.texts() for one in top.iter(qn("w:sdtPr")))


def _glossary(parts: Parts) -> Iterator[tuple[etree._Element, str]]:
    top = parts.xml.get(GLOSSARY)
    for part in () if top is None else top.iter(qn("w:docPart")):
        properties = part.find(qn("w:docPartPr"))
        if properties is not None:
            yield properties, text_of(part)


def _level(content: etree._Element) -> str:
    names = (prefixed(str(one.tag)) for one in content.iterancestors())
    return next(LEVELS[name] for name in names if name in LEVELS)


def _rank(name: str) -> int:
    if name in ORDER:
        return ORDER.index(name)
    return len(ORDER) if name in TYPES | EXTRAS else -1


def _name(control: etree._Element) -> str:
    return value(control, "w:tag") or f"number {value(control, 'w:id')}"


RULES: tuple[Callable[[Parts], Iterator[str]], ...] = (
    control_ids,
    control_levels,
    property_order,
    name_lengths,
    list_items,
    prompts,
    dates,
)
