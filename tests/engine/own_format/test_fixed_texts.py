"""Where a fixed text stands: whole in one place, however broken, and without what only shares words with it."""

from sop_templates.engine.own_format.fixed_texts import FoundText, find_fixed_text
from sop_templates.formats.written import Line
from tests.support.own_formats import FIRST, SECOND, ZORGPLICHT

OTHER = "Een zin van de school die met de wet niets te maken heeft, en die lang genoeg is."


def find(*texts: str, page: int = 0) -> FoundText:
    found = find_fixed_text(ZORGPLICHT, [Line(text, page=page) for text in texts])
    assert found is not None
    return found


def test_words_by_chance_before_or_behind_are_no_part_of_it() -> None:
    chance = "Extra ondersteuning vanuit het samenwerkingsverband"
    found = find(chance, OTHER, FIRST, SECOND, OTHER, chance)
    assert found.text.splitlines() == [FIRST, SECOND]
    assert found.first == 2


def test_a_sentence_between_its_halves_belongs_to_it() -> None:
    assert find(FIRST, OTHER, SECOND).text.splitlines() == [FIRST, OTHER, SECOND]


def test_halves_in_another_order_are_one_text() -> None:
    assert find(SECOND, FIRST).text.splitlines() == [SECOND, FIRST]


def test_a_few_sentences_of_it_elsewhere_do_not_stand_for_it() -> None:
    beginning = ". ".join(FIRST.split(". ")[:2])
    found = find(beginning, *[OTHER] * 6, FIRST, SECOND)
    assert found.text.splitlines() == [FIRST, SECOND]


def test_a_hyphen_that_a_page_took_for_a_broken_word_is_there() -> None:
    broken = SECOND.replace("collega-scholen", "collegascholen")
    assert find(FIRST, broken, page=2).text.splitlines() == [FIRST, SECOND]
    assert find(FIRST, broken).text.splitlines() == [FIRST, broken]


def test_headings_of_the_school_within_it_do_not_change_it() -> None:
    lines = [Line(text) for text in (FIRST, "Bij verwijdering en weigering", SECOND)]
    found = find_fixed_text(ZORGPLICHT, lines, lambda number: number == 1)
    assert found is not None
    assert found.text.splitlines() == [FIRST, SECOND]
    assert 1 not in found.left
