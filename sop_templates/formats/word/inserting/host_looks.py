"""The looks of the Word file that a text is put into: its styles by name, its lists, its tables.

What the file lacks is added in the plainest form; what it has is used as it is.
"""

from collections import Counter

from lxml import etree

from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.inserting.host_parts import HostParts
from sop_templates.formats.word.names import element, qn, root

VAL = qn("w:val")
HEADING_SIZES = (32, 28, 24)  # half points; deeper headings that the file lacks are bold text
INDENT = 357  # twips
FORMS = {"bullet": ("bullet", "•"), "number": ("decimal", "%1.")}


class HostLooks:
    """Finds the looks in a file, and adds those that it lacks."""

    def __init__(self, parts: HostParts, story: etree._Element) -> None:
        """Takes the file's parts and its main story."""
        self._parts = parts
        self._styles_name = parts.find("styles")
        self._styles = parts.root(self._styles_name) if self._styles_name else None
        self._by_name = {} if self._styles is None else _names(self._styles)
        self._table = self._commonest_table(story)
        self._numbering: etree._Element | None = None
        self._numbering_name = parts.find("numbering")
        self._bullets = ""

    def heading(self, level: int) -> str:
        """The id of the style of a heading, added where the file has none."""
        known = self._by_name.get(("paragraph", f"heading {level}"))
        if known or self._styles is None:
            return known or ""
        key = f"Heading{level}"
        taken = {one.get(qn("w:styleId")) for one in self._styles.iter(qn("w:style"))}
        if key in taken:
            key = f"SopHeading{level}"
        self._styles.append(_heading_style(key, level, self._default()))
        self._by_name["paragraph", f"heading {level}"] = key
        self._parts.put(self._styles_name, self._styles)
        return key

    def character(self, name: str) -> str:
        """The id of a character style by Word's own name, "" where the file has none."""
        return self._by_name.get(("character", name.casefold()), "")

    def paragraph(self, name: str) -> str:
        """The id of a paragraph style by Word's own name, "" where the file has none."""
        return self._by_name.get(("paragraph", name.casefold()), "")

    @property
    def table(self) -> str:
        """The id of the table style that the file uses most, else its plain grid, else ""."""
        return self._table or self._by_name.get(("table", "table grid"), "")

    def list_number(self, kind: str) -> str:
        """The number of a list: one for all bullets, a new one for each numbered list."""
        if kind == "bullet" and self._bullets:
            return self._bullets
        numbering = self._open_numbering()
        definition = _definition_of(numbering, kind) or _add_definition(numbering, kind)
        made = _add_instance(numbering, definition, restarts=kind != "bullet")
        self._parts.put(self._numbering_name, numbering)
        if kind == "bullet":
            self._bullets = made
        return made

    def _open_numbering(self) -> etree._Element:
        if self._numbering is None and self._numbering_name:
            self._numbering = self._parts.root(self._numbering_name)
        elif self._numbering is None:
            self._numbering = root("w:numbering")
            self._numbering_name = self._parts.add_part("numbering", self._numbering)
        return self._numbering

    def _default(self) -> str:
        assert self._styles is not None
        for one in self._styles.iter(qn("w:style")):
            is_default = one.get(qn("w:default")) in ("1", "true")
            if is_default and one.get(qn("w:type"), "paragraph") == "paragraph":
                return one.get(qn("w:styleId"), "")
        return ""

    def _commonest_table(self, story: etree._Element) -> str:
        known = (
            set()
            if self._styles is None
            else {key for (kind, _), key in self._by_name.items() if kind == "table"}
        )
        used = Counter(
            style for one in story.iter(qn("w:tblStyle")) if (style := one.get(VAL, "")) in known
        )
        return used.most_common(1)[0][0] if used else ""


def _names(styles: etree._Element) -> dict[tuple[str, str], str]:
    found = {}
    for one in styles.iter(qn("w:style")):
        name = one.find(qn("w:name"))
        kind = one.get(qn("w:type"), "paragraph")
        if name is not None:
            found[kind, name.get(VAL, "").casefold()] = one.get(qn("w:styleId"), "")
    return found


def _heading_style(key: str, level: int, based_on: str) -> etree._Element:
    parts = [element("w:name", {"w:val": f"heading {level}"})]
    if based_on:
        parts.append(element("w:basedOn", {"w:val": based_on}))
        parts.append(element("w:next", {"w:val": based_on}))
    look = [element("w:b"), element("w:bCs")]
    for size in HEADING_SIZES[level - 1 : level]:
        value = {"w:val": str(size)}
        look += [element("w:sz", value), element("w:szCs", value)]
    parts += [
        element("w:uiPriority", {"w:val": "9"}),
        element("w:unhideWhenUsed"),
        element("w:qFormat"),
        element(
            "w:pPr",
            children=[
                element("w:keepNext"),
                element("w:keepLines"),
                element("w:spacing", {"w:before": "240", "w:after": "80"}),
                element("w:outlineLvl", {"w:val": str(level - 1)}),
            ],
        ),
        element("w:rPr", children=look),
    ]
    return element("w:style", {"w:type": "paragraph", "w:styleId": key}, parts)


def _definition_of(numbering: etree._Element, kind: str) -> str:
    """The first definition whose first level is such a list, and no style's; "" for none."""
    form, text = FORMS[kind]
    for one in numbering.iterchildren(qn("w:abstractNum")):
        level = one.find(qn("w:lvl"))
        if level is None or level.find(qn("w:pStyle")) is not None:
            continue
        found, shown = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
        if found is None or found.get(VAL) != form or shown is None:
            continue
        if kind == "bullet" or shown.get(VAL) == text:
            return one.get(qn("w:abstractNumId"), "")
    return ""


def _add_definition(numbering: etree._Element, kind: str) -> str:
    form, text = FORMS[kind]
    numbers = [whole(one.get(qn("w:abstractNumId"))) for one in numbering.iter(qn("w:abstractNum"))]
    key = str(max(numbers, default=-1) + 1)
    indent = {"w:left": str(INDENT), "w:hanging": str(INDENT)}
    level = element(
        "w:lvl",
        {"w:ilvl": "0"},
        [
            element("w:start", {"w:val": "1"}),
            element("w:numFmt", {"w:val": form}),
            element("w:lvlText", {"w:val": text}),
            element("w:lvlJc", {"w:val": "left"}),
            element("w:pPr", children=[element("w:ind", indent)]),
        ],
    )
    made = element(
        "w:abstractNum",
        {"w:abstractNumId": key},
        [element("w:multiLevelType", {"w:val": "singleLevel"}), level],
    )
    place = len(numbering.findall(qn("w:numPicBullet"))) + len(numbers)
    numbering.insert(place, made)
    return key


def _add_instance(numbering: etree._Element, definition: str, *, restarts: bool) -> str:
    numbers = [whole(one.get(qn("w:numId"))) for one in numbering.iterchildren(qn("w:num"))]
    key = str(max(numbers, default=0) + 1)
    children = [element("w:abstractNumId", {"w:val": definition})]
    if restarts:
        start = element("w:startOverride", {"w:val": "1"})
        children.append(element("w:lvlOverride", {"w:ilvl": "0"}, [start]))
    made = element("w:num", {"w:numId": key}, children)
    last = list(numbering.iterchildren(qn("w:num")))
    if last:
        last[-1].addnext(made)
    else:
        definitions = list(numbering.iterchildren(qn("w:abstractNum")))
        definitions[-1].addnext(made)
    return key
