"""Numbers in Dutch sentences."""

import pytest

from sop_templates.engine.summary.dutch_counts import (
    closed,
    either,
    has,
    joined,
    of_schools,
    schools,
    some,
)


def test_a_noun_goes_with_its_number() -> None:
    assert [schools(count) for count in (0, 1, 2)] == ["0 scholen", "1 school", "2 scholen"]
    assert some(1, "fout", "fouten") == "1 fout"
    assert (has(1), has(2), has(0)) == ("heeft", "hebben", "hebben")


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [
        (0, 12, "geen van de 12 scholen"),
        (3, 12, "3 van de 12 scholen"),
        (12, 12, "alle 12 scholen"),
        (1, 1, "de school"),
        (0, 1, "niet de school"),
    ],
)
def test_a_part_of_all_schools(count: int, total: int, words: str) -> None:
    assert of_schools(count, total) == words


def test_words_are_listed_with_en_and_cut_with_a_number() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b en c"
    assert joined(["a", "b", "c", "d"], 3) == "a, b en nog 2"
    assert joined(["a", "b", "c"], 3) == "a, b en c"


def test_answers_are_quoted_one_or_the_other() -> None:
    assert either(["ja"]) == "“ja”"
    assert either(["ja", "deels", "soms"]) == "“ja”, “deels” of “soms”"


def test_a_label_becomes_a_sentence() -> None:
    assert [closed(words) for words in ("Wat?", "Gebouw", "Zo.")] == ["Wat?", "Gebouw.", "Zo."]
