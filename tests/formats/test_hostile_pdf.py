"""Small PDFs that would take hours or gigabytes are refused in a moment."""

from time import monotonic

import pytest

from sop_templates.errors import SopError
from sop_templates.formats import pdf_fragments
from sop_templates.formats.pdf_text import read_pdf
from sop_templates.kinds.other_files import BROKEN_PDF
from tests.support.hostile_pdfs import LINE, NOTHING, drawing
from tests.support.pdf_pages import At, pdf


def test_a_page_is_read_with_the_form_that_it_draws() -> None:
    writing = read_pdf(drawing(LINE * 5 + b"/X0 Do", form=LINE * 3))
    assert sum(one.text.count("Visie op passend onderwijs") for one in writing.lines()) == 8


@pytest.mark.parametrize(
    "data",
    [
        drawing(NOTHING * 2_000_000),
        drawing(b" " * 70_000_000, pages=300),
        drawing(b"/X0 Do " * 10, form=NOTHING * 2_000_000),
        drawing(LINE, pages=301),
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 1_000_000,
    ],
    ids=["much on a page", "blanks", "a big form", "many pages", "deep"],
)
def test_what_draws_too_much_is_refused(data: bytes) -> None:
    with pytest.raises(SopError) as caught:
        read_pdf(data, "sop.pdf")
    assert caught.value.kind is BROKEN_PDF


def test_many_pages_that_each_are_ordinary_are_counted_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_fragments, "MAX_STEPS", 1000)
    with pytest.raises(SopError):
        read_pdf(drawing(LINE * 50, pages=300), "sop.pdf")


def test_a_form_that_draws_itself_ends() -> None:
    with pytest.raises(SopError):
        read_pdf(drawing(b"/X0 Do", form=b"/X0 Do " * 3), "sop.pdf")


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_fragments, "MAX_SECONDS", -1)
    begun = monotonic()
    with pytest.raises(SopError):
        read_pdf(pdf([[At(70, 700, "Een gewone bladzijde met woorden genoeg.")]]), "sop.pdf")
    assert monotonic() - begun < 5
