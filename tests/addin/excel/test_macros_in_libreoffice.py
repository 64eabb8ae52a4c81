"""The macros, run by LibreOffice: what a button hands to Python, and when it hands over nothing.

LibreOffice does not know the Windows objects that xlwings' own modules use, so these two are
replaced; ours run as they lie in the add-in. The command that RunPython gets is written to a file.
`FileExists` is then LibreOffice's own.
"""

from pathlib import Path

import pytest

from addin import build_excel_addin as tool
from tests.support.libreoffice_vba import run_vba

PROJECT = tool.PROJECT.decode()
STUB = """Attribute VB_Name = "xlwings"
Option Explicit
Public Const PROJECT_NAME As String = "sop"

Public Function RunPython(PythonCommand As String)
    Open "{command}" For Append As #7
    Print #7, PythonCommand
    Close #7
End Function

Public Function GetFullName(wb As Workbook) As String
    GetFullName = "{beside}"
End Function

Public Function GetDirectoryConfigFilePath() As String
    GetDirectoryConfigFilePath = "{beside}"
End Function
"""


def stubbed(folder: Path, beside: str = "") -> tuple[Path, Path]:
    """The add-in with xlwings' modules replaced, and the file that its Python calls go to."""
    command = folder / "command.txt"
    source = STUB.format(command=command, beside=beside).replace("\n", "\r\n")
    path = folder / "sop.xlam"
    path.write_bytes(tool.build(replaced={"xlwings": source, "Dictionary": "Option Explicit\r\n"}))
    return path, command


def test_libreoffice_loads_the_addin_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "sop.xlam"
    copy.write_bytes(tool.ADDIN.read_bytes())
    said = run_vba(copy, PROJECT, [], tmp_path)
    assert said == [
        f"module {name}"
        for name in (
            "Dictionary",
            "Sheet2",
            "SopCall",
            "SopFolder",
            "SopRibbon",
            "ThisWorkbook",
            "xlwings",
        )
    ]


def test_a_button_hands_its_name_and_the_folder_to_python(tmp_path: Path) -> None:
    addin, command = stubbed(tmp_path)
    folder = "C:\\Scholen & 's-Gravenhage\\Één"
    said = run_vba(
        addin,
        PROJECT,
        [
            ["SopCall.AsHex", folder],
            ["SopCall.CallPython", "fill", ""],
            ["SopCall.CallPython", "read_back", folder],
        ],
        tmp_path,
    )
    sent = folder.encode("utf-16-be").hex().upper()
    assert f"SopCall.AsHex = {sent}" in said
    assert not [line for line in said if line.startswith("error")]
    assert command.read_text(encoding="utf-8").splitlines() == [
        "import sop_templates.bridge;sop_templates.bridge.press('fill','')",
        f"import sop_templates.bridge;sop_templates.bridge.press('read_back','{sent}')",
    ]


@pytest.mark.parametrize("sheet", ["sop.conf", "SOP.Conf", "main.py"])
def test_a_workbook_that_would_choose_the_program_starts_nothing(
    sheet: str, tmp_path: Path
) -> None:
    addin, command = stubbed(tmp_path)
    said = run_vba(
        addin,
        PROJECT,
        [["sheet", sheet], ["SopCall.IsSteered"], ["SopCall.CallPython", "fill", ""]],
        tmp_path,
    )
    assert "SopCall.IsSteered = True" in said
    assert not command.exists()


def test_a_settings_file_beside_the_workbook_starts_nothing(tmp_path: Path) -> None:
    settings = tmp_path / "sop.conf"
    settings.touch()
    addin, command = stubbed(tmp_path, beside=str(settings))
    said = run_vba(addin, PROJECT, [["SopCall.CallPython", "fill", ""]], tmp_path)
    assert not [line for line in said if line.startswith("error")]
    assert not command.exists()
