"""Runs VBA of an add-in in LibreOffice: opens it, calls its procedures, tells what came of it."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree

SECONDS = 120
SCRIPT = "http://openoffice.org/2000/script"

# Written into the module that LibreOffice makes in a new profile. `Calls` lists, line by line, the
# procedure and then its arguments, with "|" between them; the answers go to `Answers`.
DRIVER = """
Sub Main
  Dim hidden(2) As New com.sun.star.beans.PropertyValue, shown() As New com.sun.star.beans.PropertyValue
  Dim indexes() As Integer, outs() As Variant, book As Object, addin As Object, sheet As String
  Dim line As String, parts As Variant, arguments As Variant, answer As Variant, n As Integer
  Open "{answers}" For Output As #1
  On Error Goto Failed
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  hidden(1).Name = "MacroExecutionMode" : hidden(1).Value = 4
  hidden(2).Name = "FilterName" : hidden(2).Value = "Calc MS Excel 2007 VBA XML"
  addin = StarDesktop.loadComponentFromURL("{addin}", "_blank", 0, hidden())
  book = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, shown())
  For Each name In addin.BasicLibraries.getByName("{library}").ElementNames
    Print #1, "module " & name
  Next
  Open "{calls}" For Input As #2
  Do While Not Eof(2)
    Line Input #2, line
    parts = Split(line, "|")
    If parts(0) = "sheet" Then
      book.Sheets.insertNewByName(parts(1), 0)
    Else
      arguments = Array()
      If UBound(parts) > 0 Then Redim arguments(UBound(parts) - 1)
      For n = 1 To UBound(parts)
        arguments(n - 1) = parts(n)
      Next
      procedure = "vnd.sun.star.script:{library}." & parts(0) & "?language=Basic&location=document"
      answer = addin.getScriptProvider().getScript(procedure).invoke(arguments, indexes(), outs())
      Print #1, parts(0) & " = " & answer
    End If
  Loop
  Goto Done
Failed:
  Print #1, "error " & Err & " " & Error$ & " in line " & Erl
Done:
  Close
  StarDesktop.terminate()
End Sub
"""


def run_vba(addin: Path, library: str, calls: Sequence[Sequence[str]], folder: Path) -> list[str]:
    """What LibreOffice says of an add-in and of calls to its procedures.

    Args:
        addin: the `.xlam`.
        library: the name of its VBA project.
        calls: `module.procedure` and its arguments, or `sheet` and a name, to put a sheet of that
            name into the workbook that is open.
        folder: for the profile and for what is written.

    Returns:
        Lines: `module NAME` for each module, `module.procedure = ANSWER` for each call, and
        `error …` where it stopped.
    """
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing in CI")
        pytest.skip("LibreOffice is not installed: apt install libreoffice-calc")
    profile = folder / "profile"
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    _run([*command, "--terminate_after_init"])
    asked, answers = folder / "calls.txt", folder / "answers.txt"
    asked.write_text("".join("|".join(call) + "\n" for call in calls), encoding="utf-8")
    places = {"answers": answers, "calls": asked, "addin": addin.as_uri(), "library": library}
    _put(profile / "user" / "basic" / "Standard" / "Module1.xba", DRIVER.format(**places))
    _run([*command, "macro:///Standard.Module1.Main"])
    return [line for line in answers.read_text(encoding="utf-8").splitlines() if line]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - as above


def _put(module: Path, source: str) -> None:
    root = etree.Element(f"{{{SCRIPT}}}module", nsmap={"script": SCRIPT})
    root.set(f"{{{SCRIPT}}}name", module.stem)
    root.set(f"{{{SCRIPT}}}language", "StarBasic")
    root.text = source
    module.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
