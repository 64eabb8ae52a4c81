"""The Excel ribbon in fake homes: put in place, looked at, taken away, on both systems."""

import plistlib
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import ModuleType

import pytest

from sop_templates.engine.addin import install as addin_install
from sop_templates.engine.addin import policies as addin_policies
from sop_templates.engine.addin.install import install, remove, status, write_run_main
from sop_templates.engine.addin.places import (
    Machine,
    System,
    addin_folder,
    mac_script,
    this_machine,
)
from sop_templates.engine.addin.settings import read_settings, settings_text
from sop_templates.errors import SopError, UsageError


def nothing_forbidden(_folder: str, _name: str) -> object:
    return None


@pytest.fixture
def windows(tmp_path: Path) -> Machine:
    home = tmp_path / "Users" / "Zoë"
    python = home / "pipx" / "venvs" / "sop-templates" / "Scripts" / "python.exe"
    return Machine(System.WINDOWS, home, home / "AppData" / "Roaming", python)


@pytest.fixture
def mac(tmp_path: Path) -> Machine:
    home = tmp_path / "Users" / "zoe"
    return Machine(System.MAC, home, home, home / ".local" / "pipx" / "bin" / "python")


@pytest.fixture
def spaced_mac(tmp_path: Path) -> Machine:
    home = tmp_path / "Users" / "zoe"
    return Machine(System.MAC, home, home, home / "Library" / "Application Support" / "python")


def codes(findings: object) -> list[str]:
    assert isinstance(findings, tuple)
    return [one.code for one in findings]


def test_windows_gets_the_addin_in_xlstart_and_the_interpreter_in_the_settings(
    windows: Machine,
) -> None:
    state = install(windows, policies=nothing_forbidden)
    addin = windows.home / "AppData/Roaming/Microsoft/Excel/XLSTART/sop.xlam"
    settings = windows.home / ".sop/sop.conf"
    assert state.written == state.present == (addin, settings)
    assert state.findings == ()
    assert addin.read_bytes() == (addin_folder() / "sop.xlam").read_bytes()
    assert settings.read_bytes() == (
        b'"INTERPRETER_WIN","%USERPROFILE%\\pipx\\venvs\\sop-templates\\Scripts\\python.exe"\r\n'
    )


def test_a_mac_gets_the_script_of_xlwings_too(mac: Machine) -> None:
    state = install(mac, policies=nothing_forbidden)
    script = mac_script().name
    startup = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized"
    assert [path.relative_to(mac.home).as_posix() for path in state.written] == [
        f"{startup}/Excel/sop.xlam",
        "Library/Containers/com.microsoft.Excel/Data/sop.conf",
        f"Library/Application Scripts/com.microsoft.Excel/{script}",
    ]
    assert mac.settings.read_bytes() == b'"INTERPRETER_MAC","$HOME/.local/pipx/bin/python"\n'


def test_on_a_mac_a_path_with_a_space_is_reached_through_a_launcher(spaced_mac: Machine) -> None:
    spaced_mac.interpreter.parent.mkdir(parents=True)
    spaced_mac.interpreter.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    spaced_mac.interpreter.chmod(0o755)
    install(spaced_mac, policies=nothing_forbidden)
    assert spaced_mac.settings.read_bytes() == b'"INTERPRETER_MAC","$HOME/.sop/python"\n'
    said = subprocess.run(  # noqa: S603 - the launcher that was just written
        [str(spaced_mac.launcher), "-B", "twee woorden"], check=True, capture_output=True, text=True
    )
    assert said.stdout == "-B twee woorden\n"


@pytest.mark.parametrize("name", ["windows", "mac", "spaced_mac"])
def test_installing_again_writes_nothing_and_removing_leaves_nothing(
    name: str, request: pytest.FixtureRequest
) -> None:
    machine: Machine = request.getfixturevalue(name)
    first = install(machine, policies=nothing_forbidden)
    assert install(machine, policies=nothing_forbidden).written == ()
    assert remove(machine).removed == first.written
    assert not [
        path for path in machine.home.rglob("*") if path.is_file() and "pytho" not in path.name
    ]
    assert not machine.launcher.parent.exists()
    assert remove(machine).removed == ()


def test_what_somebody_else_set_stays(windows: Machine) -> None:
    windows.settings.parent.mkdir(parents=True)
    windows.settings.write_bytes(
        b'"SHOW CONSOLE","True"\r\n"INTERPRETER_WIN","C:\\oud\\python.exe"\r\n'
    )
    install(windows, policies=nothing_forbidden)
    assert list(read_settings(windows.settings, System.WINDOWS)) == [
        "SHOW CONSOLE",
        "INTERPRETER_WIN",
    ]
    assert "oud" not in windows.settings.read_text(encoding="cp1252")


def test_status_tells_what_is_missing_and_changes_nothing(mac: Machine) -> None:
    state = status(mac, policies=nothing_forbidden)
    assert codes(state.findings) == ["SOP707"] * 3
    assert state.present == ()
    assert not mac.home.exists()


def test_status_tells_of_an_older_addin_and_of_another_python(windows: Machine) -> None:
    install(windows, policies=nothing_forbidden)
    windows.addin.write_bytes(b"an older one")
    windows.settings.write_bytes(b'"INTERPRETER_WIN","C:\\Python39\\python.exe"\r\n')
    found = status(windows, policies=nothing_forbidden).findings
    assert codes(found) == ["SOP705", "SOP706"]
    assert found[1].message.startswith(f"{windows.settings} names C:\\Python39\\python.exe")


def test_status_tells_that_xlwings_is_missing(
    windows: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(windows, policies=nothing_forbidden)
    monkeypatch.setattr(addin_install, "find_spec", lambda _name: None)
    assert codes(status(windows, policies=nothing_forbidden).findings) == ["SOP703"]


def test_a_policy_of_an_administrator_is_named(windows: Machine) -> None:
    def read(folder: str, name: str) -> object:
        return 1 if (folder[-6:], name) == ("Common", "VBAOff") else None

    (found,) = install(windows, policies=read).findings
    assert found.code == "SOP704"
    assert r"Software\Policies\Microsoft\Office\16.0\Common\VBAOff" in found.message


def test_a_managed_mac_is_read_from_its_preferences(tmp_path: Path) -> None:
    file = tmp_path / "com.microsoft.office.plist"
    file.write_bytes(plistlib.dumps({"VisualBasicEntirelyDisabled": True}))
    read = addin_policies._read_managed_preference
    assert read("", "VisualBasicEntirelyDisabled", file) is True
    assert read("", "VisualBasicMacroExecutionState", file) is None
    file.write_bytes(b"no plist")
    assert read("", "VisualBasicEntirelyDisabled", file) is None
    assert addin_policies.forbidding(System.MAC, nothing_forbidden) == ()


def test_an_addin_that_excel_has_open_is_told_of(windows: Machine) -> None:
    windows.addin.mkdir(parents=True)  # a folder in its place cannot be replaced either
    with pytest.raises(SopError) as caught:
        install(windows, policies=nothing_forbidden)
    assert caught.value.code == "SOP702"
    assert "Close Excel and try again" in caught.value.message


def test_a_path_that_vba_cannot_write_is_refused() -> None:
    with pytest.raises(SopError) as caught:
        settings_text({"INTERPRETER_WIN": "D:\\Ωμέγα\\python.exe"}, System.WINDOWS)
    assert caught.value.code == "SOP709"


def test_another_system_has_no_excel_with_macros() -> None:
    with pytest.raises(UsageError) as caught:
        this_machine("linux")
    assert caught.value.message.startswith(
        "The Excel ribbon works on Windows and macOS; this is linux."
    )


def test_the_machine_is_known_by_its_environment() -> None:
    machine = this_machine("win32", {"USERPROFILE": "/home/ann", "APPDATA": "/home/ann/Roaming"})
    assert machine.addin == Path("/home/ann/Roaming/Microsoft/Excel/XLSTART/sop.xlam")
    assert this_machine("darwin", {"HOME": "/Users/ann"}).settings == Path(
        "/Users/ann/Library/Containers/com.microsoft.Excel/Data/sop.conf"
    )


def test_run_main_gets_a_module_beside_the_workbook(tmp_path: Path) -> None:
    module = write_run_main(tmp_path / "intake.xlsx")
    assert module.read_text(encoding="utf-8") == "from sop_templates.bridge import main as main\n"
    with pytest.raises(SopError) as caught:
        write_run_main(tmp_path / "intake-41572.xlsx")
    assert caught.value.code == "SOP708"


def test_a_policy_is_read_from_the_registry_of_the_machine_or_the_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    values = {("machine", "Office", "VBAOff"): 1, ("person", "Office", "DisableAllAddins"): 1}

    def open_key(hive: str, folder: str) -> AbstractContextManager[tuple[str, str]]:
        return nullcontext((hive, folder))

    def query(key: tuple[str, str], name: str) -> tuple[int, int]:
        if (*key, name) not in values:
            raise FileNotFoundError
        return values[*key, name], 4

    winreg = ModuleType("winreg")
    vars(winreg).update(
        HKEY_LOCAL_MACHINE="machine",
        HKEY_CURRENT_USER="person",
        OpenKey=open_key,
        QueryValueEx=query,
    )
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    read = addin_policies._read_registry
    assert read("Office", "VBAOff") == 1
    assert read("Office", "DisableAllAddins") == 1
    assert read("Office", "RequireAddinSig") is None
