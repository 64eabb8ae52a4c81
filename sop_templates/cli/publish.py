"""`sop publish`: pages for parents, and PDF."""

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
from sop_templates.engine.publication.publishing import Choices, Published, publish
from sop_templates.language import _


@click.command(
    "publish",
    help=_(
        "Make a page for parents of each established SOP: accessible, without internal fields,"
        " without names of persons."
    ),
    epilog=_("Example: sop publish word -o website --pdf"),
)
@options.paths("FILE")
@options.out(_("Folder for the pages."))
@click.option(
    "--pdf", is_flag=True, help=_("An accessible PDF beside each page (needs LibreOffice).")
)
@click.option("--names", is_flag=True, help=_("Publish the fields that may name a person too."))
@click.option(
    "--finder", is_flag=True, help=_("One page in which parents look for what a child needs.")
)
@click.option(
    "--draft",
    is_flag=True,
    help=_("Publish what is not established or not complete too, marked as a draft."),
)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    out: Path,
    pdf: bool,
    names: bool,
    finder: bool,
    draft: bool,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Publishes the files and tells what became of each."""
    choices = Choices(pdf=pdf, names=names, finder=finder, draft=draft, force=force)
    with progress_bar(_("Publishing"), quiet=quiet or as_json) as progress:
        result = publish(
            file,
            out,
            choices,
            today=date.today(),  # noqa: DTZ011 - the day where the school is
            model_name=model_name,
            jobs=jobs,
            progress=progress,
        )
    if as_json:
        show_json(
            {
                "files": [one.as_json() for one in result.files],
                "pages": result.others,
                "findings": [one.as_json() | {"file": one.file} for one in result.findings],
                "failed": [one.as_json() for one in result.failures],
            }
        )
    else:
        show_findings(result.findings)
        show_failures(result.failures)
        if not quiet:
            _show_end(result, out)
    return exit_code(result.findings, result.failures, len(result.files))


def _show_end(result: Published, out: Path) -> None:
    counts = {
        state: sum(one.state == state for one in result.files)
        for state in ("done", "skipped", "refused")
    }
    click.echo(
        _("{done} published to {out}, {skipped} skipped, {refused} not published.").format(
            out=out, **counts
        )
    )
    if counts["skipped"]:
        click.echo(_("Skipped pages exist already; --force writes them again."))
    for path in result.others:
        click.echo(_("Written: {path}").format(path=path))
