"""A manifest's words are known, and hold what they must; a slip is named with its place and the word that was meant."""

from typing import Any

import pytest

from sop_templates.domain.manifest_words import word_faults


def faults(**data: Any) -> list[str]:
    return list(word_faults(data))


def in_field(**words: Any) -> list[str]:
    return faults(chapters=[{"key": "visie", "fields": [{"key": "visie.visie", **words}]}])


def test_a_slip_of_the_pen_is_named_with_its_place_and_the_word_that_was_meant() -> None:
    assert in_field(promt="Schrijf iets") == [
        "chapters visie: fields visie.visie: unknown word 'promt'; is it 'prompt'?"
    ]


def test_a_word_that_is_like_no_other_is_named_alone() -> None:
    assert faults(zomaar=1) == ["unknown word 'zomaar'"]


@pytest.mark.parametrize(
    ("word", "right", "wrong"),
    [
        ("label", "Visie", 3),
        ("max_words", 250, "250"),
        ("max_words", 250, True),
        ("star", True, "ja"),
        ("other_labels", ["Missie"], "Missie"),
        ("options", ["ja", "nee"], ["ja", 1]),
        ("options", "domein", 1),
        ("duo_values", {"1": "ja"}, ["1"]),
    ],
)
def test_a_word_holds_what_it_must(word: str, right: Any, wrong: Any) -> None:
    assert in_field(**{word: right}) == []
    [fault] = in_field(**{word: wrong})
    assert f"{word} = {wrong!r} must be " in fault


@pytest.mark.parametrize("wrong", ["visie", {"key": "visie"}, ["visie"]])
def test_chapters_that_are_no_list_of_tables_are_named(wrong: Any) -> None:
    assert faults(chapters=wrong) == ["chapters must be tables, each with [[chapters]] above it"]


def test_tables_in_tables_are_looked_at_too() -> None:
    column = {"key": "naam", "lable": "Naam"}
    assert "columns naam: unknown word 'lable'; is it 'label'?" in in_field(columns=[column])[0]
    step = {"status": "concept", "needs": [{"key": "visie.visie", "als": {}}]}
    assert "needs visie.visie: unknown word 'als'" in faults(route=[step])[0]


def test_a_former_field_has_words_of_its_own() -> None:
    former = {"key": "visie.missie", "now": ["visie.visie"], "options_now": {"a": "b"}}
    assert faults(history=[{"until": "2025.1", "fields": [former]}]) == []
    assert in_field(now=["visie.visie"]) != []
