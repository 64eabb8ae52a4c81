"""A folder of TOML sources becomes a board and the answers of its schools."""

from datetime import date
from pathlib import Path

import pytest

from sop_templates.engine.sample_sources import read_sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bron").mkdir()
    (tmp_path / "board.toml").write_text('name = "Bestuur"\n', encoding="utf-8")
    (tmp_path / "bron" / "b.toml").write_text('[school]\nnaam = "Één"\n', encoding="utf-8")
    (tmp_path / "bron" / "a.toml").write_text(
        "[vaststelling]\nteamdatum = 2026-03-18\n\n"
        '[basis.aanbod]\ntaal = { status = "op orde" }\n\n'
        '[[basis.partners]]\npartner = "SPPOH"\n',
        encoding="utf-8",
    )
    return tmp_path


def test_the_board_is_what_its_file_says(folder: Path) -> None:
    board, _ = read_sample(folder)

    assert board == {"name": "Bestuur"}


def test_each_file_is_a_school_with_its_answers_by_key(folder: Path) -> None:
    _, schools = read_sample(folder)

    assert schools == [
        {
            "vaststelling.teamdatum": date(2026, 3, 18),
            "basis.aanbod": {"taal": {"status": "op orde"}},
            "basis.partners": [{"partner": "SPPOH"}],
        },
        {"school.naam": "Één"},
    ]


def test_a_folder_without_a_board_is_no_sample(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"board\.toml"):
        read_sample(tmp_path)
