"""Rich text as people type it reads as they mean it, and has one spelling."""

import re
import unicodedata
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_templates.richtext import ListKind, Paragraph, RichText, Run
from sop_templates.richtext_markup import canonical, parse, plain, write

BULLET: Final = "bullet"
NUMBER: Final = "number"
KINDS: tuple[ListKind, ...] = ("", BULLET, NUMBER)


def text(words: str, kind: ListKind = "", number: int = 0) -> Paragraph:
    return Paragraph((Run(words),), kind, number)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ()),
        (" \n\u00a0\n", ()),
        ("een\n\n\n twee ", (text("een"), text(" twee"))),
        ("een\ntwee", (text("een\ntwee"),)),
        ("een\r\ntwee\vdrie\rvier", (text("een\ntwee\ndrie\nvier"),)),
        ("e\u0301e\u0301n", (text("één"),)),
        (
            "Wij:\n- a\n- b\nSlot",
            (text("Wij:"), text("a", BULLET), text("b", BULLET), text("Slot")),
        ),
        ("- a\n  b\n\n- c", (text("a\nb", BULLET), text("c", BULLET))),
        ("-\ta\n-b\n- ", (text("a", BULLET), text("-b\n-"))),
        ("- a\n  - b", (text("a\n- b", BULLET),)),
        ("1. a\n2. b", (text("a", NUMBER, 1), text("b", NUMBER, 2))),
        ("1. a\n1. b", (text("a", NUMBER, 1), text("b", NUMBER, 1))),
        ("1. a\n\n2. b", (text("a", NUMBER, 1), text("b", NUMBER, 2))),
        ("1. a\n3. b", (text("a", NUMBER, 1), text("3. b"))),
        ("2026. Een jaar", (text("2026. Een jaar"),)),
        (f"{'9' * 5000}. x", (text(f"{'9' * 5000}. x"),)),
    ],
)
def test_blocks_are_paragraphs_and_items(typed: str, read: RichText) -> None:
    assert parse(typed) == read


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("**a** b", [Run("a", bold=True), Run(" b")]),
        ("a *b*.", [Run("a "), Run("b", italic=True), Run(".")]),
        ("***a***", [Run("a", bold=True, italic=True)]),
        ("**a *b***", [Run("a ", bold=True), Run("b", bold=True, italic=True)]),
        ("**a***b*", [Run("a", bold=True), Run("b", italic=True)]),
        ("(**a**)", [Run("("), Run("a", bold=True), Run(")")]),
        ("on*be*kend", [Run("on"), Run("be", italic=True), Run("kend")]),
        ("**a\nb**", [Run("a\nb", bold=True)]),
        ("2 * 3 * 4", [Run("2 * 3 * 4")]),
        ("** a **", [Run("** a **")]),
        ("**a", [Run("**a")]),
        ("**Let op:**tekst", [Run("**Let op:**tekst")]),
        ("[a](https://x.nl)", [Run("a", url="https://x.nl")]),
        ("[a **b**](u)", [Run("a ", url="u"), Run("b", bold=True, url="u")]),
        ("**[a](u)**", [Run("a", bold=True, url="u")]),
        ("[a](x_(y).pdf)", [Run("a", url="x_(y).pdf")]),
        (r"[a](x\(y)", [Run("a", url="x(y")]),
        ("[a [b](u)", [Run("[a "), Run("b", url="u")]),
        ("[a[1]](u)", [Run("a[1]", url="u")]),
        ("[a](u) [b](u)", [Run("a", url="u"), Run(" "), Run("b", url="u")]),
        ("[ a ](u)b", [Run(" "), Run("a", url="u"), Run(" b")]),
    ],
)
def test_stars_and_links_give_looks(typed: str, runs: list[Run]) -> None:
    assert parse(typed) == (Paragraph(tuple(runs)),)


@pytest.mark.parametrize(
    "typed",
    [
        "_a_ __b__ # c > d `e` <b>f</b> &amp; ~~g~~ ![",
        "[a] (b) [c]() [ ](u) [d](e f)",
        r"\\server\map C:\Documenten\gids.pdf \n",
        "{{ 7*7 }} {% raw %} =cmd|' /C calc'!A0",
        "5 * 6 en 7 * 8, of 5*6",
        "שלום 🙂 مرحبا",
        "# Kop\n---\n> citaat\n\n    ingesprongen",
    ],
)
def test_what_is_no_markup_comes_out_as_typed(typed: str) -> None:
    assert plain(parse(typed)) == typed.replace("\n\n", "\n")
    assert canonical(typed) == typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (r"\*a\*", "*a*"),
        (r"\\*a", r"\*a"),
        (r"\\\*a", r"\*a"),
        (r"\[a\](b)", "[a](b)"),
        (r"a \(b\)", "a (b)"),
        (r"\- a", "- a"),
        (r"\\- a", r"\- a"),
        (r"1\. a", "1. a"),
        (r"7\. a", r"7\. a"),
        (r"a \- b", r"a \- b"),
        (r"\*\*", "**"),
        ("a\\", "a\\"),
    ],
)
def test_a_backslash_counts_only_before_markup(typed: str, read: str) -> None:
    assert parse(typed) == (text(read),)


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("Wij:\n- a\n\n- b\n1. c\n2. d\n1. e", "Wij:\n\n- a\n- b\n\n1. c\n2. d\n\n1. e"),
        ("een  \n\n\n\ntwee\n", "een\n\ntwee"),
        ("-   a\n    b", "- a\n    b"),
        ("**a** **b**", "**a** **b**"),
        ("[**a**](u)", "**[a](u)**"),
        (r"\*niet vet\*", r"\*niet vet\*"),
        (r"2 \* 3", "2 * 3"),
        (r"\(a\)", "(a)"),
    ],
)
def test_a_text_has_one_spelling(typed: str, spelled: str) -> None:
    assert canonical(typed) == spelled


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ([Run("Let op: ", bold=True), Run("hier")], "**Let op:** hier"),
        ([Run("Let op:", bold=True), Run("hier")], "**Let op**:hier"),
        ([Run("tekst"), Run("(a)", bold=True)], "tekst(**a)**"),
        ([Run("a", bold=True), Run("\n"), Run("b", bold=True)], "**a**\n**b**"),
        ([Run("zie"), Run("a", bold=True, url="u")], "zie[**a**](u)"),
        ([Run("a", url="mijn gids.pdf")], "[a](mijn%20gids.pdf)"),
        ([Run("a", url="x)y")], r"[a](x\)y)"),
        ([Run("C:\\"), Run("a", bold=True)], r"C:\\**a**"),
        ([Run("a\n\n\nb")], "a\n\nb"),
        ([Run("\n a \n")], " a"),
        ([Run("1. a\n- b")], "1\\. a\n\\- b"),
        ([Run("  ", bold=True)], ""),
    ],
)
def test_looks_are_written_where_stars_can_stand(runs: list[Run], written: str) -> None:
    assert write((Paragraph(tuple(runs)),)) == written


def test_items_are_written_with_their_own_lines_and_numbers() -> None:
    items = [("a\n\nb", 1), (" c", 2), ("", 3), ("2. d", 7), ("e", 1)]
    rich = [text(words, NUMBER, number) for words, number in items]
    assert write((*rich, text("2. f"))) == "1. a\n  b\n2. c\n3. 2. d\n\n1. e\n\n2\\. f"


def test_plain_is_the_words_line_by_line() -> None:
    assert plain(parse("**Wij** en [jij](u)\n\n- a\n- b\n  c")) == "Wij en jij\na\nb\nc"


SIGNS = [*"*[]()\\-.ab é\u0301\u00a0\t\n_", "**", "](u)", "\n\n", "- ", "1. ", "2. ", "  ", "\r\n"]
TYPED = st.lists(st.sampled_from(SIGNS), max_size=25).map("".join) | st.text(max_size=60)
WORDS = st.text(
    st.characters(categories=["Lu", "Ll", "Nd", "Lo"], exclude_characters="\u0130"),
    min_size=1,
    max_size=6,
).map(lambda word: unicodedata.normalize("NFC", word))
SENTENCES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
ODD_RUNS = st.builds(
    Run, TYPED, st.booleans(), st.booleans(), st.sampled_from(["", "", "u", "x(", "a b\\"])
)
ODD_RICH = st.lists(
    st.builds(
        Paragraph,
        st.lists(ODD_RUNS, max_size=4).map(tuple),
        st.sampled_from(KINDS),
        st.integers(0, 3),
    ),
    max_size=4,
).map(tuple)


@st.composite
def normal_rich(draw: st.DrawFn) -> RichText:
    """Rich text as an editor means it: looks on whole words, white space plain, numbers that count."""
    found: list[Paragraph] = []
    for kind, first in draw(st.lists(st.tuples(st.sampled_from(KINDS), st.booleans()), max_size=5)):
        runs = [Run(draw(SENTENCES))]
        for bold, italic, url in draw(
            st.lists(
                st.tuples(
                    st.booleans(), st.booleans(), st.sampled_from(["", "https://x.nl/a_(b)"])
                ),
                max_size=4,
            )
        ):
            if bold or italic or url:
                runs += [
                    Run(draw(st.sampled_from([" ", "\n", " ("]))),
                    Run(draw(SENTENCES), bold, italic, url),
                ]
                runs.append(Run(draw(st.sampled_from([" ", "\n", ", "])) + draw(SENTENCES)))
        last = found[-1] if found else Paragraph(())
        number = last.number + 1 if last.list == NUMBER and not first else 1
        found.append(Paragraph(_joined(runs), kind, number if kind == NUMBER else 0))
    return tuple(found)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    found = [runs[0]]
    for run in runs[1:]:
        if found[-1] == Run(found[-1].text) and run == Run(run.text):
            found[-1] = Run(found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


@given(normal_rich())
def test_what_is_written_reads_back(rich: RichText) -> None:
    assert parse(write(rich)) == rich


@given(TYPED)
@example("****1***\\2. 1**11***\u03011.")
@example("1. [\t\u00a0a](u)")
@example("\u2028\x85a\x1c")
def test_canonical_of_canonical_is_the_same(typed: str) -> None:
    assert canonical(canonical(typed)) == canonical(typed)


@given(TYPED)
def test_canonical_loses_no_word(typed: str) -> None:
    assert _signs(plain(parse(canonical(typed)))) == _signs(plain(parse(typed)))


@given(ODD_RICH)
def test_any_rich_text_is_written_without_losing_a_word(rich: RichText) -> None:
    written = write(rich)
    assert _signs(plain(parse(written))) == _signs(plain(rich))
    assert canonical(written) == written


def _signs(words: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s", "", words))


@pytest.mark.parametrize(
    "signs", ["*a", "[a](b", "**a ", "a**b", "[", "\\", "](", "(", "*a**b***", "a\n", "- "]
)
def test_a_long_odd_text_takes_no_more_than_its_length(signs: str) -> None:
    typed = (signs * 30_000)[:30_000]
    assert _signs(plain(parse(canonical(typed)))) == _signs(plain(parse(typed)))
