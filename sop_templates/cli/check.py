"""`sop check`: what is missing or wrong in Word files and intakes."""

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
    show_table,
)
from sop_templates.engine.path_checking import CheckedPaths, check_paths
from sop_templates.language import _
from sop_templates.outcome import Severity


@click.command(
    "check",
    help=_("Say what is missing or wrong in Word files and intakes, and what each is ready for."),
    epilog=_("Example: sop check word --strict"),
)
@options.paths("FILE")
@click.option("--strict", is_flag=True, help=_("Count warnings as errors."))
@options.model
@options.jobs
@options.shared
def command(
    file: tuple[Path, ...],
    *,
    strict: bool,
    model_name: str | None,
    jobs: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """Checks the files and shows all findings."""
    with progress_bar(_("Checking"), quiet=quiet or as_json) as progress:
        checked = check_paths(
            file,
            today=date.today(),  # noqa: DTZ011 - a school's day
            model_name=model_name,
            jobs=jobs,
            progress=progress,
        )
    if as_json:
        show_json(checked.as_json())
    else:
        show_findings(checked.findings)
        show_failures(checked.failures)
        if not quiet:
            _show_end(checked)
    return exit_code(checked.findings, checked.failures, len(checked.each), strict=strict)


def _show_end(checked: CheckedPaths) -> None:
    headers = [_("file"), _("status"), _("ready for"), _("errors"), _("warnings"), _("hints")]
    rows = []
    for one in checked.each:
        counts = [sum(f.severity is severity for f in one.findings) for severity in Severity]
        ready = (
            one.ready_for if one.ready else _("not yet ready for {step}").format(step=one.ready_for)
        )
        rows.append([one.title, one.status, ready, *map(str, counts)])
    show_table(headers, rows)
