"""How the settings file of the Excel ribbon is written: lines that VBA's `Input #` reads.

Each line is `"NAME","VALUE"`. VBA reads it in the system's old code page, so that a home folder
with an accent would come out wrong; it is written as `%USERPROFILE%` or `$HOME`, which xlwings' VBA
works out itself.
"""

import csv
from io import StringIO
from pathlib import Path, PurePosixPath, PureWindowsPath

from sop_templates.engine.addin.places import Machine, System
from sop_templates.errors import SopError
from sop_templates.kinds.addin import UNNAMEABLE_INTERPRETER

NAMES = {System.WINDOWS: "INTERPRETER_WIN", System.MAC: "INTERPRETER_MAC"}
HOMES = {System.WINDOWS: "%USERPROFILE%", System.MAC: "$HOME"}
CODE_PAGES = {System.WINDOWS: "cp1252", System.MAC: "mac_roman"}


def read_settings(file: Path, system: System) -> dict[str, str]:
    """The settings by name, in order; empty where there is no file."""
    try:
        text = file.read_bytes().decode(CODE_PAGES[system], errors="replace")
    except FileNotFoundError:
        return {}
    rows = csv.reader(StringIO(text))
    return {row[0]: row[1] for row in rows if len(row) > 1}


def settings_text(settings: dict[str, str], system: System) -> bytes:
    """The file for those settings.

    Raises:
        SopError: a value has letters that VBA could not read back.
    """
    held = StringIO()
    ends = "\r\n" if system is System.WINDOWS else "\n"
    csv.writer(held, quoting=csv.QUOTE_ALL, lineterminator=ends).writerows(settings.items())
    try:
        return held.getvalue().encode(CODE_PAGES[system])
    except UnicodeEncodeError as error:
        raise SopError(UNNAMEABLE_INTERPRETER, interpreter=settings[NAMES[system]]) from error


def setting_for(machine: Machine) -> tuple[str, str]:
    """The setting that names the interpreter, and its value."""
    needs_launcher = machine.system is System.MAC and " " in str(machine.interpreter)
    program = machine.launcher if needs_launcher else machine.interpreter
    return NAMES[machine.system], _below_home(program, machine)


def _below_home(program: Path, machine: Machine) -> str:
    pure = PureWindowsPath if machine.system is System.WINDOWS else PurePosixPath
    path, home = pure(program), pure(machine.home)
    if not path.is_relative_to(home):
        return str(path)
    return str(pure(HOMES[machine.system]) / path.relative_to(home))
