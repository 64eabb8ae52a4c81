"""`board.toml` as a file: found, read, written, read again."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.domain.board import Board, BoardSchool, board_from_data
from sop_templates.domain.rules import Rules
from sop_templates.engine.boards import board_text, find_board, quoted, read_board, write_board
from sop_templates.errors import SopError
from sop_templates.kinds import all_kinds
from sop_templates.outcome import Severity

HINT = next(one.code for one in all_kinds().values() if one.severity is Severity.HINT)
BOARD = Board(
    name='Stichting "De Brug"',
    number="01572",
    deadline=date(2026, 7, 1),
    contact="kwaliteit@brug.example",
    schools=(BoardSchool("99XX00", "De Eik", "West"), BoardSchool("99XX01", "'t Hof")),
    texts={
        "extra.vervolg": 'Eerste regel\n\n- "punt"\\',
        "school.website": {"text": "site", "url": "https://brug.example"},
        "basis.partners": [{"partner": "SPPOH", "waarvoor": "advies"}],
        "school.eenpitter": True,
        "school.leerlingen": 7,
    },
    rules=Rules(frozenset({"SOP101"}), {HINT: Severity.ERROR}),
    areas={"West & Zuid": ("2551", "99XX01")},
)


def test_a_board_that_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "board.toml"
    write_board(BOARD, path)
    board, findings = read_board(path)
    assert (board, [one.code for one in findings if one.code != "SOP692"]) == (
        BOARD,
        [],
    ) or findings
    assert board.schools == BOARD.schools
    assert board.texts == BOARD.texts
    assert board.areas == BOARD.areas


def test_the_words_are_explained_in_dutch() -> None:
    text = board_text(Board(name="x"))
    assert "# Uiterste datum waarop de scholen inleveren; weglaten betekent 1 september.\n" in text
    assert tomllib.loads(text) == {
        "name": "x",
        "contact": "",
        "texts": {},
        "rules": {},
        "areas": {},
    }


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_toml(text: str) -> None:
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}
    board, _ = board_from_data(tomllib.loads(board_text(Board(texts={"a.b": text}))))
    assert board.texts == {"a.b": text}


def test_the_file_is_found_beside_or_above_what_is_named(tmp_path: Path) -> None:
    write_board(BOARD, tmp_path / "board.toml")
    below = tmp_path / "scholen"
    below.mkdir()
    for path in (tmp_path, below, below / "sop.docx"):
        board, _ = find_board([path])
        assert board is not None
        assert board.name == BOARD.name


def test_without_a_file_there_is_no_board(tmp_path: Path) -> None:
    assert find_board([tmp_path]) == (None, ())


def test_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "board.toml"
    path.write_text('number = "1"\nname = Stichting\n')
    with pytest.raises(SopError) as caught:
        read_board(path)
    assert caught.value.code == "SOP632"
    assert "line 2" in caught.value.message


def test_a_file_of_notepad_with_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "board.toml"
    path.write_bytes('name = "Crèche"\r\n'.encode("utf-8-sig"))
    assert read_board(path)[0].name == "Crèche"


@pytest.mark.parametrize("text", ["x = " + "[" * 9000, "x = " + "9" * 9000])
def test_what_is_beyond_all_bounds_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "board.toml"
    path.write_text(text)
    with pytest.raises(SopError) as caught:
        read_board(path)
    assert caught.value.code == "SOP632"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a." * 5000 + "a = 1", "SOP632"),
        ("# " + "x" * 1_100_000, "SOP014"),
        ("a = [" * 9000, "SOP632"),
    ],
    ids=["a key of thousands of parts", "a file of a megabyte", "very deep"],
)
def test_a_file_that_would_take_minutes_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "board.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SopError) as caught:
        read_board(path)
    assert caught.value.code == code
