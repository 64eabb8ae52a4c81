"""Words are counted as a reader meets them."""

import pytest

from sop_templates.domain.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Wij leren samen.", 3),
        ("Wij - en jij \u2013 leren & spelen", 5),
        ("en/of het pedagogisch-didactisch klimaat", 4),
        ("**Wij** leren *s*amen", 3),
        ("zie [onze mooie gids](https://www.example.org/gids)", 4),
        ("Wij:\n\n- leren\n- spelen", 3),
        ("1. leren\n2. spelen", 2),
        ("In groep 8", 3),
        ("een\u00a0twee\ndrie\tvier", 4),
        ("\u05e9\u05dc\u05d5\u05dd 🙂", 1),
    ],
)
def test_words_hold_a_letter_or_digit_and_markup_is_none(text: str, words: int) -> None:
    assert count_words(text) == words
