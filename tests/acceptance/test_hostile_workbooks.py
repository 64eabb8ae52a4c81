"""Hostile and broken intakes, tables and board files among good ones: each has its line, the others are filled."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sop_templates.engine.models import model_folder
from sop_templates.formats.files import MEGABYTE
from tests.support.command_line import Said, sop
from tests.support.hostile_files import (
    CANARY,
    ENCRYPTED,
    HTML,
    JPEG,
    OLE,
    PDF,
    Hostile,
    always,
    bomb,
    cut,
    entries,
    in_part,
    laughing,
    many_parts,
    nested_bomb,
    with_doctype,
    with_entry,
    with_part,
    with_relations,
)
from tests.support.hostile_workbooks import BOOK, SHEET, crowded, workbook
from tests.support.listener import Listener, listening

SAMPLES = sorted((Path(__file__).parents[2] / "samples/regenboogbestuur/word").glob("*.docx"))
DEEP = b"<a>" * 100_000 + b"</a>" * 100_000

BROKEN = (
    Hostile("leeg.xlsx", always(b""), "SOP013"),
    Hostile("afgebroken.xlsx", cut(0.5), "SOP021"),
    Hostile("kapotte-xml.xlsx", in_part(SHEET, lambda xml: xml[:-9]), "SOP026"),
    Hostile("oud-excel.xlsx", always(OLE), "SOP016"),
    Hostile("wachtwoord.xlsx", always(ENCRYPTED), "SOP017"),
    Hostile("pdf.xlsx", always(PDF), "SOP015"),
    Hostile("webpagina.xlsx", always(HTML), "SOP018"),
    Hostile("csv.xlsx", always(b"naam;code\r\nDe Eik;00AA00\r\n"), "SOP018"),
    Hostile("foto.xlsx", always(JPEG), "SOP019"),
    Hostile("word.xlsx", always(SAMPLES[0].read_bytes()), "SOP601"),
    Hostile("geen-tabel.xlsx", always(workbook(b"<row><c><v>1</v></c></row>")), "SOP603"),
)
BOMBS = (
    Hostile("bom.xlsx", always(bomb(name=SHEET)), "SOP022"),
    Hostile("bom-in-bom.xlsx", nested_bomb),
    Hostile("veel-delen.xlsx", many_parts(5000), "SOP023"),
    Hostile("heel-veel-delen.xlsx", always(entries(1_000_000)), "SOP023"),
    Hostile("diep.xlsx", always(workbook(DEEP, method=0)), "SOP026"),
    Hostile("lachen.xlsx", in_part(SHEET, with_doctype(laughing())), "SOP027"),
    Hostile("vol.xlsx", always(workbook(crowded(500_000), sheets=4)), "SOP022"),
)
TRICKS = (
    Hostile("buiten.xlsx", with_entry("../../buiten.txt", b"x"), "SOP025"),
    Hostile("dubbel.xlsx", with_entry(SHEET, b"<a/>"), "SOP024"),
    Hostile("dtd.xlsx", in_part(BOOK, with_doctype("")), "SOP027"),
    Hostile("macro.xlsm", with_part("xl/vbaProject.bin", OLE)),
)
TABLES = (
    Hostile("leeg.csv", always(b""), "SOP013"),
    Hostile("alleen-regels.csv", always(b"\r\n" * 900_000), "SOP603"),
    Hostile("rommel.csv", always(bytes(range(256)) * 5000), "SOP603"),
    Hostile("open-aanhaling.csv", always(b'naam;"' + b"x" * 5_000_000), "SOP603"),
    Hostile("puntkomma.csv", always(b";" * 5_000_000), "SOP626"),
    Hostile("lang.csv", always(b"x" * (30 * MEGABYTE)), "SOP626"),
    Hostile("pdf.csv", always(PDF), "SOP603"),
    Hostile("foto.csv", always(JPEG), "SOP603"),
)
EVERY = (*BROKEN, *BOMBS, *TRICKS, *TABLES)
BOARDS: dict[str, tuple[bytes, str]] = {
    "leeg": (b"", "SOP013"),
    "geen toml": (b"name = Stichting De Brug", "SOP632"),
    "word": (SAMPLES[0].read_bytes(), "SOP632"),
    "diep": (b"a = " + b"[" * 100_000, "SOP632"),
    "veel delen": (b"a." * 400_000 + b"a = 1", "SOP632"),
    "groot": (b"# " + b"x" * (2 * MEGABYTE), "SOP014"),
    "groot getal": (b"number = " + b"9" * 100_000, "SOP632"),
}


@dataclass(frozen=True, slots=True)
class Batch:
    """A folder of hostile intakes and good ones, and what `sop fill` made of it."""

    folder: Path
    out: Path
    said: Said
    heard: list[bytes]
    before: set[Path]

    def failure(self, name: str) -> dict[str, Any] | None:
        found = [one for one in self.said.json["failed"] if Path(one["file"]).name == name]
        assert len(found) <= 1
        return found[0] if found else None


def reaching_out(server: Listener, secret: Path) -> dict[str, Callable[[bytes], bytes]]:
    """Intakes that point at other files, here and on the network."""
    outward = {
        "rLink": ("externalLinkPath", f"{server.address}/ander.xlsx"),
        "rBeeld": ("image", f"{server.address}/beeld.png"),
        "rBestand": ("externalLinkPath", secret.as_uri()),
    }
    entity = f'<!ENTITY buiten SYSTEM "{server.address}/entiteit">'
    formula = f"=WEBSERVICE(&quot;{server.address}/formule&quot;)".encode()
    return {
        "naar-buiten.xlsx": lambda good: with_relations(good, BOOK, outward),
        "entiteit.xlsx": in_part(SHEET, with_doctype(entity)),
        "formule.xlsx": in_part(
            SHEET,
            lambda xml: xml.replace(
                b"<sheetData>", b"<sheetData><row><c><f>%s</f><v>1</v></c></row>" % formula
            ),
        ),
    }


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    top = tmp_path_factory.mktemp("vijandig")
    folder, out, secret = top / "intakes", top / "word", top / "geheim.txt"
    folder.mkdir()
    secret.write_text(CANARY)
    for name, sample in (("0-eerste.xlsx", SAMPLES[0]), ("zz-laatste.xlsx", SAMPLES[1])):
        assert sop("read", sample, "-o", folder / name, "--quiet").code == 0
    schools = iter(SAMPLES[2:])

    def good() -> bytes:
        """An intake of a school that is in no other file."""
        sop("read", next(schools), "-o", top / "goed.xlsx", "--quiet", "--force")
        return (top / "goed.xlsx").read_bytes()

    broken = good()
    for one in EVERY:
        (folder / one.name).write_bytes(one.make(broken if one.code else good()))
    with (folder / "film.xlsx").open("wb") as big:
        big.truncate(500 * MEGABYTE)
    with listening() as server:
        for name, make in reaching_out(server, secret).items():
            (folder / name).write_bytes(make(good()))
        before = set(top.rglob("*"))
        said = sop("fill", folder, "-o", out, "--json", "--jobs", 1)
        yield Batch(folder, out, said, list(server.heard), before)


@pytest.mark.parametrize("one", [one for one in EVERY if one.code], ids=lambda one: one.name)
def test_each_has_its_one_line_with_advice(batch: Batch, one: Hostile) -> None:
    failure = batch.failure(one.name)
    assert failure is not None
    assert failure["code"] == one.code
    assert_is_a_line(failure["message"], one.name)


@pytest.mark.parametrize(("name", "code"), [("film.xlsx", "SOP014"), ("entiteit.xlsx", "SOP027")])
def test_what_is_big_or_reaches_out_has_its_line_too(batch: Batch, name: str, code: str) -> None:
    failure = batch.failure(name)
    assert failure is not None
    assert failure["code"] == code
    assert_is_a_line(failure["message"], name)


def test_the_others_are_filled(batch: Batch) -> None:
    assert batch.said.code == 1
    harmless = ["bom-in-bom.xlsx", "macro.xlsm", "naar-buiten.xlsx", "formule.xlsx"]
    assert [batch.failure(name) for name in harmless] == [None] * 4
    made = [Path(one["file"]).name[:6] for one in batch.said.json["files"]]
    assert {"99XX00", "99XX01"} <= set(made)
    assert len(made) == 2 + len(harmless)


def test_nothing_is_fetched_and_nothing_is_written_elsewhere(batch: Batch) -> None:
    assert batch.heard == []
    assert CANARY not in batch.said.out + batch.said.err
    after = set(batch.folder.parent.rglob("*"))
    assert {path for path in after - batch.before if batch.out not in (path, path.parent)} == set()


def test_on_a_terminal_each_is_one_line_and_there_is_no_stack_trace(batch: Batch) -> None:
    said = sop("fill", batch.folder, "-o", batch.out, "--jobs", 1)
    lines = said.err.splitlines()
    assert len(lines) == len(batch.said.json["failed"])
    assert all(line.startswith("Mislukt: ") and line.endswith("]") for line in lines)
    assert "Traceback" not in said.out + said.err


@pytest.mark.parametrize("name", BOARDS)
def test_a_broken_board_file_is_one_line(name: str, tmp_path: Path) -> None:
    data, code = BOARDS[name]
    (tmp_path / "sop.docx").write_bytes(SAMPLES[0].read_bytes())
    (tmp_path / "board.toml").write_bytes(data)
    for words in (("check", tmp_path), ("summary", tmp_path, "-o", tmp_path / "s.xlsx")):
        said = sop(*words)
        assert said.code == 3
        assert f"[{code}]" in said.err
        assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "s.xlsx").exists()


def assert_is_a_line(message: str, name: str) -> None:
    assert name in message
    assert message.isprintable()
    assert message.count(". ") >= 1  # what is wrong, and what to do
    assert message.endswith((".", "?", ")"))


@pytest.mark.parametrize("name", ["../elders/model", "x" * 5000, "twee\u2028regels"])
def test_a_model_that_a_workbook_names_is_looked_for_in_the_library_only(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with a model of the sender's own beside it is not opened."""
    shutil.copytree(model_folder("haaglanden"), tmp_path / "elders" / "model")
    made = tmp_path / "intakes" / "intake.xlsx"
    sop("read", SAMPLES[0], "-o", made, "--quiet")
    monkeypatch.chdir(made.parent)
    custom = "docProps/custom.xml"
    named = in_part(custom, lambda xml: xml.replace(b">haaglanden<", f">{name}<".encode()))
    made.write_bytes(named(made.read_bytes()))
    said = sop("fill", made.parent, "-o", tmp_path / "word", "--quiet")
    assert said.code == 3
    assert len(said.err.splitlines()) == 1
    assert "haaglanden" in said.err
