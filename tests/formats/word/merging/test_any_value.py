"""Any value comes out of a letter as it went in: in the text, in a repeated row, through an IF field."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sop_templates.formats.word.merging.letter_template import RowTexts
from tests.support.merge_letters import code, mark, merge, opened, said
from tests.support.word_xml import p, tbl, tc, tr

BODY = "word/document.xml"
IF = [mark("begin"), code(' IF 1 = 1 "'), *merge("naam"), code('" "" '), mark("end")]
LETTER = opened(p(*merge("naam")), p(*IF), tbl(tr(tc(p(*merge("rij"))))))
# Canonical answers: what XML holds, line ends as \n. Left out are the hyphen that Word has an element
# for, and the one sign that stands for a line break in an instruction.
VALUES = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters="\r\u2011\ufffe\uffff\U0010fffd"
        + "".join(chr(one) for one in range(32) if chr(one) not in "\t\n"),
    ),
    max_size=60,
)


def merged(value: str) -> str:
    row = RowTexts("f2", [{"f2": value}, {"f2": value}])
    return said(etree.fromstring(LETTER.fill({"f0": value, "f1": value}, [row])[BODY]))


@given(VALUES)
def test_a_value_comes_out_as_it_went_in(value: str) -> None:
    assert merged(value) == "¶".join([value] * 4)


def test_a_long_value_comes_out_whole() -> None:
    value = "Zin & <zin>.\n" * 2_500
    assert merged(value) == "¶".join([value] * 4)
