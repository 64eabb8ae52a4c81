"""How content controls are written: one small function a kind, at each of the levels.

Numbers (`w:id`) are given afterwards, once for the whole package, by `numbers.number_parts`.
"""

from collections.abc import Iterable, Sequence

from lxml import etree

from sop_templates.formats.word.building.control_values import Control, ControlKind
from sop_templates.formats.word.building.looks import RunLook, run_properties
from sop_templates.formats.word.names import element

CHECKED = "2612"  # ☒ in Segoe UI Symbol, as Word draws it
UNCHECKED = "2610"  # ☐
CHECK_FONT = "MS Gothic"  # Word's own choice; every editor has a stand-in
DATE_FORMAT = "d MMMM yyyy"
LANGUAGE = "nl-NL"

Elements = Sequence[etree._Element]  # noqa: SLF001 - lxml names its element class so


def inline_control(control: Control, look: RunLook | None = None) -> list[etree._Element]:
    """A control inside a paragraph, with its bookmark pair where it has one.

    Args:
        control: what it is; RICH does not fit inside a paragraph.
        look: of its text, also of what is typed into it.

    Returns:
        The control, or bookmark start, control, bookmark end.
    """
    look = look or RunLook()
    content = [text_run(control.content, look)]
    return bookmarked([structured(_properties(control, look), content)], control.bookmark)


def block_control(control: Control, paragraphs: Elements) -> list[etree._Element]:
    """A rich text control around paragraphs, with its bookmark pair around it."""
    return bookmarked([structured(_properties(control, RunLook()), paragraphs)], control.bookmark)


def fixed_control(
    tag: str, title: str, bookmark: str, paragraphs: Elements
) -> list[etree._Element]:
    """A fixed text: neither its text nor the control can be changed."""
    properties = [*_names(title, tag), _number(), _lock("sdtContentLocked")]
    return bookmarked([structured(properties, paragraphs)], bookmark)


def repeating_section(tag: str, title: str, content: Elements) -> etree._Element:
    """A row-level control whose items (rows) people add with Word's + button."""
    section = element(
        "w15:repeatingSection", children=[element("w15:sectionTitle", {"w:val": title})]
    )
    return structured([*_names(title, tag), _number(), section], content)


def repeating_item(row: etree._Element) -> etree._Element:
    """One item of a repeating section: a row."""
    return structured([_number(), element("w15:repeatingSectionItem")], [row])


def structured(properties: Iterable[etree._Element], content: Elements) -> etree._Element:
    """A `w:sdt` of its properties and content."""
    return element(
        "w:sdt",
        children=[
            element("w:sdtPr", children=properties),
            element("w:sdtContent", children=content),
        ],
    )


def bookmarked(content: Elements, name: str) -> list[etree._Element]:
    """The elements with a bookmark pair around them; without a name as they are.

    The pair's number is its name until `numbers.number_parts` has passed.
    """
    if not name:
        return list(content)
    start = element("w:bookmarkStart", {"w:id": name, "w:name": name})
    return [start, *content, element("w:bookmarkEnd", {"w:id": name})]


def text_run(text: str, look: RunLook | None = None) -> etree._Element:
    """A run of one text."""
    properties = run_properties(look or RunLook())
    parts = [] if properties is None else [properties]
    return element("w:r", children=[*parts, element("w:t", text=text)])


def _properties(control: Control, look: RunLook) -> list[etree._Element]:
    properties = run_properties(look)
    parts = [] if properties is None else [properties]
    parts += [*_names(control.title, control.tag), _number()]
    if control.is_locked:
        parts.append(_lock("sdtLocked"))
    if control.prompt_part:
        part = element("w:docPart", {"w:val": control.prompt_part})
        parts.append(element("w:placeholder", children=[part]))
    return parts + _type(control)


def _names(title: str, tag: str) -> list[etree._Element]:
    return [element("w:alias", {"w:val": title}), element("w:tag", {"w:val": tag})]


def _number() -> etree._Element:
    return element("w:id", {"w:val": "0"})


def _lock(value: str) -> etree._Element:
    return element("w:lock", {"w:val": value})


def _type(control: Control) -> list[etree._Element]:
    if control.kind in (ControlKind.RICH, ControlKind.LINK):
        return []
    if control.kind is ControlKind.TEXT:
        return [element("w:text")]
    if control.kind is ControlKind.DATE:
        return [_date()]
    if control.kind is ControlKind.CHECKBOX:
        return [_checkbox()]
    items = [
        element("w:listItem", {"w:displayText": option, "w:value": option})
        for option in control.options
    ]
    return [element(f"w:{control.kind.value}", children=items)]


def _date() -> etree._Element:
    return element(
        "w:date",
        children=[
            element("w:dateFormat", {"w:val": DATE_FORMAT}),
            element("w:lid", {"w:val": LANGUAGE}),
            element("w:storeMappedDataAs", {"w:val": "date"}),
            element("w:calendar", {"w:val": "gregorian"}),
        ],
    )


def _checkbox() -> etree._Element:
    return element(
        "w14:checkbox",
        children=[
            element("w14:checked", {"w14:val": "0"}),
            element("w14:checkedState", {"w14:val": CHECKED, "w14:font": CHECK_FONT}),
            element("w14:uncheckedState", {"w14:val": UNCHECKED, "w14:font": CHECK_FONT}),
        ],
    )
