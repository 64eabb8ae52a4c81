"""A board's folder that is ready to be delivered, for tests: `ready_folder(folder, "99XX00", "99XX03")`."""

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from sop_templates.domain.answers import Answers
from sop_templates.domain.board import Board, BoardSchool
from sop_templates.domain.file_names import word_file_name
from sop_templates.engine.boards import write_board
from sop_templates.engine.delivery.packaging import PackageResult, make_package
from sop_templates.engine.demo import samples_folder
from sop_templates.engine.reading import read_file
from sop_templates.engine.word_files import open_word_model
from sop_templates.formats.stored_zip import stored_zip
from sop_templates.formats.word.names import qn
from tests.support.word_editing import content_of, first, properties_of
from tests.support.word_xml import unzipped

SAMPLE = samples_folder() / "regenboogbestuur" / "word"
PDF = b"%PDF-1.7 getekend %%EOF"
TODAY = date(2026, 7, 1)
READY = ("99XX00", "99XX03")  # established in the sample, both with advice


def ready_folder(folder: Path, *codes: str, roster: tuple[str, ...] = ()) -> Path:
    """A folder with the SOPs of these schools, signed declarations and a `board.toml`."""
    folder.mkdir(parents=True)
    for code in codes or READY:
        shutil.copy(sample(code), folder)
        (folder / f"{code}-adviesverklaring.pdf").write_bytes(PDF)
    schools = tuple(BoardSchool(code, f"School {code}") for code in (*(codes or READY), *roster))
    board = Board(name="Stichting Boog", number="00099", contact="Kwaliteit", schools=schools)
    write_board(board, folder / "board.toml")
    return folder


def sample(code: str) -> Path:
    """The Word file of a school of the sample board."""
    (path,) = SAMPLE.glob(f"{code}-*.docx")
    return path


def change_answers(folder: Path, code: str, **changes: object) -> Path:
    """Fills a school's file anew with other answers; `vaststelling__status` is a key."""
    (path,) = folder.glob(f"{code}-*-sop-*.docx")
    answers: Answers = dict(read_file(path).answers)
    answers |= {key.replace("__", "."): value for key, value in changes.items()}
    path.unlink()
    changed = folder / word_file_name(answers)
    changed.write_bytes(open_word_model().fill(answers))
    return changed


def packed(folder: Path, **more: Any) -> PackageResult:
    """The folder, packed without PDF into `folder.zip` beside it."""
    out = folder.with_suffix(".zip")
    return make_package([folder], out, today=TODAY, pdf=False, force=True, **more)


def repacked(
    package: Path, change: Callable[[dict[str, bytes]], object] = lambda _files: None
) -> Path:
    """The package with a change to its files, by path."""
    files = unzipped(package.read_bytes())
    change(files)
    changed = package.with_name("changed.zip")
    changed.write_bytes(stored_zip(files))
    return changed


def with_manifest(files: dict[str, bytes], change: Callable[[dict[str, Any]], object]) -> None:
    """Changes the manifest among a package's files."""
    manifest = json.loads(files["manifest.json"])
    change(manifest)
    files["manifest.json"] = json.dumps(manifest).encode()


def codes_of(result: PackageResult) -> Mapping[str, list[str]]:
    """Why each school is not ready: the codes of its reasons."""
    return {one.code: [reason.code for reason in one.reasons] for one in result.schools}


def tick(top: etree._Element, number: int = 1) -> None:
    """Ticks a box of the declaration as Word does: its state, and its sign."""
    tag = f"verklaring.advies.{number}"
    first(properties_of(top, tag), "w14:checked").set(qn("w14:val"), "1")
    first(content_of(top, tag), "w:t").text = "☒"
