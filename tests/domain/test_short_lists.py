"""Of many names the first are told, and how many more there are, in the language in use."""

from sop_templates import language
from sop_templates.domain.short_lists import in_short


def test_a_few_names_are_all_told() -> None:
    assert str(in_short(["a", "b"], 2)) == "a, b"
    assert str(in_short([], 2)) == ""


def test_of_many_the_first_are_told() -> None:
    assert str(in_short("abcde", 2)) == "a, b and 3 more"


def test_it_is_worded_when_it_is_shown() -> None:
    names = in_short("abc", 1)
    with language.dutch():
        assert str(names) == "a en nog 2"
