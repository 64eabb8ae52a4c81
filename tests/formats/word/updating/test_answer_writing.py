"""Writing in a control that is there: the value changes, its looks and all around it stay."""

from typing import Any

import pytest
from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.updating.changes import AnswerChange
from sop_templates.formats.word.values import DateText, LinkText, ProseText
from sop_templates.richtext_markup import parse
from tests.support.changed_files import (
    changed,
    control,
    file_of,
    with_change,
    without_controls_of,
    written,
)
from tests.support.small_templates import (
    BULLETS,
    LINK,
    NUMBERS,
    PLACEHOLDER,
    paragraph,
    part,
    run,
    texts,
)
from tests.support.small_templates import control as markup
from tests.support.word_validity import assert_valid

LINE = paragraph(run("Vraag: "), markup(run("{{ v.x }}"), kind="<w:text/>", tag="v.x"))
BLOCK = markup(paragraph(run("{{ v.x }}"), look='<w:jc w:val="both"/>'), tag="v.x")
OTHER = paragraph(markup(run("{{ v.y }}"), kind="<w:text/>", tag="v.y", number=6))
BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)
DATE = '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/></w:date>'
CHOICE = '<w:dropDownList w:lastValue="ja"><w:listItem w:displayText="ja" w:value="ja"/></w:dropDownList>'


def inline(kind: str) -> str:
    return paragraph(markup(run("{{ v.x }}"), kind=kind, tag="v.x"))


def look(one: etree._Element, name: str) -> list[str]:
    """What runs with text say of a property."""
    found = []
    for each in one.iter(qn("w:r")):
        if any(text.text for text in each.iter(qn("w:t"))):
            property_ = each.find(f"{qn('w:rPr')}/{qn(name)}")
            found.append("" if property_ is None else property_.get(qn("w:val"), "on"))
    return found


@pytest.mark.parametrize(
    "value", ["nieuw", "R&D {{ 7*7 }} <w:p> \"'", "🏫 مدرسة", "een\ntwee\tdrie"]
)
def test_a_text_takes_the_place_of_another(value: str) -> None:
    root = written(file_of(LINE, x="oud"), value)
    assert texts(root) == f"Vraag: {value}¶"


def test_the_look_that_the_school_gave_stays() -> None:
    def colour(one: etree._Element) -> None:
        properties = etree.SubElement(next(one.iter(qn("w:r"))), qn("w:rPr"))
        properties.getparent().insert(0, properties)  # type: ignore[union-attr] # it has one
        for name, value in (("w:b", ""), ("w:color", "FF0000")):
            made = etree.SubElement(properties, qn(name))
            if value:
                made.set(qn("w:val"), value)

    root = written(with_change(file_of(LINE, x="oud"), "v.x", colour), "nieuw")
    assert look(control(root), "w:color") == ["FF0000"]
    assert look(control(root), "w:b") == ["on"]


def test_the_control_keeps_its_number_title_and_tag() -> None:
    before = file_of(LINE, x="oud")
    names = [
        [(one.tag, dict(one.attrib)) for one in next(control(root).iter(qn("w:sdtPr")))]
        for root in (part(before), written(before, "nieuw"))
    ]
    assert names[0] == names[1]


def test_a_prompt_goes_away_with_its_mark_and_its_look() -> None:
    before = file_of(LINE, x=None)
    assert look(control(part(before)), "w:rStyle") == [PLACEHOLDER]
    root = written(before, "nieuw")
    assert next(root.iter(qn("w:showingPlcHdr")), None) is None
    assert look(control(root), "w:rStyle") == [""]


def test_a_date_is_written_with_its_day() -> None:
    before = file_of(inline(DATE), x=DateText("1 mei 2026", "2026-05-01"))
    root = written(before, DateText("11 juni 2026", "2026-06-11"))
    assert texts(root) == "11 juni 2026¶"
    assert next(root.iter(qn("w:date"))).get(qn("w:fullDate")) == "2026-06-11T00:00:00Z"


def test_a_date_that_is_none_takes_the_day_away() -> None:
    before = file_of(inline(DATE), x=DateText("1 mei 2026", "2026-05-01"))
    root = written(before, "juni 2026")
    assert next(root.iter(qn("w:date"))).get(qn("w:fullDate")) is None


def test_a_box_is_ticked() -> None:
    root = written(file_of(inline(BOX), x=False), True)  # noqa: FBT003 - the value itself
    assert texts(root) == "☒¶"
    assert next(root.iter(qn("w14:checked"))).get(qn("w14:val")) == "1"


def test_a_choice_forgets_the_one_before() -> None:
    root = written(file_of(inline(CHOICE), x="ja"), "nee")
    assert texts(root) == "nee¶"
    assert qn("w:lastValue") not in next(root.iter(qn("w:dropDownList"))).attrib


def test_a_link_is_a_relationship_and_the_old_one_goes() -> None:
    body = inline("") + paragraph(markup(run("{{ v.y }}"), tag="v.y", number=6))
    before = file_of(
        body, x=LinkText("oud", "https://oud.nl"), y=LinkText("ander", "https://ander.nl")
    )
    made = changed(before, AnswerChange("v.x", "", LinkText("nieuw", "https://nieuw.nl/?a=1&b=2")))
    targets = {
        one.get("Id"): one.get("Target") for one in part(made.data, "word/_rels/document.xml.rels")
    }
    links = [one.get(qn("r:id")) for one in part(made.data).iter(qn("w:hyperlink"))]
    assert [targets[one] for one in links] == ["https://nieuw.nl/?a=1&b=2", "https://ander.nl"]
    assert "https://oud.nl" not in targets.values()
    assert look(control(part(made.data)), "w:rStyle") == [LINK]


def test_prose_is_written_with_lists_looks_and_links() -> None:
    before = file_of(BLOCK, x=ProseText(parse("oud")))
    value = ProseText(parse("een **twee** [drie](https://a.nl)\n\n- vier\n\n1. vijf\n2. zes"))
    made = changed(before, AnswerChange("v.x", "", value))
    root = part(made.data)
    assert texts(root) == "een twee drie¶vier¶vijf¶zes¶"
    styles = [one.get(qn("w:val")) for one in root.iter(qn("w:pStyle"))]
    assert styles == [BULLETS, NUMBERS, NUMBERS]
    used = {one.get(qn("w:val")) for one in root.iter(qn("w:numId"))}
    defined = {
        one.get(qn("w:numId")) for one in part(made.data, "word/numbering.xml").iter(qn("w:num"))
    }
    assert used <= defined
    assert len(used) == 1


def test_prose_keeps_the_look_of_its_paragraphs_and_no_stress() -> None:
    before = file_of(BLOCK, x=ProseText(parse("**alles vet**\n\n- item")))
    root = written(before, ProseText(parse("gewoon\n\nnog een")))
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:jc"))] == ["both", "both"]
    assert look(control(root), "w:b") == ["", ""]


def test_prose_of_items_only_is_no_item_afterwards() -> None:
    before = file_of(BLOCK, x=ProseText(parse("- een\n- twee")))
    root = written(before, ProseText(parse("gewoon")))
    assert next(root.iter(qn("w:pStyle")), None) is None
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:jc"))] == ["both"]


def test_bookmarks_in_a_control_stay() -> None:
    def mark(one: etree._Element) -> None:
        content = one.find(qn("w:sdtContent"))
        assert content is not None
        for number, name in enumerate(("w:bookmarkStart", "w:bookmarkEnd")):
            made = etree.Element(qn(name), {qn("w:id"): "77", qn("w:name"): "verwijzing"})
            content.insert(number, made)

    root = written(with_change(file_of(LINE, x="oud"), "v.x", mark), "nieuw")
    inside = [etree.QName(one).localname for one in control(root)[-1]]
    assert inside == ["bookmarkStart", "r", "bookmarkEnd"]


def test_a_copied_control_is_written_as_well() -> None:
    body = LINE + paragraph(markup(run("{{ v.x }}"), kind="<w:text/>", tag="v.x", number=9))
    assert texts(written(file_of(body, x="oud"), "nieuw")) == "Vraag: nieuw¶nieuw¶"


def test_a_control_in_the_header_is_written() -> None:
    header = paragraph(markup(run("{{ v.x }}"), kind="<w:text/>", tag="v.x", number=9))
    made = changed(file_of(OTHER, header=header, x="oud", y="a"), AnswerChange("v.x", "", "nieuw"))
    assert texts(part(made.data, "word/header1.xml")) == "nieuw¶"


SAVED_BY_WORD = (
    '<w:p w:rsidR="00A1"><w:pPr><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:pPr><w:sdt><w:sdtPr>'
    '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:alias w:val="Vraag"/><w:tag w:val="v.x"/>'
    '<w:id w:val="-1287733"/><w:lock w:val="sdtLocked"/><w:text/></w:sdtPr><w:sdtEndPr><w:rPr>'
    '<w:rStyle w:val="Hyperlink"/></w:rPr></w:sdtEndPr><w:sdtContent><w:proofErr w:type="spellStart"/>'
    '<w:r w:rsidR="00A1"><w:rPr><w:sz w:val="24"/></w:rPr><w:t>ou</w:t></w:r>'
    '<w:r w:rsidR="00A2"><w:t>d</w:t></w:r><w:proofErr w:type="spellEnd"/></w:sdtContent></w:sdt></w:p>'
)


def test_a_control_as_word_saves_it_is_written() -> None:
    before = file_of(SAVED_BY_WORD, x="a")
    root = written(before, "nieuw")
    made = control(root)
    assert texts(root) == "nieuw¶"
    assert [etree.QName(one).localname for one in made] == ["sdtPr", "sdtEndPr", "sdtContent"]
    assert look(made[-1], "w:sz") == ["24"]
    assert_valid(changed(before, AnswerChange("v.x", "", "nieuw")).data, audit=False)


@pytest.mark.parametrize("content", ["{{ v.x }}", "oud"])
def test_a_control_around_a_cell_is_written(content: str) -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="1000"/></w:tcPr>{paragraph(run(content))}</w:tc>'
    body = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{markup(cell, tag='v.x')}</w:tr></w:tbl><w:p/>"
    root = written(file_of(body, x=None), "nieuw")
    assert texts(root) == "nieuw¶¶"
    assert [etree.QName(one).localname for one in next(root.iter(qn("w:tc")))] == ["tcPr", "p"]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (LINE, "nieuw"),
        (inline(BOX), True),
        (inline(DATE), DateText("11 juni 2026", "2026-06-11")),
        (inline(""), LinkText("nieuw", "https://nieuw.nl")),
        (BLOCK, ProseText(parse("een\ntwee\n\n- drie"))),
    ],
)
def test_all_else_of_the_document_stays_as_it_was(body: str, value: Any) -> None:
    around = OTHER + paragraph(run("Eigen alinea", "<w:b/>"))
    before = file_of(
        around + body + around.replace('w:val="6"', 'w:val="7"').replace("v.y", "v.z"),
        y="a",
        z="b",
        x=None,
    )
    after = changed(before, AnswerChange("v.x", "", value)).data
    assert_valid(after, audit=False)
    assert without_controls_of(part(before), {"v.x"}) == without_controls_of(part(after), {"v.x"})
