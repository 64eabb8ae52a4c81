"""The worst files that pass, and the worst that are refused, never take more memory than `docs/safety.md` says."""

import re
import sys
from pathlib import Path

from sop_templates.domain.model import SCHOOL_CODE
from sop_templates.engine.intake.other_tables import LIST_CELLS
from sop_templates.engine.models import open_model
from sop_templates.formats.excel.delimited import MAX_CELLS
from sop_templates.formats.files import MEGABYTE
from sop_templates.formats.word.finished.story import MAX_MARKS
from tests.support.hostile_files import (
    BODY,
    bomb,
    crowded,
    entries,
    modest_bomb,
    nested_bomb,
    stored,
)
from tests.support.hostile_workbooks import crowded as crowded_sheet
from tests.support.hostile_workbooks import workbook
from tests.support.peak_memory import run, run_sop
from tests.support.word_xml import unzipped

ROOT = Path(__file__).parents[2]
GOOD = min((ROOT / "samples/regenboogbestuur/word").glob("*.docx"))
BOUND = int(re.findall(r"(\d+) MB of memory", (ROOT / "docs/safety.md").read_text("utf-8"))[0])
MODEL = open_model()
UNITS = (
    b"<w:p/>",
    b"<w:p><w:r><w:t>woord</w:t></w:r></w:p>",
    b'<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
)


def test_the_worst_word_files(tmp_path: Path) -> None:
    good = GOOD.read_bytes()
    room = MAX_MARKS - sum(data.count(b"<") + data.count(b"=") for data in unzipped(good).values())
    files = {f"vol-{at}": stored(good, {BODY: full(unit, room)}) for at, unit in enumerate(UNITS)}
    files["koppen"] = with_headers(good, 40)
    files |= {"bom": bomb(), "delen": modest_bomb(), "in": nested_bomb(good)}
    files["lijst"] = entries(1_200_000)
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    with (tmp_path / "film.docx").open("wb") as big:
        big.truncate(500 * MEGABYTE)

    done = run_sop("read", tmp_path, "--quiet")

    assert "Traceback" not in done.err
    assert done.err.count("SOP022") == 3, done.err  # two bombs, and the headers
    assert done.megabytes < BOUND


def test_the_worst_tables_and_workbooks(tmp_path: Path) -> None:
    wide = "school.vestigingscode;school.naam;" + ";".join(f"kolom {at}" for at in range(198))
    line = ";".join(f"cel {at} 😀" for at in range(200))
    text = "\r\n".join([wide, *[line] * (MAX_CELLS // 202 - 1)])
    (tmp_path / "vol.csv").write_text(text, encoding="utf-8")
    for one in MODEL.lists():  # are read beside it
        tags = ";".join([SCHOOL_CODE, *one.tags()])
        cells = ";".join(["00AA00", *("woorden 😀" for _ in one.tags())])
        rows = LIST_CELLS // (len(one.columns) + 1) - 2
        beside = tmp_path / f"vol.{one.key}.csv"
        beside.write_text("\n".join([tags, *[cells] * rows]), encoding="utf-8")
    (tmp_path / "breed.csv").write_bytes(b";" * (60 * MEGABYTE))
    (tmp_path / "vol.xlsx").write_bytes(workbook(crowded_sheet(1_400_000)))
    (tmp_path / "bladen.xlsx").write_bytes(workbook(crowded_sheet(1_000_000), sheets=12))

    done = run_sop("fill", tmp_path, "-o", tmp_path / "uit", "--quiet")

    assert "Traceback" not in done.err
    assert done.megabytes < BOUND


def test_the_measure_sees_what_a_process_takes() -> None:
    held = run([sys.executable, "-c", "held = bytearray(300 * 2**20); held[:] = held"])
    assert 300 < held.megabytes < 700


def full(unit: bytes, marks: int) -> bytes:
    """A document with as many marks as are read."""
    each = unit.count(b"<") + unit.count(b"=")
    return crowded(unit, marks // each * len(unit))


def with_headers(good: bytes, count: int) -> bytes:
    """A file whose headers each stay within bounds, and do not together."""
    parts = unzipped(good)
    rels = "word/_rels/document.xml.rels"
    unit = b"<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    space = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    header = space + unit * 20_000 + b"</w:hdr>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    told = "".join(
        f'<Relationship Id="rKop{at}" Type="{kind}" Target="kop{at}.xml"/>' for at in range(count)
    )
    end = b"</Relationships>"
    more = {f"word/kop{at}.xml": header for at in range(count)}
    return stored(good, more | {rels: parts[rels].replace(end, told.encode() + end)})
