"""What this machine has of all that the commands use, what it lacks, and what to do about that."""

import platform
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from sop_templates import __version__
from sop_templates.engine.addin.install import status
from sop_templates.engine.addin.places import Machine, this_machine
from sop_templates.engine.addin.policies import Reader
from sop_templates.engine.demo import samples_folder
from sop_templates.engine.models import model_names
from sop_templates.engine.word_files import open_word_model
from sop_templates.errors import SopError, UsageError
from sop_templates.formats.office_runs import find_office
from sop_templates.language import _

PATIENCE = 20  # seconds for LibreOffice to tell its version


@dataclass(frozen=True, slots=True)
class Part:
    """Something that commands use.

    Attributes:
        name: what it is.
        here: what this machine has of it; "" where it has nothing.
        use: what it is used for.
        advice: what to do where it is missing or broken; "" where all is well.
        needed: whether nothing works without it.
    """

    name: str
    here: str
    use: str
    advice: str = ""
    needed: bool = False

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return not self.advice

    def as_json(self) -> dict[str, Any]:
        """As `sop doctor --json` gives it."""
        return {
            "name": self.name,
            "here": self.here or None,
            "use": self.use,
            "advice": self.advice or None,
            "needed": self.needed,
        }


def examine(
    machine: Machine | None = None,
    office: Path | None = None,
    *,
    policies: Reader | None = None,
) -> list[Part]:
    """Looks at the machine, without changing anything.

    Args:
        machine: where Excel is looked for; this one where None.
        office: LibreOffice; this machine's own where None.
        policies: as of the add-in's `status`.

    Returns:
        The parts, in the language in use: first what everything needs.
    """
    return [
        _program(),
        *_models(),
        _samples(),
        _libreoffice(office or find_office()),
        *_excel(machine, policies),
        _openssl(),
    ]


def _program() -> Part:
    here = _("{version}, by Python {python} on {system}").format(
        version=__version__, python=platform.python_version(), system=platform.system()
    )
    return Part("sop-templates", here, _("everything"), needed=True)


def _models() -> Iterator[Part]:
    for name in model_names():
        use = _("Word files and intakes")
        try:
            model = open_word_model(name).model
        except SopError as error:
            yield Part(_("model {name}").format(name=name), "", use, error.message, needed=True)
        else:
            yield Part(_("model {name}").format(name=name), model.version, use, needed=True)


def _samples() -> Part:
    try:
        return Part(_("samples"), str(samples_folder()), "sop demo")
    except SopError as error:
        return Part(_("samples"), "", "sop demo", error.message)


def _libreoffice(program: Path | None) -> Part:
    use = _("PDF, counting pages, and reading .odt, .doc and .rtf")
    if program is None:
        advice = _("Install LibreOffice (www.libreoffice.org). Word files are read without it.")
        return Part("LibreOffice", "", use, advice)
    try:
        run = subprocess.run(  # noqa: S603 - the program that all conversions run
            [program, "--version"], capture_output=True, timeout=PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return Part(
            "LibreOffice",
            "",
            use,
            _("{path} does not start. Install it again.").format(path=program),
        )
    return Part("LibreOffice", run.stdout.decode(errors="replace").strip() or str(program), use)


def _excel(machine: Machine | None, policies: Reader | None) -> Iterator[Part]:
    name, use = _("buttons in Excel"), _("the same as the commands, from the ribbon")
    try:
        where = machine or this_machine()
    except UsageError:
        here = _("not on this system: Excel with macros is there for Windows and macOS only")
        yield Part(name, here, use)
        return
    state = status(where, policies=policies)
    advice = " ".join(f"{one.message} {one.advice}" for one in state.findings)
    here = _("in place") if state.present else ""
    yield Part(name, here, use, advice)


def _openssl() -> Part:
    program = which("openssl")
    advice = "" if program else _("Give `sop addin serve` a certificate of your own, with --cert.")
    return Part("openssl", program or "", _("the certificate of the pane in Word"), advice)
