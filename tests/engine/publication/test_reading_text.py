"""Rich text as plain text to read."""

import pytest

from sop_templates.engine.publication.reading_text import reading_text


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("", ""),
        ("Wij kunnen **niet** alles.", "Wij kunnen niet alles."),
        ("Eerst.\n\nDan.", "Eerst.\n\nDan."),
        ("Wel:\n\n- een\n- twee\n\nVerder", "Wel:\n\n• een\n• twee\n\nVerder"),
        ("1. een\n2. twee", "1. een\n2. twee"),
        ("Zie [de gids](https://x.example/a)", "Zie de gids"),
    ],
)
def test_words_stay_and_marks_go(marked: str, read: str) -> None:
    assert reading_text(marked) == read
