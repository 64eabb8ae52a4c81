"""`sop addin`: the Excel ribbon, put in place, taken away, looked at."""

from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import exit_code, show_findings, show_json
from sop_templates.engine.addin.install import AddinState, install, remove, status, write_run_main
from sop_templates.language import _


@click.group(
    "addin", help=_("The buttons in Excel: install them, remove them, see how they stand.")
)
def command() -> None:
    """Groups the commands on the add-in."""


@command.command(
    "install",
    help=_("Put the buttons where Excel finds them; start Excel again afterwards."),
    epilog=_("Example: sop addin install"),
)
@click.option(
    "--run-main",
    type=options.PATH,
    metavar="XLSX",
    help=_("Instead, serve xlwings' own Run main button for this intake."),
)
@options.shared
def install_(*, run_main: Path | None, as_json: bool, quiet: bool) -> int:
    """Installs the add-in."""
    state = install() if run_main is None else AddinState(written=(write_run_main(run_main),))
    return _show(state, as_json=as_json, quiet=quiet)


@command.command("remove", help=_("Take the buttons away again, and nothing else."))
@options.shared
def remove_(*, as_json: bool, quiet: bool) -> int:
    """Removes the add-in."""
    return _show(remove(), as_json=as_json, quiet=quiet)


@command.command("status", help=_("Say how the buttons stand, and what an administrator forbids."))
@options.shared
def status_(*, as_json: bool, quiet: bool) -> int:
    """Shows how the add-in stands."""
    return _show(status(), as_json=as_json, quiet=quiet)


def _show(state: AddinState, *, as_json: bool, quiet: bool) -> int:
    if as_json:
        show_json(
            {
                "written": [str(path) for path in state.written],
                "removed": [str(path) for path in state.removed],
                "present": [str(path) for path in state.present],
                "findings": [one.as_json() for one in state.findings],
            }
        )
        return exit_code(state.findings, (), 1)
    if not quiet:
        for path in state.written:
            click.echo(_("Written: {path}").format(path=path))
        for path in state.removed:
            click.echo(_("Removed: {path}").format(path=path))
        for path in state.present:
            click.echo(_("In place: {path}").format(path=path))
    show_findings(state.findings)
    return exit_code(state.findings, (), 1)
