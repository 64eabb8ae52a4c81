"""The add-in in the repository: made from its sources, ours where it should be, xlwings' elsewhere."""

import hashlib
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree
from pyopenvba import ExcelFile  # type: ignore[import-untyped]  # ships no types
from pyopenvba.cfb import CFB  # type: ignore[import-untyped]  # ships no types
from pyvbaanalysis.cli import main as lint

from addin import build_excel_addin as tool
from tests.support.vba_text import modules_of

OURS = {"SopRibbon", "SopCall", "SopFolder"}
LONGEST_SUB = 30
UI = "{http://schemas.microsoft.com/office/2009/07/customui}"
CHANGED = {
    "_rels/.rels",
    "docProps/core.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/vbaProject.bin",
}


@pytest.fixture(scope="module")
def built() -> bytes:
    return tool.build()


def buttons() -> list[etree._Element]:
    return list(etree.fromstring(tool.BUTTONS.read_bytes()).iter(UI + "button"))


def test_the_addin_in_the_repository_is_what_its_sources_make(built: bytes) -> None:
    assert (
        hashlib.sha256(built).hexdigest() == hashlib.sha256(tool.ADDIN.read_bytes()).hexdigest()
    ), "make addin"


def test_two_builds_give_the_same_bytes(built: bytes) -> None:
    assert tool.build() == built


def test_olevba_gives_back_each_of_our_modules_as_written(built: bytes) -> None:
    found = modules_of(built)
    for name in OURS:
        assert found[name] == (tool.MACROS / f"{name}.bas").read_text(encoding="ascii")


def test_xlwings_modules_are_upstreams_but_for_the_name_of_the_project(built: bytes) -> None:
    ours, theirs = modules_of(built), modules_of(tool.upstream_bytes())
    assert set(ours) == set(theirs) - {tool.UPSTREAM_MODULE} | OURS
    changed = [
        (old, new)
        for old, new in zip(
            theirs["xlwings"].splitlines(), ours["xlwings"].splitlines(), strict=True
        )
        if old != new
    ]
    assert changed == [
        (
            'Public Const PROJECT_NAME As String = "myaddin"',
            'Public Const PROJECT_NAME As String = "sop"',
        )
    ]
    for name in ("Dictionary", "Sheet2", "ThisWorkbook"):
        assert ours[name] == theirs[name]


def test_parts_that_are_not_ours_equal_upstream(built: bytes) -> None:
    ours, theirs = tool.read_parts(built), tool.read_parts(tool.upstream_bytes())
    assert set(ours) == set(theirs) - {"customUI/customUI.xml"} | {tool.BUTTONS_PART}
    different = {name for name in set(ours) & set(theirs) if ours[name] != theirs[name]}
    assert different == CHANGED


def test_the_vba_project_has_our_name_and_is_consistent(built: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sop.xlam"
    path.write_bytes(built)
    with ExcelFile(path) as workbook:
        assert workbook.vba_project().name == "SopTemplates"
        assert workbook.validate() == []


def test_no_compiled_code_is_shipped_that_differs_from_the_text(built: bytes) -> None:
    container = CFB.from_bytes(tool.read_parts(built)[tool.VBA_PART])
    # MS-OVBA 2.3.4.1: seven bytes and no more tell Excel to compile from the text.
    assert len(container.get_stream("_VBA_PROJECT")) == 7


def test_no_folder_of_a_workbook_is_searched_for_python_modules(built: bytes) -> None:
    sheet = etree.fromstring(tool.read_parts(built)[tool.SHEET_PART])
    book = etree.fromstring(tool.read_parts(built)["xl/workbook.xml"])
    assert [node.text for node in sheet.iter(tool.MAIN + "t")] == [
        "ADD_WORKBOOK_TO_PYTHONPATH",
        "false",
    ]
    assert [node.get("name") for node in book.iter(tool.MAIN + "sheet")] == ["sop.conf"]


def test_no_name_of_a_maker_or_a_folder_of_his_is_left(built: bytes) -> None:
    whole = b"".join(tool.read_parts(built).values()).lower()
    assert b"felix" not in whole


def test_our_macros_are_lint_clean_in_the_whole_project(capsys: pytest.CaptureFixture[str]) -> None:
    only = [word for name in sorted(OURS) for word in ("--only", name)]
    assert lint(["--whole-project", *only, str(tool.ADDIN)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(OURS))
def test_macros_are_explicit_and_short_and_plain(name: str) -> None:
    lines = (tool.MACROS / f"{name}.bas").read_text(encoding="ascii").splitlines()
    assert lines[:2] == [f'Attribute VB_Name = "{name}"', "Option Explicit"]
    starts = [
        n for n, line in enumerate(lines) if line.startswith(("Public Sub", "Public Function"))
    ]
    ends = [n for n, line in enumerate(lines) if line in ("End Sub", "End Function")]
    assert len(starts) == len(ends) > 0
    assert all(end - start < LONGEST_SUB for start, end in zip(starts, ends, strict=True))


def test_no_macro_holds_the_key_of_a_field() -> None:
    text = "".join(path.read_text(encoding="ascii") for path in tool.MACROS.glob("*.bas"))
    for section in ("school.", "visie.", "basis.", "extra.", "zorgplicht.", "vaststelling."):
        assert section not in text


def test_each_button_calls_a_macro_that_exists() -> None:
    found = modules_of(tool.ADDIN.read_bytes())
    for button in buttons():
        module, _, procedure = button.get("onAction", "").partition(".")
        assert f"Public Sub {procedure}(control As IRibbonControl)" in found[module]


def test_the_buttons_are_dutch_explained_and_have_an_icon_of_office() -> None:
    assert [button.get("label") for button in buttons()] == [
        "Nieuw intakeformulier",
        "Controleer",
        "Vul Word-documenten",
        "Lees Word terug in dit werkblad",
        "Bestuursoverzicht",
        "Brieven",
        "Pakket voor SPPOH",
        "Help",
    ]
    for button in buttons():
        assert button.get("imageMso")
        assert button.get("screentip")
        assert button.get("supertip", "").endswith(".")
    keys = [button.get("keytip") for button in buttons()]
    assert len(set(keys)) == len(keys)


def test_the_licences_of_what_is_inside_lie_beside_it() -> None:
    licences = {path.name: path.read_text(encoding="utf-8") for path in tool.LICENSES.iterdir()}
    assert licences["xlwings.txt"] == distribution("xlwings").read_text("licenses/LICENSE.txt")
    assert "Tim Hall" in licences["VBA-Dictionary.txt"]
    assert "Permission is hereby granted, free of charge" in licences["VBA-Dictionary.txt"]


def test_the_script_for_the_mac_is_upstreams() -> None:
    ours = tool.BUTTONS.parent / tool.APPLESCRIPT
    assert ours.read_bytes() == files("xlwings").joinpath(tool.APPLESCRIPT).read_bytes()


def test_another_xlwings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "UPSTREAM_SHA256", "0" * 64)
    with pytest.raises(SystemExit, match="install that version"):
        tool.build()
