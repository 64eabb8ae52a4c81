"""Where Excel looks for an add-in and its settings, on Windows and on a Mac."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sop_templates.errors import UsageError
from sop_templates.kinds.addin import NO_OFFICE_HERE

PACKAGED = Path(__file__).resolve().parents[2] / "addin"  # in the wheel
CHECKOUT = PACKAGED.parent.parent / "addin"

ADDIN = "sop.xlam"
SETTINGS = "sop.conf"


class System(StrEnum):
    """The systems on which Excel runs macros."""

    WINDOWS = "Windows"
    MAC = "macOS"


@dataclass(frozen=True, slots=True)
class Machine:
    """A person's machine, as far as Excel's add-ins go.

    Attributes:
        system: Windows or macOS.
        home: the person's folder, `%USERPROFILE%` or `~`.
        roaming: `%APPDATA%`; on a Mac the same as `home`.
        interpreter: the Python that has sop-templates.
    """

    system: System
    home: Path
    roaming: Path
    interpreter: Path

    @property
    def startup(self) -> Path:
        """The folder whose workbooks Excel opens when it starts."""
        if self.system is System.WINDOWS:
            return self.roaming / "Microsoft" / "Excel" / "XLSTART"
        group = self.home / "Library" / "Group Containers" / "UBF8T346G9.Office"
        return group / "User Content.localized" / "Startup.localized" / "Excel"

    @property
    def addin(self) -> Path:
        """The add-in where Excel opens it."""
        return self.startup / ADDIN

    @property
    def settings(self) -> Path:
        """The file in which xlwings' VBA looks for the interpreter."""
        if self.system is System.WINDOWS:
            return self.home / ".sop" / SETTINGS
        return self.home / "Library" / "Containers" / "com.microsoft.Excel" / "Data" / SETTINGS

    @property
    def scripts(self) -> Path:
        """The only folder from which Excel on a Mac may run a script."""
        return self.home / "Library" / "Application Scripts" / "com.microsoft.Excel"

    @property
    def launcher(self) -> Path:
        """A script that starts the interpreter, for a Mac where its path holds a space."""
        return self.home / ".sop" / "python"


def this_machine(
    platform: str = sys.platform, environment: Mapping[str, str] | None = None
) -> Machine:
    """The machine that runs this.

    Raises:
        UsageError: Excel with macros does not exist for this system.
    """
    known = os.environ if environment is None else environment
    interpreter = Path(sys.executable)
    if platform == "win32":
        home = Path(known.get("USERPROFILE") or Path.home())
        roaming = Path(known.get("APPDATA") or home / "AppData" / "Roaming")
        return Machine(System.WINDOWS, home, roaming, interpreter)
    if platform == "darwin":
        home = Path(known.get("HOME") or Path.home())
        return Machine(System.MAC, home, home, interpreter)
    raise UsageError(NO_OFFICE_HERE, system=platform)


def addin_folder() -> Path:
    """The folder with what is installed: in the installed package, or else in the checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def mac_script() -> Path:
    """The AppleScript of xlwings, named after the version of xlwings whose VBA is in the add-in."""
    return next((addin_folder() / "excel").glob("xlwings-*.applescript"))


def ribbon() -> bytes:
    """The XML of the buttons: their labels and explanations."""
    return (addin_folder() / "excel" / "customUI14.xml").read_bytes()
