"""Instructions of fields, as Word and people write them."""

import pytest

from sop_templates.formats.word.merging.instructions import read_instruction


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" MERGEFIELD school_naam ", "school_naam"),
        ("mergefield school_naam", "school_naam"),
        (' MERGEFIELD "Naam school" \\* MERGEFORMAT ', "Naam school"),
        (" MERGEFIELD \u201cNaam school\u201d ", "Naam school"),
        (" MERGEFIELD Foto's ", "Foto's"),
        (' MERGEFIELD "a\\"b" ', 'a"b'),
        (" MERGEFIELD \\* Upper school_naam", "school_naam"),
        (" MERGEFIELD ", ""),
    ],
)
def test_the_name_of_a_merge_field(text: str, name: str) -> None:
    found = read_instruction(text)
    assert (found.kind, found.argument) == ("MERGEFIELD", name)


@pytest.mark.parametrize(
    ("switches", "shown"),
    [
        ("", "de Regenboog & co"),
        ("\\* MERGEFORMAT", "de Regenboog & co"),
        ("\\* Upper", "DE REGENBOOG & CO"),
        ("\\*Lower", "de regenboog & co"),
        ("\\* FirstCap", "De Regenboog & co"),
        ("\\* caps \\* MERGEFORMAT", "De Regenboog & Co"),
        ('\\b "van " \\f "!"', "van de Regenboog & co!"),
        ('\\b"van "\\* Upper', "van DE REGENBOOG & CO"),
        ("\\m \\v", "de Regenboog & co"),
    ],
)
def test_how_a_value_is_dressed(switches: str, shown: str) -> None:
    found = read_instruction(f"MERGEFIELD school_naam {switches}")
    assert found.argument == "school_naam"
    assert found.dressed("de Regenboog & co") == shown


def test_nothing_stands_around_an_empty_value() -> None:
    assert read_instruction('MERGEFIELD x \\b "op " \\f "."').dressed("") == ""


def test_the_pattern_of_a_date() -> None:
    assert read_instruction('MERGEFIELD x \\@ "d MMMM yyyy"').pattern == "d MMMM yyyy"


@pytest.mark.parametrize("text", ["", "   ", "\\", '"', "\\@", "PAGE \\* Arabic", '\\b "'])
def test_odd_instructions_are_read_without_a_fault(text: str) -> None:
    assert read_instruction(text).kind in ("", "PAGE")
