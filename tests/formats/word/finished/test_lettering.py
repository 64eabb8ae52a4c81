"""How a paragraph is set: by its runs, its own properties, and its style."""

import pytest

from sop_templates.formats.word.finished.document import open_document
from sop_templates.formats.word.finished.lines import read_writing
from sop_templates.formats.written import Letters
from tests.support.word_xml import Node, docx, e, p, r

SHADED = e("w:pPr", e("w:shd", val="clear", fill="1F4E79"))
STYLE = e(
    "w:style",
    e("w:pPr", e("w:pBdr", e("w:bottom", val="single"))),
    e("w:rPr", e("w:i"), e("w:color", val="1f77b4")),
    type="paragraph",
    styleId="Balk",
)


def letters(paragraph: Node) -> Letters:
    data = docx(paragraph, parts={"word/styles.xml": [STYLE]})
    (line,) = read_writing(open_document(data)).lines()
    return line.letters


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("Visie"), {}),
        (p(r("Visie", look="i")), {"italic": True}),
        (p(r("Visie", look="color=1F77B4")), {"colour": "1F77B4"}),
        (p(r("Visie", look="color=auto")), {}),
        (p(r("Visie", look="color=000000")), {}),
        (p(SHADED, "Visie"), {"framed": True}),
        (p("Visie", look="pStyle=Balk"), {"framed": True, "italic": True, "colour": "1F77B4"}),
        (p(r("Visie", look="i=0"), look="pStyle=Balk"), {"framed": True, "colour": "1F77B4"}),
    ],
)
def test_a_paragraph_may_stand_out_without_being_bold(
    paragraph: Node, expected: dict[str, object]
) -> None:
    found = letters(paragraph)
    shown = {"italic": found.italic, "colour": found.colour, "framed": found.framed}
    assert shown == {"italic": False, "colour": "", "framed": False} | expected
