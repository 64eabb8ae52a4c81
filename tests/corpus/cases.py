"""The cases: what stands in the file of each, as small builders; the right answers are in JSON beside it.

A builder gives blocks that may stand in any story. Tags and titles of the controls are the same.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sop_templates.formats.word.names import element
from tests.corpus.places import LINK, PROMPT, PROMPT_PART, alternatives, drawing, text_box
from tests.support.word_xml import (
    Content,
    Node,
    bookmarked,
    br,
    checkbox,
    date,
    deleted,
    e,
    field,
    p,
    r,
    t,
    tc,
    tr,
)
from tests.support.word_xml import sdt as plain_control

RIGHT_ANSWERS = Path(__file__).with_name("right_answers.json")
ODD = "{{ 7*7 }} {% raw %} <w:p> & \"citaat\" 'x' =cmd|1 😀 שלום"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of how a control must be read.

    Attributes:
        key: its name in the JSON file.
        title: the rule that it is about.
        answers: what must come out, by the tag of each control: text, an ISO day, true or false,
            None for a prompt.
        absent: tags of controls that are none any more.
        gone: words that must not come out.
        blocks: what stands in the file.
    """

    key: str
    title: str
    answers: Mapping[str, str | bool | None]
    absent: tuple[str, ...]
    gone: tuple[str, ...]
    blocks: Callable[[], list[Node]]


def sdt(tag: str, *content: Content, prompt: bool = False, extra: tuple[Node, ...] = ()) -> Node:
    """A control whose title is its tag: some readers go by the one, some by the other."""
    return plain_control(tag, *content, prompt=prompt, extra=extra, title=tag)


def tbl(*rows: Node) -> Node:
    """A table, with what Word cannot do without."""
    return e("w:tbl", e("w:tblPr"), e("w:tblGrid", e("w:gridCol"), e("w:gridCol")), *rows)


def line(*content: Content) -> list[Node]:
    """A control `a` inside a paragraph."""
    return [p(sdt("a", *content))]


def inserted(*content: Content) -> Node:
    return e("w:ins", *content, id="1", author="x")


def changed(name: str, *content: Content) -> Node:
    return e(f"w:{name}", *content, id="1", author="x")


def unmarked(*content: Content, kind: str = "del") -> Node:
    """A paragraph whose mark is deleted (or moved away)."""
    return p(*content, mark=[e(f"w:{kind}", id="1", author="x")])


def range_mark(end: str, number: str) -> Node:
    """The start or end of a range in which a control, not its text, is deleted."""
    who = {"author": "x"} if end == "Start" else {}
    return e(f"w:customXmlDelRange{end}", id=number, **who)


def prompting(*content: Content, flag: bool) -> Node:
    """A control with a prompt of its own, with or without the flag that says that it shows it."""
    part = e("w:placeholder", e("w:docPart", val=PROMPT_PART))
    return sdt("a", *content, extra=(part, *([e("w:showingPlcHdr")] if flag else [])))


def link(*content: Content) -> Node:
    made = e("w:hyperlink", *content)
    made.set(f"{{{e('r:x').nsmap['r']}}}id", LINK)
    return made


def rows(*texts: str) -> Node:
    """A table with a repeating section, one item a row."""
    items = [
        sdt(f"rij{at}", tr(tc(p(sdt(f"cel{at}", text)))), extra=(e("w15:repeatingSectionItem"),))
        for at, text in enumerate(texts, 1)
    ]
    return tbl(tr("Kwaliteit", header=True), sdt("lijst", *items, extra=(REPEATS(),)))


def REPEATS() -> Node:  # noqa: N802 - reads as the element that it is
    return e("w15:repeatingSection")


def drop_down(name: str, *options: str) -> Node:
    return e(f"w:{name}", *(e("w:listItem", displayText=one, value=one) for one in options))


def stops() -> Node:
    return e("w:pPr", e("w:tabs", e("w:tab", val="left", pos="100")))


def nested_field() -> list[Node]:
    begin, code, *rest = field(" IF ", "")
    return [begin, code, *field(" PAGE ", "1"), *rest]


def old_properties() -> Node:
    change = changed("pPrChange", e("w:pPr", e("w:jc", val="center")))
    return e("w:p", e("w:pPr", change), "tekst")


BUILDERS: dict[str, Callable[[], list[Node]]] = {
    # tracked changes
    "insertion": lambda: line("een ", deleted("twee "), inserted("drie")),
    "deletion": lambda: line("voor ", deleted("weg "), "na"),
    "move": lambda: [
        p(sdt("a", changed("moveFrom", "weg"))),
        p(sdt("b", changed("moveTo", "hier"))),
    ],
    "moved control": lambda: [
        p("x ", changed("moveFrom", sdt("a", "tekst"))),
        p("y ", changed("moveTo", sdt("a", "tekst"))),
    ],
    "inserted control": lambda: [p("x ", inserted(sdt("a", "tekst")))],
    "deleted control": lambda: [
        p("x ", changed("del", sdt("a", r(element("w:delText", text="weg")))), sdt("b", "blijft"))
    ],
    "deleted control, kept text": lambda: [
        p(range_mark("Start", "1"), sdt("a", range_mark("End", "1"), deleted("weg"), "blijft")),
        p(sdt("b", "tekst")),
    ],
    "deleted row": lambda: [
        tbl(
            e(
                "w:tr",
                e("w:trPr", e("w:cantSplit"), changed("del")),
                tc(p(sdt("a", deleted("weg")))),
            ),
            tr(tc(p(sdt("b", "blijft")))),
        )
    ],
    "deleted cell": lambda: [
        tbl(
            tr(
                e("w:tc", e("w:tcPr", changed("cellDel")), p(sdt("a", deleted("weg")))),
                tc(p(sdt("b", "blijft"))),
            )
        )
    ],
    "deleted mark": lambda: [sdt("a", unmarked("een, "), p("twee"), p("drie"))],
    "two deleted marks": lambda: [sdt("a", unmarked("een, "), unmarked("twee, "), p("drie"))],
    "deleted mark, bookmark": lambda: [
        sdt(
            "a", unmarked("een, "), *bookmarked("merk", p("twee"))
        )  # the next is not the next sibling
    ],
    "deleted mark, table": lambda: [sdt("a", unmarked("een"), tbl(tr("cel")), p("twee"))],
    "paragraph moved away": lambda: [
        sdt("a", unmarked(changed("moveFrom", "weg"), kind="moveFrom"), p("blijft"))
    ],
    "old properties": lambda: [sdt("a", old_properties())],
    # characters
    "line break": lambda: line(r("een", br(), "twee")),
    "carriage return": lambda: line(r("een", e("w:cr"), "twee")),
    "tab": lambda: line(r("een", e("w:tab"), "twee")),
    "tab stop": lambda: [sdt("a", e("w:p", stops(), "tekst"))],
    "no-break hyphen": lambda: line(r("MR", e("w:noBreakHyphen"), "lid")),
    "soft hyphen": lambda: line(r("school", e("w:softHyphen"), "gids")),
    "symbol": lambda: line(r(e("w:sym", font="Wingdings", char="F0FE"), " ja")),
    "two paragraphs": lambda: [sdt("a", p("een"), p("twee"))],
    "odd text": lambda: line(ODD),
    "long text": lambda: line("lang " * 6000 + "einde"),
    # levels
    "block": lambda: [sdt("a", p("tekst"))],
    "inline": lambda: [p("voor ", sdt("a", "tekst"), " na")],
    "row": lambda: [tbl(sdt("a", tr("tekst")))],
    "cell": lambda: [tbl(tr(sdt("a", tc("tekst")), "na"))],
    "block in a cell": lambda: [tbl(tr(tc(sdt("a", p("tekst")))))],
    "inline in a cell": lambda: [tbl(tr(tc(p(sdt("a", "tekst")))))],
    "in a table in a table": lambda: [tbl(tr(tc(tbl(tr(tc(p(sdt("a", "tekst"))))), p())))],
    "in a link": lambda: [p(link(sdt("a", "tekst")))],
    "around a link": lambda: line("zie ", link("de site")),
    "in a smart tag": lambda: [p(e("w:smartTag", sdt("a", "tekst"), element="x", uri="urn:x"))],
    "nested inline": lambda: [sdt("a", p("voor ", sdt("b", "binnen"), " na"))],
    "nested block": lambda: [sdt("a", p("voor"), sdt("b", p("binnen")), p("na"))],
    "repeating rows": lambda: [rows("een", "twee")],
    # what is no text, or not its own
    "prompt": lambda: [p(prompting(PROMPT, flag=True))],
    "prompt without its flag": lambda: [p(prompting(PROMPT, flag=False))],
    "flag that is off": lambda: line_with(e("w:showingPlcHdr", val="0")),
    "hidden text": lambda: line("wel", r(" niet", look="vanish")),
    "hidden switched off": lambda: line(r("wel", look="vanish=0")),
    "text box": lambda: [p("voor ", text_box([p(sdt("a", "in het kader"))], 9), "na")],
    "text box in a control": lambda: [sdt("a", p("een ", text_box([p("kader")], 9), "twee"))],
    "drawing": lambda: line("tekst", drawing(8)),
    "choice that Word knows": lambda: line("een", alternatives(t(" nieuw"), t(" oud"))),
    "choice that Word does not know": lambda: line(
        "een", alternatives(t(" nieuw"), t(" oud"), "ooit")
    ),
    "sound above words": lambda: line(with_sound("woord", "oto")),
    "field code": lambda: line("blz. ", *field(" PAGE ", "12")),
    "field in a field": lambda: line("x", *nested_field()),
    # kinds
    "date": lambda: line_with(date("2026-06-11"), text="11 juni"),
    "date without a day": lambda: line_with(date(), text="in juni"),
    "ticked": lambda: line_with(checkbox(checked=True), text="☐"),
    "not ticked": lambda: line_with(checkbox(checked=False), text="☒"),
    "drop-down": lambda: line_with(drop_down("dropDownList", "ja", "nee"), text="nee"),
    "own words": lambda: line_with(drop_down("comboBox", "ja", "nee"), text="soms"),
}


def with_sound(words: str, sound: str) -> Node:
    """Words with their sound in small letters above them."""
    sizes = {"hps": "11", "hpsRaise": "20", "hpsBaseText": "22", "lid": "ja-JP"}
    look = [e(f"w:{name}", val=size) for name, size in sizes.items()]
    properties = e("w:rubyPr", e("w:rubyAlign", val="center"), *look)
    return r(e("w:ruby", properties, e("w:rt", r(sound)), e("w:rubyBase", r(words))))


def line_with(kind: Node, text: str = "antwoord") -> list[Node]:
    """A control `a` of a kind inside a paragraph."""
    return [p(sdt("a", text, extra=(kind,)))]


def cases() -> list[Case]:
    """All cases, in the order of the JSON file."""
    found: dict[str, dict[str, Any]] = json.loads(RIGHT_ANSWERS.read_text(encoding="utf-8"))
    return [
        Case(
            key,
            one["title"],
            {tag: _whole(answer) for tag, answer in one["answers"].items()},
            tuple(one.get("absent", ())),
            tuple(one.get("gone", ())),
            BUILDERS[key],
        )
        for key, one in found.items()
    ]


def _whole(answer: Any) -> Any:
    """An answer; one that is too long for the JSON file is told as `[text, times, end]`."""
    if isinstance(answer, list):
        text, times, end = answer
        return str(text) * int(times) + str(end)
    return answer
