"""Which Word file in a folder is whose, whatever it is called."""

from pathlib import Path
from typing import Any

import pytest

from sop_templates.domain.answers import blank
from sop_templates.engine.models import open_model
from sop_templates.engine.update.word_folder import WordFolder, read_word_folder, refuse_open
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError
from sop_templates.kinds import updating as kinds
from sop_templates.kinds.batches import OLDER_COPY
from tests.support.libreoffice import convert
from tests.support.word_strip import with_typed
from tests.support.word_xml import docx, unzipped, zipped

CODE, YEAR = "07PD00", "2026-2027"


def word(code: str | None = CODE, year: str | None = YEAR, *, modified: str = "") -> bytes:
    """A Word file of the model, saved at that moment."""
    known: dict[str, Any] = {"school.vestigingscode": code, "school.schooljaar": year}
    files = unzipped(open_word_model().fill(blank(open_model()) | known))
    if modified:
        core = files["docProps/core.xml"].decode()
        start, rest = core.split("<dcterms:modified", 1)
        attributes, rest = rest.split(">", 1)
        end = rest[rest.index("<") :]
        files["docProps/core.xml"] = (
            f"{start}<dcterms:modified{attributes}>{modified}{end}".encode()
        )
    return zipped(files)


def put(folder: Path, **files: bytes) -> WordFolder:
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    return read_word_folder(folder)


def test_a_renamed_file_in_a_subfolder_is_found(tmp_path: Path) -> None:
    (tmp_path / "scholen").mkdir()
    path = tmp_path / "scholen/Regenboog definitief (2).docx"
    path.write_bytes(word())
    assert read_word_folder(tmp_path).find(CODE, YEAR) == path


def test_another_year_is_another_file(tmp_path: Path) -> None:
    folder = put(tmp_path, oud=word(year="2025-2026"), nieuw=word())
    assert folder.find(CODE, YEAR) == tmp_path / "nieuw.docx"
    assert folder.find(CODE, "2027-2028") is None
    assert folder.find("00AA00", YEAR) is None


def test_a_file_without_a_year_is_taken_for_any(tmp_path: Path) -> None:
    folder = put(tmp_path, leeg=word(year=None))
    assert folder.find(CODE, YEAR) == tmp_path / "leeg.docx"


def test_an_intake_without_a_year_means_the_only_file(tmp_path: Path) -> None:
    assert put(tmp_path, een=word()).find(CODE, None) == tmp_path / "een.docx"
    with pytest.raises(SopError) as caught:
        put(tmp_path, twee=word(year="2025-2026")).find(CODE, None)
    assert caught.value.kind is kinds.WHICH_YEAR


def test_of_two_files_the_newest_counts_and_both_are_named(tmp_path: Path) -> None:
    folder = put(
        tmp_path,
        a=word(modified="2026-09-02T08:00:00Z"),
        b=word(modified="2026-09-01T08:00:00Z"),
    )
    assert folder.find(CODE, YEAR) == tmp_path / "a.docx"
    (finding,) = folder.findings
    assert finding.kind == OLDER_COPY
    assert "a.docx" in finding.message
    assert "b.docx" in finding.message


def test_a_file_whose_code_was_taken_away_is_known_by_what_it_keeps(tmp_path: Path) -> None:
    folder = put(tmp_path, een=with_typed(word(), "school.vestigingscode", ""))
    assert folder.find(CODE, YEAR) == tmp_path / "een.docx"


def test_letters_are_passed_over_and_damaged_files_named(tmp_path: Path) -> None:
    folder = put(tmp_path, brief=docx("Beste ouders"), stuk=b"PK\x03\x04 stuk")
    assert [Path(one.file).name for one in folder.failures] == ["stuk.docx"]
    assert folder.find(CODE, YEAR) is None


def test_no_new_file_beside_one_that_may_be_the_school_s(tmp_path: Path) -> None:
    (tmp_path / "07pd00-Regenboog.docx").write_bytes(b"PK\x03\x04 stuk")
    with pytest.raises(SopError) as caught:
        read_word_folder(tmp_path).find(CODE, YEAR)
    assert caught.value.kind is kinds.UNREADABLE


def test_a_file_of_another_word_processor_is_told(tmp_path: Path) -> None:
    source = tmp_path / "sop.docx"
    source.write_bytes(word())
    convert(source, "odt", tmp_path / "scholen").rename(tmp_path / "scholen/Regenboog.odt")
    with pytest.raises(SopError) as caught:
        read_word_folder(tmp_path / "scholen").find(CODE, YEAR)
    assert caught.value.kind is kinds.NOT_WORD


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert read_word_folder(tmp_path / "nieuw").find(CODE, YEAR) is None


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("07PD00-Regenboog.docx", "~$PD00-Regenboog.docx"),
        ("acht tek.docx", "~$ht tek.docx"),
        ("zeven77.docx", "~$even77.docx"),
        ("sop.docx", "~$sop.docx"),
        ("sop.docx", ".~lock.sop.docx#"),
    ],
)
def test_an_open_file_is_left_alone(tmp_path: Path, name: str, owner: str) -> None:
    path = tmp_path / name
    refuse_open(path)
    (tmp_path / owner).touch()
    with pytest.raises(SopError) as caught:
        refuse_open(path)
    assert caught.value.kind is kinds.IN_USE
    assert owner in caught.value.message
