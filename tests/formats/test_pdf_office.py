"""PDF by LibreOffice: the real one on one file, and a stand-in that hangs, breaks off and refuses."""

import sys
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from lxml import etree

from sop_templates.errors import SopError
from sop_templates.formats import pdf_office
from sop_templates.formats.pdf_office import WordFile, make_pdfs
from sop_templates.formats.word.building.package import Part, office_relation, package_files
from sop_templates.formats.word.names import element, root
from tests.support import libreoffice
from tests.support.word_xml import MAIN, e, p, r, zipped

BODY = "word/document.xml"
MADE = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
HANGING = 3.0  # seconds of patience where the stand-in hangs; it starts in a fraction of one
# Takes the command line of soffice; what a file holds says what becomes of it.
STAND_IN = """\
#!/bin/sh
folder=$(dirname "$0")
for name in "$@"; do
  case "$before $name" in
    "--outdir "*) out=$name ;;
    *.docx) names="$names $name"; words="$words $(cat "$name")" ;;
  esac
  before=$name
done
echo $words >> "$folder/runs.txt"
for name in $names; do
  word=$(cat "$name")
  pdf="$out/${name%.docx}.pdf"
  case "$word" in
    hang*) sleep 60 ;;
    break*) printf '%%PDF-1.6 half of' > "$pdf"; exit 9 ;;
    once*) [ -e "$folder/$word" ] || { touch "$folder/$word"; sleep 60; } ;;
  esac
  case "$word" in
    refuse*) ;;
    *) printf '%%PDF-1.6 of %s %%%%EOF' "$word" > "$pdf" ;;
  esac
done
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    if sys.platform == "win32":
        pytest.skip("a script is no program on Windows")
    program = tmp_path / "soffice"
    program.write_text(STAND_IN)
    program.chmod(0o755)
    return program


def made(office: Path, *words: str, patience: float = 60.0) -> dict[str, str]:
    """What became of each file: `pdf`, or the code of the error."""
    files = [WordFile(word, word.encode()) for word in words]
    pdfs = make_pdfs(files, office=office, jobs=1, patience=patience)
    assert [one.name for one in pdfs] == list(words)
    for one in pdfs:
        assert one.error or one.data == b"%PDF-1.6 of " + one.name.encode() + b" %%EOF"
    return {one.name: one.error.code if one.error else "pdf" for one in pdfs}


def runs(office: Path) -> list[str]:
    return (office.parent / "runs.txt").read_text().splitlines()


def test_many_files_go_through_one_process(office: Path) -> None:
    assert made(office, "a", "b", "c") == {"a": "pdf", "b": "pdf", "c": "pdf"}
    assert runs(office) == ["a b c"]


def test_a_file_that_hangs_twice_fails_and_the_others_go_on(office: Path) -> None:
    assert made(office, "a", "hang", "b", patience=HANGING) == {
        "a": "pdf",
        "hang": "SOP767",
        "b": "pdf",
    }
    assert runs(office) == ["a hang b", "b hang"]


def test_a_file_that_hung_once_gets_its_pdf(office: Path) -> None:
    assert made(office, "once", "a", patience=HANGING) == {"once": "pdf", "a": "pdf"}
    assert runs(office) == ["once a", "a once"]


def test_half_a_pdf_of_a_process_that_broke_off_is_none(office: Path) -> None:
    assert made(office, "break", "a") == {"break": "SOP767", "a": "pdf"}


def test_a_file_that_cannot_be_opened_is_told_at_once(office: Path) -> None:
    assert made(office, "a", "refuse") == {"a": "pdf", "refuse": "SOP766"}
    assert runs(office) == ["a refuse"]


def test_progress_ends_at_all_files(office: Path) -> None:
    told: list[tuple[int, int]] = []
    files = [WordFile("a", b"a"), WordFile("b", b"b")]
    make_pdfs(files, office=office, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_no_files_need_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_office, "find_office", lambda: None)
    assert make_pdfs([]) == []


def test_a_missing_libreoffice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_office, "find_office", lambda: None)
    with pytest.raises(SopError) as caught:
        make_pdfs([WordFile("a.docx", b"a")])
    assert caught.value.message == (
        "There is no LibreOffice on this machine, and PDF is made by it. "
        "Install LibreOffice (www.libreoffice.org), or save the files as PDF in Word."
    )


def test_equal_files_give_equal_tagged_pdf_and_damaged_ones_none() -> None:
    whole = _whole(r("Wat een school kan bieden."))
    files = [
        WordFile("a", whole, MADE),
        WordFile("b", b"PK\3\4 no file"),
        WordFile("c", whole, MADE),
    ]
    first, damaged, second = make_pdfs(files, office=libreoffice.office(), jobs=1)
    assert first.data == second.data
    assert b"/Marked true" in first.data
    assert b"/CreationDate(D:20260512093000Z')" in first.data
    assert b"<xmp:CreateDate>2026-05-12T09:30:00Z<" in first.data
    assert damaged.error is not None
    assert damaged.error.code == "SOP766"


def test_nothing_is_fetched_from_the_internet() -> None:
    asked: list[str] = []

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - as above

        def log_message(self, *_words: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/volg.png"
        (pdf,) = make_pdfs(
            [WordFile("a", _whole(_linked_picture(), link=address))], office=libreoffice.office()
        )
        server.shutdown()
        thread.join()
    assert pdf.error is None
    assert asked == []


def _whole(*content: etree._Element, link: str = "") -> bytes:
    """A Word file as LibreOffice knows it, with types of its parts and namespaces undeclared twice."""
    document = root("w:document")
    document.append(e("w:body", p(*content)))
    relations = {"": [office_relation("officeDocument", BODY)]}
    if link:
        relations[BODY] = [office_relation("image", link)]
    files = package_files([Part(BODY, MAIN, document)], relations)
    if link:
        name = "word/_rels/document.xml.rels"
        files[name] = files[name].replace(b"/>", b' TargetMode="External"/>')
    return zipped(files)


def _linked_picture() -> etree._Element:
    """A run with a picture that is not in the file; a linked one is fetched by LibreOffice as it comes."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    size = {"cx": "900000", "cy": "900000"}
    blip = element("a:blip", {"r:link": "rId1"})
    shown = element("a:stretch", children=[element("a:fillRect")])
    pic = etree.Element(f"{{{uri}}}pic")
    etree.SubElement(pic, f"{{{uri}}}blipFill").extend([blip, shown])
    sized = element(
        "a:xfrm", children=[element("a:off", {"x": "0", "y": "0"}), element("a:ext", size)]
    )
    outline = element("a:prstGeom", {"prst": "rect"}, [element("a:avLst")])
    etree.SubElement(pic, f"{{{uri}}}spPr").extend([sized, outline])
    graphic = element("a:graphic", children=[element("a:graphicData", {"uri": uri}, [pic])])
    about = element("wp:docPr", {"id": "1", "name": "Foto"})
    inline = element("wp:inline", children=[element("wp:extent", size), about, graphic])
    return r(element("w:drawing", children=[inline]))
