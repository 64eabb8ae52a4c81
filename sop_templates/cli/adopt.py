"""`sop adopt`: SOPs in a school's own or an older format, moved into the model."""

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
from sop_templates.engine.own_format.adopting import ADOPTED, IN_MODEL, SKIPPED, AdoptedFile, adopt
from sop_templates.language import _


@click.command(
    "adopt",
    help=_(
        "Move SOPs in a school's own or an older format into the model, as far as they can be placed."
        " What has no place is listed in a Word file beside the new one. Nothing is overwritten."
    ),
    epilog=_("Example: sop adopt oud -o nieuw --schools duo.csv"),
)
@options.paths("FILE")
@options.out(_("Folder for the new Word files."))
@click.option(
    "--schools",
    type=options.PATH,
    metavar="FILE",
    help=_("DUO's file of schools: fills in what it knows of a school whose code is found."),
)
@options.model
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    out: Path,
    schools: Path | None,
    model_name: str | None,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Moves the files and tells what became of each."""
    with progress_bar(_("Reading"), quiet=quiet or as_json) as progress:
        result = adopt(
            file, out, model_name=model_name, schools=schools, jobs=jobs, progress=progress
        )
    findings = [*result.findings, *(one for made in result.files for one in made.findings)]
    if as_json:
        show_json(
            {
                "files": [one.as_json() for one in result.files],
                "failed": [one.as_json() for one in result.failures],
            }
        )
    else:
        show_findings(findings)
        show_failures(result.failures)
        if not quiet:
            _show_end(result.files)
    return exit_code((), result.failures, len(result.files))


def _show_end(files: list[AdoptedFile]) -> None:
    words = {
        ADOPTED: _("adopted"),
        SKIPPED: _("skipped: exists"),
        IN_MODEL: _("in the model already"),
    }
    headers = [_("file"), _("became"), _("answers"), _("without a place"), _("state")]
    rows = [
        [
            Path(one.source).name,
            Path(one.file).name,
            str(len(one.placed)),
            str(one.left),
            words[one.state],
        ]
        for one in files
    ]
    show_table(headers, rows)
