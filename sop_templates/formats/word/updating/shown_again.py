"""Where a file shows an answer again: the results of fields that repeat it, in headers for one.

Word brings them up to date by itself; LibreOffice, of which PDFs are made, shows what stands there.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.trees import T

_MARK, _TYPE, _CODE = qn("w:fldChar"), qn("w:fldCharType"), qn("w:instrText")
_SIMPLE, _INSTRUCTION = qn("w:fldSimple"), qn("w:instr")
_REPEATS = "STYLEREF"


def show_again(root: etree._Element, renamed: Mapping[str, str]) -> bool:
    """Changes the results of fields that repeat an answer (`STYLEREF`); says whether there were any.

    Args:
        root: of a story.
        renamed: new words by the old ones, which are the whole result.
    """
    found = False
    for result in list(_results(root)):
        new = renamed.get("".join(one.text or "" for one in result))
        if new is not None:
            result[0].text = new
            result[0].set(qn("xml:space"), "preserve")
            for other in result[1:]:
                other.text = ""
            found = True
    return found


def _results(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The texts of the results of such fields; fields in fields are passed over."""
    for simple in root.iter(_SIMPLE):
        texts = list(simple.iter(T))
        if texts and _repeats(simple.get(_INSTRUCTION, "")):
            yield texts
    code: list[str] = []
    result: list[etree._Element] = []
    is_result = False
    for one in root.iter(_MARK, _CODE, T):
        if one.tag == _CODE:
            code.append(one.text or "")
        elif one.tag == T:
            result += [one] if is_result else []
        else:
            if result:
                yield result
            is_result = one.get(_TYPE) == "separate" and _repeats("".join(code))
            code, result = [], []


def _repeats(code: str) -> bool:
    return code.split()[:1] == [_REPEATS]
