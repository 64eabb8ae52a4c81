"""Building a model: the same bytes each time, and an owner's work is left alone."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from sop_templates.engine.model_files.build import build_model, build_word_model
from sop_templates.engine.models import model_folder, model_names, open_model
from sop_templates.errors import SopError
from tests.support.word_validity import assert_valid

MODEL = open_model("haaglanden")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def resaved(data: bytes) -> bytes:
    """The file as an owner's change in Word leaves it: one part other than before."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts(data).items():
            archive.writestr(name, content.replace(b"1B5E74", b"7A1F5C"))
    return held.getvalue()


def test_a_model_is_built_the_same_each_time() -> None:
    assert build_word_model(MODEL) == build_word_model(MODEL)


@pytest.mark.parametrize("name", model_names())
def test_the_shipped_word_file_is_built_from_its_manifest_and_valid(name: str) -> None:
    shipped = (model_folder(name) / "model.docx").read_bytes()
    assert parts(shipped) == parts(build_word_model(open_model(name)))
    assert_valid(shipped)


def test_its_own_work_is_built_anew(tmp_path: Path) -> None:
    first = build_model(tmp_path, MODEL).read_bytes()
    assert build_model(tmp_path, MODEL).read_bytes() == first


def test_a_file_that_an_owner_changed_is_kept(tmp_path: Path) -> None:
    path = build_model(tmp_path, MODEL)
    path.write_bytes(resaved(path.read_bytes()))
    with pytest.raises(SopError) as refused:
        build_model(tmp_path, MODEL)
    assert refused.value.code == "SOP503"
    assert str(path) in refused.value.message


def test_a_word_file_of_somebody_else_is_kept(tmp_path: Path) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    (tmp_path / "model.docx").write_bytes(held.getvalue())
    with pytest.raises(SopError, match="not built by this program"):
        build_model(tmp_path, MODEL)


def test_force_builds_over_an_owners_changes(tmp_path: Path) -> None:
    path = build_model(tmp_path, MODEL)
    first = path.read_bytes()
    path.write_bytes(resaved(first))
    assert build_model(tmp_path, MODEL, force=True).read_bytes() == first


def test_no_part_is_there_that_is_not_needed() -> None:
    assert sorted(parts(build_word_model(MODEL))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/glossary/_rels/document.xml.rels",
        "word/glossary/document.xml",
        "word/glossary/fontTable.xml",
        "word/glossary/settings.xml",
        "word/glossary/styles.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
