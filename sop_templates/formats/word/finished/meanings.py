"""What the styles and the numbering of a Word file mean: names, headings, lists, stress."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from sop_templates.formats.archive import parse_xml
from sop_templates.formats.stored_numbers import whole
from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.names import qn
from sop_templates.richtext import ListKind

_VAL, _STYLE_ID = qn("w:val"), qn("w:styleId")
_NUM_PR, _NUM_ID, _LEVEL = qn("w:numPr"), qn("w:numId"), qn("w:ilvl")
_START = qn("w:startOverride")
_BODY_LEVEL = 9  # an outline level that says "no heading"
_MAX_CHAIN = 20  # styles based on styles; a circle ends here
_KEPT = 256 * 1024  # bytes: what bigger parts mean is not remembered for the next file


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says of its paragraphs.

    Attributes:
        name: as Word keeps it: English for built-in styles, whatever the language of Word.
        outline: heading level from 1, 0 for body text.
        numbering: the number of the list it belongs to, or "".
        level: the level in that list, from 0.
    """

    name: str = ""
    outline: int = 0
    numbering: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Meanings:
    """Styles and numbering of a file.

    Attributes:
        paragraph_styles: by their id.
        looks: bold and italic of the character styles that have one of them, by id.
        default_style: id of the paragraph style where none is named.
        hidden_styles: ids of the paragraph and character styles that hide their text.
        list_kinds: kind of list by number and level.
        shapes: the abstract list that a number stands for: numbers of one shape count on together.
        restarts: the numbers that begin to count anew.
    """

    paragraph_styles: Mapping[str, ParagraphStyle] = field(default_factory=dict)
    looks: Mapping[str, tuple[bool, bool]] = field(default_factory=dict)
    default_style: str = ""
    hidden_styles: frozenset[str] = frozenset()
    list_kinds: Mapping[tuple[str, int], ListKind] = field(default_factory=dict)
    shapes: Mapping[str, str] = field(default_factory=dict)
    restarts: frozenset[str] = frozenset()

    def list_kind(self, numbering: str, level: int) -> ListKind:
        """The kind of list that a number stands for; "" where it stands for none."""
        kind = self.list_kinds.get((numbering, level))
        return self.list_kinds.get((numbering, 0), "") if kind is None else kind


def read_meanings(styles: bytes, numbering: bytes) -> Meanings:
    """What styles and numbering mean; files of one template share their result.

    Args:
        styles: the styles part, or b"".
        numbering: the numbering part, or b"".
    """
    if len(styles) + len(numbering) <= _KEPT:
        return _kept_meanings(styles, numbering)
    return _read_meanings(styles, numbering)


def _read_meanings(styles: bytes, numbering: bytes) -> Meanings:
    read = _kept_styles if len(styles) <= _KEPT else _read_styles
    found = read(styles) if styles else ({}, {}, "", frozenset[str]())
    if not numbering:
        return Meanings(*found)
    return Meanings(*found, *_read_numbering(numbering, found[0]))


_kept_meanings = lru_cache(maxsize=32)(_read_meanings)

_Styles = tuple[dict[str, ParagraphStyle], dict[str, tuple[bool, bool]], str, frozenset[str]]


def _read_styles(data: bytes) -> _Styles:
    by_id = {
        one.get(_STYLE_ID, ""): one for one in parse_xml(data, "styles").iterchildren(qn("w:style"))
    }
    paragraph_styles, looks, default_style = {}, {}, ""
    for key, one in by_id.items():
        kind = one.get(qn("w:type"), "paragraph")
        if kind == "paragraph":
            paragraph_styles[key] = _paragraph_style(one, by_id)
            if one.get(qn("w:default"), "0") in ("1", "true"):
                default_style = key
        elif kind == "character":
            look = _look(one, by_id)
            if any(look):
                looks[key] = look
    hidden = frozenset(key for key, one in by_id.items() if _hides(one, by_id))
    return paragraph_styles, looks, default_style, hidden


_kept_styles = lru_cache(maxsize=32)(_read_styles)


def _chain(one: etree._Element, by_id: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """The style and those that it is based on."""
    following: etree._Element | None = one
    for _ in range(_MAX_CHAIN):
        if following is None:
            return
        yield following
        based = following.find(qn("w:basedOn"))
        following = None if based is None else by_id.get(based.get(_VAL, ""))


def _paragraph_style(one: etree._Element, by_id: Mapping[str, etree._Element]) -> ParagraphStyle:
    outline = numbering = level = None
    for style in _chain(one, by_id):
        properties = style.find(qn("w:pPr"))
        if properties is None:
            continue
        outline = _value(properties, "w:outlineLvl") if outline is None else outline
        number = properties.find(_NUM_PR)
        if number is not None:
            numbering = _value(number, "w:numId") if numbering is None else numbering
            level = _value(number, "w:ilvl") if level is None else level
    return ParagraphStyle(
        name=_value(one, "w:name") or "",
        outline=heading_level(outline),
        numbering=numbering or "",
        level=as_level(level),
    )


def heading_level(outline: str | None) -> int:
    """The heading level, from 1, that an outline level (from 0) stands for; 0 for body text."""
    level = as_level(outline, _BODY_LEVEL)
    return level + 1 if level < _BODY_LEVEL else 0


def as_level(value: str | None, default: int = 0) -> int:
    """A level that XML gives as text; the default where it is none."""
    return whole(value, default)


def _look(one: etree._Element, by_id: Mapping[str, etree._Element]) -> tuple[bool, bool]:
    found: list[bool | None] = [None, None]
    for style in _chain(one, by_id):
        properties = style.find(qn("w:rPr"))
        if properties is None:
            continue
        for at, name in enumerate(("w:b", "w:i")):
            toggle = properties.find(qn(name))
            if found[at] is None and toggle is not None:
                found[at] = is_on(toggle)
    return bool(found[0]), bool(found[1])


def _hides(one: etree._Element, by_id: Mapping[str, etree._Element]) -> bool:
    if one.get(qn("w:type"), "paragraph") not in ("paragraph", "character"):
        return False
    for style in _chain(one, by_id):
        toggle = style.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
        if toggle is not None:
            return is_on(toggle)
    return False


_Numbering = tuple[dict[tuple[str, int], ListKind], dict[str, str], frozenset[str]]


def _read_numbering(data: bytes, styles: Mapping[str, ParagraphStyle]) -> _Numbering:
    root = parse_xml(data, "numbering")
    levels: dict[str, dict[int, ListKind]] = {}
    linked: dict[str, str] = {}
    for one in root.iterchildren(qn("w:abstractNum")):
        key = one.get(qn("w:abstractNumId"), "")
        levels[key] = dict(_levels(one))
        if (style := _value(one, "w:numStyleLink")) is not None:
            linked[key] = styles[style].numbering if style in styles else ""
    used = {one.get(_NUM_ID, ""): one for one in root.iterchildren(qn("w:num"))}
    shapes = {number: _value(one, "w:abstractNumId") or "" for number, one in used.items()}
    kinds: dict[tuple[str, int], ListKind] = {}
    for number, one in used.items():
        shape = shapes.get(linked.get(shapes[number], ""), shapes[number])
        found = dict(levels.get(shape, {}))
        for override in one.iterchildren(qn("w:lvlOverride")):
            found.update(_levels(override))
        kinds.update({(number, level): kind for level, kind in found.items()})
    restarts = {key for key, one in used.items() if next(one.iter(_START), None) is not None}
    return kinds, shapes, frozenset(restarts)


def _levels(owner: etree._Element) -> Iterator[tuple[int, ListKind]]:
    for one in owner.iterchildren(qn("w:lvl")):
        yield as_level(one.get(_LEVEL)), _list_kind(_value(one, "w:numFmt"))


def _list_kind(form: str | None) -> ListKind:
    if form == "bullet":
        return "bullet"
    return "" if form == "none" else "number"


def _value(owner: etree._Element, name: str) -> str | None:
    child = owner.find(qn(name))
    return None if child is None else child.get(_VAL)
