"""Files that are not of Word's usual kind: PDF by its text, .odt, .doc and .rtf through LibreOffice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sop_templates.engine import other_files
from sop_templates.engine.gathering import gather
from sop_templates.engine.reading import read_file
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError
from sop_templates.formats import office_conversion
from sop_templates.kinds import other_files as kinds
from tests.support.generated import generated_answers
from tests.support.libreoffice import convert
from tests.support.own_formats import (
    ALL_PARTS,
    OwnSop,
    bold_lines,
    form_in_a_table,
    numbered_headings,
)
from tests.support.pdf_pages import pdf
from tests.support.word_xml import docx, p

WORD = open_word_model()
ANSWERS = generated_answers(WORD.model, "00AA03")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "map"
    made.mkdir()
    return made


def pdf_of(data: bytes, folder: Path) -> bytes:
    (folder / "x.docx").write_bytes(data)
    path = convert(folder / "x.docx", "pdf", folder)
    (folder / "x.docx").unlink()
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.mark.parametrize("make", [numbered_headings, form_in_a_table])
def test_a_pdf_is_read_by_its_text_and_word_is_asked_for(
    make: Callable[[], OwnSop], tmp_path: Path
) -> None:
    sop = make()
    path = tmp_path / "sop.pdf"
    path.write_bytes(pdf_of(sop.data, tmp_path))
    record = read_file(path)
    assert record.format == "own"
    for key in ALL_PARTS:
        for text in sop.words[key]:
            assert text in record.answers[key]
    assert record.fixed_texts["vast.zorgplicht"] == "intact"
    assert {key: str(record.answers[key]) for key in sop.facts} == sop.facts
    assert kinds.ASK_FOR_WORD in [one.kind for one in record.findings]
    assert record.modified.startswith("20")


def test_the_place_in_a_pdf_is_its_page(tmp_path: Path) -> None:
    path = tmp_path / "sop.pdf"
    path.write_bytes(pdf_of(bold_lines().data, tmp_path))
    places = [str(one.place) for one in read_file(path).findings if one.code == "SOP201"]
    assert places == ["page 1"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([[]]), kinds.SCANNED),
        (b"%PDF-1.7 cut short", kinds.BROKEN_PDF),
        (b"no pdf at all", kinds.BROKEN_PDF),
    ],
)
def test_a_scan_and_a_damaged_pdf_are_told_apart(data: bytes, kind: object, tmp_path: Path) -> None:
    path = tmp_path / "sop.pdf"
    path.write_bytes(data)
    with pytest.raises(SopError) as caught:
        read_file(path)
    assert caught.value.kind is kind
    assert str(path) in caught.value.message


@pytest.mark.parametrize("ending", ["odt", "doc", "rtf"])
def test_every_answer_of_the_model_comes_back_from_another_program(
    ending: str, tmp_path: Path
) -> None:
    path = tmp_path / "sop.docx"
    path.write_bytes(WORD.fill(ANSWERS))
    record = read_file(convert(path, ending, tmp_path / "ander"))
    assert record.format == "model"
    scalars = [one.key for one in WORD.model.scalars() if one.type.value not in ("rich", "link")]
    assert {key: record.answers[key] for key in scalars} == {key: ANSWERS[key] for key in scalars}
    assert kinds.READ_BY_LIBREOFFICE in [one.kind for one in record.findings]


def test_without_libreoffice_the_advice_is_to_save_it_in_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_conversion, "find_office", lambda: None)
    path = tmp_path / "sop.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(SopError, match=r"Save it as \.docx in Word"):
        read_file(path)


def test_a_word_file_that_is_called_otherwise_needs_no_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_conversion, "find_office", lambda: None)
    path = tmp_path / "sop.doc"
    path.write_bytes(WORD.fill(ANSWERS))
    assert read_file(path).answers == ANSWERS


def test_an_unsafe_package_never_reaches_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other_files, "make_docx", lambda _: pytest.fail("it was opened"))
    path = tmp_path / "sop.odt"
    path.write_bytes(b"PK\x03\x04 no package")
    with pytest.raises(SopError, match="damaged"):
        read_file(path)


# In folders


def test_a_pdf_beside_its_word_file_is_passed_over(folder: Path) -> None:
    (folder / "sop.docx").write_bytes(WORD.fill(ANSWERS))
    (folder / "sop.pdf").write_bytes(b"%PDF-1.7 of it")
    gathered = gather([folder])
    assert [Path(one.file).name for one in gathered.records] == ["sop.docx"]
    assert gathered.failures == []


@pytest.mark.parametrize(
    ("name", "failed"), [("folder.pdf", []), ("SOP_De_Ark.pdf", ["SOP_De_Ark.pdf"])]
)
def test_a_pdf_that_is_no_sop_is_told_of_if_it_is_called_one(
    name: str, failed: list[str], folder: Path
) -> None:
    (folder / "sop.docx").write_bytes(WORD.fill(ANSWERS))
    (folder / name).write_bytes(pdf([[]]))
    assert [Path(one.file).name for one in gather([folder]).failures] == failed
    assert len(gather([folder / "sop.docx", folder / name]).failures) == 1


def test_a_word_file_counts_before_a_pdf_of_the_same_school(folder: Path) -> None:
    sop = numbered_headings()
    (folder / "word.docx").write_bytes(sop.data)
    (folder / "later.pdf").write_bytes(pdf_of(sop.data, folder))
    gathered = gather([folder])
    assert [Path(one.file).name for one in gathered.records] == ["word.docx"]
    assert [Path(one.file).name for one in gathered.superseded] == ["later.pdf"]


def test_many_files_go_through_libreoffice_together_and_one_that_fails_stops_none(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sop.docx"
    path.write_bytes(WORD.fill(ANSWERS))
    (folder / "a.odt").write_bytes(convert(path, "odt", tmp_path / "odt").read_bytes())
    (folder / "b.rtf").write_bytes(b"{\\rtf1 no sop}")
    (folder / "c.docx").write_bytes(docx(p("Notulen")))
    gathered = gather([folder])
    assert [Path(one.file).name for one in gathered.records] == ["a.odt"]
    assert sorted(Path(one.file).name for one in gathered.failures) == ["b.rtf", "c.docx"]
