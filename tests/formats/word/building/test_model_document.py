"""A Word model as it is written: controls by kind, tables, headings, page, properties."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from sop_templates.formats.word.building import page
from sop_templates.formats.word.building.control_elements import inline_control
from sop_templates.formats.word.building.control_values import Control, ControlKind
from sop_templates.formats.word.building.model_document import build_model_document, is_own_work
from sop_templates.formats.word.building.model_values import (
    Fact,
    Facts,
    FixedBlock,
    FixedRow,
    Heading,
    Line,
    ListTable,
    ModelDocument,
    Passage,
    RowsTable,
    TableColumn,
    Text,
)
from sop_templates.formats.word.building.style_values import ACCENT, GREY, INK, STYLES, TINT
from sop_templates.formats.word.building.table_elements import column_widths
from sop_templates.formats.word.names import prefixed, qn
from sop_templates.richtext import Paragraph, Run
from tests.support.word_editing import control_of, first, properties_of
from tests.support.word_validity import assert_valid


def control(key: str, kind: ControlKind = ControlKind.TEXT, **more: object) -> Control:
    values = {"content": f"{{{{ {key} }}}}", "prompt": "Vul in.", "bookmark": f"b_{key}"}
    return Control(key, key.title(), kind, **{**values, **more})  # type: ignore[arg-type] # by name


NAME, YEAR = control("school.naam"), control("school.schooljaar")
TEXT_COLUMNS = (TableColumn("Onderdeel", 1), TableColumn("Antwoord", 2))
CELL = control(
    "basis.aanbod.mdo.status", ControlKind.CHOICE, options=("op orde", "n.v.t."), bookmark=""
)
ITEM = control("visie.sterk.kwaliteit", content="{{ row.kwaliteit }}", is_locked=False, bookmark="")
FIXED = (
    Paragraph((Run("Een "), Run("vaste", bold=True), Run(" tekst."))),
    Paragraph((Run("Punt"),), "bullet"),
)
DOCUMENT = ModelDocument(
    title="Profiel {{ school.naam }}",
    subject="Proef",
    region="De regio",
    school="{{ school.naam }}",
    year="{{ school.schooljaar }}",
    blocks=(
        Text("Profiel", "Title"),
        Line(NAME, "SopSchoolnaam"),
        Line(YEAR, "SopSchooljaar"),
        Heading("Vooraf", 1, numbered=False, new_page=True),
        FixedBlock("vast.doel", "Doel", "b_doel", FIXED, "Vast"),
        Heading("Visie & meer", 1),
        Passage(control("visie.visie", ControlKind.RICH), "Normal"),
        Heading("Sterk", 2),
        ListTable("visie.sterk", "Sterk", "b_sterk", (TableColumn("Kwaliteit", 1),), (ITEM,), "visie.sterk", "Rij"),
        Heading("Aanbod", 2),
        RowsTable("Aanbod", "b_aanbod", TEXT_COLUMNS, (FixedRow("MDO", (CELL,), "Structuur"),), "Rijen"),
        Facts((Fact("Naam", control("x.naam")), Fact("Dag", control("x.dag", ControlKind.DATE))), TEXT_COLUMNS, "Feiten", "Twee"),
    ),
    properties=(("sop.kind", "template"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def built() -> bytes:
    return build_model_document(DOCUMENT)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def body(data: bytes) -> etree._Element:
    return part(data, "word/document.xml")


def names(top: etree._Element) -> list[str]:
    return [prefixed(str(one.tag)) for one in top]


def values(top: etree._Element, name: str) -> list[str]:
    return [one.get(qn("w:val"), "") for one in top.iter(qn(name))]


def words(top: etree._Element) -> str:
    return "".join(one.text or "" for one in top.iter(qn("w:t")))


def test_it_is_valid_and_knows_its_own_work(built: bytes) -> None:
    assert_valid(built)
    assert is_own_work(built)


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        (ControlKind.TEXT, ["w:text"]),
        (ControlKind.LINK, []),
        (ControlKind.CHOICE, ["w:dropDownList"]),
        (ControlKind.OPEN_CHOICE, ["w:comboBox"]),
        (ControlKind.CHECKBOX, ["w14:checkbox"]),
        (ControlKind.DATE, ["w:date"]),
    ],
)
def test_each_kind_of_control_has_its_element_after_the_common_ones(
    kind: ControlKind, ending: list[str]
) -> None:
    start, sdt, end = inline_control(control("a.b", kind, options=("ja",)))
    assert names(sdt[0]) == ["w:alias", "w:tag", "w:id", "w:lock", "w:placeholder", *ending]
    assert words(sdt) == "{{ a.b }}"
    assert (start.get(qn("w:name")), end.get(qn("w:id"))) == ("b_a.b", start.get(qn("w:id")))


def test_a_date_is_dutch(built: bytes) -> None:
    date = first(properties_of(body(built), "x.dag"), "w:date")
    assert values(date, "w:dateFormat") + values(date, "w:lid") == ["d MMMM yyyy", "nl-NL"]


def test_prose_is_a_control_around_a_paragraph_between_its_bookmarks(built: bytes) -> None:
    sdt = control_of(body(built), "visie.visie")
    around = [sdt.getprevious(), sdt, sdt.getnext()]
    assert [prefixed(str(one.tag)) for one in around if one is not None] == [
        "w:bookmarkStart",
        "w:sdt",
        "w:bookmarkEnd",
    ]
    assert names(sdt[1]) == ["w:p"]


def test_a_list_is_a_repeating_section_with_its_loop_around_one_row(built: bytes) -> None:
    section = control_of(body(built), "visie.sterk")
    loop, item, end = section[1]
    assert words(loop) == "{%tr for row in visie.sterk %}"
    assert words(end) == "{%tr endfor %}"
    assert names(item[0])[-1] == "w15:repeatingSectionItem"
    assert words(item) == "{{ row.kwaliteit }}"
    assert "w:lock" not in names(properties_of(item, "visie.sterk.kwaliteit"))


def test_a_fixed_text_is_locked_and_says_below_it_that_it_is_fixed(built: bytes) -> None:
    sdt = control_of(body(built), "vast.doel")
    assert values(sdt[0], "w:lock") == ["sdtContentLocked"]
    assert [words(one) for one in sdt[1]] == ["Een vaste tekst.", "Punt"]
    assert values(sdt[1], "w:pStyle") == ["SopVasteTekst", "ListBullet"]
    after = next(sdt.itersiblings(qn("w:p")))
    assert (values(after, "w:pStyle"), words(after)) == (["SopNoot"], "Vast")


def test_tables_fill_the_page_with_fixed_columns_and_say_what_they_hold(built: bytes) -> None:
    for table in body(built).iter(qn("w:tbl")):
        widths = [int(one.get(qn("w:w"), "")) for one in table.iter(qn("w:gridCol"))]
        assert sum(widths) == page.TEXT_WIDTH
        assert first(table, "w:tblLayout").get(qn("w:type")) == "fixed"
        assert all(values(table, "w:tblCaption") + values(table, "w:tblDescription"))


def test_rows_stay_whole_and_header_rows_come_back(built: bytes) -> None:
    for table in body(built).iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        is_header = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
        assert is_header == [True] + [False] * (len(rows) - 1)


def test_a_group_begins_with_a_merged_row(built: bytes) -> None:
    group = next(row for row in body(built).iter(qn("w:tr")) if words(row) == "Structuur")
    assert values(group, "w:gridSpan") == ["2"]


def test_chapters_are_numbered_by_their_style_and_others_are_not(built: bytes) -> None:
    headings = [
        one for one in body(built).iter(qn("w:p")) if values(one, "w:pStyle") == ["Heading1"]
    ]
    assert [(words(one), values(one, "w:numId")) for one in headings] == [
        ("Vooraf", ["4"]),
        ("Visie & meer", []),
    ]
    style = next(
        one for one in part(built, "word/styles.xml") if one.get(qn("w:styleId")) == "Heading1"
    )
    assert values(style, "w:numId") == ["1"]


def test_list_number_leads_to_its_numbering(built: bytes) -> None:
    style = next(
        one for one in part(built, "word/styles.xml") if one.get(qn("w:styleId")) == "ListNumber"
    )
    (number,) = values(style, "w:numId")
    numbering = part(built, "word/numbering.xml")
    instance = next(one for one in numbering.iter(qn("w:num")) if one.get(qn("w:numId")) == number)
    (abstract,) = values(instance, "w:abstractNumId")
    found = next(one for one in numbering if one.get(qn("w:abstractNumId")) == abstract)
    assert values(found, "w:lvlText") == ["%1."]


def test_the_header_looks_up_school_and_year_by_their_styles(built: bytes) -> None:
    header = part(built, "word/header1.xml")
    codes = [(one.text or "").strip() for one in header.iter(qn("w:instrText"))]
    assert codes == ["STYLEREF SopSchoolnaam", "STYLEREF SopSchooljaar"]
    assert words(header) == "{{ school.naam }}{{ school.schooljaar }}"
    assert words(part(built, "word/footer1.xml")) == "De regioPagina 1 van 1"
    assert not words(part(built, "word/header2.xml"))


def test_the_page_is_a4_with_a_front_page_of_its_own(built: bytes) -> None:
    section = first(body(built), "w:sectPr")
    size = first(section, "w:pgSz")
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("11906", "16838")
    assert section.find(qn("w:titlePg")) is not None


def test_every_prompt_has_its_part_in_the_glossary(built: bytes) -> None:
    glossary = part(built, "word/glossary/document.xml")
    assert [words(one) for one in glossary.iter(qn("w:docPart"))] == ["Vul in."]
    asked = values(body(built), "w:docPart")
    assert set(asked) == {one.get(qn("w:val")) for one in glossary.iter(qn("w:name"))} - {"General"}
    assert all(len(name) == 32 for name in asked)


def test_nothing_asks_on_opening_and_nothing_is_protected(built: bytes) -> None:
    settings = names(part(built, "word/settings.xml"))
    assert not {"w:updateFields", "w:documentProtection", "w:attachedTemplate"} & set(settings)


def test_title_and_language_are_set(built: bytes) -> None:
    core = part(built, "docProps/core.xml")
    assert [one.text for one in core][:3] == ["Profiel {{ school.naam }}", "Proef", "nl-NL"]
    assert first(part(built, "word/styles.xml"), "w:lang").get(qn("w:val")) == "nl-NL"


def test_widths_add_up_whatever_the_shares() -> None:
    assert sum(column_widths([1, 1, 1])) == page.TEXT_WIDTH
    assert sum(column_widths([28, 15, 44])) == page.TEXT_WIDTH


def luminance(color: str) -> float:
    """Relative luminance of `RRGGBB`, by WCAG 2.2."""
    shares = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def text_colors() -> Iterator[str]:
    yield INK
    yield from (style.run.color for style in STYLES if style.run.color)


@pytest.mark.parametrize("color", sorted({*text_colors(), ACCENT, GREY}))
@pytest.mark.parametrize("ground", ["FFFFFF", TINT])
def test_text_has_the_contrast_that_wcag_asks(color: str, ground: str) -> None:
    lighter, darker = sorted((luminance(color), luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
