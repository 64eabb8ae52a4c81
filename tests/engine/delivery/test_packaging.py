"""Packing a delivery: what is in it, what is refused and why, what may stay behind."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sop_templates.engine.delivery.packaging import PackageResult, make_package
from sop_templates.engine.letters.writing import write_letters
from sop_templates.errors import SopError
from sop_templates.formats import pdf_office
from sop_templates.outcome import Severity
from tests.support import libreoffice
from tests.support.deliveries import (
    PDF,
    READY,
    TODAY,
    change_answers,
    codes_of,
    packed,
    ready_folder,
    sample,
    tick,
)
from tests.support.word_editing import content_of, edited, set_text
from tests.support.word_xml import docx, unzipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ready_folder(tmp_path / "board")


def files(result: PackageResult) -> dict[str, bytes]:
    return unzipped(Path(result.file).read_bytes())


def manifest(result: PackageResult) -> dict[str, Any]:
    found = json.loads(files(result)["manifest.json"])
    assert isinstance(found, dict)
    return found


def errors(result: PackageResult) -> list[str]:
    return [one.message for one in result.findings if one.severity is Severity.ERROR]


def test_a_package_holds_all_that_the_region_gets(folder: Path) -> None:
    result = packed(folder)
    assert list(files(result)) == [
        "manifest.json",
        "bestuur/bestuursoverzicht.xlsx",
        "bestuur/bestuursrapport.docx",
        "scholen/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx",
        "scholen/99XX00-adviesverklaring.pdf",
        "scholen/99XX03-De-Katrol-sop-2026-2027.docx",
        "scholen/99XX03-adviesverklaring.pdf",
        "manifest.xlsx",
    ]
    assert result.delivered == list(READY)
    assert errors(result) == []
    assert files(result)["scholen/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx"] == (
        sample("99XX00").read_bytes()
    )


def test_the_manifest_has_size_and_checksum_of_every_other_file(folder: Path) -> None:
    result = packed(folder)
    told = manifest(result)
    there = files(result)
    assert {one["path"] for one in told["files"]} == set(there) - {"manifest.json"}
    for one in told["files"]:
        data = there[one["path"]]
        assert (one["size"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert result.sha256 == hashlib.sha256(Path(result.file).read_bytes()).hexdigest()


def test_the_manifest_says_who_delivers_what_to_whom(folder: Path) -> None:
    told = manifest(packed(folder))
    assert told["sender"] == {
        "kind": "board",
        "name": "Stichting Boog",
        "number": "00099",
        "contact": "Kwaliteit",
    }
    assert told["recipient"]["name"] == "Stichting Passend Primair Onderwijs Haaglanden (SPPOH)"
    assert (told["made"], told["year"], told["direct"]) == ("2026-07-01", "2026-2027", False)
    assert told["schools"][0] == {
        "code": "99XX00",
        "name": "De Zeven Zeilen",
        "year": "2026-2027",
        "status": "gepubliceerd",
        "format": "model",
        "advice": "positief",
        "advice_day": "2026-04-21",
        "decision_day": "2026-05-12",
        "declaration": "signed",
    }


def test_the_workbook_tells_people_the_same(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "manifest.xlsx"
    path.write_bytes(files(packed(folder))["manifest.xlsx"])
    book = load_workbook(path)
    assert book.sheetnames == ["Scholen", "Bestanden"]
    words = [str(cell.value) for row in book["Scholen"].iter_rows() for cell in row if cell.value]
    assert "Aanlevering schoolondersteuningsprofielen 2026-2027" in words
    assert "Van: Stichting Boog; bestuursnummer 00099; Kwaliteit" in words
    assert "bijgevoegd" in words


def test_the_same_folder_gives_the_same_package_on_one_day(folder: Path) -> None:
    assert packed(folder).sha256 == packed(folder).sha256


def test_nothing_tells_where_the_folder_was(folder: Path, tmp_path: Path) -> None:
    for data in files(packed(folder)).values():
        for part in unzipped(data).values() if data.startswith(b"PK") else (data,):
            assert str(tmp_path).encode() not in part


def test_the_summary_leads_to_the_files_in_the_package(folder: Path) -> None:
    book = unzipped(files(packed(folder))["bestuur/bestuursoverzicht.xlsx"])
    relations = b"".join(data for name, data in book.items() if name.endswith(".rels"))
    assert b'"../scholen/99XX00-De-Zeven-Zeilen-sop-2026-2027.docx"' in relations


def test_pdf_is_made_where_libreoffice_is(folder: Path) -> None:
    libreoffice.office()
    result = make_package([folder], folder.with_suffix(".zip"), today=TODAY)
    pdfs = {name: data for name, data in files(result).items() if name.endswith("2026-2027.pdf")}
    assert len(pdfs) == 2
    assert all(data.startswith(b"%PDF") for data in pdfs.values())
    again = make_package([folder], folder.with_suffix(".zip"), today=TODAY, force=True)
    assert again.sha256 == result.sha256


def test_without_libreoffice_the_word_files_are_delivered_and_it_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_office, "find_office", lambda: None)
    result = make_package([folder], folder.with_suffix(".zip"), today=TODAY)
    assert result.delivered == list(READY)
    (found,) = (one for one in result.findings if one.code == "SOP765")
    assert found.severity is Severity.WARNING


def change_duty(folder: Path) -> None:
    (path,) = folder.glob("99XX00-*-sop-*.docx")
    path.write_bytes(
        edited(
            path.read_bytes(), lambda top: set_text(content_of(top, "vast.zorgplicht"), "Anders")
        )
    )


def forget_declaration(folder: Path) -> None:
    (folder / "99XX00-adviesverklaring.pdf").unlink()


def spoil_declaration(folder: Path) -> None:
    (folder / "99XX00-adviesverklaring.pdf").write_bytes(b"no pdf")


def set_back(folder: Path) -> None:
    change_answers(folder, "99XX00", vaststelling__status="bij bestuur")


def take_decision(folder: Path) -> None:
    change_answers(folder, "99XX00", vaststelling__bestuursdatum=None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (set_back, "SOP750"),
        (take_decision, "SOP751"),
        (change_duty, "SOP752"),
        (forget_declaration, "SOP753"),
        (spoil_declaration, "SOP754"),
    ],
)
def test_one_school_that_is_not_ready_keeps_all_back(change: Any, code: str, folder: Path) -> None:
    change(folder)
    result = packed(folder)
    assert codes_of(result) == {"99XX00": [code], "99XX03": []}
    assert (result.file, result.sha256, result.delivered) == ("", "", [])
    assert not folder.with_suffix(".zip").exists()
    assert len(errors(result)) == 1


def test_only_ready_delivers_the_others_and_says_who_stays_behind(folder: Path) -> None:
    set_back(folder)
    result = packed(folder, only_ready=True)
    assert result.delivered == ["99XX03"]
    assert errors(result) == [], "it was asked for"
    assert [one.code for one in result.findings if one.severity is Severity.WARNING] == ["SOP750"]
    (left,) = manifest(result)["left_out"]
    assert (left["code"], left["name"]) == ("99XX00", "De Zeven Zeilen")
    assert len(left["reasons"]) == 1
    assert not any("99XX00" in name for name in files(result))


def test_only_ready_with_nobody_ready_writes_nothing(folder: Path) -> None:
    for code in READY:
        change_answers(folder, code, vaststelling__status="concept")
    result = packed(folder, only_ready=True)
    assert result.file == ""
    assert len(errors(result)) == 2


def test_a_school_of_another_board_is_refused(folder: Path) -> None:
    text = (folder / "board.toml").read_text("utf-8")
    (folder / "board.toml").write_text(text.replace("99XX03", "99XX04"), "utf-8")
    result = packed(folder)
    assert codes_of(result) == {"99XX00": [], "99XX03": ["SOP756"]}


def test_a_school_without_a_sop_keeps_nobody_waiting_and_is_named(tmp_path: Path) -> None:
    result = packed(ready_folder(tmp_path / "board", roster=("99XX09",)))
    assert result.undelivered == [("99XX09", "School 99XX09")]
    assert [one.message for one in result.findings if one.code == "SOP757"] == [
        "99XX09 School 99XX09 is in board.toml, and there is no SOP of it for 2026-2027."
    ]
    assert manifest(result)["left_out"] == [
        {"code": "99XX09", "name": "School 99XX09", "reasons": []}
    ]


def test_a_word_file_that_cannot_be_read_keeps_all_back(folder: Path) -> None:
    (folder / "99XX01-sop.docx").write_bytes(PDF)
    result = packed(folder)
    assert result.file == ""
    assert [one.code for one in result.failures] == ["SOP015"]
    assert packed(folder, only_ready=True).delivered == list(READY)


def test_letters_and_minutes_in_the_folder_are_no_matter(folder: Path) -> None:
    (folder / "notulen.docx").write_bytes(docx("Notulen van de vergadering"))
    assert packed(folder).delivered == list(READY)


def test_the_pages_of_a_declaration_all_go_in(folder: Path) -> None:
    forget_declaration(folder)
    for page in ("a", "b"):
        (folder / f"99XX00-adviesverklaring {page}.jpg").write_bytes(
            b"\xff\xd8\xff" + page.encode()
        )
    there = files(packed(folder))
    assert there["scholen/99XX00-adviesverklaring-1.jpg"].endswith(b"a")
    assert there["scholen/99XX00-adviesverklaring-2.jpg"].endswith(b"b")


def test_a_declaration_that_says_another_advice_is_told(folder: Path, tmp_path: Path) -> None:
    forget_declaration(folder)
    made = write_letters("adviesverklaring-mr", [folder], tmp_path / "brieven", today=TODAY)
    form = Path(made.files[0].file)
    form.write_bytes(edited(form.read_bytes(), lambda top: tick(top, 3)))
    form.rename(folder / form.name)
    (found,) = (one for one in packed(folder).findings if one.code == "SOP745")
    assert found.message == (
        f"99XX00 De Zeven Zeilen: {form.name} says negatief, and the SOP says positief."
    )


def test_where_the_mr_gave_no_advice_no_declaration_is_asked(folder: Path) -> None:
    forget_declaration(folder)
    advice = "geen advies binnen termijn"
    change_answers(folder, "99XX00", vaststelling__mr_advies=advice, vaststelling__mr_datum=None)
    result = packed(folder)
    assert result.delivered == list(READY)
    assert manifest(result)["schools"][0]["declaration"] == "no advice"
    assert [one.code for one in result.findings] == ["SOP758"]


def test_a_board_of_one_school_delivers_to_the_region_directly(tmp_path: Path) -> None:
    folder = ready_folder(tmp_path / "board", "99XX00")
    (folder / "board.toml").unlink()
    change_answers(folder, "99XX00", school__eenpitter=True, school__email="info@zeilen.example")
    told = manifest(packed(folder))
    assert told["direct"] is True
    assert told["sender"] == {
        "kind": "school",
        "name": "Stichting Regenboogbestuur",
        "number": "00099",
        "contact": "info@zeilen.example",
    }
    assert "SPPOH" in told["recipient"]["name"]


def test_another_year_is_left_out_unless_it_is_asked(folder: Path) -> None:
    answers = {"school__schooljaar": "2025-2026", "vaststelling__status": "concept"}
    change_answers(folder, "99XX00", **answers).rename(folder / "vorig.docx")
    (folder / sample("99XX00").name).write_bytes(sample("99XX00").read_bytes())
    result = packed(folder)
    assert result.delivered == list(READY)
    (found,) = (one for one in result.findings if one.code == "SOP759")
    assert "vorig.docx is of 2025-2026" in found.message
    assert codes_of(packed(folder, year="2025-2026")) == {"99XX00": ["SOP750"]}


def test_a_package_that_exists_is_not_overwritten(folder: Path) -> None:
    out = folder.with_suffix(".zip")
    out.write_bytes(b"of yesterday")
    with pytest.raises(SopError) as caught:
        make_package([folder], out, today=TODAY, pdf=False)
    assert caught.value.code == "SOP030"
    assert out.read_bytes() == b"of yesterday"


def test_a_folder_without_a_sop_is_told(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(SopError) as caught:
        packed(tmp_path / "leeg")
    assert caught.value.code == "SOP002"


def test_a_package_that_nobody_would_accept_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sop_templates.engine.delivery.packaging.MAX_UNPACKED", 1024)
    with pytest.raises(SopError) as caught:
        packed(folder)
    assert caught.value.code == "SOP755"
    assert re.search(r"would hold \d+ MB", caught.value.message)
    assert not folder.with_suffix(".zip").exists()
