"""`sop package`: the delivery to the samenwerkingsverband, and its check on arrival."""

from datetime import date
from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import (
    exit_code,
    progress_bar,
    show_failures,
    show_findings,
    show_json,
)
from sop_templates.engine.delivery.check import verify_package
from sop_templates.engine.delivery.packaging import PackageResult, make_package
from sop_templates.language import _


@click.command(
    "package",
    help=_(
        "Pack the established SOPs of a board, with the declarations of the MR, summary and "
        "manifest; or check a package that was received. Nothing is written when a school is not "
        "ready, unless --only-ready says so."
    ),
    epilog=_("Example: sop package word -o aanlevering.zip"),
)
@click.argument("source", metavar="DIR…", nargs=-1, type=options.PATH)
@options.out(_("The package, a .zip."), required=False)
@click.option("--only-ready", is_flag=True, help=_("Deliver the schools that are ready."))
@click.option("--year", metavar="2026-2027", help=_("School year; else the latest there is."))
@click.option("--no-pdf", is_flag=True, help=_("Make no PDF beside the Word files."))
@click.option("--verify", type=options.PATH, help=_("Check this package, and pack nothing."))
@options.model
@options.force
@options.jobs
@options.shared
def command(
    source: tuple[Path, ...],
    *,
    out: Path | None,
    only_ready: bool,
    year: str | None,
    no_pdf: bool,
    verify: Path | None,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Packs, or checks a package."""
    if verify is not None:
        return _verify(verify, as_json=as_json, quiet=quiet)
    if not source:
        raise click.UsageError(_("Name the folder with the SOPs, or a package with --verify."))
    if out is None:
        raise click.UsageError(_("Name the package with -o."))
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        result = make_package(
            source,
            out,
            today=date.today(),  # noqa: DTZ011 - the day where the board is
            only_ready=only_ready,
            pdf=not no_pdf,
            year=year,
            model_name=model_name,
            force=force,
            jobs=jobs,
            progress=progress,
        )
    if as_json:
        show_json(result.as_json())
    else:
        show_findings(result.findings)
        show_failures(result.failures)
        if not quiet:
            _show_end(result)
    return exit_code(result.findings, result.failures, len(result.schools))


def _show_end(result: PackageResult) -> None:
    if not result.file:
        blocked = sum(not one.is_ready for one in result.schools)
        click.echo(
            _("Nothing was packed: {blocked} of {schools} schools are not ready.").format(
                blocked=blocked, schools=len(result.schools)
            )
        )
        if blocked < len(result.schools):
            click.echo(_("--only-ready packs the others."))
        return
    click.echo(
        _("{count} schools packed: {file}").format(count=len(result.delivered), file=result.file)
    )
    click.echo(_("SHA-256: {checksum}").format(checksum=result.sha256))


def _verify(path: Path, *, as_json: bool, quiet: bool) -> int:
    check = verify_package(path)
    if as_json:
        show_json(check.as_json())
    else:
        show_findings(check.findings)
        if not quiet and not check.findings:
            manifest = check.manifest
            click.echo(
                _("All is well: {files} files of {schools} schools, from {sender}.").format(
                    files=len(manifest.files),
                    schools=len(manifest.schools),
                    sender=manifest.sender.name,
                )
            )
    return exit_code(check.findings, (), 1)
