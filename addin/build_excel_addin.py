"""Knows how `addin/sop.xlam` is made: xlwings' own ribbon add-in, with our macros and buttons put in.

Run by `make addin`. The same input gives the same bytes, so that a test can say whether the add-in
in the repository is the one that its sources make. pyOpenVBA is needed here only.
"""

import hashlib
import sys
import tempfile
from importlib.metadata import distribution
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree
from pyopenvba import ExcelFile  # type: ignore[import-untyped]  # ships no types
from pyopenvba.cfb import CFB  # type: ignore[import-untyped]  # ships no types

ROOT = Path(__file__).resolve().parent.parent
MACROS = ROOT / "macros"
ADDIN = ROOT / "addin" / "sop.xlam"
BUTTONS = ROOT / "addin" / "excel" / "customUI14.xml"
LICENSES = ROOT / "addin" / "LICENSES"

XLWINGS = "0.37.8"
UPSTREAM = "quickstart_addin_ribbon.xlam"
UPSTREAM_SHA256 = "43010e1abd6e7a48b4693367f062196654a21c256683dccbaec810df7a6f4dbb"
UPSTREAM_MODULE = "RibbonMyAddin"
UPSTREAM_PROJECT = b"MyAddin"
PROJECT = b"SopTemplates"
SETTINGS = "sop"  # PROJECT_NAME in VBA: names the settings sheet and file, `sop.conf`
APPLESCRIPT = f"xlwings-{XLWINGS}.applescript"

BUTTONS_PART = "customUI/customUI14.xml"
VBA_PART = "xl/vbaProject.bin"
SHEET_PART = "xl/worksheets/sheet1.xml"
DESCRIPTION = "Knoppen voor het schoolbestuur; op basis van xlwings."
EPOCH = (1980, 1, 1, 0, 0, 0)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"

# Stands in the add-in itself, so that no folder that a workbook lies in is searched for Python modules.
SETTING = ("ADD_WORKBOOK_TO_PYTHONPATH", "false")


def build(macros: Path = MACROS, replaced: dict[str, str] | None = None) -> bytes:
    """The add-in as bytes, the same for the same sources.

    Args:
        macros: folder with our `.bas` files.
        replaced: source text by name, for the modules of xlwings that a test stubs.

    Raises:
        SystemExit: the xlwings that is installed ships another add-in than the one we know.
    """
    upstream = upstream_bytes()
    if hashlib.sha256(upstream).hexdigest() != UPSTREAM_SHA256:
        sys.exit(f"{UPSTREAM} is not the one of xlwings {XLWINGS}: install that version to build.")
    parts = read_parts(upstream)
    parts[VBA_PART] = _vba(upstream, macros, replaced or {})
    del parts["customUI/customUI.xml"]
    parts[BUTTONS_PART] = BUTTONS.read_bytes()
    parts["_rels/.rels"] = _relationships(parts["_rels/.rels"])
    parts["xl/workbook.xml"] = _workbook(parts["xl/workbook.xml"])
    parts[SHEET_PART] = _settings_sheet(parts[SHEET_PART])
    parts["docProps/core.xml"] = _properties(parts["docProps/core.xml"])
    return _zipped(parts)


def upstream_bytes() -> bytes:
    """The ribbon add-in as the installed xlwings ships it."""
    return files("xlwings").joinpath(UPSTREAM).read_bytes()


def read_parts(package: bytes) -> dict[str, bytes]:
    """The parts of a zip package by name."""
    with ZipFile(BytesIO(package)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def main() -> None:
    """Writes the add-in, the script that Excel on a Mac needs, and xlwings' licence."""
    ADDIN.write_bytes(build())
    script = files("xlwings").joinpath(APPLESCRIPT)
    (BUTTONS.parent / APPLESCRIPT).write_bytes(script.read_bytes())
    licence = distribution("xlwings").read_text("licenses/LICENSE.txt") or ""
    LICENSES.mkdir(exist_ok=True)
    (LICENSES / "xlwings.txt").write_text(licence, encoding="utf-8", newline="\n")
    print(f"{ADDIN.relative_to(ROOT)}: {hashlib.sha256(ADDIN.read_bytes()).hexdigest()}")  # noqa: T201 - a tool


def _vba(upstream: bytes, macros: Path, replaced: dict[str, str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / UPSTREAM
        path.write_bytes(upstream)
        with ExcelFile(path) as workbook:
            project = workbook.vba_project()
            for name, source in _our_modules(macros).items():
                project.add_module(name, source)
            project.delete_module(UPSTREAM_MODULE)
            sources = {"xlwings": _named(workbook.get_module("xlwings"))} | replaced
            for name, source in sources.items():
                workbook.set_module(name, source)
            project.dir_raw, project.dir_modules_offset = _renamed(
                project.dir_raw, project.dir_modules_offset
            )
            workbook.save()
        return _project_renamed(read_parts(path.read_bytes())[VBA_PART])


def _our_modules(macros: Path) -> dict[str, str]:
    # VBA's own line ends; the repository keeps the text with plain ones.
    return {
        path.stem: path.read_text(encoding="ascii").replace("\n", "\r\n")
        for path in sorted(macros.glob("*.bas"))
    }


def _named(source: str) -> str:
    return _once(
        source, 'PROJECT_NAME As String = "myaddin"', f'PROJECT_NAME As String = "{SETTINGS}"'
    )


def _once(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        sys.exit(f"xlwings' module does not hold {old!r} once: another version?")
    return text.replace(old, new)


def _record(name: bytes) -> bytes:
    # PROJECTNAME of MS-OVBA 2.3.4.2.1.6: id 4, size, the name.
    return b"\x04\x00" + len(name).to_bytes(4, "little") + name


def _renamed(directory: bytes, modules_offset: int) -> tuple[bytes, int]:
    old, new = _record(UPSTREAM_PROJECT), _record(PROJECT)
    return directory.replace(old, new, 1), modules_offset + len(new) - len(old)


def _project_renamed(vba: bytes) -> bytes:
    # The project's name stands a second time in the text of the PROJECT stream (MS-OVBA 2.3.1.5).
    container = CFB.from_bytes(vba)
    text = container.get_stream("PROJECT")
    container.write_stream(
        "PROJECT", text.replace(b'Name="' + UPSTREAM_PROJECT, b'Name="' + PROJECT, 1)
    )
    return bytes(container.to_bytes())


def _relationships(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for one in root.iter(RELATIONSHIPS + "Relationship"):
        if one.get("Target") == "customUI/customUI.xml":
            one.set("Target", BUTTONS_PART)
    return _xml(root)


def _workbook(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for one in list(root.iter(COMPATIBILITY + "AlternateContent")):
        root.remove(one)  # the folder on its maker's disk
    for one in root.iter(MAIN + "sheet"):
        one.set("name", f"{SETTINGS}.conf")
    return _xml(root)


def _settings_sheet(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    rows = _only(root, MAIN + "sheetData")
    rows[:] = []
    row = etree.SubElement(rows, MAIN + "row", r="1")
    for address, words in zip(("A1", "B1"), SETTING, strict=True):
        cell = etree.SubElement(row, MAIN + "c", r=address, t="inlineStr")
        etree.SubElement(etree.SubElement(cell, MAIN + "is"), MAIN + "t").text = words
    _only(root, MAIN + "dimension").set("ref", "A1:B1")
    return _xml(root)


def _properties(xml: bytes) -> bytes:
    # Excel's list of add-ins shows title and description.
    root = etree.fromstring(xml)
    _only(root, DUBLIN_CORE + "title").text = "SOP: schoolondersteuningsprofiel"
    _only(root, DUBLIN_CORE + "description").text = DESCRIPTION
    _only(root, DUBLIN_CORE + "creator").text = "sop-templates, xlwings"
    _only(root, CORE + "lastModifiedBy").text = "sop-templates"
    return _xml(root)


def _only(root: etree._Element, name: str) -> etree._Element:
    found = list(root.iter(name))
    assert len(found) == 1, name
    return found[0]


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _zipped(parts: dict[str, bytes]) -> bytes:
    # Stored, not deflated: another version of zlib would give other bytes.
    held = BytesIO()
    first = "[Content_Types].xml"
    with ZipFile(held, "w", ZIP_STORED) as zipped:
        for name in [first, *sorted(parts.keys() - {first})]:
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_STORED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, parts[name])
    return held.getvalue()


if __name__ == "__main__":
    main()
