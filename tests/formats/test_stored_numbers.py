"""Whatever stands where a number belongs, reading goes on."""

import pytest

from sop_templates.formats.stored_numbers import character, hexadecimal, signed, whole
from sop_templates.formats.word.finished.symbols import symbol

NO_NUMBERS = ("", "abc", "9" * 5000, "²", "٣", "1e9", "1.5", " 1", "+1", "1_0", None)


@pytest.mark.parametrize("words", NO_NUMBERS)
def test_what_is_no_number_is_the_other(words: str | None) -> None:
    assert whole(words, 7) == signed(words, 7) == 7


def test_numbers_are_read() -> None:
    assert (whole("12"), signed("-12"), hexadecimal("F0FE")) == (12, -12, 0xF0FE)
    assert (whole("-1", 3), signed("--1", 3), hexadecimal("0x1", 3)) == (3, 3, 3)


@pytest.mark.parametrize("number", [0, 1, 0xD800, 0xFDD0, 0xFFFF, 0x110000, 16**17])
def test_a_character_that_xml_cannot_hold_is_none(number: int) -> None:
    assert character(number) == ""


@pytest.mark.parametrize("code", ["", "0001", "D800", "FFFFFFFFF", "zz", "9" * 5000])
def test_a_symbol_with_an_impossible_code_is_nothing(code: str) -> None:
    assert symbol("Wingdings", code) == ""


def test_a_symbol_is_the_sign_that_it_shows() -> None:
    assert symbol("Wingdings", "F0FE") == "☑"
