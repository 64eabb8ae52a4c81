"""The command that the add-in's VBA builds, worked out from its own source, and run in a shell.

`RunPython` puts a command line together from strings and names; here these strings are taken out of
the add-in as it is shipped, so that another version of xlwings cannot slip by.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addin.build_excel_addin import ADDIN
from tests.support.vba_text import modules_of

ROOT = Path(__file__).resolve().parent.parent.parent
PIECE = re.compile(r'"(?:[^"]|"")*"|[\w.]+(?:\([^()]*\))?')

# Runs in the interpreter that the command starts, before anything else: puts our Excel in place of
# Microsoft's, opens the workbook, and writes down at the end what a person would have seen.
EXCEL = """
import atexit, json
from tests.support.xlwings_openpyxl import open_excel
app = open_excel()
book = app.books.open({book!r})
def tell():
    seen = {{"alerts": app.impl.alerts, "said": app.impl.said, "sheets": [s.name for s in book.sheets]}}
    open({seen!r}, "w", encoding="utf-8").write(json.dumps(seen))
atexit.register(tell)
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a press: the command line, what Python wrote as fault, what a person saw."""

    command: str
    faults: str
    alerts: list[str]
    said: list[Any]
    sheets: list[str]


def press_in_shell(book: Path, button: str, folder: str, place: Path) -> Ran:
    """Runs the command of a button on a workbook, in a process of its own.

    Args:
        book: the workbook that is open in Excel.
        button: its tag.
        folder: that was chosen, or "".
        place: for what is written.
    """
    command = command_line(book, button, folder, place / "fault.log")
    seen = place / "seen.json"
    (place / "sitecustomize.py").write_text(
        EXCEL.format(book=str(book), seen=str(seen)), encoding="utf-8"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(place), str(ROOT)])}
    subprocess.run(command, shell=True, check=True, env=environment, cwd=place, timeout=120)  # noqa: S602 - the point
    faults = (place / "fault.log").read_text(encoding="utf-8")
    return Ran(command, faults, **json.loads(seen.read_text(encoding="utf-8")))


def command_line(book: Path, button: str, folder: str, log: Path) -> str:
    """The command line for a button, as the VBA in the add-in puts it together."""
    modules = modules_of(ADDIN.read_bytes())
    calls = modules["SopCall"]
    names = {"buttonName": button, "AsHex(folder)": folder.encode("utf-16-be").hex().upper()}
    python_command = _worked_out(_after(calls, "RunPython "), names)
    source = modules["xlwings"].replace(" _\n", " ")
    names = {
        "AddExcelDir": "false",
        "ActiveFullName": str(book),
        "ThisFullName": str(ADDIN),
        "CondaCmd": "",
        "PythonInterpreter": f'"{sys.executable}"',
        "PythonCommand": python_command,
        "ActiveWorkbook.Name": book.name,
        "Application.Path": "C:\\Program Files\\Office16",
        "Application.Name": "Microsoft Excel",
        "Application.Hwnd": "4711",
        "Chr(34)": '"',
        "LOG_FILE": str(log),
    }
    # GetConfig gives nothing for the folders of OneDrive and SharePoint, nor for PYTHONPATH.
    paths = [
        line for line in source.splitlines() if line.strip().startswith("PYTHONPATH = AddExcelDir")
    ]
    names["PYTHONPATH"] = _worked_out(paths[1].partition("=")[2], names)
    names["RunCommand"] = _worked_out(_after(source, "RunCommand = CondaCmd"), names)
    tail = _after(source, "RunCommand & ").partition(", WindowStyle")[0]
    return names["RunCommand"] + _worked_out(tail, names)


def _after(source: str, start: str) -> str:
    """The rest of the line that has these words."""
    return next(line.partition(start)[2] for line in source.splitlines() if start in line)


def _worked_out(expression: str, names: dict[str, str]) -> str:
    """A VBA expression of strings and names with `&` between them."""
    pieces = PIECE.findall(expression)
    return "".join(
        piece[1:-1].replace('""', '"') if piece.startswith('"') else names.get(piece, "")
        for piece in pieces
    )
