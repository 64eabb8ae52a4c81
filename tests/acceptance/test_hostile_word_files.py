"""Hostile and broken Word files in one folder with good ones: each has its line, the others are read."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sop_templates.formats.files import MEGABYTE
from tests.support.command_line import Said, sop
from tests.support.hostile_files import (
    BODY,
    CANARY,
    ENCRYPTED,
    HTML,
    JPEG,
    OLE,
    PDF,
    SETTINGS,
    Hostile,
    always,
    bomb,
    cut,
    deep,
    entries,
    in_part,
    laughing,
    many_parts,
    modest_bomb,
    nested_bomb,
    stored,
    with_doctype,
    with_entry,
    with_part,
    with_relations,
)
from tests.support.listener import Listener, listening
from tests.support.word_xml import zipped

SAMPLES = sorted((Path(__file__).parents[2] / "samples/regenboogbestuur/word").glob("*.docx"))
GOOD, OTHER, LAST, *MORE = SAMPLES


def with_entity(system: str) -> Callable[[bytes], bytes]:
    """The file with a text that is fetched from elsewhere."""
    return in_part(BODY, with_doctype(f'<!ENTITY buiten SYSTEM "{system}">', "&buiten;"))


BROKEN = (
    Hostile("leeg.docx", always(b""), "SOP013"),
    Hostile("afgebroken-begin.docx", cut(0.01), "SOP021"),
    Hostile("afgebroken-midden.docx", cut(0.5), "SOP021"),
    Hostile("afgebroken-eind.docx", cut(0.999), "SOP021"),
    Hostile("kapotte-xml.docx", in_part(BODY, lambda xml: xml[:-9]), "SOP026"),
    Hostile("geen-document.docx", always(zipped({"a.xml": b"<a/>"})), "SOP029"),
    Hostile("werkmap.docx", always(zipped({"xl/workbook.xml": b"<a/>"})), "SOP029"),
)
FOREIGN = (
    Hostile("oud-word.docx", always(OLE), "SOP016"),
    Hostile("wachtwoord.docx", always(ENCRYPTED), "SOP017"),
    Hostile("pdf.docx", always(PDF), "SOP015"),
    Hostile("webpagina.docx", always(HTML), "SOP018"),
    Hostile("tekst.docx", always("Beste collega, zie de bijlage. 😀".encode()), "SOP018"),
    Hostile("foto.docx", always(JPEG), "SOP019"),
    Hostile("programma.docx", always(b"MZ\x90\x00" + bytes(500)), "SOP020"),
)
BOMBS = (
    Hostile("bom.docx", always(bomb()), "SOP022"),
    Hostile("bom-van-delen.docx", always(modest_bomb()), "SOP022"),
    Hostile("bom-in-bom.docx", nested_bomb),  # nothing unpacks what lies in it
    Hostile("veel-delen.docx", many_parts(5000), "SOP023"),
    Hostile("heel-veel-delen.docx", always(entries(1_000_000)), "SOP023"),
    Hostile("diep.docx", lambda good: stored(good, {BODY: deep(100_000)}), "SOP026"),
    Hostile("lachen.docx", in_part(BODY, with_doctype(laughing(), "&l11;")), "SOP027"),
)
TRICKS = (
    Hostile("buiten.docx", with_entry("../../../buiten.txt", b"x"), "SOP025"),
    Hostile("volledig-pad.docx", with_entry("/tmp/buiten.txt", b"x"), "SOP025"),  # noqa: S108 - a name in a zip
    Hostile("windows-pad.docx", with_entry("..\\..\\buiten.txt", b"x"), "SOP025"),
    Hostile("schijf.docx", with_entry("C:buiten.txt", b"x"), "SOP025"),
    Hostile("dubbel.docx", with_entry(BODY, b"<w:document/>"), "SOP024"),
    Hostile("dubbel-anders.docx", with_entry("WORD/Document.xml", b"<a/>"), "SOP024"),
    Hostile("dtd.docx", in_part(BODY, with_doctype("")), "SOP027"),
    Hostile("dtd-elders.docx", in_part("word/styles.xml", with_doctype("")), "SOP027"),
    Hostile("macro.docx", with_part("word/vbaProject.bin", OLE), finding="SOP310"),
    Hostile("macro.docm", with_part("word/vbaProject.bin", OLE), finding="SOP310"),
)
EVERY = (*BROKEN, *FOREIGN, *BOMBS, *TRICKS)


@dataclass(frozen=True, slots=True)
class Batch:
    """A folder of hostile files and good ones, read."""

    folder: Path
    said: Said
    heard: list[bytes]
    before: dict[str, int]

    def failure(self, name: str) -> dict[str, str] | None:
        found = [one for one in self.said.json["failed"] if Path(one["file"]).name == name]
        assert len(found) <= 1
        return found[0] if found else None

    def record(self, name: str) -> dict[str, Any] | None:
        found = [one for one in self.said.json["records"] if Path(one["file"]).name == name]
        return found[0] if found else None


def tree(folder: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_size for path in folder.rglob("*")}


def reaching_out(server: Listener, secret: Path) -> dict[str, Callable[[bytes], bytes]]:
    """Files that point at other files, here and on the network."""
    address = server.address
    outward = {
        "rBeeld": ("image", f"{address}/beeld.png"),
        "rObject": ("oleObject", f"{address}/object.bin"),
        "rStuk": ("aFChunk", f"{address}/stuk.html"),
        "rDeel": ("subDocument", secret.as_uri()),
        "rKoppeling": ("hyperlink", "file://///127.0.0.1/map/bestand.exe"),
    }
    template = {"rSjabloon": ("attachedTemplate", f"{address}/sjabloon.dotm")}
    return {
        "naar-buiten.docx": partial(with_relations, part=BODY, relations=outward),
        "sjabloon.docx": partial(with_relations, part=SETTINGS, relations=template),
        "entiteit-web.docx": with_entity(f"{address}/entiteit"),
        "entiteit-bestand.docx": with_entity(secret.as_uri()),
        "dtd-web.docx": in_part(BODY, with_doctype("", system=f"{address}/een.dtd")),
    }


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    top = tmp_path_factory.mktemp("vijandig")
    folder, secret = top / "word", top / "geheim.txt"
    folder.mkdir()
    secret.write_text(CANARY)
    good = GOOD.read_bytes()
    schools = iter(MORE)  # one each for what is read: two files of one school are told of
    for one in EVERY:
        (folder / one.name).write_bytes(one.make(good if one.code else next(schools).read_bytes()))
    shutil.copy(OTHER, folder / "0-eerste.docx")
    shutil.copy(LAST, folder / "zz-laatste.docx")
    with (folder / "film.docx").open("wb") as big:
        big.truncate(500 * MEGABYTE)
    os.mkfifo(folder / "pijp.docx")
    (folder / "map.docx").mkdir()
    with listening() as server:
        for name, make in reaching_out(server, secret).items():
            (folder / name).write_bytes(make(next(schools, GOOD).read_bytes()))
        before = tree(top)
        said = sop("read", folder, "--json", "--jobs", 1)
        yield Batch(folder, said, list(server.heard), before)


@pytest.mark.parametrize("one", [one for one in EVERY if one.code], ids=lambda one: one.name)
def test_each_has_its_one_line_with_advice(batch: Batch, one: Hostile) -> None:
    failure = batch.failure(one.name)
    assert failure is not None
    assert failure["code"] == one.code
    assert_is_a_line(failure["message"], one.name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("film.docx", "SOP014"),
        ("pijp.docx", "SOP012"),
        ("entiteit-web.docx", "SOP027"),
        ("entiteit-bestand.docx", "SOP027"),
        ("dtd-web.docx", "SOP027"),
    ],
)
def test_what_is_big_strange_or_reaches_out_has_its_line_too(
    batch: Batch, name: str, code: str
) -> None:
    failure = batch.failure(name)
    assert failure is not None
    assert failure["code"] == code
    assert_is_a_line(failure["message"], name)


@pytest.mark.parametrize("one", [one for one in EVERY if not one.code], ids=lambda one: one.name)
def test_what_does_no_harm_is_read_and_told_of(batch: Batch, one: Hostile) -> None:
    assert batch.failure(one.name) is None
    record = batch.record(one.name)
    assert record is not None
    assert one.finding in ["", *(found["code"] for found in record["findings"])]


def test_the_good_files_are_read_as_ever(batch: Batch) -> None:
    assert batch.said.code == 1
    for name, source in (("0-eerste.docx", OTHER), ("zz-laatste.docx", LAST)):
        alone = sop("read", source, "--json").json["records"][0]
        record = batch.record(name)
        assert record is not None
        assert record["answers"] == alone["answers"]


def test_nothing_is_fetched_and_no_other_file_is_read(batch: Batch) -> None:
    assert batch.heard == []
    assert CANARY not in batch.said.out + batch.said.err
    assert all(batch.record(name) for name in ("naar-buiten.docx", "sjabloon.docx"))


def test_nothing_is_written(batch: Batch) -> None:
    assert tree(batch.folder.parent) == batch.before


def test_on_a_terminal_each_is_one_line_and_there_is_no_stack_trace(batch: Batch) -> None:
    said = sop("read", batch.folder, "--jobs", 1)
    lines = said.err.splitlines()
    assert len(lines) == len(batch.said.json["failed"])
    assert all(line.startswith("Mislukt: ") and line.endswith("]") for line in lines)
    assert "Traceback" not in said.out + said.err


def test_every_command_that_reads_goes_on(batch: Batch, tmp_path: Path) -> None:
    for words in (
        ("check", batch.folder),
        ("summary", batch.folder, "-o", tmp_path / "overzicht.xlsx"),
        ("controls", batch.folder),
        ("status", batch.folder),
    ):
        said = sop(*words)
        assert said.code == 1, words
        assert "Traceback" not in said.out + said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["overzicht.xlsx"]


def assert_is_a_line(message: str, name: str) -> None:
    assert name in message
    assert message.isprintable()
    assert message.count(". ") >= 1  # what is wrong, and what to do
    assert message.endswith((".", "?", ")"))
