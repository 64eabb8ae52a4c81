"""`sop fill`: a Word file for each school, from intakes."""

from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import (
    exit_code,
    progress_bar,
    show_failures,
    show_findings,
    show_json,
    show_table,
)
from sop_templates.engine.filled import DONE, SKIPPED, UNCHANGED, UPDATED, FillResult
from sop_templates.engine.filling import fill
from sop_templates.language import _


@click.command(
    "fill",
    help=_("Fill a Word file for each school, from intakes, a board's own table, CSV, or folders."),
    epilog=_("Example: sop fill intake.xlsx -o word"),
)
@options.paths("INTAKE")
@options.out(_("Folder for the Word files."))
@options.model
@click.option(
    "--update",
    is_flag=True,
    help=_(
        "Write into files that exist what changed in the intake; what schools changed themselves"
        " stays. Not with --force."
    ),
)
@options.force
@options.jobs
@options.shared
def command(
    intake: tuple[Path, ...],
    *,
    out: Path,
    model_name: str | None,
    update: bool,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Fills the files and tells what became of each school."""
    with progress_bar(_("Filling"), quiet=quiet or as_json) as progress:
        result = fill(
            intake,
            out,
            model_name=model_name,
            force=force,
            update=update,
            jobs=jobs,
            progress=progress,
        )
    if as_json:
        show_json(
            {
                "files": [one.as_json() for one in result.files],
                "failed": [one.as_json() for one in result.failures],
                "findings": [one.as_json() | {"file": one.file} for one in result.findings],
            }
        )
    else:
        show_findings(result.findings)
        show_failures(result.failures)
        if not quiet:
            show_end = _show_updated if update else _show_end
            show_end(result, out)
    return exit_code(result.findings, result.failures, len(result.files))


def _show_end(result: FillResult, out: Path) -> None:
    done, skipped = _count(result, DONE), _count(result, SKIPPED)
    click.echo(
        _("{done} written to {out}, {skipped} skipped, {failed} failed.").format(
            done=done, out=out, skipped=skipped, failed=len(result.failures)
        )
    )
    if skipped:
        click.echo(
            _(
                "Skipped files exist already; --update writes into them what changed in the intake,"
                " --force writes them again."
            )
        )


def _show_updated(result: FillResult, out: Path) -> None:
    rows = [(one.file, str(len(one.written))) for one in result.files if one.state == UPDATED]
    if rows:
        show_table((_("Updated file"), _("Answers written")), rows)
    click.echo(
        _(
            "In {out}: {updated} updated, {unchanged} unchanged, {done} new, {failed} failed."
        ).format(
            out=out,
            updated=len(rows),
            unchanged=_count(result, UNCHANGED),
            done=_count(result, DONE),
            failed=len(result.failures),
        )
    )


def _count(result: FillResult, state: str) -> int:
    return sum(one.state == state for one in result.files)
