"""What a control's properties (`w:sdtPr`) say: names, lock, kind, state."""

from dataclasses import dataclass

from lxml import etree

from sop_templates.formats.word.finished.final_view import is_on
from sop_templates.formats.word.finished.symbols import symbol
from sop_templates.formats.word.names import qn

_VAL = qn("w:val")
_PROPERTIES = qn("w:sdtPr")
_ALIAS, _TAG, _LOCK = qn("w:alias"), qn("w:tag"), qn("w:lock")
_SHOWING, _PLACEHOLDER = qn("w:showingPlcHdr"), qn("w:placeholder")
_CHECKBOX = qn("w14:checkbox")
RICH_TEXT = "richText"
_KINDS = {  # element to kind; where there is none of them, or `w:richText`, it is rich text
    qn(f"{prefix}:{name}"): name
    for prefix, names in (
        ("w", "text dropDownList comboBox date picture group equation citation bibliography"),
        ("w14", "checkbox"),
        ("w15", "repeatingSection repeatingSectionItem"),
    )
    for name in names.split()
} | {qn("w:docPartList"): "docPart", qn("w:docPartObj"): "docPart"}

_LEVELS = {  # by what is around; what is none of these stands between a control and such a one
    qn("w:p"): "inline",
    qn("w:tr"): "cell",
    qn("w:tbl"): "row",
    **{
        qn(f"w:{name}"): "block"
        for name in (
            "body",
            "tc",
            "hdr",
            "ftr",
            "footnote",
            "endnote",
            "txbxContent",
            "docPartBody",
        )
    },
}


@dataclass(frozen=True, slots=True)
class ControlProperties:
    """The properties of a control.

    Attributes:
        tag: what programs know it by, or "".
        title: what Word shows above it (`w:alias`), or "".
        kind: `text`, `richText`, `dropDownList`, `comboBox`, `date`, `checkbox`, `picture`,
            `repeatingSection`, `repeatingSectionItem`, `group`, … as in ECMA-376.
        lock: `sdtLocked`, `contentLocked`, `sdtContentLocked`, or "" for none.
        is_showing_prompt: whether it says that its text is a prompt.
        prompt_part: name of the glossary's part that holds its prompt, or "".
        date: the day it stands for, as ISO date, or "".
        checked: whether its box is ticked; None where it has no box.
        glyph: what Word draws for that state, "" where it has no box.
    """

    tag: str = ""
    title: str = ""
    kind: str = RICH_TEXT
    lock: str = ""
    is_showing_prompt: bool = False
    prompt_part: str = ""
    date: str = ""
    checked: bool | None = None
    glyph: str = ""


def read_properties(control: etree._Element) -> ControlProperties:
    """The properties of a `w:sdt`; without `w:sdtPr` those of a plain rich text control."""
    properties = control.find(_PROPERTIES)
    if properties is None:
        return ControlProperties()
    children = {one.tag: one for one in properties}
    kind = next((children[tag] for tag in _KINDS if tag in children), None)
    lock = _value(children.get(_LOCK))
    part = children.get(_PLACEHOLDER)
    return ControlProperties(
        tag=_value(children.get(_TAG)),
        title=_value(children.get(_ALIAS)),
        kind=RICH_TEXT if kind is None else _KINDS[str(kind.tag)],
        lock="" if lock == "unlocked" else lock,
        is_showing_prompt=is_on(children.get(_SHOWING)),
        prompt_part="" if part is None else _value(part.find(qn("w:docPart"))),
        date=full_date(children.get(qn("w:date"))),
        checked=is_checked(children.get(_CHECKBOX)),
        glyph=_glyph(children.get(_CHECKBOX)),
    )


def control_level(control: etree._Element) -> str:
    """What a `w:sdt` stands around: `block`, `inline`, `row` or `cell`."""
    for around in control.iterancestors():
        if (level := _LEVELS.get(str(around.tag))) is not None:
            return level
    return "block"


def full_date(date: etree._Element | None) -> str:
    """The day of a `w:date`, as ISO date; "" where it has none."""
    return "" if date is None else date.get(qn("w:fullDate"), "")[:10]


def is_checked(box: etree._Element | None) -> bool | None:
    """Whether a `w14:checkbox` is ticked; None where there is no box."""
    if box is None:
        return None
    state = box.find(qn("w14:checked"))
    return state is not None and state.get(qn("w14:val"), "1") not in ("0", "false", "off")


def _glyph(box: etree._Element | None) -> str:
    if box is None:
        return ""
    name, usual = ("checkedState", "☒") if is_checked(box) else ("uncheckedState", "☐")
    state = box.find(qn(f"w14:{name}"))
    return usual if state is None else symbol("", state.get(qn("w14:val"), "")) or usual


def _value(one: etree._Element | None) -> str:
    return "" if one is None else one.get(_VAL, "")
