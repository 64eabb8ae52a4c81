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
)
from sop_templates.engine.filling import FillResult, fill
from sop_templates.language import _


@click.command(
    "fill",
    help=_("Fill a Word file for each school, from intakes, a board's own table, CSV, or folders."),
    epilog=_("Example: sop fill intake.xlsx -o word"),
)
@options.paths("INTAKE")
@options.out(_("Folder for the Word files."))
@options.model
@options.force
@options.jobs
@options.shared
def command(
    intake: tuple[Path, ...],
    *,
    out: Path,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Fills the files and tells what became of each school."""
    with progress_bar(_("Filling"), quiet=quiet or as_json) as progress:
        result = fill(intake, out, model_name=model_name, force=force, jobs=jobs, progress=progress)
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
            _show_end(result, out)
    done = [one for one in result.files if one.state == "done"]
    return exit_code(result.findings, result.failures, len(result.files) or len(done))


def _show_end(result: FillResult, out: Path) -> None:
    done = sum(one.state == "done" for one in result.files)
    skipped = len(result.files) - done
    click.echo(
        _("{done} written to {out}, {skipped} skipped, {failed} failed.").format(
            done=done, out=out, skipped=skipped, failed=len(result.failures)
        )
    )
    if skipped:
        click.echo(_("Skipped files exist already; --force writes them again."))
