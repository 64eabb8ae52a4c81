"""The samples are what their sources give: `make samples` would change nothing."""

from pathlib import Path
from zipfile import ZipFile

from tests.support.make_samples import FAULTY, SOURCE, make_faulty_documents, make_samples

PACKAGES = (".docx", ".xlsx")


def contents(path: Path) -> object:
    """The parts of a package: compressed bytes may differ between machines, parts may not."""
    if path.suffix not in PACKAGES:
        return path.read_bytes()
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_making_the_samples_again_changes_nothing(tmp_path: Path) -> None:
    make_samples(tmp_path)

    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(made) > len(list(SOURCE.glob("bron/*.toml")))
    different = [str(path) for path in made if contents(tmp_path / path) != contents(SOURCE / path)]
    assert different == []


def test_making_the_faulty_documents_again_changes_nothing(tmp_path: Path) -> None:
    make_faulty_documents(tmp_path)

    made = sorted((tmp_path / "word").iterdir())
    assert [path.name for path in made] == sorted(path.name for path in (FAULTY / "word").iterdir())
    assert [contents(path) for path in made] == [
        contents(FAULTY / "word" / path.name) for path in made
    ]


def test_the_samples_name_no_folder_of_a_machine() -> None:
    for path in (SOURCE / "antwoorden.json", SOURCE / "board.toml"):
        assert str(SOURCE.parents[1]) not in path.read_text(encoding="utf-8")
