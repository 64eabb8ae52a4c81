"""Where answers are found when people and editors did to a file what they do."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import pytest

from sop_templates.domain.model import FieldType
from sop_templates.engine.models import open_model
from sop_templates.engine.reading import ReadRecord, read_bytes
from sop_templates.kinds import reading as kinds
from sop_templates.outcome import Kind
from tests.support.word_xml import (
    Content,
    Node,
    bookmarked,
    checkbox,
    date,
    docx,
    e,
    p,
    r,
    sdt,
    tbl,
    tc,
    text_box,
    tr,
)

MODEL = open_model()
SOP = {"sop.kind": "sop", "sop.model": "haaglanden", "sop.version": MODEL.version}
PARTNERS = ("Partner", "Waarvoor", "Hoe vaak")
WHO = "Met welke professionals van buiten de school werken we samen?"


def read(*body: Content | list[Content], **more: Any) -> ReadRecord:
    return read_bytes(docx(*body, properties=SOP, **more))


def found(record: ReadRecord) -> dict[str, Any]:
    """The answers that are any, fixed rows without their empty cells."""
    answers: dict[str, Any] = {}
    for one in MODEL.fields:
        value = record.answers[one.key]
        if one.type is FieldType.ROWS:
            value = {
                row: {column: cell for column, cell in cells.items() if cell is not None}
                for row, cells in value.items()
                if any(cells.values())
            }
        if value:
            answers[one.key] = value
    return answers


def said(record: ReadRecord, kind: Kind) -> list[str]:
    """The messages of a kind, without those on fields that a small file lacks."""
    return [one.message for one in record.findings if one.kind is kind]


def partner_row(*cells: str, tags: Iterable[str] = ("partner", "waarvoor", "frequentie")) -> Node:
    controls = [sdt(f"basis.partners.{tag}", cell) for tag, cell in zip(tags, cells, strict=True)]
    return tr(*(tc(p(one)) for one in controls))


# Lists


def test_rows_typed_by_hand_count_beside_those_in_controls() -> None:
    table = tbl(
        tr(*PARTNERS, header=True),
        sdt("basis.partners", sdt("", partner_row("logopedie", "taal", "soms"))),
        tr("wijkagent", "praten", "op afroep"),
    )
    record = read(table)
    assert found(record)["basis.partners"] == [
        {"partner": "logopedie", "waarvoor": "taal", "frequentie": "soms"},
        {"partner": "wijkagent", "waarvoor": "praten", "frequentie": "op afroep"},
    ]
    assert record.origin["basis.partners"] == "control"


def test_blank_rows_and_rows_of_prompts_do_not_count() -> None:
    prompts = [column.prompt for column in MODEL.by_key["basis.partners"].columns]
    table = tbl(tr(*PARTNERS), partner_row(*prompts), tr("", " ", ""), tr("a", "", ""))
    assert found(read(table))["basis.partners"] == [
        {"partner": "a", "waarvoor": None, "frequentie": None}
    ]


def test_columns_that_were_moved_are_known_by_their_header() -> None:
    table = tbl(tr("Hoe vaak", "Partner", "Waarvoor"), tr("soms", "logopedie", "taal"))
    assert found(read(p(WHO), table))["basis.partners"] == [
        {"partner": "logopedie", "waarvoor": "taal", "frequentie": "soms"}
    ]


def test_a_cell_s_own_control_goes_before_its_header() -> None:
    row = partner_row("soms", "logopedie", "taal", tags=("frequentie", "partner", "waarvoor"))
    assert found(read(tbl(tr(*PARTNERS), row)))["basis.partners"] == [
        {"partner": "logopedie", "waarvoor": "taal", "frequentie": "soms"}
    ]


def test_rows_keep_the_order_of_the_table() -> None:
    rows = [tr(name, "", "") for name in ("c", "a", "b")]
    record = read(p(WHO), tbl(tr(*PARTNERS), *rows))
    assert [row["partner"] for row in record.answers["basis.partners"]] == ["c", "a", "b"]
    assert record.origin["basis.partners"] == "label"


def test_a_table_in_two_parts_is_one_list() -> None:
    first, second = (tbl(tr(*PARTNERS), partner_row(one, "", "")) for one in "ab")
    record = read(first, p(), second)
    assert [row["partner"] for row in record.answers["basis.partners"]] == ["a", "b"]


def test_a_list_whose_table_is_gone_is_read_from_its_controls() -> None:
    lines = [p(sdt("visie.sterk.kwaliteit", text)) for text in ("rust", "", "taal")]
    assert found(read(*lines))["visie.sterk"] == [{"kwaliteit": "rust"}, {"kwaliteit": "taal"}]


def test_a_list_that_became_lines_is_read_under_its_question() -> None:
    record = read(p("Waar zijn wij sterk in?"), p("rust"), p("taal"), p("Basisondersteuning"))
    assert found(record) == {"visie.sterk": [{"kwaliteit": "rust"}, {"kwaliteit": "taal"}]}
    record = read(p(WHO), p(r("logopedie", e("w:tab"), "taal", e("w:tab"), "soms")))
    assert found(record)["basis.partners"] == [
        {"partner": "logopedie", "waarvoor": "taal", "frequentie": "soms"}
    ]


def test_a_column_that_the_model_does_not_know_is_named() -> None:
    table = tbl(tr(*PARTNERS, "Telefoon"), tr("logopedie", "taal", "soms", "070 000 00 00"))
    record = read(p(WHO), table)
    assert found(record)["basis.partners"][0]["partner"] == "logopedie"
    (told,) = said(record, kinds.UNKNOWN_COLUMNS)
    assert "(Telefoon)" in told
    assert "070 000 00 00" in told


# Fixed rows


def offer(*rows: Node, header: tuple[str, ...] = ("Onderwerp", "Status", "Toelichting")) -> Node:
    return tbl(tr(*header, header=True), *rows)


OFFERS = "Wat bieden wij alle leerlingen die het nodig hebben?"


def test_fixed_rows_are_known_by_their_label_in_any_order() -> None:
    rows = [tr("Jonge kind", "gepland", ""), tr("Ondersteuningsteam", "op orde", "elke week")]
    rows += [tr(row.label, "n.v.t.", "") for row in MODEL.by_key["basis.aanbod"].rows[1:9]]
    aanbod = found(read(p(OFFERS), offer(*rows)))["basis.aanbod"]
    assert aanbod["jonge_kind"] == {"status": "gepland"}
    assert aanbod["team"] == {"status": "op orde", "toelichting": "elke week"}


def test_cells_of_which_the_control_is_gone_are_read_by_row_and_column() -> None:
    status = tc(p(sdt("basis.aanbod.team.status", "op orde")))
    record = read(
        offer(
            tr("MDO met adviseur SPPOH", "Gepland", "zes keer"),
            tr("Ondersteuningsteam", status, "x"),
        )
    )
    assert found(record)["basis.aanbod"] == {
        "team": {"status": "op orde", "toelichting": "x"},
        "mdo": {"status": "gepland", "toelichting": "zes keer"},
    }
    assert record.origin["basis.aanbod"] == "control"


def test_words_beside_an_empty_control_in_a_cell_count() -> None:
    row = MODEL.by_key["basis.aanbod"].row("team")
    assert row
    cells = [
        tc(p(sdt(f"basis.aanbod.team.{column}", "Kies", prompt=True), typed))
        for column, typed in (("status", "op orde"), ("toelichting", ""))
    ]
    others = [
        tc(p(sdt(f"basis.aanbod.{one.key}.{column}", "", prompt=True)))
        for one in MODEL.by_key["basis.aanbod"].rows[1:]
        for column in ("status", "toelichting")
    ]
    record = read(offer(tr(row.label, *cells)), tbl(tr(*others)))
    assert found(record)["basis.aanbod"] == {"team": {"status": "op orde"}}


@pytest.mark.parametrize("glyphs", ["☐ ja ☒ deels ☐ nee", "☐ ja\n☑ Deels\n☐ nee"])
def test_an_option_with_its_box_ticked_is_the_choice(glyphs: str) -> None:
    control = sdt("basis.gebouw.lift.aanwezig", glyphs)
    assert found(read(p(control)))["basis.gebouw"] == {"lift": {"aanwezig": "deels"}}


@pytest.mark.parametrize("typed", ["☐ ja ☐ nee", "☒ ja ☒ nee", "☐ ja ☒ misschien"])
def test_boxes_that_name_no_one_option_stay_as_typed(typed: str) -> None:
    record = read(p(sdt("basis.gebouw.lift.aanwezig", typed)))
    assert found(record)["basis.gebouw"] == {"lift": {"aanwezig": typed}}


# Scalars


@pytest.mark.parametrize(("typed", "flag"), [("☒", True), ("x", True), ("ja", True), ("☐", False)])
def test_a_flag_may_be_a_sign_or_a_word(typed: str, *, flag: bool) -> None:
    label = "Eenpitter (levert rechtstreeks aan SPPOH)"
    assert read(tbl(tr(label, typed))).answers["school.eenpitter"] is flag
    assert read(p(sdt("school.eenpitter", typed))).answers["school.eenpitter"] is flag


def test_a_check_box_without_tag_tells_its_state_to_a_bookmark_and_a_label() -> None:
    box = sdt("", "☐", extra=[checkbox(checked=True)])
    record = read(p(*bookmarked("sop_school_eenpitter", box)))
    assert (record.answers["school.eenpitter"], record.origin["school.eenpitter"]) == (
        True,
        "bookmark",
    )
    label = "Eenpitter (levert rechtstreeks aan SPPOH)"
    box = sdt("", "☐", extra=[checkbox(checked=True)])
    assert read(tbl(tr(label, tc(p(box))))).answers["school.eenpitter"] is True


def test_a_date_without_tag_tells_its_day_to_a_bookmark() -> None:
    picker = sdt("", "donderdag", extra=[date("2026-06-11")])
    record = read(p(*bookmarked("sop_vaststelling_mr_datum", picker)))
    assert record.answers["vaststelling.mr_datum"] == "2026-06-11"


@pytest.mark.parametrize(
    "body",
    [
        [tbl(tr("Postcode", "2500 AA"))],
        [tbl(tr("Adres", "Laan 1", "Postcode", "2500 AA"))],
        [tbl(tr("Postcode: 2500 AA"))],
        [p("Postcode: 2500 AA")],
        [p(r("Postcode", e("w:tab"), "2500 AA"))],
        [p("Postcode"), p("2500 AA")],
        [p("POSTCODE :"), p(), p("2500 AA"), p("Plaats"), p("Den Haag")],
    ],
    ids=["cell", "four cells", "in cell", "line", "tab", "below", "above another"],
)
def test_an_answer_is_found_by_the_question_beside_it(body: list[Node]) -> None:
    record = read(*body)
    assert record.answers["school.postcode"] == "2500 AA"
    assert record.origin["school.postcode"] == "label"


def test_a_question_in_slightly_other_words_is_that_question() -> None:
    record = read(
        p("2.3 Wat kenmerkt onze populatie en hoe stemmen we hier specifiek op af"),
        p("Veel talen."),
        p(r("Heel veel.", look="b")),
        p("Wanneer kan er sprake zijn van verwijzing naar speciaal basisonderwijs?"),
        p("Zelden."),
    )
    assert found(record) == {
        "visie.populatie": "Veel talen.\n\n**Heel veel.**",
        "extra.verwijzing": "Zelden.",
    }


def test_prose_under_a_question_ends_at_the_next_heading() -> None:
    style = e("w:style", e("w:pPr", e("w:outlineLvl", val="0")), type="paragraph", styleId="Kop1")
    record = read(
        p("Vanuit welke visie werken wij aan passend onderwijs?"),
        p("Onze visie."),
        p("Bijlage", look="pStyle=Kop1"),
        p("Iets anders."),
        parts={"word/styles.xml": [style]},
    )
    assert found(record) == {"visie.visie": "Onze visie."}
    (finding,) = [one for one in record.findings if one.kind is kinds.LOOSE_TEXT]
    assert str(finding.place) == ""
    assert finding.values == {"words": "Bijlage Iets anders."}


def test_a_table_in_prose_stays_in_the_prose() -> None:
    record = read(
        p("Vanuit welke visie werken wij aan passend onderwijs?"),
        p("Zie:"),
        tbl(tr("een", "twee")),
        p("Waar zijn wij sterk in?"),
    )
    assert found(record) == {"visie.visie": "Zie:\n\neen\n\ntwee"}


def test_the_four_parts_are_found_by_their_heading() -> None:
    record = read(p("1. Onze visie"), p("Iedereen hoort erbij."))
    assert found(record) == {"visie.visie": "Iedereen hoort erbij."}
    assert record.origin["visie.visie"] == "heading"


def test_words_typed_beside_an_empty_control_are_the_answer() -> None:
    control = sdt("school.plaats", "Vul de plaats in.", prompt=True)
    record = read(tbl(tr("Plaats", tc(p(control, " Den Haag")))))
    assert found(record) == {"school.plaats": "Den Haag"}
    assert record.origin["school.plaats"] == "label"


def test_words_typed_beside_a_filled_control_belong_to_no_field() -> None:
    record = read(tbl(tr("Plaats", tc(p(sdt("school.plaats", "Den Haag"), " en Rijswijk")))))
    assert found(record) == {"school.plaats": "Den Haag"}
    assert said(record, kinds.LOOSE_TEXT) == [
        'This text belongs to no field and was not read: "en Rijswijk"'
    ]


def test_a_prompt_is_empty_with_or_without_its_flag() -> None:
    prompt = MODEL.by_key["school.plaats"].prompt
    for text in (prompt, prompt.upper(), f" {prompt} ", "Klik of tik om tekst in te voeren."):
        record = read(p(sdt("school.plaats", text)))
        assert record.answers["school.plaats"] is None
        assert said(record, kinds.PROMPT_OR_TEXT) == []


def test_a_text_that_word_takes_for_a_prompt_is_empty_and_named() -> None:
    record = read(p(sdt("school.plaats", "Den Haag", prompt=True)))
    assert record.answers["school.plaats"] is None
    assert "Den Haag" in said(record, kinds.PROMPT_OR_TEXT)[0]


def test_a_prompt_that_was_left_above_prose_is_no_part_of_it() -> None:
    prompt = MODEL.by_key["visie.visie"].prompt
    record = read(sdt("visie.visie", p(prompt), p("Onze visie.")))
    assert record.answers["visie.visie"] == "Onze visie."


def test_a_nested_field_belongs_to_itself_and_other_controls_to_their_field() -> None:
    inner = sdt("school.plaats", "Den Haag")
    record = read(sdt("visie.visie", p("Hier, ", inner, " en ", sdt("", "daar"), ".")))
    assert found(record) == {"school.plaats": "Den Haag", "visie.visie": "Hier,  en daar."}


def test_a_field_that_stands_twice_with_two_answers_is_named() -> None:
    record = read(p(sdt("school.plaats", "Den Haag")), p(sdt("school.plaats", "Rijswijk")))
    assert record.answers["school.plaats"] == "Den Haag"
    assert said(record, kinds.TWO_ANSWERS) == [
        'Plaats stands in the file twice: "Den Haag" was read, "Rijswijk" was not.'
    ]
    once = read(p(sdt("school.plaats", "Den Haag")), p(sdt("school.plaats", "Den Haag")))
    assert said(once, kinds.TWO_ANSWERS) == []


def test_a_field_in_a_header_or_a_text_box_counts() -> None:
    header: dict[str, Iterable[Content]] = {
        "word/header1.xml": [p(sdt("school.naam", "De Regenboog"))]
    }
    record = read(p(text_box(p(sdt("school.plaats", "Den Haag")))), parts=header)
    assert found(record) == {"school.naam": "De Regenboog", "school.plaats": "Den Haag"}


# What is left


def test_text_that_belongs_to_no_field_is_named_with_its_first_words() -> None:
    words = " ".join(f"woord{number}" for number in range(20))
    record = read(p(sdt("school.plaats", "Den Haag")), p(words), p("en nog meer"))
    assert said(record, kinds.LOOSE_TEXT) == [
        'This text belongs to no field and was not read: "'
        + " ".join(f"woord{number}" for number in range(12))
        + ' …"'
    ]


def test_the_model_s_own_words_are_not_loose() -> None:
    own = [MODEL.title, MODEL.internal_title, "3. Extra ondersteuning", "★ Zorgplicht", "Status"]
    own += [chapter.intro for chapter in MODEL.chapters]
    own += [one.prompt for one in MODEL.fields]
    record = read(*(p(words) for words in own))
    assert said(record, kinds.LOOSE_TEXT) == []


def test_words_in_notes_and_text_boxes_are_loose_and_those_in_headers_are_not() -> None:
    parts: dict[str, Iterable[Content]] = {
        "word/header1.xml": [p("Stichting Voorbeeld", sdt("x", ""))],
        "word/footnotes.xml": [e("w:footnote", p("een noot"), id="2")],
    }
    body = p(text_box(p("een kader")), r(e("w:footnoteReference", id="2")))
    loose = said(read(body, parts=parts), kinds.LOOSE_TEXT)
    assert [one.partition(": ")[2] for one in loose] == ['"een kader"', '"een noot"']


def test_a_control_that_the_model_does_not_know_is_named() -> None:
    record = read(p(sdt("andere.sleutel", "Iets anders")), p(sdt("leeg.vak", "")))
    (finding,) = [one for one in record.findings if one.kind is kinds.UNKNOWN_CONTROL]
    assert finding.values == {"tag": "andere.sleutel", "words": "Iets anders"}
    assert str(finding.place) == 'control "andere.sleutel"'


def test_fields_that_are_gone_are_named_together() -> None:
    (message,) = said(read(p(sdt("school.naam", "x"))), kinds.FIELDS_GONE)
    assert message.startswith("The file no longer has a place for: Vestigingscode; Schooljaar;")
    assert f"(+{len(MODEL.fields) - 1 - 8})" in message


def test_very_many_loose_texts_are_named_in_few_findings() -> None:
    body: list[Node] = []
    for number in range(60):
        body += [p(f"los {number}"), p(), p(), p()]
    loose = said(read(*body), kinds.LOOSE_TEXT)
    assert len(loose) == 40
    assert '"los 0"' in loose[0]
    assert '"los 39 los 40 los 41' in loose[-1]


def test_what_has_no_room_in_a_table_is_loose_and_not_lost() -> None:
    twice = tr(tc(p(sdt("basis.partners.waarvoor", "taal"))), "rekenen", "soms")
    record = read(tbl(tr(*PARTNERS), twice))
    assert found(record)["basis.partners"] == [
        {"partner": None, "waarvoor": "taal", "frequentie": "soms"}
    ]
    assert '"rekenen"' in said(record, kinds.LOOSE_TEXT)[0]


def test_a_cell_of_fixed_rows_that_stands_twice_is_loose_where_it_differs() -> None:
    first, second = (p(sdt("basis.gebouw.lift.aanwezig", answer)) for answer in ("ja", "nee"))
    record = read(first, p(), second)
    assert found(record)["basis.gebouw"] == {"lift": {"aanwezig": "ja"}}
    assert '"nee"' in said(record, kinds.LOOSE_TEXT)[0]


def test_lines_that_are_no_row_of_the_table_that_they_were_are_loose() -> None:
    record = read(p("Gebouw en hulpmiddelen"), p("Lift: ja"), p("Zwembad: nee"))
    assert found(record)["basis.gebouw"] == {"lift": {"aanwezig": "ja"}}
    assert '"Zwembad: nee"' in said(record, kinds.LOOSE_TEXT)[0]


def test_columns_that_the_model_does_not_know_give_one_finding_a_table() -> None:
    rows = [tr(f"partner {at}", "praten", f"nota {at}", "soms", f"dag {at}") for at in range(9)]
    header = tr("Partner", "Waarvoor", "Toelichting", "Hoe vaak", "Contact")
    record = read(tbl(header, *rows))
    assert len(found(record)["basis.partners"]) == len(rows)
    (told,) = said(record, kinds.UNKNOWN_COLUMNS)
    assert "Toelichting; Contact" in told
    assert said(record, kinds.LOOSE_TEXT) == []
    assert [one.heading for one in record.left] == ["Toelichting", "Contact"]
    texts = [run.text for one in record.left for line in one.rich for run in line.runs]
    assert texts[:2] == ["partner 0: nota 0", "partner 1: nota 1"]
    assert texts[9:11] == ["partner 0: dag 0", "partner 1: dag 1"]


def test_a_column_beside_questions_and_answers_gives_one_finding() -> None:
    labels = ("Adres", "Postcode", "Plaats", "Telefoon")
    rows = [tr(one, f"antwoord {one}", f"nota {one}") for one in labels]
    with_header = read(tbl(tr("Onderdeel", "Antwoord", "Contact"), *rows))
    without = read(tbl(*deepcopy(rows)))
    (told,) = said(with_header, kinds.UNKNOWN_COLUMNS)
    assert "(Contact)" in told
    (told,) = said(without, kinds.LOOSE_TEXT)
    assert "Adres: nota Adres" in told
    for record in (with_header, without):
        (kept,) = record.left
        assert len(kept.rich) == len(labels)


def test_rows_that_the_model_does_not_know_are_no_column() -> None:
    header = tr("Gebouw en hulpmiddelen", "Aanwezig")
    rows = [tr("Lift", "ja"), tr("Zwembad", "nee"), tr("Sauna", "nee")]
    record = read(tbl(header, *rows))
    assert said(record, kinds.UNKNOWN_COLUMNS) == []
    assert len(said(record, kinds.LOOSE_TEXT)) == 1


def test_equal_bookmarks_are_never_joined() -> None:
    name, phone = "sop_school_directeur", "sop_school_telefoon"
    record = read(
        *(p("Directeur"), bookmarked(name, p("Mia")), p("Telefoon"), bookmarked(phone, p())),
        *(p("Directeur"), bookmarked(name, p("Jan")), p("Telefoon"), bookmarked(phone, p())),
    )
    assert found(record) == {"school.directeur": "Mia"}
    assert said(record, kinds.TWO_ANSWERS) == [
        'Directeur stands in the file twice: "Mia" was read, "Jan" was not.'
    ]
    assert [one.first_words for one in record.left] == ["Jan"]
    assert said(record, kinds.LOOSE_TEXT) == []


def test_the_rows_of_equal_bookmarks_count_once() -> None:
    table = bookmarked("sop_basis_partners", tbl(tr(*PARTNERS), tr("a", "b", "c")))
    other = bookmarked("sop_basis_partners", tbl(tr(*PARTNERS), tr("d", "e", "f")))
    once = read(*table, p(), *deepcopy(table))
    twice = read(*table, p(), *other)
    for record in (once, twice):
        rows = found(record)["basis.partners"]
        assert [row["partner"] for row in rows] == ["a"]
    assert said(once, kinds.TWO_ANSWERS) == []
    assert [one.first_words for one in twice.left] == ["d - e - f"]


def test_a_list_that_was_copied_with_its_question_counts_once() -> None:
    def rows(name: str) -> list[Node]:
        control = sdt("basis.partners", sdt("", partner_row(name, "taal", "soms")))
        return [p(WHO), tbl(tr(*PARTNERS), control)]

    once, twice = read(*rows("a"), *rows("a")), read(*rows("a"), *rows("b"))
    for record in (once, twice):
        assert [row["partner"] for row in found(record)["basis.partners"]] == ["a"]
    assert said(once, kinds.TWO_ANSWERS) == []
    assert len(said(twice, kinds.TWO_ANSWERS)) == 1
    assert [one.first_words for one in twice.left] == ["b - taal - soms"]


def test_an_answer_under_its_question_for_the_second_time_is_told_where_it_differs() -> None:
    first = (p("Samenvatting voor ouders"), p("Een."), p("Twee."), p("Adres"), p("A 1"))
    second = (p("Samenvatting voor ouders"), p("Een."), p("Drie."), p("Adres"), p("A 1"))
    once, twice = read(*first, *deepcopy(first)), read(*first, *second)
    assert found(once)["school.samenvatting"] == "Een.\n\nTwee."
    assert said(once, kinds.TWO_ANSWERS) == said(once, kinds.LOOSE_TEXT) == []
    assert found(twice) == found(once)
    (told,) = said(twice, kinds.TWO_ANSWERS)
    assert told.endswith('twice: "Een. Twee." was read, "Een. Drie." was not.')


def test_a_copy_below_gives_a_bookmark_no_words() -> None:
    name = "sop_school_samenvatting"
    record = read(
        *(p("Samenvatting voor ouders"), bookmarked(name, p("Een.")), p("Adres"), p("A 1")),
        *(p("Samenvatting voor ouders"), p("Twee."), p("Adres")),
    )
    assert found(record)["school.samenvatting"] == "Een."
    assert len(said(record, kinds.TWO_ANSWERS)) == 1


@pytest.mark.parametrize("inside", [1, 2])
def test_a_bookmark_around_a_part_of_a_fixed_text_is_widened(inside: int) -> None:
    fixed = MODEL.fixed_texts["vast.zorgplicht"]
    lines = [p(line.strip("- *")) for line in fixed.text.splitlines() if line.strip("- *")]
    marked = bookmarked(fixed.bookmark, *lines[-inside:])
    record = read(p("Zorgplicht"), *lines[:-inside], marked, p("Adres"), p("A 1"))
    assert record.fixed_texts["vast.zorgplicht"] == "intact"
    assert said(record, kinds.LOOSE_TEXT) == []


def test_a_fixed_text_that_stands_twice_is_told_where_it_differs() -> None:
    fixed = MODEL.fixed_texts["vast.zorgplicht"]
    lines = [line.strip("- *") for line in fixed.text.splitlines() if line.strip("- *")]
    right = bookmarked(fixed.bookmark, *map(p, lines))
    wrong = bookmarked(fixed.bookmark, *map(p, lines[:-1]))
    once, twice = read(*right, p("Adres"), *deepcopy(right)), read(*right, p("Adres"), *wrong)
    assert once.fixed_texts["vast.zorgplicht"] == twice.fixed_texts["vast.zorgplicht"] == "intact"
    assert said(once, kinds.TWO_ANSWERS) == []
    assert len(said(twice, kinds.TWO_ANSWERS)) == 1


def test_a_bookmark_around_a_part_of_what_stands_under_its_question_is_widened() -> None:
    marked = bookmarked("sop_school_samenvatting", p("Twee."))
    record = read(
        p("Samenvatting voor ouders"), p("Een."), marked, p("Drie."), p("Adres"), p("A 1")
    )
    assert found(record)["school.samenvatting"] == "Een.\n\nTwee.\n\nDrie."
    assert record.origin["school.samenvatting"] == "label"
    assert said(record, kinds.LOOSE_TEXT) == []
