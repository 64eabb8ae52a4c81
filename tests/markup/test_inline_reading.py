"""Stars open and close as in CommonMark, and simple text reads the same at sight."""

from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sop_templates.markup.inline_reading import flanks, read_by_rules
from sop_templates.markup.inline_writing import write_inline
from sop_templates.markup.simple import is_simple, read_simple
from sop_templates.richtext import Run

COMMONMARK = MarkdownIt("zero").enable("emphasis")
STARS = ["*", "**", "***", "a", "b", " ", ".", "(", "é", "€"]
PARTS = [*STARS, "[a](u)", "[", "]", "(u)", "\\", "\n", "woord ", ": "]


def signs(source: str) -> list[tuple[str, bool, bool]]:
    """Every character with its looks, by markdown-it's reading."""
    bold = italic = 0
    found = []
    for token in COMMONMARK.parseInline(source)[0].children or ():
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        found += [(sign, bold > 0, italic > 0) for sign in token.content]
    return found


def line(parts: list[str]) -> str:
    """The parts as a paragraph: composed, no white space at the ends of lines, no empty line."""
    lines = normalize("NFC", "".join(parts)).split("\n")
    return "\n".join(one.rstrip() for one in lines if one.strip())


@given(st.lists(st.sampled_from(STARS), min_size=1, max_size=16).map("".join))
@example("*a**b***c*")
@example("**a****b**")
@example("a***b**c*")
def test_stars_match_as_in_commonmark(source: str) -> None:
    source = normalize("NFC", source.strip())
    assume(source)
    runs = read_by_rules(source)
    read = [(sign, run.bold, run.italic) for run in runs for sign in run.text]
    assert [one for one in read if one[0] != " "] == [one for one in signs(source) if one[0] != " "]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map(line))
@example("(**a**)")
@example("**a: ** b")
@example("**a:** b")
@example("[a](u)[b](u)")
@example("*a*: [b](u) (*c*).")
def test_simple_text_reads_the_same_by_the_full_rules(source: str) -> None:
    assume(source)
    read = read_simple(source)
    assert is_simple(source) == (read is not None)
    if read is not None:
        assert read == read_by_rules(source)
        assert write_inline(read) == source


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (" ", "a", (True, False)),
        ("a", " ", (False, True)),
        ("a", "b", (True, True)),
        ("a", ".", (False, True)),
        (".", "a", (True, False)),
        (".", ".", (True, True)),
        (" ", " ", (False, False)),
        ("a", "\u20ac", (False, True)),
    ],
)
def test_stars_flank_words(before: str, after: str, found: tuple[bool, bool]) -> None:
    assert flanks(before, after) == found


def test_an_address_nests_parentheses_to_a_limit() -> None:
    deep = "(" * 32 + ")" * 32
    assert read_by_rules(f"[a]({deep})") == (Run("a", url=deep),)
    assert read_by_rules(f"[a](({deep}))") == (Run(f"[a](({deep}))"),)
