"""An answer that is only a picture is told, with where it stands; beside words it is none."""

from collections.abc import Callable

import pytest

from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.formats.word.names import element
from sop_templates.kinds.reading import ONLY_PICTURE
from tests.corpus.places import drawing, shape, text_box
from tests.support.word_xml import Content, Node, bookmarked, docx, e, p, r, sdt, tbl, tc, tr

MODEL = open_model()
SOP = {"sop.kind": "sop", "sop.model": "haaglanden", "sop.version": MODEL.version}
SUMMARY = MODEL.by_key["school.samenvatting"]


def photo() -> Node:
    return r(e("w:drawing", element("wp:inline", children=[element("a:blip")])))


def chart() -> Node:
    return r(e("w:drawing", element("wp:inline", children=[element("c:chart")])))


def old_photo() -> Node:
    image = shape("v:imagedata")
    return r(e("w:pict", shape("v:shape", image)))


def pictured(*body: Content | list[Content]) -> list[tuple[str, str]]:
    record: ReadRecord = read_bytes(docx(*body, properties=SOP))
    found = [one for one in record.findings if one.kind is ONLY_PICTURE]
    return [(str(one.place), one.message) for one in found]


@pytest.mark.parametrize("picture", [photo, chart, old_photo, drawing])
def test_a_picture_in_an_empty_field_is_told(picture: Callable[[], Node]) -> None:
    ((place, message),) = pictured(sdt(SUMMARY.key, p(picture())))
    assert SUMMARY.key in place
    assert SUMMARY.title in message


def test_a_picture_beside_words_is_fine() -> None:
    assert pictured(sdt(SUMMARY.key, p(photo()), p("Wij zijn een kleine school."))) == []


def test_a_text_box_is_no_picture() -> None:
    assert pictured(sdt(SUMMARY.key, p(text_box([p("kader")])))) == []


def test_a_picture_in_no_field_is_no_answer() -> None:
    assert pictured(p(photo()), sdt(SUMMARY.key, p()), p("los"), p(photo())) == []


def test_a_picture_in_a_bookmark_or_under_a_question_is_told() -> None:
    ((place, _),) = pictured(bookmarked(SUMMARY.bookmark, p(photo())))
    assert SUMMARY.bookmark in place
    ((place, _),) = pictured(p(SUMMARY.label), p(), p(photo()), p("Adres"), p("A 1"))
    assert SUMMARY.label in place


def test_a_picture_in_a_cell_is_told_with_its_column() -> None:
    header = tr("Partner", "Waarvoor", "Hoe vaak")
    in_control = sdt("basis.partners.waarvoor", photo())
    by_control = tbl(header, tr("logopedie", tc(p(in_control)), "soms"))
    by_place = tbl(header, tr("logopedie", tc(p(photo())), "soms"))
    for table in (by_control, by_place):
        ((_, message),) = pictured(table)
        assert "Waarvoor" in message
