"""The readers that are held against the corpus, each used as its documentation tells.

docx-plus and docxcast are looked for when they are used: only who makes the page anew needs them.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from sop_templates.engine.controls import ListedControl, controls_in
from tests.corpus.cases import Case

Answer = str | bool | None
Found = Mapping[str, Sequence[Answer]]  # by tag; a control that is seen twice has two

TICKED, NOT_TICKED = ("☒", "☑"), ("☐",)
SHOWN = 30  # characters of what came out


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader made of a case.

    Attributes:
        is_right: whether that is the right answer.
        said: what came out, in a few words.
    """

    is_right: bool
    said: str


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of the table.

    Attributes:
        name: at the head of its column.
        made_for: what it is made for, and what was called.
        judge: reads a file and holds what came out against the case.
        package: what it comes in, for its version.
        right: what is said where it is right.
    """

    name: str
    made_for: str
    judge: Callable[[bytes, Case], Verdict]
    package: str = ""
    right: str = "right"

    @property
    def version(self) -> str:
        """The version that is installed, "" for ours."""
        return version(self.package) if self.package else ""


def ours(data: bytes) -> Found:
    """`sop controls`."""
    found: dict[str, list[Answer]] = {}
    for one in controls_in(data):
        found.setdefault(one.tag, []).append(_our_answer(one))
    return found


def _our_answer(one: ListedControl) -> Answer:
    if one.prompt:
        return None
    return one.text in TICKED if one.kind == "checkbox" else one.text


def docx_plus(data: bytes) -> Found:
    """`docx_plus.controls.list_controls`."""
    found: dict[str, list[Answer]] = {}
    for one in import_module("docx_plus.controls").list_controls(Document(BytesIO(data))):
        value = one.value.date().isoformat() if isinstance(one.value, datetime) else one.value
        found.setdefault(one.tag or "", []).append(value)
    return found


def by_itertext(data: bytes) -> Found:
    """python-docx with the usual lines beside it: the `w:t` of each `w:sdt` of the body."""
    found: dict[str, list[Answer]] = {}
    for control in Document(BytesIO(data)).element.body.iterfind(f".//{qn('w:sdt')}"):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        text = "".join(one.text or "" for one in control.iter(qn("w:t")))
        found.setdefault("" if tag is None else tag.get(qn("w:val")), []).append(text)
    return found


def judged(read: Callable[[bytes], Found], data: bytes, case: Case) -> Verdict:
    """Holds the answers of a reader against the right ones."""
    found = read(data)
    wrong = [
        f"{tag}: {shown(found.get(tag, ()))}"
        for tag, answer in case.answers.items()
        if not _is(found.get(tag, ()), answer)
    ]
    wrong += [f"{tag}: {shown(found[tag])}" for tag in case.absent if tag in found]
    return Verdict(not wrong, "; ".join(wrong))


def by_paragraphs(data: bytes, case: Case) -> Verdict:
    """`paragraph.text` of each of `document.paragraphs`: words without controls."""
    text = "\n".join(one.text for one in Document(BytesIO(data)).paragraphs).strip("\n")
    texts = [answer for answer in case.answers.values() if isinstance(answer, str)]
    is_told = all(answer in text for answer in texts) and len(texts) == len(
        [answer for answer in case.answers.values() if answer is not None]
    )
    is_right = is_told and not any(word in text for word in case.gone)
    return Verdict(is_right, "" if is_right else shown([text]))


def by_schema(data: bytes, case: Case) -> Verdict:
    """`docxcast.derive_schema`: which controls there are, never what they hold."""
    schema = import_module("docxcast").derive_schema(BytesIO(data)).to_dict()
    names = re.findall(r"'name': '([^']*)'", str(schema))
    missing = [tag for tag in case.answers if names.count(tag) != 1]
    wrong = [*missing, *(tag for tag in case.absent if tag in names)]
    return Verdict(not wrong, f"names {', '.join(names)}" if names else "no names")


def _is(found: Sequence[Answer], answer: Answer) -> bool:
    if len(found) != 1:
        return False
    if answer is None:
        return not found[0]
    if isinstance(answer, bool) and isinstance(found[0], str):
        return found[0] in (TICKED if answer else NOT_TICKED)
    return found[0] == answer


def shown(found: Sequence[Answer]) -> str:
    """What came out, short and on one line; each answer where there are several."""
    if not found:
        return "not seen"
    return " and ".join(_cut(one) if isinstance(one, str) else str(one).lower() for one in found)


def _cut(text: str) -> str:
    if not text:
        return "nothing"
    plain = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return "“" + plain.replace("\n", "⏎").replace("\t", "⇥") + "”"


OURS = Reader("sop controls", "reading finished forms", lambda data, case: judged(ours, data, case))
READERS = (
    OURS,
    Reader(
        "docx-plus",
        "building forms with python-docx and reading them back; `list_controls`",
        lambda data, case: judged(docx_plus, data, case),
        "docx-plus",
    ),
    Reader(
        "docxcast",
        "telling which controls a template has, and filling them; `derive_schema` gives names and no "
        "answers, so only the names are judged",
        by_schema,
        "docxcast",
        "right names",
    ),
    Reader(
        "python-docx, controls",
        "making and changing documents; it knows no controls, so people search for `w:sdt` and join "
        "its `w:t` themselves",
        lambda data, case: judged(by_itertext, data, case),
        "python-docx",
    ),
    Reader(
        "python-docx, paragraphs",
        "as before; `paragraph.text` of `document.paragraphs`, right where every answer stands in it "
        "and nothing that is gone",
        by_paragraphs,
        "python-docx",
    ),
)
