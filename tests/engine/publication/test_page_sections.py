"""How a school's page is put together: summary first, chapters, headings, lists, tables for a phone."""

from sop_templates.engine.placement.model_texts import open_texts
from sop_templates.engine.publication.page_sections import Sections, make_sections
from sop_templates.engine.publication.word_file import make_public_file
from sop_templates.engine.reading import read_bytes
from sop_templates.formats.web.values import (
    Aside,
    Block,
    Facts,
    Grid,
    Items,
    Pictures,
    Prose,
    Subheading,
    Text,
)
from sop_templates.formats.word.published.block_reading import read_public
from sop_templates.formats.word.published.blocks import (
    Block as WordBlock,
)
from sop_templates.formats.word.published.blocks import (
    Cell,
    ParagraphBlock,
    Reading,
    Row,
    TableBlock,
    Words,
)
from tests.support.publication import sample_files

TEXTS = open_texts("haaglanden")
NAME, DATA = next((name, data) for name, data in sample_files().items() if "Draaibrug" in name)


def sections_of(*blocks: WordBlock) -> Sections:
    return make_sections(Reading(tuple(blocks)), TEXTS, "De Brug", "2026-2027")


def paragraph(text: str, **more: object) -> ParagraphBlock:
    return ParagraphBlock((Words(text),), **more)  # type: ignore[arg-type]  # as a block has them


def item(
    text: str, depth: int = 0, family: str = "1", kind: str = "number", **more: object
) -> ParagraphBlock:
    return paragraph(text, list=kind, family=family, depth=depth, **more)


def words(block: Block) -> str:
    match block:
        case Prose() | Subheading():
            return "".join(one.text for one in block.line if isinstance(one, Text))
        case Items():
            return " / ".join(
                "".join(one.text for one in each.line if isinstance(one, Text))
                + "".join(f" [{words(below)}]" for below in each.blocks)
                for each in block.items
            )
        case _:
            return block.kind


def sample() -> Sections:
    made = make_public_file(DATA, read_bytes(DATA, NAME))
    return make_sections(read_public(made.data), TEXTS, "De Draaibrug", "2026-2027")


def test_the_summary_for_parents_comes_first_and_chapters_follow() -> None:
    made = sample()
    assert made.summary is not None
    assert made.summary.title == "Samenvatting voor ouders"
    assert [one.title for one in made.opening] == ["Gegevens van de school"]
    assert [(one.number, one.title) for one in made.chapters] == [
        ("", "Waarvoor dit profiel dient"),
        ("1", "Visie passend onderwijs"),
        ("2", "Basisondersteuning"),
        ("3", "Extra ondersteuning"),
        ("4", "Zorgplicht"),
        ("5", "Evaluatie en ontwikkeling"),
        ("6", "Vaststelling"),
    ]


def test_ids_are_given_once() -> None:
    made = sample()
    ids = [one.id for one in (*made.opening, *made.chapters)]
    ids += [one.id for each in made.chapters for one in each.blocks if isinstance(one, Subheading)]
    assert len(ids) == len(set(ids))


def test_fixed_texts_stand_apart_and_say_so() -> None:
    [first, *_] = [one for one in sample().chapters[0].blocks if isinstance(one, Aside)]
    assert first.note == "Vaste tekst van de regio, gelijk in elk profiel"


def test_facts_are_questions_and_answers_with_links() -> None:
    [facts] = [one for one in sample().opening[0].blocks if isinstance(one, Facts)]
    by_label = {one.label: one.blocks for one in facts.facts}
    mail, telephone = by_label["E-mail"][0], by_label["Telefoon"][0]
    assert isinstance(mail, Prose)
    assert isinstance(telephone, Prose)
    assert mail.line[0] == Text(
        "administratie@draaibrug.example", url="mailto:administratie@draaibrug.example"
    )
    assert telephone.line[0] == Text("070 000 14 00", url="tel:0700001400")


def test_fixed_rows_are_grouped_and_their_status_is_told_by_more_than_colour() -> None:
    [offer] = [
        one for one in sample().chapters[2].blocks if isinstance(one, Grid) and len(one.groups) > 1
    ]
    assert offer.groups[0].title == "Ondersteuningsstructuur"
    row = offer.groups[0].rows[0]
    assert (row[0].is_head, row[1].column, row[1].tone) == (True, "Status", "present")
    assert offer.is_plain


def test_a_list_of_one_column_is_a_list() -> None:
    assert any(isinstance(one, Items) and not one.start for one in sample().chapters[1].blocks)


def test_no_heading_skips_a_level() -> None:
    made = sections_of(
        paragraph("Deel", level=1),
        paragraph("Diep", level=4),
        paragraph("Dieper", level=5),
        paragraph("Terug", level=2),
    )
    levels = [one.level for one in made.chapters[0].blocks if isinstance(one, Subheading)]
    assert levels == [3, 4, 3]


def test_a_document_whose_chapters_are_of_level_two_has_chapters() -> None:
    made = sections_of(
        paragraph("Een", level=2), paragraph("tekst"), paragraph("Twee", level=2), paragraph("x")
    )
    assert [one.title for one in made.chapters] == ["Een", "Twee"]


def test_lists_stand_in_lists_and_go_on_where_they_were_left() -> None:
    made = sections_of(
        paragraph("Deel", level=1),
        item("een"),
        item("diep", depth=1, kind="bullet"),
        item("twee"),
        paragraph("tussen"),
        item("drie"),
        item("opnieuw", begins=True),
    )
    lists = [one for one in made.chapters[0].blocks if isinstance(one, Items)]
    assert [words(one) for one in lists] == ["een [diep] / twee", "drie", "opnieuw"]
    assert [one.start for one in lists] == [1, 3, 1]


def test_words_from_right_to_left_turn() -> None:
    made = sections_of(paragraph("Deel", level=1), paragraph("مرحبا"))
    [block] = made.chapters[0].blocks
    assert isinstance(block, Prose)
    assert block.turns


def test_a_table_with_merged_cells_scrolls() -> None:
    def cell(text: str, **more: int) -> Cell:
        return Cell((paragraph(text),), **more)

    table = TableBlock(
        (
            Row((cell("a"), cell("b")), is_header=True),
            Row((cell("hoog", down=2), cell("c"))),
            Row((cell("d"),)),
        )
    )
    [grid] = sections_of(paragraph("Deel", level=1), table).chapters[0].blocks
    assert isinstance(grid, Grid)
    assert not grid.is_plain
    assert grid.groups[0].rows[0][0].down == 2


def test_a_table_of_one_cell_is_no_table() -> None:
    table = TableBlock((Row((Cell((paragraph("kader"),)),)),))
    [block] = sections_of(paragraph("Deel", level=1), table).chapters[0].blocks
    assert isinstance(block, Prose)


def test_a_bare_address_is_told_short() -> None:
    url = "https://www.school.example/" + "a" * 80
    block = ParagraphBlock((Words(url, url=url),))
    [prose] = sections_of(paragraph("Deel", level=1), block).chapters[0].blocks
    assert words(prose) == "www.school.example"
    assert not isinstance(prose, Pictures)
