"""`sop rollover`: next year's Word files from this year's."""

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
from sop_templates.engine.route.rollover import DONE, SKIPPED, RolledOver, roll_over
from sop_templates.language import _


@click.command(
    "rollover",
    help=_(
        "Make next year's Word files on the newest model: texts are kept; dates, advice, decision,"
        " evaluation and status begin anew. No file is overwritten."
    ),
    epilog=_("Example: sop rollover word-2026 -o word-2027 --year 2027-2028 --schools duo.csv"),
)
@options.paths("DIR")
@options.out(_("Folder for the new Word files."))
@click.option("--year", metavar="2027-2028", required=True, help=_("The school year to come."))
@click.option(
    "--schools",
    type=options.PATH,
    metavar="CSV",
    help=_("DUO's file of school sites, for what changed at the schools."),
)
@click.option(
    "--previous",
    type=options.PATH,
    help=_("Folder to compare with: what changed since is proposed as text."),
)
@options.model
@options.jobs
@options.shared
def command(
    dir: tuple[Path, ...],  # noqa: A002 - the name of the argument on the command line
    *,
    out: Path,
    year: str,
    schools: Path | None,
    previous: Path | None,
    model_name: str | None,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Makes the files and tells what became of each."""
    with progress_bar(_("Writing"), quiet=quiet or as_json) as progress:
        result = roll_over(
            dir,
            out,
            year=year,
            schools=schools,
            previous=[previous] if previous else (),
            model_name=model_name,
            jobs=jobs,
            progress=progress,
        )
    if as_json:
        show_json(
            {
                "files": [one.as_json() for one in result.files],
                "others": result.others,
                "findings": [one.as_json() | {"file": one.file} for one in result.findings],
                "failed": [one.as_json() for one in result.failures],
            }
        )
    else:
        show_findings(result.all_findings)
        show_failures(result.failures)
        if not quiet:
            _show_end(result, out)
    return exit_code(result.all_findings, result.failures, len(result.files))


def _show_end(result: RolledOver, out: Path) -> None:
    counts = {state: sum(one.state == state for one in result.files) for state in (DONE, SKIPPED)}
    click.echo(
        _("{done} files made in {out}, {skipped} schools had theirs already.").format(
            out=out, **counts
        )
    )
    for path in result.others:
        click.echo(_("Written: {path}").format(path=path))
