"""Declarations of the MR in a folder: found by name, told from blank forms and from anything else."""

from datetime import date
from pathlib import Path

import pytest

from sop_templates.engine.delivery.declarations import find_declarations, is_declaration
from sop_templates.engine.letters.writing import write_letters
from tests.support.deliveries import PDF, sample, tick
from tests.support.libreoffice import convert
from tests.support.word_editing import edited, set_text
from tests.support.word_xml import docx

YEAR = "2026-2027"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    made = write_letters(
        "adviesverklaring-mr", [sample("99XX00")], tmp_path, today=date(2026, 4, 2)
    )
    return Path(made.files[0].file)


def faults(folder: Path, code: str = "99XX00") -> dict[str, str]:
    found = find_declarations([folder], YEAR).get(code, [])
    return {one.path.name: str(one.fault or "") for one in found}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("99XX00-adviesverklaring.pdf", PDF),
        ("99xx00-Adviesverklaring MR getekend.PDF", PDF),
        ("99XX00-adviesverklaring-2.jpg", b"\xff\xd8\xff\xe0 foto"),
        ("99XX00-adviesverklaring-mr-De-Zeven-Zeilen-2026-2027.png", b"\x89PNG foto"),
        ("99XX00-adviesverklaring.docx", docx("De MR adviseert positief.")),
    ],
)
def test_a_signed_declaration_is_found(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / name).write_bytes(data)
    assert faults(tmp_path) == {name: ""}


@pytest.mark.parametrize(
    "name",
    [
        "99XX00-advies.pdf",
        "adviesverklaring-99XX00.pdf",
        "99XX00-adviesverklaring.txt",
        "99XX00-adviesverklaring-2025-2026.pdf",
        "~$99XX00-adviesverklaring.docx",
    ],
)
def test_what_is_called_otherwise_is_none(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(PDF)
    assert faults(tmp_path) == {}


def test_a_form_as_it_was_made_is_no_declaration(form: Path) -> None:
    assert is_declaration(form)
    assert faults(form.parent) == {
        form.name: "it is the form as it was made, with nothing filled in"
    }


def test_a_form_that_was_only_opened_and_saved_is_still_blank(form: Path, tmp_path: Path) -> None:
    saved = convert(form, "docx", tmp_path / "saved")
    assert list(faults(saved.parent).values()) == [
        "it is the form as it was made, with nothing filled in"
    ]


def test_a_form_with_a_word_or_a_tick_in_it_is_filled_in(form: Path) -> None:
    blank = form.read_bytes()
    form.write_bytes(edited(blank, lambda top: set_text(top, "Ingevuld")))
    assert faults(form.parent) == {form.name: ""}
    form.write_bytes(edited(blank, tick))
    assert faults(form.parent) == {form.name: ""}


def test_the_ticked_advice_is_read(form: Path) -> None:
    blank = form.read_bytes()
    form.write_bytes(edited(blank, lambda top: tick(top, 2)))
    assert advice(form) == "positief met opmerkingen"
    form.write_bytes(edited(form.read_bytes(), lambda top: tick(top, 3)))
    assert advice(form) == "", "two ticks say nothing"


def advice(form: Path) -> str:
    (found,) = find_declarations([form.parent], YEAR)["99XX00"]
    return found.advice


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("99XX00-adviesverklaring.pdf", b"\x89PNG", "it is not what the ending of its name says"),
        ("99XX00-adviesverklaring.jpg", PDF, "it is not what the ending of its name says"),
        ("99XX00-adviesverklaring.png", b"", "it holds nothing"),
        ("99XX00-adviesverklaring.docx", PDF, "it is a PDF"),
    ],
)
def test_what_is_not_what_it_says_is_no_declaration(
    name: str, data: bytes, fault: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    assert fault in faults(tmp_path)[name]
