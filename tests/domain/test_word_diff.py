"""Two texts word by word."""

from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.word_diff import Piece, shortened, word_diff

TEXTS = st.text(st.sampled_from("ab \n"), max_size=40)


def joined(pieces: tuple[Piece, ...], leave: str) -> str:
    return "".join(one.text for one in pieces if one.kind != leave)


@given(TEXTS, TEXTS)
def test_both_texts_come_back_whole(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert joined(pieces, "added") == before
    assert joined(pieces, "removed") == after


def test_a_changed_word_is_named() -> None:
    assert word_diff("wij doen alles", "wij doen veel") == (
        Piece("same", "wij doen"),
        Piece("removed", " alles"),
        Piece("added", " veel"),
    )


def test_a_long_text_shows_only_what_is_around_a_change() -> None:
    start = " ".join(f"w{number}" for number in range(50))
    pieces = word_diff(f"{start} oud einde", f"{start} nieuw einde")
    assert shortened(pieces, "added", 2) == "… w48 w49 oud einde"
    assert shortened(pieces, "removed", 2) == "… w48 w49 nieuw einde"


def test_a_text_beyond_bounds_is_compared_as_a_whole() -> None:
    long = "woord " * 5000
    assert [one.kind for one in word_diff(long, f"{long}x")] == ["removed", "added"]
    assert word_diff(long, long) == (Piece("same", long),)


def test_changes_with_one_common_word_between_them_are_one() -> None:
    one = word_diff("wij doen nu alles", "zij deden nu veel")
    assert [(piece.kind, piece.text) for piece in one] == [
        ("removed", "wij doen nu alles"),
        ("added", "zij deden nu veel"),
    ]
    two = word_diff("wij doen nu niet alles", "zij doen nu niet veel")
    assert [piece.kind for piece in two] == ["removed", "added", "same", "removed", "added"]


def test_one_word_over_and_over_is_compared_as_a_whole() -> None:
    kinds = [one.kind for one in word_diff("a " * 2000, "b a " * 1000)]
    assert kinds == ["removed", "added"]
    assert len(word_diff("a " * 300, "a " * 299 + "b")) == 3
