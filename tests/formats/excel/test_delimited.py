"""CSV files as programs write them, and cells that must not run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_templates.errors import SopError
from sop_templates.formats.excel.delimited import (
    MAX_CELLS,
    MAX_TABLE,
    guarded,
    read_delimited,
    unguarded,
    write_delimited,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))


def texts(data: bytes) -> list[list[object]]:
    return [[cell.value for cell in row.cells.values()] for row in read_delimited(data, "x").rows]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    lines = ["Naam, plaats en meer", "a", "b"], ["De Eik", "x; y", "z"]
    data = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    assert texts(data.encode()) == [list(line) for line in lines]


def test_excels_own_line_about_the_separator_is_no_row() -> None:
    sheet = read_delimited(b"sep=,\r\na;b,c\r\n", "x")
    assert [(row.number, row.text(1), row.text(2)) for row in sheet.rows] == [(2, "a;b", "c")]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_characters_are_found(code: str) -> None:
    assert texts("Crèche;één €\r\n".encode(code)) == [["Crèche", "één €"]]


def test_bytes_without_meaning_in_windows_1252_are_read_all_the_same() -> None:
    assert texts(b"caf\xe9 \x81;b\r\n") == [["café \x81", "b"]]


def test_blank_lines_count_as_rows_of_excel() -> None:
    assert [row.number for row in read_delimited(b"a;b\r\n\r\n; \r\nc;d\r\n", "x").rows] == [1, 4]


@pytest.mark.parametrize("text", ["=1+1", "+31", "-a", "@x", "\t=1", "\n=1", "＝1", "'=1", "''-"])  # noqa: RUF001 - the wide sign runs too
def test_a_cell_that_would_run_is_guarded_and_comes_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["'s-Gravenhage", "'", "", "a=b", " =1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(TEXTS)
def test_guarding_is_always_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(TEXTS.filter(str.strip), min_size=3, max_size=3), min_size=1, max_size=4))
def test_a_table_that_is_written_is_read_back(rows: list[list[str]]) -> None:
    assert texts(write_delimited([["kop een", "kop twee", "kop drie"], *rows]))[1:] == rows


@pytest.mark.parametrize(
    "data",
    [b";" * (MAX_CELLS + 1), b"a;b\r\n" * (MAX_CELLS // 2 + 1), b"x" * (MAX_TABLE + 1)],
    ids=["a wide line", "many lines", "a long cell"],
)
def test_a_table_that_is_too_big_is_refused_before_it_is_taken_apart(data: bytes) -> None:
    with pytest.raises(SopError, match=r"alles\.csv is not read") as caught:
        read_delimited(data, "alles.csv")
    assert caught.value.code == "SOP626"


def test_commas_in_texts_do_not_part_a_table_of_two_columns() -> None:
    rows = [["school.vestigingscode", "kwaliteit"]]
    rows += [[f"99XX0{number}", "rust, ruimte, regelmaat, samen"] for number in range(5)]
    read = read_delimited(write_delimited(rows), "x")
    assert [[row.text(1), row.text(2)] for row in read.rows] == rows
