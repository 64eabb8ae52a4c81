"""Tables that became lines, or were cut in two, are read as the table that they were."""

import pytest

from sop_templates.domain.model import Field
from sop_templates.engine.models import open_model
from sop_templates.engine.placement.flat_tables import FlatTable
from sop_templates.kinds import reading as kinds
from tests.engine.placement.test_placement import PARTNERS, WHO, found, read, said
from tests.support.word_xml import bookmarked, e, p, tbl, tr

MODEL = open_model()
LIST, BUILDING, OFFER = (
    MODEL.by_key[key] for key in ("basis.partners", "basis.gebouw", "basis.aanbod")
)
ROW = {"partner": "SPPOH", "waarvoor": "advies; en meer", "frequentie": "soms"}
OTHER = {"partner": "de buurvader", "waarvoor": None, "frequentie": "regelmatig"}
PROMPT = "Kies hoe vaak."


def flat(asked: Field, *lines: str) -> FlatTable:
    return FlatTable(asked, lines, lambda words: words == PROMPT)


@pytest.mark.parametrize("sign", ["\t", "|", " | "])
def test_a_list_whose_rows_are_lines_goes_by_its_header(sign: str) -> None:
    lines = (("Hoe vaak", "Partner", "Waarvoor"), ("soms", "SPPOH", "advies; en meer"))
    table = flat(LIST, *map(sign.join, lines))
    assert table.list_rows() == [ROW]
    assert table.used == {0, 1}


def test_a_list_of_which_each_cell_is_a_line_goes_by_its_header() -> None:
    table = flat(
        LIST, *PARTNERS, "SPPOH", "advies; en meer", "soms", "de buurvader", "", "regelmatig"
    )
    assert table.list_rows() == [ROW, OTHER]


def test_lines_that_do_not_fit_the_columns_are_not_guessed() -> None:
    table = flat(LIST, *PARTNERS, "SPPOH", "soms", "de buurvader", "regelmatig")
    assert table.list_rows() == []
    assert table.used == {0, 1, 2}


def test_a_line_with_more_cells_than_columns_is_not_read() -> None:
    table = flat(LIST, "\t".join(PARTNERS), "a\tb\tsoms\td")
    assert (table.list_rows(), table.used) == ([], {0})


def test_fixed_rows_are_known_by_their_label_in_lines() -> None:
    lines = (
        "Onderdeel\tAanwezig",
        "Lift\tja",
        f"Aangepast toilet\t{PROMPT}",
        "Rolstoeltoegankelijk: deels",
    )
    assert flat(BUILDING, *lines).fixed_rows() == {
        "lift": {"aanwezig": "ja"},
        "toilet": {},
        "rolstoel": {"aanwezig": "deels"},
    }


def test_fixed_rows_of_which_each_cell_is_a_line_end_at_the_next_label() -> None:
    lines = ("Onderdeel", "Status", "Toelichting", "Ondersteuningsteam", "op orde", "Elke week.")
    more = ("HGW-cyclus", "Handelingsgericht werken", "MDO met adviseur SPPOH", "", "Op vraag.")
    rows = flat(OFFER, *lines, *more).fixed_rows()
    assert rows["team"] == {"status": "op orde", "toelichting": "Elke week."}
    assert rows["hgw"] == {}
    assert rows["mdo"] == {"status": None, "toelichting": "Op vraag."}


def test_what_fits_no_column_is_told() -> None:
    record = read(
        p("Gebouw en hulpmiddelen"), p("Lift"), p("misschien ooit"), p("Aangepast toilet"), p("ja")
    )
    assert found(record) == {"basis.gebouw": {"toilet": {"aanwezig": "ja"}}}
    assert len(said(record, kinds.LOOSE_TEXT)) == 1


def test_a_column_s_header_that_is_a_question_elsewhere_is_the_column_s() -> None:
    lines = (
        "Naam",
        "Domein",
        "Groepen",
        "Uitvoerder",
        "Status",
        "De Kamer",
        "gedrag",
        "1",
        "school",
        "loopt",
    )
    record = read(p("Arrangementen"), *map(p, lines))
    assert list(found(record)) == ["extra.arrangementen"]


@pytest.mark.parametrize("header", [[], [tr(*PARTNERS)]])
def test_a_list_without_controls_in_two_tables_is_one(header: list[object]) -> None:
    first, second = tr("SPPOH", "advies; en meer", "soms"), tr("de buurvader", "", "regelmatig")
    tables = (tbl(tr(*PARTNERS), first), p(""), tbl(*header, second))  # type: ignore[arg-type]  # nodes
    for body in ([p(WHO), *tables], [bookmarked("sop_basis_partners", *tables)]):
        assert found(read(*body)) == {"basis.partners": [ROW, OTHER]}


def test_another_table_behind_a_list_is_not_its_own() -> None:
    other = tbl(tr("Wie", "Wat", "Wanneer"), tr("Jan", "afwas", "maandag"))
    record = read(p(WHO), tbl(tr(*PARTNERS), tr(*ROW.values())), p("Wie doet wat?"), other)
    assert found(record) == {"basis.partners": [ROW]}
    assert said(record, kinds.LOOSE_TEXT)


def test_a_short_answer_behind_its_caption_is_not_taken_for_part_of_it() -> None:
    assert found(read(p("Aantal leerlingen\t241"))) == {"school.leerlingen": 241}
    record = read(p("Schoolbestuur PO"))
    assert found(record) == {}
    assert said(record, kinds.LOOSE_TEXT)


def test_a_prompt_behind_its_caption_is_no_answer() -> None:
    prompt = MODEL.by_key["school.adres"].prompt
    assert found(read(p(f"Adres: {prompt}"))) == {}


@pytest.mark.parametrize(
    "heading",
    [
        "Wat is onze grens? Wat kunnen wij niet bieden?",
        "Waar ligt onze grens, en wat kunnen wij niet bieden?",
    ],
)
def test_a_heading_in_other_words_asks_the_open_question(heading: str) -> None:
    top = e("w:p", e("w:pPr", e("w:outlineLvl", val="1")), heading)
    assert found(read(top, p("Tekst."))) == {"extra.grens": "Tekst."}


def test_a_list_that_was_copied_whole_counts_once() -> None:
    table = tbl(tr(*PARTNERS), tr(*ROW.values()))
    copy = tbl(tr(*PARTNERS), tr(*ROW.values()))
    assert found(read(bookmarked("sop_basis_partners", table, p("x"), copy))) == {
        "basis.partners": [ROW]
    }


def test_an_answer_that_is_like_another_caption_is_an_answer() -> None:
    body = [
        p(words)
        for words in ("Status", "gepubliceerd", "Gepubliceerd op", "Directeur", "Directeur")
    ]
    assert found(read(*body)) == {
        "vaststelling.status": "gepubliceerd",
        "school.directeur": "Directeur",
    }


def test_a_caption_that_is_answered_elsewhere_does_not_cut_a_text() -> None:
    line = "Schoolgids: hoofdstuk 2"
    body = [tbl(tr("Schoolgids", "de gids")), p("Samenvatting voor ouders"), p(line)]
    assert found(read(*body))["school.samenvatting"] == line
