"""`sop schoolgids`: what of a SOP belongs in the schoolgids."""

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
from sop_templates.engine.publication.schoolgids import ExtractChoices, Extracted, extract
from sop_templates.language import _


@click.command(
    "schoolgids",
    help=_(
        "Take out what belongs in the schoolgids: as a Word section, HTML and Markdown, or put it"
        " into a schoolgids."
    ),
    epilog=_("Example: sop schoolgids sop.docx -o uit --into schoolgids.docx"),
)
@options.paths("FILE")
@options.out(_("Folder for what is written."))
@click.option(
    "--level",
    type=click.IntRange(1, 6),
    default=2,
    show_default=True,
    help=_("Level of the extract's own heading."),
)
@click.option(
    "--into",
    type=options.PATH,
    metavar="FILE",
    help=_("A schoolgids in Word: a copy of it with the extract is written."),
)
@click.option(
    "--place",
    default="sop",
    show_default=True,
    metavar="NAME",
    help=_("The bookmark or content control in it where the extract goes."),
)
@click.option("--names", is_flag=True, help=_("Take the fields that may name a person too."))
@click.option(
    "--draft",
    is_flag=True,
    help=_("Take what is not established or not complete too, and say so."),
)
@options.model
@options.force
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    out: Path,
    level: int,
    into: Path | None,
    place: str,
    names: bool,
    draft: bool,
    model_name: str | None,
    force: bool,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Writes the extracts and tells where they are."""
    choices = ExtractChoices(
        level=level, into=into, place=place, names=names, draft=draft, force=force
    )
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        result = extract(
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
                "findings": [one.as_json() | {"file": one.file} for one in result.findings],
                "failed": [one.as_json() for one in result.failures],
            }
        )
    else:
        show_findings(result.findings)
        show_failures(result.failures)
        if not quiet:
            _show_end(result)
    return exit_code(result.findings, result.failures, len(result.files))


def _show_end(result: Extracted) -> None:
    for one in result.files:
        for path in one.written:
            click.echo(_("Written: {path}").format(path=path))
    refused = sum(one.state == "refused" for one in result.files)
    if refused:
        click.echo(_("{count} not taken out.").format(count=refused))
