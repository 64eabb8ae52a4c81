"""`sop summary`: the board's summary of all its schools."""

from datetime import date
from pathlib import Path

import click

from sop_templates.cli import options
from sop_templates.cli.show import exit_code, progress_bar, show_failures, show_json
from sop_templates.engine.summary.summarising import summarise, write_summary
from sop_templates.engine.summary.values import Summary
from sop_templates.language import _


@click.command(
    "summary",
    help=_("Write the board's summary of all its schools, from their Word files."),
    epilog=_("Example: sop summary word -o summary.xlsx --report report.docx --page page.html"),
)
@options.paths("DIR")
@options.out(_("The workbook."))
@click.option("--report", type=options.PATH, help=_("Also write the board's report, in Word."))
@click.option("--page", type=options.PATH, help=_("Also write one page to search in, as HTML."))
@click.option(
    "--data", type=options.PATH, help=_("Also write all numbers as JSON and CSV, into this folder.")
)
@click.option(
    "--template", type=options.PATH, help=_("A Word template of your own for the report.")
)
@click.option(
    "--previous", type=options.PATH, help=_("Folder with last year's files, to compare with.")
)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    dir: tuple[Path, ...],  # noqa: A002 - the name of the argument on the command line
    *,
    out: Path,
    report: Path | None,
    page: Path | None,
    data: Path | None,
    template: Path | None,
    previous: Path | None,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Writes the summary."""
    today = date.today()  # noqa: DTZ011 - the day where the board is
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        summary = summarise(
            dir,
            today=today,
            model_name=model_name,
            previous=[previous] if previous else (),
            jobs=jobs,
            progress=progress,
        )
    written = write_summary(
        summary, out, report=report, page=page, data=data, template=template, force=force
    )
    if as_json:
        show_json(_as_json(summary, written))
    else:
        show_failures(summary.failures)
        if not quiet:
            _show_end(summary, written)
    return exit_code((), summary.failures, len(summary.schools))


def _as_json(summary: Summary, written: list[Path]) -> dict[str, object]:
    return {
        "written": [str(path) for path in written],
        "files": [
            {
                "file": one.file,
                "status": one.status,
                "ready_for": one.ready_for,
                "ready": one.ready,
                "findings": [finding.as_json() for finding in one.findings],
            }
            for one in summary.schools
        ],
        "undelivered": [{"code": one.code, "name": one.name} for one in summary.missing],
        "failed": [one.as_json() for one in summary.failures],
    }


def _show_end(summary: Summary, written: list[Path]) -> None:
    ready = sum(one.ready for one in summary.schools)
    click.echo(
        _("{schools} schools, {ready} ready for their next step.").format(
            schools=len(summary.schools), ready=ready
        )
    )
    for path in written:
        click.echo(_("Written: {path}").format(path=path))
    if not summary.boards:
        click.echo(_("No board.toml was found, so schools that did not deliver cannot be named."))
    for one in summary.missing:
        click.echo(_("Not delivered: {code} {name}").format(code=one.code, name=one.name))
