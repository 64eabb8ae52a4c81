"""By which settings an administrator forbids what the Excel ribbon needs, on Windows and on a Mac."""

import plistlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from sop_templates.engine.addin.places import System
from sop_templates.kinds.addin import FORBIDDEN
from sop_templates.outcome import Finding

OFFICE = r"Software\Policies\Microsoft\Office\16.0"
DEFENDER = r"Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
OFFICE_STARTS_NOTHING = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
MANAGED = Path("/Library/Managed Preferences/com.microsoft.office.plist")

# Gives the value of a policy by its folder and name, or None where nobody set it.
Reader = Callable[[str, str], object]


@dataclass(frozen=True, slots=True)
class Policy:
    """A setting that stops the buttons.

    Attributes:
        folder: key of the registry below HKLM or HKCU; "" on a Mac.
        name: of the value.
        values: what forbids.
    """

    folder: str
    name: str
    values: tuple[object, ...]


# VBAWarnings is no policy that stops us: Excel trusts the macros of its own start folder, unless
# trusted folders are switched off, or add-ins must be signed.
POLICIES = {
    System.WINDOWS: (
        Policy(rf"{OFFICE}\Common", "VBAOff", (1,)),
        Policy(rf"{OFFICE}\Excel\Security", "DisableAllAddins", (1,)),
        Policy(rf"{OFFICE}\Excel\Security", "RequireAddinSig", (1,)),
        Policy(rf"{OFFICE}\Excel\Security\Trusted Locations", "AllLocationsDisabled", (1,)),
        Policy(DEFENDER, OFFICE_STARTS_NOTHING, (1, "1")),
    ),
    System.MAC: (
        Policy("", "VisualBasicEntirelyDisabled", (True,)),
        Policy("", "VisualBasicMacroExecutionState", ("DisabledWithoutWarnings",)),
    ),
}


def forbidding(system: System, reader: Reader | None = None) -> tuple[Finding, ...]:
    """A finding for each policy that is set and stops the buttons.

    Args:
        system: whose policies.
        reader: gives the value of a policy; this machine's own where None.

    Returns:
        The findings. None says only that none of the policies that we know of is set: a security
        program can forbid the same in its own way.
    """
    read = reader or _reader(system)
    return tuple(
        Finding(FORBIDDEN, values={"policy": "\\".join(filter(None, (one.folder, one.name)))})
        for one in POLICIES[system]
        if read(one.folder, one.name) in one.values
    )


def _reader(system: System) -> Reader:
    if system is System.MAC:
        return _read_managed_preference
    return _read_registry


def _read_managed_preference(_folder: str, name: str, file: Path = MANAGED) -> object:
    try:
        preferences = plistlib.loads(file.read_bytes())
    except (OSError, plistlib.InvalidFileException, ValueError):
        return None  # not managed, or not for us to read
    return preferences.get(name)


def _read_registry(folder: str, name: str) -> object:
    winreg: Any = import_module("winreg")  # exists on Windows only
    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(hive, folder) as key:
                return winreg.QueryValueEx(key, name)[0]
        except OSError:
            continue  # nobody set it there
    return None
