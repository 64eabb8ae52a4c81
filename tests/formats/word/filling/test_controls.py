"""What a content control looks like once it is filled, and while it is not."""

import pytest
from lxml import etree

from sop_templates.formats.word.names import qn
from sop_templates.formats.word.values import DateText, LinkText, ProseText
from sop_templates.richtext import Paragraph, Run
from tests.support.small_templates import (
    BULLETS,
    LINK,
    NUMBERS,
    PLACEHOLDER,
    control,
    filled,
    filled_file,
    paragraph,
    part,
    row,
    run,
    table,
    template,
    texts,
)

TEXT = "<w:text/>"
CHOICE = '<w:dropDownList><w:listItem w:displayText="ja" w:value="ja"/></w:dropDownList>'
DATE = '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="nl-NL"/></w:date>'
TICK = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="Arial"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="Arial"/></w14:checkbox>'
)
EXPRESSION = run("{{ v.x }}")
INLINE = paragraph(control(EXPRESSION, kind=TEXT, tag="v.x"))
BLOCK = control(paragraph(EXPRESSION), tag="v.x")


def properties(root: etree._Element, name: str) -> list[str]:
    """The values of all elements of that name."""
    return [one.get(qn("w:val"), "") for one in root.iter(qn(name))]


def is_prompting(root: etree._Element) -> bool:
    return next(root.iter(qn("w:showingPlcHdr")), None) is not None


@pytest.mark.parametrize("kind", [TEXT, CHOICE, DATE, ""])
def test_an_inline_control_shows_its_text_and_no_prompt(kind: str) -> None:
    root = filled(paragraph(run("Naam: "), control(EXPRESSION, kind=kind, tag="v.x")), x="ja & nee")
    assert texts(root) == "Naam: ja & nee¶"
    assert not is_prompting(root)


@pytest.mark.parametrize("kind", [TEXT, CHOICE, DATE, ""])
@pytest.mark.parametrize("empty", [None, ""])
def test_an_empty_control_shows_the_prompt_of_the_glossary(kind: str, empty: str | None) -> None:
    root = filled(paragraph(control(EXPRESSION, kind=kind, tag="v.x")), x=empty)
    assert texts(root) == "Vul hier iets in.¶"
    assert is_prompting(root)
    assert properties(root, "w:rStyle") == [PLACEHOLDER]


def test_an_empty_block_shows_its_prompt_in_its_own_paragraph() -> None:
    root = filled(control(paragraph(EXPRESSION, look='<w:jc w:val="center"/>')), x=None)
    assert texts(root) == "Vul hier iets in.¶"
    assert properties(root, "w:jc") == ["center"]


def test_without_a_prompt_in_the_glossary_the_given_one_is_shown() -> None:
    file = template(paragraph(control(EXPRESSION, kind=TEXT, tag="v.x", prompt="")))
    context = {"v": {"x": None}, "school": {"naam": None}}
    assert texts(part(filled_file(file, context, {"v.x": "Wat is x?"}))) == "Wat is x?¶"
    assert texts(part(filled_file(file, context))) == "Klik hier om iets in te vullen.¶"


def test_tag_title_lock_and_number_stay() -> None:
    root = filled(INLINE, x="a")
    found = {
        etree.QName(one).localname: one.get(qn("w:val"))
        for one in root.iter(qn("w:alias"), qn("w:tag"), qn("w:id"))
    }
    assert found == {"alias": "Vraag", "tag": "v.x", "id": "5"}


def test_properties_stand_in_the_order_of_the_schema() -> None:
    mixed = (
        "<w:sdt><w:sdtPr><w:text/><w:tag w:val='t'/><w:lock w:val='sdtLocked'/><w:id w:val='9'/>"
        f"<w:alias w:val='a'/></w:sdtPr><w:sdtContent>{EXPRESSION}</w:sdtContent></w:sdt>"
    )
    root = filled(paragraph(mixed), x=None)
    order = [etree.QName(one).localname for one in next(root.iter(qn("w:sdtPr")))]
    assert order == ["alias", "tag", "id", "lock", "showingPlcHdr", "text"]


def test_a_binding_to_a_store_is_cut() -> None:
    bound = f'<w:dataBinding w:xpath="/a" w:storeItemID="{{}}"/>{TEXT}'
    root = filled(paragraph(control(EXPRESSION, kind=bound)), x="a")
    assert next(root.iter(qn("w:dataBinding")), None) is None


def test_a_date_carries_its_day_and_reads_in_dutch() -> None:
    root = filled(
        paragraph(control(EXPRESSION, kind=DATE)), x=DateText("11 juni 2026", "2026-06-11")
    )
    assert texts(root) == "11 juni 2026¶"
    (date,) = root.iter(qn("w:date"))
    assert date.get(qn("w:fullDate")) == "2026-06-11T00:00:00Z"


def test_what_is_no_date_is_shown_without_a_day() -> None:
    root = filled(paragraph(control(EXPRESSION, kind=DATE)), x="juni 2026")
    assert texts(root) == "juni 2026¶"
    (date,) = root.iter(qn("w:date"))
    assert date.get(qn("w:fullDate")) is None


@pytest.mark.parametrize(
    ("value", "checked", "sign"),
    [(True, "1", "☒"), (False, "0", "☐"), (None, "0", "☐"), ("weet niet", "0", "weet niet")],
)
def test_a_tick_is_a_property_and_a_sign(value: object, checked: str, sign: str) -> None:
    root = filled(paragraph(control(EXPRESSION, kind=TICK)), x=value)
    assert texts(root) == f"{sign}¶"
    (found,) = root.iter(qn("w14:checked"))
    assert found.get(qn("w14:val")) == checked
    assert not is_prompting(root)


def test_the_signs_of_a_tick_are_those_that_the_control_names() -> None:
    crossed = TICK.replace("2612", "2611")
    root = filled(paragraph(control(EXPRESSION, kind=crossed)), x=True)
    assert texts(root) == "☑¶"
    (fonts,) = root.iter(qn("w:rFonts"))
    assert fonts.get(qn("w:ascii")) == "Arial"


def test_a_link_is_a_relationship_outside_in_the_style_for_links() -> None:
    url = 'https://www.example.org/a?b=1&c="2"'
    context = {"v": {"x": LinkText("onze <site>", url)}, "school": {"naam": None}}
    file = filled_file(template(paragraph(control(EXPRESSION, tag="v.x"))), context)
    (link,) = part(file).iter(qn("w:hyperlink"))
    assert texts(part(file)) == "onze <site>¶"
    assert properties(link, "w:rStyle") == [LINK]
    relations = part(file, "word/_rels/document.xml.rels")
    (found,) = [one for one in relations if one.get("Id") == link.get(qn("r:id"))]
    assert (found.get("Target"), found.get("TargetMode")) == (url, "External")


def test_one_address_is_one_relationship() -> None:
    body = paragraph(control(EXPRESSION)) + paragraph(control(EXPRESSION, number=6))
    context = {"v": {"x": LinkText("a", "https://a.example")}, "school": {"naam": None}}
    relations = part(filled_file(template(body), context), "word/_rels/document.xml.rels")
    assert len([one for one in relations if one.get("TargetMode")]) == 1


def test_prose_keeps_paragraphs_lists_and_looks() -> None:
    prose = ProseText(
        (
            Paragraph((Run("Eerst "), Run("vet", bold=True), Run(" en schuin", italic=True))),
            Paragraph((Run("punt"),), "bullet"),
            Paragraph((Run("een"),), "number", 1),
            Paragraph((Run("twee"),), "number", 2),
        )
    )
    root = filled(BLOCK, x=prose)
    assert texts(root) == "Eerst vet en schuin¶punt¶een¶twee¶"
    assert properties(root, "w:pStyle") == [BULLETS, NUMBERS, NUMBERS]
    vet, schuin = [one for one in root.iter(qn("w:r")) if one.find(qn("w:rPr")) is not None]
    assert [one.tag for one in vet[0]] == [qn("w:b"), qn("w:bCs")]
    assert [one.tag for one in schuin[0]] == [qn("w:i"), qn("w:iCs")]


def test_each_numbered_list_counts_from_one() -> None:
    items = [Paragraph((Run("a"),), "number", number) for number in (1, 2, 1)]
    context = {"v": {"x": ProseText(tuple(items))}, "school": {"naam": None}}
    file = filled_file(template(BLOCK), context)
    assert properties(part(file), "w:numId") == ["3", "3", "4"]
    numbering = part(file, "word/numbering.xml")
    added = [one for one in numbering.iter(qn("w:num")) if one.get(qn("w:numId")) in ("3", "4")]
    assert [properties(one, "w:abstractNumId") for one in added] == [["8"], ["8"]]
    assert [properties(one, "w:startOverride") for one in added] == [["1"], ["1"]]


def test_a_list_style_decides_alone_on_indents() -> None:
    look = '<w:pStyle w:val="Eigen"/><w:keepNext/><w:ind w:left="99"/><w:jc w:val="both"/>'
    prose = ProseText((Paragraph((Run("a"),), "number", 1),))
    root = filled(control(paragraph(EXPRESSION, look=look)), x=prose)
    (found,) = root.iter(qn("w:pPr"))
    names = [etree.QName(one).localname for one in found]
    assert names == ["pStyle", "keepNext", "numPr", "jc"]


def test_without_list_styles_items_get_their_sign() -> None:
    prose = ProseText(
        (
            Paragraph((Run("punt"),), "bullet"),
            Paragraph((Run("een"),), "number", 1),
        )
    )
    file = template(BLOCK, parts={"word/styles.xml": "", "word/numbering.xml": ""})
    context = {"v": {"x": prose}, "school": {"naam": None}}
    assert texts(part(filled_file(file, context))) == "- punt¶1. een¶"


def test_prose_in_a_line_keeps_its_words_and_links() -> None:
    prose = ProseText(
        (
            Paragraph((Run("Zie "), Run("hier", url="https://a.example"))),
            Paragraph((Run("punt"),), "bullet"),
        )
    )
    root = filled(paragraph(control(EXPRESSION)), x=prose)
    assert texts(root) == "Zie hier\n- punt¶"
    assert next(root.iter(qn("w:hyperlink"))) is not None


def test_the_owners_look_of_a_control_is_the_look_of_its_text() -> None:
    look = '<w:color w:val="112233"/><w:sz w:val="30"/>'
    prose = ProseText((Paragraph((Run("a"), Run("b", bold=True))),))
    root = filled(control(paragraph(run("{{ v.x }}", look))), x=prose)
    assert properties(root, "w:color") == ["112233", "112233"]
    bold = [etree.QName(one).localname for one in list(root.iter(qn("w:rPr")))[1]]
    assert bold == ["b", "bCs", "color", "sz"]


def test_a_control_around_a_cell_takes_text() -> None:
    cell = f"<w:tc><w:tcPr/>{paragraph(EXPRESSION)}</w:tc>"
    root = filled(table(f"<w:tr>{control(cell, kind=TEXT)}</w:tr>"), x="a")
    assert texts(root) == "a¶"
    (found,) = root.iter(qn("w:tc"))
    assert found.getparent().tag == qn("w:sdtContent")  # type: ignore[union-attr] # it has one


def test_split_runs_and_a_picture_in_a_control_do_no_harm() -> None:
    split = run("{{ v", '<w:b w:val="1"/>') + "<w:r><w:drawing/></w:r>" + run(".x }}")
    root = filled(paragraph(control(split, kind=TEXT)), x="a")
    assert texts(root) == "a¶"
    assert len(list(root.iter(qn("w:drawing")))) == 1
    assert properties(root, "w:b") == ["1"]


def test_a_control_with_more_than_one_expression_stays_the_owners() -> None:
    root = filled(paragraph(control(run("{{ v.x }} ({{ v.y }})"), tag="t")), x="a", y=None)
    assert texts(root) == "a ()¶"
    assert properties(root, "w:tag") == ["t"]


def test_rows_have_numbers_of_their_own_and_no_bookmarks() -> None:
    item = control(EXPRESSION.replace("v.x", "r.x"), kind=TEXT, tag="v.l.x", number=7)
    mark = '<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/>'
    inner = f"<w:tr><w:tc><w:tcPr/>{paragraph(mark, item)}</w:tc></w:tr>"
    rows = [
        row(run("{%tr for r in v.l %}")),
        control(inner, kind="<w15:repeatingSectionItem/>", prompt="", number=8),
        row(run("{%tr endfor %}")),
    ]
    body = table(control("".join(rows), kind="<w15:repeatingSection/>", prompt="", number=9))
    root = filled(body, l=[{"x": "a"}, {"x": None}])
    assert texts(root) == "a¶Vul hier iets in.¶"
    numbers = properties(root, "w:id")
    assert len(set(numbers)) == 5
    assert numbers[0] == "9"
    assert not list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")))


def test_a_number_that_stands_twice_in_a_template_is_made_unique() -> None:
    body = paragraph(control(EXPRESSION)) + paragraph(control(EXPRESSION))
    assert properties(filled(body, x="a"), "w:id") == ["5", "1"]


def test_a_loop_within_one_paragraph_repeats_its_controls() -> None:
    inner = control(run("{{ r.x }}"), kind=TEXT)
    body = paragraph(run("{% for r in v.l %}"), inner, run("{% endfor %}"))
    root = filled(
        body + paragraph(control(EXPRESSION, number=6)), l=[{"x": "a"}, {"x": "b"}], x="c"
    )
    assert texts(root) == "ab¶c¶"
    assert len(set(properties(root, "w:id"))) == 3


def test_bookmarks_around_controls_stay() -> None:
    start = '<w:bookmarkStart w:id="1" w:name="sop_v_x"/>'
    root = filled(start + BLOCK + '<w:bookmarkEnd w:id="1"/>', x=None)
    assert len(list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")))) == 2


def test_a_control_in_a_header_has_links_of_its_own() -> None:
    file = template(paragraph(run("a")), header=paragraph(control(EXPRESSION)))
    context = {"v": {"x": LinkText("b", "https://b.example")}, "school": {"naam": None}}
    made = filled_file(file, context)
    assert texts(part(made, "word/header1.xml")) == "b¶"
    (relation,) = part(made, "word/_rels/header1.xml.rels")
    assert relation.get("Target") == "https://b.example"


@pytest.mark.parametrize("kind", ["link", "break"])
def test_what_libreoffice_would_spoil_in_a_first_paragraph_stands_in_an_unseen_control(
    kind: str,
) -> None:
    odd = Run("b", url="https://b.example") if kind == "link" else Run("b\nb")
    prose = ProseText((Paragraph((Run("a "), odd)), Paragraph((odd,))))
    _, nested = filled(BLOCK, x=prose).iter(qn("w:sdt"))
    assert texts(nested.getparent()).startswith("a b")  # type: ignore[arg-type] # it has a parent
    assert [one.tag for one in nested[0]] == [
        qn("w:id"),
        qn("w:temporary"),
        qn("w15:appearance"),
    ]


def test_a_plain_first_paragraph_stands_in_no_other_control() -> None:
    prose = ProseText((Paragraph((Run("a"),)), Paragraph((Run("b\nb", url="https://b.example"),))))
    assert len(list(filled(BLOCK, x=prose).iter(qn("w:sdt")))) == 1


def test_a_text_of_several_lines_makes_a_plain_text_control_a_rich_one() -> None:
    assert next(filled(INLINE, x="a").iter(qn("w:text")), None) is not None
    assert next(filled(INLINE, x="a\nb").iter(qn("w:text")), None) is None
