"""Puts the Excel ribbon where Excel finds it, takes it away, and says how it stands.

Copies only: xlwings' own `addin install` needs a running Excel. Nothing is put in the registry and
no right of an administrator is needed.
"""

import shlex
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sop_templates.engine.addin.places import (
    ADDIN,
    Machine,
    System,
    addin_folder,
    mac_script,
    this_machine,
)
from sop_templates.engine.addin.policies import Reader, forbidding
from sop_templates.engine.addin.settings import (
    NAMES,
    read_settings,
    setting_for,
    settings_text,
)
from sop_templates.errors import SopError
from sop_templates.formats.files import read_whole, write_whole
from sop_templates.kinds.addin import (
    ADDIN_IN_USE,
    ADDIN_MISSING,
    ADDIN_OUT_OF_DATE,
    NAME_NO_MODULE,
    NO_XLWINGS,
    OTHER_INTERPRETER,
)
from sop_templates.outcome import Finding

RUN_MAIN = "from sop_templates.bridge import main as main\n"


@dataclass(frozen=True, slots=True)
class AddinState:
    """What was done, or what is.

    Attributes:
        written: the files that were put in place now.
        removed: the files that were taken away now.
        present: the files of the add-in that are there.
        findings: what is missing, of another version, or forbidden by an administrator.
    """

    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    present: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def install(machine: Machine | None = None, *, policies: Reader | None = None) -> AddinState:
    """Puts the add-in, its settings and, on a Mac, its script in place.

    Args:
        machine: whose; this one where None.
        policies: gives the value of an administrator's policy; this machine's own where None.

    Returns:
        What was written, and what may keep the buttons from working. What was as it should be is
        not written again.

    Raises:
        SopError: the system has no Excel with macros, or a file cannot be written, as when Excel
            has it open.
    """
    where = machine or this_machine()
    written = tuple(path for path, data in _wanted(where) if _put(path, data))
    if where.launcher in written:
        where.launcher.chmod(0o755)
    after = status(where, policies=policies)
    return AddinState(written, (), after.present, after.findings)


def remove(machine: Machine | None = None) -> AddinState:
    """Takes away what `install` puts in place, and nothing else.

    Raises:
        SopError: the system has no Excel with macros, or a file cannot be removed.
    """
    where = machine or this_machine()
    removed = tuple(path for path, _ in _wanted(where) if _take_away(path))
    with suppress(OSError):  # not there, or something else is in it
        where.launcher.parent.rmdir()
    return AddinState(removed=removed)


def status(machine: Machine | None = None, *, policies: Reader | None = None) -> AddinState:
    """How the add-in stands, without changing anything.

    Args:
        machine: whose; this one where None.
        policies: as for `install`.

    Raises:
        SopError: the system has no Excel with macros.
    """
    where = machine or this_machine()
    wanted = dict(_wanted(where))
    present = tuple(path for path in wanted if path.is_file())
    findings = [
        *(Finding(ADDIN_MISSING, values={"file": path}) for path in wanted if path not in present),
        *_differences(where, wanted),
        *_missing_xlwings(where, find_spec),
        *forbidding(where.system, policies),
    ]
    return AddinState(present=present, findings=tuple(findings))


def write_run_main(workbook: Path) -> Path:
    """Puts a Python module beside a macro-free workbook, for xlwings' own "Run main" button.

    Args:
        workbook: the intake; the module gets its name.

    Returns:
        The module.

    Raises:
        SopError: the workbook's name cannot be a module's, or a file of that name exists already.
    """
    if not workbook.stem.isidentifier():
        raise SopError(NAME_NO_MODULE, workbook, name=workbook.name)
    module = workbook.with_suffix(".py")
    write_whole(module, RUN_MAIN.encode())
    return module


def _wanted(machine: Machine) -> Iterator[tuple[Path, bytes]]:
    """The files of the add-in, and what they should hold."""
    yield machine.addin, read_whole(addin_folder() / ADDIN)
    name, value = setting_for(machine)
    settings = read_settings(machine.settings, machine.system) | {name: value}
    yield machine.settings, settings_text(settings, machine.system)
    if machine.system is System.MAC:
        script = mac_script()
        yield machine.scripts / script.name, read_whole(script)
        if value.endswith("/.sop/python"):
            command = f'#!/bin/sh\nexec {shlex.quote(str(machine.interpreter))} "$@"\n'
            yield machine.launcher, command.encode()


def _put(path: Path, data: bytes) -> bool:
    if _content(path) == data:
        return False
    try:
        write_whole(path, data, force=True)
    except SopError as error:
        raise SopError(ADDIN_IN_USE, path, **error.values) from error
    return True


def _take_away(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise SopError(ADDIN_IN_USE, path, reason=error.strerror) from error
    return True


def _content(path: Path) -> bytes | None:
    return read_whole(path) if path.is_file() and path.stat().st_size else None


def _differences(machine: Machine, wanted: dict[Path, bytes]) -> Iterator[Finding]:
    for path, data in wanted.items():
        if path != machine.settings and _content(path) not in (None, data):
            yield Finding(ADDIN_OUT_OF_DATE, values={"file": path})
    named = read_settings(machine.settings, machine.system).get(NAMES[machine.system])
    if named is not None and named != setting_for(machine)[1]:
        words = {"file": machine.settings, "named": named, "interpreter": machine.interpreter}
        yield Finding(OTHER_INTERPRETER, values=words)


def _missing_xlwings(machine: Machine, find: Callable[[str], object]) -> Iterator[Finding]:
    # This process is the interpreter that the settings name.
    if find("xlwings") is None:
        yield Finding(NO_XLWINGS, values={"interpreter": machine.interpreter})
