"""`sop addin`: the Excel ribbon, put in place, taken away, looked at; the task pane in Word, served."""

from contextlib import suppress
from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import exit_code, show_findings, show_json
from sop_templates.engine.addin.certificate import Certificate, trust_command
from sop_templates.engine.addin.install import AddinState, install, remove, status, write_run_main
from sop_templates.engine.addin.pane_files import PORT
from sop_templates.engine.addin.pane_server import PaneServer
from sop_templates.engine.addin.serving import start_serving
from sop_templates.language import _


@click.group(
    "addin",
    help=_("The buttons in Excel: install, remove, status; and the task pane in Word: serve."),
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


@command.command(
    "serve",
    help=_("Serve the task pane to Word on this machine, until Ctrl+C."),
    epilog=_("Example: sop addin serve -o manifest.xml"),
)
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    default=PORT,
    show_default=True,
    metavar="N",
    help=_("Port of localhost."),
)
@click.option("--cert", type=options.PATH, metavar="PEM", help=_("A certificate of localhost."))
@click.option("--key", type=options.PATH, metavar="PEM", help=_("The key of that certificate."))
@options.out(_("Also write the manifest for Word to this file."), required=False)
@options.force
@options.model
@options.shared
def serve_(
    *,
    port: int,
    cert: Path | None,
    key: Path | None,
    out: Path | None,
    force: bool,
    model_name: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Serves the task pane."""
    models = () if model_name is None else (model_name,)
    server, certificate = start_serving(
        models, port=port, certificate=cert, key=key, manifest=out, force=force
    )
    with server:
        _show_server(server, certificate, out, as_json=as_json, quiet=quiet)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    return 0


def _show_server(
    server: PaneServer, certificate: Certificate, out: Path | None, *, as_json: bool, quiet: bool
) -> None:
    if as_json:
        show_json(
            {
                "page": server.page,
                "manifest": server.manifest,
                "certificate": str(certificate.certificate),
                "certificate_is_new": certificate.is_new,
                "written": [] if out is None else [str(out)],
            }
        )
        return
    if certificate.is_new:
        click.echo(_("Certificate made: {path}").format(path=certificate.certificate))
        if command_line := trust_command(certificate):
            click.echo(_("Trust it once: {command}").format(command=command_line))
    if not quiet:
        if out is not None:
            click.echo(_("Written: {path}").format(path=out))
        click.echo(_("Task pane: {page}").format(page=server.page))
        click.echo(_("Manifest for Word: {manifest}").format(manifest=server.manifest))
        click.echo(_("Stop with Ctrl+C."))


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
